"""History: the states of a draft and the versions of its sections, what each would change, and the way back to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assistant.desk.articles import article_of
from assistant.desk.drafting import now
from assistant.desk.editing import restore_version
from assistant.desk.history import by_minute, is_present_state, restored
from assistant.errors import StorageError
from assistant.model import Draft, Section, Version
from assistant.storage.past import PastRevision
from assistant.text.difference import Run, changed_words, difference
from assistant.text.words import count_words
from assistant.ui.clock import time_of_day, when
from assistant.ui.html import escaped, plain_label
from assistant.ui.notices import show_notice
from assistant.ui.resources import store
from assistant.ui.state import DRAFT_PARAMETER, attempt, change_draft, open_draft_id, say, t

_SECONDS = slice(len("2026-01-31T12:59:"), len("2026-01-31T12:59:30"))
WHOLE = ""
"""The choice of the whole article, where a section has its id."""


def show_history() -> None:
    """Show the time line of the open draft beside what the chosen state would change."""
    st.html(f"<h1>{escaped(t('page.history'))}</h1>")
    show_notice()
    draft_id = open_draft_id()
    try:
        draft = store().load(draft_id).draft if draft_id else None
    except StorageError:
        draft = None
    if draft is None:
        st.html(f"<p class='empty'>{escaped(t('history.no_draft'))}</p>")
        st.page_link("pages/library.py", label=t("page.library"))
        return
    title = plain_label(draft.title or t("draft.untitled"))
    st.page_link("app.py", label=title, icon=":material/arrow_back:", query_params={DRAFT_PARAMETER: draft.id})
    line, change = st.columns([0.34, 0.66], gap="large")
    with line:
        section = _what(draft)
    if section is None:
        _snapshots(draft, line, change)
    else:
        _versions(draft, section, line, change)


def _what(draft: Draft) -> Section | None:
    chosen = st.selectbox(
        t("history.of"),
        [WHOLE, *(section.id for section in draft.sections)],
        format_func=lambda identifier: _name(draft, identifier),
        key=f"history_of_{draft.id}",
    )
    return draft.section(chosen or "")


def _name(draft: Draft, section_id: str) -> str:
    section = draft.section(section_id)
    return t("history.whole") if section is None else section.heading or t("section.no_heading")


def _snapshots(
    draft: Draft, line: st.delta_generator.DeltaGenerator, change: st.delta_generator.DeltaGenerator
) -> None:
    past = store().history(draft.id)[1:]
    if not past:
        line.html(f"<p class='empty'>{escaped(t('history.none'))}</p>")
        return
    with line:
        chosen, name = _choose_state(past)
    state = store().load_revision(draft.id, chosen.revision)
    with change:
        _difference(article_of(draft).markdown, article_of(state).markdown)
        is_same = is_present_state(draft, state)
        if is_same:
            st.html(f"<p class='quiet'>{escaped(t('history.nothing'))}</p>")
        st.button(
            t("history.restore", when=name),
            key="restore_state",
            type="primary",
            disabled=is_same,
            on_click=_restore_state,
            args=(draft.id, state, name),
        )


def _choose_state(past: Sequence[PastRevision]) -> tuple[PastRevision, str]:
    """Let one state be chosen, and return it with its name: a minute of work first, then one of its states."""
    minutes = {minute[0].revision: minute for minute in by_minute(past)}
    newest = st.radio(
        t("history.states"), list(minutes), format_func=lambda number: _minute(minutes[number]), key="snapshot"
    )
    minute = {state.revision: state for state in minutes[newest]}
    if len(minute) == 1:
        return minute[newest], when(minute[newest].saved)
    chosen = st.selectbox(
        t("history.within"),
        list(minute),
        format_func=lambda number: _second(minute[number]),
        key=f"snapshot_of_{newest}",
    )
    return minute[chosen], f"{when(minute[chosen].saved)}:{minute[chosen].saved[_SECONDS]}"


def _minute(states: Sequence[PastRevision]) -> str:
    facts = [when(states[0].saved)]
    if len(states) > 1:
        facts.append(t("history.states_of_minute", count=len(states)))
    return plain_label(" · ".join(facts))


def _second(state: PastRevision) -> str:
    time = time_of_day(state.saved)
    return t("history.at_second", time=time, seconds=state.saved[_SECONDS], number=state.revision)


def _restore_state(draft_id: str, state: Draft, at: str) -> None:
    def restore() -> None:
        # Once the history is thinned out, this state would give way to the last one of its minute.
        store().keep_snapshot(draft_id)
        store().update(draft_id, lambda newest: restored(newest, state, now()))
        say("done", t("history.restored", when=at))

    attempt(restore)


def _versions(
    draft: Draft, section: Section, line: st.delta_generator.DeltaGenerator, change: st.delta_generator.DeltaGenerator
) -> None:
    past = {version.id: version for version in reversed(section.versions[:-1])}
    if not past:
        line.html(f"<p class='empty'>{escaped(t('history.no_versions'))}</p>")
        return
    chosen = line.radio(
        t("history.versions"),
        list(past),
        format_func=lambda identifier: _describe(past[identifier]),
        key=f"version_of_{section.id}",
    )
    with change:
        _difference(section.text, past[chosen].text)
        st.button(
            t("history.restore_version"),
            key="restore_version",
            type="primary",
            disabled=past[chosen].text == section.text,
            on_click=change_draft,
            args=(draft.id, partial(restore_version, section_id=section.id, version_id=chosen)),
        )


def _describe(version: Version) -> str:
    origin = t(f"origin.{version.origin}", model=version.model or "")
    words = t("section.words", count=count_words(version.text))
    return plain_label(" · ".join((when(version.created), origin, words)))


def _difference(present: str, past: str) -> None:
    """Show what going back would take away and bring back."""
    runs = difference(present, past)
    came, went = changed_words(runs)
    if present == past:
        st.html(f"<p class='quiet' role='status'>{escaped(t('history.same'))}</p>")
        return
    facts = f"{t('history.comes', count=came)} · {t('history.goes', count=went)}"
    text = "".join(map(_marked, runs))
    st.html(
        f"<p class='quiet'>{escaped(facts)}</p><div class='goingback' tabindex='0' role='region' "
        f"aria-label='{escaped(t('history.difference'))}'>{text}</div>"
    )


def _marked(run: Run) -> str:
    text = escaped(run.text)
    if run.kind == "same":
        return text
    tag, word = ("ins", t("history.comes_back")) if run.kind == "new" else ("del", t("history.goes_away"))
    return f"<{tag}><span class='hidden'>{escaped(word)} </span>{text}</{tag}>"
