"""How much of the article stands word for word in its sources, where, and how much of it the desk itself took over."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checks.fidelity import MIN_WORDS_FOR_SHARES
from assistant.desk.articles import PlacedArticle
from assistant.desk.scoring import ScoredDraft
from assistant.facts.originality import LONG_RUN_WORDS, originality_state
from assistant.i18n import format_number
from assistant.model import CopiedRun, Draft, Originality
from assistant.ui.marks import Mark, place_in_article
from assistant.ui.state import session, t
from assistant.ui.truth_view import Value, shortened

_STATES = {"good": "supported", "improve": "unsupported", "bad": "altered"}


def copied_view(draft: Draft, scored: ScoredDraft) -> dict[str, Value] | None:
    """Return the originality of the article, source by source; None while it is too short for a share to say much.

    `extracted` tells the share that the writer without a model took over and nobody has rewritten; empty without any.
    """
    support = scored.reading.support
    if support is None or scored.reading.words < MIN_WORDS_FOR_SHARES:
        return None
    originality = support.originality
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
    extracted = extracted_percent(draft, scored.placed, originality)
    return {
        "state": _STATES[originality_state(originality)],
        "title": t("truth.copied", percent=_percent(originality.copied_percent)),
        "extracted": t("truth.copied.extracted", percent=_percent(extracted)) if extracted else "",
        "longest": t("truth.copied.longest", count=originality.longest_run_words),
        "rule": t("truth.copied.rule"),
        "overlaps": overlaps if len(draft.sources) > 1 else [],
        "runs": len(originality.runs),
        "show": t("truth.copied.hide" if session().shows_copied else "truth.copied.show", count=len(originality.runs)),
        "shown": session().shows_copied,
    }


def extracted_percent(draft: Draft, placed: PlacedArticle, originality: Originality) -> float:
    """Return the part of the copied share, 0..100 of the article's words, that the writer without a model took over.

    Those are the copied runs that stand as they are in a text that it wrote for the same section. Its headings, title
    and standfirst are left out: they do not tell who wrote them.
    """
    whole = sum(run.words for run in originality.runs)
    own = sum(run.words for run in originality.runs if _is_extracted(draft, placed, run))
    return originality.copied_percent * own / whole if whole else 0.0


def _is_extracted(draft: Draft, placed: PlacedArticle, run: CopiedRun) -> bool:
    span = placed.section_at(run.start)
    section = draft.section(span.section_id) if span and run.start >= span.text[0] else None
    words = placed.article.markdown[run.start : run.end]
    return section is not None and any(
        version.origin == "extractive" and words in version.text for version in section.versions
    )


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


def _percent(percent: float) -> str:
    return format_number(percent, session().language, 0 if percent >= 1 or not percent else 1)
