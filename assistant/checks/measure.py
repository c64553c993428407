"""What is measured of one block of text, kept by content: an edited article measures again only what has changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.checks.connectives import has_connective
from assistant.checks.passive import find_passive
from assistant.checks.remember import remembered
from assistant.lang import SCORED_LANGUAGES
from assistant.model import Span
from assistant.text.matching import find_keyphrase
from assistant.text.readability import count_syllables
from assistant.text.sentences import sentence_spans
from assistant.text.words import APOSTROPHES, HYPHENS, fold, word_spans

GRAM_WORDS: Final = 4
"""Words of the runs by which two sentences are found to say the same. House rule: three meet by chance in news."""

_EDGE_MARKS: Final = " .,:;!?…\u00a0\u202f"
_SOLID = re.compile(r"[^\W_]")
_PLAIN_WORD = re.compile(r"\w+")
_FIRST_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class SentenceMeasure:
    """One sentence. `span` and `passive` (the first passive verb, if any) point into the text of its block.

    `first_word` is folded, an elided article is a word of its own; empty for a sentence without letters or digits.
    `key` is its text for comparison, `grams` its runs of four words; syllables are 0 in a language without a pack.
    """

    span: Span
    words: int
    syllables: int
    first_word: str
    has_connective: bool
    passive: Span | None
    key: str
    grams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockMeasure:
    """One block: its words, and its sentences in order."""

    words: int
    sentences: tuple[SentenceMeasure, ...]


@remembered
def measure_block(text: str, language: str) -> BlockMeasure:
    """Return the measures of the visible text of one block."""
    words = word_spans(text)
    sentences: list[SentenceMeasure] = []
    position = 0
    for start, end in sentence_spans(text, language):
        first = position
        # A mark glued to the word behind it (`Enfin !Bravo.`) belongs to the sentence before.
        while position < len(words) and _first_solid(text, words[position]) < end:
            position += 1
        sentences.append(_measure_sentence(text, (start, end), words[first:position], language))
    return BlockMeasure(len(words), tuple(sentences))


@remembered
def keyphrase_spans(text: str, keyphrase: str, language: str) -> tuple[Span, ...]:
    """Return the spans of `text` where `keyphrase` stands; none for an empty keyphrase."""
    return find_keyphrase(text, keyphrase, language) if keyphrase.strip() else ()


def _first_solid(text: str, word: Span) -> int:
    start, end = word
    if text[start].isalnum():
        return start
    found = _SOLID.search(text, start, end)
    return found.start() if found else start


def comparable(text: str) -> str:
    """Return `text` for comparison: capitals, accents, kinds of marks and punctuation at its ends do not matter."""
    return " ".join(fold(text).split()).strip(_EDGE_MARKS + APOSTROPHES + HYPHENS)


def _measure_sentence(text: str, span: Span, words: tuple[Span, ...], language: str) -> SentenceMeasure:
    start, end = span
    sentence = text[start:end]
    first_word = _FIRST_WORD.search(sentence)
    passive = find_passive(sentence, language)
    is_known = language in SCORED_LANGUAGES
    key = comparable(sentence)
    return SentenceMeasure(
        span=span,
        words=len(words),
        syllables=sum(count_syllables(text[first:last], language) for first, last in words) if is_known else 0,
        first_word=fold(first_word.group()) if first_word else "",
        has_connective=has_connective(sentence, language),
        passive=(start + passive[0], start + passive[1]) if passive else None,
        key=key,
        grams=_grams(key),
    )


def _grams(key: str) -> tuple[str, ...]:
    words = _PLAIN_WORD.findall(key)
    return tuple(" ".join(words[place : place + GRAM_WORDS]) for place in range(len(words) - GRAM_WORDS + 1))
