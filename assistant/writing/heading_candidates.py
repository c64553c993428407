"""What could head a section: the source's own subheading, else phrases of its sentences, with their worth."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from assistant.lang import pack
from assistant.model import Source
from assistant.text.matching import content_words, stem
from assistant.text.words import count_words, fold
from assistant.writing.agencies import NEWS_AGENCIES
from assistant.writing.clauses import without_fronted
from assistant.writing.cues import cues
from assistant.writing.grouping import Theme
from assistant.writing.phrases import FEWEST_WORDS, Phrase, last_resorts, phrases
from assistant.writing.reduction import reduced, without_weekday
from assistant.writing.resemblance import KEY_LETTERS, cosine, read_numbers
from assistant.writing.sentences import plain
from assistant.writing.story import Story
from assistant.writing.vouching import vouched_clause

KIND_BONUS: Final = {"clause": 0.5, "noun": 0.0, "quote": 0.45}
BEST_WORDS: Final = 6
EVENT_BONUS: Final = 0.6
INNER_COST: Final = 0.9
DISTANCE_COST: Final = 0.8
LATE_COST: Final = 0.6
LONG_SENTENCE: Final = 120
"""Characters of a sentence whose second half tells details. House rule."""
CORE_BONUS: Final = 0.5
LISTED_COST: Final = 0.6
ECHO_SHARE: Final = 0.6
ECHO_COST: Final = 1.1
"""A clause may repeat this share of its sentence; one that repeats it whole says nothing new. House rules."""
OPENING_COST: Final = 0.35
"""What a clause pays that the section begins with, word for word: the reader would read it twice. House rule."""
PITHY_WORDS: Final = 7
"""A sentence this short is a heading by itself now and then: `La découverte tient du hasard`. House rule."""
VAGUE_COST: Final = 0.5
DAY_COST: Final = 0.4
BARE_COST: Final = 0.7
"""Three words with their article name a thing and seldom say what of it. House rule."""
THING_COST: Final = 0.7
BODY_COST: Final = 1.5
"""What a body alone pays: `Le parquet de Brest` does not say what it did. House rule: behind any clause."""
DEFINITE_COST: Final = 0.6
"""What a longer thing with a definite article pays: `Les trains entre Brest et Paris` says whom, not what. House rule,
weighed so that a clause of the same sentence comes before it."""
MOST_BARE_WORDS: Final = 4
"""A thing with an article and an adjective, `Un chantier municipal`, says less than a clause or a longer phrase. House
rules, from reading headings of the press."""
NAME_WORDS: Final = 3
MOST_SUBHEADING_WORDS: Final = 14
"""A subheading of the source longer than this was a sentence and is not kept. House rule."""
MOST_FIGURES: Final = 2
WORST_SCORE: Final = -1.5
"""A phrase worth less is no heading: one neutral frame says more. House rule, from reading headings of the press."""
SOUND_MARGIN: Final = 0.8
"""How much worse a heading may be that the sources support whole, than one of which they say too little. House rule."""
SAME_HEADING_SHARE: Final = 0.6
SUBHEADING_SCORE: Final = 99.0
SUBORDINATE_COST: Final = 5.0
"""What a relative clause names is no section's matter, and yet says more than `Le récit` does. House rule."""
VOUCHED_SCORE: Final = -1.3
LAST_RESORT_COST: Final = 8.0
"""What a phrase pays that stands only where a neutral frame would. House rule: more than any other cost."""
LONGEST_HEADING: Final = 65
LONGEST_VOUCHED: Final = 70
"""Characters of a heading, and of a clause with who vouches for it: longer than a heading should be, but it says more
than `Les faits` does. House rules: two lines of a phone, and three at most."""
LENGTH_COST: Final = 0.1
"""What each character beyond the longest costs. House rule."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible heading, the keys of its topic, how good it is, and whether a keyphrase frame may change it."""

    text: str
    keys: frozenset[str]
    score: float
    fixed: bool = False
    framed: bool = False
    """Whether `Keyphrase :` may stand before it: what its sentence is about, and no clause."""


def kept_subheading(story: Story, theme: Theme, sources: Sequence[Source]) -> str | None:
    """Return the subheading of the source under which most words of the theme stand, None without one."""
    words: Counter[tuple[str, int]] = Counter()
    for fact in theme.facts:
        sentence = story.facts[fact].sentence
        if sentence.under is not None:
            words[sentence.source, sentence.under] += sentence.words
    if not words:
        return None
    (source_id, block), held = words.most_common(1)[0]
    first = next(s for s in story.sentences if s.source == source_id and s.under == block)
    if story.fact_of(first) not in theme.facts:
        return None  # it announces what stands right beneath it, not all that follows up to the next one
    if held < SAME_HEADING_SHARE * sum(story.facts[fact].sentence.words for fact in theme.facts):
        return None
    source = next(source for source in sources if source.id == source_id)
    text = source.blocks[block].text.strip().rstrip(".:")
    if sum(any(letter.isdigit() for letter in word) for word in text.split()) > MOST_FIGURES:
        return None  # the row of a table
    if _INNER_END.search(text):
        return None  # a caption with its credit
    if not 2 <= count_words(text) <= MOST_SUBHEADING_WORDS or set(plain(text).split()) & NEWS_AGENCIES:
        return None
    if count_words(text) <= NAME_WORDS and all(word[:1].isupper() for word in text.split()):
        return None  # who speaks in an interview, not what is said
    return text


def candidate_pools(story: Story, themes: Sequence[Theme], sources: Sequence[Source]) -> list[list[Candidate]]:
    """Return for each theme what could head it, the best first."""
    counts = [_counts(story, theme) for theme in themes]
    total: Counter[str] = sum(counts, Counter())
    used: set[str] = set()
    pools: list[list[Candidate]] = []
    for theme, count in zip(themes, counts, strict=True):
        kept = kept_subheading(story, theme, sources)
        if kept and kept not in used:
            used.add(kept)
            pools.append([Candidate(kept, topic_keys(kept, story.language), SUBHEADING_SCORE, fixed=True)])
        else:
            pools.append(_candidates(story, theme, count, total, with_lead=theme is themes[0]))
    return pools


def _counts(story: Story, theme: Theme) -> Counter[str]:
    """Return how much each key is the theme's: in how many sentences, those that carry it counting double."""
    counts: Counter[str] = Counter()
    bearing = _bearing(story, theme)
    for fact in theme.facts:
        for sentence in (story.facts[fact].sentence, *story.facts[fact].twins):
            for key in topic_keys(sentence.text, story.language):
                counts[key] += 2 if fact in bearing else 1
    return counts


def _bearing(story: Story, theme: Theme) -> frozenset[int]:
    """Return the facts that a heading has to announce: the first, and the one most like all of them."""
    centre = story.vector(theme.facts)
    central = max(theme.facts, key=lambda fact: (cosine(story.vector((fact,)), centre), -theme.facts.index(fact)))
    return frozenset((theme.facts[0], central))


def _candidates(
    story: Story, theme: Theme, count: Counter[str], total: Counter[str], *, with_lead: bool
) -> list[Candidate]:
    """Return the phrases of the theme, and of the lead that it goes on with; the best first."""
    found: dict[str, Candidate] = {}
    bearing = _bearing(story, theme)
    disputed = {fact for pair in story.disputes for fact in pair}
    lead = (story.lead,) if with_lead and story.lead is not None else ()
    for place, fact in enumerate((*theme.facts, *lead)):
        text = story.facts[fact].sentence.text
        distance = 0.3 * place / len(theme.facts) if fact in bearing else DISTANCE_COST * (place + 1) / len(theme.facts)
        for phrase in _offered(text, story.language):
            linked = set(plain(phrase.text).split()) & _linking(story.language)
            doubtful = fact in disputed and _counts_something(phrase.text, story.language)
            doubtful = doubtful or (phrase.kind == "noun" and _is_negated(phrase.text, text, story.language))
            if len(phrase.text) > LONGEST_VOUCHED or linked or doubtful or text.rstrip().endswith("?"):
                continue
            cost = (
                SUBORDINATE_COST * phrase.subordinate
                + distance
                + LATE_COST * _lateness(phrase, text)
                + _echo_cost(phrase, text)
            )
            cost += OPENING_COST * (not place and phrase.kind == "clause" and fold(text).startswith(fold(phrase.text)))
            candidate = _judge(phrase, cost, count, total, story.language)
            if phrase.text not in found or candidate.score > found[phrase.text].score:
                found[phrase.text] = candidate
        vouched = vouched_clause(text, story.language, longest=LONGEST_VOUCHED)
        if vouched and fact not in lead and not (fact in disputed and _counts_something(vouched, story.language)):
            keys = topic_keys(vouched, story.language)
            found.setdefault(vouched, Candidate(vouched, keys, VOUCHED_SCORE - distance, fixed=True))
    for fact in theme.facts:
        for phrase in last_resorts(story.facts[fact].sentence.text, story.language):
            if len(phrase.text) > LONGEST_HEADING:
                continue
            weak = _judge(phrase, LAST_RESORT_COST, count, total, story.language)
            found.setdefault(phrase.text, replace(weak, fixed=True))
    return sorted(found.values(), key=lambda candidate: (-candidate.score, candidate.text))


def _counts_something(text: str, language: str) -> bool:
    """Whether a number of the text counts things: not that of `la départementale 512`."""
    return any(noun for _, noun in read_numbers(text, language))


_NEGATION: Final = {
    "fr": re.compile(r"\b(?:ne |n[’'])\w+[^,;:.«»]{0,40}?\b(?:pas|plus|jamais|aucune?|rien|guère|ni)\b", re.I),
    "en": re.compile(r"\b(?:not|never|cannot|nobody|none)\b|n[’']t\b", re.I),
}
_DEFINITE: Final = {"fr": frozenset(["le", "la", "les", "l"]), "en": frozenset(["the"])}
_INNER_END: Final = re.compile(r"[a-zà-ÿ»”][.!?…] \S")
_CLAUSE_END: Final = re.compile(r"[,;:.«»“”\"]")


def _is_negated(phrase: str, sentence: str, language: str) -> bool:
    """Whether the clause that holds the phrase denies something, so that the phrase alone says the opposite."""
    place = sentence.find(phrase[1:])
    if place < 0:
        return False
    start = max((mark.end() for mark in _CLAUSE_END.finditer(sentence, 0, place)), default=0)
    end = _CLAUSE_END.search(sentence, place + len(phrase) - 1)
    clause = sentence[start : end.start() if end else len(sentence)]
    denied = _NEGATION["fr" if language == "fr" else "en"].search(clause)
    return denied is not None and denied.group() not in phrase


def _offered(text: str, language: str) -> list[Phrase]:
    """Return the phrases of the sentence, and those that it has without its day and what fronts it."""
    bare = without_fronted(without_fronted(reduced(text, language), language), language)
    shorter = without_weekday(bare, language)
    return list(dict.fromkeys((*phrases(text, language), *phrases(shorter, language))))


def _echo_cost(phrase: Phrase, sentence: str) -> float:
    """Return what a clause pays that says all that its sentence says: the reader would read it twice."""
    if phrase.kind != "clause":
        return 0.0
    said = count_words(sentence)
    cost = ECHO_COST if said > PITHY_WORDS else ECHO_COST / 2
    return cost * max(0.0, (phrase.words / said - ECHO_SHARE) / (1 - ECHO_SHARE))


def _lateness(phrase: Phrase, sentence: str) -> float:
    """Return how far behind the middle of a long sentence the phrase begins, 0..1; quotations are never late."""
    place = max(sentence.find(phrase.text[1:]), 0)
    if phrase.kind == "quote" or len(sentence) < LONG_SENTENCE:
        return 0.0
    return max(0.0, 2 * place / len(sentence) - 1)


def _judge(phrase: Phrase, cost: float, count: Counter[str], total: Counter[str], language: str) -> Candidate:
    """Return the phrase with its worth: words that the section repeats and the others lack, near its beginning."""
    keys = topic_keys(phrase.text, language)
    salience = math.fsum(_salience(key, count, total) for key in keys) / math.sqrt(len(keys) + 1)
    shape = KIND_BONUS[phrase.kind] - 0.06 * abs(phrase.words - BEST_WORDS)
    event = EVENT_BONUS * (phrase.kind == "noun" and _is_about_event(phrase.text, language))
    said, words = set(plain(phrase.text).split()), cues(language)
    vague = VAGUE_COST * len(said & (words.vague_adjectives | words.demonstratives))
    vague += DAY_COST * bool(said & words.relative_days)
    place = CORE_BONUS * phrase.core - INNER_COST * phrase.inner - LISTED_COST * phrase.listed
    vague += LENGTH_COST * max(0, len(phrase.text) - LONGEST_HEADING)
    vague += BARE_COST * (phrase.kind == "noun" and phrase.words <= FEWEST_WORDS and not event)
    vague += THING_COST * (not event and _is_bare(phrase))
    vague += BODY_COST * (phrase.kind == "noun" and _is_body(phrase.text, language))
    vague += DEFINITE_COST * (not event and not _is_bare(phrase) and _is_definite_thing(phrase, language))
    score = 0.5 * salience + shape + event + place - vague - cost
    return Candidate(
        phrase.text, keys, score, fixed=phrase.kind == "quote", framed=phrase.kind == "noun" and phrase.core
    )


def _is_bare(phrase: Phrase) -> bool:
    """Whether a few words name a thing and say nothing of it."""
    return phrase.kind == "noun" and phrase.words <= MOST_BARE_WORDS


def _is_body(text: str, language: str) -> bool:
    """Whether a few words name an institution and nothing that it does."""
    heads = [word for word in plain(text).split() if word not in cues(language).determiners]
    return bool(heads) and heads[0] in cues(language).bodies and len(heads) <= MOST_BARE_WORDS


def _is_definite_thing(phrase: Phrase, language: str) -> bool:
    """Whether the phrase names things that the reader is to know already."""
    first = plain(phrase.text).split()[0]
    return phrase.kind == "noun" and first in _DEFINITE["fr" if language == "fr" else "en"]


@lru_cache(maxsize=8)
def _linking(language: str) -> frozenset[str]:
    """Return the connectors of one word, folded: what links a sentence to another has no place in a heading."""
    return frozenset(plain(transition).strip() for transition in pack(language).transitions if " " not in transition)


def _is_about_event(text: str, language: str) -> bool:
    """Whether one of the first two nouns names something that happens."""
    words = cues(language)
    heads = [word for word in plain(text).split() if word not in words.determiners][:2]
    if heads and heads[0] in words.bodies:
        return False
    return any(head in words.event_nouns or head.endswith(words.event_endings) for head in heads)


def _salience(key: str, count: Counter[str], total: Counter[str]) -> float:
    return math.log1p(count[key]) * (count[key] / total[key]) if total[key] else 0.0


def topic_keys(text: str, language: str) -> frozenset[str]:
    """Return the keys of the words of `text` that carry its topic."""
    return frozenset(stem(word, language)[:KEY_LETTERS] for word in content_words(text, language))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that both hold."""
    return len(one & other) / max(min(len(one), len(other)), 1)
