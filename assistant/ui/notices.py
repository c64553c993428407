"""What answers the last action, in a sentence or a few."""

from __future__ import annotations

import streamlit as st

from assistant.ui.html import plain_label
from assistant.ui.state import session


def show_notice() -> None:
    """Show the notice of the session, if there is one; several sentences as a list."""
    notice = session().notice
    if notice is None:
        return
    show = {"error": st.error, "info": st.info, "done": st.success}[notice.kind]
    lines = [plain_label(line) for line in notice.text.split("\n") if line]
    show(lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines))
