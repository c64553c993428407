"""Names of exported files, fit for every operating system."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST_STEM_BYTES: Final = 80
"""With an extension well under 100 bytes, the house limit for stored and exported names."""

NAMELESS: Final = "article"

# Reserved by Windows, whatever the extension:
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)}
)

_UNSAFE = re.compile(r"[^a-z0-9]+")


def file_name(slug: str, extension: str) -> str:
    """Return the name of an exported file: ASCII lower-case words joined by hyphens, and the extension.

    Never empty, never a path, a hidden file, an option or a device, at most 100 bytes.
    """
    plain = unicodedata.normalize("NFKD", slug.casefold().replace("œ", "oe").replace("æ", "ae"))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    stem = _UNSAFE.sub("-", plain).strip("-")[:LONGEST_STEM_BYTES].strip("-")
    if not stem or stem in DEVICES:
        stem = f"{NAMELESS}-{stem}".strip("-")
    return f"{stem}.{_UNSAFE.sub('', extension.casefold()) or 'txt'}"
