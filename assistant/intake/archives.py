"""The zip archives that office documents are, looked at before anything is unpacked."""

from __future__ import annotations

import io
import zlib
from typing import Final
from zipfile import BadZipFile, LargeZipFile, ZipFile

from assistant.errors import SourceError

# House rules (notes of the project: a 750 KB document that unpacks to 300 MB cost other readers 1.4 GB): a long article
# with its pictures unpacks to a few MB at 5 to 40 times its size. Small archives may repeat themselves more.
LARGEST_UNPACKED: Final = 50 * 1024 * 1024
GREATEST_RATIO: Final = 200
HARMLESS_UNPACKED: Final = 2 * 1024 * 1024
MOST_ENTRIES: Final = 2000
# The text of 80,000 words with its markup stays below 10 MB.
LARGEST_PART: Final = 12 * 1024 * 1024

_CENTRAL_ENTRY: Final = b"PK\x01\x02"
_ENCRYPTED: Final = 0x1


class Archive:
    """The parts of an office document; nothing is ever written to a folder, and only named parts are unpacked.

    Raises SourceError: "broken-file" for what is no whole archive, "zip-bomb" beyond the limits above,
    "encrypted-file" where a part needs a password.
    """

    def __init__(self, data: bytes) -> None:
        # zipfile reads all entries at once; every one begins with this mark, whatever the archive says of their number.
        if data.count(_CENTRAL_ENTRY) > MOST_ENTRIES:
            raise SourceError("zip-bomb")
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, LargeZipFile, ValueError, EOFError, NotImplementedError) as error:
            raise SourceError("broken-file") from error
        entries = self._zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > LARGEST_UNPACKED or (
            unpacked > HARMLESS_UNPACKED and unpacked > GREATEST_RATIO * max(1, len(data))
        ):
            raise SourceError("zip-bomb")
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise SourceError("encrypted-file")
        self.names: Final = tuple(entry.filename for entry in entries)

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where there is none of that name."""
        if name not in self.names:
            return None
        try:
            with self._zip.open(name) as stream:
                content = stream.read(LARGEST_PART + 1)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            raise SourceError("broken-file") from error
        if len(content) > LARGEST_PART:
            raise SourceError("zip-bomb")
        return content
