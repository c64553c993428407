"""All drafts: open one, begin a new one."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from assistant.ui.html import escaped, plain_label
from assistant.ui.resources import store
from assistant.ui.state import DRAFT_PARAMETER, session, t

MOST_DRAFTS = 200


def show_library() -> None:
    """List the drafts of this server, the one saved last first."""
    st.html(f"<h1>{escaped(t('library.title'))}</h1>")
    st.page_link("app.py", label=t("draft.new"), icon=":material/add:")
    drafts = store().list_drafts(MOST_DRAFTS)
    if not drafts:
        st.info(t("library.empty"))
    for stored in drafts:
        with st.container(horizontal=True, vertical_alignment="center", key=f"draft_{stored.id}"):
            st.page_link(
                "app.py",
                label=plain_label(stored.title or t("draft.untitled")),
                query_params={DRAFT_PARAMETER: stored.id},
            )
            st.html(f"<p class='quiet'>{escaped(t('library.saved', when=_when(stored.saved)))}</p>", width="content")


def _when(instant: str) -> str:
    pattern = "%d/%m/%Y %H:%M" if session().language == "fr" else "%Y-%m-%d %H:%M"
    return datetime.fromisoformat(instant).astimezone().strftime(pattern)
