"""Names of people, places and organisations: runs of words in capitals, and how two of them can be the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.lang import pack
from assistant.model import Span
from assistant.text.words import fold


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a text: `start` and `end` point into the text read; `parts` are its folded words without particles."""

    start: int
    end: int
    parts: tuple[str, ...]


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W_]+)*|\d+")
_JOIN = re.compile(
    r"^(?: |-|\u00a0| ?['’]| (?:de l['’]|à l['’]|d['’]|l['’]|(?:de|du|des|la|le|les|van|von|der|den|al|el|bin|ben|of|"
    r"di|da|dos|y|sur|en)(?: la| les?)? ))$"
)
_STARTS: Final = frozenset('.!?…:«“"(—–-•*\n')
_TITLES: Final = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "me",
        "dr",
        "pr",
        "mr",
        "mrs",
        "ms",
        "sir",
        "lord",
        "saint",
        "sainte",
        "st",
        "ste",
        "general",
        "president",
        "ministre",
        "docteur",
    ]
)
LONGEST_WORD: Final = 60
"""Characters before a place within which its word begins. House rule: no longer name is written with hyphens."""
_COMMON: Final = frozenset(["etat", "etats", "terre", "internet", "eglise", "republique", "etc"])
IsName = Callable[[str], bool]
_VERB_BEHIND = re.compile(
    r"^ (?:a|ont|est|sont|avait|avaient|était|étaient|sera|seront|fut|furent|aurait|va|vont|n['’]|ne|s['’]|se|dit|"
    r"assure|affirme|"
    r"estime|reste|veut|doit|peut|has|have|is|was|will|said|says|had|did|does)\b"
)


@lru_cache(maxsize=8192)
def capital_runs(text: str) -> tuple[tuple[int, int, tuple[str, ...], bool], ...]:
    """Return the runs of words in capitals: start, end, words as written, and whether the run opens a sentence."""
    found: list[tuple[int, int, list[str], bool]] = []
    last_end = -1
    for match in _WORD.finditer(text):
        word = match.group()
        if not word[0].isupper():
            if (
                word[0].isdigit()
                and found
                and last_end == found[-1][1]
                and text[last_end : match.start()] in (" ", "-")
            ):
                found[-1] = (found[-1][0], match.end(), [*found[-1][2], word], found[-1][3])
                last_end = match.end()
            continue
        before = text[: match.start()].rstrip()
        opens = not before or before[-1] in _STARTS
        gap = text[last_end : match.start()] if found else ""
        # A full stop joins only an initial to its name: `J.-P. Bruneau`.
        joined = (
            bool(found)
            and last_end == found[-1][1]
            and (
                gap in (" ", "-", "\u00a0")
                or (gap in (". ", ".-", ".") and len(found[-1][2][-1]) <= 2)
                or _JOIN.match(gap)
            )
        )
        if joined and "." in gap and len(found[-1][2][-1]) > 2:
            joined = False
        if joined:
            found[-1] = (found[-1][0], match.end(), [*found[-1][2], word], found[-1][3])
        else:
            found.append((match.start(), match.end(), [word], opens))
        last_end = match.end()
    return tuple((start, end, tuple(words), opens) for start, end, words, opens in found)


def names(text: str, language: str, is_name: IsName) -> tuple[Name, ...]:
    """Return the names of `text`. `is_name` says of a folded word whether the texts at hand use it as a name.

    It decides only for the first word of a sentence, which has a capital in any case.
    """
    function = _folded_function_words(language)
    found = []
    for start, end, words, opens in capital_runs(text):
        parts = [(word, fold(word)) for word in words]
        if opens:
            while parts and not _opens_with_name(parts, text, end, function, is_name):
                start = text.find(parts[1][0], start + len(parts[0][0])) if len(parts) > 1 else end
                parts = parts[1:]
        kept = tuple(
            piece
            for _, folded in parts
            for piece in folded.split("-")
            if len(piece) > 1 and piece not in _TITLES and piece not in function and not piece.isdigit()
        )
        if kept and not all(piece in _COMMON for piece in kept):
            found.append(Name(start, end, kept))
    return tuple(found)


def _opens_with_name(
    parts: list[tuple[str, str]], text: str, end: int, function: frozenset[str], is_name: IsName
) -> bool:
    """Whether the first word of a sentence is a name: known as one, an acronym, or right before a verb."""
    written, folded = parts[0]
    if folded in function or len(written) == 1:
        return False
    if is_name(folded) or (written.isupper() and len(written) > 1):
        return True
    if folded.rstrip("s") in _TITLES:
        return len(parts) > 1
    return not folded.endswith("s") and (len(parts) == 1 and bool(_VERB_BEHIND.match(text[end : end + 12])))


_PART_BEFORE: Final = re.compile(r"[^\W_](?:[^\W_]|-(?=[^\W_]))*-?$")
_PART_BEHIND: Final = re.compile(r"(?:[^\W_]|-(?=[^\W_]))*")


def whole(text: str, start: int, end: int) -> Span:
    """Return the stretch of `text` widened to whole words, a hyphen being within one: `Jong` to `Jong-un`."""
    window = max(0, start - LONGEST_WORD)
    before = _PART_BEFORE.search(text[window:start]) if text[start : start + 1].isalnum() else None
    behind = _PART_BEHIND.match(text, end) if text[end - 1 : end].isalnum() else None
    return window + before.start() if before else start, behind.end() if behind else end


@lru_cache(maxsize=131_072)
def likeness(one: str, other: str) -> bool:
    """Whether two folded words are one name in two spellings: one letter in six may differ, plural s is free."""
    if one == other or one.rstrip("s") == other.rstrip("s"):
        return True
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 2:
        return False
    return _distance(one, other, max(len(one), len(other)) // 6 + (len(one) > 8)) is not None


def _distance(one: str, other: str, most: int) -> int | None:
    """Return the edit distance when it is at most `most`, else None."""
    if most < 1:
        return 0 if one == other else None
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        previous, row[0] = row[0], place
        for column, against in enumerate(other, 1):
            previous, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, previous + (letter != against)),
            )
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


@lru_cache(maxsize=8)
def _folded_function_words(language: str) -> frozenset[str]:
    words = pack(language)
    firsts = {phrase.split()[0].split("'")[0] for phrase in words.transitions}
    return frozenset(fold(word) for word in words.function_words | firsts)
