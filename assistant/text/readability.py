"""Syllables and reading ease. The only importer of textstat: its language is shared mutable state, so one instance each."""

from __future__ import annotations


def count_syllables(word: str, language: str) -> int:
    """Return the number of syllables of one word, at least 1 for a word with a letter."""
    raise NotImplementedError


def reading_ease(text: str, language: str) -> float | None:
    """Return the Flesch score adapted to `language` (higher is easier), or None without words.

    French: 207 - 1.015 words/sentence - 73.6 syllables/word (Kandel & Moles, 1958).
    English: 206.835 - 1.015 words/sentence - 84.6 syllables/word (Flesch, 1948).
    """
    raise NotImplementedError
