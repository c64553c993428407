"""What writing will cost, before, and what it has cost, after: tokens, and money where the price list has the model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from assistant.model import Draft, Section, Usage
from assistant.writing.answer import estimate_tokens
from assistant.writing.endpoints import Endpoint
from assistant.writing.material import material_of
from assistant.writing.prices import cost_of
from assistant.writing.prompting import render
from assistant.writing.writer import SectionTask

CHARACTERS_PER_WORD: Final = 6.2
"""Of French news, spaces included: 6.0 to 6.3 in the development seeds."""
MENDING_SHARE: Final = 0.6
"""Rounds of mending that a section takes on average, each about as long as its first request. House rule: a good model
needs none, a small one two."""


def estimate_usage(draft: Draft, sections: Iterable[Section], endpoint: Endpoint, *, rounds: int) -> Usage:
    """Return about what writing these sections will take, with the money where the model has a price."""
    asked = answered = 0.0
    written = [section for section in sections if section.passages]
    for section in written:
        task = SectionTask(draft, section)
        prompt = render(task, material_of(task))
        asked += estimate_tokens(len(prompt.instructions) + len(prompt.material))
        answered += estimate_tokens(round(section.target_words * CHARACTERS_PER_WORD))
    times = 1 + (MENDING_SHARE if rounds else 0)
    asked, answered = round(asked * times), round(answered * times)
    return Usage(asked, answered, len(written), estimated=True, cost=cost_of(endpoint, asked, answered))


def spent_on(draft: Draft) -> Usage:
    """Return what all versions of a draft cost together, those of deleted sections too.

    `cost` is None when a version had no price, and no other had one.
    """
    usages = [
        version.usage
        for section in (*draft.sections, *draft.deleted)
        for version in section.versions
        if version.usage is not None
    ]
    return add_usages(usages)


def add_usages(usages: Iterable[Usage]) -> Usage:
    """Return the sum; its `cost` leaves out what has no price, and is None when nothing has one."""
    total = Usage()
    for usage in usages:
        total = replace(
            total,
            prompt_tokens=total.prompt_tokens + usage.prompt_tokens,
            answer_tokens=total.answer_tokens + usage.answer_tokens,
            requests=total.requests + usage.requests,
            retries=total.retries + usage.retries,
            estimated=total.estimated or usage.estimated,
            cost=total.cost if usage.cost is None else (total.cost or 0) + usage.cost,
        )
    return total
