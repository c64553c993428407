"""What a model's opinion may do to the verdict of the rules, and where the passage that it quotes stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.facts.quotations import spoken_words
from assistant.facts.reading import read
from assistant.model import ClaimFault, Opinion, Passage, SentenceCheck, Source, Span, Verdict

FEWEST_WORDS: Final = 4
"""Words from which a quoted passage says something by itself. House rule: any article holds most triples of words."""
HARD_FAULTS: Final[frozenset[ClaimFault]] = frozenset(["number", "date", "name", "quote"])
"""What the rules compare figure by figure and letter by letter: there no reader is better."""
LONGEST_PARTY: Final = 40
"""Characters up to which what the source says instead names somebody; longer it is the start of a sentence."""
_SHARED_ROOTS: Final = 1


def is_pair(kind: ClaimFault, expected: str) -> bool:
    """Whether what the source says instead is of the kind of the words found, so that both can be set side by side.

    A number for a number and a party for a party; not the mark of a doubt for the verb that lost it.
    """
    if kind in ("role", "attribution"):
        return 0 < len(expected) <= LONGEST_PARTY
    return bool(expected) and kind in (*HARD_FAULTS, "antonym", "negation")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The words of a body, folded and parted by one space, with the place and the span of each word."""

    joined: str
    places: dict[int, int]
    spans: tuple[Span, ...]


def quoted_passage(quoted: str, sources: Sequence[Source]) -> Passage | None:
    """Return where the words of `quoted` stand in a row in a source, typography aside; None when they do nowhere.

    Nothing is found for fewer than four words, unless they are a whole paragraph of the source.
    """
    wanted = spoken_words(quoted.strip(" \n\t«»“”\"'…"))
    count = len(wanted.split())
    for source in sources:
        spoken = _spoken(source.body)
        at = spoken.joined.find(wanted) if count else -1
        if at < 0:
            continue
        first = spoken.places[at + 1]
        last = spoken.places[spoken.joined.rfind(" ", 0, at + len(wanted) - 1) + 1]
        start, end = spoken.spans[first][0], spoken.spans[last][1]
        if count >= FEWEST_WORDS or any(block.text.strip(" .") == source.body[start:end] for block in source.blocks):
            return Passage(source.id, start, end)
    return None


def weigh(check: SentenceCheck, opinion: Opinion | None, sources: Sequence[Source], language: str) -> Verdict:
    """Return the verdict on a sentence that the rules and a model together give.

    An opinion turns amber to green or red, and green to amber unless the words stand in a source as they are; what the
    rules call altered stays so. Green and red need a passage of the sources that shares a word with the sentence; an
    amber number, date, name or quotation never turns green, and a sentence that states one is never free of claims.
    """
    if opinion is None or check.verdict == "altered" or opinion.verdict == check.verdict:
        return check.verdict
    if check.verdict in ("supported", "not-a-claim"):
        doubts = opinion.verdict in ("altered", "unsupported") and _counts(opinion, sources, language)
        return "unsupported" if doubts and not quoted_passage(opinion.sentence, sources) else check.verdict
    if opinion.verdict == "not-a-claim":
        return check.verdict if states_facts(opinion.sentence, language) else "not-a-claim"
    if not _counts(opinion, sources, language):
        return check.verdict
    if opinion.verdict == "supported" and any(finding.kind in HARD_FAULTS for finding in check.findings):
        return check.verdict
    return opinion.verdict


def states_facts(sentence: str, language: str) -> bool:
    """Whether the sentence states a number, a date or somebody's words."""
    reading = read(sentence, language)
    return bool(reading.quantities or reading.moments or reading.quotations)


def _counts(opinion: Opinion, sources: Sequence[Source], language: str) -> bool:
    """Whether the opinion names what it has to: nothing for what is not found, else a passage about the sentence."""
    if opinion.verdict == "unsupported":
        return True
    passage = opinion.passage
    source = next((source for source in sources if passage and source.id == passage.source), None)
    if passage is None or source is None or passage.end > len(source.body):
        return False
    if source.language != language:
        return True  # no word need be the same
    quoted, said = read(source.body[passage.start : passage.end], language), read(opinion.sentence, language)
    return (
        len(quoted.roots & said.roots) >= _SHARED_ROOTS
        or bool(quoted.concepts & said.concepts)
        or bool(quoted.quantities and said.quantities)
    )


@lru_cache(maxsize=64)
def _spoken(body: str) -> _Spoken:
    """Return the words as `spoken_words` reads them: the parts of a word apart, `%` as it is said."""
    parts: list[str] = []
    spans: list[Span] = []
    places: dict[int, int] = {}
    offset = 1
    for start, end in _stretches(body):
        for word in spoken_words(body[start:end]).split():
            places[offset] = len(spans)
            spans.append((start, end))
            parts.append(word)
            offset += len(word) + 1
    return _Spoken(f" {' '.join(parts)} ", places, tuple(spans))


def _stretches(body: str) -> list[Span]:
    """Return the stretches between spaces: in each the words stand without a gap."""
    stretches: list[Span] = []
    start = -1
    for place, character in enumerate(body):
        if character.isspace():
            if start >= 0:
                stretches.append((start, place))
            start = -1
        elif start < 0:
            start = place
    return [*stretches, (start, len(body))] if start >= 0 else stretches
