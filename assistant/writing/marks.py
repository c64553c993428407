"""The marks in a model's answer, taken out as it streams: passages of a sentence, and what stands for quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.model import Evidence, Passage, Piece

# A mark with what may stand around it: the space before, and quotation marks that double those of a quotation.
_BLANKS = "[ \u00a0\u202f]{0,4}"
_TOKEN = re.compile(
    rf"(?P<gap>{_BLANKS})(?P<open>[«“\"]{_BLANKS})?\[(?P<body>[^\[\]\n]{{1,40}})\](?P<close>{_BLANKS}[»”\"])?"
)
_PARTIAL = re.compile(rf"{_BLANKS}(?:[«“\"]{_BLANKS})?(?:\[[^\[\]\n]{{0,40}}(?:\]{_BLANKS})?)?\Z")
_NUMBER = r"(?:passages? |p\. ?|\^|n° ?)?\d{1,3}"
_NUMBERS = re.compile(rf"{_NUMBER}(?: ?(?:,|;|/|-|–|&|et|and) ?{_NUMBER})*", re.IGNORECASE)
_STAND_IN = re.compile(r"[QH]\d{1,3}")
_SOLID = re.compile(r"[^\W_]")
_LONGEST_HELD = 64


@dataclass(frozen=True, slots=True)
class Mark:
    """The numbers of the passages that the text before it was made from."""

    numbers: tuple[int, ...]


def read_marks(pieces: Iterable[str], stand_ins: Mapping[str, str]) -> Iterator[str | Mark]:
    """Yield the text with its marks taken out, as it comes.

    `[1, 3]` becomes a Mark, `[Q1]` what `stand_ins` has under that name (nothing, when it has nothing); other text in
    brackets passes.
    """
    held = ""
    for piece in pieces:
        held += piece
        cut = _safe_end(held)
        yield from _resolved(held[:cut], stand_ins)
        held = held[cut:]
    yield from _resolved(held, stand_ins)


def marked_pieces(events: Iterable[str | Mark], passages: tuple[Passage, ...]) -> Iterator[Piece | Evidence]:
    """Yield the text in pieces and, after each stretch that names its passages, where they are.

    A stretch begins at the first letter after the one before. Numbers of passages that were not given are left out.
    """
    length = 0
    start: int | None = None
    last: tuple[int, int] | None = None
    for event in events:
        if isinstance(event, str):
            solid = _SOLID.search(event)
            if start is None and solid:
                start = length + _beginning(event, solid.start())
            length += len(event)
            yield Piece(event)
            continue
        last = (start, length) if start is not None else last
        start = None
        named = tuple(passages[number - 1] for number in event.numbers if 1 <= number <= len(passages))
        if last is not None and named:
            yield Evidence(*last, named)


def _safe_end(text: str) -> int:
    """Return where the end of `text` begins that may still become a mark."""
    first = max(0, len(text) - _LONGEST_HELD)
    # The leftmost place counts: an earlier one holds more, and what is held is only late, never wrong.
    found = _PARTIAL.search(text, first)
    end = found.start() if found else len(text)
    # What closes a whole mark opens no other, just as when the text is read in one piece.
    return next((token.end() for token in _TOKEN.finditer(text) if token.start() < end < token.end()), end)


def _resolved(text: str, stand_ins: Mapping[str, str]) -> Iterator[str | Mark]:
    shown = 0
    for token in _TOKEN.finditer(text):
        resolved = _resolve(token, stand_ins)
        if resolved is None:
            continue
        before = text[shown : token.start()]
        shown = token.end()
        for event in (before, *resolved):
            if event:
                yield event
    if text[shown:]:
        yield text[shown:]


def _resolve(token: re.Match[str], stand_ins: Mapping[str, str]) -> tuple[str | Mark, ...] | None:
    """Return what a mark stands for, None for what is no mark."""
    body = token["body"].strip()
    opening, closing = token["open"] or "", token["close"] or ""
    if _STAND_IN.fullmatch(body.upper()):
        text = stand_ins.get(body.upper())
        around = ("", "") if opening else ("", closing)
        if text is None:
            return (token["gap"] + opening + closing,) if opening != "" and not closing else ()
        return (token["gap"] + around[0] + text + around[1],)
    if _NUMBERS.fullmatch(body):
        return (token["gap"] + opening if opening else "", Mark(_numbers(body)), closing)
    return None


def _numbers(body: str) -> tuple[int, ...]:
    """Return the numbers of a mark; `2-4` means all between."""
    numbers: list[int] = []
    for first, last in re.findall(r"(\d{1,3})(?: ?[-–] ?(\d{1,3}))?", body):
        numbers.extend(range(int(first), min(int(last or first), int(first) + 9) + 1))
    return tuple(dict.fromkeys(numbers))


def _beginning(text: str, solid: int) -> int:
    """Return where a sentence begins whose first letter is at `solid`: with the marks that stand right before it."""
    return len(text[:solid].rstrip('«“"([*_  ')) if solid else 0
