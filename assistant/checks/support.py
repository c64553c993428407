"""What the sources carry of an article, sentence by sentence, for the checks of facts."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from assistant.facts.verification import SentenceCheck, verify
from assistant.model import Article, Evidence, Source, Span


@dataclass(frozen=True, slots=True)
class Support:
    """The verdicts: `checks` as `facts` gives them, and the places in the reading of what is not carried."""

    checks: tuple[SentenceCheck, ...] = ()
    altered: frozenset[int] = frozenset()
    unsupported: frozenset[int] = frozenset()
    claims: int = 0
    """Sentences that claim something."""


def support_of(
    article: Article, sources: tuple[Source, ...], evidence: tuple[Evidence, ...], sentences: tuple[Span, ...]
) -> Support:
    """Return what the sources say of the article's sentences, whose spans point into `article.markdown`."""
    if not sources or not sentences:
        return Support()
    checks = tuple(check for check in verify(article.markdown, sources, evidence) if check.verdict != "not-a-claim")
    starts = [start for start, _ in sentences]
    places: dict[str, set[int]] = {"altered": set(), "unsupported": set(), "supported": set()}
    for check in checks:
        place = bisect_right(starts, check.start) - 1
        if place >= 0 and check.start < sentences[place][1]:
            places[check.verdict].add(place)
    altered = frozenset(places["altered"])
    return Support(checks, altered, frozenset(places["unsupported"]) - altered, len(checks))
