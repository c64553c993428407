"""Claims handed to somebody else than the sources hand them to, and quotations put in another mouth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from assistant.facts.attribution import is_attributed
from assistant.facts.fault import Comparison, Fault
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Material, Told
from assistant.facts.names import Name, likeness
from assistant.facts.quotations import is_spoken, quoted_parts, spoken_forms
from assistant.facts.reading import Reading, Word
from assistant.facts.speakers import has_pronoun_speaker, speakers
from assistant.facts.stance import possibilities
from assistant.model import Span

NEAR: Final = 0.4
"""Coverage by the best passage from which its speaker must be the sentence's. House rule."""
SAID_BEFORE: Final = 3
"""Sentences before a pronoun in which the speaker is named."""
SAME_MATTER: Final = 0.6
"""Share of a sentence's words that stand behind `soutient que` when it tells what is claimed there. House rule."""
SUBJECT_REACH: Final = 60
"""Characters within which the subject of a sentence ends. House rule."""


@dataclass(frozen=True)
class Speaker:
    """Somebody to whom a text hands a claim: `span` points into `text`; the words and names that say who it is."""

    text: str
    span: Span
    words: tuple[Word, ...]
    names: tuple[Name, ...]


def speaker_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a red fault where the sentence hands its claim to one and its passage to another."""
    best = comparison.best
    if best is None:
        return
    mine = speakers_of(comparison.reading, comparison.names)
    if not mine:
        yield from _lost_word(comparison)
        return
    quoted = _quoted_in(comparison)
    if quoted is None and comparison.alignment.best_coverage < NEAR:
        return
    told = quoted or best
    theirs = told_speakers(told, comparison.material)
    if not theirs:
        return
    for speaker in mine:
        if all(_are_two(comparison.material, speaker, other) for other in theirs) and _is_known(comparison, speaker):
            expected = theirs[0].text[slice(*theirs[0].span)].strip()
            yield Fault("role" if quoted else "attribution", *_head(speaker), expected, is_red=True)
            return


_CLAIMED: Final = {
    "fr": re.compile(
        r"\b(?:soutien(?:t|nent|drait)|soutenai(?:t|ent)|a soutenu|prétend(?:ent|ait)?|accus(?:e|ent|ait|aient|é)|"
        r"jure(?:nt)?|"
        r"reproch(?:e|ent|ait|aient|é)|dénonc(?:e|ent|ait|é)|se défend\w*|invoqu(?:e|ent|ait|é)|plaid(?:e|ent|ait|é)|"
        r"[Ss]elon (?:l['’]accusation|la défense|lui|elle|eux|l['’]opposition|son avocate?|ses avocats))\b"
    ),
    "en": re.compile(
        r"\b(?:claim(?:s|ed)?|alleg(?:es|ed)|accus(?:es|ed)|insist(?:s|ed)?|"
        r"[Aa]ccording to (?:him|her|them|prosecutors|the (?:defence|defense|prosecution|opposition)))\b"
    ),
}
"""Words of somebody who is party to what they say: their word is no fact. House rule."""


def _lost_word(comparison: Comparison) -> Iterator[Fault]:
    """Yield an amber fault where the word of a party in a quarrel is told as a fact."""
    best, reading = comparison.best, comparison.reading
    code = "fr" if reading.language == "fr" else "en"
    if best is None or comparison.share_told(best) < SAME_MATTER or _hands_over(reading, code):
        return
    claimed = _CLAIMED[code].search(best.reading.text)
    told = [word for word in reading.words if word.weight >= 1.0 and not word.capital]
    behind = {word.root for word in best.reading.words if claimed and word.start >= claimed.end()}
    if claimed and told and sum(word.root in behind for word in told) >= SAME_MATTER * len(told):
        yield Fault("attribution", told[0].start, told[-1].end, claimed.group(), is_red=False)


def _hands_over(reading: Reading, code: str) -> bool:
    """Whether the sentence hands its claim to somebody, leaves it open, asks or quotes."""
    text = reading.text
    return bool(
        _CLAIMED[code].search(text)
        or is_attributed(text, reading.language)
        or has_pronoun_speaker(text, reading.language)
        or possibilities(text, reading.language)
        or reading.quotations
    )


def _head(speaker: Speaker) -> Span:
    """Return where the speaker is named: the name, else the words that say what they are."""
    if speaker.names:
        return speaker.names[0].start, speaker.names[-1].end
    return speaker.words[0].start, speaker.words[-1].end


def _quoted_in(comparison: Comparison) -> Told | None:
    """Return the sentence of the sources that holds the first quotation of this sentence."""
    for quotation in comparison.reading.quotations:
        words = comparison.reading.text[slice(*quotation.inside)]
        for told in comparison.window if quoted_parts(words) else ():
            if is_spoken(words, spoken_forms(told.reading.text)):
                return told
    return None


@lru_cache(maxsize=8192)
def speakers_of(reading: Reading, names: tuple[Name, ...]) -> tuple[Speaker, ...]:
    """Return those to whom the sentence hands what it tells, outside its quotations."""
    found = []
    for start, end in speakers(reading.text, reading.language):
        if any(one.span[0] < end and start < one.span[1] for one in reading.quotations):
            continue
        words = tuple(word for word in reading.words if start <= word.start < end)
        own = tuple(name for name in names if start <= name.start < end)
        if words or own:
            found.append(Speaker(reading.text, (start, end), words, own))
    return tuple(found)


def told_speakers(told: Told, material: Material) -> tuple[Speaker, ...]:
    """Return those to whom a sentence of the sources hands what it tells, before it where it says `he`."""
    own = speakers_of(told.reading, told.names)
    if own or not has_pronoun_speaker(told.reading.text, material.language):
        return own
    within = _opening(told)
    if within:
        return within
    for number in range(told.number - 1, max(-1, told.number - 1 - SAID_BEFORE), -1):
        before = material.sentences[number]
        if before.source != told.source:
            break
        found = speakers_of(before.reading, before.names) or _subject_of(before)
        if found:
            return found
    return ()


_PRONOUNS: Final = frozenset({"il", "elle", "ils", "elles", "he", "she", "they", "it"})


def _opening(told: Told) -> tuple[Speaker, ...]:
    """Return whom the first words of a sentence name, to whom a pronoun later in it goes back."""
    reading = told.reading
    if not reading.folded or reading.folded[0] in _PRONOUNS:
        return ()
    roles = lexicon(reading.language).roles
    names = tuple(name for name in told.names if name.end <= SUBJECT_REACH)
    words = tuple(
        word for word in reading.words if word.end <= SUBJECT_REACH and (word.concepts & roles or word.capital)
    )
    if not words or words[0].start > SUBJECT_REACH // 3:
        return ()
    return (Speaker(reading.text, (words[0].start, words[-1].end), words, names),)


def _subject_of(told: Told) -> tuple[Speaker, ...]:
    """Return whom a sentence is about, when it names somebody in full near its beginning."""
    for name in told.names:
        if len(name.parts) > 1 and name.end <= SUBJECT_REACH:
            words = tuple(word for word in told.reading.words if word.start < name.end)
            return (Speaker(told.reading.text, (name.start, name.end), words, (name,)),)
    return ()


def _are_two(material: Material, one: Speaker, other: Speaker) -> bool:
    """Whether nothing says that the two are the same: no name, no word, no role that the sources give the name."""
    roles = lexicon(material.language).roles
    one, other = _represented(one, material.language), _represented(other, material.language)
    if not all(speaker.names or _telling(speaker) for speaker in (one, other)):
        return False
    if any(likeness(a, b) for mine in one.names for a in mine.parts for theirs in other.names for b in theirs.parts):
        return False
    countries, others = _countries(material, one), _countries(material, other)
    if countries and others and not countries & others:
        return True
    if any(_mean_same(a, b, roles) for a in _telling(one) for b in _telling(other)):
        return False
    return not (
        _stands_for(material, one, other) or _stands_for(material, other, one) or _speaks_for(material, other, one)
    )


_OWNER: Final = re.compile(r"^(?:son|sa|ses|leurs?|its|their)\b", re.IGNORECASE)


def _speaks_for(material: Material, told: Speaker, mine: Speaker) -> bool:
    """Whether the passage names somebody of what the sentence before it tells of: `Son délégué` after `La CGT`."""
    if not _OWNER.match(told.text) or any(name.parts[-1] in material.family_names for name in mine.names):
        return False
    number = next((each.number for each in material.sentences if each.reading.text == told.text), 0)
    before = material.sentences[number - 1] if number else None
    return before is not None and any(
        likeness(part, other)
        for name in mine.names
        for part in name.parts
        for each in before.names
        for other in each.parts
    )


def _represented(speaker: Speaker, language: str) -> Speaker:
    """Return the speaker without the word for who speaks for somebody: `le maire` for `le cabinet du maire`."""
    spokes = lexicon(language).spokes
    return replace(speaker, words=tuple(word for word in speaker.words if word.stem not in spokes))


def _countries(material: Material, speaker: Speaker) -> frozenset[int]:
    """Return the countries that the words for the speaker name, or that the sources put beside their name."""
    places = lexicon(material.language).places
    about = [word for name in speaker.names for word in material.aliases.get(name.parts[-1], ())]
    return frozenset(concept for word in (*speaker.words, *about) for concept in word.concepts & places)


def _telling(speaker: Speaker) -> list[Word]:
    return [word for word in speaker.words if word.weight > 0.5]


def _mean_same(one: Word, other: Word, roles: frozenset[int]) -> bool:
    return one.root == other.root or bool((one.concepts & other.concepts) - roles)


def _stands_for(material: Material, one: Speaker, other: Speaker) -> bool:
    """Whether the sources call somebody named in `other` what `one` says."""
    roles = lexicon(material.language).roles
    about = [word for name in other.names for part in name.parts[-1:] for word in material.aliases.get(part, ())]
    return any(_mean_same(word, each, roles) for word in _telling(one) for each in about)


def _is_known(comparison: Comparison, speaker: Speaker) -> bool:
    """Whether the sources tell of this speaker: a name they hold, or a word for somebody that they use."""
    material = comparison.material
    if speaker.names:
        return any(
            likeness(part, other) for name in speaker.names for part in name.parts for other in material.name_parts
        )
    roles = lexicon(material.language).roles
    heads = [word for word in speaker.words if word.concepts & roles][:1]
    return bool(heads) and all(word.root in material.by_root for word in heads)
