"""The shape of a language pack. Words are lower case, with U+0027 apostrophes and composed accents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """The data of one article language; every field is filled in every pack (a test looks)."""

    code: str
    function_words: frozenset[str]
    """Articles, prepositions, pronouns, conjunctions, auxiliaries: words that carry no topic."""
    linking_words: frozenset[str]
    """Those of `function_words` that may differ between the words of a keyphrase: articles and prepositions."""
    elisions: frozenset[str]
    """What stands before an apostrophe as a word of its own: l, d, qu …; empty in English."""
    abbreviations: frozenset[str]
    """Words, without their final full stop, after which a full stop does not end a sentence."""
    abbreviations_before_names: frozenset[str]
    """Those of `abbreviations` that always lead to a name: M., Dr."""
    abbreviations_before_numbers: frozenset[str]
    """Those of `abbreviations` that are one only before a number: art. 5, but `l'art. Les peintres …`."""
    name_particles: frozenset[str]
    """What a family name can start with, behind an initial: J. Le Goff."""
    speech_verbs: frozenset[str]
    """What stands between a speaker and a quotation before it: “Stop!” she said. Empty where the verb comes first."""
    plural_endings: tuple[tuple[str, str], ...]
    """Endings of plurals and their singular, folded; the first that fits is applied."""
    feminine_endings: tuple[tuple[str, str, int], ...]
    """Folded endings of feminines, their masculine, and the shortest word, in letters, that has them."""
    irregular_forms: Mapping[str, str]
    """Folded forms that no ending explains, with the form that stands for their word."""
    unchanging_words: frozenset[str]
    """Folded words that look like a plural or a feminine and are none, or are another word than their masculine."""
    compound_starts: frozenset[str]
    """What makes another word of the word that a hyphen joins to it: porte-avions is no avion."""
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    transitions: tuple[str, ...]
    """Connectives of one or several words; a pair is written with an ellipsis: `d'une part … d'autre part`."""
    generic_headings: frozenset[str]
    """Headings that say nothing: introduction, conclusion …"""
    reading_ease: tuple[float, float, float]
    """The Flesch formula: base, weight of words a sentence, weight of syllables a word; the pack names its origin."""
    quotation_marks: tuple[str, str]
    """The opening and closing mark with the spaces that belong to them."""


def word_list(words: str) -> tuple[str, ...]:
    """Return the words of `words`, which spaces part, in order."""
    return tuple(words.split())


def word_set(words: str) -> frozenset[str]:
    """Return the words of `words`, which spaces part; a pack stays readable that way."""
    return frozenset(words.split())
