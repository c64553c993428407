"""Headings that an editor would print: the source's own subheadings, else verbatim phrases, else neutral frames."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

from assistant.model import Source, Verdict
from assistant.text.matching import contains_keyphrase
from assistant.text.words import fold
from assistant.writing.cues import Role, cues
from assistant.writing.grouping import Theme
from assistant.writing.heading_candidates import (
    LONGEST_HEADING,
    SAME_HEADING_SHARE,
    SOUND_MARGIN,
    SUBHEADING_SCORE,
    WORST_SCORE,
    Candidate,
    candidate_pools,
    overlap,
    topic_keys,
)
from assistant.writing.keyphrase_headings import (
    LONGEST_FRAMED,
    means_people,
    names_something,
    takes_colon,
    with_colon,
    with_phrase,
)
from assistant.writing.story import Story
from assistant.writing.support import verdict_of

FEWEST_KEYPHRASE_SHARE: Final = 0.3
MOST_KEYPHRASE_SHARE: Final = 0.75
"""Share of the headings that hold the keyphrase: Yoast SEO's assessment of subheadings, 30 to 75 %."""


Change = Callable[
    [Candidate, list[Candidate], list[frozenset[str]], tuple[str, ...], str],
    Candidate | None,
]
"""What puts the keyphrase into one heading, given the pool of its section and the keys of the others."""
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
        if candidate.score >= WORST_SCORE and all(overlap(candidate.keys, keys) < SAME_HEADING_SHARE for keys in told)
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


def _frame(role: Role, pool: list[Candidate], chosen: list[Candidate], language: str, judged: Judge) -> Candidate:
    """Return a weak phrase of the section, be it like another heading; a neutral frame where none is left."""
    taken = {candidate.text for candidate in chosen}
    own = [candidate for candidate in pool if candidate.score < SUBHEADING_SCORE and candidate.text not in taken]
    apart = [
        candidate
        for candidate in own
        if all(overlap(candidate.keys, other.keys) < SAME_HEADING_SHARE for other in chosen)
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

    wanted = math.ceil(FEWEST_KEYPHRASE_SHARE * len(chosen))
    order = sorted(range(len(chosen)), key=lambda place: (chosen[place].score, place))
    texts = [" ".join(story.facts[fact].sentence.text for fact in theme.facts) for theme in themes]
    named = [place for place in order if holds(texts[place])]
    # What an article is about, all its sections are: those that do not name it come last.
    steps: list[tuple[Change, list[int]]] = [(with_phrase, named)]
    if names_something(keyphrases[0]) and not means_people(story, keyphrases[0]):
        short, long = (partial(with_colon, longest=length) for length in (LONGEST_HEADING, LONGEST_FRAMED))
        steps += [(change, [*named, *order]) for change in (short, long, partial(short, instead=True))]
    for change, places in steps:
        for place in places:
            if sum(holds(candidate.text) for candidate in chosen) >= wanted:
                break
            if chosen[place].fixed or holds(chosen[place].text):
                continue
            if change is not with_phrase and not takes_colon(chosen, place, language):
                continue
            others = [candidate.keys for index, candidate in enumerate(chosen) if index != place]
            found = change(chosen[place], pools[place], others, keyphrases, language)
            if found is not None and judged(found.text) == "supported":
                chosen[place] = found
    return _thin_out(themes, chosen, pools, keyphrases, language, judged)


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
