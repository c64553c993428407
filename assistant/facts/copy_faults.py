"""A sentence that repeats its passage with a word or two exchanged: which of the changes alter a fact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assistant.facts.agreement import agree
from assistant.facts.copied_names import exchanged_name
from assistant.facts.dates import fits
from assistant.facts.fault import CONTRARY, Change, Comparison, Fault, means_same
from assistant.facts.lexicon import lexicon
from assistant.facts.numbers import Quantity
from assistant.facts.reading import Reading, Word
from assistant.facts.stance import conditionals, possibilities
from assistant.facts.told_shares import is_gap, is_share_of_passage
from assistant.model import Span

ADDED_WORDS: Final = 3
"""Words put in a row that make an addition. House rule: two are a turn of phrase."""
SAME_VALUE: Final = 1e-9
EXCHANGED_WORDS: Final = 4
"""Words within which one number is exchanged for another: `2,7 millions d’euros`. House rule."""
MOST_CHANGES: Final = 3
"""Changes up to which the order of the passage is kept, so that what stands there stands in place of it. House rule."""
MOOD_WORDS: Final = 4
"""Words within which a verb is exchanged; a longer stretch tells something else. House rule."""


def copy_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield the faults of a near copy: a name, a number, a mood or a contrary word put in place of another."""
    best = comparison.best
    if best is None:
        return
    for change in comparison.changes:
        has_both = change.mine[0] < change.mine[1] and change.theirs[0] < change.theirs[1]
        if has_both:
            yield from _exchanged_number(comparison, change)
            yield from _exchanged_date(comparison, change)
            yield from exchanged_name(comparison, change)
            yield from _exchanged_word(comparison, change)
            yield from _exchanged_small_word(comparison, change)
            yield from _exchanged_mood(comparison, change)
        if change.mine[0] < change.mine[1]:
            yield from _added(comparison, change)


def _inside(span: Span, start: int, end: int) -> bool:
    return span[0] <= start and end <= span[1]


def _exchanged_number(comparison: Comparison, change: Change) -> Iterator[Fault]:
    best = comparison.best
    if best is None:
        return
    mine = [q for q in comparison.reading.quantities if change.mine[0] < q.end and q.start < change.mine[1]]
    theirs = [
        quantity
        for quantity in best.reading.quantities
        if change.theirs[0] < quantity.end and quantity.start < change.theirs[1]
    ]
    if len(mine) == 1 and (not _is_exchange(change) or len(comparison.changes) > MOST_CHANGES):
        theirs = [other for other in theirs if other.dimension == mine[0].dimension and not other.is_weak]
    years = [m for m in best.reading.moments if change.theirs[0] < m.end and m.start < change.theirs[1]]
    if len(mine) != 1 or mine[0].value == 1:
        return
    if len(comparison.changes) > MOST_CHANGES and any(agree(mine[0], other) for other in best.reading.quantities):
        return
    if _turns_round(comparison, mine[0], theirs) or is_share_of_passage(comparison, mine[0]):
        return
    if is_gap(comparison, mine[0]):
        return
    if len(theirs) == 1 and not agree(mine[0], theirs[0]) and abs(mine[0].value - theirs[0].value) > SAME_VALUE:
        other = best.reading.text[theirs[0].start : theirs[0].end]
        yield Fault("number", mine[0].start, mine[0].end, other, is_red=True)
    elif not theirs and len(years) == 1 and _is_exchange(change) and years[0].year != mine[0].value:
        yield Fault("date", mine[0].start, mine[0].end, best.reading.text[years[0].start : years[0].end], is_red=True)


def _turns_round(comparison: Comparison, mine: Quantity, theirs: list[Quantity]) -> bool:
    """Whether both sentences give both numbers, and two names in another order as well: `battu par X, 33 contre 58`."""
    best = comparison.best
    if best is None or not any(agree(mine, other) for other in best.reading.quantities):
        return False
    if not all(any(agree(own, other) for own in comparison.reading.quantities) for other in theirs):
        return False
    places = [
        next((other.start for other in best.names if set(other.parts) & set(name.parts)), None)
        for name in comparison.names
    ]
    known = [place for place in places if place is not None]
    return len(known) > 1 and known != sorted(known)


def _exchanged_date(comparison: Comparison, change: Change) -> Iterator[Fault]:
    """Yield a fault for a date put in place of another one, even if the passage gives it elsewhere."""
    best = comparison.best
    if best is None or not _is_exchange(change) or len(comparison.changes) > MOST_CHANGES:
        return
    mine = [one for one in comparison.reading.moments if _inside(change.mine, one.start, one.end)]
    theirs = [other for other in best.reading.moments if _inside(change.theirs, other.start, other.end)]
    if len(mine) == len(theirs) == 1 and not fits(mine[0], theirs[0]):
        expected = best.reading.text[theirs[0].start : theirs[0].end]
        yield Fault("date", mine[0].start, mine[0].end, expected, is_red=True)


def _is_exchange(change: Change) -> bool:
    """Whether a few words stand in place of a few others, so that one number took the place of another."""
    return max(change.places[1] - change.places[0], change.their_places[1] - change.their_places[0]) <= EXCHANGED_WORDS


def _exchanged_word(comparison: Comparison, change: Change) -> Iterator[Fault]:
    """Yield a fault for a word put in place of one that says the contrary."""
    best = comparison.best
    if best is None:
        return
    opposites = lexicon(comparison.material.language).opposites
    for word in comparison.reading.words:
        if not change.places[0] <= word.place < change.places[1]:
            continue
        contrary = frozenset(o for concept in word.concepts for o in opposites.get(concept, frozenset()))
        replaced = [w for w in best.reading.words if change.their_places[0] <= w.place < change.their_places[1]]
        for other in replaced:
            if _is_said_besides(comparison, word, other):
                continue
            if other.concepts & contrary and not other.concepts & word.concepts and other.root != word.root:
                yield Fault("antonym", word.start, word.end, best.reading.text[other.start : other.end], is_red=True)
                return


def _is_said_besides(comparison: Comparison, word: Word, other: Word) -> bool:
    """Whether the passage says both, in another place and of something else, and the sentence only the one."""
    best = comparison.best
    if best is None or not any(
        each.root == word.root
        and any(change.their_places[0] <= each.place < change.their_places[1] for change in comparison.changes)
        for each in best.reading.words
    ):
        return False
    mine, theirs = _word_behind(comparison.reading, word), _word_behind(best.reading, other)
    return mine is None or theirs is None or mine.root != theirs.root


def _word_behind(reading: Reading, word: Word) -> Word | None:
    """Return the next word that tells something."""
    return next((each for each in reading.words if each.start >= word.end and each.weight >= 1.0), None)


def _exchanged_small_word(comparison: Comparison, change: Change) -> Iterator[Fault]:
    """Yield a fault for `avant` put in place of `après`, `moins` in place of `plus`."""
    best = comparison.best
    if best is None:
        return
    mine = comparison.reading.folded[slice(*change.places)]
    theirs = best.reading.folded[slice(*change.their_places)]
    for pair in CONTRARY:
        for one, other in (pair, pair[::-1]):
            if one in mine and other in theirs and one not in theirs and other not in mine:
                place = change.places[0] + mine.index(one)
                # `au moins 6000` is no opposite of `plus de 6000`.
                if place and comparison.reading.folded[place - 1] in ("au", "at"):
                    continue
                start, end = comparison.reading.spans[place]
                there = best.reading.spans[change.their_places[0] + theirs.index(other)][0]
                if comparison.changes_sides(best, start, there):
                    continue
                yield Fault("antonym", start, end, other, is_red=True)
                return


def _exchanged_mood(comparison: Comparison, change: Change) -> Iterator[Fault]:
    """Yield a fault for a plain or certain verb put in place of a conditional."""
    best = comparison.best
    if best is None:
        return
    language = comparison.material.language
    lost = [mark for mark in conditionals(best.reading.text, language) if _inside(change.theirs, mark.start, mark.end)]
    # Behind a comma, the clause of the conditional is left out as a whole: no other verb stands in its place.
    lost = [mark for mark in lost if "," not in best.reading.text[change.theirs[0] : mark.start]]
    here = comparison.reading.text[slice(*change.mine)]
    is_short = max(change.their_places[1] - change.their_places[0], change.places[1] - change.places[0]) <= MOOD_WORDS
    if lost and is_short and not possibilities(here, language):
        yield Fault("modality", *change.mine, best.reading.text[slice(*change.theirs)], is_red=True)


def _added(comparison: Comparison, change: Change) -> Iterator[Fault]:
    """Yield an amber fault for a stretch put in that no single sentence of the sources tells."""
    tokens = change.places[1] - change.places[0]
    if tokens < ADDED_WORDS or change.their_places[1] - change.their_places[0] > tokens // 2:
        return
    content = [
        word
        for word in comparison.reading.words
        if change.places[0] <= word.place < change.places[1] and word.weight >= 1.0
    ]
    if content and not _told_together(comparison, content):
        yield Fault("addition", content[0].start, content[-1].end, "", is_red=False)


def _told_together(comparison: Comparison, content: list[Word]) -> bool:
    """Whether one sentence of the sources holds these words, or the best passage and its neighbours most of them."""
    near = comparison.window[:3]
    if all(any(means_same(told.reading, word) for told in near) for word in content):
        return True
    return len(content) > 1 and any(
        sum(word.root in told.reading.roots for word in content) >= 0.7 * len(content)
        for told in comparison.material.sentences
    )
