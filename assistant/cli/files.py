"""Files that a command names: read whole, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import IntertitreError, SourceError


def read_bytes(path: Path) -> bytes:
    """Return what a file holds. Raises IntertitreError "file-not-found"."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise IntertitreError("file-not-found", name=str(path)) from error


def read_utf8(path: Path) -> str:
    """Return the text of a file. Raises IntertitreError "file-not-found", SourceError "binary-source"."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError("binary-source") from error


def write_bytes(path: Path, content: bytes) -> None:
    """Write all or nothing: the file appears under its name only when it is whole."""
    temporary = path.with_name(path.name + ".part")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        raise IntertitreError("file-not-written", name=str(path)) from error
