"""The desk itself: source and brief, outline, article, scorecard and export of the draft that the address names."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Final

import streamlit as st

from assistant.errors import StorageError
from assistant.ui.components.lifeline import lifeline
from assistant.ui.components.pulse import LOOK_MS, pulse
from assistant.ui.components.spent import forget_copies
from assistant.ui.frame import begin_anew, faults_told
from assistant.ui.resources import errands, jobs, spare_collector, store
from assistant.ui.state import open_draft_id, session, t, write_address
from assistant.ui.welcome_panel import show_welcome

_DRAFT: Final = "draft_fragment"
_OTHERS: Final = "others_fragment"


def show_desk() -> None:
    """Show the open draft, or the way to begin one."""
    draft_id = open_draft_id()
    if draft_id is None:
        show_welcome()
        return
    lifeline(key="lifeline")
    forget_copies(session().spent, key="spent")
    st.fragment(_show_draft, key=_DRAFT)(draft_id)
    st.fragment(_look_for_others, key=_OTHERS)(draft_id)


def _show_draft(draft_id: str) -> None:
    # One fragment for everything that follows the text: an edit redraws this and nothing else.
    with faults_told():
        try:
            stored = store().load(draft_id)
        except StorageError as error:
            if error.code != "no-such-draft":
                raise
            _draft_is_gone()
            return
        # Imported only now: the empty desk, the first thing that is seen, does without the panels.
        from assistant.ui.article_stream import show_streams, states_of
        from assistant.ui.draft_panels import show_panels

        is_writing, states = jobs().is_busy(draft_id), states_of(draft_id)
        is_busy = errands().is_busy(draft_id) or (is_writing and session().is_plain)
        session().revision = stored.revision
        show_panels(stored.draft)
        spare_collector("draft shown")
        if is_busy:
            pulse(key="pulse", number=time.time_ns())
        elif is_writing:
            st.fragment(show_streams)(draft_id, states, _DRAFT)


def _look_for_others(draft_id: str) -> None:
    """Draw the draft anew when somebody else changed it. A fragment of its own: a look draws nothing."""
    write_address()
    pulse(key="look", number=time.time_ns(), beat_ms=LOOK_MS, redraw=lambda: _changed(draft_id))


def _changed(draft_id: str) -> Sequence[str]:
    try:
        revision = store().load(draft_id).revision
    except StorageError:
        return ()  # the page itself says what is wrong
    return (_DRAFT, _OTHERS) if revision != session().revision and not jobs().is_busy(draft_id) else ()


def _draft_is_gone() -> None:
    st.warning(t("draft.gone"))
    # In the fragment a callback would draw the fragment alone.
    if st.button(t("draft.new"), key="new_after_gone", type="primary"):
        begin_anew()
        st.rerun()
