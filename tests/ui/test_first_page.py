"""What the first page of a server waits for, and how soon its sockets answer."""

from __future__ import annotations

import socket
import subprocess
import sys

from assistant.ui.prompt_sockets import send_at_once
from assistant.ui.resources import forget_shared

LATER = ("sqlalchemy", "assistant.model", "assistant.intake", "assistant.writing", "textstat", "pandas")


def test_the_empty_desk_imports_neither_the_database_nor_what_reads_and_writes() -> None:
    script = f"import sys, assistant.ui.desk_page; print([name for name in {LATER!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_sockets_that_listen_have_those_that_they_accept_send_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        assert not listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        forget_shared()
        assert send_at_once() >= 1
        with socket.create_connection(listening.getsockname()):
            accepted, _ = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
