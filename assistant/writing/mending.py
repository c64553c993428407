"""What is mended without asking a model: quotations, doubles, and a length that whole sentences can reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.model import Draft, Evidence, Remark, RemarkKind, Section
from assistant.text.markup import escape_markdown
from assistant.text.words import count_words
from assistant.writing.editing import printed
from assistant.writing.lines import Line, join_lines, read_lines
from assistant.writing.material import Material
from assistant.writing.measuring import Measure, altered_spans, unused_facts
from assistant.writing.quotations import original_of, quotation_spans
from assistant.writing.sentences import Sentence
from assistant.writing.story import Fact

PARAGRAPH_SENTENCES: Final = 3
"""Sentences after which an added one opens a new paragraph. House rule."""

Mended = tuple[tuple[Line, ...], tuple[Remark, ...]]


def with_true_quotations(lines: Sequence[Line], draft: Draft) -> Mended:
    """Return the sentences with altered quotations in the words of their source again, and how many there were."""
    bodies = [source.body for source in draft.sources]
    originals = [body[slice(*span)] for body in bodies for span in quotation_spans(body)]
    text, evidence = join_lines(lines)
    count = 0
    for start, end in reversed(altered_spans(text, bodies)):
        original = original_of(text[start:end], originals)
        if original is not None:
            text = text[:start] + original + text[end:]
            evidence = _moved(evidence, end, start + len(original) - end)
            count += 1
    return (read_lines(text, evidence, draft.language) if count else tuple(lines)), _remarks(
        "quotation-restored", count
    )


def _moved(evidence: tuple[Evidence, ...], place: int, by: int) -> tuple[Evidence, ...]:
    """Return the evidence after the text before `place` grew by so many characters."""
    return tuple(
        Evidence(piece.start + (by if piece.start >= place else 0), max(piece.start, piece.end + by), piece.passages)
        if piece.end >= place
        else piece
        for piece in evidence
    )


def without(lines: Sequence[Line], places: frozenset[int]) -> tuple[Line, ...]:
    """Return the sentences without those of these places; a paragraph whose first goes begins with the next."""
    left: list[Line] = []
    gap = ""
    for place, line in enumerate(lines):
        if place in places:
            gap = gap if "\n" in gap else line.gap
            continue
        left.append(replace(line, gap=gap) if "\n" in gap and "\n" not in line.gap else line)
        gap = ""
    return tuple(left)


def without_doubles(lines: Sequence[Line], found: Measure) -> Mended:
    """Return the sentences without those that use a quotation again, or tell what others tell, while words remain."""
    extra = found.words - found.aim.low
    dropped: set[int] = set(found.doubled)
    extra -= sum(count_words(lines[place].text) for place in dropped)
    for place in sorted(found.repeated - dropped, reverse=True):
        words = count_words(lines[place].text)
        if words <= max(extra, 0) or found.is_long:
            dropped.add(place)
            extra -= words
    return without(lines, frozenset(dropped)), _remarks("left-out", len(dropped))


def with_missing_quotations(
    lines: Sequence[Line], found: Measure, draft: Draft, section: Section, material: Material
) -> Mended:
    """Return the sentences with those of the source behind them whose quotations the text has lost."""
    missing = {quotation.text for quotation in found.unquoted}
    marks = {f"[{quotation.mark}]" for quotation in material.quotations if quotation.text in missing}
    passages = [
        passage
        for passage, text in zip(material.passages, material.texts, strict=True)
        if any(mark in text for mark in marks)
    ]
    quoting = [
        (fact, sentence)
        for fact, sentence in unused_facts(lines, draft, section)
        if any(sentence.source == p.source and sentence.start < p.end and p.start < sentence.end for p in passages)
    ]
    return _with_facts(lines, quoting, draft, material), _remarks("quotation-added", len(quoting))


def filled(lines: Sequence[Line], found: Measure, draft: Draft, material: Material) -> Mended:
    """Return the sentences with the source's own for facts that are not told, until the section is long enough."""
    chosen: list[tuple[Fact, Sentence]] = []
    words = found.words
    for fact, sentence in found.unused:
        if words >= found.aim.low:
            break
        if words + sentence.words <= found.aim.high:
            chosen.append((fact, sentence))
            words += sentence.words
    return _with_facts(lines, chosen, draft, material), _remarks("taken-from-source", len(chosen))


def trimmed_to(lines: Sequence[Line], found: Measure, material: Material) -> Mended:
    """Return the sentences without whole ones that can go, until the section is short enough.

    First go those that no source carries, then those that others tell, then the last. Quotations, what a person typed
    and the first sentence stay.
    """
    spare = found.words - found.aim.high
    fewest = found.words - found.aim.low
    dropped: set[int] = set()
    for place in _order_of_going(lines, found, material):
        words = count_words(lines[place].text)
        if spare > 0 and words <= fewest:
            dropped.add(place)
            spare, fewest = spare - words, fewest - words
    return without(lines, frozenset(dropped)), _remarks("left-out", len(dropped))


def _order_of_going(lines: Sequence[Line], found: Measure, material: Material) -> list[int]:
    held = [quotation.text for quotation in material.quotations] + list(material.kept)
    free = [
        place
        for place, line in enumerate(lines)
        if place and not any(text in line.text for text in held) and not line.text.lstrip().startswith(("-", "*", "|"))
    ]
    return sorted(free, key=lambda place: (place not in found.unsupported, place not in found.repeated, -place))


def _with_facts(
    lines: Sequence[Line], facts: Sequence[tuple[Fact, Sentence]], draft: Draft, material: Material
) -> tuple[Line, ...]:
    """Return the sentences with those of the source, each behind the one made from the nearest passage before it."""
    written = list(lines)
    for fact, sentence in facts:
        number = min(material.numbers_of((sentence.passage,)), default=len(material.passages))
        places = [
            place
            for place, line in enumerate(written)
            if line.passages and min(material.numbers_of(line.passages), default=number + 1) <= number
        ]
        place = places[-1] + 1 if places else len(written)
        text = escape_markdown(printed(sentence.text, draft.language))
        gap = " " if place and _sentences_before(written, place) < PARAGRAPH_SENTENCES else "\n\n"
        written.insert(place, Line(gap, text, fact.passages))
        if place == 0 and len(written) > 1:
            written[1] = replace(written[1], gap=" ")
    return tuple(written)


def _sentences_before(lines: Sequence[Line], place: int) -> int:
    """Return how many sentences stand before that place in its paragraph."""
    count = 0
    for line in reversed(lines[:place]):
        count += 1
        if "\n" in line.gap:
            break
    return count


def _remarks(kind: RemarkKind, count: int) -> tuple[Remark, ...]:
    return (Remark(kind, count),) if count else ()
