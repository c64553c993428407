"""A web address as a source: fetched when somebody asks for it, never otherwise."""

from __future__ import annotations

import ssl
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from assistant.errors import SourceError
from assistant.intake.decode import decode_text
from assistant.intake.documents import DOCUMENT_READERS
from assistant.intake.fetching import LONGEST_WAIT_S, Connect, Fetched, Resolve, fetch, open_connection, resolve_host
from assistant.intake.reading import Intake, read_file, read_html
from assistant.limits import is_fetching_on

_ENDINGS: Final = MappingProxyType({
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "message/rfc822": ".eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
})  # fmt: skip
# What servers say of files whose type they do not know: the path's ending tells it then.
_UNKNOWN_TYPES: Final = ("application/octet-stream", "binary/octet-stream", "application/force-download")


def read_address(
    url: str,
    *,
    resolve: Resolve = resolve_host,
    connect: Connect = open_connection,
    tls: ssl.SSLContext | None = None,
    timeout_s: float = LONGEST_WAIT_S,
) -> Intake:
    """Return the source at a web address: a page, a plain text, or a file of a type that `read_file` reads.

    Only public addresses are opened, each redirect is checked again, and the connection goes to the IP address that was
    checked. `Source.name` is the final address. `resolve`, `connect` and `tls` are for tests and for networks with a
    gate of their own; the checks stand before them. Raises SourceError with the codes "address-…" ("address-off" where
    the setting INTERTITRE_FETCH is "off"), and as `read_html` and `read_file` do.
    """
    if not is_fetching_on():
        raise SourceError("address-off")
    fetched = fetch(url, _is_readable, resolve=resolve, connect=connect, tls=tls, timeout_s=timeout_s)
    intake = _read(fetched)
    return replace(intake, source=replace(intake.source, name=fetched.address.url))


def _ending(media_type: str, target: str) -> str | None:
    """The ending of the file that this is, None for a type that is not read."""
    if media_type in _UNKNOWN_TYPES:
        ending = PurePosixPath(target.partition("?")[0]).suffix.lower()
        return ending if ending in DOCUMENT_READERS else None
    return _ENDINGS.get(media_type)


def _is_readable(media_type: str, target: str) -> bool:
    return _ending(media_type, target) is not None


def _read(fetched: Fetched) -> Intake:
    ending = _ending(fetched.media_type, fetched.address.target)
    if ending == ".html":
        return read_html(decode_text(fetched.content, fetched.encoding).text)
    name = PurePosixPath(unquote(fetched.address.target.partition("?")[0])).stem or fetched.address.host
    return read_file(f"{name}{ending}", fetched.content, fetched.encoding)
