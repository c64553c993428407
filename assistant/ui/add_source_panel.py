"""One more source on the same story: pasted, from files, or from a web address."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assistant.desk import drafting
from assistant.intake import Intake, read_text
from assistant.model import Draft
from assistant.ui.address_field import show_address_field
from assistant.ui.components.surface import Edit, newest_text, shown_for, text_surface
from assistant.ui.resources import store
from assistant.ui.state import attempt, say, session, t
from assistant.ui.surfaces import surface_words
from assistant.ui.uploads import show_uploader


def show_add_source(draft: Draft) -> None:
    """Offer the three ways to add a source."""
    number = len(draft.sources)
    with st.container(key="add_source"), st.popover(t("source.add"), icon=":material/add:"):
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
        if _add(draft.id, lambda: [read_text(_typed(identifier, key), t("source.pasted"))]):
            session().spent = (identifier,)

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
    def given(read: list[Intake], faults: tuple[str, ...]) -> None:
        if read:
            _add(draft.id, lambda: read)
        if faults:
            say("error", "\n".join(faults))

    show_uploader(f"add_files_{draft.id}_{number}", given)


def _add(draft_id: str, read: Callable[[], list[Intake]]) -> bool:
    """Read first, then change the draft: reading is slow and may fail, the change holds the draft's lock.

    Says what became of the outline, and returns whether the sources were added.
    """

    def add() -> None:
        intakes = read()
        before = store().load(draft_id).draft
        after = store().update(draft_id, lambda newest: drafting.with_more_sources(newest, intakes)).draft
        _tell(before, after, len(intakes))

    return attempt(add)


def _tell(before: Draft, after: Draft, count: int) -> None:
    if [section.id for section in before.sections] != [section.id for section in after.sections]:
        say("done", t("source.added.proposed", count=count))
    else:
        say("done", t("source.added.kept", count=len(after.orphans) - len(before.orphans)))


def _typed(identifier: str, key: str) -> str:
    shown = session().surfaces.get(identifier)
    return newest_text(key, shown) if shown else ""
