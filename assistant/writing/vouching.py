"""A clause together with who vouches for it at the end of its sentence: `La halle rouvrira, a annoncé la mairie`."""

from __future__ import annotations

import re
from typing import Final

from assistant.facts.attribution import is_attributed
from assistant.writing.clauses import main_clause
from assistant.writing.cues import cues
from assistant.writing.reduction import reduced, without_weekday

MOST_WORDS: Final = 20

_LAST_COMMA = re.compile(r",[ \u00a0\u202f]([^,;:«»“”()]{4,60}?)\.?$")
_LAST_NAME = re.compile(
    r",[ \u00a0\u202f](?:[A-ZÀ-Þ][\w’-]+)(?:[ \u00a0](?:(?:de|du|van|von|Le|La)[ \u00a0])?[A-ZÀ-Þ][\w’-]+){1,3}\.?$"
)


def vouched_clause(sentence: str, language: str, *, longest: int) -> str | None:
    """Return a clause with who vouches for it, of at most `longest` characters; None where that is not sure.

    The name of who is described already is left off: `a annoncé la préfète, Anne Petit`.
    """
    sentence = _LAST_NAME.sub("", sentence)
    end = _LAST_COMMA.search(sentence)
    if end is None or not is_attributed(end.group(1), language):
        return None
    tail = without_weekday(end.group(1), language)
    rest = without_weekday(reduced(sentence[: end.start()], language), language)
    most = longest - len(tail) - 2
    borders = cues(language).title_borders
    clause = main_clause(rest, language, longest=most, most_words=MOST_WORDS, borders=borders)
    return f"{clause}, {tail}" if clause else None
