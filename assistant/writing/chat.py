"""The writer that asks a language model, one section at a time, with the passages of that section only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from assistant.errors import ModelError
from assistant.model import Origin
from assistant.writing import prompting
from assistant.writing.answer import Limits
from assistant.writing.conversation import Conversation
from assistant.writing.dialogue import write_steps
from assistant.writing.endpoints import Endpoint
from assistant.writing.writer import SectionTask, Step

ROUNDS: Final = 2
"""Targeted rounds of mending at most: what two do not mend, a third does not either, and each costs a request."""


class ChatWriter:
    """Streams sections from a model. Safe to share between threads: each stream has its own connection.

    What the model wrote is measured and mended in at most `rounds` rounds; 0 leaves it as it came, with its remarks.
    `house` are words that the newsroom does not write, see `SectionTask`.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        limits: Limits = Limits(),  # noqa: B008 - a frozen value
        *,
        rounds: int = ROUNDS,
        house: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self._endpoint = endpoint
        self._limits = limits
        self._rounds = rounds
        self._house = house

    @property
    def origin(self) -> Origin:
        """What the versions of this writer are marked with."""
        return "model"

    @property
    def model(self) -> str:
        """The name of the model."""
        return self._endpoint.model

    def prompt_hash(self, task: SectionTask) -> str:
        """Return the hash of the templates that the task's prompt is made from."""
        return prompting.prompt_hash(task.language)

    def stream(self, task: SectionTask) -> Iterator[Step]:
        """Return the section's text as it comes, nothing for a section without passages; see `SectionStream`.

        Raises ModelError `model-not-chosen` for an endpoint without a model.
        """
        if not self._endpoint.model:
            raise ModelError("model-not-chosen", host=self._endpoint.host)
        if not task.section.passages:
            return iter(())
        told = replace(task, house=self._house)
        return SectionStream(Conversation(self._endpoint, self._limits), told, self._rounds)


class SectionStream:
    """What happens while one section is written. The request goes out when the first step is asked for.

    Raises ModelError after the last piece that arrived. `close` may be called from another thread, also while this
    one waits for a piece: the connection is closed, and the iteration ends.
    """

    def __init__(self, conversation: Conversation, task: SectionTask, rounds: int) -> None:
        self._conversation = conversation
        self._steps = write_steps(conversation, task, rounds)

    def __iter__(self) -> Iterator[Step]:
        """Return itself: a stream is read once."""
        return self

    def __next__(self) -> Step:
        """Return the next step, as soon as one is there."""
        return next(self._steps)

    def close(self) -> None:
        """Hang up. Does nothing to a stream that has ended."""
        self._conversation.hang_up()

    def __del__(self) -> None:
        """Hang up when the reader is gone: a stream that nobody reads would go on to cost."""
        self._conversation.hang_up()
