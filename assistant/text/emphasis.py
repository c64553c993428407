"""Emphasis in Markdown: which of the marks `*`, `_` and `~~` belong together, by the rules of CommonMark 0.31.

https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(slots=True)
class Run:
    """A run of one mark; `left` of its `length` marks are not used yet and stay visible.

    `place` is the caller's: where the run stands among its pieces.
    """

    mark: str
    length: int
    place: int
    opens: bool
    closes: bool
    left: int


def read_run(mark: str, length: int, before: str, following: str, place: int) -> Run:
    """Return the run of `mark` between two characters, a space standing for the ends of the text."""
    left = not following.isspace() and (_is_letter(following) or not _is_letter(before))
    right = not before.isspace() and (_is_letter(before) or not _is_letter(following))
    opens, closes = left, right
    if mark == "_":
        # Inside a word it is a letter like any other: snake_case.
        opens = left and (not right or not _is_letter(before))
        closes = right and (not left or not _is_letter(following))
    return Run(mark, length, place, opens, closes, length)


def pair_runs(runs: list[Run]) -> None:
    """Match the runs of one stretch of text: `left` becomes the number of marks that stay visible.

    Linear: `floors` remembers, for each kind of closing run, below which open run none fits.
    """
    openers: list[Run] = []
    floors: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        if run.closes:
            _close(run, openers, floors)
        if run.opens and run.left:
            openers.append(run)


def _close(run: Run, openers: list[Run], floors: dict[tuple[str, bool, int], int]) -> None:
    kind = (run.mark, run.opens, run.length % 3)
    while run.left:
        floor = floors.get(kind, 0)
        place = len(openers) - 1
        while place >= floor and not _fits(openers[place], run):
            place -= 1
        if place < floor:
            floors[kind] = len(openers)
            return
        opener = openers[place]
        used = 2 if opener.left >= 2 and run.left >= 2 else 1
        opener.left -= used
        run.left -= used
        del openers[place + 1 :]
        if not opener.left:
            openers.pop()
        for key, value in floors.items():
            floors[key] = min(value, len(openers))


def _fits(opener: Run, closer: Run) -> bool:
    """Whether the two can belong together: the same mark, and the rule of three for marks that open and close."""
    if opener.mark != closer.mark:
        return False
    if not (opener.closes or closer.opens):
        return True
    return (opener.length + closer.length) % 3 != 0 or (opener.length % 3 == 0 and closer.length % 3 == 0)


def _is_letter(character: str) -> bool:
    """Whether `character` is neither space nor punctuation, in the sense of emphasis."""
    return not character.isspace() and (character.isalnum() or unicodedata.category(character)[0] not in "PS")
