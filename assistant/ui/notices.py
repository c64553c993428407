"""The one sentence that answers the last action."""

from __future__ import annotations

import streamlit as st

from assistant.ui.html import plain_label
from assistant.ui.state import session


def show_notice() -> None:
    """Show the notice of the session, if there is one."""
    notice = session().notice
    if notice is None:
        return
    show = {"error": st.error, "info": st.info, "done": st.success}[notice.kind]
    show(plain_label(notice.text))
