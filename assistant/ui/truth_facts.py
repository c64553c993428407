"""What the truth panel shows beside the points: the facts left out, and how much was copied from each source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.desk.articles import PlacedArticle
from assistant.desk.scoring import ScoredDraft
from assistant.facts.omissions import missing_facts
from assistant.facts.originality import LONG_RUN_WORDS, originality_state
from assistant.i18n import format_number
from assistant.model import CopiedRun, Draft, Omission, Originality
from assistant.ui.marks import Mark, place_in_article
from assistant.ui.state import session, t
from assistant.ui.truth_view import Value, shortened

MISSING_SHOWN: Final = 8
"""Facts shown at once, the most important ones. House rule: as many as one reads through."""
_STATES: Final = {"good": "supported", "improve": "unsupported", "bad": "altered"}


def facts_view(draft: Draft, scored: ScoredDraft) -> dict[str, Value]:
    """Return the facts that the article leaves out, ranked, and its originality, source by source."""
    omissions = omissions_of(draft, scored.placed)
    support = scored.reading.support
    return {
        "missing": [_missing(draft, omission) for omission in omissions[:MISSING_SHOWN]],
        "missingTitle": t("truth.missing", count=len(omissions)),
        "missingMore": t("truth.missing.more", count=len(omissions) - MISSING_SHOWN)
        if len(omissions) > MISSING_SHOWN
        else "",
        "originality": _originality(draft, support.originality) if support and scored.reading.words else None,
    }


def omissions_of(draft: Draft, placed: PlacedArticle) -> tuple[Omission, ...]:
    """Return the facts of the sources that the article leaves out; none before anything is written."""
    if not draft.sources or not any(section.text.strip() for section in draft.sections):
        return ()
    return missing_facts(placed.article.markdown, draft.sources, draft.language, draft.sections)


def omission_id(omission: Omission) -> str:
    """Return what names an omission in the browser."""
    return f"{omission.passage.source}:{omission.passage.start}:{omission.passage.end}"


def copied_marks(draft: Draft, scored: ScoredDraft) -> tuple[Mark, ...]:
    """Return the copied runs as marks, when they were asked for."""
    support = scored.reading.support
    if not session().shows_copied or support is None:
        return ()
    found = ((run, place_in_article(draft, scored.placed, (run.start, run.end))) for run in support.originality.runs)
    return tuple(
        Mark(f"copied:{number}", place, "copied", t("truth.copied.run", count=run.words), _from(draft, run))
        for number, (run, place) in enumerate(found)
        if place is not None and place.end > place.start
    )


def _from(draft: Draft, run: CopiedRun) -> str:
    source = draft.source(run.source)
    long = f" {t('truth.copied.long', count=LONG_RUN_WORDS)}" if run.words >= LONG_RUN_WORDS else ""
    return f"{t('truth.copied.from', name=source.name if source else '')}{long}"


def _missing(draft: Draft, omission: Omission) -> dict[str, Value]:
    source = draft.source(omission.passage.source)
    section = draft.section(omission.section or "")
    heading = shortened(section.heading) if section and section.heading else ""
    return {
        "id": omission_id(omission),
        "kind": t(f"truth.fact.{omission.kind}"),
        "text": omission.text,
        "language": source.language if source else draft.language,
        "source": source.name if source and len(draft.sources) > 1 else "",
        "passage": [omission.passage.source, omission.passage.start, omission.passage.end],
        "insert": t("truth.insert.in", heading=heading) if heading else t("truth.insert"),
    }


def _originality(draft: Draft, originality: Originality) -> dict[str, Value]:
    overlaps: Sequence[Value] = [
        t(
            "truth.copied.source",
            name=shortened(source.name),
            percent=_percent(overlap.copied_percent),
            count=overlap.longest_run_words,
        )
        for overlap in originality.overlaps
        if (source := draft.source(overlap.source)) is not None
    ]
    return {
        "state": _STATES[originality_state(originality)],
        "title": t("truth.copied", percent=_percent(originality.copied_percent)),
        "longest": t("truth.copied.longest", count=originality.longest_run_words),
        "rule": t("truth.copied.rule"),
        "overlaps": overlaps if len(draft.sources) > 1 else [],
        "runs": len(originality.runs),
        "show": t("truth.copied.hide" if session().shows_copied else "truth.copied.show", count=len(originality.runs)),
        "shown": session().shows_copied,
    }


def _percent(percent: float) -> str:
    return format_number(percent, session().language, 0 if percent >= 1 or not percent else 1)
