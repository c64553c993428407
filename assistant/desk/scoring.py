"""A draft judged: the article as it stands, beside its sources, by the rules of the house."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.checks.base import Reading
from assistant.checks.rules import DEFAULT_RULES, HouseRules
from assistant.desk.articles import PlacedArticle, place_sections
from assistant.model import Draft, Evidence, Scorecard, Section
from assistant.scorecard import score_reading


@dataclass(frozen=True, slots=True)
class ScoredDraft:
    """A draft's scorecard, with what it was read from: findings point into `placed.article.markdown`."""

    card: Scorecard
    reading: Reading
    placed: PlacedArticle


def score_draft(draft: Draft, rules: HouseRules = DEFAULT_RULES) -> ScoredDraft:
    """Return the scorecard of the draft; its service blocks may retell, and its sources are compared."""
    placed = place_sections(draft)
    by_id = {section.id: section for section in draft.sections}
    service = tuple(span.text for span in placed.sections if by_id[span.section_id].kind != "story")
    evidence = tuple(shifted for span in placed.sections for shifted in _evidence(by_id[span.section_id], span.text[0]))
    reading = Reading(
        placed.article, draft.brief, rules=rules, sources=draft.sources, evidence=evidence, service=service
    )
    return ScoredDraft(score_reading(reading), reading, placed)


def _evidence(section: Section, start: int) -> tuple[Evidence, ...]:
    """Return the evidence of the section's text with its offsets in the article."""
    if not section.versions:
        return ()
    leading = len(section.text) - len(section.text.lstrip("\n"))
    return tuple(
        Evidence(max(start, start + each.start - leading), start + each.end - leading, each.passages)
        for each in section.versions[-1].evidence
        if each.end > leading
    )
