"""Sentences: where one ends, also when the paste glued it to the next.

One expression finds the places where a sentence may end; the functions below it judge each of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final, Literal

from assistant.lang import pack
from assistant.lang.pack import LanguagePack
from assistant.model import Span

# A mark with the closing marks behind it; or a closing mark that the next sentence was glued to.
_CANDIDATE = re.compile(
    r"(?P<mark>[.!?…]+)(?P<close>(?:[ \u00a0\u202f\u2009]?[»›]|[”’)\]]|[\"'](?![A-Za-zÀ-ÿ]))*)"
    r"|(?<=[^(«“])[»”)](?=[A-ZÀ-ÖØ-ÞŒ][a-zà-öø-ÿœ’'])"
)
_OPENING: Final = frozenset("«“„‘‹\"'’([—–-¿¡* \u00a0\u202f\u2009")
_GLUED_OPENING: Final = frozenset("«“‘([—–")
_CLOSING_QUOTES: Final = frozenset("»›”\"'’")
_APOSTROPHES: Final = "'’"
_WORD_BEFORE = re.compile(r"[^\s«“\"'’(\[/]+$")
_WORD_AFTER = re.compile(r"[^\W_]+['’]?")
_INITIALS = re.compile(r"[A-ZÀ-ÖØ-Þ](?:[.-]+[A-ZÀ-ÖØ-Þ])*")
_DOTTED = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])+")
_ROMAN = re.compile(r"[IVXLC]{1,5}")
_STRAIGHT_QUOTE = re.compile('"')
_ADDRESS = re.compile(r"(?:\bwww|https?:|@)\S*$", re.IGNORECASE)
# House rule: longer than any abbreviation, and most addresses show what they are in their first characters.
_LOOK_BACK: Final = 40
# House rule: a longer number at the head of a line is a year.
_LONGEST_ITEM_NUMBER: Final = 3

_Abbreviation = Literal["name", "number", "any", "initial"]


def sentence_spans(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, without the spaces around them. A newline ends a sentence.

    The closing mark of a quotation belongs to the sentence before it. Together the spans cover every character of
    `text` that is not a space.
    """
    words = pack(language)
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        here = start
        quotes = [mark.start() for mark in _STRAIGHT_QUOTE.finditer(line)] if '"' in line else []
        for candidate in _CANDIDATE.finditer(line):
            stop = _sentence_end(line, candidate, quotes, words)
            if stop:
                _add_span(text, here, start + stop, spans)
                here = start + stop
        _add_span(text, here, end, spans)
        start = end + 1
    return tuple(spans)


def _add_span(text: str, start: int, end: int, spans: list[Span]) -> None:
    piece = text[start:end]
    solid = piece.strip()
    if solid:
        first = start + len(piece) - len(piece.lstrip())
        spans.append((first, first + len(solid)))


def _sentence_end(line: str, candidate: re.Match[str], quotes: list[int], words: LanguagePack) -> int:
    """Return where in `line` the sentence ends with this mark, or 0: it does not, or the line ends with it.

    `quotes` are the places of the straight quotation marks of the line.
    """
    after = candidate.end()
    if candidate["mark"] is None:
        return after
    if quotes:
        after = _after_straight_quote(line, after, quotes)
    opened = after
    while opened < len(line) and line[opened] in _OPENING:
        opened += 1
    if opened >= len(line) or not (line[opened].isupper() or line[opened].isdigit()):
        return 0
    if not line[after].isspace() and not _is_glued(line, candidate, after, opened):
        return 0
    if _leaves_out_words(line, candidate) or _speaker_follows(line, candidate.end(), opened, words):
        return 0
    closed = after > candidate.end("mark")
    if candidate["mark"] == "." and not closed and _is_abbreviated(line, candidate.start(), after, opened, words):
        return 0
    return after


def _after_straight_quote(line: str, after: int, quotes: list[int]) -> int:
    """Return where the sentence ends: behind the straight quotation mark that follows its mark, if that one closes."""
    place = after
    while place < len(line) and line[place] in " \u00a0\u202f":
        place += 1
    if line[place : place + 1] != '"':
        return after
    number = bisect_left(quotes, place)
    # A paste may have lost the opening mark; then only the spaces on both sides show that this one closes.
    is_alone = place > after and line[place + 1 : place + 2].isspace() and number == len(quotes) - 1
    return place + 1 if is_alone or number % 2 else after


def _leaves_out_words(line: str, candidate: re.Match[str]) -> bool:
    """Whether the mark is the ellipsis of `[…]`."""
    start = candidate.start()
    return start > 0 and line[start - 1] in "[(" and candidate["close"][:1] in ("]", ")")


def _is_glued(line: str, candidate: re.Match[str], after: int, opened: int) -> bool:
    """Whether the next sentence starts without a space: `Russie.Ces`, but not `U.S`, `J.K` or an address."""
    start = candidate.start()
    if opened > after:
        return line[after] in _GLUED_OPENING
    if not line[opened].isupper() or not _starts_glued_word(line, start, opened):
        return False
    if candidate["mark"] == "." and after == candidate.end("mark"):
        before = line[start - 1] if start else " "
        if before.isspace() or (before.isupper() and not line[max(0, start - 2) : start].isupper()):
            return False
    return not _ADDRESS.search(line[max(0, start - _LOOK_BACK) : start + 1])


def _starts_glued_word(line: str, start: int, opened: int) -> bool:
    """Whether a sentence can start with the capital at `opened` without a space before it.

    A small letter or an apostrophe after it says so; a lone capital or an acronym only behind a word in small letters.
    """
    following = line[opened + 1 : opened + 2]
    if following.islower() or (following and following in _APOSTROPHES):
        return True
    return line[max(0, start - 3) : start].islower() and (following.isspace() or following.isupper())


def _speaker_follows(line: str, end: int, opened: int, words: LanguagePack) -> bool:
    """Whether the mark is inside a quotation that its speaker follows: `“Stop!” Mr. Smith said.`."""
    if not words.speech_verbs or line[end - 1] not in _CLOSING_QUOTES:
        return False
    return bool(_speaker_pattern(words.code).match(line, opened))


@lru_cache(maxsize=8)
def _speaker_pattern(language: str) -> re.Pattern[str]:
    verbs = "|".join(sorted(pack(language).speech_verbs))
    return re.compile(rf"(?:(?:the |a )?[A-Z][\w.’'-]{{0,30}} |(?:He|She|They|I|We|It) ){{1,4}}(?:{verbs})\b")


def _is_abbreviated(line: str, start: int, after: int, opened: int, words: LanguagePack) -> bool:
    """Whether the full stop at `start` belongs to the word before it and ends nothing."""
    found = _WORD_BEFORE.search(line[max(0, start - _LOOK_BACK) : start])
    if found is None:
        return False
    word = found.group()
    if _is_item_number(line, word, start):
        return True
    match = _WORD_AFTER.match(line, opened)
    following = match.group().rstrip(_APOSTROPHES) if match else ""
    starts = following.lower() in _sentence_starters(words.code)
    kind = _kind_of_abbreviation(word, words)
    if kind == "name":
        return word[0].isupper() or not starts
    if kind and _is_initial(line, opened):
        return True
    if kind == "number":
        return following[:1].isdigit() or bool(_ROMAN.fullmatch(following))
    if kind == "initial" and following.lower() in words.name_particles:
        return not _ends_with_noun(line[max(0, start - _LOOK_BACK) : start - len(word)], words)
    return bool(kind) and not starts and opened - after <= 1


def _is_item_number(line: str, word: str, start: int) -> bool:
    """Whether `word`, which ends at `start`, is the number of a list item at the head of its line: `1.`, `IV.`."""
    if len(word) > _LONGEST_ITEM_NUMBER or start > _LOOK_BACK or line[: start - len(word)].strip():
        return False
    return word.isdigit() or bool(_ROMAN.fullmatch(word))


def _kind_of_abbreviation(word: str, words: LanguagePack) -> _Abbreviation | None:
    """Return what `word` is short for, judged by where it may stand; None when it is a word of its own."""
    plain = word.lower()
    if plain in words.abbreviations_before_names:
        return "name"
    if plain in words.abbreviations_before_numbers and not (len(word) == 1 and word.isupper()):
        return "number"
    if plain in words.abbreviations or _DOTTED.fullmatch(word):
        return "any"
    return "initial" if _INITIALS.fullmatch(word) else None


def _is_initial(line: str, opened: int) -> bool:
    return line[opened].isupper() and line[opened + 1 : opened + 2] == "."


def _ends_with_noun(before: str, words: LanguagePack) -> bool:
    """Whether the word before an initial is no name, as in `le plan B. Le reste`; `J. Le Goff` has none before it."""
    found = _WORD_BEFORE.search(before.rstrip())
    return found is not None and found.group().islower() and found.group() not in words.function_words


@lru_cache(maxsize=8)
def _sentence_starters(language: str) -> frozenset[str]:
    """Return the words that, with a capital, more likely start a sentence than a name."""
    words = pack(language)
    firsts = {phrase.split()[0].split("'")[0].rstrip(",") for phrase in words.transitions}
    return words.function_words | firsts
