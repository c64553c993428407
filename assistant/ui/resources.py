"""What all sessions of this server share: the store of drafts and the jobs over it."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterable
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

# Imported where they are made: the empty desk stands before the database and the writers are there.
if TYPE_CHECKING:
    from assistant.desk.errands import Errands
    from assistant.desk.jobs import Jobs
    from assistant.storage.drafts import DraftStore

DATABASE_VARIABLE: Final = "INTERTITRE_DATABASE"
DEFAULT_DATABASE: Final = Path("data/drafts.db")
"""Beside the application, in plain sight: the person who runs the desk sees what it keeps, and where."""

_MAKING: Final = threading.RLock()
_FORGETTERS: Final[list[Callable[[], None]]] = []
_Parameters = ParamSpec("_Parameters")
_Made = TypeVar("_Made")


def shared(make: Callable[_Parameters, _Made]) -> Callable[_Parameters, _Made]:
    """Have what `make` returns made once for each set of arguments, whichever thread asks first; others wait for it.

    Not `st.cache_resource`: a click that waits there for another thread is lost when the page sends one more message.
    """
    made: dict[object, _Made] = {}
    _FORGETTERS.append(made.clear)

    @wraps(make)
    def once(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Made:
        key = (args, tuple(kwargs.items()))
        with _MAKING:
            if key not in made:
                made[key] = make(*args, **kwargs)
            return made[key]

    return once


def forget_shared() -> None:
    """Have everything made anew, for tests."""
    for forget in _FORGETTERS:
        forget()


def database_url() -> str:
    """Return the database of this server: `INTERTITRE_DATABASE`, else a SQLite file in `data/`."""
    given = os.environ.get(DATABASE_VARIABLE)
    if given:
        return given
    from assistant.storage.drafts import sqlite_url

    DEFAULT_DATABASE.parent.mkdir(exist_ok=True)
    return sqlite_url(DEFAULT_DATABASE)


@shared
def _store(url: str) -> DraftStore:
    from assistant.storage.drafts import DraftStore

    return DraftStore(url)


@shared
def _jobs(url: str) -> Jobs:
    from assistant.desk.jobs import Jobs

    return Jobs(_store(url))


FORGOTTEN_AFTER: Final = 20_000
"""Texts that an order remembers as replaced: hours of work of many people, in about two megabytes."""


class EditOrder:
    """The order in which texts were typed, kept by this process: an edit that arrives late must not undo a newer one.

    A page that is being left sends its last edit; the server may work at it after the next page has sent more.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._newest: dict[tuple[str, str], int] = {}
        self._replaced: dict[str, None] = {}

    def admit(self, text_id: str, browser: str, stamp: int) -> bool:
        """Whether that browser has sent nothing newer of that text. `stamp` is its clock, in milliseconds."""
        with self._lock:
            newest = self._newest.get((text_id, browser), 0)
            self._newest[text_id, browser] = max(newest, stamp)
            return stamp >= newest

    def replace(self, version_ids: Iterable[str]) -> None:
        """Note that these states of a text were replaced by a newer one of the same hand."""
        with self._lock:
            self._replaced.update(dict.fromkeys(version_ids))
            for oldest in list(islice(self._replaced, max(0, len(self._replaced) - FORGOTTEN_AFTER))):
                del self._replaced[oldest]

    def is_replaced(self, version_id: str) -> bool:
        """Whether a newer state of the same hand has arrived before this one."""
        with self._lock:
            return version_id in self._replaced


@shared
def edit_order() -> EditOrder:
    """Return the order of the edits that this process has seen."""
    return EditOrder()


@shared
def errands() -> Errands:
    """Return what models are being asked beside the sections."""
    from assistant.desk.errands import Errands

    return Errands()


def is_store_imported() -> bool:
    """Whether the database is at hand: importing it takes a quarter of a second."""
    return "assistant.storage.drafts" in sys.modules


def store() -> DraftStore:
    """Return the drafts of this server."""
    return _store(database_url())


def jobs() -> Jobs:
    """Return the running generations of this server."""
    return _jobs(database_url())


@shared
def spare_collector(stage: str) -> None:
    """Take what lives as long as the process out of the garbage collector's sight, once a stage.

    Streamlit collects all garbage after every run of a page or fragment. With what the libraries hold that is 60 to 80
    ms in which nobody else is served, for the smallest redrawing; afterwards it is less than 5. `stage` says what has
    just been imported or made, for the first time.
    """
    gc.collect()
    gc.freeze()
