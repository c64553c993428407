"""What the truth panel shows beside the points: the facts left out, and how much was copied."""

from __future__ import annotations

from typing import Final

from assistant.desk.articles import PlacedArticle
from assistant.desk.scoring import ScoredDraft
from assistant.facts.omissions import missing_facts
from assistant.model import Draft, Omission
from assistant.ui.state import t
from assistant.ui.truth_copied import copied_view
from assistant.ui.truth_view import Value, shortened

MISSING_SHOWN: Final = 8
"""Facts shown at once, the most important ones. House rule: as many as one reads through."""


def facts_view(draft: Draft, scored: ScoredDraft) -> dict[str, Value]:
    """Return the facts that the article leaves out, ranked, and its originality, source by source."""
    omissions = omissions_of(draft, scored.placed)
    return {
        "missing": [_missing(draft, omission) for omission in omissions[:MISSING_SHOWN]],
        "missingTitle": t("truth.missing", count=len(omissions)),
        "missingMore": t("truth.missing.more", count=len(omissions) - MISSING_SHOWN)
        if len(omissions) > MISSING_SHOWN
        else "",
        "originality": copied_view(draft, scored),
    }


def omissions_of(draft: Draft, placed: PlacedArticle) -> tuple[Omission, ...]:
    """Return the facts of the sources that the article leaves out; none before anything is written."""
    if not draft.sources or not draft.is_written:
        return ()
    return missing_facts(placed.article.markdown, draft.sources, draft.language, draft.sections)


def omission_id(omission: Omission) -> str:
    """Return what names an omission in the browser."""
    return f"{omission.passage.source}:{omission.passage.start}:{omission.passage.end}"


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
