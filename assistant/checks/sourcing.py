"""The sources beside the article: what they say first, and what they say under reserve or in somebody's name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.checks.base import Reading
from assistant.checks.clues import clues, names_speaker, quotations
from assistant.checks.names import find_names
from assistant.checks.parts import Sentence
from assistant.facts.denials import denying_party
from assistant.model import Source
from assistant.text.matching import content_keys
from assistant.text.sentences import sentence_spans
from assistant.text.words import fold

SAME_SHARE: Final = 0.7
"""Share of an article sentence's topic words that a source sentence holds to tell the same. House rule."""
MIN_KEYS: Final = 4
DENIED_SHARE: Final = 0.6
"""Share of a denial's topic words that one sentence of the article holds where it tells it. House rule: less than for
a copy, since an article puts it in words of its own."""
HEAD_BLOCKS: Final = 2
LONGEST_SHOWN: Final = 160

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_NO_DIGIT = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of a source: its text, the keys of its topic words, and whether it is said under reserve."""

    text: str
    keys: frozenset[str]
    is_hedged: bool
    is_attributed: bool


def missing_facts(reading: Reading) -> tuple[int, tuple[str, ...]]:
    """Return how many names, numbers and denials the sources hold, and those that the article leaves out.

    Names and numbers are those of the heads; a denial is a sentence in which somebody denies or refuses something that
    another sentence tells of too, wherever it stands.

    Shorter than the omissions of `facts`, which rank every sentence: a score needs a list that can be filled.
    """
    wanted = _key_facts(reading.sources, reading.article.language)
    head = f"{reading.article.title}\n{reading.article.markdown}"
    words = frozenset(re.findall(r"\w+", fold(head)))
    numbers = reading.body_numbers | {_NO_DIGIT.sub("", number) for number in _NUMBER.findall(head)}
    missing = [
        written
        for written, keys in wanted
        if not (keys[0] in numbers if keys[0].isdigit() else any(key in words for key in keys))
    ]
    denials = _denials(reading.sources, reading.article.language)
    left = (text for text, keys in denials if not _is_denied(reading, keys))
    return len(wanted) + len(denials), (*(text[:LONGEST_SHOWN] for text in left), *missing)


def _is_denied(reading: Reading, keys: frozenset[str]) -> bool:
    """Whether a sentence of the article tells most of these words."""
    language = reading.article.language
    return any(
        len(keys & {key for key, _ in content_keys(sentence.text, language)}) >= DENIED_SHARE * len(keys)
        for sentence in reading.sentences
    )


@lru_cache(maxsize=32)
def _denials(sources: tuple[Source, ...], language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the denials of the sources, and the keys of each; several sources' same one once."""
    sentences, places = _told(sources, language)
    found: list[tuple[str, frozenset[str]]] = []
    for told in sentences:
        party = denying_party(told.text, language)
        if party is None or len(told.keys) < MIN_KEYS or any(told.keys <= keys for _, keys in found):
            continue
        own = {key for key, _ in content_keys(party, language)}
        if own and any(len(places[key]) > 1 for key in told.keys - own):
            found.append((told.text, told.keys))
    return tuple(found)


@lru_cache(maxsize=32)
def _key_facts(sources: tuple[Source, ...], language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the names and numbers of the heads, as written and as compared: digits, or the last word of a name."""
    facts: dict[tuple[str, ...], str] = {}
    for source in sources:
        text = "\n".join([source.title or "", source.dek or "", *(each.text for each in source.blocks[:HEAD_BLOCKS])])
        for name in find_names(text, language):
            if name.is_certain:
                facts.setdefault((fold(name.words[-1]),), name.text)
        for number in _NUMBER.findall(text):
            facts.setdefault((_NO_DIGIT.sub("", number),), number)
    return tuple((written, keys) for keys, written in facts.items())


def lost_attributions(reading: Reading) -> list[tuple[Sentence, str, str]]:
    """Return the sentences that say plainly what the sources say under reserve only: sentence, kind, what they say.

    The kind is "hedge" for a lost conditional, "speaker" for a lost attribution.
    """
    language = reading.article.language
    told, places = _told(reading.sources, language)
    found = []
    for sentence in reading.sentences:
        keys = frozenset(key for key, _ in content_keys(sentence.text, language))
        if len(keys) < MIN_KEYS or quotations(sentence.text):
            continue
        same = [told[number] for number in _alike(keys, places)]
        kind = _lost(same, sentence.text, language)
        if kind:
            found.append((sentence, kind, same[0].text[:LONGEST_SHOWN]))
    return found


def _lost(same: Sequence[_Told], text: str, language: str) -> str:
    if not same:
        return ""
    if all(each.is_hedged for each in same) and not _is_hedged(text, language):
        return "hedge"
    is_attributed = all(each.is_attributed for each in same)
    return "speaker" if is_attributed and not (_is_hedged(text, language) or names_speaker(text, language)) else ""


def _is_hedged(text: str, language: str) -> bool:
    return bool(clues(text, "hedge", language))


def _alike(keys: frozenset[str], places: dict[str, tuple[int, ...]]) -> list[int]:
    """Return the source sentences that hold most of the keys, found by their keys: no sentence is compared in vain."""
    shared: dict[int, int] = defaultdict(int)
    for key in keys:
        for number in places.get(key, ()):
            shared[number] += 1
    return [number for number, count in shared.items() if count >= SAME_SHARE * len(keys)]


@lru_cache(maxsize=32)
def _told(sources: tuple[Source, ...], language: str) -> tuple[tuple[_Told, ...], dict[str, tuple[int, ...]]]:
    told: list[_Told] = []
    places: dict[str, list[int]] = defaultdict(list)
    for source in sources:
        for block in source.blocks:
            for start, end in sentence_spans(block.text, language):
                text = block.text[start:end]
                keys = frozenset(key for key, _ in content_keys(text, language))
                for key in keys:
                    places[key].append(len(told))
                told.append(_Told(text, keys, _is_hedged(text, language), names_speaker(text, language)))
    return tuple(told), {key: tuple(numbers) for key, numbers in places.items()}
