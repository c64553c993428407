"""A scripted server that speaks OpenAI's protocol, well or badly, as the first segment of the path asks for.

    with start() as server:
        base_url = server.url("cut;after=8")

    python -m tests.servers.scripted --port 8099      # base_url http://127.0.0.1:8099/cut;after=8/v1

The scenarios are in `scenarios.py`. Options follow the name: `delay=0.05` seconds between pieces (0.001), `after=5`
pieces before the fault, `first=5` seconds before the first piece, `repeat=2` times the text, `times=1` fails only the
first that many requests on this path and works afterwards, `name=…` is ignored and makes a path of its own,
`uncounted=1` tells no usage, `seed=…` is the chance of a played writer.
`GET /…/v1/models` lists two models, or refuses as the scenario does. `GET /journal` returns the journal as JSON.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from typing import Final
from urllib.parse import unquote

from tests.servers import scenarios
from tests.servers.connection import Connection, HungUpError, Request, read_request
from tests.servers.scenarios import chunk

FOREVER_S: Final = 120.0
"""Seconds after which whatever would last for ever ends, so that a forgotten client ends too."""


@dataclass
class Visit:
    """One request as the server saw it; guarded by the lock of the server's journal."""

    scenario: str
    path: str
    attempt: int
    body: dict[str, object]
    sent: int = 0
    hung_up: bool = False
    ended: bool = False


@dataclass(frozen=True)
class Script:
    """A scenario with its options."""

    name: str
    options: dict[str, str]

    def number(self, option: str, otherwise: float) -> float:
        """Return an option as a number."""
        return float(self.options.get(option, otherwise))


class ScriptedServer:
    """The running server as a test sees it: where it is, and what it was asked."""

    def __init__(self) -> None:
        self.port = 0
        self._visits: list[Visit] = []
        self._changed = threading.Condition()

    def url(self, scenario: str = "ok") -> str:
        """Return the base URL under which the server plays that scenario. Raises ValueError for an unknown one."""
        if scenario.split(";")[0] not in scenarios.KNOWN:
            raise ValueError(f"no such scenario: {scenario}")
        return f"http://127.0.0.1:{self.port}/{scenario}/v1"

    @property
    def journal(self) -> tuple[Visit, ...]:
        """The requests for an answer so far, oldest first."""
        with self._changed:
            return tuple(self._visits)

    def wait_until(self, condition: Callable[[tuple[Visit, ...]], bool], timeout_s: float = 10.0) -> bool:
        """Wait until the journal fulfils the condition; return False when it never did."""
        with self._changed:
            return self._changed.wait_for(lambda: condition(tuple(self._visits)), timeout_s)

    def wait_for_hang_up(self, timeout_s: float = 10.0) -> bool:
        """Wait until the client of some request hung up before its answer was over."""
        return self.wait_until(lambda visits: any(visit.hung_up for visit in visits), timeout_s)

    def visit(self, scenario: str, path: str, body: dict[str, object]) -> Visit:
        """Note a request."""
        with self._changed:
            attempt = 1 + sum(visit.path == path for visit in self._visits)
            self._visits.append(Visit(scenario, path, attempt, body))
            self._changed.notify_all()
            return self._visits[-1]

    def note(self, visit: Visit, *, sent: int = 0, hung_up: bool = False, ended: bool = False) -> None:
        """Note how a request goes on."""
        with self._changed:
            visit.sent += sent
            visit.hung_up |= hung_up
            visit.ended |= ended
            self._changed.notify_all()


async def play(connection: Connection, script: Script, request: Request, count: Callable[[], None]) -> None:
    """Answer one request as the script says; `count` is called for each piece of text sent."""
    name = script.name
    if name in scenarios.REFUSED_REQUESTS:
        await _refuse(connection, scenarios.REFUSED_REQUESTS[name], request)
    elif name == "small-context" and len(_prompt_of(request)) > script.number("limit", 3000):
        await _refuse(connection, scenarios.REFUSED_REQUESTS["context"], request)
    elif name == "black-hole":
        await connection.pause(FOREVER_S)
    elif name == "hang-up":
        connection.reset()
    elif name in scenarios.NOT_STREAMS:
        body, content_type = scenarios.NOT_STREAMS[name]
        await connection.answer(200, body or scenarios.completion(scenarios.ARTICLE), (), content_type)
    elif not request.body.get("stream"):
        text = scenarios.completion(scenarios.answer_text(name, _prompt_of(request)))
        await connection.answer(200, text, (), "application/json")
    else:
        await _stream(connection, script, request, count)


async def _refuse(connection: Connection, refused: scenarios.RefusedRequest, request: Request) -> None:
    key = request.headers.get("authorization", "").removeprefix("Bearer ")
    await connection.answer(refused.status, refused.body.replace("{key}", key), refused.headers, refused.content_type)


async def _stream(connection: Connection, script: Script, request: Request, count: Callable[[], None]) -> None:
    await connection.open_stream()
    await connection.part(chunk(""))
    first_s = script.number("first", FOREVER_S if script.name == "slow-first" else 0)
    if first_s:
        await connection.pause(first_s)
    text = scenarios.answer_text(script.name, _prompt_of(request), int(script.number("seed", 0))) * int(
        script.number("repeat", 1)
    )
    for index, piece in enumerate(_pieces(script.name, text)):
        if index == script.number("after", 5) and await _misbehave(connection, script.name):
            return
        for part in _parts(script.name, chunk(piece)):
            await connection.part(part)
        count()
        await connection.pause(script.number("delay", 0.001))
    await connection.part(chunk(None, "stop"))
    if script.name == "late-stall":
        await connection.pause(FOREVER_S)
    if script.name == "late-reset":
        connection.reset()
        return
    if not script.options.get("uncounted"):
        await connection.part(chunk(choices=[], usage=scenarios.USAGE))
    await connection.end_stream()


def _pieces(name: str, text: str) -> Iterator[str]:
    """Yield the pieces of the text; those of the endless scenarios never end."""
    if name == "stream-without-text":
        return
    if name == "endless-thoughts":
        yield "<think>"
    while name.startswith("endless"):
        yield from scenarios.pieces_of(text + " ")
    yield from scenarios.pieces_of(text)


def _parts(name: str, data: bytes) -> Iterator[bytes]:
    """Yield an event as it goes through the network: cut inside its characters for "split", else whole."""
    size = 3 if name == "split" else len(data)
    for start in range(0, len(data), size):
        yield data[start : start + size]


async def _misbehave(connection: Connection, name: str) -> bool:
    """Do to a stream what the scenario wants; return whether that was its end."""
    if name in _ODD_EVENTS:
        await connection.part(_ODD_EVENTS[name])
        return False
    if name == "stall":
        await connection.pause(FOREVER_S)
    if name == "keep-alive":
        while True:
            await connection.part(b": keep-alive\n\n")
            await connection.pause(0.05)
    if name == "error-in-stream":
        await connection.part(scenarios.event(b'{"error": {"message": "The server had an error", "code": null}}'))
    if name == "reset":
        connection.reset()
    if name in scenarios.FINISH_REASONS:
        await connection.part(chunk(None, scenarios.FINISH_REASONS[name]))
    if name in ("cut-cleanly", "cut-done", *scenarios.FINISH_REASONS):
        await connection.end_stream(done=name != "cut-cleanly")
    return name in scenarios.FAULTS


_ODD_EVENTS: Final = {
    "broken-json": scenarios.event(b'{"id": "x", "choices": [{"delta": {"cont'),
    "bad-utf8": scenarios.raw_delta(b" caf\xe9 \xff"),
    "surrogate": scenarios.raw_delta(b" \\ud83d fin"),
    "nul": scenarios.raw_delta(b" \\u0000 fin"),
    "empty-choices": chunk(choices=[]),
    "null-choices": chunk(choices=None),
    "null-delta": chunk(choices=[{"index": 0, "delta": None, "finish_reason": None}]),
}


def _prompt_of(request: Request) -> str:
    messages = request.body.get("messages")
    contents = [message.get("content") for message in messages] if isinstance(messages, list) else []
    return "\n".join(content for content in contents if isinstance(content, str))


def script_of(path: str) -> Script:
    """Return the script that a path asks for."""
    name, *options = unquote(path).split("/")[1].split(";")
    return Script(name, dict(option.split("=", 1) for option in options if "=" in option))


async def _serve_one(server: ScriptedServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    connection = Connection(reader, writer)
    with suppress(asyncio.IncompleteReadError, OSError, HungUpError):
        request = await read_request(reader)
        script = script_of(request.path)
        if request.path == "/journal":
            journal = json.dumps([asdict(visit) for visit in server.journal])
            await connection.answer(200, journal, (), "application/json")
        elif script.name not in scenarios.KNOWN:
            await connection.answer(404, f"no such scenario: {script.name}", (), "text/plain")
        elif re.search(r"/models/?$", request.path):
            await _list_models(connection, script, request)
        else:
            await _answer_visit(server, connection, script, request)
    writer.close()


async def _list_models(connection: Connection, script: Script, request: Request) -> None:
    if script.name in scenarios.REFUSED_REQUESTS:
        await _refuse(connection, scenarios.REFUSED_REQUESTS[script.name], request)
    elif script.name == "black-hole":
        await connection.pause(FOREVER_S)
    else:
        models = [
            {"id": name, "object": "model", "created": 1, "owned_by": "tests", "max_model_len": 8192}
            for name in scenarios.MODELS
        ]
        await connection.answer(200, json.dumps({"object": "list", "data": models}), (), "application/json")


async def _answer_visit(server: ScriptedServer, connection: Connection, script: Script, request: Request) -> None:
    visit = server.visit(script.name, request.path, request.body)
    if visit.attempt > script.number("times", float("inf")):
        script = Script("ok", script.options)
    try:
        await play(connection, script, request, lambda: server.note(visit, sent=1))
    except HungUpError:
        server.note(visit, hung_up=True)
    server.note(visit, ended=True)


@contextmanager
def start(port: int = 0) -> Iterator[ScriptedServer]:
    """Run the server in a thread of this process until the block ends; port 0 takes a free one."""
    server = ScriptedServer()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="scripted server", daemon=True)
    thread.start()
    listening = asyncio.run_coroutine_threadsafe(_listen(server, port), loop).result(10)
    try:
        yield server
    finally:
        asyncio.run_coroutine_threadsafe(_close(listening), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _listen(server: ScriptedServer, port: int) -> asyncio.Server:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _serve_one(server, reader, writer)
        except asyncio.CancelledError:
            # The server ends: there is no other moment to free the socket.
            writer.transport.abort()
            raise

    listening = await asyncio.start_server(serve, "127.0.0.1", port)
    server.port = listening.sockets[0].getsockname()[1]
    return listening


async def _close(listening: asyncio.Server) -> None:
    """Close the server and end what its connections are doing."""
    listening.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await listening.wait_closed()
    await asyncio.sleep(0)  # the transports that were aborted close their sockets in the next round of the loop


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="A scripted OpenAI-compatible server for tests.")
    parser.add_argument("--port", type=int, default=8099)
    with start(parser.parse_args().port) as server:
        print(f"http://127.0.0.1:{server.port}", flush=True)  # noqa: T201 - how whoever started it learns the port
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


if __name__ == "__main__":
    main()
