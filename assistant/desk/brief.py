"""The brief as settings that the journalist changes one by one."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from assistant.desk import editing
from assistant.desk.drafting import article_language
from assistant.intake.lengths import CHARACTERS_PER_WORD, parse_lengths
from assistant.intake.plain import plain
from assistant.model import Brief, Draft

UNITS_OF_CHARACTERS: Final = ("signe", "caract", "char")


def with_brief(draft: Draft, brief: Brief) -> Draft:
    """Return the draft with another brief, and what depends on it: the language of the article, the sections' targets.

    A bound that was just set wins over an older bound or target that contradicts it; that one is then not set.
    Targets are shared out anew only when the lengths changed.
    """
    old = draft.brief
    brief = _without_contradiction(old, brief)
    draft = editing.set_brief(draft, brief)
    if brief.language != old.language and draft.sources:
        draft = editing.set_details(draft, language=article_language(brief, draft.sources[0].language))
    return editing.rebalance_targets(draft) if _lengths(brief) != _lengths(old) else draft


def characters_of(words: int) -> int:
    """Return about how many characters, spaces included, that many words have: six a word, as when a brief is read."""
    return words * CHARACTERS_PER_WORD


@lru_cache(maxsize=64)
def is_in_characters(text: str) -> bool:
    """Return whether the instruction as written gives the length of the article in characters."""
    simple = plain(text)
    spans = parse_lengths(simple).spans
    return any(unit in simple[start:end] for start, end in spans for unit in UNITS_OF_CHARACTERS)


def _lengths(brief: Brief) -> tuple[int | None, int | None, int | None]:
    return brief.min_words, brief.max_words, brief.target_words


def _without_contradiction(old: Brief, new: Brief) -> Brief:
    low, high, target = _lengths(new)
    if low and high and low > high:
        new = replace(new, max_words=None) if low != old.min_words else replace(new, min_words=None)
    low, high, target = _lengths(new)
    if target and target == old.target_words and ((low and target < low) or (high and target > high)):
        return replace(new, target_words=None)
    if target and low and target < low:
        new = replace(new, min_words=None)
    if target and high and target > high:
        new = replace(new, max_words=None)
    return new
