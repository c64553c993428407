"""Verbs that tell one deed from its two ends: who wins a prize is crowned by the one who gives it."""

from __future__ import annotations

from functools import lru_cache

from assistant.facts.lexicon import FOLDER, stems_of
from assistant.facts.reading import Word


@lru_cache(maxsize=2)
def _ends(language: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """Return the two ends of each deed, each as the stems of the verbs that tell it from there."""
    column = 0 if language == "fr" else 1
    lines = (FOLDER / "converse.txt").read_text(encoding="utf-8").splitlines()
    return tuple(
        tuple(frozenset(stems_of(end.split("|")[column], language)) for end in line.split("/"))
        for line in lines
        if not line.startswith("#")
    )


def are_converse(one: Word, other: Word, language: str) -> bool:
    """Whether the verbs tell one deed from its two ends, `remporter` and `couronner`: the parties stand turned."""
    return any(
        (one.stem in first and other.stem in second) or (one.stem in second and other.stem in first)
        for first, second in _ends(language)
    )
