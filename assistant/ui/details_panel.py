"""Titles, standfirst, description, slug, social posts and key points by a model, each checked before it is shown."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assistant.desk.articles import article_of
from assistant.desk.proposals import Proposal, checked_details, take_proposal
from assistant.i18n import render
from assistant.model import Draft
from assistant.ui.errand_box import ask_button
from assistant.ui.html import chip, escaped
from assistant.ui.state import change_draft, session, t
from assistant.writing.conversation import Conversation
from assistant.writing.detailing import Details, propose_details

KIND = "details"


def show_details(draft: Draft) -> None:
    """Show what a model proposes around the article, to be taken one by one."""
    st.html(f"<p class='quiet'>{escaped(t('details.why'))}</p>")
    text = article_of(draft).markdown

    def work(conversation: Conversation) -> object:
        return propose_details(draft, text, conversation)

    view = ask_button(draft, KIND, t("details.ask"), work)
    if view is None or not isinstance(view.result, Details):
        return
    for number, proposal in enumerate(checked_details(draft, view.result)):
        _proposal(draft, proposal, number)


def _proposal(draft: Draft, proposal: Proposal, number: int) -> None:
    with st.container(border=True, key=f"proposal_{number}"):
        text, take = st.columns([0.8, 0.2], vertical_alignment="center")
        problems = [render(problem, session().language) for problem in proposal.problems]
        state = chip(t("details.ready"), "extractive") if not problems else ""
        notes = "".join(f"<li>{escaped(problem)}</li>" for problem in problems)
        text.html(
            f"<p class='facts'><span class='quiet'>{escaped(t(f'details.{proposal.name}'))}</span> {state}</p>"
            f"<p class='orphan'>{escaped(proposal.text)}</p>{f'<ul>{notes}</ul>' if notes else ''}"
        )
        if proposal.name in ("title", "standfirst", "description", "slug"):
            take.button(
                t("proposal.take"),
                key=f"take_{proposal.name}_{number}",
                disabled=take_proposal(draft, proposal) == draft,
                on_click=change_draft,
                args=(draft.id, partial(take_proposal, proposal=proposal)),
            )
        else:
            take.code(proposal.text, language=None, wrap_lines=True, height=80)
