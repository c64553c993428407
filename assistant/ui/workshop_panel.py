"""The workshop: what is being written and what it costs, sentences to retouch, titles to choose from, versions."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial

import streamlit as st

from assistant.desk.evidence import typed_sentences
from assistant.desk.job import FINISHED, JobView
from assistant.model import Draft, Section, Version
from assistant.text.words import count_words
from assistant.ui.article_actions import restore_version
from assistant.ui.article_view import origin_of, other_versions
from assistant.ui.clock import when
from assistant.ui.details_panel import show_details
from assistant.ui.html import escaped
from assistant.ui.retouch_panel import show_retouch
from assistant.ui.state import attempt, session, t
from assistant.ui.writers import configured_endpoint, money, spent_millionths, start_writer
from assistant.ui.writing_words import difference, progress_of, remark_of, seconds_text, usage_of
from assistant.writing.estimating import estimate_usage, spent_on


def show_workshop(draft: Draft, views: Mapping[str, JobView]) -> None:
    """Show how the writing goes and what else can be done to the article; nothing for a draft without an outline."""
    if not draft.sections:
        return
    st.html(f"<h3 class='sectionhead'>{escaped(t('workshop.title'))}</h3>")
    with st.container():
        _progress(draft, views)
    with st.container():
        _cost(draft)
    written = [section for section in draft.sections if section.text.strip()]
    busy = any(view.state not in FINISHED for view in views.values())
    if written and not busy:
        # What is folded is not drawn: every beat and every key would pay for it.
        with st.expander(t("workshop.retouch"), key="workshop_retouch", on_change="rerun") as fold:
            if fold.open:
                show_retouch(draft, written)
        with st.expander(t("workshop.details"), key="workshop_details", on_change="rerun") as fold:
            if fold.open:
                show_details(draft)
        with st.expander(t("workshop.versions"), key="workshop_versions", on_change="rerun") as fold:
            if fold.open:
                _versions(draft, written)


def _progress(draft: Draft, views: Mapping[str, JobView]) -> None:
    running = [view for view in views.values() if view.state not in FINISHED]
    if not running:
        return
    words = sum(view.words for view in views.values())
    targets = {section.id: section.target_words for section in draft.sections}
    wanted = sum(targets.get(view.section_id, 0) for view in views.values()) or 1
    begun = min((view.started for view in views.values() if view.started), default=time.time())
    st.progress(
        min(1.0, words / wanted),
        text=t("workshop.progress", words=words, wanted=wanted, time=seconds_text(time.time() - begun)),
    )
    lines = []
    for view in running:
        section = draft.section(view.section_id)
        state = t("section.queued_at", place=view.place) if view.state == "queued" else progress_of(view)
        lines.append(f"<li>{escaped(section.heading if section else '')} · {escaped(state)}</li>")
    st.html(f"<ul class='quiet'>{''.join(lines)}</ul>")


def _cost(draft: Draft) -> None:
    """Show what the empty sections will cost with the chosen model, and what the draft has cost."""
    facts = []
    endpoint = configured_endpoint() if session().writer == "model" else None
    empty = [section for section in draft.sections if not section.text.strip()]
    if endpoint is not None and endpoint.model and empty:
        facts.append(t("cost.before", cost=usage_of(estimate_usage(draft, empty, endpoint, rounds=session().rounds))))
    spent = spent_on(draft)
    if spent.requests:
        facts.append(t("cost.after", cost=usage_of(spent)))
    limit = session().cost_limit
    if limit is not None:
        facts.append(t("cost.limit", spent=money(spent_millionths(draft)), limit=money(limit)))
    if facts:
        st.html(f"<p class='quiet'>{escaped(' — '.join(facts))}</p>")


def _versions(draft: Draft, written: list[Section]) -> None:
    chosen = st.selectbox(
        t("workshop.section"),
        [section.id for section in written],
        format_func=lambda identifier: _heading(draft, identifier),
        key=f"versions_of_{draft.id}",
    )
    section = draft.section(chosen) if chosen else None
    if section is None:
        return
    _remarks(section.versions[-1])
    typed = typed_sentences(section, draft.language)
    if typed and section.passages:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(f"<p>{escaped(t('workshop.typed', count=len(typed)))}</p>", width="stretch")
            st.button(
                t("workshop.around"),
                key=f"around_{section.id}",
                on_click=_rewrite_around,
                args=(draft.id, section.id),
            )
    st.html(f"<p class='orphan'><strong>{escaped(t('workshop.current'))}</strong> {_facts(section.versions[-1])}</p>")
    for version in other_versions(section):
        with st.container(border=True, key=f"version_{version.id}"):
            head, restore = st.columns([0.75, 0.25], vertical_alignment="center")
            head.html(f"<p class='orphan'>{_facts(version)}</p>")
            restore.button(
                t("section.restore"),
                key=f"restore_{version.id}",
                on_click=restore_version,
                args=(draft.id, section.id, version.id),
            )
            st.html(difference(version.text, section.text))


def _rewrite_around(draft_id: str, section_id: str) -> None:
    session().notice = None
    attempt(partial(start_writer, draft_id, [section_id], keeps_typed=True))


def _remarks(version: Version) -> None:
    if version.remarks:
        lines = "".join(f"<li>{escaped(remark_of(remark))}</li>" for remark in version.remarks)
        st.html(f"<ul>{lines}</ul>")


def _facts(version: Version) -> str:
    """Return who wrote a version, when, with which prompt, how long it is and what it cost."""
    facts = [origin_of(version), t("section.words", count=count_words(version.text))]
    if version.created:
        facts.append(when(version.created))
    if version.prompt_hash:
        facts.append(t("workshop.prompt", hash=version.prompt_hash))
    if version.usage is not None:
        facts.append(usage_of(version.usage))
    return escaped(" · ".join(facts))


def _heading(draft: Draft, section_id: str) -> str:
    section = draft.section(section_id)
    return (section.heading if section else "") or t("section.no_heading")
