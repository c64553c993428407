"""How long the points, the facts left out and the record take after one edit of an article."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from assistant.desk.articles import article_of
from assistant.desk.drafting import draft_from_sources, with_outline, write_article
from assistant.desk.points import review_of
from assistant.desk.reviewing import review_record
from assistant.facts.omissions import missing_facts
from assistant.intake import read_text
from assistant.model import Draft
from assistant.writing.extractive import ExtractiveWriter

EXAMPLE = Path(__file__).parents[2] / "assistant" / "ui" / "examples" / "fr.txt"
EDITS = 20
Row = tuple[str, float, str, float]


def rows() -> Iterator[Row]:
    """Yield the times in milliseconds, each after an edit of one sentence."""
    draft = write_article(
        with_outline(draft_from_sources([read_text(EXAMPLE.read_text(encoding="utf-8"), "example")])),
        ExtractiveWriter(),
    )
    review_of(draft)
    yield ("truth: points after one edit", _after_edits(draft, review_of), "ms", 30.0)
    yield ("truth: facts left out after one edit", _after_edits(draft, _missing), "ms", 30.0)
    yield ("truth: record of the review", _after_edits(draft, review_record), "ms", 60.0)


def _after_edits(draft: Draft, measured: Callable[[Draft], object]) -> float:
    times = []
    for number in range(EDITS):
        edited = _edited(draft, number)
        start = time.perf_counter()
        measured(edited)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def _edited(draft: Draft, number: int) -> Draft:
    section = draft.sections[0]
    version = replace(section.versions[-1], text=f"{section.text} La maire en a parlé {number} fois.")
    return replace(draft, sections=(replace(section, versions=(version,)), *draft.sections[1:]))


def _missing(draft: Draft) -> object:
    return missing_facts(article_of(draft).markdown, draft.sources, draft.language, draft.sections)
