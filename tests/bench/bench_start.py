"""How long from a cold start of the server to a page that can be used, and to the same page once warm.

On Linux: what the server does is read from /proc.
"""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.desk_server import DeskServer, desk_server

RUNS = 5
IDLE_S = 0.3
# Asked at every frame: Playwright's own waiting looks twice a second in the end, and was a third of what was measured.
READY = """label => [...document.querySelectorAll(".stApp *")].some((host) => {
    const field = host.shadowRoot?.querySelector("textarea");
    return field?.getAttribute("aria-label") === label && field.checkVisibility() && !field.disabled;
})"""
Row = tuple[str, float, str, float]


def rows() -> Iterator[Row]:
    """Yield the medians in seconds; nothing, and one line, where there is no Chromium."""
    path = find_chromium()
    if path is None:
        yield ("page: no Chromium here, not measured", 0.0, "s", 0.0)
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        cold, warm = zip(*(_start(browser) for _ in range(RUNS)), strict=True)
        browser.close()
    yield ("page: cold start of the server to a ready page", statistics.median(cold), "s", 2.5)
    yield ("page: ready again in a new tab, warm", statistics.median(warm), "s", 1.0)


def _start(browser: Browser) -> tuple[float, float]:
    """Return the seconds to a ready page, from the start of the server and once more in a second tab."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        with desk_server(Path(folder)) as server:
            context = browser.new_context(locale="fr-FR")
            cold = _open(context, server.url, begun)
            _wait_until_idle(server)
            warm = _open(context, server.url, time.perf_counter())
            context.close()
            return cold, warm


def _wait_until_idle(server: DeskServer) -> None:
    """Wait until the server has imported what it imports after its first page."""
    assert server.process is not None
    used, pause = -1, threading.Event()
    while used != (used := _cpu_ticks(server.process.pid)):
        pause.wait(IDLE_S)


def _cpu_ticks(process_id: int) -> int:
    fields = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _open(context: BrowserContext, url: str, begun: float) -> float:
    page = context.new_page()
    page.goto(url)
    page.wait_for_function(READY, arg="Texte source et demande")
    return time.perf_counter() - begun
