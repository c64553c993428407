"""Whether a text stands in the sources word for word. Minimal and honest: what is not verbatim is not verified."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.facts.attribution import is_attributed, is_conditional
from assistant.lang import pack
from assistant.model import Draft, Evidence, Passage, SentenceCheck, Source, Span
from assistant.text.markup import parse_markdown
from assistant.text.sentences import sentence_spans
from assistant.text.words import fold

QUESTION_WORDS: Final = 6
"""A question of at most this many words is a frame, not a claim. House rule: `Que s’est-il passé ?`"""

_WORD = re.compile(r"\w+")
_FRAME = re.compile(r"[ \u00a0\u202f]:[ \u00a0\u202f]|: ")
_BREAK: Final = "\x1e"
_GAP: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class _Indexed:
    """The words of a source's body in one string, and where each stands."""

    joined: str
    starts: tuple[int, ...]
    spans: tuple[Span, ...]


def verify(
    text: str, material: Draft | Sequence[Source], evidence: Iterable[Evidence] = ()
) -> tuple[SentenceCheck, ...]:
    """Return one check for each sentence of the Markdown `text`, in order.

    A sentence is supported when its words stand in a row in a passage that the evidence names (in any source where
    it names none), and what it leaves off at its ends neither attributes nor limits the claim. Typography and
    capitals do not matter. A sentence from a source's title or standfirst is supported without passages.
    Short questions and headings are "not-a-claim"; all else is "unsupported": not verified. Nothing is ever "altered".
    """
    sources = tuple(material.sources if isinstance(material, Draft) else material)
    language = material.language if isinstance(material, Draft) else (sources[0].language if sources else "fr")
    known = tuple(evidence)
    checks: list[SentenceCheck] = []
    for block in parse_markdown(text):
        if block.kind == "heading":
            start, end = block.span_in_markdown((0, len(block.text)))
            checks.append(SentenceCheck(start, end, "not-a-claim", ()))
            continue
        for span in sentence_spans(block.text, language):
            start, end = block.span_in_markdown(span)
            named = tuple(
                passage for piece in known if piece.start < end and start < piece.end for passage in piece.passages
            )
            checks.append(_check(block.text[slice(*span)], (start, end), sources, named, language))
    return tuple(checks)


def _check(
    sentence: str, span: Span, sources: tuple[Source, ...], named: tuple[Passage, ...], language: str
) -> SentenceCheck:
    start, end = span
    words = _words(sentence)
    if not words or (sentence.rstrip().endswith("?") and len(words) <= QUESTION_WORDS):
        return SentenceCheck(start, end, "not-a-claim", ())
    found = _carriers(words, sources, named, language)
    if found is None and _FRAME.search(sentence):
        parts = [_words(part) for part in _FRAME.split(sentence)]
        carriers = [_carriers(part, sources, named, language, whole=False) for part in parts if part]
        if carriers and all(carrier is not None for carrier in carriers):
            found = tuple(dict.fromkeys(passage for carrier in carriers for passage in carrier or ()))
    if found is None:
        return SentenceCheck(start, end, "unsupported", ())
    twins = tuple(passage for passage in named if passage not in found) if found else ()
    return SentenceCheck(start, end, "supported", (*found, *twins))


def _carriers(
    words: list[str], sources: tuple[Source, ...], named: tuple[Passage, ...], language: str, *, whole: bool = True
) -> tuple[Passage, ...] | None:
    """Return where the words stand in a row: a passage, nothing for a title or standfirst; None for nowhere."""
    wanted = _BREAK + _GAP.join(words) + _GAP
    for source in sources:
        own = [passage for passage in named if passage.source == source.id]
        if named and not own:
            continue
        for span in _places(source, wanted[1:]):
            if own and not any(passage.start < span[1] and span[0] < passage.end for passage in own):
                continue
            if not whole or _is_whole(source.body, span, language):
                return (Passage(source.id, *span),)
        if not named and any(_stands(words, line) for line in (source.title, source.dek)):
            return ()
    return None


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


def _is_whole(body: str, span: Span, language: str) -> bool:
    """Whether what the source's sentence says besides may be left off: no attribution, no condition, no doubt."""
    start, end = span
    around = _sentences(body, language)
    first = next((sentence for sentence in around if sentence[0] <= start < sentence[1]), span)
    last = next((sentence for sentence in around if sentence[0] < end <= sentence[1]), span)
    before, after = body[first[0] : start], body[end : last[1]]
    if _is_connector(before, language):
        before = ""
    if _words(before)[-1:] in (["que"], ["qu"], ["si"], ["that"], ["if"], ["ne"], ["n"], ["not"], ["pas"]):
        return False
    return not any(is_attributed(rest, language) or is_conditional(rest, language) for rest in (before, after))


@lru_cache(maxsize=64)
def _sentences(body: str, language: str) -> tuple[Span, ...]:
    return sentence_spans(body, language)


def _is_connector(text: str, language: str) -> bool:
    plain = " ".join(_WORD.findall(fold(text)))
    return any(plain == " ".join(_WORD.findall(fold(transition))) for transition in pack(language).transitions)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
