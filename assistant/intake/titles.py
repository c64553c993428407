"""The title of a paste and its standfirst, once its article is known."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final, Literal

from assistant.intake.clues import Clue
from assistant.intake.language import function_word_share
from assistant.intake.lines import Piece
from assistant.intake.plain import plain
from assistant.model import BlockKind, RemovedCategory

Label = Literal["title", "dek"] | BlockKind

# House rules, tuned on pasted pages of the development data: how many words a title has, how far above the article it
# may stand, in pieces, how far above its standfirst, and how many words of the article it repeats.
TITLE_WORDS: Final = (3, 32)
TITLE_REACH: Final = 25
TITLE_GROUP: Final = 6
DEK_REACH: Final = 5
TITLE_TOLD: Final = 4
# "Handball (N1). A team wins": the kicker of the regional press, a few words and a full stop before the title.
_KICKER: Final = re.compile(r"^(?:[^\s.!?…]+ ){0,3}[^\s.!?…]+[.!] (?=[«“\"]?[A-ZÀ-Þ])")
_SENTENCES: Final = re.compile(r"[^»” ][.!?…] [«“\"]?[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a piece is: a part of the article, or clutter of a category. `signed`: an agency signs it."""

    label: Label | None
    category: RemovedCategory | None = None
    signed: bool = False


def text_key(text: str) -> str:
    """Return the letters and digits of `text`, by which two repeats know each other."""
    return re.sub(r"\W", "", plain(text))


def content_words(piece: Piece, language: str) -> set[str]:
    """Return the longer words of a piece that carry its topic."""
    return {word for word in piece.words if len(word) > 3 and function_word_share([word], language) != 1.0}


def find_title(
    pieces: list[Piece], clues: list[Clue], judgements: list[Judgement], first: int, language: str
) -> int | None:
    """The piece above the article, or its first one, that looks most like its title; None when none does."""
    body = Counter[str]()
    for piece, judgement in zip(pieces, judgements, strict=True):
        if judgement.label:
            body.update(content_words(piece, language))
    repeats = Counter(text_key(piece.text) for piece in pieces)
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
    told = {index: len(content_words(pieces[index], language) & body.keys()) for index in scores}
    # A standfirst repeats the article's words as well as its title does, and stands below it.
    return min(
        index
        for index in scores
        if index == best
        or (best - TITLE_GROUP <= index < best and scores[index] >= scores[best] - 0.5 and told[index] >= TITLE_TOLD)
    )


def _title_score(piece: Piece, clue: Clue, body: Counter[str], repeats: Counter[str], language: str) -> float:
    count = len(piece.words)
    if not TITLE_WORDS[0] <= count <= TITLE_WORDS[1] or clue.category or piece.bullet_start is not None:
        return 0.0
    if piece.text.endswith((".", ",", ";", ":")) or (piece.text.isupper() and count < 5):
        return 0.0
    if _SENTENCES.search(_KICKER.sub("", piece.text)):
        return 0.0
    content = content_words(piece, language)
    told = sum(word in body for word in content) / max(1, len(content))
    length = min(count, 9) / 12 - max(0, count - 22) * 0.05
    return 0.15 + 1.2 * told + length + (0.25 if repeats[text_key(piece.text)] > 1 else 0.0)


def find_dek(
    pieces: list[Piece], clues: list[Clue], judgements: list[Judgement], title: int, first: int, language: str
) -> None:
    """Mark the standfirst: what stands between title and article, or a first piece without a full stop."""
    key = text_key(pieces[title].text)
    for index in range(title + 1, min(max(first + 2, title + DEK_REACH), len(pieces))):
        piece = pieces[index]
        if text_key(piece.text).endswith(key):
            continue
        if clues[index].category or piece.bullet_start is not None or len(piece.words) < 8:
            continue
        if piece.function_words(language) <= 0.2:
            continue
        if index < first or not piece.ends_sentence:
            judgements[index] = Judgement("dek")
        return
