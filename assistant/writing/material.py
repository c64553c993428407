"""What a model gets to write one section from: its passages, numbered, with marks in the place of their quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.model import Passage
from assistant.writing.quotations import Quotation, quoted_parts, whole
from assistant.writing.writer import SectionTask

# What a source has in brackets must not be taken for a mark when the model copies it.
_LOOKS_LIKE_MARK = re.compile(r"\[([QH]?\d[^\[\]\n]{0,38})\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Material:
    """The passages of a section. `texts[n]` is passage `n + 1` with its quotations as marks.

    `kept` are the sentences of a person that have to come back, in their order.
    """

    passages: tuple[Passage, ...]
    texts: tuple[str, ...]
    quotations: tuple[Quotation, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def stand_ins(self) -> dict[str, str]:
        """What each mark stands for: quotations and kept sentences, by `Q1` and `H1`."""
        kept = {f"H{number}": text for number, text in enumerate(self.kept, 1)}
        return {quotation.mark: quotation.text for quotation in self.quotations} | kept

    def numbers_of(self, passages: Sequence[Passage]) -> tuple[int, ...]:
        """Return the numbers of the passages of the section that overlap these, in order."""
        return tuple(
            number
            for number, own in enumerate(self.passages, 1)
            if any(own.source == other.source and own.start < other.end and other.start < own.end for other in passages)
        )

    def masked(self, text: str) -> str:
        """Return `text` with marks in the place of quotations and kept sentences."""
        for mark, original in sorted(self.stand_ins.items(), key=lambda item: -len(item[1])):
            text = text.replace(original, f"[{mark}]")
        return text


def material_of(task: SectionTask, passages: Sequence[Passage] | None = None) -> Material:
    """Return what the section is written from; `passages` are fewer than its own where the model cannot read them all.

    Raises LookupError when a passage's source is gone.
    """
    chosen = tuple(task.section.passages if passages is None else passages)
    quotations: dict[str, Quotation] = {}
    texts = tuple(_masked(task, passage, quotations) for passage in chosen)
    return Material(chosen, texts, tuple(quotations.values()), task.kept)


def _masked(task: SectionTask, passage: Passage, quotations: dict[str, Quotation]) -> str:
    """Return the text of a passage with marks for its quotations, which are added to those known."""
    body = task.source_of(passage).body
    parts: list[str] = []
    shown = passage.start
    for start, end in quoted_parts(body, (passage.start, passage.end)):
        text = whole(body[start:end])
        quotation = quotations.setdefault(text, Quotation(f"Q{len(quotations) + 1}", text))
        parts += [_harmless(body[shown:start]), f"[{quotation.mark}]"]
        shown = end
    return "".join([*parts, _harmless(body[shown : passage.end])]).strip()


def _harmless(text: str) -> str:
    return _LOOKS_LIKE_MARK.sub(r"(\1)", text)
