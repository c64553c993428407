"""The article: title, standfirst, and each section with its actions; running sections grow in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from assistant.desk import editing
from assistant.desk.drafting import now
from assistant.desk.job import FINISHED, JobView
from assistant.i18n import describe
from assistant.model import Draft, Section, Version
from assistant.text.words import count_words
from assistant.ui.components.surface import Edit, shown_for, text_surface
from assistant.ui.html import chip, escaped, plain_label
from assistant.ui.marks import Mark
from assistant.ui.resources import jobs
from assistant.ui.state import change_draft, keep_edit, session, t
from assistant.ui.surfaces import detail_surface, surface_words
from assistant.ui.writers import choose_writer, writer_factory

VERSIONS_SHOWN = 8


def show_article(
    draft: Draft,
    views: Mapping[str, JobView],
    marks: Sequence[Mark] = (),
    on_mark: Callable[[str, str], None] | None = None,
) -> None:
    """Show the article as one sheet, with what can be done to it, and the marks in its text.

    `on_mark` gets the id of a mark and the name of the action chosen, "open" when its explanation was opened.
    """
    st.html(f"<h2>{escaped(t('article.title'))}</h2>")
    with st.container():
        _write_all(draft, views)
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
    for section in draft.sections:
        with st.container(key=f"section_{section.id}"):
            _section(draft, section, views.get(section.id))
    _metadata(draft)


def _write_all(draft: Draft, views: Mapping[str, JobView]) -> None:
    running = [view for view in views.values() if view.state not in FINISHED]
    empty = [section.id for section in draft.sections if not section.text.strip()]
    with st.container(horizontal=True, vertical_alignment="center"):
        choose_writer()
        if running:
            st.button(
                t("article.stop_all"), key="stop_all", type="primary", on_click=jobs().stop, args=(draft.id, None)
            )
        else:
            st.button(
                t("article.write_all", count=len(empty)) if empty else t("article.all_written"),
                key="write_all",
                type="primary",
                disabled=not empty,
                on_click=_start,
                args=(draft.id, empty),
            )
    if not running:
        _offer_to_resume(draft)
    if draft.sections:
        done = len(draft.sections) - len(empty)
        if running or empty:
            st.progress(
                done / len(draft.sections),
                text=t("article.progress", done=done, total=len(draft.sections), running=len(running)),
            )


def _offer_to_resume(draft: Draft) -> None:
    """Offer to go on where a stop, a fault or a restart of the server cut the writing short."""
    unfinished = [section.id for section in jobs().unfinished(draft)]
    if unfinished:
        with st.container(key="unfinished", border=True, horizontal=True, vertical_alignment="center"):
            st.html(f"<p>{escaped(t('article.unfinished', count=len(unfinished)))}</p>", width="stretch")
            st.button(t("article.resume"), key="resume", on_click=_start, args=(draft.id, unfinished))


def _start(draft_id: str, section_ids: Sequence[str]) -> None:
    session().notice = None
    factory = writer_factory()
    if factory is not None:
        jobs().start(draft_id, section_ids, factory)


def _section(draft: Draft, section: Section, view: JobView | None) -> None:
    running = view is not None and view.state not in FINISHED
    with st.container():
        _heading(draft, section, view)
    text = view.text if view is not None and running and view.text else section.text
    identifier = f"{draft.id}:{section.id}"
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
    running = view is not None and view.state not in FINISHED
    level = "h3" if section.level == 2 else "h4"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        heading = escaped(section.heading) or f"<em>{escaped(t('section.no_heading'))}</em>"
        st.html(f"<{level} class='sectionhead'>{heading}</{level}>{_facts(section, view)}", width="stretch")
        if running:
            st.button(t("section.stop"), key=f"stop_{section.id}", on_click=jobs().stop, args=(draft.id, section.id))
        else:
            st.button(
                t("section.rewrite") if section.text.strip() else t("section.write"),
                key=f"write_{section.id}",
                on_click=_start,
                args=(draft.id, [section.id]),
            )
            _versions(draft, section)
    if view is not None and view.error is not None:
        st.error(plain_label(describe(view.error, session().language)))


def _facts(section: Section, view: JobView | None) -> str:
    facts = []
    if view is not None and view.state == "queued":
        facts.append(chip(t("section.queued"), "busy"))
    elif view is not None and view.state == "running":
        facts.append(chip(t("section.running"), "busy"))
    elif section.versions:
        current = section.versions[-1]
        facts.append(chip(_origin(current), current.origin))
        if not current.complete:
            facts.append(chip(t("section.incomplete"), "warning"))
    if section.kind != "story":
        facts.append(chip(t("kind.marked", kind=t(f"kind.{section.kind}")), "service"))
    words = view.words if view is not None and view.state == "running" else count_words(section.text)
    count = (
        t("section.words_of", words=words, count=section.target_words)
        if section.target_words
        else t("section.words", count=words)
    )
    return f"<p class='facts'>{''.join(facts)} <span class='quiet'>{escaped(count)}</span></p>"


def _origin(version: Version) -> str:
    return t(f"origin.{version.origin}", model=version.model or "")


def _versions(draft: Draft, section: Section) -> None:
    if len(section.versions) < 2:
        return
    with st.popover(t("section.versions", count=len(section.versions))):
        for version in section.versions[-2 : -2 - VERSIONS_SHOWN : -1]:
            line, restore = st.columns([0.72, 0.28], vertical_alignment="center")
            start = " ".join(version.text.split())[:90]
            line.html(
                f"<p class='orphan'><strong>{escaped(_origin(version))}</strong> · "
                f"{escaped(t('section.words', count=count_words(version.text)))}<br>{escaped(start)}…</p>"
            )
            restore.button(
                t("section.restore"),
                key=f"restore_{version.id}",
                on_click=change_draft,
                args=(draft.id, _restoring(section.id, version.id)),
            )


def _restoring(section_id: str, version_id: str) -> Callable[[Draft], Draft]:
    return lambda newest: editing.restore_version(newest, section_id, version_id)


def _metadata(draft: Draft) -> None:
    st.html(f"<h3 class='sectionhead'>{escaped(t('article.metadata'))}</h3>")
    detail_surface(
        draft,
        "description",
        draft.description,
        lambda newest, text: editing.set_details(newest, description=text),
        look="small",
        rows=2,
    )
    detail_surface(draft, "slug", draft.slug, lambda newest, text: editing.set_details(newest, slug=text), look="small")
