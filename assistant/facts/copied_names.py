"""A near copy with another name in it: whether somebody took the place of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from assistant.facts.acronyms import is_acronym
from assistant.facts.fault import Change, Comparison, Fault
from assistant.facts.lexicon import lexicon
from assistant.facts.names import likeness, whole
from assistant.facts.reading import Reading, Word
from assistant.facts.speakers import speakers
from assistant.lang import pack
from assistant.model import Span
from assistant.text.words import fold

OTHER_WORDS: Final = 2
"""Words besides two names in a changed stretch from which a clause changed its place. House rule."""


def exchanged_name(comparison: Comparison, change: Change) -> Iterator[Fault]:
    """Yield a fault for a name put in place of another one, unless the passage means the same or another side tells."""
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
    if len(mine) == 1 and is_acronym(mine[0].folded, comparison.reading.text[start:end], comparison.material):
        return
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


_OWNER: Final = re.compile(r"^(?:son|sa|ses|leurs?|its|their)\b", re.IGNORECASE)


def _is_meant_by_pronoun(comparison: Comparison, mine: list[Word]) -> bool:
    """Whether the passage opens with a pronoun that the sentence before it gives this name.

    What the delegate of a union says is what the union says: `Son délégué` after a sentence about it.
    """
    best = comparison.best
    if best is None or best.number == 0:
        return False
    if not _PRONOUN.match(best.reading.text) and not _OWNER.match(best.reading.text):
        return False
    before = comparison.material.sentences[best.number - 1]
    if any(word.folded in comparison.material.family_names for word in mine) and _OWNER.match(best.reading.text):
        return False
    return before.source == best.source and all(word.root in before.reading.roots for word in mine)


def _capitals(reading: Reading, places: Span, comparison: Comparison) -> list[Word]:
    """Return the words with a capital in that stretch; the first word of a sentence only when it is known as a name."""
    return [
        word
        for word in reading.words
        if places[0] <= word.place < places[1]
        and word.capital
        and (word.start > 0 or _opens_as_name(word, comparison))
        and not any(moment.start <= word.start < moment.end for moment in reading.moments)
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
