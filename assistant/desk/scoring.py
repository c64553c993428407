"""A draft judged: the article as it stands, beside its sources, by the rules of the house.

What a person has decided to stand for counts as carried: the record names that person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.checks.base import Reading
from assistant.checks.rules import DEFAULT_RULES, HouseRules
from assistant.checks.verdicts import ask_sources
from assistant.desk.articles import PlacedArticle, place_sections
from assistant.desk.points import review_of
from assistant.model import Article, Draft, Evidence, Scorecard, Section, Support
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
        placed.article,
        draft.brief,
        rules=rules,
        sources=draft.sources,
        evidence=evidence,
        service=service,
        checked=_vouched_for(draft, placed.article, evidence) if draft.decisions else None,
    )
    return ScoredDraft(score_reading(reading), reading, placed)


def _vouched_for(draft: Draft, article: Article, evidence: tuple[Evidence, ...]) -> Support | None:
    """Return what the sources say of the article, with the sentences that a person stands for as carried."""
    told = ask_sources(article, draft.sources, evidence)
    if told is None:
        return None
    kept = {sentence.sentence for sentence in review_of(draft).decided}
    settled = (
        replace(check, verdict="supported", findings=()) if article.markdown[check.start : check.end] in kept else check
        for check in told.sentences
    )
    return replace(told, sentences=tuple(settled))


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
