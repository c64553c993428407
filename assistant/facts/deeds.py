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
from assistant.facts.roots import root
from assistant.model import Span

AUXILIARY_REACH: Final = 40
"""Characters before a verb in which its auxiliary stands. House rule: one adverb may come between."""
MOST_BEFORE: Final = 7
MOST_BEHIND: Final = 5
"""Words that tell something within which a verb has its doer and its object. House rule."""
MOST_AGENT: Final = 6
"""Words that tell something behind `par` that name the doer of a passive verb. House rule."""
_BORDER: Final = re.compile(r"[;:.!?«»“”()]| (?:et|mais|and|but|car|tandis que|alors que|while) ")
_FINITE: Final = {
    "fr": re.compile(
        r"\b(?:a|ont|avait|avaient|aura|auront|aurait|est|sont|était|étaient|sera|seront|fut|dû|pu|voulu|s['’]est|doit|"
        r"doivent|va|vont|pourrait|devrait|pourra|devra|veut|peut|peuvent|fait|font|qui|lui|se|s['’]|ne|n['’]|ils?|elles?|"
        r"on|risqu(?:e|ent|ait) de|(?:d['’]|de |à |pour )être) "
        r"(?:\w+ment |pas |plus |déjà |bien |ensuite |aussi |également |été |fait )?$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:has|have|had|is|are|was|were|will|been|must|may|might|could|can|would|should|who|he|she|it|they) "
        r"(?:\w+ly |not |also |been )?$",
        re.IGNORECASE,
    ),
}
_PASSIVE: Final = {
    "fr": re.compile(
        r"(?<!s['’])(?<!m['’])\b(?:été|est|sont|était|étaient|sera|seront|serait|fut|furent|être|soit) "
        r"(?:\w+ment |\w+ )?$",
        re.I,
    ),
    "en": re.compile(r"\b(?:been|is|are|was|were|be|being) (?:\w+ly )?$", re.I),
}
_PASSIVE_BEHIND: Final = {
    "fr": re.compile(r" (?:d['’]|de |à |pas |plus )?être (?:\w+ment )?\w+[ée]e?s?\b", re.IGNORECASE),
    "en": re.compile(r" (?:to )?be(?:ing)? \w+ed\b", re.IGNORECASE),
}
_HAVING: Final = {
    "fr": re.compile(r"\b(?:a|ai|ont|avait|avaient|aura|auront|aurait|auraient|ayant|avoir) (?:\w+ ){0,2}$", re.I),
    "en": re.compile(r"\b(?:has|have|had|having) (?:\w+ ){0,2}$", re.I),
}
_PARTICIPLE: Final = {
    "fr": re.compile(r"(?:ée?s?|(?<!q)ue?s?|ie?s?|ite?s?|ise?s?|erte?s?|inte?s?|ose?s?)$"),
    "en": re.compile(r"(?:ed|en|won|held|sold|built|led|made|paid|sent)$"),
}
# Their perfect is made with `être`: it is no passive.
_GOES: Final = frozenset(
    root(verb, "fr")
    for verb in (
        "aller", "arriver", "partir", "naître", "mourir", "entrer", "sortir", "monter", "descendre", "tomber", "rester",
        "venir", "devenir", "revenir", "intervenir", "parvenir", "survenir", "provenir", "retourner", "passer",
        "rentrer",
    )
)  # fmt: skip
_BY: Final = {
    "fr": re.compile(
        r" par (?!exemple|ailleurs|an\b|mois|jour|semaine|la suite|conséquent|rapport|le biais|voie|mer\b|terre|ici|là)"
    ),
    "en": re.compile(r" by (?!\d|the end|far\b|then\b|now\b|\w+day\b)"),
}
_AGENT_END: Final = re.compile(
    r"[,;:.!?()«»“”]| (?:à|pour|dans|avec|en|sur|vers|après|avant|depuis|lors|afin|et|qui|que|to|in|on|for|after|"
    r"before|and|who|that) "
)
_PRONOUN: Final = re.compile(r"^(?:il|elle|ils|elles|celle-ci|celui-ci|ceux-ci|he|she|they|it) ?$", re.IGNORECASE)
_PRONOUN_BY: Final = re.compile(r"\b(?:ils?|elles?|on|he|she|they|it)\b[^,]{0,25}$", re.IGNORECASE)
_CLEFT: Final = re.compile(r"\b(?:c['’]est|c['’]était|ce sont|ce fut|it is|it was) .+ (?:qui|who|that) ", re.IGNORECASE)
_RELATIVE: Final = re.compile(r"^\W*(?:qui|who|which|that)\b|\b(?:qui|who|which) \W*(?:\w+ ){0,3}$", re.IGNORECASE)
_ADVERBIAL: Final = re.compile(
    r"\W*(?:en|dans|à|au|aux|depuis|dès|après|avant|selon|pour|par|sur|sous|lors|pendant|durant|malgré|faute|grâce|chez|"
    r"comme|avec|sans|d['’]|de|du|des|qui|que|dont|où|lequel|laquelle|in|on|at|since|after|before|for|with|without|of|"
    r"who|which|whose|when|where|while)\b",
    re.IGNORECASE,
)
_ARTICLE: Final = {
    "fr": re.compile(
        r"(?:\b(?:le|la|les|un|une|des|du|au|aux|ce|cette|ces|son|sa|ses|leur|leurs)|\b[ld]['’]) ?$", re.IGNORECASE
    ),
    "en": re.compile(r"\b(?:the|an?|its|his|her|their|this|these) ?$", re.IGNORECASE),
}
_HAS_VERB: Final = re.compile(
    r"\b(?:a|ont|avait|avaient|est|sont|était|étaient|sera|seront|fut|has|have|had|is|are|was|were|will)\b|\w(?:ait|aient|"
    r"ent|era|eront)\b"
)
_ENDS_AS_VERB: Final = {
    "fr": re.compile(
        r"(?:aient|[èiu]rent|(?<!op)(?<!am)era|eront|iront|dront|rront|oient|endent|(?<!portr)(?<!souh)(?<!attr)(?<!forf)(?<!extr)(?<!retr)"
        r"(?<!parf)(?<!.bienf)(?<=\w{4})ait)$"
    ),
    "en": re.compile(r"(?:ed|won|lost|beat|told|met|took|gave|left|paid|sold|bought|led|held)$"),
}
# `les indemnisera`: what looks like an article is a pronoun.
_CLEARLY_VERB: Final = re.compile(r"(?:(?<!op)(?<!am)era|eront|iront|ira|erai(?:t|ent)|irai(?:t|ent)|dra|dront|èrent)$")
_PAST: Final = {
    "fr": re.compile(r"(?:[iu]t|ait|aient|[èiu]rent|[ei]nt|era|eront|oit|ient|end)$"),
    "en": _ENDS_AS_VERB["en"],
}
_QUE: Final = re.compile(r"\b(?:que|qu['’]|dont|où) ?$")
_BEFORE_OBJECT: Final = re.compile(r" (?:l[ea] |l['’]|une? |à |aux? |son |sa |ses |qu)")


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


@lru_cache(maxsize=8192)
def deed(reading: Reading, names: tuple[Name, ...], verb: Word) -> Deed | None:
    """Return the deed that the word tells, None when it is no verb as far as its form tells."""
    language = reading.language if reading.language in _FINITE else "en"
    before = reading.text[: verb.start]
    close_by = before[-AUXILIARY_REACH:]
    if _ARTICLE[language].search(close_by) and not _CLEARLY_VERB.search(reading.text[verb.start : verb.end]):
        return None
    start, end = _clause(reading.text, verb)
    doers = tuple(word for word in reading.words if start <= word.start < verb.start and _is_party(word))[-MOST_BEFORE:]
    objects = tuple(word for word in reading.words if verb.end <= word.start < end and _is_party(word))
    is_passive = _is_passive(reading, verb, language)
    is_finite = bool(_FINITE[language].search(close_by)) or _stands_as_verb(reading, names, verb, language)
    first = before[start:].split(" ", 1)[0] if before[start:].strip() else ""
    opening = (before[start:].split() or [first])[0]
    span = (start, verb.start)
    is_pronoun = not is_passive and bool(_PRONOUN.match(opening) or _PRONOUN_BY.search(close_by))
    heads = _heads(reading, names, span) if (is_finite or is_passive) and not is_pronoun else ()
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
        bool(_CLEFT.search(before[start:])),
    )


def _clause(text: str, verb: Word) -> Span:
    """Return the stretch of the clause around the verb."""
    before = text[: verb.start]
    borders = [match.end() for match in _BORDER.finditer(before) if _parts(before, match)]
    close = _BORDER.search(text, verb.end)
    return borders[-1] if borders else 0, close.start() if close else len(text)


def _parts(text: str, match: re.Match[str]) -> bool:
    """Whether the border parts two clauses: `et` does behind a verb, and joins two nouns otherwise."""
    return match.group() not in (" et ", " and ") or bool(_HAS_VERB.search(text, 0, match.start()))


def _is_party(word: Word) -> bool:
    """Whether the word can name who does something, or to whom: no unit, nothing light."""
    return word.weight >= 1.0 and not is_unit(word.folded)


def _is_passive(reading: Reading, verb: Word, language: str) -> bool:
    """Whether the verb tells what is done to its subject: by its auxiliary, its agent, or as a participle alone."""
    close_by = reading.text[max(0, verb.start - AUXILIARY_REACH) : verb.start]
    if verb.root in _GOES:
        return False
    form = reading.text[verb.start : verb.end].lower()
    if _PASSIVE_BEHIND[language].match(reading.text, verb.end):
        return True
    if not _PARTICIPLE[language].search(form) or (_ENDS_AS_VERB[language].search(form) and language == "fr"):
        return False
    if _PASSIVE[language].search(close_by):
        return True
    if _HAVING[language].search(close_by):
        return False
    is_alone = bool(re.search(r"[,\w] ?$", close_by)) and not _FINITE[language].search(close_by)
    return is_alone and (close_by.rstrip().endswith(",") or bool(_BY[language].match(reading.text, verb.end)))


def _agent(reading: Reading, verb: Word, end: int, language: str) -> tuple[tuple[Word, ...], Span]:
    """Return the words behind `par` that name the doer, and their stretch; none where nobody is named."""
    by = _BY[language].search(reading.text, verb.end, end)
    if by is None:
        return (), (end, end)
    close = _AGENT_END.search(reading.text, by.end(), end)
    stop = close.start() if close else end
    words = tuple(word for word in reading.words if by.end() <= word.start < stop and _is_party(word))
    return words[:MOST_AGENT], (by.end(), stop)


def _stands_as_verb(reading: Reading, names: tuple[Name, ...], verb: Word, language: str) -> bool:
    """Whether the word ends like a verb, or stands behind a name as one: `Bokassa reçut`, no `Union nationale`."""
    form = reading.text[verb.start : verb.end]
    if not verb.capital and language == "fr" and _ENDS_AS_VERB["fr"].search(form):
        return True
    between = (reading.text[name.end : verb.start].strip() for name in names if name.end <= verb.start)
    if any(gap in ("", "s’", "s'", "qui", "who") for gap in between) and _PAST[language].search(form):
        return True
    if form.endswith(("e", "ent")) and any(
        reading.text[name.end : verb.start].strip() == "" and _QUE.search(reading.text[: name.start])
        for name in names
        if name.end <= verb.start
    ):
        return True
    return form.endswith(("e", "ent")) and bool(_BEFORE_OBJECT.match(reading.text, verb.end))


def _heads(reading: Reading, names: tuple[Name, ...], span: Span) -> tuple[Word, ...]:
    """Return the words that name the subject which stands in that stretch before a verb, with what is set beside it.

    None for the subject of `qui`, which may be any noun before it, unless it is singled out.
    """
    found: list[Word] = []
    for start, end, is_last in _segments(reading.text, span):
        if is_last and _RELATIVE.search(reading.text[start:end]) and not _CLEFT.search(reading.text[span[0] : end]):
            return _named_right_before(reading, names, start)
        words = [word for word in reading.words if start <= word.start < end and _is_party(word)]
        if not words or (not is_last and _ADVERBIAL.match(reading.text[start:end])):
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
