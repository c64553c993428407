"""When, told without a date: seasons, and periods near the day of writing, of which the passages know nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.facts.fault import Comparison, Fault
from assistant.facts.reading import Reading
from assistant.text.words import fold

_PERIODS: Final = {
    "fr": re.compile(
        r"\b(?:(?:avant|d['’]ici(?: à)?|vers|à|jusqu['’]à) la fin (?:de l['’]année|du mois|de la semaine|du trimestre)|"
        r"(?:avant|d['’]ici|dès|à|vers) (?:l['’]an|l['’]année|la semaine|le mois|la rentrée|le printemps|l['’]été|"
        r"l['’]automne|l['’]hiver) prochaine?|"
        r"(?:l['’]an|l['’]année|la semaine|le mois|cette année|le week-end) (?:prochaine?|dernièr?e?|passée?)|"
        r"(?:dans|ces|pendant|au cours de|lors de|durant) (?:les )?(?:quelques |prochaine?s |derni[eè]re?s )+"
        r"(?:heures|jours|semaines|mois|années|ans))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:(?:before|by|until|at) the end of (?:the|this) (?:year|month|week|quarter)|"
        r"(?:next|last) (?:year|month|week|spring|summer|autumn|winter)|"
        r"in the (?:coming|next|last|past) (?:few )?(?:hours|days|weeks|months|years))\b",
        re.IGNORECASE,
    ),
}
_SEASONS: Final = {
    "fr": re.compile(
        r"\b(?:(?:pendant|durant|dès|avant|après|depuis|jusqu['’]à|à|de|tout) l['’]|(?:en|cet|d['’]) ?|(?:au|le|ce) )"
        r"(?P<season>printemps|été|automne|hiver)\b(?! (?:fait|dit|question|\w+[ée]e?s?\b))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:in|this|last|next|the|by|since|until|during) (?:the )?(?P<season>spring|summer|autumn|winter)\b", re.I
    ),
}
_MONTHS: Final = {
    "printemps": (3, 4, 5, 6), "ete": (6, 7, 8, 9), "automne": (9, 10, 11, 12), "hiver": (12, 1, 2, 3),
    "spring": (3, 4, 5, 6), "summer": (6, 7, 8, 9), "autumn": (9, 10, 11, 12), "winter": (12, 1, 2, 3),
}  # fmt: skip
_NEARNESS: Final = re.compile(
    r"\b(?:prochaine?s?|prochainement|bientôt|derni[eè]re?s?|récemment|rentrée|soon|next|last|recently|coming)\b",
    re.IGNORECASE,
)
_TIME: Final = frozenset({"days", "minutes"})


def time_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield an amber fault for each season and each near period that no passage, nor the sentence beside one, tells."""
    reading = comparison.reading
    code = "fr" if reading.language == "fr" else "en"
    for match in _PERIODS[code].finditer(reading.text):
        if not any(_tells_when(told.reading, code) for told in comparison.wide_window):
            yield Fault("date", *match.span(), "", is_red=False)
    for match in _SEASONS[code].finditer(reading.text):
        season = fold(match["season"])
        if not any(_tells_season(told.reading, season, code) for told in comparison.wide_window):
            yield Fault("date", *match.span("season"), "", is_red=False)


def _tells_when(reading: Reading, code: str) -> bool:
    """Whether the sentence gives any date, duration or period."""
    return bool(
        reading.moments
        or any(quantity.dimension in _TIME for quantity in reading.quantities)
        or _PERIODS[code].search(reading.text)
        or _SEASONS[code].search(reading.text)
        or _NEARNESS.search(reading.text)
    )


def _tells_season(reading: Reading, season: str, code: str) -> bool:
    """Whether the sentence names the season or a month of it."""
    if any(moment.month in _MONTHS[season] for moment in reading.moments):
        return True
    return any(fold(found["season"]) == season for found in _SEASONS[code].finditer(reading.text))
