"""The files that are no plain text: which reader reads which, and what they are refused for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from assistant.errors import SourceError
from assistant.intake.decode import LARGEST_FILE_BYTES
from assistant.intake.document import Document
from assistant.intake.filetypes import check_type
from assistant.intake.mail import read_mail
from assistant.intake.opendocument import read_opendocument
from assistant.intake.portable import read_portable
from assistant.intake.richtext import read_richtext
from assistant.intake.word import read_word

DOCUMENT_READERS: Final[Mapping[str, Callable[[bytes], Document]]] = MappingProxyType({
    ".docx": read_word,
    ".odt": read_opendocument,
    ".rtf": read_richtext,
    ".pdf": read_portable,
    ".eml": read_mail,
})  # fmt: skip
_MEGABYTE: Final = 1024 * 1024


def accept_file(name: str, ending: str, data: bytes) -> None:
    """Refuse a file that is too large, empty, or not what its name's ending says.

    Raises SourceError: "too-large-file" (more than 20 MB, the upload limit), "empty-file", and as
    `filetypes.check_type` does.
    """
    if len(data) > LARGEST_FILE_BYTES:
        raise SourceError("too-large-file", name=name, limit=LARGEST_FILE_BYTES // _MEGABYTE)
    if not data.strip(b"\x00 \t\r\n"):
        raise SourceError("empty-file", name=name)
    check_type(name, ending, data)


def read_document(name: str, ending: str, data: bytes) -> Document:
    """Return the document in a file of one of the types of DOCUMENT_READERS, by its name's ending.

    Raises SourceError as the reader does, with the file's `name`.
    """
    try:
        document = DOCUMENT_READERS[ending](data)
    except SourceError as error:
        raise SourceError(error.code, **{"name": name, **error.params}) from error
    if not document.text.strip():
        raise SourceError("no-text-in-file", name=name)
    return document
