"""Whether a sentence stands in the sources word for word, and whether it leaves off what limits the claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from assistant.facts.attribution import is_attributed, is_conditional
from assistant.lang import pack
from assistant.model import Passage, Source, Span
from assistant.text.sentences import sentence_spans
from assistant.text.words import fold

_WORD = re.compile(r"\w+")
_FRAME = re.compile(r"[ \u00a0\u202f]:[ \u00a0\u202f]|: ")
_GAP: Final = "\x1f"
Loss = Literal["nothing", "attribution", "condition"]
"""What a sentence that repeats the words of a source leaves off of the source's sentence."""


_REPORTING: Final = (["que"], ["qu"], ["that"])
_LIMITING: Final = (["si"], ["if"], ["ne"], ["n"], ["not"], ["pas"])


@dataclass(frozen=True, slots=True)
class Carried:
    """The places in the bodies where a sentence stands word for word, and what it leaves off of the sentence there.

    `around` is that sentence of the source, empty where nothing is left off.
    """

    passages: tuple[Passage, ...]
    lost: Loss = "nothing"
    around: str = ""


@dataclass(frozen=True, slots=True)
class _Indexed:
    """The words of a source's body in one string, and where each stands."""

    joined: str
    starts: tuple[int, ...]
    spans: tuple[Span, ...]


def carriers(sentence: str, sources: Sequence[Source], named: tuple[Passage, ...], language: str) -> Carried | None:
    """Return the places where the words of `sentence` stand in a row, and what is left off there.

    Only the named passages are looked at where there are any. No place for a title or a standfirst; None for nowhere.
    Something is left off where the source's sentence attributes or limits what the words say.
    """
    words = _words(sentence)
    if not words:
        return None
    found = _find(words, sources, named, language)
    if (found is None or found.lost != "nothing") and _FRAME.search(sentence):
        parts = [_words(part) for part in _FRAME.split(sentence)]
        each = [_find(part, sources, named, language) for part in parts if part]
        if each and all(one is not None for one in each):
            found = Carried(tuple(dict.fromkeys(passage for one in each if one for passage in one.passages)))
    return found


def _find(words: list[str], sources: Sequence[Source], named: tuple[Passage, ...], language: str) -> Carried | None:
    wanted = _GAP.join(words) + _GAP
    partly: Carried | None = None
    for source in sources:
        own = [passage for passage in named if passage.source == source.id]
        if named and not own:
            continue
        for span in _places(source, wanted):
            if own and not any(passage.start < span[1] and span[0] < passage.end for passage in own):
                continue
            found = Carried((Passage(source.id, *span),), *_left_off(source.body, span, language))
            if found.lost == "nothing":
                return found
            partly = partly or found
        if not named and any(_stands(words, line) for line in (source.title, source.dek)):
            return Carried(())
    return partly


def _stands(words: list[str], line: str | None) -> bool:
    return bool(line) and _GAP.join(words) + _GAP in _GAP.join(_words(line or "")) + _GAP


def _places(source: Source, wanted: str) -> list[Span]:
    """Return the spans of the body where the joined words stand, at most 20."""
    indexed = _index(source.body)
    found: list[Span] = []
    here = indexed.joined.find(_GAP + wanted)
    while here >= 0 and len(found) < 20:
        first = _word_at(indexed, here + 1)
        last = first + wanted.count(_GAP) - 1
        found.append((indexed.spans[first][0], indexed.spans[last][1]))
        here = indexed.joined.find(_GAP + wanted, here + 1)
    return found


def _word_at(indexed: _Indexed, offset: int) -> int:
    from bisect import bisect_left

    return bisect_left(indexed.starts, offset)


@lru_cache(maxsize=64)
def _index(body: str) -> _Indexed:
    spans: list[Span] = []
    starts: list[int] = []
    parts: list[str] = []
    offset = 1
    for match in _WORD.finditer(body):
        word = match.group().casefold()
        spans.append(match.span())
        starts.append(offset)
        parts.append(word)
        offset += len(word) + 1
    return _Indexed(_GAP + _GAP.join(parts) + _GAP, tuple(starts), tuple(spans))


def _left_off(body: str, span: Span, language: str) -> tuple[Loss, str]:
    """Return what the source's sentence says besides that may not be left off, and that sentence."""
    start, end = span
    around = _sentences(body, language)
    first = next((sentence for sentence in around if sentence[0] <= start < sentence[1]), span)
    last = next((sentence for sentence in around if sentence[0] < end <= sentence[1]), span)
    before, after = body[first[0] : start], body[end : last[1]]
    whole = body[first[0] : last[1]]
    if _is_connector(before, language):
        before = ""
    opening = _words(before)[-1:]
    if opening in _LIMITING or any(is_conditional(rest, language) for rest in (before, after)):
        return "condition", whole
    if opening in _REPORTING or any(is_attributed(rest, language) for rest in (before, after)):
        return "attribution", whole
    return "nothing", ""


@lru_cache(maxsize=64)
def _sentences(body: str, language: str) -> tuple[Span, ...]:
    return sentence_spans(body, language)


def _is_connector(text: str, language: str) -> bool:
    plain = " ".join(_WORD.findall(fold(text)))
    return any(plain == " ".join(_WORD.findall(fold(transition))) for transition in pack(language).transitions)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
