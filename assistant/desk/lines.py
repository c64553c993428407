"""Fields of one line: titles, headings, keyphrases."""

from __future__ import annotations

import re

_BREAKS = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")


def one_line(text: str) -> str:
    """Return `text` on one line: breaks and runs of plain spaces are one space, none at the ends.

    No-break spaces stay: French typography needs them.
    """
    return _BREAKS.sub(" ", text).strip(" ")
