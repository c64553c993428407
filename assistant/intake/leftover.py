"""What a web page says beside its article, so that nothing of it is hidden."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from assistant.intake.boilerplate import opening_category, strong_category
from assistant.intake.lines import visible
from assistant.intake.titles import text_key
from assistant.intake.web import strip_tags
from assistant.model import Removed, RemovedCategory

# House rules: a menu's entry has at most so many words; a group is shown as one text of at most so many characters,
# and so much of a page is listed at most, because a page of an archive would bury its article.
LONGEST_MENU_ENTRY: Final = 5
LONGEST_GROUP: Final = 2_000
MOST_LEFT_OUT: Final = 60_000
# A shorter line is in the article only when it is a whole line of it.
LONG_LINE: Final = 20


def list_left_out(page: str, kept: Iterable[str]) -> tuple[Removed, ...]:
    """Return the lines of `page` that are in none of the `kept` texts, repeats once, neighbours of a kind as one.

    They have no offsets.
    """
    keys = {text_key(text) for text in kept}
    article = "\n".join(keys)
    seen: set[str] = set()
    left: list[str] = []
    length = 0
    for line in strip_tags(page).split("\n"):
        text = visible(line)
        key = text_key(text)
        if not key or key in seen or key in keys or (len(key) > LONG_LINE and key in article):
            continue
        seen.add(key)
        length += len(text)
        if length > MOST_LEFT_OUT:
            break
        left.append(text)
    return tuple(_grouped(left))


def _grouped(lines: list[str]) -> Iterable[Removed]:
    for category, group in groupby(lines, key=_category):
        gathered = ""
        for text in group:
            if gathered and len(gathered) + len(text) > LONGEST_GROUP:
                yield Removed(category, gathered)
                gathered = ""
            gathered = f"{gathered}\n{text}" if gathered else text
        yield Removed(category, gathered)


def _category(text: str) -> RemovedCategory:
    words = len(text.split())
    category = strong_category(text) or opening_category(text, words)
    return category or ("menu" if words <= LONGEST_MENU_ENTRY else "related")
