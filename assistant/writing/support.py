"""The one door to what the sources support: everything that a model wrote is checked here before it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.facts.verification import verify, verify_line
from assistant.model import Draft, Evidence, Passage, SentenceCheck, Source, Verdict
from assistant.text.matching import content_words, stem

_NUMBER = re.compile(r"\d+(?:[.,\u202f\u00a0 ]\d{3})*(?:[.,]\d+)?")


def check_support(text: str, draft: Draft, evidence: Iterable[Evidence]) -> tuple[SentenceCheck, ...]:
    """Return what the sources say of each sentence of a section; offsets point into `text`."""
    return verify(text, draft, tuple(evidence))


@lru_cache(maxsize=4096)
def verdict_of(line: str, sources: tuple[Source, ...], language: str) -> Verdict:
    """Return the worst verdict on a heading or a title as it stands alone: "altered", "unsupported", else "supported".

    One that claims nothing is "supported".
    """
    found = {check.verdict for check in verify_line(line, sources, language, is_heading=True)}
    return "altered" if "altered" in found else "unsupported" if "unsupported" in found else "supported"


def coverage(text: str, passages: Sequence[Passage], draft: Draft) -> float:
    """Return the share, 0..1, of the content words and numbers of `text` that the passages have; 1 without any."""
    own = _notions(text, draft.language)
    told: set[str] = set()
    for passage in passages:
        source = draft.source(passage.source)
        if source is not None:
            told |= _notions(source.body[passage.start : passage.end], draft.language)
    return len(own & told) / len(own) if own else 1.0


def _notions(text: str, language: str) -> set[str]:
    numbers = {re.sub(r"\D", "", number) for number in _NUMBER.findall(text)}
    return numbers | {stem(word, language) for word in content_words(text, language)}
