"""What changed between two texts, word by word, for a person to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final, Literal

from assistant.text.words import count_words

MOST_LINES: Final = 3_000
MOST_TOKENS: Final = 3_000
"""House rules: beyond that a comparison takes seconds, and a stretch is shown as exchanged as a whole."""

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one of the two texts: the runs "same" and "gone" make up the old one, "same" and "new" the new."""

    kind: Literal["same", "gone", "new"]
    text: str


def difference(before: str, after: str) -> tuple[Run, ...]:
    """Return the runs that lead from one text to the other, in order; neighbours differ in kind, none is empty."""
    runs = _compare(before.splitlines(keepends=True), after.splitlines(keepends=True), MOST_LINES, by_words=True)
    return tuple(
        Run(kind, text)
        for kind, group in groupby(runs, key=lambda run: run.kind)
        if (text := "".join(run.text for run in group))
    )


def changed_words(runs: Sequence[Run]) -> tuple[int, int]:
    """Return how many words came and how many went."""
    new, gone = ("\n".join(run.text for run in runs if run.kind == kind) for kind in ("new", "gone"))
    return count_words(new), count_words(gone)


def _compare(before: list[str], after: list[str], most: int, *, by_words: bool) -> Iterator[Run]:
    if len(before) > most or len(after) > most:
        yield from (Run("gone", "".join(before)), Run("new", "".join(after)))
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for name, first, last, new_first, new_last in matcher.get_opcodes():
        old, new = before[first:last], after[new_first:new_last]
        if name == "equal":
            yield Run("same", "".join(old))
        elif by_words and name == "replace":
            old_tokens, new_tokens = _TOKEN.findall("".join(old)), _TOKEN.findall("".join(new))
            yield from _compare(old_tokens, new_tokens, MOST_TOKENS, by_words=False)
        else:
            yield from (Run("gone", "".join(old)), Run("new", "".join(new)))
