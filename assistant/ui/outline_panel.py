"""Keyphrase, outline board, what the sources can carry, and the facts that no heading uses."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from assistant.desk import drafting, editing
from assistant.desk.job import JobView
from assistant.desk.passages import with_passage
from assistant.model import Draft, Passage
from assistant.ui.board_panel import show_board
from assistant.ui.html import escaped
from assistant.ui.panels import panel_head
from assistant.ui.plan_panel import show_plan
from assistant.ui.state import change_draft, keep_change, say, t

ROUND_TO = 10
SUGGESTIONS_SHOWN = 6


def show_outline(draft: Draft, views: Mapping[str, JobView], points: Mapping[str, int] | None = None) -> None:
    """Show what the article will tell, before and while it is written; `points` counts the open ones of a section."""
    if not panel_head("outline", t("outline.title"), _summary(draft), is_open=True):
        return
    _keyphrase(draft)
    show_board(draft, views, points or {})
    show_plan(draft)
    _honest_length(draft)
    _orphans(draft)


def _summary(draft: Draft) -> str:
    targets = sum(section.target_words for section in draft.sections)
    return t("outline.summary", count=len(draft.sections), words=targets)


def _keyphrase(draft: Draft) -> None:
    suggestions = [suggestion.phrase for suggestion in drafting.keyphrase_suggestions(draft)][:SUGGESTIONS_SHOWN]
    choose, synonyms = st.columns(2)
    with choose:
        _choice(draft, suggestions)
    with synonyms:
        _line_input(draft, "synonyms", ", ".join(draft.synonyms))


def _choice(draft: Draft, suggestions: list[str]) -> None:
    key = f"keyphrase_{draft.id}"
    options = list(dict.fromkeys([*([draft.keyphrase] if draft.keyphrase else []), *suggestions]))
    if st.session_state.get(key) != (draft.keyphrase or None):
        st.session_state[key] = draft.keyphrase or None

    def changed() -> None:
        keyphrase = st.session_state[key] or ""
        change_draft(draft.id, lambda newest: editing.set_details(newest, keyphrase=keyphrase))

    st.selectbox(
        t("detail.keyphrase"),
        options,
        key=key,
        on_change=changed,
        accept_new_options=True,
        help=t("detail.keyphrase.help"),
        placeholder=t("detail.keyphrase.empty"),
    )


def _line_input(draft: Draft, name: str, value: str) -> None:
    key = f"{name}_{draft.id}"
    if st.session_state.get(key) != value:
        st.session_state[key] = value

    def changed() -> None:
        synonyms = st.session_state[key].split(",")
        change_draft(draft.id, lambda newest: editing.set_details(newest, synonyms=synonyms))

    st.text_input(t(f"detail.{name}"), key=key, on_change=changed, placeholder=t(f"detail.{name}.empty"))


def _honest_length(draft: Draft) -> None:
    length = drafting.source_length(draft)
    if not length.shortfall:
        return
    with st.container(key="shortfall", border=True):
        st.markdown(
            t("length.short", wanted=length.wanted or 0, most=length.honest_maximum, count=length.shortfall),
        )
        with st.container(horizontal=True):
            _lower_target(draft, length.honest_maximum)
            _service_sections(draft)
        st.html(f"<p class='quiet'>{escaped(t('length.add_source'))}</p>")


def _lower_target(draft: Draft, most: int) -> None:
    target = max(50, most // ROUND_TO * ROUND_TO)
    st.button(
        t("length.lower", count=target),
        key=f"lower_{draft.id}",
        on_click=change_draft,
        args=(draft.id, lambda newest: drafting.with_minimum(newest, target)),
    )


def _service_sections(draft: Draft) -> None:
    offered = drafting.offered_service_sections(draft)
    if not offered:
        return
    with st.popover(t("length.service")):
        st.html(f"<p class='quiet'>{escaped(t('length.service.why'))}</p>")
        for section in offered:
            st.button(
                f"{t(f'kind.{section.kind}')} · {t('outline.passages', count=len(section.passages))}",
                key=f"service_{section.kind}_{draft.id}",
                on_click=change_draft,
                args=(draft.id, partial(drafting.with_section, section=section)),
            )


def _orphans(draft: Draft) -> None:
    if not draft.orphans:
        return
    with st.expander(t("outline.orphans", count=len(draft.orphans))):
        st.html(f"<p class='quiet'>{escaped(t('outline.orphans.why'))}</p>")
        chosen = st.selectbox(
            t("outline.orphans.where"),
            [section.id for section in draft.sections],
            format_func=lambda identifier: _heading(draft, identifier),
            key=f"orphans_to_{draft.id}",
        )
        for number, passage in enumerate(draft.orphans):
            text, add = st.columns([0.8, 0.2], vertical_alignment="center")
            text.html(f"<p class='orphan'>{escaped(_text(draft, passage))}</p>")
            add.button(
                t("outline.orphans.add"),
                key=f"orphan_{number}_{passage.source}_{passage.start}",
                disabled=chosen is None,
                on_click=_use,
                args=(draft, chosen or "", passage),
            )


def _use(draft: Draft, section_id: str, passage: Passage) -> None:
    """Give a fact to a section, and say where it went."""
    section = draft.section(section_id)
    written = section is not None and bool(section.text.strip())
    if keep_change(draft.id, lambda newest: with_passage(newest, section_id, passage, drafting.now())):
        key = "outline.orphans.written" if written else "outline.orphans.bound"
        say("done", t(key, heading=_heading(draft, section_id)))


def _heading(draft: Draft, section_id: str) -> str:
    section = draft.section(section_id)
    return section.heading if section else ""


def _text(draft: Draft, passage: Passage) -> str:
    source = draft.source(passage.source)
    return source.body[passage.start : passage.end] if source else ""
