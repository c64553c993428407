"""The verdict on one sentence: what its passages carry, what they contradict, what they do not know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from assistant.facts.agreement import agree
from assistant.facts.alignment import align
from assistant.facts.antonym_faults import antonym_faults
from assistant.facts.clause_faults import clause_faults
from assistant.facts.cleft_faults import cleft_faults
from assistant.facts.copy_faults import copy_faults
from assistant.facts.date_faults import date_faults
from assistant.facts.dates import fits
from assistant.facts.doer_faults import doer_faults
from assistant.facts.fault import Comparison, Fault
from assistant.facts.framing import claims_nothing
from assistant.facts.headings import is_noun_phrase
from assistant.facts.material import Material, Told
from assistant.facts.modality_faults import modality_faults
from assistant.facts.name_faults import name_faults
from assistant.facts.names import names
from assistant.facts.negation_faults import negation_faults
from assistant.facts.number_faults import SMALL, number_faults
from assistant.facts.numbers import Quantity
from assistant.facts.office_faults import office_faults
from assistant.facts.quotation_faults import broken_quotation_faults, quotation_faults
from assistant.facts.reading import read
from assistant.facts.rival_faults import rival_faults
from assistant.facts.role_faults import role_faults
from assistant.facts.scope_faults import scope_faults
from assistant.facts.speaker_faults import speaker_faults
from assistant.facts.time_faults import time_faults
from assistant.model import Passage, Span, Verdict
from assistant.text.words import fold

ENOUGH: Final = 0.53
"""Share of a sentence that its passages have to carry. Fitted, with the weights below, on whole drafts and on our own
rewritten sentences, each draft left out in turn (area under the curve .91; coverage alone .86)."""
_BY_BEST: Final = 0.56
_BY_ALL: Final = 0.27
_WITHOUT_NAMES: Final = 0.17
FACT_TOLD: Final = 0.35
"""What a date or a number that the passages give, or that can be reckoned, adds to what they carry. Fitted likewise."""
HEADING: Final = 0.1
"""What a heading may carry less, which says what follows in fewer and freer words. Fitted likewise."""
CARRIED_BESIDE: Final = 0.4
"""Coverage from which a small number, which no fault names, is that of the passages. House rule."""
LOOSE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with what it rests on; offsets of the faults point into the sentence, passages into the sources."""

    verdict: Verdict
    passages: tuple[Passage, ...]
    faults: tuple[Fault, ...]
    numbers: tuple[int, ...]
    is_translated: bool = False


def compare(text: str, material: Material, near: Iterable[int] = ()) -> Comparison:
    """Return the sentence beside the passages that it was most likely made from."""
    reading = read(text, material.language)
    found = names(text, material.language, material.is_name)
    return Comparison(reading, found, align(reading, material, near), material, tuple(near))


def judge(
    text: str,
    material: Material,
    near: Iterable[int] = (),
    *,
    is_heading: bool = False,
    quoted: tuple[Span, ...] = (),
) -> Judgement:
    """Return the verdict on one sentence; `near` are the numbers of passages that the sentence before was made from.

    `quoted` are stretches of the sentence that belong to a quotation which goes on beyond it. Remembered with the
    material, so that an edit costs only the sentences that it touched.
    """
    near = tuple(near)
    key = ("judgement", text, near, is_heading, quoted)
    return material.remember(key, lambda: _judge(text, material, near, is_heading=is_heading, quoted=quoted))


def _judge(
    text: str, material: Material, near: tuple[int, ...], *, is_heading: bool, quoted: tuple[Span, ...]
) -> Judgement:
    comparison = compare(text, material, near)
    passages = tuple(told.passage for told in (*comparison.evidence, *_counted_in(comparison)) if told.passage)
    numbers = tuple(told.number for told in comparison.evidence)
    quotes = (*quotation_faults(comparison), *broken_quotation_faults(comparison, quoted))
    if not quotes and claims_nothing(comparison, is_heading=is_heading):
        return Judgement("not-a-claim", (), (), numbers)
    if is_foreign(comparison):
        return _judge_translated(comparison, quotes, passages, numbers)
    found = tuple(fault for fault in _faults(comparison) if not _is_told(comparison, fault))
    if is_heading and is_noun_phrase(text, comparison.material.language):
        # What only names a thing, `Une hausse des loyers`, claims no fact that could be surer than in the source.
        found = tuple(replace(fault, is_red=fault.is_red and fault.kind != "modality") for fault in found)
    faults = _each_once((*quotes, *found))
    if any(fault.is_red for fault in faults):
        return Judgement("altered", passages, faults, numbers)
    if faults or not is_carried(comparison, is_heading=is_heading):
        return Judgement("unsupported", passages, (*faults, *_uncarried(comparison)), numbers)
    return Judgement("supported", passages, (), numbers)


MOST_COUNTED: Final = 2


def _counted_in(comparison: Comparison) -> tuple[Told, ...]:
    """Return the neighbours of the passages from which numbers and dates come that the passages do not give."""
    given = [other for told in comparison.evidence for other in told.reading.quantities]
    missing = [
        quantity
        for quantity in comparison.reading.quantities
        if not quantity.is_weak and not any(agree(quantity, other) for other in given)
    ]
    dated = [other for told in comparison.evidence for other in told.reading.moments]
    undated = [moment for moment in comparison.reading.moments if not any(fits(moment, other) for other in dated)]
    if not missing and not undated:
        return ()
    beside = [told for told in comparison.wide_window if told not in comparison.evidence]
    exact = [
        told
        for told in beside
        if any(agree(quantity, other) for quantity in missing for other in told.reading.quantities)
        or any(fits(moment, other) for moment in undated for other in told.reading.moments)
    ]
    counting = [told for told in beside if any(not other.is_weak for other in told.reading.quantities)]
    return tuple(exact or counting)[:MOST_COUNTED]


TRANSLATED: Final = 0.3
"""Share of a sentence's words that passages in another language have to carry by names and by the lexicon, beside a
number or a date that they give. House rule: less is another subject."""


def is_foreign(comparison: Comparison) -> bool:
    """Whether the sentence was most likely made from a passage in another language."""
    best = comparison.best
    return best is not None and best.reading.language != comparison.material.language


def _judge_translated(
    comparison: Comparison, quotes: Iterable[Fault], passages: tuple[Passage, ...], numbers: tuple[int, ...]
) -> Judgement:
    """Return the verdict on a sentence made from a passage in another language.

    Numbers, dates and names are compared; a quotation is a translation, to be verified; the wording is not judged, so
    that a sentence without a number or a date that the passages give is amber.
    """
    found = (*number_faults(comparison), *date_faults(comparison), *name_faults(comparison))
    faults = _each_once((*(replace(fault, expected="", is_red=False) for fault in quotes), *found))
    if any(fault.is_red for fault in faults):
        return Judgement("altered", passages, faults, numbers, is_translated=True)
    reading = comparison.reading
    has_fact = bool(reading.moments) or any(not quantity.is_weak for quantity in reading.quantities)
    if faults or not has_fact or comparison.alignment.coverage < TRANSLATED:
        return Judgement("unsupported", passages, faults, numbers, is_translated=True)
    return Judgement("supported", passages, (), numbers, is_translated=True)


def _is_told(comparison: Comparison, fault: Fault) -> bool:
    """Whether the number or the name that should stand there is the very one that does."""
    found = comparison.reading.text[fault.start : fault.end]
    return fault.kind in ("number", "name", "date") and bool(found) and fold(found) == fold(fault.expected)


def _each_once(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return the faults without those that say again, of words that a red one covers, that they are wrong."""
    kept: list[Fault] = []
    for fault in sorted(faults, key=lambda fault: not fault.is_red):
        if not any(fault.start < other.end and other.start < fault.end for other in kept):
            kept.append(fault)
    return tuple(sorted(kept, key=lambda fault: fault.start))


def is_carried(comparison: Comparison, *, is_heading: bool) -> bool:
    """Whether the passages carry enough of the sentence's words."""
    alignment, reading = comparison.alignment, comparison.reading
    carried = _BY_BEST * alignment.best_coverage + _BY_ALL * alignment.coverage
    carried += _WITHOUT_NAMES * comparison.plain_coverage
    if reading.moments or any(_tells_fact(comparison, quantity) for quantity in reading.quantities):
        carried += FACT_TOLD
    return carried >= ENOUGH - HEADING * is_heading


def _tells_fact(comparison: Comparison, quantity: Quantity) -> bool:
    """Whether the number, which no fault names, says that the sentence was made from its passages.

    A few are everywhere: they count only where a passage counts the same, or carries other words as well.
    """
    if quantity.is_weak:
        return False
    if quantity.is_ordinal or quantity.value > SMALL or comparison.alignment.coverage >= CARRIED_BESIDE:
        return True
    return any(
        agree(quantity, other) and other.dimension == quantity.dimension
        for told in comparison.evidence
        for other in told.reading.quantities
    )


def _faults(comparison: Comparison) -> Iterable[Fault]:
    if comparison.best is None:
        return
    yield from office_faults(comparison)
    yield from copy_faults(comparison)
    yield from number_faults(comparison)
    yield from scope_faults(comparison)
    yield from date_faults(comparison)
    yield from time_faults(comparison)
    yield from name_faults(comparison)
    yield from negation_faults(comparison)
    yield from modality_faults(comparison)
    yield from antonym_faults(comparison)
    yield from role_faults(comparison)
    yield from doer_faults(comparison)
    yield from cleft_faults(comparison)
    yield from rival_faults(comparison)
    yield from speaker_faults(comparison)
    yield from clause_faults(comparison)


def _uncarried(comparison: Comparison) -> Iterable[Fault]:
    """Yield the stretch of words that no passage carries."""
    loose = [
        word
        for word, strength in zip(comparison.reading.words, comparison.alignment.carried, strict=True)
        if strength < LOOSE and word.weight >= 1.0
    ]
    if loose:
        kind = "invented" if comparison.alignment.coverage < LOOSE / 2 else "addition"
        yield Fault("invented" if kind == "invented" else "addition", loose[0].start, loose[-1].end, "", is_red=False)
