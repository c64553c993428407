"""What the sources leave open, told as a fact: conditionals, plans, hopes and doubts lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from assistant.facts.attribution import is_attributed, is_conditional
from assistant.facts.fault import Comparison, Fault, is_named_thing, share_meaning
from assistant.facts.lexicon import lexicon, stems_of
from assistant.facts.material import Told
from assistant.facts.reading import Reading, Word
from assistant.facts.stance import Mark, certainties, conditionals, conditions, is_future, possibilities


def modality_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault where what the passage leaves open has become a fact, or has become certain."""
    best = comparison.best
    if best is None:
        return
    language = comparison.material.language
    mine = comparison.reading
    if comparison.alignment.best_coverage < 0.4:
        return
    is_open = possibilities(mine.text, language) or _tells_wish(comparison, best.reading)
    if not is_open and not _attributes(mine.text, language):
        for mark in possibilities(best.reading.text, language):
            if _is_plan_told_as_future(mark, best.reading, mine):
                continue
            shared = _governed_and_shared(mark, best.reading, mine)
            if len(shared) >= GOVERNED or (len(shared) >= 2 and comparison.is_near_copy):
                start, end = _main_verb(comparison, shared)
                # Names alone do not make it the same deed: they stand in both halves of a sentence.
                is_red = any(not word.capital for word in shared)
                yield Fault("modality", start, end, _marked(best.reading, mark), is_red=is_red)
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


def _tells_wish(comparison: Comparison, passage: Reading) -> bool:
    """Whether the sentence tells a wish, a plan or a fear as such; a deed that the passage leaves open is none."""
    language = comparison.material.language
    left_open = {
        word.root
        for mark in possibilities(passage.text, language)
        for word in passage.words
        if mark.end <= word.start < mark.reach[1]
    }
    wishes = _open_concepts(language)
    return any(word.concepts & wishes and word.root not in left_open for word in comparison.reading.words)


def _lost_possibility(comparison: Comparison) -> Fault | None:
    """Return the fault of a deed that a passage only thinks possible, told as done or sure to be done."""
    language = comparison.material.language
    mine = comparison.reading
    if possibilities(mine.text, language):
        return None
    if _attributes(mine.text, language) or is_conditional(mine.text, language):
        return None
    for told in comparison.evidence[:2]:
        if comparison.share_told(told) < SAME_DEED or _tells_wish(comparison, told.reading):
            continue
        for mark in (*possibilities(told.reading.text, language), *conditions(told.reading.text, language)):
            if _is_plan_told_as_future(mark, told.reading, mine):
                continue
            verb = _deed_left_open(mark, told.reading)
            twin = next((word for word in mine.words if verb is not None and word.root == verb.root), None)
            if twin is None or _is_quoted(mine, twin) or not _told_alone(comparison, told, twin):
                continue
            if not is_named_thing(mine, twin) or _is_copula(mark, told.reading):
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
    copula = _COPULA.match(passage.text, mark.end)
    if copula is not None:
        behind = [word for word in behind if word.start >= copula.end()]
    found = [word for word in own if conditionals(passage.text[word.start : word.end], passage.language)] or behind
    return found[0] if found and not found[0].capital else None


def _is_quoted(reading: Reading, word: Word) -> bool:
    return any(one.span[0] <= word.start < one.span[1] for one in reading.quotations)


_COPULA: Final = re.compile(r" ?(?:d['’]être|de? ?devenir|devenir|être|to be(?:come)?|be(?:come)?|becoming)\b")


def _is_copula(mark: Mark, passage: Reading) -> bool:
    """Whether the mark leaves open what something is: `en voie de devenir le premier marché`."""
    return bool(_COPULA.match(passage.text, mark.end))


_INFINITIVE: Final = ("er", "ir", "re")


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
    language = comparison.material.language
    mine = comparison.reading
    own = possibilities(mine.text, language)
    if not comparison.is_near_copy and _tells_wish(comparison, best.reading):
        return
    for mark in conditionals(best.reading.text, language):
        shared = [word for word in mine.words if _in_clause_of(word, mark, best.reading)]
        enough = len(shared) >= (2 if comparison.is_near_copy else 3)
        if comparison.is_near_copy and _is_of_other_clause(mine, mark, best.reading):
            continue
        if not enough or not _verb_is_shared(mark, best.reading, mine) or comparison.alignment.best_coverage < 0.55:
            continue
        first, last = min(word.start for word in shared), max(word.end for word in shared)
        if any(other.start < last + 20 and first - 40 < other.end for other in own) or _attributes(mine.text, language):
            continue
        start, end = _verb_place(comparison, best.reading, mark, (first, last))
        yield Fault("modality", start, end, best.reading.text[mark.start : mark.end], is_red=True)
        return


def _is_of_other_clause(mine: Reading, mark: Mark, passage: Reading) -> bool:
    """Whether more of the sentence stands only outside the clause of the conditional than only within it."""
    inside = outside = 0
    for word in mine.words:
        if word.weight < 1.0:
            continue
        places = {mark.reach[0] <= other.start < mark.reach[1] for other in passage.words if share_meaning(word, other)}
        inside += places == {True}
        outside += places == {False}
    return outside > inside


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
