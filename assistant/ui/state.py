"""The one mutable object of a session: what is open, what was just said. Texts are in the store, not here."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from assistant.errors import IntertitreError
from assistant.i18n import DEFAULT_LANGUAGE, INTERFACE_LANGUAGES, describe, translate
from assistant.ui import resources

if TYPE_CHECKING:
    from assistant.model import Draft
    from assistant.ui.components.board import ShownBoard
    from assistant.ui.components.surface import Edit, Shown
    from assistant.ui.marks import Going, Place
    from assistant.writing.connection import EndpointReport, LocalServer
    from assistant.writing.endpoints import Endpoint

WriterName = Literal["extractive", "model"]
DRAFT_PARAMETER: Final = "draft"
LANGUAGE_PARAMETER: Final = "lang"
_KEY: Final = "intertitre"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Notice:
    """What to show at the top of the page until the next action: a sentence a line."""

    kind: Literal["error", "info", "done"]
    text: str
    undo: Callable[[], None] | None = None
    """What takes the action back, where that is offered at once."""
    at: float = field(default_factory=time.monotonic)
    """When it was said, in seconds."""


@dataclass(slots=True)
class Session:
    """What one browser tab has open."""

    language: str
    surfaces: dict[str, Shown] = field(default_factory=dict)
    boards: dict[str, ShownBoard] = field(default_factory=dict)
    notice: Notice | None = None
    chosen_check: str = ""
    """The check that is open: its places are marked in the article."""
    totals: dict[str, list[float]] = field(default_factory=dict)
    """The totals of each draft since this page was opened, the last one last."""
    going: Going | None = None
    """The place of the article to show next."""
    retouched: Place | None = None
    """Where this page last asked for a retouch: the article shows the proposal there."""
    revision: int = 0
    """The revision of the draft that the page shows."""
    asides: tuple[str, ...] = ()
    """Texts found in the browser that are kept as versions: it may forget them."""
    is_plain: bool = False
    """Whether the rich surface could not be shown, and the plain one stands in for it."""
    surface_tries: int = 0
    writer: WriterName = "extractive"
    endpoint: Endpoint | None = None
    models: tuple[str, ...] = ()
    """The names that the endpoint offered when it was last checked."""
    report: EndpointReport | None = None
    """What was found at the endpoint when it was last checked."""
    servers: tuple[LocalServer, ...] | None = None
    """The model servers found on this machine, None when nobody asked."""
    rounds: int = 2
    at_once: int | None = None
    """Sections that are written at the same time, None for what suits the model's server."""
    cost_limit: int | None = None
    """What a draft may cost, in millionths of the price list's currency; None without a limit."""
    pasted: int = 0
    """How many texts were read from the paste field: each gets a fresh field."""
    folds: dict[str, bool] = field(default_factory=dict)
    """Which panels the journalist has unfolded (True) or folded."""
    reviewer: str = ""
    """The name that decisions on sentences bear; asked for once."""
    asking: tuple[str, ...] = ()
    """A decision that waits for that name: what is to be done, the sentence, and what came with it."""
    shows_copied: bool = False
    """Whether the copied runs are marked in the article."""
    exporting: str = ""
    """The format that was asked for while changed facts were open: it takes one more click."""
    labelled: bool = False
    """Whether exports end with the line that a model had a part in the article."""
    menus: int = 0
    """How many actions were taken from the menus of the library: each closes them all."""
    address: dict[str, str | None] = field(default_factory=dict)
    """What the address has to say of these parameters, None for nothing, until the browser says it too."""
    spent: tuple[str, ...] = ()
    """The texts of fields that have become sources: this browser need not keep its copies any longer."""

    def rewrite_address(self, parameter: str, value: str | None) -> None:
        """Have the address of the page name a value, or None the parameter no more, from the next drawing on."""
        self.address[parameter] = value


def session() -> Session:
    """Return the session of this browser tab, made on its first run.

    Streamlit cuts a callback short here, and wherever it writes the address, when another message for the whole page
    has come meanwhile: a callback that takes its time asks first and works then.
    """
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session(language=_browser_language())
    current: Session = st.session_state[_KEY]
    return current


def t(key: str, /, **params: str | int | float) -> str:
    """Return a message of the interface in the language of this session."""
    return translate(key, session().language, **params)


def say(kind: Literal["error", "info", "done"], text: str, undo: Callable[[], None] | None = None) -> None:
    """Show a sentence at the top of the page until the next action; several stand on a line each."""
    session().notice = Notice(kind, text, undo)


def attempt(action: Callable[[], object]) -> bool:
    """Do what the journalist asked for; say the error's sentence when it fails. Returns whether it was done."""
    session().notice = None
    try:
        action()
    except IntertitreError as error:
        say("error", describe(error, session().language))
        return False
    except Exception:  # noqa: BLE001 - the last net of the callbacks: logged with its traceback, told in one sentence
        # A callback runs outside the frame of the page: without this the journalist would see Streamlit's own box.
        _log.exception("an action failed")
        say("error", t("page.fault"))
        return False
    return True


def keep_change(draft_id: str, change: Callable[[Draft], Draft]) -> bool:
    """Apply a change to the newest state of the draft in the store; returns whether it is kept."""
    return attempt(lambda: resources.store().update(draft_id, change))


def keep_edit(draft_id: str, edit: Edit, change: Callable[[Draft], Draft]) -> bool:
    """Do as `keep_change` for a text that was typed, unless the same browser has sent a newer state of it before."""

    def in_order(draft: Draft) -> Draft:
        # Asked inside the transaction, so that two edits of one text cannot overtake each other after the answer.
        return change(draft) if resources.edit_order().admit(edit.text_id, edit.browser, edit.stamp) else draft

    return keep_change(draft_id, in_order)


def change_draft(draft_id: str, change: Callable[[Draft], Draft]) -> None:
    """Do as `keep_change`, for a button: what went wrong is said on the page."""
    keep_change(draft_id, change)


def open_draft_id() -> str | None:
    """Return the id of the draft that the address names, or None."""
    return st.query_params.get(DRAFT_PARAMETER)


def write_address() -> None:
    """Do what `Session.rewrite_address` asked for.

    A value is written at each drawing until the browser sends it itself: a message that it sent before it heard of the
    new one brings the old one back (measured on a busy machine: a text was read, and the empty desk shown). A parameter
    is taken out once: the next page that names it was asked for.
    """
    asked = session().address
    for parameter, value in list(asked.items()):
        if value is None:
            st.query_params.pop(parameter, None)
        elif st.query_params.get(parameter) != value:
            st.query_params[parameter] = value
            continue
        del asked[parameter]


def _browser_language() -> str:
    wanted = st.query_params.get(LANGUAGE_PARAMETER) or (st.context.locale or DEFAULT_LANGUAGE)
    language = wanted.split("-")[0].lower()
    return language if language in INTERFACE_LANGUAGES else "en"
