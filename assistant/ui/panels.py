"""The panels of the desk: each a heading, one line of what is in it, and a switch that folds it."""

from __future__ import annotations

import streamlit as st

from assistant.ui.html import escaped
from assistant.ui.state import session, t


def panel_head(name: str, title: str, summary: str, *, is_open: bool) -> bool:
    """Show the head of a panel and return whether its content is to be shown.

    `is_open` counts until the journalist folds or unfolds it; that choice holds for the session.
    """
    shown = session().folds.get(name, is_open)
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"panelhead_{name}"):
        st.html(
            f"<div class='panelhead'><h2>{escaped(title)}</h2><p class='quiet'>{escaped(summary)}</p></div>",
            width="stretch",
        )
        st.button(
            t("panel.fold") if shown else t("panel.unfold"),
            key=f"fold_{name}",
            type="tertiary",
            icon=":material/expand_less:" if shown else ":material/expand_more:",
            help=t("panel.fold_named" if shown else "panel.unfold_named", panel=title),
            on_click=_turn,
            args=(name, not shown),
        )
    return shown


def _turn(name: str, shown: bool) -> None:
    session().folds[name] = shown
