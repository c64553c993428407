"""Numbers in words: the value that `deux cent douze` or `dix-septième` spells, and where its last word stands."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.facts.number_words import ORDINALS


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a number or a sign of a text: `start` and `end` point into it; an elided word keeps its apostrophe."""

    start: int
    end: int
    folded: str


def spelled(text: str, pieces: list[Piece], place: int, words: dict[str, int]) -> tuple[float, int]:
    """Return the number that starts at `place` in words, and the place behind it."""
    start = place
    total, current = 0.0, 0.0
    while place < len(pieces):
        word = pieces[place].folded
        if place > start and not joins(text, pieces[place - 1].end, pieces[place].start):
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


def rank(text: str, pieces: list[Piece], place: int, value: float) -> tuple[float, int]:
    """Return the rank that a spelled number makes with the words behind it, and the place behind: `dix-septième`.

    0 where it makes none.
    """
    ones = place + (place + 1 < len(pieces) and pieces[place].folded == "et" and pieces[place + 1].folded == "unieme")
    if ones >= len(pieces):
        return 0.0, place
    last = 1 if pieces[ones].folded == "unieme" else ORDINALS.get(pieces[ones].folded, 0)
    is_joined = all(joins(text, pieces[at - 1].end, pieces[at].start) for at in range(place, ones + 1))
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


def joins(text: str, end: int, start: int) -> bool:
    """Whether what stands between two words of a text joins them to one number: a space or a hyphen."""
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
