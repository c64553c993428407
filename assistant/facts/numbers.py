"""Quantities: what a text counts and measures, in figures or in words, with its unit and how exact it claims to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from assistant.facts.number_words import (
    ABOUT,
    ANAPHOR,
    AT_LEAST,
    AT_MOST,
    BESIDE_NUMBERS,
    COLLECTIVES,
    CURRENCY_BEFORE,
    EVERY,
    EXACT_COLLECTIVES,
    FRACTIONS,
    MEASURED,
    MULTIPLES,
    NO_NOUN,
    ORDINALS,
    SKIPPED,
    TIMES,
    number_words,
    units_by_form,
)
from assistant.facts.roots import stem
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
LARGEST_WHOLE: Final = 100
"""`un emploi sur cinq` is a share; `un congrès en 2024` and `one man in 500` are none. House rule."""


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    folded: str


@lru_cache(maxsize=8192)
def quantities(text: str, language: str, taken: tuple[Span, ...] = ()) -> tuple[Quantity, ...]:
    """Return the quantities of `text` in order. What stands in the spans `taken` (dates) is not counted again."""
    pieces = [_Piece(*match.span(), _piece_form(text, match)) for match in _WORD.finditer(text)]
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
    text: str, pieces: list[_Piece], place: int, words: dict[str, int], language: str
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
        noun, _ = _unit_after(pieces, place + 1, language)
        return Quantity(piece.start, piece.end, ORDINALS[piece.folded], noun, is_ordinal=True), place + 1
    return None, place + 1


def _is_second_of_time(pieces: list[_Piece], place: int) -> bool:
    return pieces[place].folded == "seconde" and place > 0 and pieces[place - 1].folded in ("par", "la", "une", "a")


def _in_figures(text: str, pieces: list[_Piece], place: int, language: str) -> tuple[Quantity | None, int]:
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
        noun, _ = _unit_after(pieces, after, language)
        return Quantity(piece.start, match.end(), value, noun, is_ordinal=True), after
    clock = _clock(text, pieces, after, value)
    if clock is not None:
        end, minutes, after = clock
        return Quantity(piece.start, end, minutes, "minutes", *_exactness(text, piece.start, value)), after
    return _measured(text, piece.start, match.end(), pieces, after, value, language)


@lru_cache(maxsize=4)
def _function_words(language: str) -> frozenset[str]:
    """Return the words to which a copied page glues the number behind them: `avec512`."""
    return frozenset(fold(word) for word in pack(language).function_words if len(word) > 1)


def _clock(text: str, pieces: list[_Piece], after: int, hours: float) -> tuple[int, float, int] | None:
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


def _is_new(pieces: list[_Piece], place: int) -> bool:
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
    text: str, start: int, end: int, pieces: list[_Piece], after: int, value: float, language: str
) -> tuple[Quantity, int]:
    """Return the quantity of that value with the multiple and the unit that follow."""
    rough, bound = _exactness(text, start, value)
    while after < len(pieces) and pieces[after].folded in MULTIPLES and _is_near(text, end, pieces[after].start):
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
    dimension, factor = _unit_after(pieces, after, language)
    before = text[start - 1 : start]
    if before in CURRENCY_BEFORE and before:
        dimension, factor = CURRENCY_BEFORE[before], 1.0
    return Quantity(start, end, value * factor, dimension, rough, bound), after


def _is_near(text: str, end: int, start: int) -> bool:
    return start - end <= 4 and not any(mark in text[end:start] for mark in ".,;:()")


def _exactness(text: str, start: int, value: float) -> tuple[bool, int]:
    """Return whether the words before call the number approximate, and whether they make it a limit."""
    before = " ".join(re.findall(r"\w+", fold(text[max(0, start - 30) : start]))) + " "
    if AT_LEAST.search(before):
        return False, 1
    if AT_MOST.search(before):
        return False, -1
    return bool(ABOUT.search(before)) and not before.endswith("une "), 0


def _share(
    text: str, pieces: list[_Piece], place: int, words: dict[str, int], language: str
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
                piece.start, pieces[place + 1].end, value, "percent", *_exactness(text, piece.start, 0)
            ), place + 2
    between = place + (2 if count and following not in ("sur", "out", "in") else 1)
    joint = pieces[between].folded if between < len(pieces) else ""
    if count and between + 1 < len(pieces) and (joint in ("sur", "out") or (joint == "in" and count == 1)):
        behind = pieces[between + 1].folded
        whole = words.get(behind) or (int(behind) if behind.isdecimal() and len(behind) < 4 else None)
        if whole and count < whole <= LARGEST_WHOLE:
            return Quantity(piece.start, pieces[between + 1].end, 100 * count / whole, "percent"), between + 2
    if piece.folded in ("moitie", "half") or (piece.folded == "tiers" and not count):
        rough, bound = _exactness(text, piece.start, 0)
        return Quantity(piece.start, piece.end, 100 / FRACTIONS[piece.folded], "percent", rough, bound), place + 1
    return _collective(pieces, place, words, language)


def _collective(pieces: list[_Piece], place: int, words: dict[str, int], language: str) -> tuple[Quantity, int] | None:
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
    value = COLLECTIVES.get(noun) or COLLECTIVES.get(noun.removesuffix("s"))
    if value is None or (noun.endswith("s") and not count and noun not in ("quatuors",)):
        return None
    amount = value * (count or 1) * (0.5 if half else 1)
    if [piece.folded for piece in pieces[place_of + 1 : place_of + 3]] == ["et", "demi"]:
        amount += value / 2
        place_of += 2
    dimension, factor = _unit_after(pieces, place_of + 1, language)
    exact = noun.removesuffix("s") in EXACT_COLLECTIVES or (noun.startswith("millier") and count > 1)
    return Quantity(first.start, pieces[place_of].end, amount * factor, dimension, not exact), place_of + 1


def _in_words(
    text: str, pieces: list[_Piece], place: int, words: dict[str, int], language: str
) -> tuple[Quantity | None, int]:
    start = place
    value, place = _spelled(text, pieces, place, words)
    first = pieces[start]
    rank, behind = _rank(text, pieces, place, value)
    if rank:
        noun, _ = _unit_after(pieces, behind, language)
        return Quantity(first.start, pieces[behind - 1].end, rank, noun, is_ordinal=True), behind
    if value == 1 and place == start + 1:
        return _one(text, pieces, start, language)
    if [piece.folded for piece in pieces[max(0, start - 2) : start]] in EVERY:
        return None, place
    if value == 9 and place == start + 1 and _is_new(pieces, start):
        return None, place
    clock = _clock(text, pieces, place, value)
    if clock is not None:
        end, minutes, place = clock
        return Quantity(first.start, end, minutes, "minutes", *_exactness(text, first.start, value)), place
    is_anaphor = value == 2 and start > 0 and pieces[start - 1].folded in ANAPHOR
    quantity, place = _measured(text, first.start, pieces[place - 1].end, pieces, place, value, language)
    return (replace(quantity, is_weak=True) if is_anaphor else quantity), place


def _spelled(text: str, pieces: list[_Piece], place: int, words: dict[str, int]) -> tuple[float, int]:
    """Return the number that starts at `place` in words, and the place behind it."""
    start = place
    total, current = 0.0, 0.0
    while place < len(pieces):
        word = pieces[place].folded
        if place > start and not _joins(text, pieces[place - 1].end, pieces[place].start):
            break
        if word in ("et", "and") and place > start:
            following = words.get(pieces[place + 1].folded, 0) if place + 1 < len(pieces) else 0
            if not _may_follow_and(current, following):
                break
        elif word not in words or (place > start and not _may_follow(current, words[word])):
            break
        elif words[word] == 1000:
            total, current = total + (current or 1) * 1000, 0.0
        else:
            current = _joined(current, words[word])
        place += 1
    return total + current, place


def _rank(text: str, pieces: list[_Piece], place: int, value: float) -> tuple[float, int]:
    """Return the rank that a spelled number makes with the words behind it, and the place behind: `dix-septième`.

    0 where it makes none.
    """
    ones = place + (place + 1 < len(pieces) and pieces[place].folded == "et" and pieces[place + 1].folded == "unieme")
    if ones >= len(pieces):
        return 0.0, place
    last = 1 if pieces[ones].folded == "unieme" else ORDINALS.get(pieces[ones].folded, 0)
    is_joined = all(_joins(text, pieces[at - 1].end, pieces[at].start) for at in range(place, ones + 1))
    if not last or not is_joined or not _may_follow(value, last):
        return 0.0, place
    return _joined(value, last), ones + 1


def _may_follow(current: float, value: int) -> bool:
    return value in (100, 1000) or (value == 20 and current % 100 == 4) or _adds(current, value)


def _joined(current: float, value: int) -> float:
    """Return the number below a thousand that `current` and the next word make."""
    if value == 100:
        return (current or 1) * 100 if current < 10 else current + 100
    if value == 20 and current % 100 == 4:
        return current + 76
    return current + value


def _one(text: str, pieces: list[_Piece], place: int, language: str) -> tuple[Quantity | None, int]:
    """Return the number that is perhaps an article; with a multiple behind it it is none."""
    piece = pieces[place]
    following = pieces[place + 1].folded if place + 1 < len(pieces) else ""
    if following in MULTIPLES and following not in ("m", "k"):
        return _measured(text, piece.start, piece.end, pieces, place + 1, 1.0, language)
    dimension, factor = _unit_after(pieces, place + 1, language)
    before = fold(text[max(0, piece.start - 30) : piece.start])
    is_short = dimension in ("minutes", "days") and factor < LONG_DAYS
    if not is_short or not MEASURED.search(before):
        return Quantity(piece.start, piece.end, factor, dimension, is_weak=True), place + 1
    rough, bound = _exactness(text, piece.start, 1)
    return Quantity(piece.start, piece.end, factor, dimension, rough or before.endswith("pres d'"), bound), place + 1


def _joins(text: str, end: int, start: int) -> bool:
    return text[end:start] in (" ", "-", "\u00a0", "\u202f", "‑", "-\n")


def _may_follow_and(current: float, following: int) -> bool:
    """Whether `et` joins two number words to one: `vingt et un`, `soixante et onze`."""
    tens = current % 100
    return (following in (1, 11) and tens in (20, 30, 40, 50, 60)) or (
        current >= 100 and current % 100 == 0 and 0 < following < 100
    )


def _adds(current: float, value: int) -> bool:
    last = current % 100
    if last == 0:
        return value < 100
    if last == 10:
        return value in (7, 8, 9)
    if last in (60, 80):
        return value < 20
    return last % 10 == 0 and last >= 20 and value < 10


def _behind_whole(pieces: list[_Piece], place: int, language: str) -> int:
    """Return the place behind the number of which the one before is a part, or beside which it stands.

    `deux des trois médecins` counts doctors, `51 et 56 ans` gives years twice.
    """
    words = number_words()["fr" if language == "fr" else "en"]
    after = place
    while after < len(pieces) and pieces[after].folded in BESIDE_NUMBERS:
        after += 1
    behind = after
    while behind < len(pieces) and (pieces[behind].folded[0].isdigit() or words.get(pieces[behind].folded, 0) > 1):
        behind += 1
    return behind if place < after < behind else place


def _unit_after(pieces: list[_Piece], place: int, language: str) -> tuple[str, float]:
    """Return the dimension and factor of the unit or the noun at `place`."""
    units = units_by_form()
    place = _behind_whole(pieces, place, language)
    while place < len(pieces) and pieces[place].folded in SKIPPED:
        place += 1
    if place >= len(pieces):
        return "", 1.0
    word = pieces[place].folded
    if word in ("pour", "per") and place + 1 < len(pieces) and pieces[place + 1].folded in ("cent", "100"):
        return "percent", 1.0
    if word in ("m", "km") and place + 1 < len(pieces) and pieces[place + 1].folded in ("²", "2", "carres"):
        return units[word + "2"]
    if word in ("metres", "kilometres") and place + 1 < len(pieces) and pieces[place + 1].folded == "carres":
        return units["m2" if word == "metres" else "km2"]
    if word in units:
        return units[word]
    if word in TIMES:
        return "times", 1.0
    if word in NO_NOUN or word[0].isdigit():
        return "", 1.0
    return stem(word, language), 1.0
