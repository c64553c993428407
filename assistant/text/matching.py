"""Finding a keyphrase in a text as a careful reader would.

A text is read into tokens once and remembered, so that ten checks on one text cost one pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.lang import pack
from assistant.model import Span
from assistant.text.tokens import Token, read_tokens, sentence_tokens, stem
from assistant.text.words import APOSTROPHES, HYPHENS, SPACES, fold

__all__ = [
    "contains_keyphrase",
    "content_keys",
    "content_words",
    "find_keyphrase",
    "keyphrase_position",
    "slug_keyphrase_percent",
    "stem",
]

_GAP = re.compile(rf"[{re.escape(SPACES + APOSTROPHES + HYPHENS)}.«»“”„\"‹›–—]*")
_SEPARATING_DASH = re.compile(r"[^\S\n][–—]|[–—][^\S\n]")
_SLUG_WORD = re.compile(r"[^\W_]+")
_SPLIT_NUMBER = re.compile(r"(?<=\d)-(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One main word of a keyphrase, and the small words that may stand before it beside the linking words."""

    token: Token
    in_capitals: bool
    small_before: frozenset[str]


def content_words(phrase: str, language: str) -> tuple[str, ...]:
    """Return the words of `phrase` that carry its topic, folded; all of its words when it has only function words.

    Part of a hyphenated name is never left out: Kim Jong-un has three.
    """
    return tuple(token.folded for token in _content_tokens(phrase, language))


@lru_cache(maxsize=256)
def find_keyphrase(text: str, keyphrase: str, language: str) -> tuple[Span, ...]:
    """Return the spans of `text` where `keyphrase` stands, in order, never overlapping, never across a sentence.

    Its content words in order, side by side but for function words; capitals, accents, hyphens, apostrophes, plural and
    feminine do not matter. Empty when the keyphrase has no word.
    """
    wanted = _wanted_words(keyphrase, language)
    if not wanted:
        return ()
    spans: list[Span] = []
    linking = _folded_linking_words(language)
    starts = _folded_compound_starts(language)
    for tokens in sentence_tokens(text, language):
        free = 0
        for place, token in enumerate(tokens):
            if place < free or token.key != wanted[0].token.key:
                continue
            last = _match_from(text, tokens, place, wanted, linking)
            if last is not None and not _is_in_compound(tokens, place, last, starts):
                spans.append((token.start, tokens[last].end))
                free = last + 1
    return tuple(spans)


def contains_keyphrase(text: str, keyphrases: tuple[str, ...], language: str) -> bool:
    """Whether one of `keyphrases` (the keyphrase and its synonyms) stands in `text`."""
    return any(find_keyphrase(text, keyphrase, language) for keyphrase in keyphrases)


def keyphrase_position(text: str, keyphrase: str, language: str) -> int | None:
    """Return the offset in `text` of the first match, 0 when only small words stand before it, None without a match."""
    spans = find_keyphrase(text, keyphrase, language)
    if not spans:
        return None
    first = spans[0][0]
    linking = _folded_linking_words(language)
    before = (token for tokens in sentence_tokens(text, language) for token in tokens if token.start < first)
    return 0 if all(token.folded in linking for token in before) else first


def slug_keyphrase_percent(slug: str, keyphrase: str, language: str) -> float | None:
    """Return the share of the content words of `keyphrase` found in `slug`, 0..100; None without keyphrase or slug."""
    wanted = _content_tokens(keyphrase, language)
    if not wanted or not slug.strip():
        return None
    folded = fold(slug)
    words = (*_SLUG_WORD.findall(folded), *_SLUG_WORD.findall(_SPLIT_NUMBER.sub("", folded)))
    found = {stem(word, language) for word in words}
    return 100 * sum(token.key in found for token in wanted) / len(wanted)


def content_keys(text: str, language: str) -> tuple[tuple[str, Span], ...]:
    """Return the words of `text` that carry its topic: the key that a word shares with its forms, and its place."""
    functions = _folded_function_words(language)
    return tuple(
        (token.key, (token.start, token.end))
        for tokens in sentence_tokens(text, language)
        for token in tokens
        if token.folded not in functions and (len(token.folded) > 1 or token.folded.isdigit())
    )


def _match_from(
    text: str, tokens: tuple[Token, ...], place: int, wanted: tuple[_Wanted, ...], linking: frozenset[str]
) -> int | None:
    """Return the index of the token that completes the match that starts at `place`, or None."""
    if not _is_word(tokens[place], wanted[0]):
        return None
    for word in wanted[1:]:
        while True:
            place += 1
            if place >= len(tokens) or not _are_side_by_side(text, tokens[place - 1], tokens[place]):
                return None
            if _is_word(tokens[place], word):
                break
            folded = tokens[place].folded
            if folded not in linking and folded not in word.small_before:
                return None
    return place


def _is_in_compound(tokens: tuple[Token, ...], first: int, last: int, starts: frozenset[str]) -> bool:
    """Whether a hyphen makes the match a part of another word: avion in porte-avions, nord in nord-coréen."""
    if tokens[first].joined_before and first and tokens[first - 1].folded in starts:
        return True
    return tokens[last].joined_after and tokens[last].folded in starts


def _is_word(token: Token, wanted: _Wanted) -> bool:
    if token.key != wanted.token.key or (wanted.in_capitals and not token.acronym):
        return False
    return token.plain == wanted.token.plain or _accents_agree(token.plain, wanted.token.plain)


def _accents_agree(left: str, right: str) -> bool:
    """Whether no accent of `left` contradicts one of `right`: a missing one does not, but pêche is not péché."""
    if left.isascii() or right.isascii():
        return True
    if any(a != b and not a.isascii() and not b.isascii() for a, b in zip(left, right, strict=False)):
        return False
    return {_last_letter(left), _last_letter(right)} != {"e", "é"}


def _last_letter(word: str) -> str:
    """Return the last letter without plural and feminine: é of députée."""
    singular = word.rstrip("s")
    return "é" if singular.endswith("ée") else singular[-1:]


def _are_side_by_side(text: str, left: Token, right: Token) -> bool:
    gap = text[left.end : right.start]
    return bool(_GAP.fullmatch(gap)) and not _SEPARATING_DASH.search(gap)


@lru_cache(maxsize=256)
def _wanted_words(keyphrase: str, language: str) -> tuple[_Wanted, ...]:
    functions = _folded_function_words(language)
    content = set(_content_tokens(keyphrase, language))
    wanted: list[_Wanted] = []
    small: set[str] = set()
    for token in read_tokens(keyphrase, language):
        if token in content:
            # "US" is not "us": an acronym that reads like a small word needs its capitals.
            wanted.append(_Wanted(token, token.acronym and token.folded in functions, frozenset(small)))
            small = set()
        else:
            small.add(token.folded)
    return tuple(wanted)


@lru_cache(maxsize=256)
def _content_tokens(phrase: str, language: str) -> tuple[Token, ...]:
    tokens = read_tokens(phrase, language)
    content = tuple(token for place, token in enumerate(tokens) if _carries_topic(tokens, place, language))
    # No phrase ends with an article: the last syllable of a name does, also in small letters.
    if content and content[-1] is not tokens[-1] and tokens[-1].folded in _folded_linking_words(language):
        content += tokens[-1:]
    return content or tokens


def _carries_topic(tokens: tuple[Token, ...], place: int, language: str) -> bool:
    """Whether the token is a main word: no function word, or part of a name: Kim Jong-un, Kim Jong Un, Will Smith."""
    token = tokens[place]
    if token.folded not in _folded_function_words(language) or token.joined_before or token.joined_after:
        return True
    if token.acronym and not _all_capitals(tokens):
        return True
    if token.folded in _folded_linking_words(language):
        return False
    return token.capital and (place > 0 or any(other.capital for other in tokens[1:]))


def _all_capitals(tokens: tuple[Token, ...]) -> bool:
    """Whether the whole phrase is written in capitals, so that they say nothing."""
    return len(tokens) > 1 and all(token.acronym for token in tokens if len(token.folded) > 1)


@lru_cache(maxsize=8)
def _folded_function_words(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in pack(language).function_words)


@lru_cache(maxsize=8)
def _folded_linking_words(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in pack(language).linking_words)


@lru_cache(maxsize=8)
def _folded_compound_starts(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in pack(language).compound_starts)
