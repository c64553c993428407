"""Headings that an editor would print: the source's own subheadings, else verbatim phrases, else neutral frames."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from assistant.model import Source, Verdict
from assistant.text.matching import contains_keyphrase
from assistant.text.words import count_words, fold
from assistant.writing.cues import Role, cues
from assistant.writing.grouping import Theme
from assistant.writing.heading_candidates import (
    SAME_HEADING_SHARE,
    SUBHEADING_SCORE,
    Candidate,
    candidate_pools,
    topic_keys,
)
from assistant.writing.sentences import plain
from assistant.writing.story import Story
from assistant.writing.support import verdict_of

FEWEST_KEYPHRASE_SHARE: Final = 0.3
MOST_KEYPHRASE_SHARE: Final = 0.75
"""Share of the headings that hold the keyphrase: Yoast SEO's assessment of subheadings, 30 to 75 %."""
WORST_SCORE: Final = -1.5
"""A phrase worth less is no heading: one neutral frame says more. House rule, from reading headings of the press."""
SOUND_MARGIN: Final = 0.8
"""How much worse a heading may be that the sources support whole, than one of which they say too little. House rule."""
MOST_COLONS: Final = 2
FEWEST_FOR_MOST_COLONS: Final = 4
"""Headings of an article that are led by `Keyphrase :`: two among four, else one. House rule: more read like a form."""
LONGEST_FRAMED: Final = 65
MOST_FRAMED_WORDS: Final = 12
"""Words of a heading with its keyphrase before a colon. House rule: two lines of a phone."""


Judge = Callable[[str], Verdict]
"""What the sources say of a line as it stands alone."""


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
    pools = candidate_pools(story, themes, sources)
    told = [topic_keys(title, language)] if title else []
    chosen: list[Candidate] = []

    def judged(text: str) -> Verdict:
        return verdict_of(text, tuple(sources), language)

    for pool, theme in zip(pools, themes, strict=True):
        best = _best(pool, [*told, *(candidate.keys for candidate in chosen)], chosen, judged)
        fresh = [candidate for candidate in pool if not any(candidate.keys <= keys for keys in told)]
        chosen.append(best or _frame(theme.role, fresh, chosen, language, judged))
    return tuple(candidate.text for candidate in _place_keyphrase(story, themes, chosen, pools, keyphrases, judged))


def _best(
    pool: list[Candidate], told: list[frozenset[str]], chosen: list[Candidate], judged: Judge
) -> Candidate | None:
    """Return the best candidate that repeats neither the title nor another heading, and that the sources support.

    Where they support none, the best one that changes no fact of theirs.
    """
    texts = {fold(candidate.text) for candidate in chosen}
    free = [candidate for candidate in pool if fold(candidate.text) not in texts]
    if free and free[0].score == SUBHEADING_SCORE:
        return free[0]
    apart = (
        candidate
        for candidate in free
        if candidate.score >= WORST_SCORE and all(_overlap(candidate.keys, keys) < SAME_HEADING_SHARE for keys in told)
    )
    return _soundest(apart, judged)


def _soundest(candidates: Iterable[Candidate], judged: Judge) -> Candidate | None:
    """Return the first candidate that the sources support, else the first in which they see no changed fact.

    A phrase without a verb claims little: what is worth much less does not take its place.
    """
    unsure: Candidate | None = None
    for candidate in candidates:
        verdict = judged(candidate.text)
        if unsure is not None and candidate.score < unsure.score - SOUND_MARGIN:
            break
        if verdict == "supported":
            return candidate
        if verdict != "altered":
            unsure = unsure or candidate
    return unsure


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that both hold."""
    return len(one & other) / max(min(len(one), len(other)), 1)


def _frame(role: Role, pool: list[Candidate], chosen: list[Candidate], language: str, judged: Judge) -> Candidate:
    """Return a weak phrase of the section, be it like another heading; a neutral frame where none is left."""
    taken = {candidate.text for candidate in chosen}
    own = [candidate for candidate in pool if candidate.score < SUBHEADING_SCORE and candidate.text not in taken]
    apart = [
        candidate
        for candidate in own
        if all(_overlap(candidate.keys, other.keys) < SAME_HEADING_SHARE for other in chosen)
    ]
    near = [candidate for candidate in own if all(not candidate.keys <= other.keys for other in chosen)]
    weak = _soundest(dict.fromkeys((*apart, *near)), judged)
    if weak is not None:
        return weak
    texts = (*cues(language).role_headings[role], *cues(language).role_headings["fact"])
    text = next((text for text in texts if text not in taken), f"{texts[0]} ({len(chosen) + 1})")
    return Candidate(text, topic_keys(text, language), 0.0)


def _place_keyphrase(
    story: Story,
    themes: Sequence[Theme],
    chosen: list[Candidate],
    pools: list[list[Candidate]],
    keyphrases: tuple[str, ...],
    judged: Judge,
) -> list[Candidate]:
    """Return the headings with the keyphrase in enough of them: by a phrase that has it, else in front of a colon."""
    if not keyphrases or not keyphrases[0].strip():
        return chosen
    language = story.language
    chosen = list(chosen)

    def holds(text: str) -> bool:
        return contains_keyphrase(text, keyphrases, language)

    people = _means_people(story, keyphrases[0])
    wanted = math.ceil(FEWEST_KEYPHRASE_SHARE * len(chosen))
    order = sorted(range(len(chosen)), key=lambda place: (chosen[place].score, place))
    texts = [" ".join(story.facts[fact].sentence.text for fact in theme.facts) for theme in themes]
    named = [place for place in order if holds(texts[place])]
    # What an article is about, all its sections are: those that do not name it come last.
    for change, places in ((_with_phrase, named), (_with_colon, [*named, *order])):
        for place in places:
            if sum(holds(candidate.text) for candidate in chosen) >= wanted:
                break
            if chosen[place].fixed or holds(chosen[place].text):
                continue
            if change is _with_colon and (people or not _takes_colon(chosen, place, language)):
                continue
            others = [candidate.keys for index, candidate in enumerate(chosen) if index != place]
            found = change(chosen[place], pools[place], others, keyphrases, language)
            if found is not None and judged(found.text) == "supported":
                chosen[place] = found
    return _thin_out(themes, chosen, pools, keyphrases, language, judged)


def _means_people(story: Story, keyphrase: str) -> bool:
    """Whether the story counts what one word names: `trois Français`, `les Lyonnais` are no subject before a colon."""
    counted = re.compile(
        rf"(?:\d|\b(?:[Ll]es|[Dd]es|[Aa]ux|[Cc]es|[Tt]hese|[Mm]any|[Mm]ost)) {re.escape(keyphrase.strip())}\b"
    )
    return count_words(keyphrase) == 1 and any(counted.search(sentence.text) for sentence in story.sentences)


def _takes_colon(chosen: Sequence[Candidate], place: int, language: str) -> bool:
    """Whether one more heading may be led by the keyphrase and a colon, and no neighbour is."""
    colon = cues(language).colon
    framed = [index for index, candidate in enumerate(chosen) if colon in candidate.text]
    most = MOST_COLONS if len(chosen) >= FEWEST_FOR_MOST_COLONS else 1
    return len(framed) < most and not {place - 1, place + 1} & set(framed)


def _thin_out(
    themes: Sequence[Theme],
    chosen: list[Candidate],
    pools: list[list[Candidate]],
    keyphrases: tuple[str, ...],
    language: str,
    judged: Judge,
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
            role = themes[place].role
            chosen[place] = _best(free, others, chosen, judged) or _frame(role, free, chosen, language, judged)
    return chosen


def _with_phrase(
    current: Candidate,
    pool: list[Candidate],
    others: list[frozenset[str]],
    keyphrases: tuple[str, ...],
    language: str,
) -> Candidate | None:
    having = [candidate for candidate in pool if contains_keyphrase(candidate.text, keyphrases, language)]
    topic = topic_keys(keyphrases[0], language)
    return next(
        (
            candidate
            for candidate in having
            if candidate.score > 0.35 * current.score
            and candidate.keys - topic
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
    repeats = bool(topic_keys(keyphrase, language) & current.keys)
    if not _names_something(keyphrase) or not _can_be_framed(current.text, language) or repeats:
        return None
    if count_words(framed) > MOST_FRAMED_WORDS or len(framed) > LONGEST_FRAMED:
        return None
    return Candidate(framed, current.keys | topic_keys(keyphrase, language), current.score)


def _names_something(keyphrase: str) -> bool:
    """Whether the keyphrase tells by itself what it is about: a name, or more than one word; `ministre` does not."""
    return count_words(keyphrase) > 1 or any(letter.isupper() or letter.isdigit() for letter in keyphrase)


def _can_be_framed(text: str, language: str) -> bool:
    """Whether the heading can stand behind a colon: one that an article opens, or a count, no quotation, no frame."""
    if text in _frames(language):
        return False  # `Vernay : les faits` names the subject and says nothing
    first = (plain(text).split() or [""])[0]
    words = cues(language)
    opens = first in words.opening_articles or first in words.number_words or first.isdigit()
    return opens and not set("«»“”:?") & set(text)


def _frames(language: str) -> frozenset[str]:
    return frozenset(heading for texts in cues(language).role_headings.values() for heading in texts)


def _lowered(text: str, language: str) -> str:
    """Return `text` with a small first letter where its first word is an article."""
    first = (plain(text).split() or [""])[0]
    words = cues(language)
    if first in words.determiners | words.number_words.keys():
        return text[:1].lower() + text[1:]
    return text
