"""Where an English noun phrase really ends: no verb, no adverb and no half of a pair may close a heading."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from assistant.lang import pack
from assistant.lang.pack import word_set
from assistant.writing.cues import StoryCues
from assistant.writing.tokens import Token, is_finite

_ADVERB = re.compile(
    r"(?!family$|supply$|reply$|ally$|assembly$|anomaly$|monopoly$|july$|italy$|bully$|belly$).{3,}ly$"
)
_PAST = re.compile(r".{2,}[^e]ed$")
_GERUND = re.compile(r".{3,}ing$")
_CLOSING_ADVERBS: Final = word_set(
    "below above earlier later once again all both too here there away back together alone online"
)
_TIMES: Final = (frozenset(["last", "this", "next", "every"]), frozenset(["week", "month", "year", "night", "time"]))
_AND: Final = ("and", "or")


def english_end(tokens: list[Token], first: int, last: int, words: StoryCues, *, inner: bool) -> int:
    """Return the last token of the phrase that opens at `first` and seemed to end at `last`; `first` where it is torn.

    `the firm | to cut costs` for an `inner` phrase, which stands behind a preposition; `the Taliban | to the table`,
    `the test | allegedly failed`, `the law | forcing the city`, `the boats | used`, `the exchange | last week`.
    """
    if any(token.folded == "ago" for token in tokens[first : last + 1]):
        return first  # when, not what
    last = min(last, _verbal(tokens, first, last, words, inner=inner))
    while last > first and _is_loose(tokens, last, words):
        last -= 1
    if tokens[last - 1].folded in _TIMES[0] and tokens[last].folded in _TIMES[1]:
        last -= 2
    torn = last > first and (_halves_a_pair(tokens, last, words) or _halves_a_list(tokens, last))
    return first if torn else max(first, last)


def follows_month(tokens: list[Token], place: int) -> bool:
    """Whether a number is the day of a month: `Nov. 25 kickoff` counts no kickoffs."""
    months = tuple(month[:3].casefold() for month in pack("en").months)
    return place > 0 and tokens[place - 1].name and tokens[place - 1].folded.startswith(months)


def _verbal(tokens: list[Token], first: int, last: int, words: StoryCues, *, inner: bool) -> int:
    """Return the token before the first one that shows a verb; `last` where none does."""
    for place in range(first + 2, last + 1):
        token, previous = tokens[place], tokens[place - 1]
        after = tokens[place + 1] if place < len(tokens) - 1 and not tokens[place + 1].apart else None
        determined = after is not None and after.folded in words.determiners | words.possessives
        if token.folded == "to" and (previous.name or (inner and after is not None and not determined)):
            return place - 1
        if _ADVERB.match(token.folded) and after is not None and _PAST.match(after.folded):
            return place - 1
        gerund = _GERUND.match(token.folded) and not token.name and after is not None
        if gerund and (determined or (after is not None and (after.name or after.folded == "that"))):
            return place - 1
    return last


def _is_loose(tokens: list[Token], last: int, words: StoryCues) -> bool:
    token = tokens[last]
    if token.name:
        return False
    if token.folded in _CLOSING_ADVERBS or _ADVERB.match(token.folded) or _PAST.match(token.folded):
        return True
    if token.folded in words.prepositions | words.determiners | words.phrase_stops:
        return True
    after = tokens[last + 1] if last + 1 < len(tokens) and not tokens[last + 1].apart else None
    if not _GERUND.match(token.folded) or after is None:
        return False
    return not is_finite(tokens, last + 1, words) and after.folded not in words.phrase_stops


def _halves_a_pair(tokens: list[Token], last: int, words: StoryCues) -> bool:
    """Whether `and` joins the last word to another one before their noun: `maintenance | and cleaning workers`."""
    if last + 2 >= len(tokens) or tokens[last + 1].folded not in _AND or tokens[last + 1].apart:
        return False
    following = tokens[last + 2]
    opens = following.folded in words.determiners | words.phrase_stops | words.prepositions | words.possessives
    return not (opens or following.name or following.apart or is_finite(tokens, last + 2, words))


def _halves_a_list(tokens: list[Token], last: int) -> bool:
    """Whether the phrase ends with the first of several names: `the team of Anne Petit | , Paul Roux and Ada King`."""
    if last + 1 >= len(tokens) or not tokens[last].name or tokens[last + 1].mark != "," or not tokens[last + 1].name:
        return False
    ahead = tokens[last + 2 : last + 8]
    return any(token.folded in _AND and after.name for token, after in pairwise(ahead))
