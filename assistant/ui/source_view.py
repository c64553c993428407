"""A source as the page shows it: its blocks, what was removed among them, its repairs and its flags, as plain data."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from assistant.desk.source_places import Part, is_same_place, parts_in_order
from assistant.desk.sources import can_turn
from assistant.i18n import Parameter, catalogue, translate
from assistant.model import Flag, Removed, Repair, Source
from assistant.text.words import count_words

PARTS_SHOWN: Final = 2_000
CHARACTERS_SHOWN: Final = 400_000
REPAIRS_SHOWN: Final = 200
"""House rules: a page of more grows slow, and nobody reads it."""
START: Final = 90
LABEL: Final = 60
FOLDED_FROM: Final = 6
"""As many repairs of one kind are folded into one line. House rule."""
UNLISTED_KINDS: Final = ("list-mark",)
"""Repairs of which each says the same: only their number is shown."""

Data = Mapping[str, object]


class _Words:
    """The messages of one interface language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, /, **params: Parameter) -> str:
        return translate(key, self.language, **params)

    def about(self, key: str, text: str) -> str:
        """Return a message about a text, which is shortened."""
        return translate(key, self.language, text=shortened(text, LABEL))


@lru_cache(maxsize=8)
def source_view(source: Source, language: str) -> Data:
    """Return everything that the page shows of a source, in an interface language. Holds text only, never markup."""
    words = _Words(language)
    parts = parts_in_order(source)
    shown = _first_parts(source, parts)
    listed = [_repair(source, index, words) for index in range(len(source.repairs))]
    proposed = [data for data, repair in zip(listed, source.repairs, strict=True) if not repair.applied]
    return {
        "rev": _revision(source),
        "language": source.language,
        "dek": (source.dek or "")[:CHARACTERS_SHOWN],
        "flags": [_flag(index, flag, words) for index, flag in enumerate(source.flagged)],
        "proposals": {"title": words("source.proposals", count=len(proposed)), "items": proposed[:REPAIRS_SHOWN]},
        "repairs": _repairs(source, listed, words),
        "summary": _summary(source, words),
        "parts": [_part(source, part, words) for part in shown],
        "more": words("source.more", count=len(parts) - len(shown)) if len(parts) > len(shown) else "",
        "words": {
            "text": words("source.text", name=source.name),
            "edit": words("source.edit_text"),
            "editDone": words("source.edit_done"),
            "restore": words("source.restore"),
            "remove": words("source.take_out"),
            "accept": words("source.accept"),
            "undo": words("source.undo"),
            "unflag": words("flag.restore"),
            "asSubheading": words("source.as_subheading"),
            "asParagraph": words("source.as_paragraph"),
            "removedRun": _any_number(words("source.removed_count", count=2)),
            "done": words("source.done"),
        },
    }


@lru_cache(maxsize=8)
def word_counts(source: Source) -> tuple[int, int]:
    """Return the words of the body, and of all that was received: of a page, those of its texts, markup left out."""
    body = count_words(source.body)
    if all(block.start is not None for block in source.blocks):
        return body, count_words(source.raw)
    others = (source.title or "", source.dek or "", *(removed.text for removed in source.removed))
    return body, body + sum(map(count_words, others))


def difference(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Return what a repair does, as marked texts: "=" stays, "-" goes, "+" comes. A new line shows as "¶"."""
    before, after = before.replace("\n\n", "¶"), after.replace("\n\n", "¶")
    head = _common_start(before, after)
    rest, other = before[len(head) :], after[len(head) :]
    tail = _common_start(rest[::-1], other[::-1])[::-1]
    gone, come = rest[: len(rest) - len(tail)], other[: len(other) - len(tail)]
    return tuple((mark, text) for mark, text in (("=", head), ("-", gone), ("+", come), ("=", tail)) if text)


def shortened(text: str, longest: int) -> str:
    """Return the text on one line, cut to that many characters with an ellipsis."""
    line = " ".join(text[: 4 * longest].split())
    return line if len(line) <= longest and len(text) <= 4 * longest else line[: longest - 1].rstrip() + "…"


def _common_start(one: str, other: str) -> str:
    shorter = min(len(one), len(other))
    return one[: next((place for place in range(shorter) if one[place] != other[place]), shorter)]


def _first_parts(source: Source, parts: Sequence[Part]) -> Sequence[Part]:
    """Return the parts that the page can hold: at least one, however long it is."""
    length = 0
    for number, part in enumerate(parts[:PARTS_SHOWN]):
        length += len((source.blocks if part.kind == "block" else source.removed)[part.index].text)
        if length > CHARACTERS_SHOWN and number:
            return parts[:number]
    return parts[:PARTS_SHOWN]


def _part(source: Source, part: Part, words: _Words) -> Data:
    index = part.index
    if part.kind == "block":
        block = source.blocks[index]
        turn = "source.as_paragraph.label" if block.kind == "subheading" else "source.as_subheading.label"
        return {
            "index": index,
            "kind": block.kind,
            "text": block.text,
            "label": words.about("source.take_out.label", block.text),
            "turn": words.about(turn, block.text),
        }
    removed = source.removed[index]
    return {
        "index": index,
        "removed": True,
        "category": _category(source, removed, words),
        "text": removed.text,
        "start": shortened(removed.text, START),
        "label": words.about("source.restore.label", removed.text),
    }


def _category(source: Source, removed: Removed, words: _Words) -> str:
    flag = next((flag for flag in source.flagged if is_same_place(removed, flag)), None)
    return words(f"flag.{flag.kind}.category") if flag else words(f"removed.{removed.category}")


def _flag(index: int, flag: Flag, words: _Words) -> Data:
    return {
        "index": index,
        "why": words(f"flag.{flag.kind}"),
        "text": flag.text,
        "label": words.about("flag.restore.label", flag.text),
    }


def _repair(source: Source, index: int, words: _Words) -> Data:
    """Return one repair; its label is empty where it cannot be turned round."""
    repair = source.repairs[index]
    label = "source.undo.label" if repair.applied else "source.accept.label"
    is_listed = repair.kind not in UNLISTED_KINDS
    return {
        "index": index,
        "diff": difference(repair.before, repair.after),
        "label": words.about(label, repair.before) if is_listed and can_turn(source, index) else "",
    }


def _repairs(source: Source, listed: list[Data], words: _Words) -> Data:
    by_kind: dict[str, list[Data]] = {}
    for data, repair in zip(listed, source.repairs, strict=True):
        if repair.applied:
            by_kind.setdefault(_kind(repair), []).append(data)
    count = sum(map(len, by_kind.values()))
    return {"title": words("source.repairs", count=count), "groups": [_group(*pair, words) for pair in by_kind.items()]}


def _group(kind: str, repairs: list[Data], words: _Words) -> Data:
    left = len(repairs) - REPAIRS_SHOWN
    is_listed = kind not in UNLISTED_KINDS
    return {
        "kind": kind,
        "title": words("repair.counted", kind=words(f"repair.{kind}"), count=len(repairs)),
        "items": repairs[:REPAIRS_SHOWN] if is_listed else [],
        "more": words("source.repair_more", count=left) if left > 0 and is_listed else "",
        "folded": len(repairs) >= FOLDED_FROM,
    }


def _kind(repair: Repair) -> str:
    return repair.kind if f"repair.{repair.kind}" in catalogue("fr") else "other"


def _summary(source: Source, words: _Words) -> str:
    if not source.removed and not source.repairs:
        return words("source.untouched")
    removed = sum(count_words(removed.text) for removed in source.removed)
    counted = words("source.removed_count", count=len(source.removed))
    return f"{counted} ({words('source.removed_words', count=removed)})"


def _any_number(message: str) -> str:
    return message.replace("2", "{count}", 1)


def _revision(source: Source) -> str:
    """Return what changes whenever the indexes of the source may have."""
    body = zlib.crc32(source.body.encode("utf-8", "surrogatepass"))
    applied = sum(repair.applied for repair in source.repairs)
    kinds = "".join(block.kind[0] for block in source.blocks)
    return f"{body}-{zlib.crc32(kinds.encode())}-{len(source.removed)}-{len(source.flagged)}-{applied}"
