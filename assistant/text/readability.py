"""Syllables and reading ease. The only importer of textstat: one instance a language, since it keeps its language.

textstat 0.7.13 (pinned): `textstatistics()` keeps its language on the instance; for English it asks NLTK to download a
dictionary, so its `get_cmudict` is replaced by one that knows none and pyphen's patterns count instead.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from typing import Protocol, cast

from assistant.lang import pack
from assistant.text.sentences import sentence_spans
from assistant.text.words import word_spans

_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CREATION = threading.Lock()


class _SyllableCounter(Protocol):
    """What this module uses of textstat."""

    def set_lang(self, lang: str) -> None: ...

    def syllable_count(self, text: str) -> int: ...


@lru_cache(maxsize=8)
def _create_counter(language: str) -> _SyllableCounter:
    import importlib

    import textstat

    counting = importlib.import_module("textstat.backend.counts._count_syllables")
    counting.__dict__["get_cmudict"] = lambda _language: None
    counter = cast("_SyllableCounter", textstat.textstat.__class__())
    counter.set_lang(language)
    return counter


@lru_cache(maxsize=65_536)
def count_syllables(word: str, language: str) -> int:
    """Return the number of syllables of one word: at least 1 for a word, 1 for a number, 0 for marks alone."""
    letters = " ".join(_LETTERS.findall(word))
    if not letters:
        return int(any(character.isdigit() for character in word))
    with _CREATION:
        counter = _create_counter(language)
        return max(1, counter.syllable_count(letters))


def reading_ease(text: str, language: str) -> float | None:
    """Return the reading ease of `text`, or None without words: see `flesch`."""
    words = word_spans(text)
    syllables = sum(count_syllables(text[start:end], language) for start, end in words)
    return flesch(len(words), len(sentence_spans(text, language)), syllables, language)


def flesch(words: int, sentences: int, syllables: int, language: str) -> float | None:
    """Return the Flesch score adapted to `language` (higher is easier), or None without words or sentences.

    French: 207 - 1.015 words/sentence - 73.6 syllables/word (Kandel & Moles, 1958).
    English: 206.835 - 1.015 words/sentence - 84.6 syllables/word (Flesch, 1948).
    Other languages: the formula of their pack.
    """
    if not words or not sentences:
        return None
    base, a_sentence, a_word = pack(language).reading_ease
    return base - a_sentence * words / sentences - a_word * syllables / words
