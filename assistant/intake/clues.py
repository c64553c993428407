"""What a piece of a paste looks like, alone and among its neighbours: article, or clutter of a category."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from assistant.intake.boilerplate import (
    is_comment_stamp,
    is_credit_end,
    is_credited,
    is_excerpt,
    is_stop,
    opening_category,
    strong_category,
)
from assistant.intake.bylines import is_bare_byline, is_dated_byline
from assistant.intake.lines import Piece
from assistant.intake.plain import plain
from assistant.model import RemovedCategory

# House rules, tuned on pasted pages of the development data: from how many words on a piece reads like a paragraph, and
# up to how many it can be the caption of a picture.
LONG_PIECE: Final = 12
CAPTION_WORDS: Final = 60
LONG_CAPTION: Final = 110
# The name of a newsletter is short: "Société", "La lettre du soir".
NEWSLETTER_NAME: Final = 5
# A paragraph full of names and numbers, from so many words on, holds the end of a sentence and the start of the next.
NAMES_PIECE: Final = 25
# Rows of a table or of dates: how many in a row, of how many words, and the weight of each.
FEWEST_ROWS: Final = 5
ROW_WORDS: Final = (4, 30)
ROW_WEIGHT: Final = 0.5

_SENTENCES: Final = re.compile(r"[^\W\d_]{2}[.!?] [A-ZÀ-Þ]")
_PRAISED: Final = re.compile(
    r"\b(?:decouvrez|retrouvez|recevez|suivez|discover|get) (?:the|our|your|les?|la|l.|nos|notre|chaque|toute)\b"
)
_NUMBER: Final = re.compile(r"(?<![\w])[-+$€£]?\d[\d.,:]*%?(?!\w)")
_DAY: Final = re.compile(
    r"\W{0,3}(?:(?:[^\W\d_]{2,9}\.?,? )?(?:\d{1,2}(?:er|st|nd|rd|th)? [^\W\d_]{3,9}|[^\W\d_]{3,9}\.? \d{1,2}|"
    r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?))(?:,? \d{4})?\s?[–—:-]\s"
)
# Three dates or buttons of comments make a thread; a comment is at most this many pieces long; so much weight before
# it is an article for sure, so that nothing below it is.
FEWEST_STAMPS: Final = 3
STAMP_WORDS: Final = 5
COMMENT_REACH: Final = 6
# Behind the author's name at the end of an article, so many pieces hold no paragraph of it.
SIGNATURE_REACH: Final = 2
SURE_ARTICLE: Final = 8.0


@dataclass(frozen=True, slots=True)
class Clue:
    """What a piece looks like: its weight for being article, and a category when it is clutter.

    `stop`: the article is over here. `stamp`: a date, author or button of a reader's comment.
    """

    weight: float
    category: RemovedCategory | None = None
    stop: bool = False
    stamp: bool = False


def read_clues(pieces: list[Piece], language: str) -> list[Clue]:
    """Return the clue of each piece, in order."""
    clues = _with_rows(pieces, _with_signatures(pieces, [_clue(piece, language) for piece in pieces]))
    return _with_comment_threads(pieces, _with_blurbs(pieces, clues))


def _clue(piece: Piece, language: str) -> Clue:
    count = len(piece.words)
    if is_stop(piece.text):
        return Clue(-9.0, opening_category(piece.text, count) or strong_category(piece.text) or "related", stop=True)
    category = strong_category(piece.text)
    if category:
        return Clue(-1.5, category)
    category = opening_category(piece.text, count)
    if category and category != "credit" and _is_prose(piece, count, language):
        category = None
    is_sentence = piece.text.endswith(".") and count > STAMP_WORDS
    if category != "stamp" and not is_sentence and is_comment_stamp(piece.text):
        return Clue(-3.0, "credit" if is_dated_byline(piece.text) else "comments", stamp=True)
    if category:
        return Clue(-4.0 if not (piece.ends_sentence and count > 20) else -1.0, category)
    if (count < CAPTION_WORDS and is_credit_end(piece.text)) or (count < LONG_CAPTION and is_credited(piece.text)):
        return Clue(-1.5, "caption")
    if is_excerpt(piece.text):
        return Clue(-1.5, "related")
    if count == 0 or re.fullmatch(r"\W*(?:[a-z]{2}-\d{1,4}|\d{1,4})\W*", piece.text):
        return Clue(-1.5, "boilerplate")
    return Clue(_weight(piece, count, language))


def _with_signatures(pieces: list[Piece], clues: list[Clue]) -> list[Clue]:
    """Take a line that is only a name, above the first paragraph or behind the last, for the author's.

    Names in a row are a list, and a name between paragraphs is a subheading.
    """
    signed = [clue.category is None and is_bare_byline(piece.text) for piece, clue in zip(pieces, clues, strict=True)]
    result = list(clues)
    told = False
    for index, is_signed in enumerate(signed):
        told = told or clues[index].weight > 0
        goes_on = told and any(clue.weight > 0 for clue in clues[index + 1 : index + 1 + SIGNATURE_REACH])
        if is_signed and not goes_on and not any(signed[max(0, index - 1) : index] + signed[index + 1 : index + 2]):
            result[index] = Clue(clues[index].weight, "credit")
    return result


def _with_blurbs(pieces: list[Piece], clues: list[Clue]) -> list[Clue]:
    """Take what praises a newsletter, under its name and above its form, as part of it."""
    result = list(clues)
    for index in range(1, len(pieces) - 1):
        named = len(pieces[index - 1].words) <= NEWSLETTER_NAME and not pieces[index - 1].ends_sentence
        if named and clues[index + 1].category == "newsletter" and _PRAISED.search(plain(pieces[index].text[:300])):
            result[index] = Clue(-0.3, "newsletter")
    return result


def _with_rows(pieces: list[Piece], clues: list[Clue]) -> list[Clue]:
    """Give the rows of a table, and dates with what they announce, the weight of an article's list."""
    result = list(clues)
    for is_row, run in groupby(range(len(pieces)), key=lambda index: _is_row(pieces[index], clues[index])):
        rows = list(run)
        if is_row and len(rows) >= FEWEST_ROWS:
            for index in rows:
                result[index] = Clue(max(ROW_WEIGHT, clues[index].weight))
    return result


def _is_row(piece: Piece, clue: Clue) -> bool:
    """Whether a piece is the row of a table: two numbers or more among few words; or begins with a day and a dash."""
    if clue.stop or clue.stamp or clue.category not in (None, "stamp"):
        return False
    if not ROW_WORDS[0] <= len(piece.words) <= ROW_WORDS[1]:
        return False
    if _DAY.match(piece.text):
        return True
    numbers = len(_NUMBER.findall(piece.text))
    return clue.category is None and numbers >= 3 and 4 * numbers >= len(piece.words)


def has_numbers(piece: Piece) -> bool:
    """Whether a piece holds two numbers or more among few words, as the row of a small table does."""
    return ROW_WORDS[0] <= len(piece.words) <= ROW_WORDS[1] and len(_NUMBER.findall(piece.text)) >= 2


def _is_prose(piece: Piece, count: int, language: str) -> bool:
    """Whether a piece is a plain sentence: one that merely begins like clutter ("Publié en 2019, le rapport …")."""
    return count >= LONG_PIECE and piece.text.endswith((".", "»", "”")) and piece.function_words(language) > 0.25


def _weight(piece: Piece, count: int, language: str) -> float:
    share = piece.function_words(language)
    if count >= LONG_PIECE and piece.ends_sentence and share > 0.25:
        return min(count, 80) / 8
    if count >= 20 and share > 0.2:
        return min(count, 80) / 12
    if count >= 8 and piece.ends_sentence and share > 0.2:
        return 1.0
    if count >= 4 and piece.ends_sentence and share > 0.2:
        return 0.2
    if count >= NAMES_PIECE and share > 0.1 and _SENTENCES.search(piece.text):
        return 1.5
    return -1.1 if count <= 3 else -0.55


def _with_comment_threads(pieces: list[Piece], clues: list[Clue]) -> list[Clue]:
    """Weigh down what stands between the stamps of comments, and all that follows their heading."""
    stamps = [index for index, clue in enumerate(clues) if clue.stamp]
    result = list(clues)
    if len(stamps) < FEWEST_STAMPS:
        return result
    for first, second, third in zip(stamps, stamps[1:], stamps[2:], strict=False):
        if second - first <= COMMENT_REACH and third - second <= COMMENT_REACH:
            _drown(result, first + 1, third)
    told = 0.0
    for index, clue in enumerate(clues):
        if clue.stop and clue.category == "comments" and told >= SURE_ARTICLE:
            if len(stamps) - bisect_right(stamps, index) >= FEWEST_STAMPS - 1:
                _drown(result, index + 1, min(len(clues), stamps[-1] + COMMENT_REACH))
            break
        told += max(0.0, clue.weight)
    return result


def _drown(clues: list[Clue], start: int, end: int) -> None:
    for index in range(start, end):
        if clues[index].weight > 0:
            clues[index] = Clue(-1.0, "comments")
