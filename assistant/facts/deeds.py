"""What a sentence says is done, by whom and to whom: a verb with its doers and its objects, whatever its voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.facts.names import Name, likeness
from assistant.facts.number_words import is_unit
from assistant.facts.reading import Reading, Word
from assistant.facts.speakers import speakers
from assistant.facts.verb_forms import (
    ADVERBIAL,
    AGENT_END,
    ARTICLE,
    BEFORE_OBJECT,
    BORDER,
    BY,
    CLEARLY_VERB,
    CLEFT,
    ENDS_AS_VERB,
    FINITE,
    GOES,
    HAS_VERB,
    HAVING,
    PARTICIPLE,
    PASSIVE,
    PASSIVE_BEHIND,
    PAST,
    PREDICATE,
    PRONOUN,
    PRONOUN_BY,
    QUE,
    REFLEXIVE,
    RELATIVE,
    SHARED_SUBJECT,
)
from assistant.model import Span

AUXILIARY_REACH: Final = 40
"""Characters before a verb in which its auxiliary stands. House rule: one adverb may come between."""
MOST_BEFORE: Final = 7
MOST_BEHIND: Final = 5
"""Words that tell something within which a verb has its doer and its object. House rule."""
MOST_AGENT: Final = 6
"""Words that tell something behind `par` that name the doer of a passive verb. House rule."""


@dataclass(frozen=True)
class Deed:
    """A verb with the words that say who does it and those that say to whom or what, in either voice.

    `heads` are those of the doers that name them: `maire` of `le maire de la ville`; none for a pronoun or an
    infinitive. `names` are those among the doers, `object_names` the others of the clause. A passive without
    its doer has no `doers`.
    """

    verb: Word
    doers: tuple[Word, ...]
    heads: tuple[Word, ...]
    objects: tuple[Word, ...]
    names: tuple[Name, ...]
    object_names: tuple[Name, ...]
    is_passive: bool
    is_finite: bool
    is_pronoun: bool
    is_cleft: bool
    is_reflexive: bool


@lru_cache(maxsize=8192)
def deed(reading: Reading, names: tuple[Name, ...], verb: Word) -> Deed | None:
    """Return the deed that the word tells, None when it is no verb as far as its form tells."""
    language = reading.language if reading.language in FINITE else "en"
    before = reading.text[: verb.start]
    close_by = before[-AUXILIARY_REACH:]
    if any(start == verb.end + 1 for start, _ in speakers(reading.text, language)):
        return None
    if ARTICLE[language].search(close_by) and not CLEARLY_VERB.search(reading.text[verb.start : verb.end]):
        return None
    start, end = _clause(reading.text, verb)
    doers = tuple(word for word in reading.words if start <= word.start < verb.start and _is_party(word))[-MOST_BEFORE:]
    objects = tuple(word for word in reading.words if verb.end <= word.start < end and _is_party(word))
    is_passive = _is_passive(reading, verb, language)
    is_finite = bool(FINITE[language].search(close_by)) or _stands_as_verb(reading, names, verb, language)
    opening = (before[start:].split() or [""])[0]
    span = (start, verb.start)
    is_pronoun = not is_passive and bool(PRONOUN.match(opening) or PRONOUN_BY.search(close_by))
    heads = (
        _heads(reading, names, (_subject_start(reading.text, start, verb), verb.start))
        if (is_finite or is_passive) and not is_pronoun
        else ()
    )
    if is_passive:
        agent, span = _agent(reading, verb, end, language)
        rest = tuple(word for word in objects if word not in agent)
        doers, objects = agent, (*doers, *rest[:MOST_BEHIND])
        heads = agent[:1] and tuple(word for word in agent if word is agent[0] or word.capital)
    else:
        objects = objects[:MOST_BEHIND]
    return Deed(
        verb,
        doers,
        heads,
        objects,
        tuple(name for name in names if span[0] <= name.start < span[1]),
        tuple(name for name in names if start <= name.start < end and not span[0] <= name.start < span[1]),
        is_passive,
        is_finite or is_passive,
        is_pronoun,
        bool(CLEFT.search(before[start:])),
        bool(REFLEXIVE.search(close_by)),
    )


def _clause(text: str, verb: Word) -> Span:
    """Return the stretch of the clause around the verb."""
    before = text[: verb.start]
    borders = [match.end() for match in BORDER.finditer(before) if _parts(before, match)]
    close = BORDER.search(text, verb.end)
    return borders[-1] if borders else 0, close.start() if close else len(text)


def _subject_start(text: str, start: int, verb: Word) -> int:
    """Return where the clause of the verb's subject begins: `Il dément et propose` shares one."""
    before = text[: verb.start]
    while SHARED_SUBJECT.search(before[:start]) and PREDICATE.match(before[start:] or "a "):
        joint = max(before.rfind(f" {word} ", 0, start) for word in ("et", "mais", "and", "but"))
        borders = [match.end() for match in BORDER.finditer(before, 0, joint) if _parts(before, match)]
        start = borders[-1] if borders else 0
    return start


def _parts(text: str, match: re.Match[str]) -> bool:
    """Whether the border parts two clauses: `et` does behind a verb, and joins two nouns otherwise."""
    return match.group() not in (" et ", " and ") or bool(HAS_VERB.search(text, 0, match.start()))


def _is_party(word: Word) -> bool:
    """Whether the word can name who does something, or to whom: no unit, nothing light."""
    return word.weight >= 1.0 and not is_unit(word.folded)


def _is_passive(reading: Reading, verb: Word, language: str) -> bool:
    """Whether the verb tells what is done to its subject: by its auxiliary, its agent, or as a participle alone."""
    close_by = reading.text[max(0, verb.start - AUXILIARY_REACH) : verb.start]
    if verb.root in GOES:
        return False
    form = reading.text[verb.start : verb.end].lower()
    if PASSIVE_BEHIND[language].match(reading.text, verb.end):
        return True
    if not PARTICIPLE[language].search(form) or (ENDS_AS_VERB[language].search(form) and language == "fr"):
        return False
    if PASSIVE[language].search(close_by):
        return True
    if HAVING[language].search(close_by):
        return False
    is_alone = bool(re.search(r"[,\w%€$£] ?$", close_by)) and not FINITE[language].search(close_by)
    return is_alone and (close_by.rstrip().endswith(",") or bool(BY[language].match(reading.text, verb.end)))


def _agent(reading: Reading, verb: Word, end: int, language: str) -> tuple[tuple[Word, ...], Span]:
    """Return the words behind `par` that name the doer, and their stretch; none where nobody is named."""
    by = BY[language].search(reading.text, verb.end, end)
    if by is None:
        return (), (end, end)
    close = AGENT_END.search(reading.text, by.end(), end)
    stop = close.start() if close else end
    words = tuple(word for word in reading.words if by.end() <= word.start < stop and _is_party(word))
    return words[:MOST_AGENT], (by.end(), stop)


def _stands_as_verb(reading: Reading, names: tuple[Name, ...], verb: Word, language: str) -> bool:
    """Whether the word ends like a verb, or stands behind a name as one: `Bokassa reçut`, no `Union nationale`."""
    form = reading.text[verb.start : verb.end]
    if not verb.capital and language == "fr" and ENDS_AS_VERB["fr"].search(form):
        return True
    between = (reading.text[name.end : verb.start].strip() for name in names if name.end <= verb.start)
    if any(gap in ("", "s’", "s'", "qui", "who") for gap in between) and PAST[language].search(form):
        return True
    if form.endswith(("e", "ent")) and any(
        reading.text[name.end : verb.start].strip() == "" and QUE.search(reading.text[: name.start])
        for name in names
        if name.end <= verb.start
    ):
        return True
    return form.endswith(("e", "ent")) and bool(BEFORE_OBJECT.match(reading.text, verb.end))


def _heads(reading: Reading, names: tuple[Name, ...], span: Span) -> tuple[Word, ...]:
    """Return the words that name the subject which stands in that stretch before a verb, with what is set beside it.

    None for the subject of `qui`, which may be any noun before it, unless it is singled out.
    """
    found: list[Word] = []
    for start, end, is_last in _segments(reading.text, span):
        if is_last and RELATIVE.search(reading.text[start:end]) and not CLEFT.search(reading.text[span[0] : end]):
            return _named_right_before(reading, names, start)
        words = [word for word in reading.words if start <= word.start < end and _is_party(word)]
        if not words or PREDICATE.match(reading.text[start:end]):
            continue
        if not is_last and ADVERBIAL.match(reading.text[start:end]):
            continue
        found.append(words[0])
        for name in names:
            if start <= name.start < end and name.start - words[0].end <= 1:
                found.extend(word for word in words[1:] if name.start <= word.start < name.end and word.capital)
        if is_last and not words[0].capital:
            break
    return tuple(sorted(dict.fromkeys(found), key=lambda word: word.start))


def _named_right_before(reading: Reading, names: tuple[Name, ...], start: int) -> tuple[Word, ...]:
    """Return the words of the name that ends at the comma before `qui`; a noun there may be one of several."""
    name = next((each for each in names if each.end == start - 1), None)
    if name is None:
        return ()
    return tuple(word for word in reading.words if name.start <= word.start < name.end and word.capital)


def _segments(text: str, span: Span) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches between commas, the last first, and whether each is the last."""
    end = span[1]
    is_last = True
    while end > span[0]:
        comma = text.rfind(",", span[0], end)
        yield max(span[0], comma + 1), end, is_last
        end, is_last = comma, False


def hold(names: Iterable[Name], name: Name) -> bool:
    """Whether one of the names is this one, perhaps in another spelling or shorter."""
    return any(likeness(part, other) for each in names for part in name.parts for other in each.parts)
