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
    proposals = checked_details(draft, view.result)
    for name in dict.fromkeys(proposal.name for proposal in proposals):
        # Those that can be printed as they are come first; the number is that of the model's order.
        own = [(number, proposal) for number, proposal in enumerate(proposals) if proposal.name == name]
        st.html(f"<p class='label'>{escaped(t(f'details.{name}', count=len(own)))}</p>")
        for number, proposal in sorted(own, key=lambda item: (len(item[1].problems), item[0])):
            _proposal(draft, proposal, number)


def _proposal(draft: Draft, proposal: Proposal, number: int) -> None:
    problems = [render(problem, session().language) for problem in proposal.problems]
    notes = f"<ul class='problems'>{''.join(f'<li>{escaped(problem)}</li>' for problem in problems)}</ul>"
    state = notes if problems else f"<p class='facts'>{chip(t('details.ready'), 'extractive')}</p>"
    with st.container(key=f"proposal_{number}"):
        text, take = st.columns([0.8, 0.2], vertical_alignment="center")
        text.html(f"<p class='proposal' lang='{escaped(draft.language)}'>{escaped(proposal.text)}</p>{state}")
        if proposal.name in ("title", "standfirst", "description", "slug"):
            take.button(
                t("proposal.take"),
                key=f"take_{proposal.name}_{number}",
                disabled=take_proposal(draft, proposal) == draft,
                on_click=change_draft,
                args=(draft.id, partial(take_proposal, proposal=proposal)),
            )
        else:
            with take.popover(t("details.copy"), key=f"copy_{proposal.name}_{number}"):
                st.code(proposal.text, language=None, wrap_lines=True)
