"""One thing asked of a model beside the sections: the button that asks, the wait that can be stopped, what it cost."""

from __future__ import annotations

import time
from collections.abc import Callable

import streamlit as st

from assistant.desk.errands import ErrandView
from assistant.i18n import describe
from assistant.model import Draft
from assistant.ui.html import plain_label
from assistant.ui.resources import errands
from assistant.ui.state import attempt, session, t
from assistant.ui.writers import usable_endpoint, within_limit
from assistant.ui.writing_words import seconds_text, usage_of
from assistant.writing.conversation import Conversation


def ask_button(
    draft: Draft, kind: str, label: str, work: Callable[[Conversation], object], *, disabled: bool = False
) -> ErrandView | None:
    """Show the button that starts an errand, or its wait; return the errand once it is done, else None."""
    if not _is_running(draft, kind):
        st.button(label, key=f"errand_{kind}", disabled=disabled, on_click=start_errand, args=(draft, kind, work))
    return show_errand(draft, kind)


def show_errand(draft: Draft, kind: str) -> ErrandView | None:
    """Show the wait for an errand, what went wrong, or what it cost; return the errand once it is done, else None."""
    view = errands().view(draft.id, kind)
    if view is None:
        return None
    if view.state == "running":
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(
                f"<p class='quiet'>{t('errand.running', time=seconds_text(time.time() - view.started))}</p>",
                width="stretch",
            )
            st.button(t("section.stop"), key=f"errand_stop_{kind}", on_click=errands().stop, args=(draft.id, kind))
        return None
    if view.error is not None:
        st.error(plain_label(describe(view.error, session().language)))
        return None
    if view.usage is not None and view.usage.requests:
        st.html(f"<p class='quiet'>{usage_of(view.usage)}</p>")
    return view


def leave(draft_id: str, kind: str) -> None:
    """Forget an errand and its answer."""
    errands().stop(draft_id, kind)


def start_errand(draft: Draft, kind: str, work: Callable[[Conversation], object]) -> None:
    """Ask the model of this session; says why when there is none, or when the draft has cost what it may."""
    session().notice = None
    endpoint = usable_endpoint()
    if endpoint is not None and attempt(lambda: within_limit(draft)):
        errands().start(draft.id, kind, endpoint, work)


def _is_running(draft: Draft, kind: str) -> bool:
    view = errands().view(draft.id, kind)
    return view is not None and view.state == "running"
