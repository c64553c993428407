"""Writers of every temper, played by the scripted server: the article comes out in its band, true to its sources."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.desk.drafting import draft_from_sources, source_length, with_outline, write_article
from assistant.desk.report import report_on
from assistant.facts.verification import verify
from assistant.intake import read_text
from assistant.model import Draft
from assistant.text.markup import parse_markdown
from assistant.writing.chat import ChatWriter
from assistant.writing.endpoints import Endpoint
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.measuring import altered_spans
from tests.servers import scripted
from tests.servers.fixtures import server
from tests.servers.writers import INVENTED, ORDERED, TEMPERS

EXAMPLE = Path(__file__).parents[2] / "assistant" / "ui" / "examples" / "fr.txt"
CARRIED_SHARE = 0.8

__all__ = ["server"]

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(scope="module")
def planned() -> Draft:
    return planned_draft(EXAMPLE.read_text(encoding="utf-8"))


def planned_draft(text: str) -> Draft:
    """Return a draft with an outline that asks for four fifths of what the source carries, and can give as much."""
    draft = draft_from_sources([read_text(text, "source")])
    wanted = round(CARRIED_SHARE * source_length(draft).honest_maximum)
    draft = with_outline(
        replace(draft, brief=replace(draft.brief, min_words=wanted, target_words=None, max_words=None))
    )
    carried = report_on(write_article(draft, ExtractiveWriter())).words
    return replace(draft, brief=replace(draft.brief, min_words=min(wanted, carried)))


def written_by(temper: str, seed: int, draft: Draft, server: scripted.ScriptedServer) -> Draft:
    """Return the article as the writer of that temper leaves it."""
    endpoint = Endpoint(server.url(f"writer-{temper};delay=0;seed={seed}"), "played")
    return write_article(draft, ChatWriter(endpoint))


def is_in_band(draft: Draft) -> bool:
    """Whether the article has the words asked for, and at most a tenth more."""
    wanted = draft.brief.min_words or 0
    return wanted <= report_on(draft).words <= 1.1 * wanted


def altered_quotations(draft: Draft) -> list[str]:
    """Return the words in quotation marks that no source has."""
    bodies = [source.body for source in draft.sources]
    texts = [section.text for section in draft.sections]
    return [text[slice(*span)] for text in texts for span in altered_spans(text, bodies)]


def unmarked_sentences(draft: Draft) -> int:
    """Return how many sentences a section holds that were invented, or that the fact check finds red, and no remark."""
    unmarked = 0
    for section in draft.sections:
        version = section.versions[-1]
        invented = sum(section.text.count(sentence) for sentence in (*INVENTED, ORDERED))
        red = sum(check.verdict == "altered" for check in verify(version.text, draft, version.evidence))
        remarked = sum(remark.count for remark in version.remarks if remark.kind in ("unsupported", "altered"))
        unmarked += max(0, max(invented, red) - remarked)
    return unmarked


def obeys_outline(draft: Draft, planned: Draft) -> bool:
    """Whether every heading of the outline has a text of its own, made from its own passages, and no other heading."""
    for section, plan in zip(draft.sections, planned.sections, strict=True):
        named = {passage for piece in section.versions[-1].evidence for passage in piece.passages}
        if section.heading != plan.heading or not named or not named <= set(plan.passages):
            return False
        if any(block.kind == "heading" for block in parse_markdown(section.text)):
            return False
    return True


@pytest.mark.parametrize("temper", TEMPERS)
def test_whoever_writes_the_article_lands_in_its_band_and_true(
    temper: str, planned: Draft, server: scripted.ScriptedServer
) -> None:
    draft = written_by(temper, 1, planned, server)
    assert is_in_band(draft)
    assert altered_quotations(draft) == []
    assert obeys_outline(draft, planned)
    assert unmarked_sentences(draft) == 0
    text = "\n".join(section.text for section in draft.sections)
    assert not any(mark in text for mark in ("[1]", "[Q", "<think>", "Voici la section", "N’hésitez pas"))


def test_what_the_model_wrote_stays_as_a_version_when_it_was_mended(
    planned: Draft, server: scripted.ScriptedServer
) -> None:
    draft = written_by("inventive", 1, planned, server)
    mended = [section for section in draft.sections if len(section.versions) > 1]
    assert mended
    assert any(sentence in section.versions[0].text for section in mended for sentence in INVENTED)
    assert all(version.complete for section in mended for version in section.versions)
