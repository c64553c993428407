"""How soon the score follows a key, alone and beside four running sections, and whether every key arrives.

The long one takes three and a half minutes: 2,000 characters at ten a second, as a person types. The other one types
for 20 seconds while there is no server.
"""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect, sync_playwright

from tests.browser import steps
from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.desk_server import DeskServer, desk_server
from tests.servers import scripted

KEYS = 60
MOVES = 9
KEY_PAUSE_MS = 100
CHARACTERS = 2000
CARET_CHECKED_EVERY = 200
CHARACTERS_ALONE = 200
PATIENCE_MS = 60_000
SENTENCE = "Élodie a noté « vingt-trois » points ; voilà l’été où l’on a répondu à tous, coûte que coûte. "
STREAMS = "ok;delay=0.15;repeat=200"
Row = tuple[str, float, str, float]

WATCH = """() => {
    const shown = () => document.querySelector(".total .words")?.textContent;
    window.keys = [];
    let [pressed, before] = [0, shown()];
    document.addEventListener("keydown", (event) => {
        if (event.key === "x") [pressed, before] = [performance.now(), shown()];
    }, true);
    new MutationObserver(() => {
        if (!pressed || shown() === before) return;
        const start = pressed;
        pressed = 0;
        requestAnimationFrame(() => window.keys.push(performance.now() - start));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""

WATCH_STREAMS = """() => {
    const shown = () => [...document.querySelectorAll(".article .busy")].map((body) => body.textContent).join("|");
    window.gaps = [];
    let [last, text] = [performance.now(), shown()];
    new MutationObserver(() => {
        if (shown() === text) return;
        text = shown();
        window.gaps.push(performance.now() - last);
        last = performance.now();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


MOVE = """(button) => new Promise((resolve) => {
    const article = () => [...document.querySelectorAll(".article .head")].map((head) => head.dataset.heading).join();
    const board = () => [...button.getRootNode().querySelectorAll("input.heading")].map((input) => input.value).join();
    const before = [article(), board()];
    const start = performance.now();
    let onBoard = 0;
    const look = () => {
        if (!onBoard && board() !== before[1]) onBoard = performance.now() - start;
        if (article() !== before[0]) return resolve([onBoard, performance.now() - start]);
        requestAnimationFrame(look);
    };
    button.click();
    look();
})"""


def rows() -> Iterator[Row]:
    """Yield the latencies in milliseconds and the characters lost; nothing, and one line, without Chromium."""
    if find_chromium() is None:
        yield ("typing: no Chromium here, not measured", 0.0, "ms", 0.0)
        return
    expect.set_options(timeout=PATIENCE_MS)
    with _desk() as (page, server):
        section = _written_article(page, server)
        yield ("article: reload to an article that can be edited", _ready(page), "s", 2.5)
        times = _latencies(page, section)
        yield ("typing: key to new score, idle, median", statistics.median(times), "ms", 200.0)
        yield ("typing: key to new score, idle, p95", _p95(times), "ms", 200.0)
        on_board, in_article = (statistics.median(times) for times in zip(*_moves(page), strict=True))
        yield ("outline: a heading moved, on the board", on_board, "ms", 300.0)
        yield ("outline: a heading moved, in the article", in_article, "ms", 300.0)
        lost = _type_without_server(page, server, section)
        yield (f"typing: lost of {CHARACTERS_ALONE} characters, 20 s without a server", lost, "", 0.0)
    with _streaming_desk() as (page, section):
        yield ("streams: from one update to the next, four streams, p95", _p95(_gaps(page)), "ms", 300.0)
        times = _latencies(page, section)
        yield ("typing: key to new score, four streams, p95", _p95(times), "ms", 400.0)
        lost, wrong = _type_long(page, section)
        yield (f"typing: lost of {CHARACTERS} characters, four streams", lost, "", 0.0)
        yield ("typing: checks with a wrong caret", wrong, "", 0.0)


@contextmanager
def _desk(environment: dict[str, str] | None = None) -> Iterator[tuple[Page, DeskServer]]:
    with (
        tempfile.TemporaryDirectory() as folder,
        desk_server(Path(folder), environment) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        page = browser.new_page(locale="fr-FR", viewport={"width": 1440, "height": 900})
        yield page, server
        browser.close()


def _written_article(page: Page, server: DeskServer) -> Locator:
    steps.open_desk(page, server.url)
    steps.paste_source(page)
    steps.write_all(page)
    return steps.section_texts(page).nth(1)


@contextmanager
def _streaming_desk() -> Iterator[tuple[Page, Locator]]:
    """Open an article of which four sections stream, for as long as it is open, and one is free to type in."""
    with scripted.start() as model:
        environment = {"OPENAI_BASE_URL": model.url(STREAMS), "OPENAI_API_KEY": "none", "INTERTITRE_MODEL": "local"}
        with _desk(environment) as (page, server):
            steps.open_desk(page, server.url)
            steps.paste_source(page)
            page.get_by_role("radio", name="Modèle local").click()
            sections = steps.section_texts(page)
            sections.last.wait_for()
            page.get_by_role("button", name="Ajouter un intertitre").click()
            page.keyboard.type("Écrit à la main")
            expect(page.locator(".head", has_text="Écrit à la main")).to_have_count(1)
            for number in range(4):
                page.get_by_role("button", name="Rédiger", exact=True).first.click()
                expect(sections.nth(number)).to_contain_text(re.compile(r"\w{3}"), timeout=30_000)
            yield page, sections.last


def _latencies(page: Page, section: Locator) -> list[float]:
    page.evaluate(WATCH)
    steps.type_at_end(section, " début")
    for number in range(KEYS):
        page.keyboard.type(" ")
        page.wait_for_timeout(700)
        page.keyboard.type("x")
        page.wait_for_function("(count) => window.keys.length > count", arg=number)
    times: list[float] = page.evaluate("window.keys")
    return times


def _moves(page: Page) -> list[list[float]]:
    """Return the milliseconds from a click that moves a heading to its new place on the board, and in the article."""
    times: list[list[float]] = []
    for _ in range(MOVES):
        times.append(page.get_by_role("button", name=re.compile("^Descendre l’intertitre 1")).evaluate(MOVE))
        steps.wait_until_saved(page)
    return times


def _gaps(page: Page) -> list[float]:
    """Return the milliseconds between the moments at which the page showed more of the streams, over 15 seconds."""
    page.evaluate(WATCH_STREAMS)
    page.wait_for_timeout(15_000)
    gaps: list[float] = page.evaluate("window.gaps")
    return gaps[1:]


def _ready(page: Page) -> float:
    begun = time.perf_counter()
    page.reload()
    steps.section_texts(page).last.wait_for()
    return time.perf_counter() - begun


def _type_without_server(page: Page, server: DeskServer, section: Locator) -> float:
    steps.switch_typography_off(page)
    text = (SENTENCE * 3)[:CHARACTERS_ALONE]
    server.kill()
    steps.put_caret(section, 0)
    page.keyboard.type(text, delay=KEY_PAUSE_MS)
    server.start()
    expect(page.get_by_text("Enregistré", exact=True).first).to_be_visible(timeout=60_000)
    page.reload()
    expect(section).to_contain_text(text[:20])
    return _differing(section.locator("p").first.inner_text()[:CHARACTERS_ALONE], text)


def _differing(got: str, wanted: str) -> float:
    return float(abs(len(wanted) - len(got)) or sum(one != two for one, two in zip(wanted, got, strict=False)))


def _type_long(page: Page, section: Locator) -> tuple[float, float]:
    steps.switch_typography_off(page)
    paragraph = section.locator("p").first
    before = paragraph.inner_text()
    middle = len(before) // 2
    text = (SENTENCE * (CHARACTERS // len(SENTENCE) + 1))[:CHARACTERS]
    steps.put_caret(section, middle)
    wrong = 0
    for start in range(0, CHARACTERS, CARET_CHECKED_EVERY):
        page.keyboard.type(text[start : start + CARET_CHECKED_EVERY], delay=KEY_PAUSE_MS)
        wrong += steps.caret(page) != middle + start + CARET_CHECKED_EVERY
    steps.wait_until_saved(page)
    wanted = before[:middle] + text + before[middle:]
    page.reload()
    expect(section).to_contain_text(text[-60:])
    return _differing(section.locator("p").first.inner_text(), wanted), wrong


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
