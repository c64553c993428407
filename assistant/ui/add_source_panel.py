"""One more source on the same story: pasted, from files, or from a web address."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assistant.desk import drafting
from assistant.intake import Intake, read_file, read_text
from assistant.model import Draft
from assistant.ui.address_field import show_address_field
from assistant.ui.components.surface import Edit, newest_text, shown_for, text_surface
from assistant.ui.resources import store
from assistant.ui.state import attempt, session, t
from assistant.ui.surfaces import surface_words


def show_add_source(draft: Draft) -> None:
    """Offer the three ways to add a source."""
    number = len(draft.sources)
    with st.popover(t("source.add"), icon=":material/add:"):
        _paste(draft, number)
        show_address_field(f"add_address_{draft.id}_{number}", lambda read: _add(draft.id, read))
        _files(draft, number)


def _paste(draft: Draft, number: int) -> None:
    identifier = f"{draft.id}:add:{number}"
    key = f"add_{draft.id}_{number}"
    shown = shown_for(session().surfaces, identifier, _typed(identifier, key))

    def edited(edit: Edit) -> bool:
        shown.text = edit.text
        return True

    def add_pasted() -> None:
        _add(draft.id, lambda: [read_text(_typed(identifier, key), t("source.pasted"))])

    text_surface(
        identifier,
        key=key,
        shown=shown,
        label=t("source.add.label"),
        language=draft.language,
        words=surface_words(stored=False),
        on_edit=edited,
        on_submit=add_pasted,
        placeholder=t("welcome.placeholder"),
        rows=6,
        look="paper",
    )
    st.button(t("source.add.read"), key=f"add_read_{draft.id}", type="primary", on_click=add_pasted)


def _files(draft: Draft, number: int) -> None:
    key = f"add_files_{draft.id}_{number}"

    def add_uploaded() -> None:
        files = [(file.name, file.getvalue()) for file in st.session_state[key] or []]
        if files:
            _add(draft.id, lambda: [read_file(name, content) for name, content in files])

    st.file_uploader(t("welcome.upload"), key=key, accept_multiple_files=True, on_change=add_uploaded)


def _add(draft_id: str, read: Callable[[], list[Intake]]) -> None:
    """Read first, then change the draft: reading is slow and may fail, the change holds the draft's lock."""

    def add() -> None:
        intakes = read()
        store().update(draft_id, lambda newest: drafting.with_more_sources(newest, intakes))

    attempt(add)


def _typed(identifier: str, key: str) -> str:
    shown = session().surfaces.get(identifier)
    return newest_text(key, shown) if shown else ""
