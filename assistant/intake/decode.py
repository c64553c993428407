"""Bytes to text, and what is no text at all."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from assistant.errors import SourceError
from assistant.limits import LONGEST_TEXT
from assistant.model import Repair

LARGEST_FILE_BYTES: Final = 20 * 1024 * 1024
# House rule: text holds next to no control characters; an image or an archive read as text holds 5 % and more.
CONTROL_SHARE: Final = 0.02
# House rules: another encoding than Windows-1252 must make so much more of a text's letters ordinary ones; a text
# with a smaller share of ordinary letters than this was read wrongly, or is in a language we do not know.
BETTER_BY: Final = 0.15
DOUBTFUL_BELOW: Final = 0.9
# French has one letter in twenty beyond ASCII, Vietnamese one in three.
FOREIGN_SHARE: Final = 0.5
SAMPLE: Final = 100_000
SHOWN: Final = 24

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
_CANDIDATES: Final = ("cp1252", "iso8859-15", "mac-roman", "cp850")
_ORDINARY: Final = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆáíóúñÁÍÓÚÑßãõ«»“”‘’–—…€£°§·\u00a0\u202f•©²³¿¡ªº½×")
_LETTER_AS_SIGN: Final = re.compile(r"[^\W\d_][¼½¾¨¸´¦](?=[^\W\d_])|¤")
_DECLARED: Final = re.compile(
    rb"<(?:meta\b[^<>]{0,300}?|\?xml[^<>]{0,100}?)(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?([\w:-]{2,40})", re.I
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and how it was read. `doubt` shows both readings of one word where another is as likely."""

    text: str
    encoding: str
    doubt: Repair | None = None


def decode(data: bytes, encoding: str | None = None) -> str:
    """Return the text of a file, as `decode_text` reads it."""
    return decode_text(data, encoding).text


def decode_text(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file: byte order mark, else strict UTF-8, else the encoding that the file or its sender
    names, else the likeliest of Windows-1252, ISO 8859-15, Mac Roman and DOS.

    A named encoding that does not fit the bytes counts as not named. Raises SourceError "binary-source" for bytes that
    are no text, "too-large-source" beyond 20 MB (the upload limit).
    """
    if len(data) > LARGEST_FILE_BYTES:
        raise SourceError("too-large-source", limit=LONGEST_TEXT)
    for mark, marked in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(marked, "replace").removeprefix("\ufeff"), marked)
    if data.startswith(_BINARY_START):
        raise SourceError("binary-source")
    wide = _unmarked_utf16(data)
    declared = _DECLARED.search(data[:2000])
    named = encoding or (declared[1].decode("ascii", "replace") if declared else None)
    for candidate in filter(None, (wide, "utf-8", named)):
        text = _decode_strictly(data, candidate)
        if text is not None:
            return Decoded(text, candidate)
    return _likeliest(data)


def _decode_strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(codecs.lookup(name).name)
    except (LookupError, UnicodeError):  # an unknown name, a codec that is none of text, or bytes that do not fit
        return None


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: in Western text every second byte is NUL."""
    sample = data[:2000]
    half = len(sample) // 2
    if half < 8 or len(data) % 2:
        return None
    if sample[1::2].count(0) > 0.8 * half and sample[::2].count(0) == 0:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > 0.8 * half and sample[1::2].count(0) == 0 else None


def _likeliest(data: bytes) -> Decoded:
    """The text in the encoding that makes most of its letters ordinary ones, Windows-1252 unless another is better."""
    sample = data[:SAMPLE]
    scores = {name: _ordinary_share(sample.decode(name, "replace")) for name in _CANDIDATES}
    winner = max(_CANDIDATES, key=lambda name: scores[name] + (BETTER_BY if name == "cp1252" else 0.0))
    if _LETTER_AS_SIGN.search(sample.decode("cp1252", "replace")) and not re.search(rb"[\x80-\x9f]", sample):
        winner = "iso8859-15"
    text = data.decode(winner, "replace")
    if _is_foreign(text[:SAMPLE]):
        return Decoded(text, winner, _doubt(data, winner, "cp1251"))
    others = [name for name in _CANDIDATES if name != winner and scores[name] > scores[winner] - BETTER_BY]
    rival = max(others, key=lambda name: scores[name], default=None)
    if scores[winner] >= DOUBTFUL_BELOW and rival is None:
        return Decoded(text, winner)
    return Decoded(text, winner, _doubt(data, winner, rival or ("cp1252" if winner != "cp1252" else "mac-roman")))


def _is_foreign(text: str) -> bool:
    """Whether so many letters are beyond ASCII that the text is in no Latin script."""
    letters = [character for character in text if character.isalpha()]
    return sum(character > "\x7f" for character in letters) > FOREIGN_SHARE * len(letters)


def _ordinary_share(text: str) -> float:
    """The share 0..1 of ordinary characters among those beyond ASCII, capitals within words counted as strange."""
    beyond = [character for character in text if character > "\x7f"]
    strange = len(re.findall(r"[a-zà-ÿ][À-ÖØ-Þ]", text))
    return max(0.0, sum(character in _ORDINARY for character in beyond) - strange) / max(1, len(beyond))


def _doubt(data: bytes, chosen: str, rival: str) -> Repair | None:
    """The first word that the two encodings read differently, in both readings; None where they agree."""
    for match in re.finditer(rb"[^\s\x00-\x20]{0,12}[\x80-\xff][^\s\x00-\x20]{0,12}", data[:SAMPLE]):
        before, after = (match[0].decode(name, "replace") for name in (rival, chosen))
        if before != after:
            return Repair("encoding", before[:SHOWN], after[:SHOWN])
    return None


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
