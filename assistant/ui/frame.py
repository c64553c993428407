"""The frame of every page: title, style, our own translated links, the language switch, and the last word on errors."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import streamlit as st

from assistant.errors import IntertitreError
from assistant.i18n import INTERFACE_LANGUAGES, describe
from assistant.ui.components.chrome import translate_chrome
from assistant.ui.components.palette import show_palette
from assistant.ui.prompt_sockets import send_at_once
from assistant.ui.state import (
    DRAFT_PARAMETER,
    LANGUAGE_PARAMETER,
    open_draft_id,
    session,
    t,
    write_address,
)

HISTORY: Final = "pages/history.py"
PAGES: Final = {
    "desk": "app.py",
    "library": "pages/library.py",
    "settings": "pages/settings.py",
    "help": "pages/help.py",
}
_STYLE: Final = Path(__file__).parent / "style.css"
_log = logging.getLogger(__name__)


def open_page(name: str, draw: Callable[[], None]) -> None:
    """Draw a page in the frame. A fault of ours is logged and becomes one sentence; what is stored stays as it was."""
    send_at_once()
    write_address()
    st.set_page_config(page_title=f"{t('page.' + name)} · Intertitre", layout="wide")
    st.html(f"<style>{_STYLE.read_text(encoding='utf-8')}</style>")
    translate_chrome()
    _header(name)
    with faults_told():
        draw()


@contextmanager
def faults_told() -> Iterator[None]:
    """Tell the journalist of any error in one sentence. The only place of the pages that catches everything."""
    try:
        yield
    except IntertitreError as error:
        st.error(describe(error, session().language))
    except Exception:  # noqa: BLE001 - the last net of the pages: logged with its traceback, told in one sentence
        # Streamlit's own control flow derives from BaseException and passes.
        _log.exception("the page failed")
        st.error(t("page.fault"))


def _header(name: str) -> None:
    current = session()
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        st.html('<p class="wordmark">Inter<span>titre</span></p>', width="content")
        for page, path in PAGES.items():
            with st.container(key=f"nav_{page}_here" if page == name else f"nav_{page}", width="content"):
                st.page_link(path, label=t(f"page.{page}"), query_params=_carried())
        if open_draft_id():
            with st.container(key="nav_history_here" if name == "history" else "nav_history", width="content"):
                st.page_link(HISTORY, label=t("page.history"), query_params=_carried())
        if name == "desk" and open_draft_id():
            st.button(t("draft.new"), key="new_article", type="tertiary", icon=":material/add:", on_click=begin_anew)
        st.space("stretch")
        with st.container(key="commands", width="content"):
            show_palette()
        st.segmented_control(
            t("page.language"),
            INTERFACE_LANGUAGES,
            format_func=str.upper,
            default=current.language,
            key="interface_language",
            label_visibility="collapsed",
            on_change=_switch_language,
        )


def begin_anew() -> None:
    """Close the open draft: the address forgets it, so that a refresh stays on the empty desk."""
    session().rewrite_address(DRAFT_PARAMETER, None)
    session().notice = None


def _carried() -> dict[str, str]:
    """Return what a link to another page has to carry: the built-in navigation would drop it."""
    draft_id = open_draft_id()
    return {**_language_only(), **({DRAFT_PARAMETER: draft_id} if draft_id else {})}


def _language_only() -> dict[str, str]:
    language = st.query_params.get(LANGUAGE_PARAMETER)
    return {LANGUAGE_PARAMETER: language} if language else {}


def _switch_language() -> None:
    chosen = st.session_state.get("interface_language")
    if chosen in INTERFACE_LANGUAGES:
        session().language = chosen
        session().rewrite_address(LANGUAGE_PARAMETER, chosen)
