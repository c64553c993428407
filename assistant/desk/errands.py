"""What a model is asked beside the sections, in the background: an outline, titles, a retouched sentence.

Nothing of it changes a draft: the answer waits until the journalist takes it, or leaves it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from assistant.errors import IntertitreError, WritingError
from assistant.model import Usage
from assistant.writing.answer import Limits
from assistant.writing.conversation import Conversation
from assistant.writing.endpoints import Endpoint

ErrandState = Literal["running", "done", "stopped", "failed"]

FORGET_AFTER_S: Final = 3600.0
"""Seconds after which an answer that nobody took is forgotten. House rule: a lunch break."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ErrandView:
    """An errand at one instant. `result` is there once it is "done", `error` once it "failed".

    `started` and `finished` are seconds since the epoch; `usage` is what it cost, once it ended.
    """

    kind: str
    state: ErrandState
    result: object
    error: IntertitreError | None
    started: float
    finished: float | None
    usage: Usage | None


class Errands:
    """The errands of this process, one of each kind for a draft. Safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Condition()
        self._views: dict[tuple[str, str], ErrandView] = {}
        self._conversations: dict[tuple[str, str], Conversation] = {}
        self._spent: Counter[str] = Counter()

    def spent(self, draft_id: str) -> int:
        """Return what the errands of a draft cost in this process, in millionths of the price list's currency."""
        with self._lock:
            return self._spent[draft_id]

    def start(
        self,
        draft_id: str,
        kind: str,
        endpoint: Endpoint,
        work: Callable[[Conversation], object],
        limits: Limits = Limits(),  # noqa: B008 - a frozen value
    ) -> None:
        """Do the work in a thread of its own; one of the same kind that runs already is stopped first."""
        self.stop(draft_id, kind)
        conversation = Conversation(endpoint, limits)
        key = (draft_id, kind)
        with self._lock:
            self._forget()
            self._conversations[key] = conversation
            self._views[key] = ErrandView(kind, "running", None, None, time.time(), None, None)
        threading.Thread(target=self._run, args=(key, conversation, work), name=f"errand {kind}", daemon=True).start()

    def keep(self, draft_id: str, kind: str, result: object) -> None:
        """Keep an answer that needed no model, as if an errand of that kind had brought it."""
        self.stop(draft_id, kind)
        now = time.time()
        with self._lock:
            self._forget()
            self._views[draft_id, kind] = ErrandView(kind, "done", result, None, now, now, None)
            self._lock.notify_all()

    def stop(self, draft_id: str, kind: str) -> None:
        """Hang up and forget the errand of that kind, whatever its state."""
        with self._lock:
            conversation = self._conversations.pop((draft_id, kind), None)
            self._views.pop((draft_id, kind), None)
            self._lock.notify_all()
        if conversation is not None:
            conversation.hang_up()

    def view(self, draft_id: str, kind: str) -> ErrandView | None:
        """Return the errand of that kind as it is now, None when there is none."""
        with self._lock:
            return self._views.get((draft_id, kind))

    def is_busy(self, draft_id: str) -> bool:
        """Whether an errand of the draft is running."""
        with self._lock:
            return any(view.state == "running" for (known, _), view in self._views.items() if known == draft_id)

    def wait(self, draft_id: str, kind: str, timeout_s: float) -> ErrandView | None:
        """Wait until the errand has ended and return it; None when there is none, or it took longer."""

        def ended() -> bool:
            view = self._views.get((draft_id, kind))
            return view is None or view.state != "running"

        with self._lock:
            return self._views.get((draft_id, kind)) if self._lock.wait_for(ended, timeout_s) else None

    def _run(self, key: tuple[str, str], conversation: Conversation, work: Callable[[Conversation], object]) -> None:
        result: object = None
        error: IntertitreError | None = None
        try:
            result = work(conversation)
        except IntertitreError as failure:
            error = failure
        except Exception:  # noqa: BLE001 - the thread has nobody else to tell
            _log.exception("the errand %s failed", key[1])
            error = WritingError("writing-failed")
        with self._lock:
            self._spent[key[0]] += conversation.usage.cost or 0
            view = self._views.get(key)
            if view is None or self._conversations.get(key) is not conversation:
                return  # stopped, or begun anew meanwhile
            state: ErrandState = "failed" if error else "done"
            self._views[key] = ErrandView(
                view.kind, state, result, error, view.started, time.time(), conversation.usage
            )
            self._lock.notify_all()

    def _forget(self) -> None:
        latest = time.time() - FORGET_AFTER_S
        for key, view in list(self._views.items()):
            if view.finished is not None and view.finished < latest:
                del self._views[key]
                self._conversations.pop(key, None)
