"""Bytes to text, and what is no text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from assistant.errors import SourceError

# House rule: a long magazine article is 60,000 characters and a paste of a whole page with its comments ten times that;
# beyond half a million (80,000 words) a paste is an archive or an accident, and no longer read within two seconds.
LONGEST_TEXT: Final = 500_000
LARGEST_FILE_BYTES: Final = 20 * 1024 * 1024
# House rule: text holds next to no control characters; an image or an archive read as text holds 5 % and more.
CONTROL_SHARE: Final = 0.02

_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_BINARY_START: Final = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)


def decode(data: bytes) -> str:
    """Return the text of a file: byte order mark, else strict UTF-8, else Windows-1252.

    Raises SourceError "binary-source" for bytes that are no text, "too-large-source" beyond 20 MB (the upload limit).
    """
    if len(data) > LARGEST_FILE_BYTES:
        raise SourceError("too-large-source", limit=LONGEST_TEXT)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    if data.startswith(_BINARY_START):
        raise SourceError("binary-source")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def accept_text(raw: str) -> str:
    """Return `raw` fit to be stored, every character in its place: NULs and lone surrogates become U+FFFD.

    Raises SourceError: "empty-source", "binary-source" (two characters in a hundred are controls), "too-large-source"
    (more than half a million characters).
    """
    if len(raw) > LONGEST_TEXT:
        raise SourceError("too-large-source", limit=LONGEST_TEXT)
    if len(_CONTROL.findall(raw)) > max(8, CONTROL_SHARE * len(raw)) or raw.startswith(
        ("%PDF-", "PK\x03\x04", "\x89PNG")
    ):
        raise SourceError("binary-source")
    if not any(_is_visible(character) for character in raw):
        raise SourceError("empty-source")
    return _SURROGATE.sub("\ufffd", raw.replace("\x00", "\ufffd"))


def _is_visible(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf")
