"""The names of an article: who and what it is about, and each of them written one way."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.checks.flat import flat
from assistant.checks.remember import remembered
from assistant.lang import news_words, pack
from assistant.model import Span
from assistant.text.matching import stem
from assistant.text.short_names import has_family_name_first
from assistant.text.words import APOSTROPHES

LONGEST_NAME: Final = 6
SHORTEST_NAME: Final = 2
SHORTEST_CONFUSED: Final = 5
"""In letters. House rule: two shorter names that differ by one letter are two names."""

_SPACE: Final = "[ \u00a0\u202f]"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒ]"
_PARTICLE = r"(?:(?:de|du|des|da|di|dos|van|von|der|den|ben|bin|ibn|al|el|la|le)(?: |-)|d[’'])"
_NAME = re.compile(
    rf"(?<![\w-]){_CAPITAL}[\w]*(?:[-‐‑’'][\w]+)*"
    rf"(?:{_SPACE}{_PARTICLE}{{0,2}}{_CAPITAL}[\w]*(?:[-‐‑’'][\w]+)*){{0,{LONGEST_NAME - 1}}}"
)
_PART = re.compile(r"[\w]+(?:[-‐‑’'][\w]+)*")
_JOINTS = re.compile(r"[\s\u00a0\u202f‐‑-]+")
_LAST_WORD = re.compile(r"([^\W\d_]{1,10})\.$")
_LOOK_BACK: Final = 40
_ROMAN = re.compile(r"[IVXLC]{1,6}(?:er|e)?")


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: `span` points into the text given, `words` are flat.

    `is_certain` is False for one word at the beginning of a sentence: its capital may be the sentence's.
    """

    span: Span
    text: str
    words: tuple[str, ...]
    is_certain: bool


@remembered
def find_names(text: str, language: str) -> tuple[Name, ...]:
    """Return the names of the visible text of one block: runs of capitalised words, particles between them.

    Articles, function words, titles of persons and elisions before a name are no part of it; nor are days and months.
    """
    found = (_read_name(text, match.span(), language) for match in _NAME.finditer(text))
    return tuple(name for name in found if name is not None)


def _read_name(text: str, span: Span, language: str) -> Name | None:
    start, end = span
    opens = _opens_sentence(text, start, language)
    parts = [(part.start() + start, part.end() + start) for part in _PART.finditer(text[start:end])]
    skipped = _skipped_words(language)
    while parts:
        first, last = parts[0]
        word = text[first:last]
        elided = _elision(word, language)
        if elided:
            parts[0] = (first + elided, last)
            opens = False
        elif not word[0].isupper():
            parts.pop(0)
        elif flat(word) in skipped and not (len(word) > 1 and word.isupper()):
            parts.pop(0)
            opens = False
        else:
            break
    if not parts or not text[parts[0][0]].isupper():
        return None
    if len(parts) == 1 and _ROMAN.fullmatch(text[slice(*parts[0])]):
        return None
    place = (parts[0][0], parts[-1][1])
    written = text[slice(*place)]
    words = tuple(_JOINTS.split(flat(written)))
    if len(written) < SHORTEST_NAME:
        return None
    return Name(place, written, words, is_certain=not opens or len(parts) > 1 or written.isupper())


def _opens_sentence(text: str, start: int, language: str) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(" \u00a0\u202f«“\"'([—–-")
    if not before or before[-1] not in ".!?…»”\n":
        return not before and start < _LOOK_BACK
    last = _LAST_WORD.search(before)
    return last is None or last.group(1).lower() not in pack(language).abbreviations_before_names


def _elision(word: str, language: str) -> int:
    """Return the length of the elided article at the head of `word` (`L’Élysée`), 0 without one."""
    for place, character in enumerate(word[:8]):
        if character in APOSTROPHES:
            return place + 1 if word[:place].lower() in pack(language).elisions else 0
    return 0


@lru_cache(maxsize=8)
def _skipped_words(language: str) -> frozenset[str]:
    words, news = pack(language), news_words(language)
    every: set[str] = {flat(word) for word in (*words.function_words, *words.months, *words.weekdays)}
    every |= {flat(phrase.split()[0].strip(",")) for phrase in words.transitions}
    return frozenset(every | (set(news.person_titles) if news else set()))


def counted_names(blocks: Iterable[Sequence[Name]], small_words: frozenset[str]) -> Counter[tuple[str, ...]]:
    """Return how often each name is mentioned, the family name alone counted with the one full name that has it.

    `small_words` are the flat words that the article also writes without capital: alone, they are no names.
    """
    mentions = [name for names in blocks for name in names]
    certain = {name.words for name in mentions if name.is_certain}
    certain |= {words[-1:] for words in certain}
    kept = [
        name.words
        for name in mentions
        if (name.is_certain or name.words in certain) and not (len(name.words) == 1 and name.words[0] in small_words)
    ]
    counts = Counter(kept)
    family_first = {name.words for name in mentions if has_family_name_first(name.text)}
    full = defaultdict(set)
    spaced = {name.words for name in mentions if " " in name.text}
    for words in counts:
        if words in spaced:  # Corée-Japon is neither
            full[words[0] if words in family_first else words[-1]].add(words)
    merged: Counter[tuple[str, ...]] = Counter()
    for words, count in counts.items():
        owners = full.get(words[0], set()) if len(words) == 1 else set()
        merged[next(iter(owners)) if len(owners) == 1 else words] += count
    return merged


def is_named(words: tuple[str, ...], mentions: Sequence[Name]) -> bool:
    """Whether one of `mentions` is that name: its first word alone, its last word, or a name that holds it whole."""
    return any(
        mention.words == words[:1] or mention.words[-1] == words[-1] or set(words) <= set(mention.words)
        for mention in mentions
    )


def spelling_variants(names: Sequence[Name], language: str) -> dict[str, str]:
    """Return the rarer writings of names that are also written otherwise, each with the commoner one.

    Three ways: the same letters with other hyphens, accents or capitals (Kim Jong-un, Kim Jong Un), and words of five
    letters or more that differ by one letter (Choïgu, Choïgou) or only as two alphabets are transcribed (Choïgou,
    Shoigu), unless one is the plural or feminine of the other or they belong to names that differ in more (Jean
    Dupond, Paul Dupont). Linear in the number of names.
    """
    written = Counter(name.text.replace("’", "'") for name in names)
    variants = _other_marks(written)
    words: Counter[str] = Counter()
    company: dict[str, set[str]] = defaultdict(set)
    for name in names:
        parts = _PART.findall(name.text)
        for place, part in enumerate(parts):
            words[part] += 1
            company[part].update(flat(other) for index, other in enumerate(parts) if index != place)
    for rare, common in (*_one_letter_apart(words, language), *_transcribed(words, language)):
        if not (company[rare] and company[common]) or company[rare] & company[common]:
            variants.setdefault(rare, common)
    return variants


def _other_marks(written: Counter[str]) -> dict[str, str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for text in written:
        if not (text.isupper() and len(text) > 5):
            groups[_JOINTS.sub("", flat(text)).replace(".", "")].append(text)
    variants: dict[str, str] = {}
    for group in groups.values():
        common = max(group, key=lambda text: (written[text], text.count("-"), text))
        variants.update({text: common for text in group if text != common})
    return variants


def _one_letter_apart(words: Counter[str], language: str) -> Iterable[tuple[str, str]]:
    """Yield (rarer, commoner) words whose letters differ by one; found by leaving out each letter in turn."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        letters = flat(word)
        if len(letters) >= SHORTEST_CONFUSED and letters.isalpha():
            for shorter in {letters, *(letters[:place] + letters[place + 1 :] for place in range(len(letters)))}:
                groups[shorter].append(word)
    seen: set[tuple[str, str]] = set()
    for group in groups.values():
        for left in group[:8]:
            for right in group[:8]:
                rare, common = sorted((left, right), key=lambda word: (words[word], word))
                if left < right and (rare, common) not in seen and _are_confused(rare, common, language):
                    seen.add((rare, common))
                    yield rare, common


_TRANSCRIBED: Final = (
    (re.compile(r"shch|chtch|tch|sch|sh|ch"), "s"),
    (re.compile(r"ou|oo|w"), "u"),
    (re.compile(r"kh|q|ck"), "k"),
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"dj|zh"), "j"),
    (re.compile(r"ff"), "v"),
    (re.compile(r"^ye"), "e"),
    (re.compile(r"[iy]+"), "i"),
    (re.compile(r"([a-z])\1"), r"\1"),
)
"""Letters that French and English transcriptions of one name put for each other, and what they become in turn. House
rule: those of Russian, Ukrainian and Arabic names in the news."""


def _transcribed(words: Counter[str], language: str) -> Iterable[tuple[str, str]]:
    """Yield (rarer, commoner) words that differ only as a name is transcribed: Choïgou and Shoigu."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        sound = flat(word)
        if len(sound) >= SHORTEST_CONFUSED and sound.isalpha():
            for letters, plain in _TRANSCRIBED:
                sound = letters.sub(plain, sound)
            groups[sound].append(word)
    for group in groups.values():
        common = max(group, key=lambda word: (words[word], word))
        yield from ((word, common) for word in group if word != common and _are_confused(word, common, language))


def _are_confused(left: str, right: str, language: str) -> bool:
    flat_left, flat_right = flat(left), flat(right)
    if flat_left == flat_right or stem(left, language) == stem(right, language):
        return False
    if flat_left.rstrip("es") == flat_right.rstrip("es") or {flat_left[-1:], flat_right[-1:]} & {"s", "e", "a", "o"}:
        # Grammar, and pairs of first names, differ at the end: Français and Française, Louis and Louise, Paolo, Paola.
        return flat_left[-1:] == flat_right[-1:] and flat_left.rstrip("es") != flat_right.rstrip("es")
    return True
