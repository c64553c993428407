"""How much two sentences tell the same: shared words weighted by rarity, names in any spelling, numbers that agree."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from assistant.lang import pack
from assistant.text.matching import stem
from assistant.text.words import fold
from assistant.writing.agencies import NEWS_AGENCIES
from assistant.writing.countries import country_keys
from assistant.writing.cues import StoryCues, cues

KEY_LETTERS: Final = 5
"""Letters of a word that its relatives share (`coopération`, `coopérer`). For French, cutting words to five letters
retrieves about as well as stemming them (Savoy, "Light stemming approaches for the French language", 2006)."""
NAME_LIKENESS: Final = 0.6
"""Likeness from which two names with the same consonants are one (Choïgou, Shoigu). House rule, tried on news."""

_TOKEN = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|(?:[^\W\d_])+")
_COUNTED = re.compile(_TOKEN.pattern + r"|[,;:.!?()«»“”]")
_PART_OF_NAME = re.compile(r"(?<=\w)-\d+\b")  # Geran-25 counts nothing
_DIGRAPHS: Final = (("tch", "c"), ("sch", "c"), ("ch", "c"), ("sh", "c"), ("kh", "k"), ("ph", "f"), ("w", "v"))
MOST_NUMBER_WORDS: Final = 12
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Content:
    """What a sentence tells, for comparison: `keys` of its topic words, its `names`, its `numbers` and their nouns."""

    keys: frozenset[str]
    names: frozenset[str]
    numbers: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Resemblance:
    """The contents of a list of sentences and the weight of every key among them."""

    contents: tuple[Content, ...]
    weights: dict[str, float]
    frequency: dict[str, int]
    time_units: frozenset[str]
    measures: frozenset[str] = frozenset()
    """The keys of what is measured or paid, and of people at large: many things of a story are counted in them."""

    def weight(self, keys: Iterable[str]) -> float:
        """Return the summed rarity of the keys; exact, so that the order of a set changes nothing."""
        return math.fsum(self.weights[key] for key in keys)

    def containment(self, inner: int, outer: int) -> float:
        """Return the share, 0..1, of what sentence `inner` tells that `outer` tells too; 0 for an empty one."""
        keys = self.contents[inner].keys
        total = self.weight(keys)
        return self.weight(keys & self.contents[outer].keys) / total if total else 0.0

    def likeness(self, one: int, other: int) -> float:
        """Return the cosine, 0..1, of the weighted keys of two sentences."""
        return cosine(self.vector((one,)), self.vector((other,)))

    def vector(self, sentences: Iterable[int]) -> dict[str, float]:
        """Return the summed weights of the keys of several sentences, a second mention counting less."""
        counts = Counter(key for index in sentences for key in self.contents[index].keys)
        return {key: self.weights[key] * (1 + math.log(count)) for key, count in counts.items()}

    def disagree(self, one: int, other: int) -> bool:
        """Whether both count the same thing and arrive at different numbers: 200 and 250 kilometres. Durations are left
        out: a visit has many.
        """
        mine = _by_noun(self.contents[one].numbers, self.time_units)
        theirs = _by_noun(self.contents[other].numbers, self.time_units)
        return any(mine[noun].isdisjoint(theirs[noun]) for noun in mine.keys() & theirs.keys())


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """Return the cosine of two weighted bags, 0 when one is empty."""
    if len(other) < len(one):
        one, other = other, one
    product = math.fsum(weight * other.get(key, 0.0) for key, weight in one.items())
    if not product:
        return 0.0
    return product / math.sqrt(math.fsum(w * w for w in one.values()) * math.fsum(w * w for w in other.values()))


def compare(texts: Sequence[str], language: str) -> Resemblance:
    """Return the contents of the sentences `texts`, spelling variants of a name under one key."""
    words = cues(language)
    variants = _name_variants(texts)
    contents = tuple(_content(text, language, words, variants) for text in texts)
    frequency = Counter(key for content in contents for key in content.keys)
    weights = {key: math.log(1 + len(texts) / count) for key, count in frequency.items()}
    return Resemblance(
        contents, weights, dict(frequency), _keys(words.time_units, language), _keys(words.measures, language)
    )


def read_numbers(text: str, language: str) -> tuple[tuple[float, str], ...]:
    """Return the numbers of `text`, in figures or letters, each with the key of the noun that it counts (or "")."""
    tokens = _COUNTED.findall(_PART_OF_NAME.sub("", text))
    found: list[tuple[float, str]] = []
    place = 0
    while place < len(tokens):
        value, length = _number_at(tokens, place, cues(language))
        if value is not None:
            found.append((value, _counted_noun(tokens[place + length : place + length + 3], language)))
        place += max(length, 1)
    return tuple(found)


def _keys(words: Iterable[str], language: str) -> frozenset[str]:
    return frozenset(stem(word, language)[:KEY_LETTERS] for word in words)


def _content(text: str, language: str, words: StoryCues, variants: dict[str, str]) -> Content:
    function_words = _folded_function_words(language)
    keys: set[str] = set()
    names: set[str] = set()
    for place, token in enumerate(_TOKEN.findall(text)):
        folded = fold(token)
        if folded in function_words or folded in words.abstract_words or folded in NEWS_AGENCIES or len(folded) < 2:
            continue
        key = variants.get(folded) or country_keys().get(folded) or _key(folded, token, language)
        keys.add(key)
        if place and token[0].isupper():
            names.add(key)
    numbers = read_numbers(text, language)
    keys.update(f"#{value:g}" for value, noun in numbers if noun)
    return Content(frozenset(keys), frozenset(names), numbers)


def _key(folded: str, token: str, language: str) -> str:
    return folded if folded[0].isdigit() else stem(token, language)[:KEY_LETTERS]


@lru_cache(maxsize=8)
def _folded_function_words(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in pack(language).function_words)


def _name_variants(texts: Sequence[str]) -> dict[str, str]:
    """Return one key for all spellings of a name: same consonants, and alike."""
    by_consonants: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for token in _TOKEN.findall(text):
            if token[0].isupper() and len(token) > KEY_LETTERS - 1:
                folded = fold(token)
                by_consonants[_consonants(folded)].add(folded)
    variants: dict[str, str] = {}
    for spellings in by_consonants.values():
        chosen = sorted(spellings)
        for spelling in chosen[1:]:
            if SequenceMatcher(None, chosen[0], spelling).ratio() >= NAME_LIKENESS:
                variants[spelling] = variants[chosen[0]] = chosen[0][:KEY_LETTERS]
    return variants


def name_key(name: str) -> str:
    """Return what the spellings of one full name share: Kim Jong-un and Kim Jong Un, Choïgou and Shoigu."""
    return _consonants(re.sub(r"[\W_]", "", fold(name)))


def _consonants(folded: str) -> str:
    for written, heard in _DIGRAPHS:
        folded = folded.replace(written, heard)
    return re.sub(r"[aeiouyh]", "", folded)


def _number_at(tokens: Sequence[str], place: int, words: StoryCues) -> tuple[float | None, int]:
    """Return the value of the number that starts at `place` and how many tokens it takes; (None, 0) for none."""
    if tokens[place][0].isdigit():
        digits = re.sub(r"[ \u00a0\u202f\u2009]", "", tokens[place]).replace(",", ".")
        value, length = float(digits), 1
        scale = words.number_words.get(fold(tokens[place + 1])) if place + 1 < len(tokens) else None
        return (value * scale, 2) if scale is not None and scale >= 1000 else (value, length)
    total, current, length = 0, 0, 0
    for token in tokens[place : place + MOST_NUMBER_WORDS]:
        number = words.number_words.get(fold(token))
        if number is None:
            break
        if number >= 1000:
            total, current = total + max(current, 1) * number, 0
        elif number == 100 or (number == 20 and current == 4):
            current = max(current, 1) * number
        else:
            current += number
        length += 1
    return (float(total + current), length) if length else (None, 0)


def _counted_noun(following: Sequence[str], language: str) -> str:
    function_words = _folded_function_words(language)
    for token in following:
        if not token[0].isalpha():
            return ""
        if fold(token) not in function_words and len(token) > 1:
            return stem(token, language)[:KEY_LETTERS]
    return ""


def tells_numbers(outer: Content, inner: Content) -> bool:
    """Whether every number of `inner` stands in `outer`, before the same noun; a year stands alone."""
    pairs, values = set(outer.numbers), {value for value, _ in outer.numbers}
    return all(
        (value, noun) in pairs or (value in values and (not noun or _FIRST_YEAR <= value <= _LAST_YEAR))
        for value, noun in inner.numbers
    )


def _by_noun(numbers: tuple[tuple[float, str], ...], time_units: frozenset[str]) -> dict[str, set[float]]:
    values: dict[str, set[float]] = defaultdict(set)
    for value, noun in numbers:
        if noun and noun not in time_units and not _FIRST_YEAR <= value <= _LAST_YEAR:
            values[noun].add(value)
    return values
