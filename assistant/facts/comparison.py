"""What several sources have in common word for word: the same sentence twice is known as such."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.model import Passage, Source
from assistant.text.sentences import sentence_spans
from assistant.text.words import count_words, fold

FEWEST_WORDS: Final = 4
"""Words from which a sentence said twice is no accident. House rule: `Pourquoi ?` and `Il a refusé.` come back."""

_MARK = re.compile(r"[\W_]+")


def same_sentences(sources: Iterable[Source]) -> tuple[tuple[Passage, ...], ...]:
    """Return the sentences that stand more than once in the sources, each with all its places, in reading order.

    Across the sources and within one. Typography, accents, capitals and punctuation make no difference; subheadings
    and sentences of fewer than four words are left out. Empty when every sentence stands once.
    """
    places: dict[str, list[Passage]] = {}
    for source in sources:
        for passage, text in _sentences(source):
            if count_words(text) >= FEWEST_WORDS:
                places.setdefault(_MARK.sub(" ", fold(text)).strip(), []).append(passage)
    return tuple(tuple(found) for found in places.values() if len(found) > 1)


def _sentences(source: Source) -> Iterator[tuple[Passage, str]]:
    """The sentences of a source's body with their places in it; subheadings are none."""
    first = 0
    for block in source.blocks:
        if block.kind != "subheading":
            for start, end in sentence_spans(block.text, source.language):
                yield Passage(source.id, first + start, first + end), block.text[start:end]
        first += len(block.text) + 1
