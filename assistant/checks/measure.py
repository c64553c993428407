"""What is measured of one block of text, kept by content: an edited article measures again only what has changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.checks.connectives import has_connective
from assistant.checks.passive import find_passive
from assistant.lang import ARTICLE_LANGUAGES
from assistant.model import Span
from assistant.text.matching import find_keyphrase
from assistant.text.readability import count_syllables
from assistant.text.sentences import sentence_spans
from assistant.text.words import fold, word_spans

LONGEST_KEPT: Final = 20_000
"""In characters. House rule: a paragraph of an article is far shorter; a hostile one must not stay in memory."""

_FIRST_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class SentenceMeasure:
    """One sentence. `span` and `passive` (the first passive verb, if any) point into the text of its block.

    `first_word` is folded, an elided article is a word of its own; empty for a sentence without letters or digits.
    """

    span: Span
    words: int
    first_word: str
    has_connective: bool
    passive: Span | None


@dataclass(frozen=True, slots=True)
class BlockMeasure:
    """One block: its words and syllables (0 in a language without a pack), and its sentences in order."""

    words: int
    syllables: int
    sentences: tuple[SentenceMeasure, ...]


def measure_block(text: str, language: str) -> BlockMeasure:
    """Return the measures of the visible text of one block."""
    if len(text) > LONGEST_KEPT:
        return _measure(text, language)
    return _measure_and_keep(text, language)


def keyphrase_spans(text: str, keyphrase: str, language: str) -> tuple[Span, ...]:
    """Return the spans of `text` where `keyphrase` stands; none for an empty keyphrase."""
    if not keyphrase.strip():
        return ()
    if len(text) > LONGEST_KEPT:
        return find_keyphrase(text, keyphrase, language)
    return _find_and_keep(text, keyphrase, language)


def _measure(text: str, language: str) -> BlockMeasure:
    words = word_spans(text)
    sentences: list[SentenceMeasure] = []
    position = 0
    for start, end in sentence_spans(text, language):
        first = position
        while position < len(words) and words[position][0] < end:
            position += 1
        sentences.append(_measure_sentence(text, (start, end), position - first, language))
    is_known = language in ARTICLE_LANGUAGES
    syllables = sum(count_syllables(text[start:end], language) for start, end in words) if is_known else 0
    return BlockMeasure(len(words), syllables, tuple(sentences))


def _measure_sentence(text: str, span: Span, words: int, language: str) -> SentenceMeasure:
    start, end = span
    sentence = text[start:end]
    first_word = _FIRST_WORD.search(sentence)
    passive = find_passive(sentence, language)
    return SentenceMeasure(
        span=span,
        words=words,
        first_word=fold(first_word.group()) if first_word else "",
        has_connective=has_connective(sentence, language),
        passive=(start + passive[0], start + passive[1]) if passive else None,
    )


_measure_and_keep = lru_cache(maxsize=4096)(_measure)
_find_and_keep = lru_cache(maxsize=4096)(find_keyphrase)
