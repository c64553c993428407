"""All requests that one task makes to a model: one after the other, hung up together, and their cost in one sum."""

from __future__ import annotations

import threading

from assistant.errors import ModelError
from assistant.model import Usage
from assistant.writing.answer import Answer, Limits
from assistant.writing.client import Schema
from assistant.writing.endpoints import Endpoint
from assistant.writing.prices import cost_of
from assistant.writing.prompting import Prompt


class Conversation:
    """The answers to one task. `hang_up` may be called from any thread: no further request goes out then."""

    def __init__(self, endpoint: Endpoint, limits: Limits) -> None:
        self.endpoint = endpoint
        self._limits = limits
        self._lock = threading.Lock()
        self._answers: list[Answer] = []
        self._left = False

    @property
    def left(self) -> bool:
        """Whether somebody hung up."""
        return self._left

    def ask(self, prompt: Prompt, max_tokens: int, schema: Schema | None = None) -> Answer:
        """Return the answer to a prompt; the request goes out when it is read, never once hung up."""
        answer = Answer(self.endpoint, prompt, self._limits, max_tokens, schema)
        with self._lock:
            self._answers.append(answer)
            left = self._left
        if left:
            answer.hang_up()
        return answer

    def hang_up(self) -> None:
        """Stop the answer that is being read and close its connection. Does nothing when there is none."""
        with self._lock:
            self._left = True
            answers = tuple(self._answers)
        for answer in answers:
            answer.hang_up()

    def error(self, code: str, **params: str | int) -> ModelError:
        """Return an error about this conversation."""
        return ModelError(code, model=self.endpoint.model, host=self.endpoint.host, **params)

    @property
    def usage(self) -> Usage:
        """What all answers cost by now, with the money where the price list knows the model."""
        with self._lock:
            parts = [answer.usage for answer in self._answers]
        asked = [part for part in parts if part.requests]
        prompt_tokens, answer_tokens = (
            sum(part.prompt_tokens for part in asked),
            sum(part.answer_tokens for part in asked),
        )
        return Usage(
            prompt_tokens,
            answer_tokens,
            sum(part.requests for part in asked),
            sum(part.retries for part in asked),
            estimated=any(part.estimated for part in asked),
            cost=cost_of(self.endpoint, prompt_tokens, answer_tokens),
        )
