"""The writer that asks a language model, one section at a time, with the passages of that section only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assistant.errors import ModelError
from assistant.model import Origin, Piece
from assistant.writing import prompting
from assistant.writing.answer import Answer, Limits
from assistant.writing.cleaning import cleaned
from assistant.writing.endpoints import Endpoint
from assistant.writing.writer import SectionTask

LEAST_TOKENS: Final = 1024
"""Tokens that any answer may have. House rule: twice a long section."""
TOKENS_PER_WORD: Final = 4
"""Tokens allowed for each word aimed at. House rule: French takes about two, and a long answer is not cut."""


class ChatWriter:
    """Streams sections from a model. Safe to share between threads: each stream has its own connection."""

    def __init__(self, endpoint: Endpoint, limits: Limits = Limits()) -> None:  # noqa: B008 - a frozen value
        self._endpoint = endpoint
        self._limits = limits

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

    def stream(self, task: SectionTask) -> Iterator[Piece]:
        """Return the section's text as it comes, nothing for a section without passages; see `SectionStream`.

        Raises ModelError `model-not-chosen` for an endpoint without a model.
        """
        if not self._endpoint.model:
            raise ModelError("model-not-chosen", host=self._endpoint.host)
        if not task.section.passages:
            return iter(())
        max_tokens = max(LEAST_TOKENS, TOKENS_PER_WORD * task.section.target_words)
        prompt = prompting.render(task, task.language)
        return SectionStream(Answer(self._endpoint, prompt, self._limits, max_tokens), task.section.heading)


class SectionStream:
    """The pieces of one section, cleaned. The request goes out when the first piece is asked for.

    Raises ModelError after the last piece that arrived. `close` may be called from another thread, also while this
    one waits for a piece: the connection is closed, and the iteration ends.
    """

    def __init__(self, answer: Answer, heading: str) -> None:
        self._answer = answer
        self._pieces = _pieces_of(answer, heading)

    def __iter__(self) -> Iterator[Piece]:
        """Return itself: a stream is read once."""
        return self

    def __next__(self) -> Piece:
        """Return the next piece, as soon as one is there."""
        return next(self._pieces)

    def close(self) -> None:
        """Hang up. Does nothing to a stream that has ended."""
        self._answer.hang_up()

    def __del__(self) -> None:
        """Hang up when the reader is gone: a stream that nobody reads would go on to cost."""
        self._answer.hang_up()


def _pieces_of(answer: Answer, heading: str) -> Iterator[Piece]:
    empty = True
    for text in cleaned(answer.pieces(), heading):
        empty = False
        yield Piece(text)
    if empty and not answer.left:
        raise answer.error("model-empty")
