"""Words denied where the sources affirm them, and affirmed where the sources deny them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.facts.fault import Comparison, Fault, is_named_thing
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Told
from assistant.facts.reading import Reading, Word
from assistant.facts.stance import Mark, negations

Denials = tuple[tuple[Mark, tuple[Word, ...]], ...]
CARRIED: Final = 0.5
"""Coverage by the best passage from which a turned meaning can be told from another subject. House rule."""


def negated(reading: Reading, language: str) -> Denials:
    """Return each negation of a reading with the words that it denies."""
    return tuple(
        (mark, tuple(word for word in reading.words if mark.reach[0] <= word.start < mark.reach[1]))
        for mark in negations(reading.text, language)
    )


def negation_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault where a word is denied in the sentence and affirmed in the passage, or the other way round."""
    best = comparison.best
    if best is None:
        return
    language = comparison.material.language
    mine, theirs = comparison.reading, best.reading
    my_marks, their_marks = negated(mine, language), negated(theirs, language)
    if comparison.alignment.best_coverage < CARRIED or len(my_marks) == len(their_marks) == 0:
        return
    if _has_opposite(comparison, mine, theirs):
        return
    fault = _denied_here(comparison, theirs, my_marks, their_marks) or _denied_there(
        comparison, theirs, my_marks, their_marks
    )
    if fault is not None:
        yield fault
    elif my_marks and not their_marks:
        yield from _denied_besides(comparison, my_marks)


def _denied_besides(comparison: Comparison, mine: Denials) -> Iterator[Fault]:
    """Yield the fault of a verb that a further passage affirms, where the best one does not tell it at all."""
    best = comparison.best
    for mark, words in mine:
        for word in _heads(words)[:1]:
            if best is None or _twin(word, best.reading, exact=False) is not None or not _is_verb(word, mark):
                continue
            if word.capital or _is_subject(comparison.reading.text, mark, word):
                continue
            for told in comparison.evidence[1:]:
                twin = _twin(word, told.reading, exact=True)
                if twin is not None and _particle(comparison.reading, word) != _particle(told.reading, twin):
                    continue
                others = negated(told.reading, comparison.material.language)
                if twin is None or others or _softened(told.reading, twin) or is_named_thing(told.reading, twin):
                    continue
                expected, is_red = _clause(told.reading, twin), _tells_more(comparison, told, word)
                yield Fault("negation", mark.start, max(mark.end, word.end), expected, is_red=is_red)
                return


_PARTICLE: Final = re.compile(r" (out|up|off|down|over|away|back)\b")


def _particle(reading: Reading, word: Word) -> str:
    """Return the small word that makes an English verb another one: `ruled out` is not `ruled`."""
    found = _PARTICLE.match(reading.text, word.end) if reading.language == "en" else None
    return found[1] if found else ""


def _tells_more(comparison: Comparison, told: Told, verb: Word) -> bool:
    """Whether the passage is of the same source, or shares more than the verb: else it is another story's deed."""
    best = comparison.best
    return (best is not None and best.source == told.source) or any(
        word.root in told.reading.all_roots
        for word in comparison.reading.words
        if word.weight >= 1.0 and word is not verb and word.root != verb.root
    )


_AUXILIARIES: Final = frozenset({"avoir", "etre", "ete", "have", "has", "had", "be", "been"})


def _heads(words: tuple[Word, ...]) -> list[Word]:
    """Return the first words of a negation that can be what it denies: no adverbs."""
    plain = [word for word in words if not word.folded.endswith(("ment", "ly")) and word.folded not in _AUXILIARIES]
    return ([word for word in plain if word.weight > 0.5] or plain)[:2]


def _denied_here(comparison: Comparison, theirs: Reading, mine: Denials, others: Denials) -> Fault | None:
    """Return the fault of a word that the sentence denies and the passage affirms."""
    mine_text = comparison.reading.text
    for mark, words in mine:
        heads = _heads(words)
        for word in heads if comparison.is_near_copy else heads[:1]:
            twin = _twin(word, theirs, exact=comparison.is_near_copy)
            if twin is None or is_denied(twin, others) or _softened(theirs, twin):
                continue
            if not comparison.is_near_copy and (word.capital or _is_subject(mine_text, mark, word)):
                continue
            if _is_denied_elsewhere(comparison, word) or _is_lost(comparison, mark, word):
                continue
            if _NEVER_BEFORE.search(comparison.reading.text) and _tells_first(comparison):
                continue
            is_anchored = twin.root == word.root or (
                comparison.stands_around(word, theirs, twin) and not is_named_thing(theirs, twin)
            )
            if comparison.is_near_copy or (not others and _is_verb(word, mark) and is_anchored):
                expected = theirs.text[twin.start : twin.end]
                return Fault("negation", mark.start, max(mark.end, word.end), expected, is_red=True)
    return None


# `Aucun dirigeant n’était venu depuis 2021` is the first visit since then.
_NEVER_BEFORE: Final = re.compile(
    r"\b(?:aucune?|jamais|personne|no|never|nobody)\b.*\b(?:depuis|avant|jusque|auparavant|since|before|until|ever)\b|"
    r"\b(?:jamais encore|encore jamais|never yet|never)\b",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(r"\b(?:premi(?:er|ère)s?|inédite?s?|sans précédent|first|unprecedented)\b", re.IGNORECASE)


def _tells_first(comparison: Comparison) -> bool:
    """Whether the source of the best passage tells something for the first time: nobody had done it before."""
    best, material = comparison.best, comparison.material
    source = best.source if best else None
    return material.remember(
        ("told for the first time", source),
        lambda: any(each.source == source and bool(_FIRST.search(each.reading.text)) for each in material.sentences),
    )


_NE: Final = re.compile(r"\b(?:ne |n['’])")


def _is_subject(text: str, mark: Mark, word: Word) -> bool:
    """Whether the word stands before the verb that the negation denies: `jamais une femme n’avait reçu`."""
    particle = _NE.search(text, mark.start, mark.end)
    return particle is not None and word.start < particle.start()


def _is_lost(comparison: Comparison, mark: Mark, word: Word) -> bool:
    """Whether the sentence says that something is there no longer: `n’a plus de chef` after its chef has left."""
    text = comparison.reading.text
    return "plus" in text[mark.start : mark.end].split() and text[: word.start].endswith((" de ", " d’", " d'"))


def _is_denied_elsewhere(comparison: Comparison, word: Word) -> bool:
    """Whether a further passage denies the word too."""
    language = comparison.material.language
    return any(
        other.root == word.root
        for told in comparison.evidence[1:]
        for _, words in negated(told.reading, language)
        for other in words
    )


def _denied_there(comparison: Comparison, theirs: Reading, mine: Denials, others: Denials) -> Fault | None:
    """Return the fault of a word that the passage denies and the sentence affirms."""
    if mine:
        return None
    for _, words in others:
        for word in _heads(words):
            twin = _twin(word, comparison.reading, exact=comparison.is_near_copy)
            if twin is None:
                continue
            plain = word is _heads(words)[0] and _same_form(word, twin) and not _is_refused(comparison.reading)
            if comparison.is_near_copy or plain:
                return Fault("negation", twin.start, twin.end, _clause(theirs, word), is_red=True)
    return None


def _is_verb(word: Word, mark: Mark) -> bool:
    return word.start - mark.reach[0] < 25


def _same_form(word: Word, twin: Word) -> bool:
    return word.root == twin.root and word.weight > 0.5


_REFUSALS: Final = ("refus", "reje", "dem", "ni", "echou", "impossib", "absen", "manqu", "sans")


def _is_refused(reading: Reading) -> bool:
    return any(word.root.startswith(_REFUSALS) for word in reading.words)


_SOFTENING: Final = (
    "loin de", "loin d’", "loin d'", "refus", "trop ", "peine à", "non ", "cess", "arrêt", "renonc", "abandon",
    "interdi", "empêch", "évit", "suspen", "annul", "supprim", "priv", "gel", "exclu", "perd", "plus de ", "sans ",
    "avant d", "avant qu", "before ", "faute d", "absence d", "manque d", "défaut d", "lack of",
    "fail", "refuse", "without", "stop", "avoid", "prevent", "ban", "suspend", "cancel", "scrap", "exclud",
)  # fmt: skip


def _softened(reading: Reading, twin: Word) -> bool:
    """Whether the passage says the word of a refusal or a lack: `loin d’avoir`, `a refusé de`."""
    before = reading.text[max(0, twin.start - 40) : twin.start].lower()
    return any(mark in before for mark in _SOFTENING)


def _clause(reading: Reading, word: Word) -> str:
    start = max(0, reading.text.rfind(" ", 0, max(0, word.start - 12)) + 1)
    return reading.text[start : word.end + 12].strip()


def _twin(word: Word, reading: Reading, *, exact: bool) -> Word | None:
    same = [other for other in reading.words if other.root == word.root]
    if same:
        return same[0]
    if word.weight < 0.5 or exact:
        return None
    return next((other for other in reading.words if other.concepts & word.concepts and other.weight >= 0.5), None)


def is_denied(word: Word, marks: Denials) -> bool:
    """Whether one of the negations denies the word."""
    return any(word in words for _, words in marks)


def _has_opposite(comparison: Comparison, mine: Reading, theirs: Reading) -> bool:
    lexical = lexicon(comparison.material.language)
    return (
        any(lexical.opposites.get(concept, frozenset()) & theirs.concepts for concept in mine.concepts)
        and not comparison.is_near_copy
    )
