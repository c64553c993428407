"""Claims handed to somebody else than the sources hand them to, and quotations put in another mouth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.facts.fault import Comparison, Fault
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Told
from assistant.facts.names import Name, likeness
from assistant.facts.quotations import quoted_parts, spoken_words
from assistant.facts.stance import speakers
from assistant.model import Span

NEAR: Final = 0.4
"""Coverage by the best passage from which its speaker must be the sentence's. House rule."""
SAID_BEFORE: Final = 2
"""Sentences before a pronoun in which the speaker is named."""
_PRONOUN: Final = re.compile(
    r"^(?:Il|Elle|Ils|Elles|He|She|They) (?:a |ont |avait |se |s['’]|has |have )?(?:dit|di[st]|pens|estim|jug|croi|"
    r"affirm|déclar|"
    r"assur|expliqu|ajout|souhait|esp[èé]r|regrett|rappel|soulign|évoqu|craint|veut|demand|say|said|think|thought|believ|hope|add)"
)


def speaker_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a red fault where the sentence hands its claim to one and its passage to another."""
    best = comparison.best
    if best is None:
        return
    yield from _other_quoted(comparison)
    if comparison.alignment.best_coverage < NEAR:
        return
    language = comparison.material.language
    for start, end in speakers(comparison.reading.text, language):
        named = [name for name in comparison.names if start <= name.start < end]
        if not named or any(_is_same(name, other) for name in named for other in best.names):
            continue
        theirs = [
            n for span in speakers(best.reading.text, language) for n in best.names if span[0] <= n.start < span[1]
        ]
        if theirs:
            expected = best.reading.text[theirs[0].start : theirs[0].end]
        elif _PRONOUN.match(best.reading.text) and not _named_before(comparison, best, named):
            expected = comparison.material.sentences[best.number - 1].reading.text[:60] if best.number else ""
        else:
            continue
        yield Fault("attribution", named[0].start, named[0].end, expected, is_red=True)
        return


def _named_before(comparison: Comparison, told: Told, named: list[Name]) -> bool:
    before = comparison.material.sentences[max(0, told.number - SAID_BEFORE) : told.number]
    return any(_is_same(name, other) for name in named for sentence in before for other in sentence.names)


def _is_same(name: Name, other: Name) -> bool:
    return any(likeness(part, against) for part in name.parts for against in other.parts)


def _other_quoted(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault for a quotation of a source that the sentence puts in the mouth of somebody else."""
    for quotation in comparison.reading.quotations:
        parts = quoted_parts(comparison.reading.text[slice(*quotation.inside)])
        who = _speaker_of(comparison, quotation.span)
        if not parts or who is None:
            continue
        for told in comparison.window:
            if not all(part in spoken_words(told.reading.text) for part in parts):
                continue
            theirs = _quoted_speaker(told, parts[0])
            if (
                theirs is not None
                and who[1]
                and not any(likeness(part, own) for part in theirs.parts for own in who[1])
            ):
                expected = told.reading.text[theirs.start : theirs.end]
                yield Fault("role", *who[0], expected, is_red=True)
            return


def _speaker_of(comparison: Comparison, quotation: Span) -> tuple[Span, frozenset[str]] | None:
    """Return where the sentence names one person, by name or by a role of theirs, and the parts of that name."""
    outside = [name for name in comparison.names if not quotation[0] <= name.start < quotation[1]]
    if len(outside) == 1 and outside[0].start < quotation[0] and outside[0].end <= SUBJECT_REACH:
        return (outside[0].start, outside[0].end), frozenset(outside[0].parts)
    if outside:
        return None
    lexical = lexicon(comparison.material.language)
    words = [
        word
        for word in comparison.reading.words
        if word.end <= quotation[0] and word.concepts & (lexical.roles | lexical.places)
    ]
    if len(words) < 2:
        return None
    wanted = [word.concepts for word in words[:2]]
    parts = [
        part
        for part, about in comparison.material.aliases.items()
        if all(any(concepts & each.concepts for each in about) for concepts in wanted)
    ]
    return ((words[0].start, words[1].end), frozenset(parts)) if len(parts) == 1 else None


SUBJECT_REACH: Final = 60
"""Characters within which the subject of a sentence ends. House rule."""


def _quoted_speaker(told: Told, part: str) -> Name | None:
    """Return the name right before the quotation in the passage, where a verb of saying stands between."""
    text = told.reading.text
    for quotation in told.reading.quotations:
        if part.strip() not in spoken_words(text[slice(*quotation.inside)]):
            continue
        before = [name for name in told.names if name.end <= quotation.span[0]]
        speaker = _subject(text, before)
        if speaker is not None and not any(mark in text[speaker.end : quotation.span[0]] for mark in ".;"):
            return speaker
    return None


_SAYING: Final = re.compile(
    r"^ ?,? ?(?:a |ont |avait |has |have )?(?:déclar|affirm|assur|indiqu|qualifi|dit|décri|estim|jug|promis|promet|"
    r"ajout|évoqu|said|says|called|described)"
)


def _subject(text: str, names: list[Name]) -> Name | None:
    """Return the last of the names that a verb of saying follows at once."""
    return next((name for name in reversed(names) if _SAYING.match(text[name.end : name.end + 30])), None)
