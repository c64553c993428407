"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

from typing import Final

from assistant.errors import SourceError

_IMAGES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00", b"8BPS")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
# What is named for the reader; the names are the same in all languages.
TYPE_OF_ENDING: Final = {".docx": "Word", ".odt": "OpenDocument", ".rtf": "RTF", ".pdf": "PDF"}
_ENDING_OF_TYPE: Final = {kind: ending for ending, kind in TYPE_OF_ENDING.items()}
# Readers accept some bytes before a PDF begins (implementation notes of the PDF reference, appendix H).
PDF_REACH: Final = 1024


def type_of(data: bytes) -> str | None:
    """Return "Word", "OpenDocument", "RTF", "PDF", "image", "archive", "old-office", "encrypted"; None may be text."""
    start = data[:16]
    if start.startswith(_OLD_OFFICE):
        return "encrypted" if _ENCRYPTED_PACKAGE in data else "old-office"
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _type_of_archive(data)
    if _is_image(start):
        return "image"
    if b"%PDF-" in data[:PDF_REACH]:
        return "PDF"
    if data[:64].lstrip().startswith(b"{\\rtf"):
        return "RTF"
    return None


def _is_image(start: bytes) -> bool:
    if start.startswith(b"BM"):
        return b"\x00" in start
    is_boxed = start[4:8] == b"ftyp" or (start.startswith(b"RIFF") and start[8:12] == b"WEBP")
    return is_boxed or start.startswith(_IMAGES)


def _type_of_archive(data: bytes) -> str:
    if b"application/vnd.oasis.opendocument.text" in data[:200]:
        return "OpenDocument"
    if b"word/document.xml" in data:
        return "Word"
    return "archive"


def check_type(name: str, ending: str, data: bytes) -> None:
    """Refuse a file that is not what its name's ending says.

    Raises SourceError: "renamed-file" (it is another type that is read here), "image-file", "encrypted-file",
    "old-office-file", "binary-source", "not-of-its-type", each with the `name`.
    """
    found = type_of(data)
    expected = TYPE_OF_ENDING.get(ending)
    if found == expected:
        return
    if found == "PDF" and expected is None and not data.startswith(b"%PDF-"):
        return  # a text that speaks of PDF files
    if found == "image":
        raise SourceError("image-file", name=name)
    if found == "encrypted":
        raise SourceError("encrypted-file", name=name)
    if found == "old-office":
        raise SourceError("old-office-file", name=name)
    if found in _ENDING_OF_TYPE:
        raise SourceError("renamed-file", name=name, type=found, ending=_ENDING_OF_TYPE[found])
    if expected is None:
        raise SourceError("binary-source")
    if found == "archive" and expected in ("Word", "OpenDocument"):
        return  # the archive's reader says what is wrong with it
    raise SourceError("not-of-its-type", name=name, type=expected)
