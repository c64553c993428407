"""Export: the article as a file, the record of its review, and a warning while changed facts are open."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from assistant.desk.deciding import Signature, depart
from assistant.desk.drafting import now
from assistant.desk.points import Review
from assistant.desk.publishing import publication_of
from assistant.desk.reviewing import approval_of, approve, is_unreviewed
from assistant.export import EXPORTERS
from assistant.export.names import file_name
from assistant.i18n import translate
from assistant.model import Draft
from assistant.ui.clock import when
from assistant.ui.html import escaped
from assistant.ui.state import keep_change, say, session, t

RECORDS: Final = ("review", "review-json")
"""The formats that are the record alone: they warn of nothing, they say it themselves."""


def show_export(draft: Draft, review: Review) -> None:
    """Offer every format; say what is still missing or open, and never stand in the way."""
    altered, _ = review.counts()
    if not altered:
        session().exporting = ""
    # A row of its own for each case: buttons that ask and buttons that download are not the same ones.
    row = "export_open" if altered else "export_clear"
    with st.container(key=row, horizontal=True, vertical_alignment="center"):
        st.html(f"<p class='label'>{escaped(t('export.title'))}</p>", width="content")
        for name in EXPORTERS:
            if name in RECORDS:
                continue
            if altered:
                st.button(t(f"export.{name}"), key=f"export_{name}", on_click=_ask, args=(name,))
            else:
                _download(draft, name, t(f"export.{name}"), f"export_{name}")
        with st.popover(t("release.review"), key=f"release_{draft.id}"):
            _review(draft)
    if altered and session().exporting in EXPORTERS:
        _warning(draft, session().exporting, altered)
    empty = sum(not section.text.strip() for section in draft.sections)
    if empty:
        st.html(f"<p class='quiet'>{escaped(t('export.empty_sections', count=empty))}</p>")


def _download(draft: Draft, name: str, label: str, key: str, *, is_noted: bool = False) -> None:
    exporter = EXPORTERS[name]
    labelled = session().labelled and is_unreviewed(draft)
    slug = f"{draft.slug}-{t('release.part')}" if exporter.part else draft.slug
    st.download_button(
        label,
        # Rendered when it is asked for: nobody downloads at every key.
        lambda: exporter.render(publication_of(draft, labelled=labelled, made=now())),
        file_name=file_name(slug, exporter.extension),
        mime=exporter.media_type,
        key=key,
        on_click=partial(_note, draft.id, name) if is_noted else "ignore",
    )


def _ask(name: str) -> None:
    session().exporting = name


def _warning(draft: Draft, name: str, altered: int) -> None:
    """Say what is open, and offer the one more click."""
    with st.container(key="release_warning"):
        st.html(
            f"<p><strong><span class='altered' aria-hidden='true'>▲</span> "
            f"{escaped(t('release.open', count=altered))}</strong> {escaped(t('release.why'))}</p>"
        )
        with st.container(horizontal=True):
            label = t("release.anyway", format=t(f"export.{name}"))
            # The note comes first, so that the project and the record that leave have it.
            noted = depart(draft, Signature(session().reviewer, now()), name)
            _download(noted, name, label, f"release_{name}", is_noted=True)
            st.button(t("release.back"), key="release_back", type="tertiary", on_click=_ask, args=("",))


def _note(draft_id: str, name: str) -> None:
    signature = Signature(session().reviewer, now())
    if keep_change(draft_id, lambda newest: depart(newest, signature, name)):
        session().exporting = ""


def _review(draft: Draft) -> None:
    """Offer the record, the signature under the whole review, and the line about the model."""
    st.html(f"<p>{escaped(t('release.review.what'))}</p>")
    approval = approval_of(draft)
    with st.container():
        if approval is not None:
            st.html(f"<p>✓ {escaped(t('release.approved', name=approval.by, time=when(approval.at)))}</p>")
        elif draft.sources:
            _signature(draft)
    with st.container(horizontal=True):
        for name in RECORDS:
            _download(draft, name, t(f"export.{name}"), f"export_{name}")
    if is_unreviewed(draft):
        st.html(f"<p class='quiet'>{escaped(t('release.unreviewed'))}</p>")
        st.checkbox(
            t("release.label", label=translate("export.label", draft.language)),
            value=session().labelled,
            key=f"labelled_{draft.id}",
            on_change=_turn_label,
            args=(draft.id,),
        )


def _signature(draft: Draft) -> None:
    st.text_input(t("truth.sign"), value=session().reviewer, key=f"approver_{draft.id}", max_chars=120)
    st.button(t("release.approve"), key=f"approve_{draft.id}", on_click=_approve, args=(draft.id,))


def _approve(draft_id: str) -> None:
    name = str(st.session_state.get(f"approver_{draft_id}") or "").strip()
    session().reviewer = name or session().reviewer
    if keep_change(draft_id, lambda newest: approve(newest, Signature(name, now()))):
        say("done", t("release.done.approve"))


def _turn_label(draft_id: str) -> None:
    session().labelled = bool(st.session_state[f"labelled_{draft_id}"])
