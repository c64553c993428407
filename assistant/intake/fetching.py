"""One page from the web: resolved once, connected to the address that was checked, bounded in time and size."""

from __future__ import annotations

import http.client
import io
import queue
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, cast
from urllib.parse import urljoin

from assistant.errors import SourceError
from assistant.intake.decode import LARGEST_FILE_BYTES
from assistant.intake.public_addresses import WebAddress, is_public, parse_address

# House rules: a page that is not there after 15 seconds is not worth waiting for; honest redirects (http to https, with
# and without www, a short link) are one to three.
LONGEST_WAIT_S: Final = 15.0
LONGEST_CONNECTION_S: Final = 5.0
MOST_REDIRECTS: Final = 5
MOST_ADDRESSES: Final = 4
LARGEST_PAGE_BYTES: Final = 5 * 1024 * 1024
_CHUNK: Final = 64 * 1024
_MEGABYTE: Final = 1024 * 1024
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_REFUSALS: Final = (401, 402, 403, 407, 429, 451)
_MISSING: Final = (404, 410)
_HEADERS: Final = (
    ("User-Agent", "Intertitre/0.1 (reads one page when a journalist asks for it)"),
    ("Accept", "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5"),
    ("Accept-Language", "fr,en;q=0.7"),
    ("Accept-Encoding", "identity"),
    ("Connection", "close"),
)

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port to IP addresses; raises OSError when there is none."""
Connect = Callable[[str, int, float], socket.socket]
"""IP address, port and seconds to a connected socket; raises OSError."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address led to: the final address, the media type in lower case, the encoding it names, the bytes."""

    address: WebAddress
    media_type: str
    encoding: str | None
    content: bytes


def resolve_host(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses of a host, as the system resolves them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def open_connection(number: str, port: int, timeout_s: float) -> socket.socket:
    """Return a socket connected to an IP address; no proxy is asked, whatever the environment says."""
    return socket.create_connection((number, port), timeout_s)


def fetch(
    url: str,
    accepts: Callable[[str, str], bool],
    *,
    resolve: Resolve = resolve_host,
    connect: Connect = open_connection,
    tls: ssl.SSLContext | None = None,
    timeout_s: float = LONGEST_WAIT_S,
) -> Fetched:
    """Return what a web address leads to, after at most five redirects, each checked as the first address is.

    `accepts` is asked, with media type and path, before the content is read. No cookie is sent or kept, certificates
    are checked against the system's. Raises SourceError with the codes "address-…".
    """
    end = time.monotonic() + timeout_s
    address = parse_address(url)
    for _ in range(MOST_REDIRECTS + 1):
        answer = _ask(address, accepts, resolve, connect, tls, end)
        if isinstance(answer, Fetched):
            return answer
        address = parse_address(urljoin(address.url, answer))
    raise SourceError("address-redirects")


def _ask(
    address: WebAddress,
    accepts: Callable[[str, str], bool],
    resolve: Resolve,
    connect: Connect,
    tls: ssl.SSLContext | None,
    end: float,
) -> Fetched | str:
    """What stands at the address, or the address it redirects to."""
    numbers = _public_numbers(address, resolve, end)
    host = address.host
    try:
        connection = _connect_first(numbers, address, connect, end)
        with connection:
            if address.scheme == "https":
                connection.settimeout(_left(end, host))
                connection = (tls or ssl.create_default_context()).wrap_socket(connection, server_hostname=host)
            with connection:
                return _converse(connection, address, accepts, end)
    except TimeoutError as error:
        raise SourceError("address-slow", host=host) from error
    except ssl.SSLCertVerificationError as error:
        raise SourceError("address-certificate", host=host) from error
    except (http.client.HTTPException, ssl.SSLError, zlib.error, ValueError) as error:
        raise SourceError("address-bad-answer", host=host) from error
    except OSError as error:
        raise SourceError("address-unreachable", host=host) from error


def _public_numbers(address: WebAddress, resolve: Resolve, end: float) -> Sequence[str]:
    """The IP addresses of the host, all of them public. The system's resolver knows no limit of time: a thread does."""
    answers: queue.Queue[Sequence[str] | OSError | UnicodeError] = queue.Queue()

    def ask() -> None:
        try:
            answers.put(resolve(address.host, address.port))
        except (OSError, UnicodeError) as error:
            answers.put(error)

    threading.Thread(target=ask, name="resolve", daemon=True).start()
    try:
        numbers = answers.get(timeout=_left(end, address.host))
    except queue.Empty as error:
        raise SourceError("address-slow", host=address.host) from error
    if isinstance(numbers, Exception) or not numbers:
        raise SourceError("address-unknown", host=address.host)
    if not all(map(is_public, numbers)):
        raise SourceError("address-not-public", host=address.host)
    return numbers


def _connect_first(numbers: Sequence[str], address: WebAddress, connect: Connect, end: float) -> socket.socket:
    """A connection to the first of the checked addresses that answers."""
    failure: OSError = OSError()
    for number in numbers[:MOST_ADDRESSES]:
        try:
            return connect(number, address.port, min(LONGEST_CONNECTION_S, _left(end, address.host)))
        except OSError as error:
            failure = error
    raise failure


def _converse(
    connection: socket.socket, address: WebAddress, accepts: Callable[[str, str], bool], end: float
) -> Fetched | str:
    lines = [f"GET {address.target} HTTP/1.1", f"Host: {address.authority}", *(f"{k}: {v}" for k, v in _HEADERS)]
    connection.settimeout(_left(end, address.host))
    connection.sendall("\r\n".join((*lines, "", "")).encode("ascii"))
    response = http.client.HTTPResponse(cast("socket.socket", _Bounded(connection, end, address.host)), method="GET")
    try:
        response.begin()
        if response.status in _REDIRECTS:
            return _location(response, address.host)
        _check_status(response.status, address.host)
        media_type = response.headers.get_content_type().lower()
        if not accepts(media_type, address.target):
            raise SourceError("address-type", type=media_type[:60])
        limit = LARGEST_PAGE_BYTES if media_type.startswith("text/") or "html" in media_type else LARGEST_FILE_BYTES
        content = _read_content(response, limit, address.host)
        return Fetched(address, media_type, response.headers.get_content_charset(), content)
    finally:
        response.close()


def _location(response: http.client.HTTPResponse, host: str) -> str:
    location = response.headers.get("Location", "").strip()
    if not location:
        raise SourceError("address-bad-answer", host=host)
    # Headers come as Latin-1; addresses in them are UTF-8 where they are not ASCII.
    return location.encode("latin-1", "replace").decode("utf-8", "replace")


def _check_status(status: int, host: str) -> None:
    if 200 <= status < 300:
        return
    code = "address-missing" if status in _MISSING else "address-refused" if status in _REFUSALS else "address-failing"
    raise SourceError(code, host=host, status=str(status))


def _read_content(response: http.client.HTTPResponse, limit: int, host: str) -> bytes:
    """The content, unpacked where the server packed it without being asked; never more than `limit` bytes."""
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise SourceError("address-bad-answer", host=host)
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32) if packing not in ("identity", "") else None
    content = bytearray()
    too_large = SourceError("address-too-large", host=host, limit=limit // _MEGABYTE)
    if (response.length or 0) > limit:
        raise too_large
    while chunk := response.read(_CHUNK):
        content += unpacker.decompress(chunk, limit + 1 - len(content)) if unpacker else chunk
        if len(content) > limit:
            raise too_large
    if response.length or (unpacker is not None and not unpacker.eof):
        raise SourceError("address-bad-answer", host=host)  # the connection ended before the page did
    return bytes(content)


def _left(end: float, host: str) -> float:
    """The seconds that are left. Raises SourceError "address-slow" when none is."""
    left = end - time.monotonic()
    if left <= 0:
        raise SourceError("address-slow", host=host)
    return left


class _Bounded(io.RawIOBase):
    """A socket to read from, whose every read ends with the time for the whole page: slow drops do not prolong it."""

    def __init__(self, connection: socket.socket, end: float, host: str) -> None:
        self._connection, self._end, self._host = connection, end, host

    def makefile(self, mode: str) -> io.BufferedReader:
        """Return the stream that the HTTP reader of the standard library asks a socket for."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # a buffered reader gives no other
        """Read what has come, at most until the end of the time."""
        self._connection.settimeout(_left(self._end, self._host))
        return self._connection.recv_into(buffer)
