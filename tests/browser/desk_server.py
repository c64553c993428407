"""A real desk on a free port, with a database of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
READY_WITHIN_S = 60.0


@dataclass
class DeskServer:
    """One process of the desk. `restart` brings it back on the same port with the same database."""

    port: int
    database: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    log: Path = field(default_factory=Path)
    script: Path = Path("app.py")

    @property
    def url(self) -> str:
        """The address of the desk."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Start the process and wait until it answers."""
        environment = {**os.environ, **self.environment, "INTERTITRE_DATABASE": f"sqlite:///{self.database}"}
        command = [sys.executable, "-m", "streamlit", "run", str(self.script), "--server.headless=true"]
        options = [f"--server.port={self.port}", "--server.address=127.0.0.1", "--server.fileWatcherType=none"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen([*command, *options], cwd=ROOT, env=environment, stdout=log, stderr=log)
        self._wait_until_ready()

    def kill(self) -> None:
        """End the process at once, as a crash would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def hold(self) -> None:
        """Let the process do nothing until `resume`, as a machine without a free core does."""
        if self.process is not None:
            self.process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let the process go on."""
        if self.process is not None:
            self.process.send_signal(signal.SIGCONT)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + READY_WITHIN_S
        pause = threading.Event()
        while time.monotonic() < deadline:
            if self.process is not None and self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}_stcore/health", timeout=1):
                    return
            except (urllib.error.URLError, OSError):
                pause.wait(0.05)
        raise RuntimeError(f"the desk did not start:\n{self.log.read_text(encoding='utf-8')[-3000:]}")


@contextmanager
def desk_server(
    folder: Path, environment: Mapping[str, str] | None = None, *, script: Path = Path("app.py")
) -> Iterator[DeskServer]:
    """Run a desk whose data are in `folder` until the block ends."""
    server = DeskServer(free_port(), folder / "drafts.db", environment or {}, log=folder / "server.log", script=script)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
