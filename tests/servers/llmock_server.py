"""LLMock, somebody else's mock of model servers: an independent check of what ours plays.

It has an environment of its own, like the local model's, because it brings a web framework of its own.
"""

from __future__ import annotations

import json
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from tests.servers.local_model import build, cache_folder, free_port, wait_until_healthy

PINS: Final = (("llmock==0.2.2",),)


@dataclass(frozen=True)
class MockServer:
    """The running mock."""

    url: str

    @property
    def base_url(self) -> str:
        """Where a client of OpenAI's protocol reaches it."""
        return f"{self.url}/v1"

    def script(self, *behaviors: dict[str, object]) -> None:
        """Forget what was and play these behaviors at the next requests."""
        self._call("/reset", {})
        if behaviors:
            self._call("/scenario", {"behaviors": list(behaviors)})

    def verdict(self) -> dict[str, object]:
        """Return what the mock says of the client since `script`."""
        return self._call("/verdict", None)

    def _call(self, path: str, body: dict[str, object] | None) -> dict[str, object]:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/_llmock{path}", data, {"Content-Type": "application/json"})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as answer:
            found: dict[str, object] = json.load(answer)
            return found


@contextmanager
def llmock_server() -> Iterator[MockServer]:
    """Run the mock until the block ends. Raises SkipReason when its environment cannot be built."""
    python = build("llmock-0.2.2", PINS)
    port = free_port()
    with (cache_folder() / "llmock.log").open("wb") as log:
        command = [str(python.parent / "llmock"), "serve", "--port", str(port)]
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
    try:
        wait_until_healthy(process, port)
        yield MockServer(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
