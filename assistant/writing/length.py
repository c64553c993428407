"""Honest length: how many words the sources can carry, and how many of the wanted ones are missing."""

from __future__ import annotations

from functools import lru_cache

from assistant.model import Draft, Source
from assistant.text.words import count_words
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.metadata import propose_standfirst
from assistant.writing.outline import propose_outline
from assistant.writing.writer import SectionTask


def honest_maximum(draft: Draft) -> int:
    """Return the words that the distinct facts of the sources carry: standfirst and sections, headings excluded.

    It is what the extractive writer writes from everything that the sources tell, each fact once.
    """
    return _most_words(draft.sources, draft.language)


def shortfall(draft: Draft) -> int:
    """Return how many words the sources lack for the brief, 0 when they carry it or it does not say."""
    fewest = draft.brief.target_words or draft.brief.min_words
    return max(0, fewest - honest_maximum(draft)) if fewest else 0


@lru_cache(maxsize=64)
def _most_words(sources: tuple[Source, ...], language: str) -> int:
    draft = Draft("", language, sources, title="-")
    writer = ExtractiveWriter()
    sections = propose_outline(draft).sections
    written = ("".join(piece.text for piece in writer.stream(SectionTask(draft, section))) for section in sections)
    return count_words(propose_standfirst(draft)) + sum(count_words(text) for text in written)
