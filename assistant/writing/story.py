"""The story that the sources tell together: each fact once, with every sentence that tells it.

A fact is printed in the words of one sentence; its twins are the sentences of other sources that tell the same, and
stay bound to it. Sentences whose numbers disagree are never twins: both are kept, side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from assistant.lang import pack
from assistant.model import Draft, Passage, Source
from assistant.text.words import fold
from assistant.writing.cues import cues
from assistant.writing.disputes import disputes, outvoted
from assistant.writing.events import other_events
from assistant.writing.merging import LEAD_CANDIDATES, find_lead, find_leads, merge
from assistant.writing.resemblance import Resemblance, compare
from assistant.writing.rival_counts import rival_counts
from assistant.writing.sentences import Sentence, capitalised_words, phrase_pattern, plain, read_sentences, surnames
from assistant.writing.story_measures import MOST_COMMON_SHARE, centre, corroborations, introduced

SAME_DAY_SHARE: Final = 0.15
"""What a shared day and a shared name add to the share that one fact tells of another. House rule."""
MOST_SENTENCES: Final = 1_500
"""Sentences compared with each other; what a longer dossier holds beyond them is left to the journalist."""


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
    elsewhere: frozenset[str] = frozenset()
    """The ids of the sources that tell another event than the lead does."""
    leads: frozenset[int] = frozenset()
    """The indices in `sentences` of what reads most like the first sentence of each source."""

    def is_lead(self, sentence: Sentence) -> bool:
        """Whether the sentence is the lead of its source."""
        return self.place_of(sentence) in self.leads

    @property
    def outvoted(self) -> frozenset[int]:
        """The facts that an article leaves out, because it tells what another source says of the same instead."""
        return _outvoted(self)

    def is_aside(self, fact: int) -> bool:
        """Whether only sources of another event than the article's tell the fact."""
        told = self.facts[fact]
        return bool(self.elsewhere) and all(s.source in self.elsewhere for s in (told.sentence, *told.twins))

    def vector(self, facts: tuple[int, ...]) -> dict[str, float]:
        """Return the weighted keys of several facts."""
        return self.resemblance.vector(self.place_of(self.facts[fact].sentence) for fact in facts)

    def centre(self) -> dict[str, float]:
        """Return the weighted keys of the whole story."""
        return centre(self)

    def containment(self, inner: int, outer: int) -> float:
        """Return the share, 0..1, of what fact `inner` tells that fact `outer`, of another source, tells too."""
        one, other = self.facts[inner].sentence, self.facts[outer].sentence
        if one.source == other.source:
            return 0.0
        return self.resemblance.containment(self.place_of(one), self.place_of(other))

    def told_by(self, inner: int, outer: int) -> float:
        """Return the share, 0..1, of what fact `inner` tells that fact `outer`, of whichever source, tells too.

        Two sources that tell of the same people on the same day tell one event, in whatever words.
        """
        return _told_by(self, inner, outer)

    def is_adrift(self, fact: int) -> bool:
        """Whether the fact, of another event, says when it happened by words that mean another time here."""
        return self.is_aside(fact) and bool(
            phrase_pattern(cues(self.language).relative_times).search(plain(self.facts[fact].sentence.text))
        )

    def telling_keys(self, text: str) -> frozenset[str]:
        """Return the keys of `text` that the story knows and that do not stand everywhere in it."""
        most = max(MOST_COMMON_SHARE * len(self.sentences), 2)
        return frozenset(key for key in self.keys_of(text) if self.resemblance.frequency[key] <= most)

    def days_of(self, source: str) -> frozenset[str]:
        """Return the days that the first sentences of the source name: when its news happened; empty when unsaid."""
        first = [sentence.text for sentence in self.sentences if sentence.source == source][:LEAD_CANDIDATES]
        for text in first:
            days = set(plain(text).split()) & cues(self.language).relative_days
            if days:
                return frozenset(days)
        return frozenset()

    def dates_of(self, fact: int) -> frozenset[str]:
        """Return the weekdays and months that the fact names; empty when it names none."""
        named = set(plain(self.facts[fact].sentence.text).split())
        return frozenset(named & (cues(self.language).relative_days | _folded_months(self.language)))

    def months_of(self, fact: int) -> frozenset[str]:
        """Return the months that the fact names."""
        return self.dates_of(fact) & _folded_months(self.language)

    def is_alone(self, sentence: Sentence) -> bool:
        """Whether the sentence is a paragraph of its own, under the same subheading as the one before it."""
        place = self.place_of(sentence)
        around = self.sentences[max(place - 1, 0) : place + 2]
        same = [other for other in around if other.source == sentence.source and other.block == sentence.block]
        return len(same) == 1 and around[0].under == sentence.under

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
        names = introduced(self)[sentence.source]
        return frozenset(names & capitalised_words(sentence.text)) - surnames(sentence.text)

    def corroboration(self, fact: int) -> float:
        """Return the mean share, 0..1, of the fact that each of the other sources tells at best in one sentence."""
        return corroborations(self)[fact]

    def topic_vector(self, facts: tuple[int, ...]) -> dict[str, float]:
        """Return the weighted keys that tell one topic of the story from another: neither everywhere nor only once."""
        contents = self.resemblance
        most = max(MOST_COMMON_SHARE * len(self.sentences), 2)
        return {key: weight for key, weight in self.vector(facts).items() if 2 <= contents.frequency[key] <= most}

    def keys_of(self, text: str) -> frozenset[str]:
        """Return the keys of `text`, such as a title, that the story knows."""
        known = self.resemblance.weights
        return frozenset(key for key in compare([text], self.language).contents[0].keys if key in known)

    def share_told(self, keys: frozenset[str], facts: tuple[int, ...]) -> float:
        """Return the weighted share, 0..1, of `keys` that the facts tell together; 0 without keys."""
        contents = self.resemblance.contents
        told = {key for fact in facts for key in contents[self.place_of(self.facts[fact].sentence)].keys}
        total = self.resemblance.weight(keys)
        return self.resemblance.weight(keys & told) / total if total else 0.0

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
        return _places_in(self)


def tell(draft: Draft) -> Story:
    """Return the story that the sources of `draft` tell together."""
    return tell_sources(draft.sources, draft.language)


@lru_cache(maxsize=16)
def tell_sources(sources: tuple[Source, ...], language: str) -> Story:
    """Return the story that the sources tell together; empty without a sentence. Same sources, same story."""
    everything = tuple(sentence for source in sources for sentence in read_sentences(source, language))
    sentences, left = everything[:MOST_SENTENCES], everything[MOST_SENTENCES:]
    resemblance = compare([sentence.text for sentence in sentences], language)
    leads = find_leads(sentences, language)
    lead_place = find_lead(sentences, leads, resemblance, language)
    facts = tuple(
        Fact(index, sentences[place], tuple(sentences[twin] for twin in twins))
        for index, (place, twins) in enumerate(merge(sentences, resemblance, language))
    )
    by_place, numbered = _facts_by_place(facts), _places(sentences)
    elsewhere = other_events(sentences, resemblance, leads, lead_place)
    lead = None if lead_place is None else by_place[sentences[lead_place].source, sentences[lead_place].start]
    return Story(
        language,
        sentences,
        resemblance,
        facts,
        lead,
        _follows(sentences, facts, by_place),
        _disputes(facts, sentences, by_place, numbered, resemblance, rival_counts(sentences, language, elsewhere)),
        left,
        elsewhere,
        frozenset(leads.values()),
    )


@lru_cache(maxsize=16)
def _outvoted(story: Story) -> frozenset[int]:
    texts = [fact.sentence.text for fact in story.facts]
    return outvoted(story.disputes, texts, story.follows, story.lead, story.language)


def _disputes(
    facts: tuple[Fact, ...],
    sentences: tuple[Sentence, ...],
    by_place: dict[tuple[str, int], int],
    numbered: dict[tuple[str, int], int],
    resemblance: Resemblance,
    rivals: tuple[tuple[int, int], ...],
) -> tuple[tuple[int, int], ...]:
    """Return the pairs of facts that count one thing differently: by their nouns, and by what `rivals` say."""
    places = [numbered[fact.sentence.source, fact.sentence.start] for fact in facts]
    told = [tuple(by_place[sentences[place].source, sentences[place].start] for place in pair) for pair in rivals]
    pairs = (*disputes(places, sentences, resemblance), *((min(pair), max(pair)) for pair in told))
    return tuple(sorted({(one, other) for one, other in pairs if one != other}))


@lru_cache(maxsize=20_000)
def _told_by(story: Story, inner: int, outer: int) -> float:
    one, other = story.facts[inner].sentence, story.facts[outer].sentence
    here, there = story.place_of(one), story.place_of(other)
    share = story.resemblance.containment(here, there)
    same_day = one.source != other.source and story.dates_of(inner) & story.dates_of(outer)
    same_people = story.resemblance.contents[here].names & story.resemblance.contents[there].names
    return share + SAME_DAY_SHARE if same_day and same_people else share


@lru_cache(maxsize=8)
def _folded_months(language: str) -> frozenset[str]:
    return frozenset(fold(month) for month in pack(language).months)


@lru_cache(maxsize=16)
def _places_in(story: Story) -> dict[tuple[str, int], int]:
    return _places(story.sentences)  # a story is hashed at once, its sentences one by one


@lru_cache(maxsize=16)
def _places(sentences: tuple[Sentence, ...]) -> dict[tuple[str, int], int]:
    return {(sentence.source, sentence.start): place for place, sentence in enumerate(sentences)}


@lru_cache(maxsize=16)
def _facts_by_place(facts: tuple[Fact, ...]) -> dict[tuple[str, int], int]:
    return {
        (sentence.source, sentence.start): fact.index for fact in facts for sentence in (fact.sentence, *fact.twins)
    }


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
