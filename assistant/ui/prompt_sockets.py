"""Sockets that send at once.

Streamlit binds its socket in a way that keeps asyncio from switching Nagle's algorithm off (its accepted sockets have
no protocol number; the same in uvicorn, issue 3149 there). A small message then waits up to 40 ms for the browser to
acknowledge the one before: measured here at every second script of a page, every key, every update of a section.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from assistant.ui.resources import shared

_OPEN_FILES: Final = Path("/dev/fd")
_INTERNET: Final = (socket.AF_INET, socket.AF_INET6)


@shared
def send_at_once() -> int:
    """Have this server's sockets send small messages at once; return how many were told.

    Those that listen hand it on to each that they accept (Linux, macOS and the BSDs). Where open files are not listed,
    as on Windows, nothing is done and 0 returned.
    """
    return sum(_tell(number) for number in _open_files())


def _open_files() -> Iterator[int]:
    if _OPEN_FILES.is_dir():
        yield from [int(name) for name in os.listdir(_OPEN_FILES) if name.isdigit()]


def _tell(number: int) -> bool:
    try:
        opened = socket.socket(fileno=number)
    except OSError:
        return False  # no socket, or closed meanwhile
    try:
        if opened.family not in _INTERNET or opened.type != socket.SOCK_STREAM:
            return False
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError:
        return False
    else:
        return True
    finally:
        opened.detach()  # it belongs to the server
