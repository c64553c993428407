"""One connection of the scripted server: requests are read, answers are written byte by byte."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass, field

from tests.servers import scenarios


class HungUpError(Exception):
    """The client closed the connection."""


@dataclass
class Request:
    """What the client sent."""

    path: str
    headers: dict[str, str]
    body: dict[str, object] = field(default_factory=dict)


class Connection:
    """One answer, written byte by byte so that each byte is the scenario's."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def send(self, data: bytes) -> None:
        """Send raw bytes. Raises HungUpError when nobody takes them."""
        if self._reader.at_eof():
            raise HungUpError
        try:
            self._writer.write(data)
            await self._writer.drain()
        except OSError as error:
            raise HungUpError from error

    async def answer(self, status: int, body: str, headers: tuple[tuple[str, str], ...], content_type: str) -> None:
        """Send a whole answer."""
        data = body.encode()
        lines = [f"HTTP/1.1 {status} Scripted", f"Content-Type: {content_type}", f"Content-Length: {len(data)}"]
        lines += [*(f"{name}: {value}" for name, value in headers), "Connection: close", "", ""]
        await self.send("\r\n".join(lines).encode() + data)

    async def open_stream(self) -> None:
        """Send the head of a stream."""
        head = ("HTTP/1.1 200 OK", "Content-Type: text/event-stream", "Transfer-Encoding: chunked", "Connection: close")
        await self.send("\r\n".join((*head, "", "")).encode())

    async def part(self, data: bytes) -> None:
        """Send a part of the stream."""
        await self.send(b"%x\r\n%b\r\n" % (len(data), data))

    async def end_stream(self, *, done: bool = True) -> None:
        """End the stream as the protocol of the transport wants it, with or without the protocol's own last word."""
        await self.part(scenarios.event(b"[DONE]")) if done else None
        await self.send(b"0\r\n\r\n")

    async def pause(self, seconds: float) -> None:
        """Wait. Raises HungUpError as soon as the client closes the connection."""
        try:
            await asyncio.wait_for(self._reader.read(1), seconds)
        except TimeoutError:
            return
        except OSError:
            pass
        raise HungUpError

    def reset(self) -> None:
        """Break the connection as a crashed proxy does."""
        connection: socket.socket = self._writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._writer.transport.abort()


async def read_request(reader: asyncio.StreamReader) -> Request:
    """Return the request that comes next. Raises IncompleteReadError when the client goes away before its end."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    with suppress(ValueError):
        return Request(first.split(" ")[1], headers, json.loads(body or b"{}"))
    return Request(first.split(" ")[1], headers)
