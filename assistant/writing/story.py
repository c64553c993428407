"""The story that the sources tell together: each fact once, with every sentence that tells it.

A fact is printed in the words of one sentence; its twins are the sentences of other sources that tell the same, and
stay bound to it. Sentences whose numbers disagree are never twins: both are kept, side by side.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from assistant.model import Draft, Passage, Source
from assistant.writing.agencies import NEWS_AGENCIES
from assistant.writing.cues import cues
from assistant.writing.resemblance import Resemblance, compare, cosine
from assistant.writing.sentences import Sentence, capitalised_words, plain, read_sentences, surnames

# House rules, fitted on pairs of sentences of five press articles on one event, read one by one: from these shares
# on, every pair told the same. Two sentences of one source are nearly always two facts in a parallel form.
TWIN_CONTAINMENT: Final = 0.42
TWIN_LIKENESS: Final = 0.38
OWN_TWIN_CONTAINMENT: Final = 0.8
OWN_TWIN_LIKENESS: Final = 0.6
DISPUTE_LIKENESS: Final = 0.12
DISPUTE_SHARED_KEYS: Final = 3
MOST_COMMON_SHARE: Final = 0.25
"""A word in more of the sentences than this tells no topic from another. House rule."""
MOST_SENTENCES: Final = 1_500
"""Sentences compared with each other; what a longer dossier holds beyond them is left to the journalist."""
LEAD_CANDIDATES: Final = 3
LONGEST_LEAD_WORDS: Final = 45
"""Words above which a sentence is a poor lead. House rule: a standfirst of more is not read."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What one sentence tells, and the other sentences that tell it too. `index` is its place in `Story.facts`."""

    index: int
    sentence: Sentence
    twins: tuple[Sentence, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Where it is told: first the sentence that is printed."""
        return (self.sentence.passage, *(twin.passage for twin in self.twins))


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """All facts in the order of the sources. `sentences[i]` is read by `resemblance` under the same index.

    `lead` is the index of the fact that opens the article, None without a sentence. `follows[i]` is the index of the
    fact that fact `i` leans on, or None. `disputes` are pairs of facts whose numbers disagree. `left` are the sentences
    beyond `MOST_SENTENCES`, in none of the facts.
    """

    language: str
    sentences: tuple[Sentence, ...]
    resemblance: Resemblance
    facts: tuple[Fact, ...]
    lead: int | None
    follows: tuple[int | None, ...]
    disputes: tuple[tuple[int, int], ...]
    left: tuple[Sentence, ...] = ()

    def vector(self, facts: tuple[int, ...]) -> dict[str, float]:
        """Return the weighted keys of several facts."""
        return self.resemblance.vector(self.place_of(self.facts[fact].sentence) for fact in facts)

    def centre(self) -> dict[str, float]:
        """Return the weighted keys of the whole story."""
        return _centre(self)

    def containment(self, inner: int, outer: int) -> float:
        """Return the share, 0..1, of what fact `inner` tells that fact `outer`, of another source, tells too."""
        one, other = self.facts[inner].sentence, self.facts[outer].sentence
        if one.source == other.source:
            return 0.0
        return self.resemblance.containment(self.place_of(one), self.place_of(other))

    def days_of(self, source: str) -> frozenset[str]:
        """Return the days that the first sentences of the source name: when its news happened; empty when unsaid."""
        first = [sentence.text for sentence in self.sentences if sentence.source == source][:LEAD_CANDIDATES]
        for text in first:
            days = set(plain(text).split()) & cues(self.language).relative_days
            if days:
                return frozenset(days)
        return frozenset()

    @property
    def is_merged(self) -> bool:
        """Whether several sources tell the story."""
        return bool(self.sentences) and self.sentences[0].source != self.sentences[-1].source

    def same_source(self, one: int, other: int) -> bool:
        """Whether both facts are printed from one source."""
        return self.facts[one].sentence.source == self.facts[other].sentence.source

    def bare_names(self, fact: int) -> frozenset[str]:
        """Return the folded surnames that the fact uses and another fact of its source introduces."""
        sentence = self.facts[fact].sentence
        introduced = _introduced(self)[sentence.source]
        return frozenset(introduced & capitalised_words(sentence.text)) - surnames(sentence.text)

    def corroboration(self, fact: int) -> float:
        """Return the mean share, 0..1, of the fact that each of the other sources tells at best in one sentence."""
        return _corroborations(self)[fact]

    def topic_vector(self, facts: tuple[int, ...]) -> dict[str, float]:
        """Return the weighted keys that tell one topic of the story from another: neither everywhere nor only once."""
        contents = self.resemblance
        most = max(MOST_COMMON_SHARE * len(self.sentences), 2)
        return {key: weight for key, weight in self.vector(facts).items() if 2 <= contents.frequency[key] <= most}

    def place_of(self, sentence: Sentence) -> int:
        """Return the index of the sentence in `sentences`."""
        return self._places()[sentence.source, sentence.start]

    def fact_of(self, sentence: Sentence) -> int:
        """Return the index of the fact that the sentence tells."""
        return _facts_by_place(self.facts)[sentence.source, sentence.start]

    def sentences_in(self, passage: Passage) -> tuple[Sentence, ...]:
        """Return the sentences that lie in the passage for at least half of themselves, or hold it; in their order."""
        return tuple(
            sentence
            for sentence in self.sentences
            if sentence.source == passage.source
            and 2 * (min(sentence.end, passage.end) - max(sentence.start, passage.start))
            >= min(sentence.end - sentence.start, passage.end - passage.start)
            and min(sentence.end, passage.end) > max(sentence.start, passage.start)
        )

    def _places(self) -> dict[tuple[str, int], int]:
        return _places(self.sentences)


def tell(draft: Draft) -> Story:
    """Return the story that the sources of `draft` tell together."""
    return tell_sources(draft.sources, draft.language)


@lru_cache(maxsize=16)
def tell_sources(sources: tuple[Source, ...], language: str) -> Story:
    """Return the story that the sources tell together; empty without a sentence. Same sources, same story."""
    everything = tuple(sentence for source in sources for sentence in read_sentences(source, language))
    sentences, left = everything[:MOST_SENTENCES], everything[MOST_SENTENCES:]
    resemblance = compare([sentence.text for sentence in sentences], language)
    lead_place = _lead_place(sentences, resemblance, language)
    facts = _merge(sentences, resemblance)
    by_place = _facts_by_place(facts)
    lead = None if lead_place is None else by_place[sentences[lead_place].source, sentences[lead_place].start]
    return Story(
        language,
        sentences,
        resemblance,
        facts,
        lead,
        _follows(sentences, facts, by_place),
        _disputes(facts, resemblance, _places(sentences)),
        left,
    )


def contradictions(draft: Draft) -> tuple[tuple[Passage, Passage], ...]:
    """Return the pairs of passages, of two sources, that count the same thing and arrive at different numbers."""
    story = tell(draft)
    return tuple(
        (story.facts[one].sentence.passage, story.facts[other].sentence.passage) for one, other in story.disputes
    )


def lead_strength(sentence: Sentence, language: str) -> float:
    """Return how much the sentence reads like the first sentence of a news story: a day, a source, a full name."""
    words = set(plain(sentence.text).split())
    dated = bool(words & cues(language).relative_days)
    attributed = bool(words & NEWS_AGENCIES) or bool(words & cues(language).abstract_words)
    named = any(a[:1].isupper() and b[:1].isupper() for a, b in pairwise(sentence.text.split()[1:]))
    long = sentence.words > LONGEST_LEAD_WORDS
    return 2 * dated + attributed + named - sentence.place - 3 * sentence.leans - 0.5 * long


def _lead_place(sentences: tuple[Sentence, ...], resemblance: Resemblance, language: str) -> int | None:
    """Return the sentence that opens the article: the strongest lead of the source that the others confirm most."""
    leads: dict[str, tuple[float, int]] = {}
    for place, sentence in enumerate(sentences):
        if sentence.place < LEAD_CANDIDATES and sentence.kind != "list":
            strength = lead_strength(sentence, language)
            if sentence.source not in leads or strength > leads[sentence.source][0]:
                leads[sentence.source] = (strength, place)
    if not leads:
        return 0 if sentences else None
    if len(leads) == 1:
        return next(iter(leads.values()))[1]
    followed = {(s.source, s.place - 1) for s in sentences if s.leans}

    def confirmed(item: tuple[float, int]) -> tuple[float, int]:
        strength, place = item
        others = [other for _, other in leads.values() if other != place]
        lead = sentences[place]
        likeness = sum(resemblance.likeness(place, other) for other in others) / len(others)
        strength += lead.place  # comparable across sources: some paste a caption first
        return likeness + 0.05 * strength - 0.1 * ((lead.source, lead.place) in followed), -place

    return max(leads.values(), key=confirmed)[1]


def _merge(sentences: tuple[Sentence, ...], resemblance: Resemblance) -> tuple[Fact, ...]:
    """Return the facts in the order of the sources: the fullest sentence tells a fact, its likes become twins."""
    by_weight = sorted(
        range(len(sentences)),
        key=lambda place: (-resemblance.weight(resemblance.contents[place].keys), place),
    )
    vectors = [resemblance.vector((place,)) for place in range(len(sentences))]
    holders: dict[str, list[int]] = {}
    twins: dict[int, list[int]] = {}
    for place in by_weight:
        teller = _teller(place, sentences, resemblance, vectors, holders)
        if teller is not None:
            twins[teller].append(place)
            continue
        twins[place] = []
        for key in resemblance.contents[place].keys:
            holders.setdefault(key, []).append(place)
    kept = sorted(twins)
    return tuple(
        Fact(index, sentences[place], tuple(sentences[twin] for twin in sorted(twins[place])))
        for index, place in enumerate(kept)
    )


def _teller(
    place: int,
    sentences: tuple[Sentence, ...],
    resemblance: Resemblance,
    vectors: list[dict[str, float]],
    holders: dict[str, list[int]],
) -> int | None:
    """Return the kept sentence that already tells what `place` tells, the closest one, or None."""
    shared: dict[int, float] = {}
    content = resemblance.contents[place]
    for key in content.keys:
        for other in holders.get(key, ()):
            shared[other] = shared.get(other, 0.0) + resemblance.weights[key]
    total = resemblance.weight(content.keys)
    best: tuple[float, int] | None = None
    for other, weight in shared.items():
        own = sentences[place].source == sentences[other].source
        if weight < total * (OWN_TWIN_CONTAINMENT if own else TWIN_CONTAINMENT):
            continue
        likeness = cosine(vectors[place], vectors[other])
        if likeness < (OWN_TWIN_LIKENESS if own else TWIN_LIKENESS) or not _tells_all(place, other, resemblance):
            continue
        best = max(best or (0.0, -1), (likeness, other))
    return best[1] if best else None


def _tells_all(inner: int, outer: int, resemblance: Resemblance) -> bool:
    """Whether `outer` has every number of `inner`, and every name that no other sentence would tell."""
    mine, theirs = resemblance.contents[inner], resemblance.contents[outer]
    told = {value for value, _ in theirs.numbers}
    if any(value not in told for value, _ in mine.numbers):
        return False
    return not any(resemblance.frequency[name] == 1 for name in mine.names)


@lru_cache(maxsize=16)
def _places(sentences: tuple[Sentence, ...]) -> dict[tuple[str, int], int]:
    return {(sentence.source, sentence.start): place for place, sentence in enumerate(sentences)}


@lru_cache(maxsize=16)
def _facts_by_place(facts: tuple[Fact, ...]) -> dict[tuple[str, int], int]:
    return {
        (sentence.source, sentence.start): fact.index for fact in facts for sentence in (fact.sentence, *fact.twins)
    }


@lru_cache(maxsize=4)
def _corroborations(story: Story) -> tuple[float, ...]:
    by_source: dict[str, list[int]] = {}
    for place, sentence in enumerate(story.sentences):
        by_source.setdefault(sentence.source, []).append(place)
    found: list[float] = []
    for fact in story.facts:
        own = story.place_of(fact.sentence)
        others = [places for source, places in by_source.items() if source != fact.sentence.source]
        best = [max(story.resemblance.containment(own, place) for place in places) for places in others]
        found.append(sum(best) / len(best) if best else 0.0)
    return tuple(found)


@lru_cache(maxsize=4)
def _introduced(story: Story) -> dict[str, frozenset[str]]:
    """Return for each source the surnames that it introduces once; whom everybody names needs no introduction."""
    found: dict[str, set[str]] = {}
    most = max(MOST_COMMON_SHARE * len(story.sentences), 2)
    users = Counter(name for sentence in story.sentences for name in capitalised_words(sentence.text))
    for sentence in story.sentences:
        names = {name for name in surnames(sentence.text) if users[name] <= most}
        found.setdefault(sentence.source, set()).update(names)
    return {source: frozenset(names) for source, names in found.items()}


@lru_cache(maxsize=4)
def _centre(story: Story) -> dict[str, float]:
    return story.vector(tuple(range(len(story.facts))))


def _follows(
    sentences: tuple[Sentence, ...], facts: tuple[Fact, ...], by_place: dict[tuple[str, int], int]
) -> tuple[int | None, ...]:
    """Return for each fact the one that its printed sentence leans on: what the sentence before it tells."""
    before: dict[tuple[str, int], Sentence] = {}
    for previous, sentence in pairwise(sentences):
        if previous.source == sentence.source:
            before[sentence.source, sentence.start] = previous
    follows: list[int | None] = []
    for fact in facts:
        previous_sentence = before.get((fact.sentence.source, fact.sentence.start))
        leans = fact.sentence.leans and previous_sentence is not None
        followed = by_place[previous_sentence.source, previous_sentence.start] if leans and previous_sentence else None
        follows.append(followed if followed != fact.index else None)
    return tuple(follows)


def _disputes(
    facts: tuple[Fact, ...], resemblance: Resemblance, places: dict[tuple[str, int], int]
) -> tuple[tuple[int, int], ...]:
    counted = [
        fact for fact in facts if resemblance.contents[places[fact.sentence.source, fact.sentence.start]].numbers
    ]
    found: list[tuple[int, int]] = []
    for number, one in enumerate(counted):
        for other in counted[number + 1 :]:
            if one.sentence.source == other.sentence.source:
                continue
            mine = places[one.sentence.source, one.sentence.start]
            theirs = places[other.sentence.source, other.sentence.start]
            if _dispute(mine, theirs, resemblance):
                found.append((one.index, other.index))
    return tuple(found)


def _dispute(one: int, other: int, resemblance: Resemblance) -> bool:
    """Whether two sentences tell of the same thing and count it differently."""
    shared = resemblance.contents[one].keys & resemblance.contents[other].keys
    return (
        len(shared) >= DISPUTE_SHARED_KEYS
        and resemblance.disagree(one, other)
        and resemblance.likeness(one, other) >= DISPUTE_LIKENESS
    )
