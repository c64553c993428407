"""Which sentences tell the same fact, which of them disagree, and which one leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from assistant.facts.denials import denying_party
from assistant.writing.agencies import NEWS_AGENCIES
from assistant.writing.cues import cues
from assistant.writing.resemblance import Content, Resemblance, cosine, tells_numbers
from assistant.writing.sentences import Sentence, is_damaged, phrase_pattern, plain

# House rules, fitted on pairs of sentences of five press articles on one event, read one by one: from these shares
# on, every pair told the same. Two sentences of one source are nearly always two facts in a parallel form.
TWIN_CONTAINMENT: Final = 0.42
TWIN_LIKENESS: Final = 0.38
CERTAIN_CONTAINMENT: Final = 0.55
MUTUAL_CONTAINMENT: Final = 0.4
ANCHORED_CONTAINMENT: Final = 0.3
ANCHORED_LIKENESS: Final = 0.25
"""Shares that are enough where two agencies count the same things and name the same place or person."""
OWN_TWIN_CONTAINMENT: Final = 0.8
OWN_TWIN_LIKENESS: Final = 0.6
REPORTER_LETTERS: Final = 30
NEAR_PLACES: Final = 2
"""Sentences of one source within which the same count is told again: `cinq drones`, then who said so. House rule."""
LEANING_SHARE: Final = 0.7
DAMAGED_SHARE: Final = 0.4
"""What a sentence that leans or was damaged by the paste is worth against one that stands. House rules."""
NEWER_BONUS: Final = 0.15
"""A source that tells the return is later than one that tells the departure: the newest leads. House rule."""
LEAD_CANDIDATES: Final = 3
LONGEST_LEAD_WORDS: Final = 45
"""Words above which a sentence is a poor lead. House rule: a standfirst of more is not read."""

_NUMBERED_THING = re.compile(r"\b([A-ZÀ-Þ][\w’]{1,20})[- ]\d{1,4}\b")


def lead_strength(sentence: Sentence, language: str) -> float:
    """Return how much the sentence reads like the first sentence of a news story: a day, a source, a full name."""
    words = set(plain(sentence.text).split())
    dated = bool(words & cues(language).relative_days)
    attributed = bool(words & NEWS_AGENCIES) or bool(words & cues(language).abstract_words)
    named = any(a[:1].isupper() and b[:1].isupper() for a, b in pairwise(sentence.text.split()[1:]))
    long = sentence.words > LONGEST_LEAD_WORDS
    return 2 * dated + attributed + named - sentence.place - 3 * sentence.leans - 0.5 * long


def turn_of(text: str, language: str) -> int:
    """Return 1 where the text tells that somebody is back, -1 where somebody only leaves, 0 else."""
    folded = plain(text)
    if phrase_pattern(cues(language).returns).search(folded):
        return 1
    return -1 if phrase_pattern(cues(language).departures).search(folded) else 0


def is_return(sentence: Sentence, language: str) -> bool:
    """Whether the sentence tells that somebody is back."""
    return turn_of(sentence.text, language) > 0


def is_departure(sentence: Sentence, language: str) -> bool:
    """Whether the sentence tells that somebody leaves, and not that he is back."""
    return turn_of(sentence.text, language) < 0


def find_leads(sentences: tuple[Sentence, ...], language: str) -> dict[str, int]:
    """Return for each source the index of the sentence that reads most like its first one."""
    leads: dict[str, tuple[float, int]] = {}
    for place, sentence in enumerate(sentences):
        if sentence.place < LEAD_CANDIDATES and sentence.kind != "list":
            strength = lead_strength(sentence, language)
            if sentence.source not in leads or strength > leads[sentence.source][0]:
                leads[sentence.source] = (strength, place)
    return {source: place for source, (_, place) in leads.items()}


def find_lead(
    sentences: tuple[Sentence, ...], leads: Mapping[str, int], resemblance: Resemblance, language: str
) -> int | None:
    """Return the sentence that opens the article: the strongest lead of the source that the others confirm most."""
    if not leads:
        return 0 if sentences else None
    if len(leads) == 1:
        return next(iter(leads.values()))
    followed = {(s.source, s.place - 1) for s in sentences if s.leans}
    anybody_leaves = any(is_departure(sentences[place], language) for place in leads.values())

    def confirmed(place: int) -> tuple[float, int]:
        lead = sentences[place]
        others = [other for other in leads.values() if other != place]
        likeness = sum(resemblance.likeness(place, other) for other in others) / len(others)
        strength = lead_strength(lead, language) + lead.place  # comparable across sources: some paste a caption first
        newer = NEWER_BONUS * (anybody_leaves and is_return(lead, language))
        return likeness + newer + 0.05 * strength - 0.1 * ((lead.source, lead.place) in followed), -place

    return max(leads.values(), key=confirmed)


def merge(
    sentences: tuple[Sentence, ...], resemblance: Resemblance, language: str
) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return each sentence that tells a fact, with its twins: the fullest one tells it, its likes become twins."""
    by_weight = sorted(
        range(len(sentences)),
        key=lambda place: (-_fullness(sentences[place], place, resemblance, language), place),
    )
    vectors = [resemblance.vector((place,)) for place in range(len(sentences))]
    holders: dict[str, list[int]] = {}
    twins: dict[int, list[int]] = {}
    told_by = [_reporters(sentence.text, language) for sentence in sentences]
    several = len({sentence.source for sentence in sentences}) > 1  # one source alone has no words to lose
    things = [_numbered_things(sentence.text) if several else "" for sentence in sentences]
    denied = [denying_party(sentence.text, language) is not None for sentence in sentences]
    opposed = [is_return(sentence, language) - is_departure(sentence, language) for sentence in sentences]
    for place in by_weight:
        teller = _teller(place, sentences, resemblance, vectors, holders, opposed, denied, told_by, things)
        if teller is not None:
            twins[teller].append(place)
            continue
        twins[place] = []
        for key in resemblance.contents[place].keys:
            holders.setdefault(key, []).append(place)
    return tuple((place, tuple(sorted(twins[place]))) for place in sorted(twins))


def _fullness(sentence: Sentence, place: int, resemblance: Resemblance, language: str) -> float:
    """Return how well the sentence tells its fact for its twins: what it says, less where it leans or is damaged."""
    weight = resemblance.weight(resemblance.contents[place].keys)
    return (
        weight
        * (LEANING_SHARE if sentence.leans else 1.0)
        * (DAMAGED_SHARE if is_damaged(sentence.text, language) else 1.0)
    )


def _teller(
    place: int,
    sentences: tuple[Sentence, ...],
    resemblance: Resemblance,
    vectors: list[dict[str, float]],
    holders: dict[str, list[int]],
    opposed: list[int],
    denied: list[bool],
    told_by: list[str],
    things: list[str],
) -> int | None:
    """Return the kept sentence that already tells what `place` tells, the closest one, or None."""
    content = resemblance.contents[place]
    near = sorted({other for key in content.keys for other in holders.get(key, ())})
    total = resemblance.weight(content.keys)
    best: tuple[float, int] | None = None
    for other in near:
        weight = resemblance.weight(content.keys & resemblance.contents[other].keys)
        if opposed[place] * opposed[other] < 0 or denied[place] != denied[other]:
            continue  # who is back does not leave, and who denies it does not tell it
        own = sentences[place].source == sentences[other].source
        near_by = abs(sentences[place].place - sentences[other].place) <= NEAR_PLACES
        counted = _is_anchored(content, resemblance.contents[other], resemblance, named=not own)
        anchored = (near_by or not own) and counted
        own = own and not anchored
        least, alike = _least(own, anchored)
        if weight < total * least:
            continue
        likeness = cosine(vectors[place], vectors[other])
        spared = told_by[place] + (things[place] if anchored else "")
        if likeness < alike or not _tells_all(place, other, resemblance, spared):
            continue
        certain = anchored or weight >= total * CERTAIN_CONTAINMENT
        if not certain and resemblance.containment(other, place) < MUTUAL_CONTAINMENT:
            continue
        best = max(best or (0.0, -1), (likeness, other))
    return best[1] if best else None


def _least(own: bool, anchored: bool) -> tuple[float, float]:
    """Return the containment and the likeness from which two sentences may tell the same."""
    if own:
        return OWN_TWIN_CONTAINMENT, OWN_TWIN_LIKENESS
    return (ANCHORED_CONTAINMENT, ANCHORED_LIKENESS) if anchored else (TWIN_CONTAINMENT, TWIN_LIKENESS)


def _is_anchored(one: Content, other: Content, resemblance: Resemblance, *, named: bool) -> bool:
    """Whether both count the same things, no span of time, and, where `named`, name the same place or person."""
    counted = {(value, noun) for value, noun in one.numbers if noun and noun not in resemblance.time_units}
    return bool(counted & set(other.numbers)) and (not named or bool(one.names & other.names))


def _reporters(text: str, language: str) -> str:
    """Return the words behind `l’agence`, `le journal`: the one who reports is no fact of the story."""
    nouns = phrase_pattern(cues(language).reporting_nouns)
    folded = plain(text)
    return " ".join(folded[found.end() :][:REPORTER_LETTERS] for found in nouns.finditer(folded))


def _numbered_things(text: str) -> str:
    """Return the folded names of models and types, such as Geran-25: a name with a number is of a thing, no party."""
    return "".join(plain(name) for name in _NUMBERED_THING.findall(text))


def _tells_all(inner: int, outer: int, resemblance: Resemblance, told_by: str) -> bool:
    """Whether `outer` has every number of `inner`, and every name, reporters left out, that is told nowhere else."""
    mine, theirs = resemblance.contents[inner], resemblance.contents[outer]
    if not tells_numbers(theirs, mine):
        return False
    return not any(resemblance.frequency[name] == 1 and f" {name}" not in told_by for name in mine.names)
