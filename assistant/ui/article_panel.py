"""The article: one surface for its texts, what can be done to all of it, and its search metadata."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from assistant.desk import editing
from assistant.desk.job import JobView
from assistant.model import Draft
from assistant.ui import article_actions
from assistant.ui.article_actions import OnMark, start_writing
from assistant.ui.article_edits import keep_edits
from assistant.ui.article_view import article_view, is_running
from assistant.ui.components.article_surface import article_surface
from assistant.ui.html import escaped
from assistant.ui.marks import Mark
from assistant.ui.plain_article import show_plain_article
from assistant.ui.resources import jobs
from assistant.ui.state import session, t
from assistant.ui.surfaces import detail_surface
from assistant.ui.writers import choose_writer


def show_article(
    draft: Draft, views: Mapping[str, JobView], marks: Sequence[Mark] = (), on_mark: OnMark | None = None
) -> None:
    """Show the article as one sheet, with what can be done to it, and the marks in its text.

    `on_mark` gets the id of a mark and the name of the action chosen, "open" when its explanation was opened.
    """
    st.html(f"<h2>{escaped(t('article.title'))}</h2>")
    with st.container():
        _write_all(draft, views)
    with st.container():
        if session().is_plain:
            _tell_failure()
            show_plain_article(draft, views)
        else:
            _surface(draft, views, marks, on_mark)
    _metadata(draft)


def _surface(draft: Draft, views: Mapping[str, JobView], marks: Sequence[Mark], on_mark: OnMark | None) -> None:
    article_surface(
        key=f"article_{draft.id}_{session().surface_tries}",
        view={**article_view(draft, views, marks), "tellsOpening": on_mark is not None},
        on_edit=lambda message: keep_edits(draft.id, message),
        on_act=lambda act: article_actions.do(draft, act, on_mark),
        on_failure=_show_plain,
    )


def _show_plain() -> None:
    session().is_plain = True


def _tell_failure() -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(t("surface.failed"))
        st.button(t("surface.retry"), key="surface_retry", on_click=_try_again)


def _try_again() -> None:
    session().is_plain = False
    session().surface_tries += 1


def _write_all(draft: Draft, views: Mapping[str, JobView]) -> None:
    running = [view for view in views.values() if is_running(view)]
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
                on_click=start_writing,
                args=(draft, empty),
            )
    if not running:
        _offer_to_resume(draft)
    if draft.sections:
        done = len(draft.sections) - len(empty)
        if running or empty:
            st.progress(
                done / len(draft.sections),
                text=t("article.progress", count=done, total=len(draft.sections)),
            )


def _offer_to_resume(draft: Draft) -> None:
    """Offer to go on where a stop, a fault or a restart of the server cut the writing short."""
    unfinished = [section.id for section in jobs().unfinished(draft)]
    if unfinished:
        with st.container(key="unfinished", border=True, horizontal=True, vertical_alignment="center"):
            st.html(f"<p>{escaped(t('article.unfinished', count=len(unfinished)))}</p>", width="stretch")
            st.button(t("article.resume"), key="resume", on_click=start_writing, args=(draft, unfinished))


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
    _signature(draft)


def _signature(draft: Draft) -> None:
    """Ask for what news search wants and only the journalist knows: author, date, picture."""
    changes: dict[str, tuple[str, Callable[[Draft, str], Draft]]] = {
        "author": (draft.author, lambda newest, text: editing.set_details(newest, author=text)),
        "published": (draft.published, lambda newest, text: editing.set_details(newest, published=text)),
        "image": (draft.image, lambda newest, text: editing.set_details(newest, image=text)),
        "image_alternative": (
            draft.image_alternative,
            lambda newest, text: editing.set_details(newest, image_alternative=text),
        ),
    }
    columns = [*st.columns(2), *st.columns(2)]
    for column, (name, (text, change)) in zip(columns, changes.items(), strict=True):
        with column:
            detail_surface(draft, name, text, change, look="small")
