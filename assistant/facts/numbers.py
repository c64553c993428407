"""Quantities: what a text counts and measures, in figures or in words, with its unit and how exact it claims to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from assistant.facts.number_words import (
    ANAPHOR,
    COLLECTIVES,
    CURRENCY_BEFORE,
    EVERY,
    EXACT_COLLECTIVES,
    FRACTIONS,
    MEASURED,
    MULTIPLES,
    ORDINALS,
    number_words,
)
from assistant.facts.spelled_numbers import Piece, rank, spelled
from assistant.facts.units import exactness, is_near, unit_after
from assistant.lang import pack
from assistant.model import Span
from assistant.text.words import fold


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text: `start` and `end` cover its figures or words, into the text read, without the unit.

    `value` is in the base unit of `dimension`: minutes, days, metres, a currency, percent …; where a thing is counted
    the dimension is the stem of its noun, and empty where none follows. `is_rounded` says that the text itself calls
    the number approximate, `bound` that it is a limit (-1 less than, 1 more than), `is_ordinal` that it is a rank.
    `is_weak` is the number in `une année`: an article that may be no number at all.
    """

    start: int
    end: int
    value: float
    dimension: str
    is_rounded: bool = False
    bound: int = 0
    is_ordinal: bool = False
    is_weak: bool = False


_DIGITS = re.compile(
    r"(?<![\d.,])(?P<int>\d{1,3}(?:[ \u00a0\u202f\u2009.,’']\d{3})+(?![\d])|\d+)(?:[.,](?P<dec>\d{1,3})(?!\d))?"
    r"(?P<ord>(?:er|ère|re|[ \u00a0\u202f]?ème|eme|e|ᵉ|nd|nde|th|st|rd)(?![\w]))?"
)
_GLUED: Final = re.compile(r"\w+$")
LONGEST_GLUED: Final = 12
"""Letters up to which a word before a number can be one of those to which a copied page glues it. House rule."""
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|[%€$£°²]")
LONG_DAYS: Final = 365
"""Days from which `plus d’un siècle` says how old something is, which dates tell. House rule."""
ROUND_WHOLE: Final = 10
"""Up to so many, `sept sur dix` is a share rounded. House rule."""
LARGEST_WHOLE: Final = 100
"""`un emploi sur cinq` is a share; `un congrès en 2024` and `one man in 500` are none. House rule."""


@lru_cache(maxsize=8192)
def quantities(text: str, language: str, taken: tuple[Span, ...] = ()) -> tuple[Quantity, ...]:
    """Return the quantities of `text` in order. What stands in the spans `taken` (dates) is not counted again."""
    pieces = [Piece(*match.span(), _piece_form(text, match)) for match in _WORD.finditer(text)]
    words = number_words()["fr" if language == "fr" else "en"]
    found: list[Quantity] = []
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        if any(start <= piece.start < end for start, end in taken):
            place += 1
            continue
        quantity, place = _quantity(text, pieces, place, words, language)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _piece_form(text: str, match: re.Match[str]) -> str:
    """Return the folded word; an elided one keeps its apostrophe, so that `l’année` holds no litre."""
    is_elided = len(match.group()) == 1 and text[match.end() : match.end() + 1] in ("'", "’")
    return fold(match.group()) + ("'" if is_elided else "")


def _quantity(
    text: str, pieces: list[Piece], place: int, words: dict[str, int], language: str
) -> tuple[Quantity | None, int]:
    """Return the quantity that starts with this piece, if one does, and where to go on."""
    piece = pieces[place]
    if place and piece.folded in ("cent", "100") and pieces[place - 1].folded in ("pour", "per"):
        return None, place + 1
    share = _share(text, pieces, place, words, language)
    if share is not None:
        return share
    if piece.folded[0].isdecimal():
        return _in_figures(text, pieces, place, language)
    if piece.folded in words:
        return _in_words(text, pieces, place, words, language)
    if piece.folded in ORDINALS and not _is_second_of_time(pieces, place):
        noun, _ = unit_after(pieces, place + 1, language)
        return Quantity(piece.start, piece.end, ORDINALS[piece.folded], noun, is_ordinal=True), place + 1
    return None, place + 1


def _is_second_of_time(pieces: list[Piece], place: int) -> bool:
    return pieces[place].folded == "seconde" and place > 0 and pieces[place - 1].folded in ("par", "la", "une", "a")


def _in_figures(text: str, pieces: list[Piece], place: int, language: str) -> tuple[Quantity | None, int]:
    piece = pieces[place]
    glued = _GLUED.search(text[max(0, piece.start - LONGEST_GLUED) : piece.start])
    if glued and fold(glued.group()) not in _function_words(language):
        return None, place + 1
    match = _DIGITS.match(text, piece.start)
    if text[max(0, piece.start - 1) : piece.start] == "[" and text[piece.end : piece.end + 1] == "]":
        return Quantity(piece.start, piece.end, float(piece.folded), "note"), place + 1
    if match is None or re.search(r"[A-Za-zÀ-ÿ]-$", text[max(0, piece.start - 2) : piece.start]):
        return None, place + 1
    whole = re.sub(r"\D", "", match["int"])
    value = float(f"{whole}.{match['dec'] or 0}")
    after = place
    while after < len(pieces) and pieces[after].start < match.end():
        after += 1
    if match["ord"]:
        noun, _ = unit_after(pieces, after, language)
        return Quantity(piece.start, match.end(), value, noun, is_ordinal=True), after
    clock = _clock(text, pieces, after, value)
    if clock is not None:
        end, minutes, after = clock
        return Quantity(piece.start, end, minutes, "minutes", *exactness(text, piece.start, value)), after
    return _measured(text, piece.start, match.end(), pieces, after, value, language)


@lru_cache(maxsize=4)
def _function_words(language: str) -> frozenset[str]:
    """Return the words to which a copied page glues the number behind them: `avec512`."""
    return frozenset(fold(word) for word in pack(language).function_words if len(word) > 1)


def _clock(text: str, pieces: list[Piece], after: int, hours: float) -> tuple[int, float, int] | None:
    """Return the end, the minutes and the next place of `19 h 30`, whose hours stand before `after`."""
    if after >= len(pieces) or pieces[after].folded not in ("h", "heures", "heure"):
        return None
    if after + 1 < len(pieces) and re.fullmatch(r"[0-5]?\d", pieces[after + 1].folded):
        gap = text[pieces[after].end : pieces[after + 1].start]
        if not gap.strip():
            return pieces[after + 1].end, hours * 60 + float(pieces[after + 1].folded), after + 2
    half = [piece.folded for piece in pieces[after + 1 : after + 3]]
    if half in (["et", "demie"], ["et", "quart"]):
        return pieces[after + 2].end, hours * 60 + (30 if half[1] == "demie" else 15), after + 3
    return pieces[after].end, hours * 60, after + 1


def _is_new(pieces: list[Piece], place: int) -> bool:
    """Whether `neuf` says new: behind its noun or `du`, and before nothing that could be counted."""
    before = pieces[place - 1].folded if place else ""
    following = pieces[place + 1].folded if place + 1 < len(pieces) else ""
    return before in ("du", "flambant", "tout") or following in (
        "",
        "et",
        "a",
        "pour",
        "dans",
        "en",
    )


def _measured(
    text: str, start: int, end: int, pieces: list[Piece], after: int, value: float, language: str
) -> tuple[Quantity, int]:
    """Return the quantity of that value with the multiple and the unit that follow."""
    rough, bound = exactness(text, start, value)
    while after < len(pieces) and pieces[after].folded in MULTIPLES and is_near(text, end, pieces[after].start):
        factor = MULTIPLES[pieces[after].folded]
        if pieces[after].folded in ("m", "k"):
            break
        value *= factor
        end = pieces[after].end
        after += 1
        if after + 1 < len(pieces) and pieces[after].folded == "et" and pieces[after + 1].folded in ("demi", "demie"):
            value += factor / 2
            end = pieces[after + 1].end
            after += 2
    dimension, factor = unit_after(pieces, after, language)
    before = text[start - 1 : start]
    if before in CURRENCY_BEFORE and before:
        dimension, factor = CURRENCY_BEFORE[before], 1.0
    return Quantity(start, end, value * factor, dimension, rough, bound), after


def _share(
    text: str, pieces: list[Piece], place: int, words: dict[str, int], language: str
) -> tuple[Quantity, int] | None:
    """Return `la moitié`, `quatre cinquièmes` or `sept sur dix` as percent, or a collective as its number."""
    piece = pieces[place]
    count = (
        float(piece.folded) if piece.folded.isdecimal() and len(piece.folded) < 3 else float(words.get(piece.folded, 0))
    )
    following = pieces[place + 1].folded if place + 1 < len(pieces) else ""
    if language == "en" and piece.folded == "a" and following in FRACTIONS and following != "half":
        count = 1.0
    if count and following in FRACTIONS and following not in ("demi", "demie"):
        value = 100 * count / FRACTIONS[following]
        if value < 100:
            return Quantity(
                piece.start, pieces[place + 1].end, value, "percent", *exactness(text, piece.start, 0)
            ), place + 2
    between = _joint_of_share(pieces, place) if count else place + 1
    joint = pieces[between].folded if between < len(pieces) else ""
    if count and between + 1 < len(pieces) and (joint in ("sur", "out") or (joint == "in" and count == 1)):
        behind = pieces[between + 1].folded
        whole = words.get(behind) or (int(behind) if behind.isdecimal() and len(behind) < 4 else None)
        if whole and count < whole <= LARGEST_WHOLE:
            rough, bound = exactness(text, piece.start, 0)
            # `Sept Français sur dix` is how 71 % are told.
            rough = rough or (whole <= ROUND_WHOLE and not bound)
            return Quantity(
                piece.start, pieces[between + 1].end, 100 * count / whole, "percent", rough, bound
            ), between + 2
    if piece.folded in ("moitie", "half") or (piece.folded == "tiers" and not count):
        rough, bound = exactness(text, piece.start, 0)
        return Quantity(piece.start, piece.end, 100 / FRACTIONS[piece.folded], "percent", rough, bound), place + 1
    return _collective(pieces, place, words, language)


def _joint_of_share(pieces: list[Piece], place: int) -> int:
    """Return the place of the `sur` of a share, up to two words behind its number: `un corail ordinaire sur cinq`."""
    near = range(place + 1, min(place + 4, len(pieces)))
    return next((at for at in near if pieces[at].folded in ("sur", "out", "in")), place + 1)


def _collective(pieces: list[Piece], place: int, words: dict[str, int], language: str) -> tuple[Quantity, int] | None:
    """Return `une dizaine d’élus`, `deux douzaines`, `une demi-douzaine`, `des milliers`."""
    first, place_of = pieces[place], place
    count = float(words.get(first.folded, 0))
    if count:
        place_of += 1
    half = place_of < len(pieces) and pieces[place_of].folded in ("demi", "half")
    if half:
        place_of += 1
    if place_of >= len(pieces):
        return None
    noun = pieces[place_of].folded
    if noun == "quinzaine" and place and pieces[place - 1].folded in ORDINALS:
        # Half a month, which counts nothing: `la deuxième quinzaine d’avril`.
        return None
    value = COLLECTIVES.get(noun) or COLLECTIVES.get(noun.removesuffix("s")) or (half and MULTIPLES.get(noun)) or None
    if value is None or (noun.endswith("s") and not count and noun not in ("quatuors",)):
        return None
    amount = value * (count or 1) * (0.5 if half else 1)
    if [piece.folded for piece in pieces[place_of + 1 : place_of + 3]] == ["et", "demi"]:
        amount += value / 2
        place_of += 2
    dimension, factor = unit_after(pieces, place_of + 1, language)
    exact = noun.removesuffix("s") in EXACT_COLLECTIVES or (noun.startswith("millier") and count > 1)
    return Quantity(first.start, pieces[place_of].end, amount * factor, dimension, not exact), place_of + 1


def _in_words(
    text: str, pieces: list[Piece], place: int, words: dict[str, int], language: str
) -> tuple[Quantity | None, int]:
    start = place
    value, place = spelled(text, pieces, place, words)
    first = pieces[start]
    ordinal, behind = rank(text, pieces, place, value)
    if ordinal:
        noun, _ = unit_after(pieces, behind, language)
        return Quantity(first.start, pieces[behind - 1].end, ordinal, noun, is_ordinal=True), behind
    if value == 1 and place == start + 1:
        return _one(text, pieces, start, language)
    if [piece.folded for piece in pieces[max(0, start - 2) : start]] in EVERY:
        return None, place
    if value == 9 and place == start + 1 and _is_new(pieces, start):
        return None, place
    clock = _clock(text, pieces, place, value)
    if clock is not None:
        end, minutes, place = clock
        return Quantity(first.start, end, minutes, "minutes", *exactness(text, first.start, value)), place
    is_anaphor = value == 2 and start > 0 and pieces[start - 1].folded in ANAPHOR
    quantity, place = _measured(text, first.start, pieces[place - 1].end, pieces, place, value, language)
    return (replace(quantity, is_weak=True) if is_anaphor else quantity), place


def _one(text: str, pieces: list[Piece], place: int, language: str) -> tuple[Quantity | None, int]:
    """Return the number that is perhaps an article; with a multiple behind it it is none."""
    piece = pieces[place]
    following = pieces[place + 1].folded if place + 1 < len(pieces) else ""
    if following in MULTIPLES and following not in ("m", "k"):
        return _measured(text, piece.start, piece.end, pieces, place + 1, 1.0, language)
    dimension, factor = unit_after(pieces, place + 1, language)
    before = fold(text[max(0, piece.start - 30) : piece.start])
    is_short = dimension in ("minutes", "days") and factor < LONG_DAYS
    if not is_short or not MEASURED.search(before):
        return Quantity(piece.start, piece.end, factor, dimension, is_weak=True), place + 1
    rough, bound = exactness(text, piece.start, 1)
    return Quantity(piece.start, piece.end, factor, dimension, rough or before.endswith("pres d'"), bound), place + 1
