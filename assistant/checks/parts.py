"""The parts of a reading: sentences with their measures, stretches under a heading, and what a text holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.flat import flat
from assistant.checks.measure import SentenceMeasure
from assistant.checks.remember import remembered
from assistant.model import Span
from assistant.text.markup import MarkupBlock
from assistant.text.matching import content_keys

_SOLID = re.compile(r"[^\W_]")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_DIGITS = re.compile(r"\d+")
_NO_DIGIT = re.compile(r"\D")
_SMALL_WORD = re.compile(r"(?<![\w'’])[a-zà-öø-ÿœ]{2,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body with its measures; `span` and `passive` point into `Article.markdown`."""

    block: MarkupBlock
    measure: SentenceMeasure

    @property
    def span(self) -> Span:
        """Where the sentence stands in `Article.markdown`."""
        return self.block.span_in_markdown(self.measure.span)

    @property
    def text(self) -> str:
        """The sentence as the reader sees it."""
        start, end = self.measure.span
        return self.block.text[start:end]

    @property
    def passive(self) -> Span | None:
        """Where its first passive verb stands in `Article.markdown`, or None."""
        return self.block.span_in_markdown(self.measure.passive) if self.measure.passive else None


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, None for what stands before the first, and the blocks between it and the next heading of any level.

    `words` is body words: the heading's are left out.
    """

    heading: MarkupBlock | None
    blocks: tuple[MarkupBlock, ...]
    words: int


def has_text(text: str) -> bool:
    """Whether `text` holds a letter or digit."""
    return _SOLID.search(text) is not None


@remembered
def topic_keys(text: str, language: str) -> frozenset[str]:
    """Return the keys of the words of `text` that carry its topic."""
    return frozenset(key for key, _ in content_keys(text, language))


@remembered
def small_words(text: str) -> frozenset[str]:
    """Return the words that `text` writes without a capital, flat."""
    return frozenset(flat(word) for word in _SMALL_WORD.findall(text))


@remembered
def figures(text: str) -> frozenset[str]:
    """Return the numbers that stand in figures in `text`, their digits alone, and the parts of each."""
    found = _NUMBER.findall(text)
    return frozenset(part for number in found for part in (_NO_DIGIT.sub("", number), *_DIGITS.findall(number)))


def cut_at_headings(
    blocks: tuple[MarkupBlock, ...],
) -> Iterator[tuple[MarkupBlock | None, tuple[MarkupBlock, ...]]]:
    """Yield each heading that says something, None before the first, with the blocks under it."""
    heading: MarkupBlock | None = None
    under: list[MarkupBlock] = []
    for block in blocks:
        if block.kind != "heading":
            under.append(block)
        elif has_text(block.text):
            yield heading, tuple(under)
            heading, under = block, []
    yield heading, tuple(under)
