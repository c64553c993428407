"""The targeted rounds: which sentences a model is asked to mend, and how its answer is put into the section."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from assistant.model import Draft
from assistant.text.words import count_words
from assistant.writing.lines import Line
from assistant.writing.marks import Mark, read_marks
from assistant.writing.material import Material
from assistant.writing.measuring import Measure, notions_of
from assistant.writing.prompting import phrase

MERGED_SHARE: Final = 0.3
"""Share of its words that a merged pair is expected to lose. House rule, to know how many pairs are needed."""
NOTHING: Final = frozenset(("-", "–", "—", "", "(retirer)", "(remove)"))

_ORDER = re.compile(
    r"\s*(?:[-*•]\s+)?[«\"]?\s?(?P<places>\d{1,3}(?:\s?\+\s?\d{1,3})*|\+)\s?:\s?(?P<text>.*?)\s?[»\"]?;?\s*$"
)
_FINAL = re.compile(r"[.!?…:][\s»”\"')\]]*$|[»”]$")


@dataclass(frozen=True, slots=True)
class Order:
    """One line of a model's answer: the sentences (from 0 on, none to add one) and what comes in their place."""

    places: tuple[int, ...]
    text: str
    numbers: tuple[int, ...]


def revision_wanted(
    lines: Sequence[Line], found: Measure, draft: Draft, material: Material
) -> Mapping[str, str] | None:
    """Return what a model is to be told about the sentences to mend, None when there is nothing for it to do."""
    language = draft.language
    corrections = [f"{place + 1}: {reason}" for place, reason in _reasons(lines, found, language).items()]
    merges = [f"{one + 1}+{other + 1}" for one, other in _pairs(lines, found, language)] if found.is_long else []
    additions = []
    words = found.words
    for fact, sentence in found.unused if found.is_short else ():
        if words >= (found.aim.low + found.aim.high) / 2:
            break
        numbers = material.numbers_of(fact.passages)
        if numbers:
            additions.append("[" + ", ".join(map(str, numbers)) + "]")
            words += sentence.words
    if not (corrections or merges or additions):
        return None
    return {
        "sentences": "\n".join(f"{place}: {_shown(line, material)}" for place, line in enumerate(lines, 1)),
        "corrections": _below(corrections),
        "merges": _below(merges),
        "additions": _below(additions),
    }


def read_orders(answer: str, material: Material, count: int) -> tuple[Order, ...]:
    """Return what a model's answer says to do with `count` sentences; lines of another form are left out."""
    orders: list[Order] = []
    for line in answer.splitlines():
        match = _ORDER.fullmatch(line)
        if match is None:
            continue
        places = tuple(int(number) - 1 for number in re.findall(r"\d+", match["places"]))
        if all(0 <= place < count for place in places) and len(set(places)) == len(places):
            orders.append(Order(places, *_read_sentence(match["text"], material)))
    return tuple(orders)


def obeyed(
    lines: Sequence[Line], orders: Sequence[Order], found: Measure, draft: Draft, material: Material
) -> tuple[Line, ...]:
    """Return the sentences as the orders have them.

    A person's sentences stay, and so does whatever was not asked about; only pairs side by side are merged. A sentence
    may go only when it was at fault.
    """
    faulty = set(_reasons(lines, found, draft.language))
    mergeable = set(_pairs(lines, found, draft.language)) if found.is_long else set()
    changed: list[Line | None] = list(lines)
    added: list[Line] = []
    for order in orders:
        passages = tuple(
            material.passages[number - 1] for number in order.numbers if 1 <= number <= len(material.passages)
        )
        text = order.text.strip()
        if not order.places:
            if text not in NOTHING and found.is_short:
                added.append(Line(" " if added else "\n\n", _whole(text), passages))
        elif len(order.places) == 1 and order.places[0] in faulty:
            place = order.places[0]
            line = lines[place]
            gone = text in NOTHING
            changed[place] = None if gone else replace(line, text=_whole(text), passages=passages or line.passages)
        elif len(order.places) == 2 and order.places in mergeable and text not in NOTHING:
            first, second = order.places
            if changed[first] is lines[first] and changed[second] is lines[second]:
                both = passages or tuple(dict.fromkeys((*lines[first].passages, *lines[second].passages)))
                changed[first] = replace(lines[first], text=_whole(text), passages=both)
                changed[second] = None
    return (*_closed_up(lines, changed), *added)


def _closed_up(lines: Sequence[Line], changed: Sequence[Line | None]) -> list[Line]:
    """Return the sentences that are left; a paragraph whose first goes begins with the next."""
    left: list[Line] = []
    gap = ""
    for line, new in zip(lines, changed, strict=True):
        if new is None:
            gap = gap if "\n" in gap else line.gap
            continue
        left.append(replace(new, gap=gap) if "\n" in gap and "\n" not in new.gap else new)
        gap = ""
    return left


def _reasons(lines: Sequence[Line], found: Measure, language: str) -> dict[int, str]:
    """Return what is wrong with each sentence that a model has to correct."""
    reasons: dict[int, str] = {}
    for place in sorted({*found.altered, *found.unsupported, *found.repeated}):
        check = found.checks[place]
        facts = [finding for finding in check.findings if finding.expected] if check is not None else []
        if place in found.altered_quotations:
            reasons[place] = phrase(language, "altered-quotation")
        elif check is not None and check.verdict == "altered" and facts:
            reasons[place] = " ; ".join(
                phrase(language, "altered", expected=fact.expected, found=fact.found) for fact in facts
            )
        elif place in found.unsupported or place in found.altered:
            reasons[place] = phrase(language, "unsupported")
        elif found.words - count_words(lines[place].text) >= found.aim.low or found.is_long:
            reasons[place] = phrase(language, "repeated")
    return reasons


def _pairs(lines: Sequence[Line], found: Measure, language: str) -> list[tuple[int, int]]:
    """Return the neighbours to merge: those that share most, as many as the length needs."""
    notions = [notions_of(line.text, language) for line in lines]
    faulty = {*found.altered, *found.unsupported}
    neighbours = [
        pair for pair in pairwise(range(len(lines))) if "\n" not in lines[pair[1]].gap and not {*pair} & faulty
    ]
    neighbours.sort(key=lambda pair: -len(notions[pair[0]] & notions[pair[1]]))
    spare = found.words - found.aim.high
    chosen: list[tuple[int, int]] = []
    for pair in neighbours:
        if spare <= 0:
            break
        if not any({*pair} & {*other} for other in chosen):
            chosen.append(pair)
            spare -= round(MERGED_SHARE * sum(count_words(lines[place].text) for place in pair))
    return chosen


def _read_sentence(text: str, material: Material) -> tuple[str, tuple[int, ...]]:
    """Return a sentence without its marks, and the numbers of the passages that it names."""
    parts: list[str] = []
    numbers: list[int] = []
    for event in read_marks([text], material.stand_ins):
        if isinstance(event, Mark):
            numbers.extend(event.numbers)
        else:
            parts.append(event)
    return "".join(parts).strip(), tuple(dict.fromkeys(numbers))


def _shown(line: Line, material: Material) -> str:
    numbers = material.numbers_of(line.passages)
    mark = f" [{', '.join(map(str, numbers))}]" if numbers else ""
    return " ".join(material.masked(line.text).split()) + mark


def _whole(text: str) -> str:
    """Return the sentence with a final mark."""
    return text if _FINAL.search(text) else f"{text}."


def _below(lines: Sequence[str]) -> str:
    return "".join(f"\n{line}" for line in lines)
