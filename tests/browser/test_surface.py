"""The article as one surface: typing of every kind, what comes from elsewhere, and the actions of its sections."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.browser import steps
from tests.browser.desk_server import DeskServer

WORD_HTML = """\
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style>p.MsoNormal{margin:0cm;font-family:Calibri} h2{color:red}</style></head><body lang=FR><!--StartFragment-->
<h2 style='color:#2E74B5'>Un <span style='font-size:20pt'>titre</span><o:p></o:p></h2>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span style='font-size:14pt'>Gras</span></b> et
<i>italique</i>, avec un <a href="https://exemple.fr/page">lien</a>
et un <a href="javascript:alert(1)">piège</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><!--[endif]-->Premier point<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><!--[endif]-->Second point<o:p></o:p></p>
<!--EndFragment--></body></html>"""

WEB_HTML = """\
<meta charset='utf-8'><div class="article__body"><script>document.title = "pris"</script>
<p style="color: rgb(1, 2, 3); font-weight: 400">Une <span style="font-weight:700">page</span> web
<img src="https://exemple.invalid/pixel.png" onerror="document.title = 'pris'"></p>
<blockquote><p>Une citation</p></blockquote><ol><li>un</li><li>deux</li></ol>
<table><tr><td>Nom</td><td>Nombre</td></tr></table><button>Partager</button></div>"""

PASTE = """(section, [html, text]) => {
    const clipboardData = new DataTransfer();
    if (html) clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    section.closest(".ProseMirror").dispatchEvent(event);
}"""


@pytest.fixture
def article(page: Page, desk: DeskServer) -> Page:
    steps.open_desk(page, desk.url)
    steps.paste_source(page)
    steps.write_all(page)
    return page


def _compose(session: CDPSession, *states: str) -> None:
    """Compose as a dead key or an input method does: each state in the place of the last, the last one for good."""
    for state in states:
        session.send(
            "Input.imeSetComposition", {"text": state, "selectionStart": len(state), "selectionEnd": len(state)}
        )
    session.send("Input.insertText", {"text": states[-1]})


def _html(section: Locator) -> str:
    """Return what the section holds, without the marks that are drawn over it."""
    drawn = re.sub(r"</?(?:mark|span)\b[^>]*>", "", section.inner_html())
    return re.sub(r' (class|title|rel|start)="[^"]*"', "", drawn)


def _after_reload(page: Page, section: Locator, text: str) -> str:
    steps.wait_until_saved(page)
    page.reload()
    expect(section).to_contain_text(text)
    return _html(section)


@pytest.mark.parametrize("states", [("^", "ê"), ("¨", "ï"), ("に", "にほ", "日本"), ("👩‍💻",)])
def test_dead_keys_and_input_methods_give_their_letters_while_the_page_is_redrawn(
    article: Page, states: tuple[str, ...]
) -> None:
    section = steps.section_texts(article).nth(1)
    steps.put_caret(section)
    article.keyboard.type(" B")  # its answer arrives within the composition
    _compose(article.context.new_cdp_session(article), *states)
    article.keyboard.type("te")
    wanted = f" B{states[-1]}te"
    expect(section.locator("p").first).to_have_text(re.compile(re.escape(wanted) + "$"))
    assert f"{wanted}</p>" in _after_reload(article, section, wanted)


def test_undo_takes_back_what_was_typed_and_not_what_changed_elsewhere(article: Page) -> None:
    sections = steps.section_texts(article)
    before = steps.text_of(sections.nth(1))
    steps.type_at_end(sections.nth(1), " Ajout.")
    steps.wait_until_saved(article)
    # The server changes a heading, moves sections, and rewrites another section.
    steps.board_inputs(article).first.fill("Un intertitre changé au plan")
    expect(article.locator(".head").first).to_contain_text("Un intertitre changé au plan")
    article.get_by_role("button", name="Réécrire", exact=True).first.click()
    expect(article.get_by_role("button", name="Tout est rédigé")).to_be_visible()
    steps.put_caret(sections.nth(1), 3)
    article.keyboard.press("Control+z")
    expect(sections.nth(1)).not_to_contain_text("Ajout.")
    assert steps.text_of(sections.nth(1)) == before
    expect(article.locator(".head").first).to_contain_text("Un intertitre changé au plan")
    article.keyboard.press("Control+y")
    expect(sections.nth(1)).to_contain_text(" Ajout.")


def test_a_paste_from_a_word_processor_keeps_its_structure_and_nothing_else(article: Page) -> None:
    section = steps.section_texts(article).first
    section.locator("p").first.evaluate("(paragraph) => getSelection().selectAllChildren(paragraph)")
    article.keyboard.press("Delete")
    section.evaluate(PASTE, [WORD_HTML, "Un titre"])
    html = _after_reload(article, section, "Second point")
    assert html.startswith(
        "<p><strong>Un titre</strong></p>"
        "<p><strong>Gras</strong> et <em>italique</em>, avec un "
        '<a href="https://exemple.fr/page">lien</a> et un piège.</p>'
        "<ul><li><p>Premier point</p></li><li><p>Second point</p></li></ul>"
    )


def test_a_paste_from_a_web_page_runs_and_loads_nothing(article: Page) -> None:
    asked: list[str] = []
    article.on("request", lambda request: asked.append(request.url))
    section = steps.section_texts(article).first
    section.locator("p").first.evaluate("(paragraph) => getSelection().selectAllChildren(paragraph)")
    article.keyboard.press("Delete")
    section.evaluate(PASTE, [WEB_HTML, "Une page web"])
    html = _after_reload(article, section, "Nom | Nombre")
    assert html.startswith(
        "<p>Une <strong>page</strong> web</p><blockquote><p>Une citation</p></blockquote>"
        "<ol><li><p>un</p></li><li><p>deux</p></li></ol><p>Nom | Nombre</p>"
    )
    assert "pris" not in article.title()
    assert not [url for url in asked if "exemple.invalid" in url]


def test_a_paste_into_a_line_is_one_line(article: Page) -> None:
    title = article.locator(".article .title")
    title.click()
    article.keyboard.press("Control+Home")
    title.evaluate(PASTE, [None, "Deux\nlignes : "])
    expect(title).to_have_text(re.compile("^Deux lignes : Le maire"))


def test_the_caret_and_the_selection_run_through_the_whole_article(article: Page) -> None:
    title = article.locator(".article .title")
    title.click()
    article.keyboard.press("Control+Home")
    visited = set()
    for _ in range(12):
        article.keyboard.press("ArrowDown")
        visited.add(
            article.evaluate("getSelection().focusNode.parentElement.closest('h3, h4, p').className.split(' ')[0]")
        )
    assert {"standfirst", ""} <= visited
    steps.put_caret(steps.section_texts(article).first, 3)
    for _ in range(9):
        article.keyboard.press("Shift+ArrowDown")
    copied = article.evaluate(
        """() => {
            const clipboardData = new DataTransfer();
            const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
            document.querySelector(".article").dispatchEvent(event);
            return clipboardData.getData("text/plain");
        }"""
    )
    second = article.locator(".head h4").nth(1).inner_text()
    assert second in copied
    assert "Réécrire" not in copied


def test_deleting_over_several_sections_empties_them_and_undo_brings_all_back(article: Page) -> None:
    sections = steps.section_texts(article)
    before = [steps.text_of(section) for section in sections.all()]
    headings = article.locator(".head h4").all_inner_texts()
    steps.put_caret(sections.first, 3)
    article.keyboard.press("Control+a")
    article.keyboard.type("Rien")
    expect(article.locator(".article .title")).to_have_text("Rien")
    assert [steps.text_of(section).strip() for section in sections.all()] == [""] * len(before)
    assert len(steps.board_inputs(article).all()) == len(before)
    article.keyboard.press("Control+z")
    expect(sections.first).to_have_text(before[0])
    assert [steps.text_of(section) for section in sections.all()] == before
    assert article.locator(".head h4").all_inner_texts() == headings


def test_a_heading_renamed_in_the_text_is_renamed_in_the_outline(article: Page) -> None:
    article.locator(".head h4").first.click()
    article.keyboard.press("End")
    article.keyboard.type(" et plus")
    expect(steps.board_inputs(article).first).to_have_value(re.compile(" et plus$"))
    article.keyboard.press("Enter")
    article.keyboard.type("Nouveau premier paragraphe.")
    expect(steps.section_texts(article).first.locator("p").first).to_have_text("Nouveau premier paragraphe.")


def test_typography_is_typed_and_can_be_switched_off(article: Page) -> None:
    section = steps.section_texts(article).first
    steps.put_caret(section)
    article.keyboard.press("Enter")
    article.keyboard.type("""Il dit : "oui" ! L'eau... à 12:30, http://a.fr ; « bien » ?""")
    paragraph = section.locator("p").last
    wanted = "Il dit\u00a0: «\u00a0oui\u00a0»\u202f! L’eau… à 12:30, http://a.fr\u202f; «\u00a0bien\u00a0»\u202f?"
    assert paragraph.inner_text() == wanted
    steps.switch_typography_off(article)
    article.keyboard.press("Enter")
    article.keyboard.type('"non" !')
    assert section.locator("p").last.inner_text() == '"non" !'


def test_formatting_by_keys_is_kept_as_markdown(article: Page) -> None:
    section = steps.section_texts(article).first
    steps.put_caret(section)
    article.keyboard.press("Enter")
    article.keyboard.press("Control+b")
    article.keyboard.type("Gras")
    article.keyboard.press("Control+b")
    article.keyboard.type(" puis")
    article.keyboard.press("Enter")
    article.keyboard.type("- un")
    article.keyboard.press("Enter")
    article.keyboard.type("deux")
    article.keyboard.press("Enter")
    article.keyboard.press("Enter")
    article.keyboard.type("> Citation")
    html = _after_reload(article, section, "Citation")
    assert html.endswith(
        "<p><strong>Gras</strong> puis</p><ul><li><p>un</p></li><li><p>deux</p></li></ul>"
        "<blockquote><p>Citation</p></blockquote>"
    )


def test_the_actions_of_a_section_are_reached_by_keys_and_left_again(article: Page) -> None:
    section = steps.section_texts(article).nth(1)
    steps.put_caret(section, 4)
    article.keyboard.press("Alt+Enter")
    expect(article.get_by_role("button", name="Réécrire", exact=True).nth(1)).to_be_focused()
    article.keyboard.press("Escape")
    article.keyboard.type("X")
    assert steps.text_of(section)[4] == "X"
    article.keyboard.press("Alt+F10")
    expect(article.get_by_role("toolbar").get_by_role("button").first).to_be_focused()
    article.keyboard.press("ArrowRight")
    expect(article.get_by_role("button", name=re.compile("^Italique"))).to_be_focused()
    article.keyboard.press("Escape")
    expect(article.locator(".article.ProseMirror-focused")).to_have_count(1)


def test_rewriting_what_a_person_wrote_asks_first_and_keeps_it_among_the_versions(article: Page) -> None:
    section = steps.section_texts(article).first
    steps.type_at_end(section, " De ma main.")
    steps.wait_until_saved(article)
    rewrite = article.get_by_role("button", name="Réécrire", exact=True).first
    rewrite.click()
    question = article.get_by_role("alertdialog")
    question.get_by_role("button", name="Garder mon texte").click()
    expect(section).to_contain_text("De ma main.")
    rewrite.click()
    question.get_by_role("button", name="Réécrire", exact=True).click()
    expect(section).not_to_contain_text("De ma main.")
    article.get_by_role("button", name="1 autre version").click()
    versions = article.get_by_role("dialog", name="1 autre version")
    expect(versions.get_by_role("listitem")).to_have_count(1)
    expect(versions).to_contain_text("écrit à la main")
    expect(versions).to_contain_text("De ma main.")
    versions.get_by_role("button", name="Rétablir").click()
    expect(section).to_contain_text("De ma main.")


def test_a_section_without_passages_says_what_to_do(article: Page) -> None:
    article.get_by_role("button", name="Ajouter un intertitre").click()
    article.keyboard.type("Sans source")
    expect(article.locator(".article .head").last).to_contain_text("Sans source")
    article.locator(".article .head").last.get_by_role("button", name="Rédiger").click()
    expect(steps.notice(article)).to_contain_text("L’intertitre « Sans source » n’a aucun passage des sources")


def test_without_its_module_the_plain_article_is_there_and_says_so(page: Page, desk: DeskServer) -> None:
    steps.open_desk(page, desk.url)
    page.route("**/app/static/**", lambda route: route.abort())
    steps.paste_source(page)
    expect(page.get_by_text("L’éditeur enrichi n’a pas pu s’ouvrir")).to_be_visible()
    steps.write_all(page)
    field = page.get_by_role("textbox", name=re.compile("^Texte de la section")).first
    field.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Tapé dans le texte simple.")
    steps.wait_until_saved(page)
    page.unroute("**/app/static/**")
    page.get_by_role("button", name="Rouvrir l’éditeur").click()
    expect(steps.section_texts(page).first).to_contain_text("Tapé dans le texte simple.")
