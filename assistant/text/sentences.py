"""Sentences: where one ends, also when the paste glued it to the next."""

from __future__ import annotations

import re
from typing import Final

from assistant.lang import pack
from assistant.lang.pack import LanguagePack
from assistant.model import Span

# A mark with the closing marks behind it; or a closing mark that the next sentence was glued to.
_CANDIDATE = re.compile(
    r"(?P<mark>[.!?…]+)(?P<close>(?:[ \u00a0\u202f\u2009]?[»›]|[”’\"')\]](?![A-Za-zÀ-ÿ]))*)(?P<gap>[^\S\n]*)"
    r"|(?<=[^\s(«“])[»”)](?=[A-ZÀ-ÖØ-ÞŒ][a-zà-öø-ÿœ’'])"
)
_OPENING: Final = "«“„‘‹\"'’([—–-¿¡ \u00a0\u202f\u2009"
_WORD_BEFORE = re.compile(r"[^\s«“\"'’(\[/]+$")
_WORD_AFTER = re.compile(r"[^\W_]+(?:['’])?")
_INITIALS = re.compile(r"[A-ZÀ-Þ](?:[.-]+[A-ZÀ-Þ])*\.?")
_DOTTED = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])+")
_ROMAN = re.compile(r"[IVXLC]{1,5}\b")
_ADDRESS = re.compile(r"(?:www\.|https?:|@)\S*$", re.IGNORECASE)
_LOOK_BACK: Final = 40
_CLOSING_QUOTES: Final = "»›”\"'’"


def sentence_spans(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans of the sentences of `text`, without the spaces around them. A newline ends a sentence."""
    words = pack(language)
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            _add_sentences(text, start, end, words, spans)
        start = end + 1
    return tuple(spans)


def _add_sentences(text: str, start: int, end: int, words: LanguagePack, spans: list[Span]) -> None:
    line = text[start:end]
    here = 0
    for candidate in _CANDIDATE.finditer(line):
        if candidate.end() < len(line) and _ends_sentence(line, candidate, words):
            _add_span(line, here, candidate.end(), start, spans)
            here = candidate.end()
    _add_span(line, here, len(line), start, spans)


def _add_span(line: str, here: int, stop: int, shift: int, spans: list[Span]) -> None:
    piece = line[here:stop]
    solid = piece.strip()
    if solid:
        first = shift + here + len(piece) - len(piece.lstrip())
        spans.append((first, first + len(solid)))


def _ends_sentence(line: str, candidate: re.Match[str], words: LanguagePack) -> bool:
    mark = candidate["mark"]
    if mark is None:
        return True
    after = candidate.end()
    opened = after
    while opened < len(line) and line[opened] in _OPENING:
        opened += 1
    if opened >= len(line):
        return False
    following = line[opened]
    if not candidate["gap"] and not _is_glued(line, candidate, opened):
        return False
    if not (following.isupper() or (following.isdigit() and (candidate["gap"] or opened > after))):
        return False
    if _speaker_follows(line, candidate, words):
        return False
    return mark != "." or bool(candidate["close"]) or not _is_abbreviated(line, candidate, opened, words)


def _is_glued(line: str, candidate: re.Match[str], opened: int) -> bool:
    """Whether the next sentence starts without a space: `Russie.Ces`, but not `U.S`, `J.K` or an address."""
    start, after = candidate.start(), candidate.end()
    if opened > after:
        return line[after] in "«“‘([—–"
    before = line[start - 1] if start else " "
    following = line[opened : opened + 2]
    if not following[0].isupper():
        return False
    if not (following[1:].islower() or following[1:] in "’'" or (following[0] in "ÀAYÔ" and following[1:].isspace())):
        return False
    if candidate["close"] or candidate["mark"] != ".":
        return not _ADDRESS.search(line, max(0, start - _LOOK_BACK), start)
    if before.isupper() and not line[max(0, start - 2) : start].isupper():
        return False
    if not (before.isalnum() or before in "%»”)€°"):
        return False
    return not _ADDRESS.search(line[max(0, start - _LOOK_BACK) : start])


def _speaker_follows(line: str, candidate: re.Match[str], words: LanguagePack) -> bool:
    return False


def _is_abbreviated(line: str, candidate: re.Match[str], opened: int, words: LanguagePack) -> bool:
    """Whether the full stop belongs to the word before it and ends nothing."""
    start = candidate.start()
    found = _WORD_BEFORE.search(line[max(0, start - _LOOK_BACK) : start])
    if found is None:
        return False
    word = found.group()
    plain = word.lower()
    if word.isdigit() or _ROMAN.fullmatch(word):
        # The number of a list item at the head of its line.
        if not line[: start - len(word)].strip():
            return len(word) <= 3
        if word.isdigit() or len(word) > 1:
            return False
    after = _WORD_AFTER.match(line, opened)
    following = after.group() if after else ""
    starts = following.lower().rstrip("’'") in words.function_words
    if plain in words.abbreviations_before_names:
        return not (starts and word.islower())
    if plain in words.abbreviations_before_numbers:
        return following[:1].isdigit() or bool(_ROMAN.fullmatch(following))
    if plain in words.abbreviations or _DOTTED.fullmatch(word):
        return not starts and opened == candidate.end()
    return bool(_INITIALS.fullmatch(word)) and not starts
