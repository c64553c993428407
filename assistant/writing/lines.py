"""The sentences of a written section, each with the space before it and the passages that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.model import Evidence, Passage
from assistant.text.sentences import sentence_spans


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. `gap` is what stands before it: a space, a paragraph break, the mark of a list."""

    gap: str
    text: str
    passages: tuple[Passage, ...] = ()


def read_lines(text: str, evidence: Iterable[Evidence], language: str) -> tuple[Line, ...]:
    """Return the sentences of `text` (Markdown), which put together again are the same text, final space apart."""
    known = tuple(evidence)
    lines: list[Line] = []
    cursor = 0
    for start, end in sentence_spans(text, language):
        named = dict.fromkeys(
            passage for piece in known if piece.start < end and start < piece.end for passage in piece.passages
        )
        lines.append(Line(text[cursor:start], text[start:end], tuple(named)))
        cursor = end
    return tuple(lines)


def join_lines(lines: Sequence[Line]) -> tuple[str, tuple[Evidence, ...]]:
    """Return the text of the sentences, and the evidence of those that name their passages."""
    parts: list[str] = []
    evidence: list[Evidence] = []
    length = 0
    for line in lines:
        gap = line.gap if parts else line.gap.lstrip(" \n")
        parts.append(gap + line.text)
        if line.passages:
            evidence.append(Evidence(length + len(gap), length + len(gap) + len(line.text), line.passages))
        length += len(gap) + len(line.text)
    return "".join(parts), tuple(evidence)
