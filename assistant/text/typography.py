"""The marks of good typography: French spaces before high punctuation, guillemets, apostrophes, ellipses, ligatures.

Only marks, the spaces around them and oe for œ change, no other letter and no figure; what is typed by hand is left to
its author.
French: Lexique des règles typographiques en usage à l’Imprimerie nationale, 2002, s.v. ponctuation and guillemets; the
width of each space as this project's interface has it: narrow before ; ! ?, full before : and inside « ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant.lang.ligatures import LIGATURE_FR
from assistant.model import Span
from assistant.text.markup import parse_markdown

NO_BREAK: Final = "\u00a0"
NARROW_NO_BREAK: Final = "\u202f"

_SPACE: Final = "[ \u00a0\u202f\u2009]"
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['ʼ](?=\w|«)")
_ENGLISH_APOSTROPHE = re.compile(r"(?<=\w)['ʼ](?=\w)")
_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_LIGATURE = re.compile(LIGATURE_FR)
_STRAIGHT = re.compile('"')
_OPENS_AFTER: Final = " \u00a0\u202f\u2009(["
_GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)")
_SOLID = re.compile(r"\S+")
_OF_ADDRESSES: Final = ("://", "www.", "@")

# Each has one group: the space as it is, to be exchanged for the one that belongs there.
_FRENCH: Final = (
    (re.compile(rf"«({_SPACE}?)(?=\S)"), NO_BREAK),
    (re.compile(rf"(?<=[^\s«])({_SPACE}?)»"), NO_BREAK),
    (re.compile(rf"(?<=[\w»)\]%€°’])({_SPACE}?)(?=[;!?]+(?:[\s»)]|$))"), NARROW_NO_BREAK),
    (re.compile(rf"(?<=[\w»)\]%€°’])({_SPACE}?)(?=:(?:\s|$))"), NO_BREAK),
    (re.compile(rf"(?<=\d)({_SPACE})(?=[%‰€$£]|°C)"), NO_BREAK),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One mark to exchange: `start` and `end` point into the text as given; an empty span is an insertion."""

    start: int
    end: int
    text: str


def typeset(markdown: str, language: str) -> str:
    """Return the Markdown with the typography of its language; addresses and marks of Markdown stay as they are."""
    return apply_changes(markdown, find_changes(markdown, language))


def typeset_line(text: str, language: str) -> str:
    """Return a plain text of one line, a title for instance, with the typography of its language."""
    return apply_changes(text, _changes(text, language))


def find_changes(markdown: str, language: str) -> tuple[Change, ...]:
    """Return what `typeset` would change in the Markdown, in order and without overlap; empty when all is well."""
    found: list[Change] = []
    for block in parse_markdown(markdown):
        for change in _changes(block.text, language):
            start, end = block.span_in_markdown((change.start, change.end))
            # An entity or an escaped mark was written on purpose; a mark put behind its backslash would show it.
            as_shown = markdown[start:end] == block.text[change.start : change.end]
            if as_shown and markdown[start - 1 : start] != "\\":
                found.append(Change(start, end, change.text))
    return tuple(found)


def apply_changes(text: str, changes: tuple[Change, ...]) -> str:
    """Return `text` with the changes made."""
    pieces: list[str] = []
    cursor = 0
    for change in changes:
        pieces += text[cursor : change.start], change.text
        cursor = change.end
    return "".join((*pieces, text[cursor:]))


def moved_span(span: Span, changes: tuple[Change, ...]) -> Span:
    """Return where a span of the text stands once the changes are made; what is put in at its start stays outside."""
    start = span[0] + sum(len(change.text) - (change.end - change.start) for change in changes if change.end <= span[0])
    inside = (change for change in changes if change.end > span[0] and change.end <= span[1])
    return start, start + (span[1] - span[0]) + sum(len(change.text) - (change.end - change.start) for change in inside)


def _changes(text: str, language: str) -> tuple[Change, ...]:
    kept_away = [
        match.span() for match in _SOLID.finditer(text) if any(mark in match.group() for mark in _OF_ADDRESSES)
    ]
    found: dict[int, Change] = {}
    for change in _candidates(text, language):
        free = not any(start < change.end and change.start < end for start, end in kept_away)
        if free and text[change.start : change.end] != change.text and change.start not in found:
            found[change.start] = change
    return tuple(found[start] for start in sorted(found))


def _candidates(text: str, language: str) -> Iterator[Change]:
    apostrophe = _APOSTROPHE if language == "fr" else _ENGLISH_APOSTROPHE
    yield from (Change(*match.span(), "’") for match in apostrophe.finditer(text))
    yield from (Change(*match.span(), "…") for match in _ELLIPSIS.finditer(text))
    yield from _paired_quotes(text, ("«" + NO_BREAK, NO_BREAK + "»") if language == "fr" else ("“", "”"))
    if language == "fr":
        yield from (
            Change(*match.span(), "Œ" if match.group()[0] == "O" else "œ") for match in _LIGATURE.finditer(text)
        )
        for pattern, space in _FRENCH:
            yield from (Change(*match.span(1), space) for match in pattern.finditer(text))
        for number in _GROUPED.finditer(text):
            gaps = (place for place in range(*number.span()) if text[place] == " ")
            yield from (Change(place, place + 1, NARROW_NO_BREAK) for place in gaps)


def _paired_quotes(text: str, marks: tuple[str, str]) -> Iterator[Change]:
    """Yield the straight quotation marks as pairs of the language's own; none at all where one has no partner."""
    places = [match.start() for match in _STRAIGHT.finditer(text)]
    pairs = list(zip(places[::2], places[1::2], strict=False))
    if len(places) % 2 or not all(_is_pair(text, *pair) for pair in pairs):
        return
    for start, end in pairs:
        yield Change(start, start + 1, marks[0])
        yield Change(end, end + 1, marks[1])


def _is_pair(text: str, start: int, end: int) -> bool:
    opens = (start == 0 or text[start - 1] in _OPENS_AFTER or text[start - 1] in "'’") and end > start + 1
    inside = not text[start + 1].isspace() and not text[end - 1].isspace()
    return opens and inside and not text[end + 1 : end + 2].isalnum()
