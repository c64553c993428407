"""A retouch, sentence by sentence: which sentences became which, and what is left when only some are taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.model import Draft
from assistant.writing.lines import Line, read_lines
from assistant.writing.measuring import notions_of
from assistant.writing.retouching import Retouch
from assistant.writing.support import check_support


@dataclass(frozen=True, slots=True)
class Choice:
    """Sentences of the text as it was, and what they become: to be taken or left together.

    `gap` is what stands before them, `before` and `after` are without it. One of several sentences may become more, or
    several one; never is one of them left over.
    """

    gap: str
    before: str
    after: str


def choices_of(retouch: Retouch, language: str) -> tuple[Choice, ...]:
    """Return what can be taken or left one by one; a single choice where the sentences cannot be told apart."""
    before, after = read_lines(retouch.before, (), language), read_lines(retouch.after, (), language)
    if not before or not after:
        return (Choice("", retouch.before, retouch.after),)
    homes = _homes(before, after, language)
    choices: list[Choice] = []
    start = 0
    for end in range(1, len(before) + 1):
        # A sentence without anything of its own was melted into a neighbour: they go together.
        if end < len(before) and (end not in homes or not set(range(start, end)) & set(homes)):
            continue
        told = [line for line, home in zip(after, homes, strict=True) if start <= home < end]
        choices.append(Choice(before[start].gap, _joined(before[start:end]), _joined(told)))
        start = end
    return tuple(choices)


def with_choices(draft: Draft, retouch: Retouch, choices: Sequence[Choice], taken: frozenset[int]) -> Retouch:
    """Return the retouch with the choices of these places taken and the others left as they were, checked anew."""
    text = "".join(
        choice.gap + (choice.after if place in taken else choice.before) for place, choice in enumerate(choices)
    )
    text += retouch.before[sum(len(choice.gap + choice.before) for choice in choices) :]
    return replace(retouch, after=text, checks=check_support(text, draft, ()))


def _homes(before: Sequence[Line], after: Sequence[Line], language: str) -> list[int]:
    """Return for each new sentence the place of the old one that it comes from; places never go back.

    The order is that in which the sentences have most in common with their own.
    """
    if len(before) == len(after):
        return list(range(len(before)))
    old, new = ([notions_of(line.text, language) for line in lines] for lines in (before, after))
    best: list[tuple[float, list[int]]] = [(0.0, []) for _ in before]
    for place, notions in enumerate(new):
        shares = [len(notions & other) / max(1, min(len(notions), len(other))) for other in old]
        row: list[tuple[float, list[int]]] = []
        for home, share in enumerate(shares):
            reached = max(best[: home + 1], key=lambda way: way[0]) if place else (0.0, [])
            row.append((reached[0] + share, [*reached[1], home]))
        best = row
    return max(best, key=lambda way: way[0])[1]


def _joined(lines: Sequence[Line]) -> str:
    return "".join((line.gap if place else "") + line.text for place, line in enumerate(lines))
