"""What a journalist does at the desk, as steps of a journey. Waiting is on what shows, never on time."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.words import SOURCE


def open_desk(page: Page, url: str) -> None:
    """Open the empty desk, and wait until its keys answer."""
    page.goto(url)
    expect(page.get_by_role("button", name="Lire le texte")).to_be_visible(timeout=30_000)
    wait_until_idle(page)
    expect(page.locator(".st-key-palette button.open")).not_to_have_text("")


def wait_until_idle(page: Page) -> None:
    """Wait until the server has answered everything and the page is drawn to its end."""
    expect(page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_attached(timeout=30_000)


def paste_source(page: Page, text: str = SOURCE) -> None:
    """Put the text into the paste field, as the clipboard would, and read it."""
    field = page.get_by_label("Texte source et demande")
    field.click()
    page.keyboard.insert_text(text)
    page.get_by_role("button", name="Lire le texte").click()
    # The first draft of a server imports what all drafts need, and the machine may be busy.
    expect(page.get_by_role("heading", name="Plan", exact=True)).to_be_visible(timeout=45_000)


def board_inputs(page: Page) -> Locator:
    """Return the headings of the outline board."""
    return page.get_by_role("textbox", name=re.compile(r"^Intertitre \d+ sur"))


def headings_on_board(page: Page) -> list[str]:
    """Return the headings as the board shows them, once it shows any."""
    expect(board_inputs(page).first).to_be_visible()
    return [field.input_value() for field in board_inputs(page).all()]


def section_texts(page: Page) -> Locator:
    """Return the texts of the sections on the article's surface."""
    return page.get_by_role("group", name=re.compile("^Texte de la section"))


def text_of(section: Locator) -> str:
    """Return what a section says, a block a line."""
    blocks = section.locator("p, pre, li:not(:has(p))").all()
    return "\n".join(block.inner_text() for block in blocks)


def put_caret(section: Locator, offset: int | None = None) -> None:
    """Put the caret into the first paragraph of a section, before the character at `offset`; None: at its end."""
    section.locator("p").first.evaluate(
        """(paragraph, offset) => {
            paragraph.closest(".ProseMirror").focus();
            const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
            let [node, place, left] = [paragraph, 0, offset ?? Infinity];
            while (walker.nextNode()) {
                [node, place] = [walker.currentNode, Math.min(left, walker.currentNode.data.length)];
                if (left <= walker.currentNode.data.length) break;
                left -= walker.currentNode.data.length;
            }
            getSelection().collapse(node, place);
        }""",
        offset,
    )
    expect(section.page.locator(".article.ProseMirror-focused")).to_have_count(1)


def caret(page: Page) -> int:
    """Return the offset of the caret in its paragraph."""
    offset: int = page.evaluate(
        """() => {
            const { focusNode, focusOffset } = getSelection();
            const element = focusNode.nodeType === Node.TEXT_NODE ? focusNode.parentElement : focusNode;
            const range = document.createRange();
            range.setStart(element.closest("p, h3, h4, h5, pre"), 0);
            range.setEnd(focusNode, focusOffset);
            return range.toString().length;
        }"""
    )
    return offset


def top_once_drawn(element: Locator) -> float:
    """Return how far the element is from the window's upper edge, in pixels, right after a frame was drawn.

    Between a change of the page and the frame that shows it things stand where nobody ever sees them.
    """
    top: float = element.evaluate(
        """(element) => new Promise((done) => requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(element.getBoundingClientRect().top);
            port2.postMessage(null);
        }))"""
    )
    return top


def type_at_end(section: Locator, text: str) -> None:
    """Type at the end of the first paragraph of a section."""
    put_caret(section)
    section.page.keyboard.type(text)
    expect(section).to_contain_text(text.strip())


def switch_typography_off(page: Page) -> None:
    """Have every key give what is printed on it."""
    button = page.get_by_role("button", name=re.compile("^Typographie automatique"))
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


def write_all(page: Page) -> None:
    """Have every empty section written, and wait for the last."""
    page.get_by_role("button", name=re.compile(r"^Rédiger (les \d+ sections|la section vide)")).click()
    expect(page.get_by_role("button", name="Tout est rédigé")).to_be_visible(timeout=60_000)
    expect(page.locator(".article .busy")).to_have_count(0)


def words_in_score(page: Page) -> int:
    """Return the number of words that the scorecard shows."""
    text = page.locator(".total .words").inner_text()
    return int("".join(re.findall(r"\d", text.split(" mot")[0])))


def wait_until_saved(page: Page) -> None:
    """Wait until no surface says that it is still saving."""
    expect(page.get_by_text("Enregistrement…")).to_have_count(0)


def notice(page: Page) -> Locator:
    """Return the notice that answers the last action; screen readers have its words in a place of their own."""
    return page.locator(".st-key-notice")


def has_focus(page: Page) -> bool:
    """Whether the caret is in the article."""
    return page.locator(".article.ProseMirror-focused").count() == 1
