"""Where things stand in a source: what was removed among its blocks, and a repair in its body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from assistant.intake.lines import visible
from assistant.model import Flag, Removed, Repair, Source, Span
from assistant.writing.sentences import block_spans

PROBE: Final = 30
"""Characters by which a text without offsets is looked for in the raw one. House rule: hardly any two begin alike."""


@dataclass(frozen=True, slots=True)
class Part:
    """One block or removed text of a source: its kind, and its index in `Source.blocks` or `Source.removed`."""

    kind: Literal["block", "removed"]
    index: int


def parts_in_order(source: Source) -> tuple[Part, ...]:
    """Return all blocks, in their order, and the removed texts where they stood among them; at the end when unknown."""
    places = _places_of_blocks(source)
    before: list[list[Part]] = [[] for _ in range(len(places) + 1)]
    ordered = sorted(range(len(source.removed)), key=lambda index: _place(source, source.removed[index]))
    for index in ordered:
        before[bisect_right(places, _place(source, source.removed[index]))].append(Part("removed", index))
    parts: list[Part] = []
    for index in range(len(places)):
        parts += [*before[index], Part("block", index)]
    return (*parts, *before[-1])


def index_among_blocks(source: Source, taken_out: Removed | Flag) -> int:
    """Return the index of the block before which a text taken out of the source stood; behind the last when unknown."""
    return bisect_right(_places_of_blocks(source), _place(source, taken_out))


def is_same_place(removed: Removed, flag: Flag) -> bool:
    """Return whether both say the same of one stretch: what is flagged may also be listed as removed."""
    return (removed.start, removed.end, removed.text) == (flag.start, flag.end, flag.text)


def standing_text(repair: Repair) -> str:
    """Return how the place of a repair reads in the body now: mended, or as it was when it is only proposed."""
    return as_in_body(repair.after if repair.applied else repair.before)


def as_in_body(text: str) -> str:
    """Return a text of a repair as a body holds it: the blocks that an empty line parts are parted by one break."""
    return text.replace("\n\n", "\n")


def place_of_repair(source: Source, index: int) -> Span | None:
    """Return the span in `Source.body` of the repair's text as it stands now; None when it cannot be told for certain.

    As many places as there are repairs alike are theirs, in order; any other number is doubt.
    """
    repair = source.repairs[index]
    spans = block_spans(source)
    places = [
        place for place in _occurrences(source.body, standing_text(repair)) if _was_pasted(source, spans, repair, place)
    ]
    alike = [number for number, other in enumerate(source.repairs) if other == repair]
    return places[alike.index(index)] if len(places) == len(alike) else None


def _places_of_blocks(source: Source) -> list[int]:
    places: list[int] = []
    cursor = 0
    for block in source.blocks:
        place = block.start if block.start is not None else source.raw.find(block.text[:PROBE], cursor)
        cursor = max(cursor, place)
        places.append(cursor)
    return places


def _place(source: Source, taken_out: Removed | Flag) -> int:
    if taken_out.start is not None:
        return taken_out.start
    found = source.raw.find(taken_out.text.strip()[:PROBE])
    return found if found >= 0 else len(source.raw)


def _occurrences(text: str, wanted: str) -> list[Span]:
    found: list[Span] = []
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        found.append((start, start + len(wanted)))
        start = text.find(wanted, start + len(wanted))
    return found


def _was_pasted(source: Source, spans: Sequence[Span], repair: Repair, place: Span) -> bool:
    """Whether the raw text of the blocks around the place holds what the repair found there, as far as is known."""
    first, last = blocks_around(spans, place)
    start, end = source.blocks[first].start, source.blocks[last].end
    if start is None or end is None:
        return True
    return repair.before in visible(source.raw[start:end])


def blocks_around(spans: Sequence[Span], place: Span) -> tuple[int, int]:
    """Return the indices of the first and the last block that a span of the body touches."""
    touched = [index for index, (start, end) in enumerate(spans) if start <= place[1] and place[0] <= end]
    return touched[0], touched[-1]
