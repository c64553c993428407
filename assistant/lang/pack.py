"""The shape of a language pack. Words are lower case, with U+0027 apostrophes and composed accents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """The data of one article language; every field is filled in every pack (a test looks)."""

    code: str
    function_words: frozenset[str]
    """Articles, prepositions, pronouns, conjunctions, auxiliaries: words that carry no topic."""
    elisions: frozenset[str]
    """What stands before an apostrophe as a word of its own: l, d, qu …; empty in English."""
    abbreviations: frozenset[str]
    """Words, without their final full stop, after which a full stop does not end a sentence."""
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    transitions: tuple[str, ...]
    """Connectives of one or several words; a pair is written with an ellipsis: `d'une part … d'autre part`."""
    generic_headings: frozenset[str]
    """Headings that say nothing: introduction, conclusion …"""
    quotation_marks: tuple[str, str]
    """The opening and closing mark with the spaces that belong to them."""
