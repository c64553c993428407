"""All drafts of this server: find one, open, rename, duplicate, delete and take back."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assistant.desk.drafting import now
from assistant.desk.editing import set_details
from assistant.desk.history import copy_of
from assistant.errors import StorageError
from assistant.model import Draft
from assistant.storage.drafts import StoredTitle
from assistant.text.words import count_words, fold
from assistant.ui.clock import when
from assistant.ui.html import escaped, plain_label
from assistant.ui.notices import show_notice
from assistant.ui.resources import jobs, store
from assistant.ui.state import DRAFT_PARAMETER, attempt, change_draft, say, session, t

MOST_DRAFTS = 2_000
PAGE = 20
"""Drafts shown at once: a desk has a few in work, and the search finds the others. House rule."""


def show_library() -> None:
    """List the drafts of this server, the one saved last first."""
    drafts = store().list_drafts(MOST_DRAFTS)
    with st.container(horizontal=True, vertical_alignment="bottom", key="library_head"):
        st.html(
            f"<h1>{escaped(t('library.title'))}</h1><p class='quiet'>{escaped(_count(drafts))}</p>", width="stretch"
        )
        st.page_link("app.py", label=t("draft.new"), icon=":material/add:")
    show_notice()
    if not drafts:
        st.html(f"<p class='empty'>{escaped(t('library.empty'))}</p>")
    else:
        _list(drafts)
    _bin()


def _count(drafts: tuple[StoredTitle, ...]) -> str:
    return t("library.count", count=len(drafts))


def _list(drafts: tuple[StoredTitle, ...]) -> None:
    wanted = st.text_input(
        t("library.search"), key="library_search", placeholder=t("library.search.example"), live=True
    )
    words = fold(wanted or "").split()
    found = [stored for stored in drafts if all(word in fold(stored.title) for word in words)]
    if not found:
        st.html(f"<p class='empty' role='status'>{escaped(t('library.none_found', wanted=wanted or ''))}</p>")
    pages = -(-len(found) // PAGE)
    page = min(int(st.session_state.get("library_page", 1)), max(pages, 1))
    for stored in found[(page - 1) * PAGE : page * PAGE]:
        _row(stored)
    if pages > 1:
        st.pagination(pages, key="library_page")


def _row(stored: StoredTitle) -> None:
    title = stored.title or t("draft.untitled")
    with st.container(horizontal=True, vertical_alignment="center", key=f"draft_{stored.id}"):
        with st.container(width="stretch", gap=None):
            st.page_link("app.py", label=plain_label(title), query_params={DRAFT_PARAMETER: stored.id})
            st.html(f"<p class='quiet'>{escaped(_facts(stored))}</p>")
        # A menu that was open when its row left the page opens again with it: each action gives all menus new keys.
        key = f"more_{stored.id}_{session().menus}"
        with st.popover(t("library.actions"), key=key, help=t("library.actions_for", title=title)):
            _actions(stored, title)


def _facts(stored: StoredTitle) -> str:
    facts = [t("library.saved", when=when(stored.saved))]
    try:
        draft = store().load(stored.id).draft
    except StorageError:
        # Removed by another tab since the list was read, or written by a newer version: it is still worth a line.
        return facts[0]
    written = sum(bool(section.text.strip()) for section in draft.sections)
    words = count_words(draft.standfirst) + sum(count_words(section.text) for section in draft.sections)
    facts += [t("section.words", count=words), t("library.sections", count=written, total=len(draft.sections))]
    if draft.keyphrase:
        facts.append(t("library.keyphrase", keyphrase=draft.keyphrase))
    if jobs().is_busy(stored.id):
        facts.append(t("section.running"))
    return " · ".join(facts)


def _actions(stored: StoredTitle, title: str) -> None:
    key = f"rename_{stored.id}"

    def rename() -> None:
        session().menus += 1
        change_draft(stored.id, lambda draft: set_details(draft, title=st.session_state[key]))

    st.text_input(t("library.rename"), value=stored.title, key=key, on_change=rename)
    st.button(t("library.duplicate"), key=f"copy_{stored.id}", on_click=_duplicate, args=(stored.id,), width="stretch")
    st.button(
        t("library.delete"),
        key=f"delete_{stored.id}",
        icon=":material/delete:",
        on_click=_delete,
        args=(stored.id, title),
        width="stretch",
    )


def _duplicate(draft_id: str) -> None:
    session().menus += 1

    def duplicate() -> None:
        draft: Draft = store().load(draft_id).draft
        title = t("library.copy_of", title=draft.title or t("draft.untitled"))
        store().create(copy_of(draft, title, now()))
        say("done", t("library.duplicated", title=title))

    attempt(duplicate)


def _delete(draft_id: str, title: str) -> None:
    session().menus += 1

    def delete() -> None:
        jobs().stop(draft_id)
        store().put_in_bin(draft_id)
        say("done", t("library.deleted", title=title), lambda: _take_back(draft_id, title))

    attempt(delete)


def _take_back(draft_id: str, title: str) -> None:
    _act(lambda: store().take_from_bin(draft_id), t("library.back", title=title))


def _bin() -> None:
    """Offer what was deleted, the last first, until the bin is emptied."""
    binned = store().list_drafts(MOST_DRAFTS, binned=True)
    if not binned:
        return
    with st.expander(t("library.bin", count=len(binned)), key="bin"):
        for stored in binned[:PAGE]:
            with st.container(horizontal=True, vertical_alignment="center", key=f"binned_{stored.id}"):
                title = stored.title or t("draft.untitled")
                st.html(f"<p>{escaped(title)}</p>", width="stretch")
                st.button(
                    t("library.take_back"),
                    key=f"take_back_{stored.id}",
                    help=t("library.take_back_title", title=title),
                    on_click=_take_back,
                    args=(stored.id, title),
                )
        sure = st.checkbox(t("library.empty_bin.sure"), key="empty_bin_sure")
        st.button(
            t("library.empty_bin"),
            key="empty_bin",
            disabled=not sure,
            on_click=_act,
            args=(lambda: store().empty_bin(), t("library.emptied")),
        )


def _act(action: Callable[[], object], done: str) -> None:
    if attempt(action):
        say("done", done)
