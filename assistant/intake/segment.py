"""Which pieces of a paste are the article: title, dek, body, and what each other piece is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import Final, Literal

from assistant.intake.boilerplate import (
    SIGNATURE,
    is_comment_stamp,
    is_credit_end,
    is_stop,
    opening_category,
    strong_category,
)
from assistant.intake.language import function_word_share
from assistant.intake.lines import Piece
from assistant.intake.plain import plain
from assistant.model import BlockKind, RemovedCategory

Label = Literal["title", "dek"] | BlockKind
# House rules, tuned on pasted pages of the development data: how many words a paragraph, a title and a subheading have,
# and how far above the article its title may stand, in pieces.
LONG_PIECE: Final = 12
LONGEST_MENU_ENTRY: Final = 5
LONGEST_SUBHEADING: Final = 18
LIST_REACH: Final = 200
TITLE_WORDS: Final = (3, 32)
TITLE_REACH: Final = 25
TITLE_GROUP: Final = 6
DEK_REACH: Final = 5
TITLE_TOLD: Final = 4
CAPTION_WORDS: Final = 60
# Three dates or buttons of comments make a thread; a comment is at most this many pieces long; so much weight before
# it is an article for sure, so that nothing below it is.
FEWEST_STAMPS: Final = 3
COMMENT_REACH: Final = 6
SURE_ARTICLE: Final = 8.0
# An article pasted without its page has at most two pieces of menu and the like, or a tenth of its pieces.
MOST_CHROME: Final = 2
CHROME_SHARE: Final = 0.1


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a piece is: a part of the article, or clutter of a category. `signed`: an agency signs it."""

    label: Label | None
    category: RemovedCategory | None = None
    signed: bool = False


@dataclass(frozen=True, slots=True)
class _Clue:
    """What a piece looks like on its own: its weight for being article, and a category when it is clutter."""

    weight: float
    category: RemovedCategory | None = None
    stop: bool = False
    stamp: bool = False


def judge_pieces(pieces: list[Piece], language: str) -> list[Judgement]:
    """Return a judgement for each piece, in order.

    The article is the window of pieces with the greatest sum of weights; within it, short pieces are subheadings when a
    paragraph follows, and clutter otherwise. Where no window stands out, everything is kept as paragraphs.
    """
    if not pieces:
        return []
    clues = _clues(pieces, language)
    window = _best_window(clues)
    if window is None:
        return [_plainest(piece, clue) for piece, clue in zip(pieces, clues, strict=True)]
    plain_article = _is_plain_article(pieces, clues)
    first, last = _whole_article(clues, window) if plain_article else window
    judgements = [Judgement(None, _outside_category(*pair)) for pair in zip(pieces, clues, strict=True)]
    _judge_window(pieces, clues, judgements, first, last)
    if plain_article:
        _keep_doubtful(pieces, clues, judgements, first, last)
    _remove_repeats(pieces, judgements)
    _settle_lists(judgements)
    title = _find_title(pieces, clues, judgements, first, language)
    if title is not None:
        judgements[title] = Judgement("title")
        _find_dek(pieces, clues, judgements, title, first, language)
    return judgements


def _clues(pieces: list[Piece], language: str) -> list[_Clue]:
    clues = [_clue(piece, language) for piece in pieces]
    return _with_comment_threads(pieces, clues)


def _clue(piece: Piece, language: str) -> _Clue:
    count = len(piece.words)
    if is_stop(piece.text):
        return _Clue(-9.0, opening_category(piece.text, count) or strong_category(piece.text) or "related", stop=True)
    category = strong_category(piece.text)
    if category:
        return _Clue(-6.0 if count < 90 else -2.0, category)
    category = opening_category(piece.text, count)
    if category and category != "credit" and _is_prose(piece, count, language):
        category = None
    if category != "stamp" and is_comment_stamp(piece.text):
        return _Clue(-3.0, "comments", stamp=True)
    if category:
        return _Clue(-4.0 if not (piece.ends_sentence and count > 20) else -1.0, category)
    if count < CAPTION_WORDS and is_credit_end(piece.text):
        return _Clue(-1.5, "caption")
    if count == 0 or re.fullmatch(r"\W*(?:[a-z]{2}-\d{1,4}|\d{1,4})\W*", piece.text):
        return _Clue(-1.5, "boilerplate")
    return _Clue(_weight(piece, count, language))


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
    return -1.1 if count <= 3 else -0.55


def _with_comment_threads(pieces: list[Piece], clues: list[_Clue]) -> list[_Clue]:
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


def _drown(clues: list[_Clue], start: int, end: int) -> None:
    for index in range(start, end):
        if clues[index].weight > 0:
            clues[index] = _Clue(-1.0, "comments")


def _best_window(clues: list[_Clue]) -> tuple[int, int] | None:
    """The window of the greatest sum; a stop piece costs most of what was gathered so far."""
    best, window = 0.0, None
    current, start = 0.0, 0
    for index, clue in enumerate(clues):
        if current <= 0:
            current, start = 0.0, index
        current += -max(9.0, 0.7 * current) if clue.stop and current > SURE_ARTICLE else clue.weight
        if current > best:
            best, window = current, (start, index)
    return window


def _is_plain_article(pieces: list[Piece], clues: list[_Clue]) -> bool:
    """Whether the paste is an article with hardly anything around it, so that a doubtful piece belongs to it."""
    chrome = sum(
        clue.stop or clue.category in ("menu", "related", "newsletter", "comments", "cookies", "boilerplate")
        or (len(piece.words) <= 2 and not piece.ends_sentence and piece.bullet_start is None)
        for piece, clue in zip(pieces, clues, strict=True)
    )  # fmt: skip
    return chrome <= max(MOST_CHROME, CHROME_SHARE * len(pieces))


def _whole_article(clues: list[_Clue], window: tuple[int, int]) -> tuple[int, int]:
    """The window stretched to the ends of the paste, or to the piece that says that the article is over."""
    stop = next((index for index in range(window[1] + 1, len(clues)) if clues[index].stop), len(clues))
    return 0, stop - 1


def _keep_doubtful(pieces: list[Piece], clues: list[_Clue], judgements: list[Judgement], first: int, last: int) -> None:
    """Keep what only its shortness spoke against; the last paragraph loses its agency's signature, not its news."""
    started = False
    for index in range(first, last + 1):
        piece = pieces[index]
        told = clues[index].weight > 0 and piece.ends_sentence and piece.bullet_start is None
        started = started or told
        if judgements[index].label is None and clues[index].category is None and not piece.glued:
            if piece.bullet_start is not None:
                judgements[index] = Judgement("list") if started else judgements[index]
            elif len(piece.words) > 2 or piece.ends_sentence or piece.text.endswith(":"):
                judgements[index] = Judgement("paragraph")
    end = max(
        (index for index in range(first, last + 1) if judgements[index].label or _is_signed(pieces[index])), default=-1
    )
    if end >= 0 and judgements[end].category == "caption" and any(each.label for each in judgements):
        judgements[end] = Judgement("paragraph", signed=True)


def _is_signed(piece: Piece) -> bool:
    return len(piece.words) > 5 and SIGNATURE.search(piece.text) is not None


def _plainest(piece: Piece, clue: _Clue) -> Judgement:
    return Judgement(None, clue.category) if clue.category else Judgement("paragraph")


def _outside_category(piece: Piece, clue: _Clue) -> RemovedCategory:
    if clue.category:
        return clue.category
    return "related" if len(piece.words) > LONGEST_MENU_ENTRY else "menu"


def _judge_window(pieces: list[Piece], clues: list[_Clue], judgements: list[Judgement], first: int, last: int) -> None:
    for index in range(first, last + 1):
        clue, piece = clues[index], pieces[index]
        if clue.category and not (
            clue.category in ("stamp", "menu", "related", "newsletter") and _is_long_sentence(piece)
        ):
            judgements[index] = Judgement(None, clue.category)
        elif clue.weight > 0:
            in_list = any(pieces[at].bullet_start is not None for at in (index - 1, index + 1) if first <= at <= last)
            judgements[index] = Judgement(_block_kind(piece, in_list=in_list))
        else:
            judgements[index] = _judge_short(pieces, clues, index, first, last)


def _is_long_sentence(piece: Piece) -> bool:
    return len(piece.words) > 30 and piece.ends_sentence


def _block_kind(piece: Piece, *, in_list: bool) -> BlockKind:
    if piece.bullet_start is not None and in_list:
        return "list"
    if re.match(r"[«“\"][^«»“”\"]*[»”\"]\.?$", piece.text) and len(piece.text) < 600:
        return "quote"
    return "paragraph"


def _judge_short(pieces: list[Piece], clues: list[_Clue], index: int, first: int, last: int) -> Judgement:
    """A short piece in the article: a list item, a subheading when a paragraph follows, else clutter."""
    piece = pieces[index]
    if index < last and clues[index + 1].category in ("caption", "credit") and len(pieces[index + 1].words) <= 8:
        return Judgement(None, "caption")
    if piece.bullet_start is not None:
        told = any(
            clues[at].weight > 0 and pieces[at].ends_sentence for at in range(max(first, index - LIST_REACH), index)
        )
        return Judgement("list") if told or piece.ends_sentence else Judgement(None, "related")
    follows = index < last and clues[index + 1].weight > 0 and not clues[index + 1].category
    before = clues[max(first, index - 2) : index]
    preceded = any(clue.weight > 0 or clue.category for clue in before)
    if follows and preceded and 1 < len(piece.words) <= LONGEST_SUBHEADING:
        return Judgement(
            "paragraph" if piece.ends_sentence and not piece.text.endswith(("?", "!", "»")) else "subheading"
        )
    if piece.ends_sentence and len(piece.words) >= 3 and preceded:
        return Judgement("paragraph")
    return Judgement(None, "caption" if piece.glued or len(piece.words) > 6 else "menu")


def _settle_lists(judgements: list[Judgement]) -> None:
    """Make a paragraph of a single list item: its bullet was an accident of the page."""
    for index, judgement in enumerate(judgements):
        around = [each.label for each in (*judgements[max(0, index - 1) : index], *judgements[index + 1 : index + 2])]
        if judgement.label == "list" and "list" not in around:
            judgements[index] = Judgement("paragraph")


def _key(text: str) -> str:
    return re.sub(r"\W", "", plain(text))


def _remove_repeats(pieces: list[Piece], judgements: list[Judgement]) -> None:
    """Keep the first of two paragraphs that say the same; the other is shown as removed."""
    seen: set[str] = set()
    for index, piece in enumerate(pieces):
        if judgements[index].label is None:
            continue
        key = _key(piece.text)
        if key in seen and len(key) > 20:
            judgements[index] = Judgement(None, "boilerplate")
        seen.add(key)


def _content_words(piece: Piece, language: str) -> set[str]:
    return {word for word in piece.words if len(word) > 3 and function_word_share([word], language) != 1.0}


def _find_title(
    pieces: list[Piece], clues: list[_Clue], judgements: list[Judgement], first: int, language: str
) -> int | None:
    """The piece above the article, or its first one, that looks most like its title; None when none does."""
    body = Counter[str]()
    for piece, judgement in zip(pieces, judgements, strict=True):
        if judgement.label:
            body.update(_content_words(piece, language))
    repeats = Counter(_key(piece.text) for piece in pieces)
    scores: dict[int, float] = {}
    for index in range(max(0, first - TITLE_REACH), min(first + 3, len(pieces))):
        if index >= first and (
            judgements[index].label is None or any(each.label == "paragraph" for each in judgements[first:index])
        ):
            continue
        score = _title_score(pieces[index], clues[index], body, repeats, language)
        if score > 0:
            scores[index] = score - 0.04 * max(0, first - index)
    if not scores:
        return None
    best = max(scores, key=lambda index: scores[index])
    told = {index: len(_content_words(pieces[index], language) & body.keys()) for index in scores}
    # A standfirst repeats the article's words as well as its title does, and stands below it.
    return min(
        index
        for index in scores
        if index == best
        or (best - TITLE_GROUP <= index < best and scores[index] >= scores[best] - 0.5 and told[index] >= TITLE_TOLD)
    )


def _title_score(piece: Piece, clue: _Clue, body: Counter[str], repeats: Counter[str], language: str) -> float:
    count = len(piece.words)
    if not TITLE_WORDS[0] <= count <= TITLE_WORDS[1] or clue.category or piece.bullet_start is not None:
        return 0.0
    if piece.text.endswith((".", ",", ";", ":")) or (piece.text.isupper() and count < 5):
        return 0.0
    if re.search(r"[^»” ][.!?…] [«“\"]?[A-ZÀ-Þ]", piece.text):
        return 0.0
    content = _content_words(piece, language)
    told = sum(word in body for word in content) / max(1, len(content))
    length = min(count, 9) / 12 - max(0, count - 22) * 0.05
    return 0.15 + 1.2 * told + length + (0.25 if repeats[_key(piece.text)] > 1 else 0.0)


def _find_dek(
    pieces: list[Piece], clues: list[_Clue], judgements: list[Judgement], title: int, first: int, language: str
) -> None:
    """Mark the standfirst: what stands between title and article, or a first piece without a full stop."""
    for index in range(title + 1, min(max(first + 2, title + DEK_REACH), len(pieces))):
        piece = pieces[index]
        if clues[index].category or piece.bullet_start is not None or len(piece.words) < 8:
            continue
        if piece.function_words(language) <= 0.2:
            continue
        if index < first or not piece.ends_sentence:
            judgements[index] = Judgement("dek")
        return
