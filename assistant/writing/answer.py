"""One answer of a language model as it streams, within limits, in a thread of its own that can be left at any time.

The client runs on an event loop of its own thread: there a request can be cancelled in every state, also while it
waits for its first token. A blocking client cannot (closing it from outside returned after 6.4 s), keep-alive
comments keep it waiting for ever, and its threads would pile up behind a dead server.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator
from contextlib import aclosing, suppress
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final

from assistant.errors import ModelError
from assistant.model import Usage
from assistant.writing.client import Schema, chat_model, chunks_of, http_client, load_client
from assistant.writing.endpoints import Endpoint
from assistant.writing.faults import Fault, fault_of, finish_fault
from assistant.writing.prompting import Prompt

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessageChunk

HANG_UP_WAIT_S: Final = 0.3
"""Seconds that `hang_up` waits for the connection to be closed; cancelling took 4 ms."""

FINISH_FIELDS: Final = ("finish_reason", "stop_reason", "done_reason")
"""Where the packages of LangChain say why an answer ended; OpenAI's protocol has the first."""

CHARACTERS_PER_TOKEN: Final = 3.5

# What the client was seen to raise, or may for an answer of the wrong shape, beside its own errors.
RAW_ERRORS: Final = (ValueError, LookupError, TypeError, AttributeError, OSError)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long an answer may take, in seconds, and how long it may get. House rules, for slow local models too.

    `first_s` runs from the request to the first text, `between_s` from one sign of the model to the next, `total_s`
    over all with retries. `characters` counts all that is sent, thoughts included; a long section has 4 000.
    The first retry comes after `retry_s`, each further one after twice the time, or when the server says;
    one that asks to wait longer than `longest_wait_s` is not tried again.
    """

    connect_s: float = 10.0
    first_s: float = 90.0
    between_s: float = 30.0
    total_s: float = 300.0
    characters: int = 60_000
    retries: int = 2
    retry_s: float = 0.5
    longest_wait_s: float = 20.0


@dataclass(frozen=True, slots=True)
class Retry:
    """The request failed with the error `code` and is made again, for the `count`th time, after `wait_s` seconds."""

    count: int
    code: str
    wait_s: float


Event = str | Retry | Fault | None


class Answer:
    """One request to a model, once; `hang_up` may be called from any thread.

    It goes out when `retries` or `pieces` is read: first the former, if anybody wants to know, then the latter.
    """

    def __init__(
        self, endpoint: Endpoint, prompt: Prompt, limits: Limits, max_tokens: int, schema: Schema | None = None
    ) -> None:
        self._endpoint = endpoint
        self._prompt = prompt
        self._limits = limits
        self._max_tokens = max_tokens
        self._schema = schema
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._waiting: list[Event] = []
        self._lock = threading.Lock()
        self._left = False
        self._begun = False
        self._finish_reason: str | None = None
        self._asked = 0
        self._length = 0
        self._tokens: tuple[int, int] | None = None
        self._running: tuple[asyncio.AbstractEventLoop, asyncio.Task[None]] | None = None
        self._thread = threading.Thread(target=self._run, name="model answer", daemon=True)

    @property
    def left(self) -> bool:
        """Whether somebody hung up."""
        return self._left

    def error(self, code: str) -> ModelError:
        """Return an error about this answer."""
        return Fault(code).error(self._endpoint)

    @property
    def usage(self) -> Usage:
        """What the answer cost by now: as the server told, else estimated from the characters."""
        asked = len(self._prompt.instructions) + len(self._prompt.material)
        told = self._tokens or (estimate_tokens(asked), estimate_tokens(self._length))
        return Usage(*told, self._asked, max(0, self._asked - 1), estimated=self._tokens is None)

    def retries(self) -> Iterator[Retry]:
        """Yield each repetition of the request before it is made; end when text comes, or the answer ends."""
        while isinstance(event := self._next(), Retry):
            yield event
        self._waiting.append(event)

    def pieces(self) -> Iterator[str]:
        """Yield the text as it arrives; end early once hung up. Raises ModelError after the last text that came."""
        while not isinstance(event := self._next(), Fault):
            if event is None or self._left:
                return
            if isinstance(event, str):
                yield event
        if not self._left:
            _log.warning("%s at %s: %s", self._endpoint.model, self._endpoint.host, event.code)
            raise event.error(self._endpoint)

    def _next(self) -> Event:
        """Return what happens next; the request goes out when this is asked for the first time."""
        if self._waiting:
            return self._waiting.pop()
        if self._thread.ident is None:
            self._thread.start()
        return self._events.get()

    def hang_up(self) -> None:
        """Stop the answer and close its connection. Does nothing to an answer that has ended."""
        with self._lock:
            self._left = True
            if self._running is not None:
                loop, task = self._running
                with suppress(RuntimeError):  # the loop closed meanwhile
                    loop.call_soon_threadsafe(task.cancel)
        self._events.put(None)
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(HANG_UP_WAIT_S)

    def _run(self) -> None:
        try:
            load_client()
            with suppress(asyncio.CancelledError):
                asyncio.run(self._converse())
        finally:
            # Read only if the thread died of a bug: else the reader would wait for ever, or take a stump for whole.
            self._events.put(Fault("model-bad-answer"))

    async def _converse(self) -> None:
        task = asyncio.current_task()
        with self._lock:
            if self._left or task is None:
                return
            self._running = (asyncio.get_running_loop(), task)
        try:
            async with asyncio.timeout(self._limits.total_s):
                fault = await self._ask_until_answered()
        except TimeoutError:
            fault = Fault("model-overtime")
        self._events.put(fault)

    async def _ask_until_answered(self) -> Fault | None:
        fault = await self._ask()
        for retry in range(self._limits.retries):
            if fault is None or not fault.retryable or self._begun:
                break
            wait_s = self._limits.retry_s * 2**retry if fault.wait_s is None else fault.wait_s
            if wait_s > self._limits.longest_wait_s:
                break
            _log.info("%s at %s: %s, again in %.1f s", self._endpoint.model, self._endpoint.host, fault.code, wait_s)
            self._events.put(Retry(retry + 1, fault.code, wait_s))
            await asyncio.sleep(wait_s)
            fault = await self._ask()
        return fault

    async def _ask(self) -> Fault | None:
        """Make one request and pass on its text; return what went wrong, None when it ended well."""
        import httpx2
        import openai

        expected: tuple[type[Exception], ...] = (openai.OpenAIError, httpx2.HTTPError, *RAW_ERRORS)
        if self._endpoint.provider:  # another package raises classes that nobody here can know
            expected = (Exception,)
        self._asked += 1
        async with http_client(self._endpoint, connect_s=self._limits.connect_s) as http:
            try:
                fault = await self._listen(chat_model(self._endpoint, http, self._max_tokens, self._schema))
            except expected as error:
                fault = fault_of(error, begun=self._begun)
        # Once the model said why it ended, what happens to the connection does not matter.
        return finish_fault(self._finish_reason) if self._finish_reason else fault

    async def _listen(self, model: BaseChatModel) -> Fault | None:
        """Pass on the text of one answer; return the limit that it broke, None when it came to an end by itself."""
        limits, loop = self._limits, asyncio.get_running_loop()
        length = 0
        answered = False
        silence = asyncio.timeout(limits.first_s)
        try:
            async with silence, aclosing(chunks_of(model, self._prompt)) as chunks:
                async for chunk in chunks:
                    answered = True
                    length += self._take(chunk)
                    if length > limits.characters:
                        return Fault("model-endless")
                    if self._begun:
                        silence.reschedule(loop.time() + limits.between_s)
        except TimeoutError:
            if not silence.expired():
                raise
            return Fault("model-stalled" if self._begun else "model-too-slow")
        # A stream without a single event is a page, or an answer to another question.
        return finish_fault(None) if answered else Fault("model-bad-answer")

    def _take(self, chunk: BaseMessageChunk) -> int:
        """Pass on the text of a chunk and return its length in characters."""
        told = chunk.response_metadata
        reason = next((told[name] for name in FINISH_FIELDS if told.get(name)), None)
        if reason is None and self._endpoint.provider and getattr(chunk, "chunk_position", None) == "last":
            reason = "stop"  # the package itself saw the end
        self._finish_reason = str(reason).lower() if reason else self._finish_reason
        if usage := getattr(chunk, "usage_metadata", None):
            before = self._tokens or (0, 0)
            self._tokens = before[0] + usage["input_tokens"], before[1] + usage["output_tokens"]
        text = chunk.text if isinstance(chunk.content, list) else str(chunk.content)
        if text:
            self._begun = True
            self._length += len(text)
            self._events.put(text)
        return len(text)


def estimate_tokens(characters: int) -> int:
    """Return about how many tokens that many characters of an article are.

    House rule: 3.5 characters a token, between what current tokenizers need for English (4) and for French (3.3).
    """
    return round(characters / CHARACTERS_PER_TOKEN)
