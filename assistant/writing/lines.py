"""The sentences of a written section, each with the space before it and the passages that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.model import Evidence, Passage, Span
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
    text = "".join(_gap(line, place) + line.text for place, line in enumerate(lines))
    spans = zip(lines, line_spans(lines), strict=True)
    return text, tuple(Evidence(*span, line.passages) for line, span in spans if line.passages)


def line_spans(lines: Sequence[Line]) -> tuple[Span, ...]:
    """Return where each sentence stands in the text that `join_lines` makes of them."""
    spans: list[Span] = []
    length = 0
    for place, line in enumerate(lines):
        start = length + len(_gap(line, place))
        length = start + len(line.text)
        spans.append((start, length))
    return tuple(spans)


def _gap(line: Line, place: int) -> str:
    """Return what stands before a sentence: of the first one's gap only the mark of a list is left."""
    return line.gap if place else line.gap.lstrip(" \n")
