"""What a journalist can do to the sources of a draft: pure functions from a draft to a draft.

Nothing disappears: text moves between the blocks, the removed and the flagged texts of its source, and a repair is
turned round, never forgotten. The outline, the title and the texts stay as they are, also when nothing is written
yet: they may have been changed by hand. What comes back into a body joins the facts that no heading uses.

Every function raises StorageError("source-changed") for a source, a text or a repair that is no longer there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from assistant.desk import editing
from assistant.desk.body_change import BodyChange, with_changed_body
from assistant.desk.lines import one_line
from assistant.desk.source_places import (
    as_in_body,
    blocks_around,
    index_among_blocks,
    is_same_place,
    place_of_repair,
    standing_text,
)
from assistant.errors import StorageError
from assistant.intake.lines import visible
from assistant.model import Block, BlockKind, Draft, Flag, Passage, Removed, Repair, Source, Span
from assistant.text.sentences import sentence_spans
from assistant.writing.sentences import block_spans
from assistant.writing.story import tell

Item = TypeVar("Item")


def rename_source(draft: Draft, source_id: str, name: str) -> Draft:
    """Return the draft with another name of the source, on one line; an empty name changes nothing."""
    source = _source(draft, source_id)
    return editing.add_source(draft, replace(source, name=one_line(name) or source.name))


def restore_removed(draft: Draft, source_id: str, index: int) -> Draft:
    """Return the draft with a removed text back in the body, where it stood: a paragraph a line.

    Its sentences join the orphans. A text that was also flagged no longer is.
    """
    source = _source(draft, source_id)
    removed = _item(source.removed, index)
    flagged = tuple(flag for flag in source.flagged if not is_same_place(removed, flag))
    return _put_back(draft, replace(source, removed=_without(source.removed, index), flagged=flagged), removed)


def restore_flagged(draft: Draft, source_id: str, index: int) -> Draft:
    """Return the draft with a flagged text back in the body, as `restore_removed` does, and no longer flagged.

    A flagged text that the body still holds only loses its flag.
    """
    source = _source(draft, source_id)
    flag = _item(source.flagged, index)
    removed = tuple(other for other in source.removed if not is_same_place(other, flag))
    unflagged = replace(source, flagged=_without(source.flagged, index), removed=removed)
    if visible(flag.text) in visible(source.body):
        return editing.add_source(draft, replace(unflagged, removed=source.removed))
    return _put_back(draft, unflagged, flag)


def remove_block(draft: Draft, source_id: str, index: int) -> Draft:
    """Return the draft with a block taken out of the body and kept as removed, of the category "boilerplate".

    Passages in it go; one that reaches beyond it keeps what stands outside. The targets of the sections follow.
    """
    source = _source(draft, source_id)
    block = _item(source.blocks, index)
    start, end = block_spans(source)[index]
    if index + 1 < len(source.blocks):
        end += 1
    elif index:
        start -= 1
    removed = Removed("boilerplate", block.text, block.start, block.end)
    changed = replace(source, blocks=_without(source.blocks, index), removed=(*source.removed, removed))
    after = with_changed_body(draft, changed, BodyChange(source.body, start, end))
    is_used = any(new.passages != old.passages for new, old in zip(after.sections, draft.sections, strict=True))
    return editing.rebalance_targets(after) if is_used and draft.brief.wanted_words else after


def set_block_kind(draft: Draft, source_id: str, index: int, kind: BlockKind) -> Draft:
    """Return the draft with a block as a paragraph, a subheading, a list item or a quotation.

    A subheading tells no facts: its sentences leave the orphans, and join them when it becomes something else.
    """
    source = _source(draft, source_id)
    block = _item(source.blocks, index)
    blocks = (*source.blocks[:index], replace(block, kind=kind), *source.blocks[index + 1 :])
    draft = editing.add_source(draft, replace(source, blocks=blocks))
    span = block_spans(source)[index]
    if kind == "subheading":
        return replace(draft, orphans=tuple(orphan for orphan in draft.orphans if not _lies_in(orphan, source, span)))
    return _with_orphans(draft, source_id, (span,)) if block.kind == "subheading" else draft


def apply_repair(draft: Draft, source_id: str, index: int) -> Draft:
    """Return the draft with a proposed repair made in the body, the title or the standfirst of its source.

    One that is applied already changes nothing. Raises StorageError("repair-not-found") where its place is in doubt.
    """
    return _turned(draft, source_id, index, applied=True)


def undo_repair(draft: Draft, source_id: str, index: int) -> Draft:
    """Return the draft with an applied repair taken back, as a proposed one; otherwise as `apply_repair`."""
    return _turned(draft, source_id, index, applied=False)


def can_turn(source: Source, index: int) -> bool:
    """Return whether the repair can be applied, or undone when it is applied."""
    return place_of_repair(source, index) is not None or _field_of_repair(source, source.repairs[index]) is not None


def facts_told_twice(draft: Draft) -> int:
    """Return how many facts more than one source tells."""
    if len(draft.sources) < 2:
        return 0
    return sum(any(twin.source != fact.sentence.source for twin in fact.twins) for fact in tell(draft).facts)


def _put_back(draft: Draft, source: Source, taken_out: Removed | Flag) -> Draft:
    """Return the draft with `source`, which no longer holds the text elsewhere, and the text among its blocks."""
    blocks = _blocks_of(taken_out)
    if not blocks:
        return editing.add_source(draft, source)
    place = index_among_blocks(source, taken_out)
    changed = replace(source, blocks=(*source.blocks[:place], *blocks, *source.blocks[place:]))
    spans = block_spans(changed)[place : place + len(blocks)]
    start, end = spans[0][0], spans[-1][1]
    if place < len(source.blocks):
        change = BodyChange(source.body, start, start, end + 1 - start)
    else:
        change = BodyChange(source.body, len(source.body), len(source.body), len(changed.body) - len(source.body))
    return _with_orphans(with_changed_body(draft, changed, change), source.id, spans)


def _blocks_of(taken_out: Removed | Flag) -> tuple[Block, ...]:
    if "\n" not in taken_out.text:
        text = visible(taken_out.text)
        return (Block("paragraph", text, taken_out.start, taken_out.end),) if text else ()
    blocks: list[Block] = []
    offset = 0
    for line in taken_out.text.split("\n"):
        text = visible(line)
        if text:
            start = None if taken_out.start is None else taken_out.start + offset
            blocks.append(Block("paragraph", text, start, None if start is None else start + len(line)))
        offset += len(line) + 1
    return tuple(blocks)


def _with_orphans(draft: Draft, source_id: str, spans: Sequence[Span]) -> Draft:
    """Return the draft with the sentences in these spans of the source's body among the orphans, one passage each."""
    body = _source(draft, source_id).body
    found = (
        Passage(source_id, start + first, start + last)
        for start, end in spans
        for first, last in sentence_spans(body[start:end], draft.language)
    )
    used = {passage for section in draft.sections for passage in section.passages}
    return replace(
        draft, orphans=tuple(dict.fromkeys((*draft.orphans, *(passage for passage in found if passage not in used))))
    )


def _turned(draft: Draft, source_id: str, index: int, *, applied: bool) -> Draft:
    source = _source(draft, source_id)
    repair = _item(source.repairs, index)
    if repair.applied == applied:
        return draft
    turned = replace(repair, applied=applied)
    repairs = (*source.repairs[:index], turned, *source.repairs[index + 1 :])
    new = standing_text(turned)
    place = place_of_repair(source, index)
    if place is not None:
        start, end, text = _smallest_change(source.body, place, new)
        blocks = _mended_blocks(source, (start, end), text, repair)
        change = BodyChange(source.body, start, end, len(text), mends=True)
        return with_changed_body(draft, replace(source, blocks=blocks, repairs=repairs), change)
    field = _field_of_repair(source, repair)
    if field is None:
        raise StorageError("repair-not-found")
    old = standing_text(repair)
    title = source.title.replace(old, new) if source.title and field == "title" else source.title
    dek = source.dek.replace(old, new) if source.dek and field == "dek" else source.dek
    return editing.add_source(draft, replace(source, title=title, dek=dek, repairs=repairs))


def _field_of_repair(source: Source, repair: Repair) -> str | None:
    """Return "title" or "dek" where the repair's text stands in it, once, and nowhere else in the source."""
    text = standing_text(repair)
    if not text or text in source.body:
        return None
    counts = {name: (value or "").count(text) for name, value in (("title", source.title), ("dek", source.dek))}
    found = [name for name, count in counts.items() if count]
    return found[0] if len(found) == 1 and counts[found[0]] == 1 else None


def _smallest_change(body: str, place: Span, new: str) -> tuple[int, int, str]:
    """Return the change without what both texts begin and end with, so that passages beside it stay what they are."""
    start, end = place
    while new and start < end and body[start] == new[0]:
        start, new = start + 1, new[1:]
    while new and start < end and body[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return start, end, new


def _mended_blocks(source: Source, place: Span, text: str, repair: Repair) -> tuple[Block, ...]:
    """Return the blocks with a span of the body exchanged; a break that goes joins two blocks, a new one parts one."""
    spans = block_spans(source)
    first, last = blocks_around(spans, place)
    offset = spans[first][0]
    old = source.body[offset : spans[last][1]]
    lines = (old[: place[0] - offset] + text + old[place[1] - offset :]).split("\n")
    start, end, kind = source.blocks[first].start, source.blocks[last].end, source.blocks[first].kind
    new: tuple[Block, ...]
    if len(lines) == 1:
        known = start is not None and end is not None
        new = (Block(kind, lines[0], start if known else None, end if known else None),)
    else:
        cut = _cut_in_raw(source, start, end, repair)
        new = (
            Block(kind, lines[0], start, end if cut is None else cut),
            *(Block(kind, line, cut, None if cut is None else end) for line in lines[1:]),
        )
    return (*source.blocks[:first], *new, *source.blocks[last + 1 :])


def _cut_in_raw(source: Source, start: int | None, end: int | None, repair: Repair) -> int | None:
    """Return where in the raw text a repair parts its block, None when unknown."""
    if start is None or end is None:
        return None
    place = source.raw.find(repair.before, start, end)
    return place + len(as_in_body(repair.after).split("\n")[0]) if place >= 0 else None


def _lies_in(passage: Passage, source: Source, span: Span) -> bool:
    return passage.source == source.id and span[0] <= passage.start and passage.end <= span[1]


def _source(draft: Draft, source_id: str) -> Source:
    source = draft.source(source_id)
    if source is None:
        raise StorageError("source-changed")
    return source


def _item(items: Sequence[Item], index: int) -> Item:
    if not 0 <= index < len(items):
        raise StorageError("source-changed")
    return items[index]


def _without(items: tuple[Item, ...], index: int) -> tuple[Item, ...]:
    return (*items[:index], *items[index + 1 :])
