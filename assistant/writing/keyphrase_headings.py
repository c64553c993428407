"""The keyphrase in one heading: by a phrase of the section that has it, else in front of a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.text.matching import contains_keyphrase
from assistant.text.words import count_words, fold
from assistant.writing.cues import cues
from assistant.writing.heading_candidates import (
    SAME_HEADING_SHARE,
    SOUND_MARGIN,
    WORST_SCORE,
    Candidate,
    overlap,
    topic_keys,
)
from assistant.writing.sentences import plain
from assistant.writing.story import Story

MOST_COLONS: Final = 2
FEWEST_FOR_MOST_COLONS: Final = 4
"""Headings of an article that are led by `Keyphrase :`: two among four, else one. House rule: more read like a form."""
LONGEST_FRAMED: Final = 70
MOST_FRAMED_WORDS: Final = 12
"""Words of a heading with its keyphrase before a colon. House rule: two lines of a phone."""


def means_people(story: Story, keyphrase: str) -> bool:
    """Whether the story counts what one word names: `trois Français`, `les Lyonnais` are no subject before a colon."""
    counted = re.compile(
        rf"(?:\d|\b(?:[Ll]es|[Dd]es|[Aa]ux|[Cc]es|[Tt]hese|[Mm]any|[Mm]ost)) {re.escape(keyphrase.strip())}\b"
    )
    return count_words(keyphrase) == 1 and any(counted.search(sentence.text) for sentence in story.sentences)


def takes_colon(chosen: Sequence[Candidate], place: int, language: str) -> bool:
    """Whether one more heading may be led by the keyphrase and a colon, and no neighbour is."""
    colon = cues(language).colon
    framed = [index for index, candidate in enumerate(chosen) if colon in candidate.text]
    most = MOST_COLONS if len(chosen) >= FEWEST_FOR_MOST_COLONS else 1
    return len(framed) < most and not {place - 1, place + 1} & set(framed)


def with_phrase(
    current: Candidate,
    pool: list[Candidate],
    others: list[frozenset[str]],
    keyphrases: tuple[str, ...],
    language: str,
) -> Candidate | None:
    """Return the best phrase of the section that has the keyphrase, None without one that is about as good."""
    having = [candidate for candidate in pool if contains_keyphrase(candidate.text, keyphrases, language)]
    topic = topic_keys(keyphrases[0], language)
    return next(
        (
            candidate
            for candidate in having
            if candidate.score > 0.35 * current.score
            and candidate.keys - topic
            and all(overlap(candidate.keys - topic, keys - topic) < SAME_HEADING_SHARE for keys in others)
        ),
        None,
    )


def with_colon(
    current: Candidate,
    pool: list[Candidate],
    others: list[frozenset[str]],
    keyphrases: tuple[str, ...],
    language: str,
    *,
    longest: int,
    instead: bool = False,
) -> Candidate | None:
    """Return the heading behind `Keyphrase :`, which says what the section is about and claims nothing.

    `instead` tries another phrase of the section, about as good and no part of the heading. None where the whole has
    more than `longest` characters, or the heading names the subject already.
    """
    keyphrase = keyphrases[0].strip()
    topic = topic_keys(keyphrase, language)
    if not _can_be_framed(current.text, language):
        return None
    spare = (
        candidate
        for candidate in pool
        if candidate.framed
        and candidate.score >= max(WORST_SCORE, current.score - SOUND_MARGIN)
        and fold(candidate.text) not in fold(current.text)
        and all(overlap(candidate.keys, keys - topic) < SAME_HEADING_SHARE for keys in others)
    )
    for candidate in spare if instead else (current,):
        if not _can_be_framed(candidate.text, language) or topic & candidate.keys:
            continue
        framed = keyphrase[:1].upper() + keyphrase[1:] + cues(language).colon + _lowered(candidate.text, language)
        if count_words(framed) <= MOST_FRAMED_WORDS and len(framed) <= longest:
            return Candidate(framed, candidate.keys | topic, candidate.score)
    return None


def names_something(keyphrase: str) -> bool:
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
