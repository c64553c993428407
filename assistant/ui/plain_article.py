"""The article without its editor: one plain text for each field, for a browser that cannot show the rich surface."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from assistant.desk import editing
from assistant.desk.drafting import now
from assistant.desk.job import JobView
from assistant.i18n import describe
from assistant.model import Draft, Section
from assistant.text.words import count_words
from assistant.ui.article_actions import restore_version, start_writing
from assistant.ui.article_edits import shown_in
from assistant.ui.article_view import VERSIONS_SHOWN, facts_of, is_by_hand, is_running, origin_of, other_versions
from assistant.ui.components.surface import Edit, shown_for, text_surface
from assistant.ui.html import chip, escaped, plain_label
from assistant.ui.marks import text_field
from assistant.ui.resources import jobs
from assistant.ui.state import keep_edit, session, t
from assistant.ui.surfaces import detail_surface, surface_words


def show_plain_article(draft: Draft, views: Mapping[str, JobView]) -> None:
    """Show the article as plain texts, with what can be done to each section."""
    _details(draft)
    for section in draft.sections:
        with st.container(key=f"section_{section.id}"):
            _section(draft, section, views.get(section.id))


def _details(draft: Draft) -> None:
    detail_surface(
        draft, "title", draft.title, lambda newest, text: editing.set_details(newest, title=text), look="title"
    )
    detail_surface(
        draft,
        "standfirst",
        draft.standfirst,
        lambda newest, text: editing.set_details(newest, standfirst=text),
        look="standfirst",
    )


def _section(draft: Draft, section: Section, view: JobView | None) -> None:
    with st.container():
        _heading(draft, section, view)
    running = is_running(view)
    text = view.text if view is not None and running and view.text else section.text
    identifier = shown_in(draft.id, text_field(section.id))
    text_surface(
        identifier,
        key=f"text_{section.id}",
        shown=shown_for(session().surfaces, identifier, text),
        label=t("section.text", heading=section.heading),
        language=draft.language,
        words=surface_words(),
        on_edit=_edited(draft.id, section),
        placeholder=t("section.placeholder"),
        rows=2,
        readonly=running,
    )


def _edited(draft_id: str, section: Section) -> Callable[[Edit], bool]:
    based_on = section.versions[-1].id if section.versions else None
    return lambda edit: keep_edit(
        draft_id, edit, lambda newest: editing.edit_text(newest, section.id, edit.text, based_on, now())
    )


def _heading(draft: Draft, section: Section, view: JobView | None) -> None:
    level = "h3" if section.level == 2 else "h4"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        heading = escaped(section.heading) or f"<em>{escaped(t('section.no_heading'))}</em>"
        st.html(f"<{level} class='sectionhead'>{heading}</{level}>{_facts(section, view)}", width="stretch")
        if is_running(view):
            st.button(t("section.stop"), key=f"stop_{section.id}", on_click=jobs().stop, args=(draft.id, section.id))
        else:
            _write_button(draft, section)
            _versions(draft, section)
    if view is not None and view.error is not None:
        st.error(plain_label(describe(view.error, session().language)))


def _write_button(draft: Draft, section: Section) -> None:
    key, start = f"write_{section.id}", (draft, [section.id])
    if not is_by_hand(section, draft.language):
        label = t("section.rewrite") if section.text.strip() else t("section.write")
        st.button(label, key=key, on_click=start_writing, args=start)
        return
    with st.popover(t("section.rewrite")):
        st.html(f"<p>{escaped(t('section.rewrite.question'))}</p>")
        st.button(t("section.rewrite"), key=key, on_click=start_writing, args=start)


def _facts(section: Section, view: JobView | None) -> str:
    facts = "".join(
        chip(text, kind) if kind else f"<span class='quiet'>{escaped(text)}</span>"
        for text, kind in facts_of(section, view)
    )
    return f"<p class='facts'>{facts}</p>"


def _versions(draft: Draft, section: Section) -> None:
    others = other_versions(section)
    if not others:
        return
    with st.popover(t("section.versions", count=len(others))):
        for version in others[:VERSIONS_SHOWN]:
            line, restore = st.columns([0.72, 0.28], vertical_alignment="center")
            start = " ".join(version.text.split())[:90]
            line.html(
                f"<p class='orphan'><strong>{escaped(origin_of(version))}</strong> · "
                f"{escaped(t('section.words', count=count_words(version.text)))}<br>{escaped(start)}…</p>"
            )
            restore.button(
                t("section.restore"),
                key=f"restore_{version.id}",
                on_click=restore_version,
                args=(draft.id, section.id, version.id),
            )
