"""Sentences that turn what their passage says: denied or affirmed, made certain, said the contrary, roles exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from assistant.facts.attribution import is_attributed, is_conditional
from assistant.facts.fault import Comparison, Fault, means_same, share_meaning
from assistant.facts.lexicon import lexicon, stems_of
from assistant.facts.material import Told
from assistant.facts.reading import Reading, Word
from assistant.facts.stance import Mark, certainties, conditionals, is_future, negations, possibilities

Denials = tuple[tuple[Mark, tuple[Word, ...]], ...]
CARRIED: Final = 0.5
"""Coverage by the best passage from which a turned meaning can be told from another subject. House rule."""


def meaning_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield the red faults of meaning; none where the sentence stands too far from its passages to tell."""
    best = comparison.best
    if best is None:
        return
    yield from _negation_faults(comparison, best)
    yield from _modality_faults(comparison, best)
    yield from _antonym_faults(comparison)


def _language(comparison: Comparison) -> str:
    return comparison.material.language


def _negated(reading: Reading, language: str) -> Denials:
    """Return each negation of a reading with the words that it denies."""
    return tuple(
        (mark, tuple(word for word in reading.words if mark.reach[0] <= word.start < mark.reach[1]))
        for mark in negations(reading.text, language)
    )


def _negation_faults(comparison: Comparison, best: Told) -> Iterator[Fault]:
    """Yield a fault where a word is denied in the sentence and affirmed in the passage, or the other way round."""
    language = _language(comparison)
    mine, theirs = comparison.reading, best.reading
    my_marks, their_marks = _negated(mine, language), _negated(theirs, language)
    if comparison.alignment.best_coverage < CARRIED or len(my_marks) == len(their_marks) == 0:
        return
    if _has_opposite(comparison, mine, theirs):
        return
    fault = _denied_here(comparison, theirs, my_marks, their_marks) or _denied_there(
        comparison, theirs, my_marks, their_marks
    )
    if fault is not None:
        yield fault


def _heads(words: tuple[Word, ...]) -> list[Word]:
    """Return the first words of a negation that can be what it denies: no adverbs."""
    plain = [word for word in words if not word.folded.endswith(("ment", "ly"))]
    return ([word for word in plain if word.weight > 0.5] or plain)[:2]


def _denied_here(comparison: Comparison, theirs: Reading, mine: Denials, others: Denials) -> Fault | None:
    """Return the fault of a word that the sentence denies and the passage affirms."""
    for mark, words in mine:
        heads = _heads(words)
        for word in heads if comparison.is_near_copy else heads[:1]:
            twin = _twin(word, theirs, exact=comparison.is_near_copy)
            if twin is None or _is_denied(twin, others) or _softened(theirs, twin):
                continue
            if _is_denied_elsewhere(comparison, word):
                continue
            is_anchored = twin.root == word.root or (
                _around(comparison, word, theirs, twin) and not _is_named_thing(theirs, twin)
            )
            if comparison.is_near_copy or (not others and _is_verb(word, mark) and is_anchored):
                expected = theirs.text[twin.start : twin.end]
                return Fault("negation", mark.start, max(mark.end, word.end), expected, is_red=True)
    return None


def _is_denied_elsewhere(comparison: Comparison, word: Word) -> bool:
    """Whether a further passage denies the word too."""
    language = _language(comparison)
    return any(
        other.root == word.root
        for told in comparison.evidence[1:]
        for _, words in _negated(told.reading, language)
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
            plain = word is words[0] and _same_form(word, twin) and not _is_refused(comparison.reading)
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
    "avant d", "avant qu", "before ",
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


def _is_denied(word: Word, marks: Denials) -> bool:
    return any(word in words for _, words in marks)


def _has_opposite(comparison: Comparison, mine: Reading, theirs: Reading) -> bool:
    lexical = lexicon(_language(comparison))
    return (
        any(lexical.opposites.get(concept, frozenset()) & theirs.concepts for concept in mine.concepts)
        and not comparison.is_near_copy
    )


def _modality_faults(comparison: Comparison, best: Told) -> Iterator[Fault]:
    """Yield a fault where what the passage leaves open has become a fact, or has become certain."""
    language = _language(comparison)
    mine = comparison.reading
    if comparison.alignment.best_coverage < 0.4:
        return
    is_open = possibilities(mine.text, language) or mine.concepts & _open_concepts(language)
    if not is_open and not _attributes(mine.text, language):
        for mark in possibilities(best.reading.text, language):
            if _is_plan_told_as_future(mark, best.reading, mine):
                continue
            shared = _governed_and_shared(mark, best.reading, mine)
            if len(shared) >= GOVERNED or (len(shared) >= 2 and comparison.is_near_copy):
                start, end = _main_verb(comparison, shared)
                yield Fault("modality", start, end, _marked(best.reading, mark), is_red=True)
                return
    for told in comparison.evidence[:2]:
        sure = certainties(mine.text, language)
        partial = possibilities(told.reading.text, language)
        if sure and partial and not certainties(told.reading.text, language):
            yield Fault("modality", sure[0].start, sure[0].end, _marked(told.reading, partial[0]), is_red=True)
            return
    fault = next(iter(_lost_conditional(comparison, best)), None) or _lost_possibility(comparison)
    if fault is not None:
        yield fault


def _lost_possibility(comparison: Comparison) -> Fault | None:
    """Return the fault of a deed that a passage only thinks possible, told as done or sure to be done."""
    language = _language(comparison)
    mine = comparison.reading
    if possibilities(mine.text, language) or mine.concepts & _open_concepts(language):
        return None
    if _attributes(mine.text, language) or is_conditional(mine.text, language):
        return None
    for told in comparison.evidence[:2]:
        if comparison.share_told(told) < SAME_DEED:
            continue
        for mark in possibilities(told.reading.text, language):
            if _is_plan_told_as_future(mark, told.reading, mine):
                continue
            verb = _deed_left_open(mark, told.reading)
            twin = next((word for word in mine.words if verb is not None and word.root == verb.root), None)
            if twin is None or _is_quoted(mine, twin) or not _told_alone(comparison, told, twin):
                continue
            if not _is_named_thing(mine, twin) or _is_copula(mark, told.reading):
                return Fault("modality", twin.start, twin.end, _marked(told.reading, mark), is_red=True)
    return None


_PLANS: Final = ("prév", "prev", "projet", "compt", "doi", "devr", "plan", "intend", "expect")


def _is_plan_told_as_future(mark: Mark, passage: Reading, mine: Reading) -> bool:
    """Whether the passage plans what the sentence tells in the future: `prévoit`, `will`; nothing is made surer."""
    is_plan = passage.text[mark.start : mark.end].lower().startswith(_PLANS)
    return is_plan and is_future(mine.text, mine.language)


def _deed_left_open(mark: Mark, passage: Reading) -> Word | None:
    """Return the verb that the mark leaves open: itself, or the first word that tells something behind it."""
    own = [word for word in passage.words if mark.start <= word.start < mark.end and word.weight >= 1.0]
    behind = [
        word
        for word in passage.words
        if mark.end <= word.start < min(mark.reach[1], mark.end + VERB_REACH)
        and (word.weight >= 1.0 or word.folded.endswith(_INFINITIVE))
    ]
    if _is_copula(mark, passage):
        behind = behind[1:]
    found = [word for word in own if conditionals(passage.text[word.start : word.end], passage.language)] or behind
    return found[0] if found and not found[0].capital else None


def _is_quoted(reading: Reading, word: Word) -> bool:
    return any(one.span[0] <= word.start < one.span[1] for one in reading.quotations)


_COPULA: Final = re.compile(r"^ ?(?:d['’]être|de? ?devenir|devenir|être|to be(?:come)?|be(?:come)?|becoming)\b")


def _is_copula(mark: Mark, passage: Reading) -> bool:
    """Whether the mark leaves open what something is: `en voie de devenir le premier marché`."""
    return bool(_COPULA.match(passage.text, mark.end))


_INFINITIVE: Final = ("er", "ir", "re")
_ARTICLES: Final = frozenset(
    "le la les l un une des du au aux ce cette ces son sa ses leur leurs the a an its".split()  # noqa: SIM905 - a list
)


def _is_named_thing(reading: Reading, word: Word) -> bool:
    """Whether an article makes the word a noun: `la prescription`."""
    return word.place > 0 and reading.folded[word.place - 1] in _ARTICLES - (
        {"a"} if reading.language == "fr" else set()
    )


def _told_alone(comparison: Comparison, told: Told, twin: Word) -> bool:
    """Whether no other passage tells the deed, perhaps as done."""
    return not any(twin.root in other.reading.roots for other in comparison.window if other is not told)


SAME_DEED: Final = 0.6
"""Share of a sentence's words besides names that a passage tells when it speaks of the same deed. House rule."""
VERB_REACH: Final = 25
GOVERNED: Final = 3
"""Words behind `pourrait` or `en voie de` that the sentence has to tell before it is said to make them a fact."""
_OPEN: Final = {
    "fr": "souhaiter espérer vouloir proposer envisager projet possible probable prévoir promettre craindre demander "
    "perspective ambition tenter appelé lorgner chercher menacer inviter invitation accepter",
    "en": "wish hope want propose consider plan possible probable promise fear ask prospect ambition try seek threaten "
    "invite accept",
}


@lru_cache(maxsize=2)
def _open_concepts(language: str) -> frozenset[int]:
    """Return what words of wishing, planning and fearing mean: who tells a wish as a wish makes no fact of it."""
    known = lexicon(language).concepts
    return frozenset(
        c for key in stems_of(_OPEN["fr" if language == "fr" else "en"], language) for c in known.get(key, ())
    )


def _governed_and_shared(mark: Mark, passage: Reading, mine: Reading) -> list[Word]:
    """Return the words of the sentence that tell one of the six words behind the mark."""
    governed = [word for word in passage.words if mark.end <= word.start + 1 and word.start < mark.reach[1] + 20][:6]
    return [word for word in mine.words if word.weight > 0.5 and any(share_meaning(word, other) for other in governed)]


def _main_verb(comparison: Comparison, shared: list[Word]) -> tuple[int, int]:
    """Return the stretch of the sentence from its verb to the first word that the passage leaves open."""
    first = shared[0]
    text = comparison.reading.text
    start = text.rfind(" ", 0, max(0, first.start - 1)) + 1 if first.start > 1 else first.start
    return (start if first.start - start <= 25 else first.start), max(
        first.end, shared[-1].end if len(shared) == 1 else first.end
    )


def _lost_conditional(comparison: Comparison, best: Told) -> Iterator[Fault]:
    """Yield a fault where the passage's verb in the conditional became a plain one of the same root or meaning."""
    language = _language(comparison)
    mine = comparison.reading
    own = possibilities(mine.text, language)
    if not comparison.is_near_copy and mine.concepts & _open_concepts(language):
        return
    for mark in conditionals(best.reading.text, language):
        shared = [word for word in mine.words if _in_clause_of(word, mark, best.reading)]
        enough = len(shared) >= (2 if comparison.is_near_copy else 3)
        if not enough or not _verb_is_shared(mark, best.reading, mine) or comparison.alignment.best_coverage < 0.55:
            continue
        first, last = min(word.start for word in shared), max(word.end for word in shared)
        if any(other.start < last + 20 and first - 40 < other.end for other in own) or _attributes(mine.text, language):
            continue
        start, end = _verb_place(comparison, best.reading, mark, (first, last))
        yield Fault("modality", start, end, best.reading.text[mark.start : mark.end], is_red=True)
        return


def _verb_is_shared(mark: Mark, passage: Reading, mine: Reading) -> bool:
    """Whether the sentence tells what the conditional is about: its own verb or one of the next two words."""
    behind = [word for word in passage.words if word.end > mark.start and word.start < mark.reach[1]]
    own = [word for word in behind if word.start < mark.end]
    following = [word for word in behind if word.start >= mark.end][: 2 if not own else 1]
    return any(
        word.root in mine.roots or (word.concepts & mine.concepts) for word in (*own, *following) if word.weight > 0.5
    )


def _attributes(text: str, language: str) -> bool:
    return is_attributed(text, language) and not text.lower().startswith(
        ("selon l", "d’après la même", "comme le rapporte")
    )


def _verb_place(comparison: Comparison, passage: Reading, mark: Mark, clause: tuple[int, int]) -> tuple[int, int]:
    """Return the words of the sentence that stand where the passage has its conditional."""
    before = [word for word in passage.words if word.end <= mark.start][-1:]
    twin = next((word for word in comparison.reading.words if before and word.root == before[0].root), None)
    start = twin.end + 1 if twin else max(0, clause[0] - 1)
    text = comparison.reading.text
    after = [word for word in passage.words if word.start >= mark.end][:1]
    behind = next(
        (word for word in comparison.reading.words if after and word.root == after[0].root and word.start >= start),
        None,
    )
    end = behind.end if behind else min(len(text), start + 25)
    while start < end and text[start : start + 1].isspace():
        start += 1
    return (start, end) if end - start <= 60 else (start, start + 40)


def _in_clause_of(word: Word, mark: Mark, passage: Reading) -> bool:
    return any(
        mark.reach[0] <= other.start < mark.reach[1]
        and (other.root == word.root or (other.concepts & word.concepts and word.weight > 0.5))
        for other in passage.words
    )


def _marked(reading: Reading, mark: Mark) -> str:
    return reading.text[mark.start : mark.end]


def _antonym_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault where the sentence says the contrary of a word of its passage, and says the rest alike."""
    language = _language(comparison)
    lexical = lexicon(language)
    best = comparison.best
    if best is None:
        return
    mine = comparison.reading
    my_marks, their_marks = _negated(mine, language), _negated(best.reading, language)
    for word in mine.words:
        contrary = frozenset(o for concept in word.concepts for o in lexical.opposites.get(concept, frozenset()))
        if not contrary or means_same(best.reading, word) or _is_told_by_another(comparison, word, best):
            continue
        for other in best.reading.words:
            if (
                min(word.weight, other.weight) < 1.0
                or not (other.concepts & contrary & lexical.strict)
                or not word.concepts & lexical.strict
                or other.root in mine.roots
                or other.concepts & mine.concepts
            ):
                continue
            if _is_denied(word, my_marks) != _is_denied(other, their_marks):
                continue
            is_main = comparison.reading.words.index(word) <= 1 and best.reading.words.index(other) <= 4
            if (is_main or _around(comparison, word, best.reading, other)) and _rest_is_carried(comparison, word):
                yield Fault("antonym", word.start, word.end, best.reading.text[other.start : other.end], is_red=True)
                return


def _is_told_by_another(comparison: Comparison, word: Word, best: Told) -> bool:
    """Whether another passage, that tells no less of the sentence, holds the word."""
    least = comparison.share_told(best)
    return any(
        word.root in told.reading.roots and comparison.share_told(told) >= least
        for told in comparison.evidence
        if told is not best
    )


def _around(comparison: Comparison, word: Word, passage: Reading, other: Word) -> bool:
    """Whether the two words stand among the same words."""
    mine = list(comparison.words_near(comparison.reading, word.start, word.end, 4))
    theirs = list(comparison.words_near(passage, other.start, other.end, 5))
    return any(share_meaning(one, two) for one in mine if one.weight > 0.5 for two in theirs)


def _rest_is_carried(comparison: Comparison, word: Word) -> bool:
    rest = [
        (strength, each.weight)
        for each, strength in zip(comparison.reading.words, comparison.alignment.carried, strict=True)
        if each is not word
    ]
    total = sum(weight for _, weight in rest)
    return bool(total) and sum(strength * weight for strength, weight in rest) / total >= CARRIED
