"""A sentence that repeats its passage with a word or two exchanged: which of the changes alter a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from assistant.facts.agreement import agree
from assistant.facts.date_faults import fits
from assistant.facts.fault import CONTRARY, Change, Comparison, Fault, means_same
from assistant.facts.lexicon import lexicon
from assistant.facts.names import likeness, whole
from assistant.facts.numbers import Quantity
from assistant.facts.reading import Reading, Word
from assistant.facts.speakers import speakers
from assistant.facts.stance import conditionals, possibilities
from assistant.lang import pack
from assistant.model import Span
from assistant.text.words import fold

ADDED_WORDS: Final = 3
"""Words put in a row that make an addition. House rule: two are a turn of phrase."""
SAME_VALUE: Final = 1e-9
OTHER_WORDS: Final = 2
"""Words besides two names in a changed stretch from which a clause changed its place. House rule."""
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
            yield from _exchanged_name(comparison, change)
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
    if _turns_round(comparison, mine[0], theirs):
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


def _exchanged_name(comparison: Comparison, change: Change) -> Iterator[Fault]:
    best = comparison.best
    if best is None:
        return
    mine = _capitals(comparison.reading, change.places, comparison)
    theirs = _capitals(best.reading, change.their_places, comparison)
    if not mine or not theirs:
        return
    if any(_same_name(comparison, one, other) for one in mine for other in theirs) or (
        _belongs_to_known(comparison, mine) and not _is_part_of_twin(comparison, mine, theirs)
    ):
        return
    start, end = whole(comparison.reading.text, mine[0].start, mine[-1].end)
    first, last = whole(best.reading.text, theirs[0].start, theirs[-1].end)
    kind_moved = _is_of_passage(comparison, mine)
    if kind_moved and (_moved_with_its_clause(comparison, change) or _is_clause_moved(comparison)):
        return
    if kind_moved and not all(word.folded in comparison.reading.folded for word in theirs):
        # Nobody took the other one's place who is a party of the same passage: the deed is told from another side.
        return
    if not kind_moved and _is_meant_by_pronoun(comparison, mine):
        return
    if _only_tells(best.reading, first) and not _only_tells(comparison.reading, start):
        return
    yield Fault("role" if kind_moved else "name", start, end, best.reading.text[first:last], is_red=True)


def _is_of_passage(comparison: Comparison, words: list[Word]) -> bool:
    """Whether the passage names elsewhere whom the words name, perhaps shorter: `Kim` for `Kim Jong-un`."""
    best = comparison.best
    known = set(best.reading.folded) if best else set()
    if {word.folded for word in words} <= known:
        return True
    named = [name for name in comparison.names if any(name.start <= word.start < name.end for word in words)]
    own = {word.folded for word in words}
    text = comparison.reading.text
    return bool(named) and all(
        own & known & set(name.parts) and not _OF.search(text, name.start, name.end) for name in named
    )


_OF: Final = re.compile(r" (?:d[eu] |des |d['’]|of )")
"""What makes a name another one than its last part: `accord de Paris`."""


def _only_tells(reading: Reading, start: int) -> bool:
    """Whether what stands there is named only as the one who tells the deed: `l’agence a indiqué que`."""
    spans = speakers(reading.text, reading.language)
    return any(first <= start < last and "," not in reading.text[first:start] for first, last in spans)


def _belongs_to_known(comparison: Comparison, words: list[Word]) -> bool:
    """Whether the words only make a name of the passage longer: `Vladimir Poutine` for `Poutine`."""
    best = comparison.best
    known = {part for name in best.names for part in name.parts} if best else set()
    changed = {word.folded for word in words}
    return any(
        any(name.start <= word.start < name.end for word in words) and set(name.parts) - changed & known
        for name in comparison.names
        if set(name.parts) - changed and (set(name.parts) - changed) & known
    )


def _is_part_of_twin(comparison: Comparison, mine: list[Word], theirs: list[Word]) -> bool:
    """Whether one part of a name took another part's place: `HLM de Lyon` for `HLM de Paris`."""
    best = comparison.best
    own = {part for n in comparison.names if any(n.start <= w.start < n.end for w in mine) for part in n.parts}
    return best is not None and any(
        own & set(name.parts) and any(name.start <= word.start < name.end for word in theirs) for name in best.names
    )


def _moved_with_its_clause(comparison: Comparison, change: Change) -> bool:
    """Whether the words around are moved as well, so that a clause only changed its place."""
    return change.places[1] - change.places[0] > 4


def _is_clause_moved(comparison: Comparison) -> bool:
    """Whether other words change their place with a name: `Né à Lens, X` for `X, fondé à Lens`."""
    for change in comparison.changes:
        mine = _capitals(comparison.reading, change.places, comparison)
        theirs = _capitals(comparison.best.reading, change.their_places, comparison) if comparison.best else []
        own, their = change.places[1] - change.places[0], change.their_places[1] - change.their_places[0]
        if (mine or theirs) and own - len(mine) + their - len(theirs) >= OTHER_WORDS:
            return True
    return False


_PRONOUN: Final = re.compile(
    r"^(?:il|elle|ils|elles|celui-ci|celle-ci|ce dernier|cette dernière|he|she|they|it)\b", re.IGNORECASE
)


def _is_meant_by_pronoun(comparison: Comparison, mine: list[Word]) -> bool:
    """Whether the passage opens with a pronoun that the sentence before it gives this name."""
    best = comparison.best
    if best is None or best.number == 0 or not _PRONOUN.match(best.reading.text):
        return False
    before = comparison.material.sentences[best.number - 1]
    return before.source == best.source and all(word.root in before.reading.roots for word in mine)


def _capitals(reading: Reading, places: Span, comparison: Comparison) -> list[Word]:
    """Return the words with a capital in that stretch; the first word of a sentence only when it is known as a name."""
    return [
        word
        for word in reading.words
        if places[0] <= word.place < places[1] and word.capital and (word.start > 0 or _opens_as_name(word, comparison))
    ]


def _opens_as_name(word: Word, comparison: Comparison) -> bool:
    """Whether the first word of a sentence may be a name: used as one elsewhere, or no word that is known otherwise."""
    material = comparison.material
    if material.is_name(word.folded):
        return True
    is_plain = word.weight < 1.0 or word.folded.endswith(("s", "ment", "ly")) or material.is_ordinary(word.folded)
    return not is_plain and word.folded not in _transition_words(material.language)


@lru_cache(maxsize=4)
def _transition_words(language: str) -> frozenset[str]:
    return frozenset(fold(word) for phrase in pack(language).transitions for word in phrase.replace("’", " ").split())


def _same_name(comparison: Comparison, one: Word, other: Word) -> bool:
    places = lexicon(comparison.material.language).places
    if likeness(one.folded, other.folded) or one.concepts & other.concepts & places:
        return True
    return one.folded[0] == other.folded[0] and min(len(one.folded), len(other.folded)) == 1


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
        for other in best.reading.words:
            if not change.their_places[0] <= other.place < change.their_places[1]:
                continue
            if other.concepts & contrary and not other.concepts & word.concepts and other.root != word.root:
                yield Fault("antonym", word.start, word.end, best.reading.text[other.start : other.end], is_red=True)
                return


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
