"""What all sessions share is made once, whichever thread asks first."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from assistant.ui.resources import forget_shared, shared


def test_threads_that_ask_at_the_same_time_get_one_thing() -> None:
    made: list[str] = []
    ready = threading.Barrier(4)

    @shared
    def thing(name: str) -> object:
        made.append(name)
        return object()

    def ask() -> object:
        ready.wait()
        return thing("one")

    with ThreadPoolExecutor(4) as threads:
        things = {id(asked.result()) for asked in [threads.submit(ask) for _ in range(4)]}
    assert len(things) == 1
    assert made == ["one"]
    assert thing("other") is not thing("one")
    forget_shared()
    thing("one")
    assert made == ["one", "other", "one"]
