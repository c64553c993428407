"""The words of a text for comparison: their forms without accents, and the key that a word shares with its forms."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from assistant.lang import pack
from assistant.lang.pack import LanguagePack
from assistant.text.sentences import sentence_spans
from assistant.text.words import HYPHENS, fold

_TOKEN = re.compile(
    r"(?<![\w.])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![\w’']))?"  # O.N.U.
    r"|(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009.,]\d{3})+(?!\d)"  # 1 000
    r"|\d+(?:[.,]\d+)*"
    r"|(?:[^\W\d_][\u0300-\u036f]*)+"
)
_HYPHEN_SET = frozenset(HYPHENS)
_NUMBER_SPACES = re.compile(r"[ \u00a0\u202f\u2009.,](?=\d{3}(?!\d))")


class Token(NamedTuple):
    """One word of a text for comparison; `start` and `end` point into the text.

    `plain` has its accents, `folded` has none, `key` is shared by the forms of the word. `joined_before` and
    `joined_after` say that only a hyphen parts it from its neighbour.
    """

    start: int
    end: int
    plain: str
    folded: str
    key: str
    capital: bool = False
    acronym: bool = False
    joined_before: bool = False
    joined_after: bool = False


@lru_cache(maxsize=512)
def sentence_tokens(text: str, language: str) -> tuple[tuple[Token, ...], ...]:
    """Return the tokens of each sentence of `text`."""
    tokens = read_tokens(text, language)
    sentences: list[tuple[Token, ...]] = []
    place = 0
    for _, end in sentence_spans(text, language):
        first = place
        while place < len(tokens) and tokens[place].start < end:
            place += 1
        sentences.append(tokens[first:place])
    return tuple(sentences)


def read_tokens(text: str, language: str) -> tuple[Token, ...]:
    """Return the tokens of `text`, in order."""
    return tuple(_read_token(text, found, language) for found in _TOKEN.finditer(text))


def _read_token(text: str, found: re.Match[str], language: str) -> Token:
    start, end = found.span()
    plain, folded, key, is_capital, is_acronym = _forms(found.group(), language)
    return Token(
        start,
        end,
        plain,
        folded,
        key,
        is_capital,
        is_acronym,
        joined_before=start > 0 and text[start - 1] in HYPHENS and _is_joint(text, start - 1),
        joined_after=text[end : end + 1] in _HYPHEN_SET and _is_joint(text, end),
    )


@lru_cache(maxsize=65_536)
def _forms(word: str, language: str) -> tuple[str, str, str, bool, bool]:
    """Return how a word is compared: plain, folded and by its key; whether it has a capital, or is an acronym."""
    if word[0].isdigit():
        number = _NUMBER_SPACES.sub("", word)
        return number, number, number, False, False
    letters = word.replace(".", "")
    return (
        unicodedata.normalize("NFC", letters.casefold()),
        fold(letters),
        stem(letters, language),
        letters[0].isupper(),
        "." in word or (len(letters) > 1 and letters.isupper()),
    )


def _is_joint(text: str, place: int) -> bool:
    """Whether the character at `place` is a hyphen between two words."""
    return (
        0 < place < len(text) - 1 and text[place] in HYPHENS and text[place - 1].isalnum() and text[place + 1].isalnum()
    )


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """Return a folded key that a word shares with its plural and feminine, and with no neighbouring word."""
    words = pack(language)
    folded = fold(word)
    if len(folded) < 3 or folded[0].isdigit():
        return folded
    singular = _without_plural(_regular(folded, words), words)
    # A feminine can be irregular only without its plural: fraîches, fraîche, frais.
    if _regular(singular, words) != singular:
        singular = _without_plural(_regular(singular, words), words)
    # A final é is no feminine: passionné is not passion.
    if singular in words.unchanging_words or unicodedata.normalize("NFC", word).rstrip("sS")[-1:] in "éÉ":
        return singular
    for ending, replacement, shortest in words.feminine_endings:
        if len(singular) >= shortest and singular.endswith(ending):
            return singular[: -len(ending)] + replacement
    return singular


def _regular(folded: str, words: LanguagePack) -> str:
    return words.irregular_forms.get(folded, folded)


def _without_plural(folded: str, words: LanguagePack) -> str:
    if folded in words.unchanging_words:
        return folded
    for ending, replacement in words.plural_endings:
        if folded.endswith(ending):
            return folded[: -len(ending)] + replacement
    return folded
