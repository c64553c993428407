"""The sources as they were cleaned, with everything that was removed, repaired or flagged, and the brief above them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from assistant.desk import editing, sources
from assistant.errors import StorageError
from assistant.model import Draft, Source
from assistant.ui.add_source_panel import show_add_source
from assistant.ui.agreement_panel import show_agreement
from assistant.ui.brief_panel import show_brief
from assistant.ui.components.source_text import source_text
from assistant.ui.html import escaped
from assistant.ui.panels import panel_head
from assistant.ui.source_view import source_view, word_counts
from assistant.ui.state import change_draft, session, t

Change = Callable[[Draft, str, int], Draft]
ACTIONS: Final[dict[str, Change]] = {
    "restore": sources.restore_removed,
    "remove": sources.remove_block,
    "unflag": sources.restore_flagged,
    "accept": sources.apply_repair,
    "undo": sources.undo_repair,
    "subheading": lambda draft, source_id, index: sources.set_block_kind(draft, source_id, index, "subheading"),
    "paragraph": lambda draft, source_id, index: sources.set_block_kind(draft, source_id, index, "paragraph"),
}


def show_source(draft: Draft) -> None:
    """Show sources and brief, folded to one line once the article has text."""
    written = any(section.text for section in draft.sections)
    words = sum(word_counts(source)[0] for source in draft.sources)
    summary = t("source.summary", count=len(draft.sources), words=words)
    if panel_head("source", t("source.title"), summary, is_open=not written):
        show_brief(draft)
        for source in draft.sources:
            _source(draft, source)
        show_agreement(draft)
        show_add_source(draft)


def change_source(draft_id: str, shown: Source, name: str, index: int) -> None:
    """Do one of `ACTIONS` to a source, as long as it still is what the page shows: an index tells nothing else."""
    action = ACTIONS.get(name)

    def change(newest: Draft) -> Draft:
        if action is None or newest.source(shown.id) != shown:
            raise StorageError("source-changed")
        return action(newest, shown.id, index)

    change_draft(draft_id, change)


def _source(draft: Draft, source: Source) -> None:
    with st.container(key=f"source_{source.id}"):
        with st.container(horizontal=True, vertical_alignment="bottom", key=f"sourcehead_{source.id}"):
            st.html(f"<h3 class='source'>{escaped(source.title or source.name)}</h3>{_facts(source)}", width="stretch")
            _properties(draft, source)
        source_text(
            key=f"source_text_{source.id}",
            view=source_view(source, session().language),
            on_act=lambda name, index: change_source(draft.id, source, name, index),
        )


def _facts(source: Source) -> str:
    language = t(f"language.{source.language}") if source.language in ("fr", "en") else source.language
    kept, received = word_counts(source)
    counts = t("source.words", count=kept), t("source.before", count=received)
    return f"<p class='quiet'>{escaped(' · '.join((source.name, language, *counts)))}</p>"


def _properties(draft: Draft, source: Source) -> None:
    """Offer another name for the source, and to take it out where there are several."""
    key = f"name_{source.id}"
    if st.session_state.get(key) != source.name:
        st.session_state[key] = source.name

    def renamed() -> None:
        name: str = st.session_state[key]
        change_draft(draft.id, lambda newest: sources.rename_source(newest, source.id, name))

    with st.popover(t("source.edit"), type="tertiary"):
        st.text_input(t("source.name"), key=key, max_chars=120, on_change=renamed)
        if len(draft.sources) > 1:
            st.button(
                t("source.remove"),
                key=f"remove_{source.id}",
                on_click=change_draft,
                args=(draft.id, lambda newest: editing.remove_source(newest, source.id)),
            )
