"""What answers the last action, in a sentence or a few, where it is seen from every place of the page."""

from __future__ import annotations

import time
from typing import Final

import streamlit as st

from assistant.ui.html import escaped, plain_label
from assistant.ui.state import session, t

LONGEST_DONE_S: Final = 12
"""What only says that all went well leaves with the next thing that happens after so long; errors stay. House rule."""


def show_notice() -> None:
    """Show the notice of the session, if there is one, at the foot of the window; several sentences as a list."""
    notice = session().notice
    if notice is not None and notice.kind == "done" and time.monotonic() - notice.at > LONGEST_DONE_S:
        notice = session().notice = None
    told = notice.text if notice is not None and notice.kind != "error" else ""
    # Always there, so that screen readers hear what comes into it; Streamlit's errors are announced by themselves.
    st.html(f"<p class='hidden' role='status'>{escaped(told)}</p>")
    if notice is None:
        return
    show = {"error": st.error, "info": st.info, "done": st.success}[notice.kind]
    lines = [plain_label(line) for line in notice.text.split("\n") if line]
    with st.container(key="notice", horizontal=True, vertical_alignment="center"):
        show(lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines))
        if notice.undo is not None:
            st.button(t("notice.undo"), key="notice_undo", on_click=notice.undo)
        st.button(t("notice.close"), key="notice_close", type="tertiary", on_click=_close)


def _close() -> None:
    session().notice = None
