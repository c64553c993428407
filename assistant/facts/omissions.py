"""What the sources tell and a text does not: the key facts left out, ranked, with the section where each belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from assistant.facts.alignment import align
from assistant.facts.dates import Moment
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Material, Told, read_material
from assistant.facts.numbers import Quantity
from assistant.facts.quotations import quoted_parts, spoken_forms
from assistant.facts.reading import claim_spans, read
from assistant.facts.told_facts import NOT_COUNTED, TextFacts, date_without_place, told_in, without_place
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
    blocks = [block.text for block in parse_markdown(markdown) if block.text.strip()]
    sentences = (read(text[slice(*span)], language) for text in blocks for span in claim_spans(text, language))
    text = told_in(tuple(sentences), material)
    spoken = "".join(spoken_forms(" ".join(blocks)))
    firsts: dict[str, int] = {}
    for told in material.sentences:
        firsts.setdefault(told.source, told.number)
    found = []
    for told in material.sentences:
        ranked = _omission(told, told.number - firsts[told.source], text, spoken)
        if ranked is not None:
            found.append((ranked, told))
    found.sort(key=lambda pair: -pair[0].importance)
    chosen = found[:MOST_OMISSIONS]
    if not sections:
        return tuple(omission for omission, _ in chosen)
    return tuple(replace(omission, section=_section_for(told, material, sections)) for omission, told in chosen)


@lru_cache(maxsize=8)
def _read_text(markdown: str, language: str) -> Material:
    blocks = tuple(Block("paragraph", block.text) for block in parse_markdown(markdown) if block.text.strip())
    return read_material((Source("text", "text", "", language, None, None, blocks),), language)


def _omission(told: Told, place: int, text: TextFacts, spoken: str) -> Omission | None:
    """Return the omission of a sentence that is number `place` of its source, None when the text tells it."""
    if told.passage is None or len(told.reading.folded) < SHORTEST_SENTENCE:
        return None
    missing = _missing_kinds(told, text, spoken)
    carried = text.shares.get(told.number, 0.0)
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


def _missing_kinds(told: Told, text: TextFacts, spoken: str) -> frozenset[FactKind]:
    """Return the kinds of the facts of a sentence that the text holds nowhere."""
    kinds: set[FactKind] = set()
    facts = _facts_of(told)
    if any(not all(part in spoken for part in parts) for parts in facts.quotations):
        kinds.add("quote")
    if not facts.quantities <= text.quantities:
        kinds.add("number")
    if not facts.moments <= text.moments:
        kinds.add("when")
    for parts, places, is_place in facts.names:
        if text.parts.isdisjoint(parts) and text.places.isdisjoint(places):
            kinds.add("where" if is_place else "who")
    return frozenset(kinds)


@dataclass(frozen=True)
class _Facts:
    """What one sentence of a source states, without the places where it stands."""

    quotations: tuple[tuple[str, ...], ...]
    quantities: frozenset[Quantity]
    moments: frozenset[Moment]
    names: tuple[tuple[tuple[str, ...], frozenset[int], bool], ...]


@lru_cache(maxsize=8192)
def _facts_of(told: Told) -> _Facts:
    reading = told.reading
    places = lexicon(reading.language).places
    spoken = (quoted_parts(reading.text[slice(*quotation.inside)]) for quotation in reading.quotations)
    named = []
    for name in told.names:
        words = [word for word in reading.words if name.start <= word.start < name.end]
        own = frozenset(concept for word in words for concept in word.concepts & places)
        named.append((name.parts, own, bool(own) or _is_place(reading.text, name.start)))
    return _Facts(
        tuple(parts for parts in spoken if sum(len(part.split()) for part in parts) >= SHORTEST_QUOTATION),
        frozenset(without_place(q) for q in reading.quantities if not q.is_weak and q.dimension != NOT_COUNTED),
        frozenset(date_without_place(moment) for moment in reading.moments),
        tuple(named),
    )


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
