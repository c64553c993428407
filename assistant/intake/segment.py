"""Which pieces of a paste are the article: title, dek, body, and what each other piece is."""

from __future__ import annotations

import re
from typing import Final

from assistant.intake.boilerplate import SIGNATURE, is_about_author
from assistant.intake.clues import SURE_ARTICLE, Clue, has_numbers, read_clues
from assistant.intake.lines import Piece
from assistant.intake.titles import Judgement, content_words, find_dek, find_title, text_key
from assistant.model import BlockKind, RemovedCategory
from assistant.text.words import fold

# House rules, tuned on pasted pages of the development data: how many words a menu's entry and a subheading have, and
# how many pieces above a list item its article may have begun.
LONGEST_MENU_ENTRY: Final = 5
LONGEST_SUBHEADING: Final = 18
LIST_REACH: Final = 200
# The life of the author is among the last pieces of an article.
LAST_WORDS: Final = 2
# An article pasted without its page has at most two pieces of menu and the like, or a tenth of its pieces.
MOST_CHROME: Final = 2
CHROME_SHARE: Final = 0.1
# So many lines at its end that are no sentences are what stood below it.
FEWEST_LOOSE: Final = 3
# Once so much was told and a piece says that it is over, what follows counts less: other articles, comments.
TOLD_ARTICLE: Final = 6.0
AFTER_ARTICLE: Final = 0.4
# A short sentence beside the article is part of it when it has so many words, and shares so many with it.
FEWEST_WORDS: Final = 4
SHARED_WORDS: Final = 1
# Below a newsletter's form in the middle of a page, a paragraph of so many words goes on with the article
# where it shares so many of its longer words with it; a box has at most so many pieces.
LONG_PARAGRAPH: Final = 35
GOES_ON_WORDS: Final = 4
BOX_PIECES: Final = 8
# A question above a long paragraph is a subheading up to so many words, unless it speaks to somebody.
LONGEST_QUESTION: Final = 12
_ADDRESSED: Final = frozenset(
    ["vous", "votre", "vos", "tu", "ton", "ta", "tes", "toi", "you", "your", "yours", "usted", "ustedes", "sie", "ihr"]
)
_INNER_END: Final = re.compile(r"[.!?:«“\"](?=.)")


def judge_pieces(pieces: list[Piece], language: str) -> list[Judgement]:
    """Return a judgement for each piece, in order.

    The article is the window of pieces with the greatest sum of weights; within it, short pieces are subheadings when a
    paragraph follows, and clutter otherwise. Where no window stands out, everything is kept as paragraphs.
    """
    if not pieces:
        return []
    clues = read_clues(pieces, language)
    window = _best_window(clues)
    if window is None:
        return [_plainest(piece, clue) for piece, clue in zip(pieces, clues, strict=True)]
    plain_article = _is_plain_article(pieces, clues)
    first, last = _whole_article(clues, window) if plain_article else _gone_on(pieces, clues, window, language)
    judgements = [Judgement(None, _outside_category(*pair)) for pair in zip(pieces, clues, strict=True)]
    _judge_window(pieces, clues, judgements, first, last)
    for index in range(window[1] + 1, last + 1 if not plain_article else 0):
        if pieces[index].bullet_start is not None and not pieces[index].text.endswith("."):
            judgements[index] = Judgement(None, "related")  # a link of the box that the article goes on below
    if plain_article:
        _keep_doubtful(pieces, clues, judgements, first, last)
    _remove_repeats(pieces, judgements)
    _remove_author(pieces, judgements)
    _settle_lists(judgements)
    title = find_title(pieces, clues, judgements, first, language)
    if title is not None:
        judgements[title] = Judgement("title")
        _remove_title_repeats(pieces, judgements, title)
        find_dek(pieces, clues, judgements, title, first, language)
        _keep_sentences_around(pieces, clues, judgements, range(title + 1, first), last, language)
    return judgements


def _best_window(clues: list[Clue]) -> tuple[int, int] | None:
    """The window of the greatest sum; a stop piece costs most of what was gathered so far."""
    best, window = 0.0, None
    current, start = 0.0, 0
    over = len(clues)
    for index, clue in enumerate(clues):
        if current <= 0:
            current, start = 0.0, index
        if clue.stop and best >= TOLD_ARTICLE:
            over = min(over, index)
        gain = clue.weight * AFTER_ARTICLE if start > over and clue.weight > 0 else clue.weight
        current += -max(9.0, 0.7 * current) if clue.stop and current > SURE_ARTICLE else gain
        if current > best:
            best, window = current, (start, index)
    return window


def _is_plain_article(pieces: list[Piece], clues: list[Clue]) -> bool:
    """Whether the paste is an article with hardly anything around it, so that a doubtful piece belongs to it."""
    chrome = sum(
        clue.stop or clue.category in ("menu", "related", "newsletter", "comments", "cookies", "boilerplate")
        or (len(piece.words) <= 2 and not piece.ends_sentence and piece.bullet_start is None)
        for piece, clue in zip(pieces, clues, strict=True)
    )  # fmt: skip
    return chrome <= max(MOST_CHROME, CHROME_SHARE * len(pieces))


def _whole_article(clues: list[Clue], window: tuple[int, int]) -> tuple[int, int]:
    """The window stretched to the ends of the paste, or to the piece that says that the article is over."""
    stop = next((index for index in range(window[1] + 1, len(clues)) if clues[index].stop), len(clues))
    return 0, stop - 1


def _gone_on(pieces: list[Piece], clues: list[Clue], window: tuple[int, int], language: str) -> tuple[int, int]:
    """The window with the paragraphs that go on with it below a newsletter's form in its middle.

    They are long and share words with the article; the first that does not begins another text, and what follows a
    date, readers' comments or the author's life never goes on.
    """
    first, last = window
    told = {word for piece in pieces[first : last + 1] for word in content_words(piece, language)}
    end, form = last, False
    for below in range(last + 1, len(pieces)):
        piece, clue = pieces[below], clues[below]
        form = form or clue.category == "newsletter"
        if below - end > BOX_PIECES or clue.category in ("comments", "stamp", "credit") or is_about_author(piece.text):
            break
        if clue.weight <= 0 or clue.category or len(piece.words) < LONG_PARAGRAPH or piece.glued:
            continue
        words = content_words(piece, language)
        if not form or not piece.ends_sentence or len(words & told) < GOES_ON_WORDS:
            break
        end = below
        told |= words
    return first, end


def _keep_doubtful(pieces: list[Piece], clues: list[Clue], judgements: list[Judgement], first: int, last: int) -> None:
    """Keep what only its shortness spoke against; the last paragraph loses its agency's signature, not its news."""
    started = False
    for index in range(first, _start_of_tail(pieces, clues, first, last)):
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


def _start_of_tail(pieces: list[Piece], clues: list[Clue], first: int, last: int) -> int:
    """Where the lines begin that end a paste without being sentences, a page's last menu; behind the end if few."""
    start = last + 1
    while start > first and _is_loose(pieces[start - 1], clues[start - 1]):
        start -= 1
    announced = start > first and pieces[start - 1].text.endswith(":")
    return last + 1 if announced or start == first or last + 1 - start < FEWEST_LOOSE else start


def _is_loose(piece: Piece, clue: Clue) -> bool:
    return clue.weight <= 0 and piece.bullet_start is None and not piece.ends_sentence and not has_numbers(piece)


def _is_signed(piece: Piece) -> bool:
    return len(piece.words) > 5 and SIGNATURE.search(piece.text) is not None


def _plainest(piece: Piece, clue: Clue) -> Judgement:
    return Judgement(None, clue.category) if clue.category else Judgement("paragraph")


def _outside_category(piece: Piece, clue: Clue) -> RemovedCategory:
    if clue.category:
        return clue.category
    return "related" if len(piece.words) > LONGEST_MENU_ENTRY else "menu"


def _judge_window(pieces: list[Piece], clues: list[Clue], judgements: list[Judgement], first: int, last: int) -> None:
    for index in range(first, last + 1):
        clue, piece = clues[index], pieces[index]
        if clue.category and not (
            clue.category in ("stamp", "menu", "related", "newsletter") and _is_long_sentence(piece)
        ):
            judgements[index] = Judgement(None, clue.category)
        elif first < index < last and _asks_for_the_reader(piece) and len(pieces[index + 1].words) >= LONG_PARAGRAPH:
            judgements[index] = Judgement("subheading")
        elif clue.weight > 0:
            in_list = any(pieces[at].bullet_start is not None for at in (index - 1, index + 1) if first <= at <= last)
            judgements[index] = Judgement(_block_kind(piece, in_list=in_list))
        else:
            judgements[index] = _judge_short(pieces, clues, index, first, last)


def _asks_for_the_reader(piece: Piece) -> bool:
    """Whether the piece is one short question that speaks to nobody: a subheading, not what an interviewer asks."""
    asks = piece.text.endswith("?") and piece.bullet_start is None and not _INNER_END.search(piece.text)
    return asks and 2 < len(piece.words) <= LONGEST_QUESTION and _ADDRESSED.isdisjoint(map(fold, piece.words))


def _is_long_sentence(piece: Piece) -> bool:
    return len(piece.words) > 30 and piece.ends_sentence


def _block_kind(piece: Piece, *, in_list: bool) -> BlockKind:
    if piece.bullet_start is not None and in_list:
        return "list"
    if re.match(r"[«“\"][^«»“”\"]*[»”\"]\.?$", piece.text) and len(piece.text) < 600:
        return "quote"
    return "paragraph"


def _judge_short(pieces: list[Piece], clues: list[Clue], index: int, first: int, last: int) -> Judgement:
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
    preceded = any(clue.weight > 0 or clue.category for clue in before) or has_numbers(pieces[max(first, index - 1)])
    if follows and preceded and 1 < len(piece.words) <= LONGEST_SUBHEADING:
        return Judgement(
            "paragraph" if piece.ends_sentence and not piece.text.endswith(("?", "!", "»")) else "subheading"
        )
    if piece.ends_sentence and len(piece.words) >= 3 and preceded:
        return Judgement("paragraph")
    around = [at for at in (index - 1, index + 1) if first <= at <= last]
    if has_numbers(piece) and preceded and any(has_numbers(pieces[at]) or clues[at].weight > 0 for at in around):
        return Judgement("paragraph")
    if piece.text.endswith(":") and len(piece.words) >= 3 and preceded and index < last:
        return Judgement("paragraph")
    return Judgement(None, "caption" if piece.glued or len(piece.words) > 6 else "menu")


def _keep_sentences_around(
    pieces: list[Piece], clues: list[Clue], judgements: list[Judgement], above: range, last: int, language: str
) -> None:
    """Keep the short sentences between the title and the article, and right below it, that tell of the same."""
    told: set[str] = set()
    for piece, judgement in zip(pieces, judgements, strict=True):
        if judgement.label:
            told |= content_words(piece, language)

    def belongs(index: int) -> bool:
        piece = pieces[index]
        if judgements[index].label or clues[index].category or clues[index].stop or piece.glued:
            return False
        is_sentence = piece.text.endswith(".") and piece.bullet_start is None and len(piece.words) >= FEWEST_WORDS
        return is_sentence and len(content_words(piece, language) & told) >= SHARED_WORDS

    for index in above:
        if belongs(index):
            judgements[index] = Judgement("paragraph")
    below = last + 1
    while below < len(pieces) and belongs(below):
        judgements[below] = Judgement("paragraph")
        below += 1


def _settle_lists(judgements: list[Judgement]) -> None:
    """Make a paragraph of a single list item: its bullet was an accident of the page."""
    for index, judgement in enumerate(judgements):
        around = [each.label for each in (*judgements[max(0, index - 1) : index], *judgements[index + 1 : index + 2])]
        if judgement.label == "list" and "list" not in around:
            judgements[index] = Judgement("paragraph")


def _remove_author(pieces: list[Piece], judgements: list[Judgement]) -> None:
    """Take away who the author is when that ends the article."""
    kept = [index for index, judgement in enumerate(judgements) if judgement.label]
    for index in kept[-LAST_WORDS:] if len(kept) > 2 * LAST_WORDS else ():
        if is_about_author(pieces[index].text):
            judgements[index] = Judgement(None, "credit")


def _remove_title_repeats(pieces: list[Piece], judgements: list[Judgement], title: int) -> None:
    """Take away the title said again, alone or at the head of a line of other titles."""
    key = text_key(pieces[title].text)
    for index, piece in enumerate(pieces):
        if index != title and judgements[index].label and len(key) > 20:
            own = text_key(piece.text)
            if own == key or (own.startswith(key) and not piece.ends_sentence):
                judgements[index] = Judgement(None, "related" if len(own) > len(key) else "boilerplate")


def _remove_repeats(pieces: list[Piece], judgements: list[Judgement]) -> None:
    """Keep the first of two paragraphs that say the same; the other is shown as removed."""
    seen: set[str] = set()
    for index, piece in enumerate(pieces):
        if judgements[index].label is None:
            continue
        key = text_key(piece.text)
        if key in seen and len(key) > 20:
            judgements[index] = Judgement(None, "boilerplate")
        seen.add(key)
