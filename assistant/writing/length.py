"""Honest length: how many words the sources can carry, and how many of the wanted ones are missing."""

from __future__ import annotations

from dataclasses import replace

from assistant.model import Brief, Draft
from assistant.text.words import count_words
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.metadata import propose_standfirst
from assistant.writing.outline import propose_outline
from assistant.writing.writer import SectionTask


def honest_maximum(draft: Draft) -> int:
    """Return the words that the distinct facts of the sources carry: standfirst and sections, headings excluded.

    It is what the extractive writer writes from everything that the sources tell, each fact once.
    """
    free = replace(draft, brief=Brief(), standfirst="", title=draft.title or "-")
    return count_words(propose_standfirst(free)) + sum(_section_words(free))


def shortfall(draft: Draft) -> int:
    """Return how many words the sources lack for the brief, 0 when they carry it or it does not say."""
    brief = draft.brief
    fewest = brief.target_words or brief.min_words
    return max(0, fewest - honest_maximum(draft)) if fewest else 0


def _section_words(draft: Draft) -> list[int]:
    writer = ExtractiveWriter()
    return [
        count_words("".join(piece.text for piece in writer.stream(SectionTask(draft, section))))
        for section in propose_outline(draft).sections
    ]
