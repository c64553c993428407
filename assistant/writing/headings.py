"""Headings that an editor would print: the source's own subheadings, else verbatim phrases, else neutral frames."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.model import Source
from assistant.text.matching import contains_keyphrase, content_words, stem
from assistant.text.words import count_words, fold
from assistant.writing.agencies import NEWS_AGENCIES
from assistant.writing.cues import Role, cues
from assistant.writing.grouping import Theme
from assistant.writing.phrases import MOST_WORDS, Phrase, phrases
from assistant.writing.resemblance import KEY_LETTERS, cosine
from assistant.writing.sentences import plain
from assistant.writing.story import Story
from assistant.writing.titles import reduced

FEWEST_KEYPHRASE_SHARE: Final = 0.3
MOST_KEYPHRASE_SHARE: Final = 0.75
"""Share of the headings that hold the keyphrase: Yoast SEO's assessment of subheadings, 30 to 75 %."""
KIND_BONUS: Final = {"clause": 0.5, "noun": 0.0, "quote": 0.2}
BEST_WORDS: Final = 6
EVENT_BONUS: Final = 0.6
INNER_COST: Final = 0.9
DISTANCE_COST: Final = 0.8
LATE_COST: Final = 0.6
LONG_SENTENCE: Final = 120
"""Characters of a sentence whose second half tells details. House rule."""
VAGUE_COST: Final = 0.5
WORST_SCORE: Final = 0.2
"""A phrase worth less is no heading: one neutral frame says more. House rule, from reading headings of the press."""
MOST_COLONS: Final = 2
"""Headings of an article that are led by `Keyphrase :`. House rule: more read like a form."""
SAME_HEADING_SHARE: Final = 0.6
MOST_SUBHEADING_WORDS: Final = 14
"""A subheading of the source longer than this was a sentence and is not kept. House rule."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible heading, the keys of its topic, how good it is, and whether a keyphrase frame may change it."""

    text: str
    keys: frozenset[str]
    score: float
    fixed: bool = False


def write_headings(
    story: Story,
    themes: Sequence[Theme],
    sources: Sequence[Source],
    *,
    title: str = "",
    keyphrases: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """Return one heading for each theme, all different, none repeating `title`.

    The keyphrase stands in 30 to 75 % of them where the words of the sources, or a neutral frame, allow it.
    """
    language = story.language
    pools = _pools(story, themes, sources)
    told = [_keys(title, language)] if title else []
    chosen: list[Candidate] = []
    for pool, theme in zip(pools, themes, strict=True):
        best = _best(pool, [*told, *(candidate.keys for candidate in chosen)], chosen)
        chosen.append(best or _frame(theme.role, pool, chosen, language))
    return tuple(candidate.text for candidate in _place_keyphrase(story, themes, chosen, pools, keyphrases))


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
    if held < SAME_HEADING_SHARE * sum(story.facts[fact].sentence.words for fact in theme.facts):
        return None
    source = next(source for source in sources if source.id == source_id)
    text = source.blocks[block].text.strip().rstrip(".:")
    if not 2 <= count_words(text) <= MOST_SUBHEADING_WORDS or set(plain(text).split()) & NEWS_AGENCIES:
        return None
    return text


def _pools(story: Story, themes: Sequence[Theme], sources: Sequence[Source]) -> list[list[Candidate]]:
    counts = [_counts(story, theme) for theme in themes]
    total: Counter[str] = sum(counts, Counter())
    used: set[str] = set()
    pools: list[list[Candidate]] = []
    for theme, count in zip(themes, counts, strict=True):
        kept = kept_subheading(story, theme, sources)
        if kept and kept not in used:
            used.add(kept)
            pools.append([Candidate(kept, _keys(kept, story.language), 99.0, fixed=True)])
        else:
            pools.append(_candidates(story, theme, count, total))
    return pools


def _counts(story: Story, theme: Theme) -> Counter[str]:
    """Return how much each key is the theme's: in how many sentences, those that carry it counting double."""
    counts: Counter[str] = Counter()
    bearing = _bearing(story, theme)
    for fact in theme.facts:
        for sentence in (story.facts[fact].sentence, *story.facts[fact].twins):
            for key in _keys(sentence.text, story.language):
                counts[key] += 2 if fact in bearing else 1
    return counts


def _bearing(story: Story, theme: Theme) -> frozenset[int]:
    """Return the facts that a heading has to announce: the first, and the one most like all of them."""
    centre = story.vector(theme.facts)
    central = max(theme.facts, key=lambda fact: (cosine(story.vector((fact,)), centre), -theme.facts.index(fact)))
    return frozenset((theme.facts[0], central))


def _candidates(story: Story, theme: Theme, count: Counter[str], total: Counter[str]) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    bearing = _bearing(story, theme)
    for place, fact in enumerate(theme.facts):
        text = story.facts[fact].sentence.text
        distance = 0.3 * place / len(theme.facts) if fact in bearing else DISTANCE_COST * (place + 1) / len(theme.facts)
        for phrase in (*phrases(text, story.language), *phrases(reduced(text, story.language), story.language)):
            cost = distance + LATE_COST * _lateness(phrase, text)
            candidate = _judge(phrase, cost, count, total, story.language)
            if phrase.text not in found or candidate.score > found[phrase.text].score:
                found[phrase.text] = candidate
    return sorted(found.values(), key=lambda candidate: (-candidate.score, candidate.text))


def _lateness(phrase: Phrase, sentence: str) -> float:
    """Return how far behind the middle of a long sentence the phrase begins, 0..1; quotations are never late."""
    place = max(sentence.find(phrase.text[1:]), 0)
    if phrase.kind == "quote" or len(sentence) < LONG_SENTENCE:
        return 0.0
    return max(0.0, 2 * place / len(sentence) - 1)


def _judge(phrase: Phrase, cost: float, count: Counter[str], total: Counter[str], language: str) -> Candidate:
    """Return the phrase with its worth: words that the section repeats and the others lack, near its beginning."""
    keys = _keys(phrase.text, language)
    salience = math.fsum(_salience(key, count, total) for key in keys) / math.sqrt(len(keys) + 1)
    shape = KIND_BONUS[phrase.kind] - 0.06 * abs(phrase.words - BEST_WORDS)
    event = EVENT_BONUS * (phrase.kind == "noun" and _is_about_event(phrase.text, language))
    vague = VAGUE_COST * len(set(plain(phrase.text).split()) & cues(language).vague_adjectives)
    score = 0.5 * salience + shape + event - vague - INNER_COST * phrase.inner - cost
    return Candidate(phrase.text, keys, score, fixed=phrase.kind == "quote")


def _is_about_event(text: str, language: str) -> bool:
    """Whether one of the first two nouns names something that happens."""
    words = cues(language)
    heads = [word for word in plain(text).split() if word not in words.determiners][:2]
    return any(head in words.event_nouns or head.endswith(words.event_endings) for head in heads)


def _salience(key: str, count: Counter[str], total: Counter[str]) -> float:
    return math.log1p(count[key]) * (count[key] / total[key]) if total[key] else 0.0


def _best(pool: list[Candidate], told: list[frozenset[str]], chosen: list[Candidate]) -> Candidate | None:
    """Return the best candidate that repeats neither the title nor another heading."""
    texts = {fold(candidate.text) for candidate in chosen}
    for candidate in pool:
        if fold(candidate.text) in texts:
            continue
        if candidate.score >= 99:
            return candidate
        if candidate.score < WORST_SCORE:
            break
        if all(_overlap(candidate.keys, keys) < SAME_HEADING_SHARE for keys in told):
            return candidate
    return None


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that both hold."""
    return len(one & other) / max(min(len(one), len(other)), 1)


def _frame(role: Role, pool: list[Candidate], chosen: list[Candidate], language: str) -> Candidate:
    """Return a neutral heading for the role where the article has none yet, else a weak phrase, else another frame."""
    taken = {candidate.text for candidate in chosen}
    texts = (*cues(language).role_headings[role], *cues(language).role_headings["fact"])
    free = [Candidate(text, _keys(text, language), 0.0) for text in texts]
    weak = [
        candidate
        for candidate in pool
        if candidate.score < 99 and all(_overlap(candidate.keys, other.keys) < SAME_HEADING_SHARE for other in chosen)
    ]
    has_frame = any(_is_frame(text, language) for text in taken)
    for candidate in (*weak, *free) if has_frame else (*free, *weak):
        if candidate.text not in taken:
            return candidate
    text = f"{texts[0]} ({len(chosen) + 1})"
    return Candidate(text, _keys(text, language), 0.0)


def _is_frame(text: str, language: str) -> bool:
    return any(text in headings for headings in cues(language).role_headings.values())


def _place_keyphrase(
    story: Story,
    themes: Sequence[Theme],
    chosen: list[Candidate],
    pools: list[list[Candidate]],
    keyphrases: tuple[str, ...],
) -> list[Candidate]:
    """Return the headings with the keyphrase in enough of them: by a phrase that has it, else in front of a colon."""
    if not keyphrases or not keyphrases[0].strip():
        return chosen
    language = story.language
    chosen = list(chosen)

    def holds(text: str) -> bool:
        return contains_keyphrase(text, keyphrases, language)

    wanted = math.ceil(FEWEST_KEYPHRASE_SHARE * len(chosen))
    order = sorted(range(len(chosen)), key=lambda place: (chosen[place].score, place))
    for change in (_with_phrase, _with_colon):
        for place in order:
            if sum(holds(candidate.text) for candidate in chosen) >= wanted:
                break
            text = " ".join(story.facts[fact].sentence.text for fact in themes[place].facts)
            if chosen[place].fixed or holds(chosen[place].text) or not holds(text):
                continue
            others = [candidate.keys for index, candidate in enumerate(chosen) if index != place]
            colons = sum(cues(language).colon in candidate.text for candidate in chosen)
            if change is _with_colon and (colons >= MOST_COLONS or _is_frame(chosen[place].text, language)):
                continue
            found = change(chosen[place], pools[place], others, keyphrases, language)
            if found is not None:
                chosen[place] = found
    return _thin_out(themes, chosen, pools, keyphrases, language)


def _thin_out(
    themes: Sequence[Theme],
    chosen: list[Candidate],
    pools: list[list[Candidate]],
    keyphrases: tuple[str, ...],
    language: str,
) -> list[Candidate]:
    """Return the headings without the keyphrase in the weakest ones, where it stands in too many."""

    def holds(text: str) -> bool:
        return contains_keyphrase(text, keyphrases, language)

    order = sorted(range(len(chosen)), key=lambda place: (chosen[place].score, place))
    most = math.floor(MOST_KEYPHRASE_SHARE * len(chosen))
    for place in order:
        if sum(holds(candidate.text) for candidate in chosen) <= most:
            break
        if holds(chosen[place].text) and not chosen[place].fixed:
            others = [candidate.keys for index, candidate in enumerate(chosen) if index != place]
            free = [candidate for candidate in pools[place] if not holds(candidate.text)]
            chosen[place] = _best(free, others, chosen) or _frame(themes[place].role, free, chosen, language)
    return chosen


def _with_phrase(
    current: Candidate,
    pool: list[Candidate],
    others: list[frozenset[str]],
    keyphrases: tuple[str, ...],
    language: str,
) -> Candidate | None:
    having = [candidate for candidate in pool if contains_keyphrase(candidate.text, keyphrases, language)]
    topic = _keys(keyphrases[0], language)
    return next(
        (
            candidate
            for candidate in having
            if candidate.score > 0.35 * current.score
            and all(_overlap(candidate.keys - topic, keys - topic) < SAME_HEADING_SHARE for keys in others)
        ),
        None,
    )


def _with_colon(
    current: Candidate,
    pool: list[Candidate],
    others: list[frozenset[str]],
    keyphrases: tuple[str, ...],
    language: str,
) -> Candidate | None:
    """Return the heading behind `Keyphrase :`, which says what the section is about and claims nothing."""
    keyphrase = keyphrases[0].strip()
    framed = keyphrase[:1].upper() + keyphrase[1:] + cues(language).colon + _lowered(current.text, language)
    repeats = _overlap(_keys(keyphrase, language), current.keys) >= SAME_HEADING_SHARE
    if repeats or count_words(framed) > MOST_WORDS + 2 or ":" in current.text:
        return None
    return Candidate(framed, current.keys | _keys(keyphrase, language), current.score)


def _lowered(text: str, language: str) -> str:
    """Return `text` with a small first letter where its first word is an article."""
    first = (plain(text).split() or [""])[0]
    words = cues(language)
    if first in words.determiners or text in {heading for texts in words.role_headings.values() for heading in texts}:
        return text[:1].lower() + text[1:]
    return text


def _keys(text: str, language: str) -> frozenset[str]:
    return frozenset(stem(word, language)[:KEY_LETTERS] for word in content_words(text, language))
