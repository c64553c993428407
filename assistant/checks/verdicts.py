"""What the sources carry of an article, sentence by sentence, for the checks of facts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.facts.support import support
from assistant.model import Article, Evidence, SentenceCheck, Source, Span, Support


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The places in the reading of what is changed and of what is not carried; `claims` counts what claims anything.

    `by_place` has the check of each claim; headings are no sentences and have their own list of what is changed.
    """

    by_place: dict[int, SentenceCheck]
    altered: frozenset[int]
    unsupported: frozenset[int]
    claims: int
    altered_headings: tuple[SentenceCheck, ...] = ()


NO_VERDICTS = Verdicts({}, frozenset(), frozenset(), 0)


def ask_sources(article: Article, sources: tuple[Source, ...], evidence: tuple[Evidence, ...]) -> Support | None:
    """Return what the sources say of the article, None without sources; offsets point into `article.markdown`."""
    if not sources:
        return None
    return support(article.markdown, sources, article.language, evidence)


def verdicts_of(told: Support | None, sentences: Sequence[Span]) -> Verdicts:
    """Return the verdicts by place in `sentences`, whose spans point into the text that `told` is about."""
    if told is None or not sentences:
        return NO_VERDICTS
    starts = [start for start, _ in sentences]
    by_place: dict[int, SentenceCheck] = {}
    headings: list[SentenceCheck] = []
    for check in told.sentences:
        place = bisect_right(starts, check.start) - 1
        if check.verdict == "altered" and (place < 0 or check.start >= sentences[place][1]):
            headings.append(check)
        elif check.verdict != "not-a-claim" and place >= 0 and check.start < sentences[place][1]:
            worse = by_place.get(place)
            by_place[place] = worse if worse is not None and worse.verdict == "altered" else check
    altered = frozenset(place for place, check in by_place.items() if check.verdict == "altered")
    unsupported = frozenset(place for place, check in by_place.items() if check.verdict == "unsupported")
    return Verdicts(by_place, altered, unsupported, len(by_place), tuple(headings))
