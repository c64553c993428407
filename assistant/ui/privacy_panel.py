"""What is kept, where, and how to erase all of it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from assistant.ui.html import escaped
from assistant.ui.resources import database_url, jobs, store
from assistant.ui.state import attempt, say, t

ROWS: Final = ("drafts", "bin", "keys", "typing", "network", "logs")
MOST_DRAFTS: Final = 100_000


def show_privacy() -> None:
    """Show what is stored where, in a table, and offer to erase all of it."""
    where = place()
    rows = "".join(
        f"<tr><th scope='row'>{escaped(t(f'privacy.{row}'))}</th>"
        f"<td>{escaped(t(f'privacy.{row}.where', place=where))}</td></tr>"
        for row in ROWS
    )
    st.html(
        f"<h2>{escaped(t('settings.privacy'))}</h2><table class='checks'><tbody>{rows}</tbody></table>"
        f"<h3>{escaped(t('privacy.erase'))}</h3><p>{escaped(t('privacy.erase.what'))}</p>"
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        sure = st.checkbox(t("privacy.erase.sure"), key="erase_sure")
        st.button(t("privacy.erase.do"), key="erase", disabled=not sure, on_click=_erase)


def place() -> str:
    """Return where the drafts are: the file, or the address without its user and password."""
    url = database_url()
    return url.removeprefix("sqlite:///") if url.startswith("sqlite") else url.split("@")[-1]


def _erase() -> None:
    def erase() -> None:
        for binned in (False, True):
            for stored in store().list_drafts(MOST_DRAFTS, binned=binned):
                jobs().stop(stored.id)
        store().delete_everything()
        st.session_state["erase_sure"] = False
        say("done", t("privacy.erased"))

    attempt(erase)
