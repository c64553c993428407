"""What the sources tell and a text does not: the key facts left out, ranked, with the section where each belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from assistant.facts.alignment import SAME_MEANING, align
from assistant.facts.date_faults import fits
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Material, Told, read_material
from assistant.facts.names import likeness
from assistant.facts.number_faults import agree
from assistant.facts.quotations import quoted_parts
from assistant.facts.reading import Reading
from assistant.model import Block, FactKind, Omission, Section, Source
from assistant.text.markup import parse_markdown

TOLD: Final = 0.6
"""Coverage by the text from which a sentence of a source is told there. House rule, above that of a supported claim."""
SHORTEST_SENTENCE: Final = 4
MOST_OMISSIONS: Final = 40
HEAD_SENTENCES: Final = 6
"""Sentences at the head of a source that hold its news: the pyramid of agency style."""
_WEIGHTS: Final[dict[FactKind, float]] = {
    "quote": 0.3,
    "number": 0.25,
    "when": 0.15,
    "who": 0.2,
    "where": 0.1,
    "what": 0.0,
}
SHORTEST_QUOTATION: Final = 3
"""Words from which a quotation is a statement and no term."""


def missing_facts(
    markdown: str, sources: Sequence[Source], language: str, sections: Sequence[Section] = ()
) -> tuple[Omission, ...]:
    """Return the sentences of the sources with a key fact that `markdown` does not hold, most important first.

    A key fact is a quotation, a number, a date, a person or a place; at the head of a source also what happened. The
    importance is 0..1: facts count, and so does standing near the head. At most 40 are returned.
    """
    material = read_material(tuple(sources), language)
    text = _read_text(markdown, language)
    firsts: dict[str, int] = {}
    for told in material.sentences:
        firsts.setdefault(told.source, told.number)
    found = []
    for told in material.sentences:
        ranked = _omission(told, told.number - firsts[told.source], text)
        if ranked is not None:
            found.append((ranked, told))
    found.sort(key=lambda pair: -pair[0].importance)
    return tuple(
        replace(omission, section=_section_for(told, material, sections)) for omission, told in found[:MOST_OMISSIONS]
    )


def _carried(reading: Reading, text: Material) -> float:
    """Return the share, 0..1, of the weight of a sentence's words that the likest sentence of the text holds."""
    total = sum(word.weight for word in reading.words)
    best = 0.0
    for sentence in text.sentences:
        roots, concepts = sentence.reading.roots, sentence.reading.concepts
        held = sum(
            word.weight if word.root in roots else SAME_MEANING * word.weight
            for word in reading.words
            if word.root in roots or not word.concepts.isdisjoint(concepts)
        )
        best = max(best, held)
    return best / total if total else 0.0


@lru_cache(maxsize=8)
def _read_text(markdown: str, language: str) -> Material:
    blocks = tuple(Block("paragraph", block.text) for block in parse_markdown(markdown) if block.text.strip())
    return read_material((Source("text", "text", "", language, None, None, blocks),), language)


def _omission(told: Told, place: int, text: Material) -> Omission | None:
    """Return the omission of a sentence that is number `place` of its source, None when the text tells it."""
    if told.passage is None or len(told.reading.folded) < SHORTEST_SENTENCE:
        return None
    missing = _missing_kinds(told, text)
    carried = _carried(told.reading, text)
    is_head = place < HEAD_SENTENCES
    if carried >= TOLD and not missing & {"quote", "number"}:
        return None
    if not missing and (carried >= TOLD or not is_head):
        return None
    kind = max(missing, key=_WEIGHTS.__getitem__) if missing else "what"
    facts = sum(_WEIGHTS[each] for each in missing)
    head = 1.0 / (1 + place / HEAD_SENTENCES)
    importance = min(1.0, 0.45 * head + 0.35 * min(1.0, facts / 0.6) + 0.2 * (1 - carried))
    return Omission(told.passage, kind, told.reading.text, round(importance, 4))


def _missing_kinds(told: Told, text: Material) -> frozenset[FactKind]:
    """Return the kinds of the facts of a sentence that the text holds nowhere."""
    kinds: set[FactKind] = set()
    reading = told.reading
    spoken = text.spoken[0][1] if text.spoken else " "
    for quotation in reading.quotations:
        parts = quoted_parts(reading.text[slice(*quotation.inside)])
        if sum(len(part.split()) for part in parts) >= SHORTEST_QUOTATION and not all(part in spoken for part in parts):
            kinds.add("quote")
    counted = text.quantities
    if any(
        not q.is_weak and q.dimension != "note" and not any(agree(q, o) or agree(o, q) for o in counted)
        for q in reading.quantities
    ):
        kinds.add("number")
    dated = text.moments
    if any(not any(fits(moment, other) for other in dated) for moment in reading.moments):
        kinds.add("when")
    kinds.update(_missing_names(told, text))
    return frozenset(kinds)


def _missing_names(told: Told, text: Material) -> set[FactKind]:
    lexical = lexicon(text.language)
    kinds: set[FactKind] = set()
    for name in told.names:
        places = {
            concept
            for word in told.reading.words
            if name.start <= word.start < name.end
            for concept in word.concepts & lexical.places
        }
        is_told = any(
            part in text.words or any(likeness(part, other) for other in text.name_parts) for part in name.parts
        )
        if not is_told and not places & text.by_concept.keys():
            kinds.add("where" if places or _is_place(told.reading.text, name.start) else "who")
    return kinds


def _is_place(text: str, start: int) -> bool:
    return (
        text[:start]
        .rstrip(" l'’")
        .lower()
        .endswith((" à", " en", " au", " aux", " dans", " vers", " in", " at", " from"))
    )


def _section_for(told: Told, material: Material, sections: Sequence[Section]) -> str | None:
    """Return the section that was planned from the sentence, else from its nearest neighbour, else the likest one."""
    best: tuple[float, str] | None = None
    passage = told.passage
    for section in sections:
        if section.kind != "story" or passage is None:
            continue
        used = (*section.passages, *(p for v in section.versions[-1:] for e in v.evidence for p in e.passages))
        gaps = [max(p.start - passage.end, passage.start - p.end, 0) for p in used if p.source == passage.source]
        if gaps and (best is None or min(gaps) < best[0]):
            best = (min(gaps), section.id)
    if best is None and sections and material.sentences:
        scores = [
            (align(told.reading, _read_text(f"{s.heading}\n\n{s.text}", material.language)).coverage, s.id)
            for s in sections
        ]
        score, section_id = max(scores)
        return section_id if score > 0 else None
    return best[1] if best else None
