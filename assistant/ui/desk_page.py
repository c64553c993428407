"""The desk itself: source and brief, outline, article, scorecard and export of the draft that the address names."""

from __future__ import annotations

from typing import Final

import streamlit as st

from assistant.errors import StorageError
from assistant.ui.components.lifeline import lifeline
from assistant.ui.frame import faults_told
from assistant.ui.resources import jobs, store
from assistant.ui.state import DRAFT_PARAMETER, open_draft_id, session, t
from assistant.ui.welcome_panel import show_welcome

POLL_S: Final = 0.25
"""How often a page looks at running sections. Measured: 187 ms between updates at .2, and typing stays lossless."""


def show_desk() -> None:
    """Show the open draft, or the way to begin one."""
    draft_id = open_draft_id()
    if draft_id is None:
        show_welcome()
        return
    lifeline(key="lifeline")
    busy = session().polling = jobs().is_busy(draft_id)
    st.fragment(_show_draft, run_every=POLL_S if busy else None)(draft_id)


def _show_draft(draft_id: str) -> None:
    # One fragment for everything that follows the text: an edit redraws this and nothing else.
    if jobs().is_busy(draft_id) != session().polling:
        st.rerun()
    with faults_told():
        try:
            draft = store().load(draft_id).draft
        except StorageError as error:
            if error.code != "no-such-draft":
                raise
            _draft_is_gone()
            return
        # Imported only now: the empty desk, the first thing that is seen, does without the panels.
        from assistant.ui.draft_panels import show_panels

        show_panels(draft)


def _draft_is_gone() -> None:
    st.warning(t("draft.gone"))
    if st.button(t("draft.new"), key="new_after_gone", type="primary"):
        st.query_params.pop(DRAFT_PARAMETER, None)
        session().notice = None
        st.rerun()
