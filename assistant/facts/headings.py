"""What a heading may leave off that a sentence may not: it names in few words what its text hands to somebody."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from assistant.facts.lexicon import lexicon, stems_of
from assistant.facts.quotations import quotations
from assistant.facts.reading import read
from assistant.facts.stance import possibilities
from assistant.facts.verbatim import Carried
from assistant.text.words import fold

CALLED_FOR_REACH: Final = 60
"""Characters before a noun within which the verb stands that asks for it: `a appelé le mois dernier à une hausse`."""
_WORD: Final = re.compile(r"[^\W_]+['’]?")
_CALLS: Final = {
    "fr": "appeler demander réclamer souhaiter espérer vouloir proposer promettre plaider exiger envisager craindre",
    "en": "call ask demand wish hope want propose promise plead consider fear",
}
_DETERMINERS: Final = {
    "fr": frozenset("le la les un une ce cet cette ces son sa ses leur leurs l' l’".split()),  # noqa: SIM905 - a list
    "en": frozenset("the a an this that these those its his her their".split()),  # noqa: SIM905 - a list
}
_JOINING: Final = {
    "fr": frozenset(
        "de du des d' d’ à au aux en sur sous pour contre entre dans avec sans par chez vers et ou ni".split()  # noqa: SIM905
    ),
    "en": frozenset("of in on for against between with without by to at from and or".split()),  # noqa: SIM905 - a list
}
_VERBS: Final = {
    "fr": re.compile(
        r"^(?:a|ont|est|sont|avait|avaient|etait|etaient|sera|seront|fut|furent|va|vont|peut|peuvent|doit|doivent|veut|"
        r"fait|font|dit|il|elle|on|ils|elles|je|nous|vous|se|s['’]|ne|n['’]|qui|que|qu['’]|dont|ou"
        r"|\w+(?:aient|ait|era|eront|ira|iront|erent|irent|urent|issent|(?<!m)ent))$"
    ),
    "en": re.compile(
        r"^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|he|she|it|they|who|"
        r"which|\w+(?:ed))$"
    ),
}
MOST_TOGETHER: Final = 3
"""Words of a noun phrase that stand together without a preposition: `une grosse averse estivale`. House rule."""


def may_shorten(heading: str, copied: Carried, language: str) -> bool:
    """Whether a heading that repeats the words of a source may leave off who says so.

    It may when it leaves open what the source leaves open, when it is a quotation whole, and when it only names a
    thing, without a number or a date, that the source does not call for. A condition may never be left off.
    """
    if copied.lost != "attribution":
        return False
    if possibilities(heading, language) or _is_quotation(heading):
        return True
    reading = read(heading, language)
    states = reading.moments or any(not quantity.is_weak for quantity in reading.quantities)
    return not states and is_noun_phrase(heading, language) and not _is_called_for(heading, copied.around, language)


def _is_quotation(heading: str) -> bool:
    plain = heading.strip()
    return any(quotation.span == (0, len(plain)) for quotation in quotations(plain))


def is_noun_phrase(text: str, language: str) -> bool:
    """Whether the text names a thing, as far as its small words and endings tell: no verb, no second noun beside it."""
    code = language if language in _VERBS else "en"
    together = 0
    for place, match in enumerate(_WORD.finditer(text)):
        written = match.group().lower()
        word = written if written == "à" else fold(written)
        if _VERBS[code].match(word):
            return False
        if word in _DETERMINERS[code]:
            if together:
                return False
        elif word in _JOINING[code] and place:
            together = 0
            continue
        else:
            together += 1
        if together > MOST_TOGETHER:
            return False
    return True


def _is_called_for(heading: str, around: str, language: str) -> bool:
    """Whether the source's sentence only asks for what the heading names."""
    place = around.find(heading.strip(" .«»"))
    before = around[max(0, place - CALLED_FOR_REACH) : place] if place >= 0 else around
    return bool(read(before, language).concepts & _calling(language))


@lru_cache(maxsize=2)
def _calling(language: str) -> frozenset[int]:
    known = lexicon(language).concepts
    words = stems_of(_CALLS[language if language in _CALLS else "en"], language)
    return frozenset(concept for key in words for concept in known.get(key, ()))
