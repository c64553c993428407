"""Sentences to retouch: chosen in a section, proposed by a model or by the source, taken or left one by one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.desk.proposals import problems_of
from assistant.desk.retouches import choices_of, with_choices
from assistant.i18n import render
from assistant.model import Draft, Section, Span
from assistant.text.sentences import sentence_spans
from assistant.ui.errand_box import leave, show_errand
from assistant.ui.html import escaped
from assistant.ui.retouching import KIND, ask, offered_actions, standing_retouch, take
from assistant.ui.state import session, t
from assistant.ui.writing_words import difference
from assistant.writing.retouching import Action, Retouch

SHOWN_CHARACTERS = 90


def show_retouch(draft: Draft, written: Sequence[Section]) -> None:
    """Show the choice of sentences and of what to do to them, then the proposal."""
    st.html(f"<p class='quiet'>{escaped(t('retouch.why'))}</p>")
    headings = {section.id: section.heading or t("section.no_heading") for section in written}
    chosen = st.selectbox(
        t("workshop.section"), list(headings), format_func=lambda name: headings[name], key=f"retouch_in_{draft.id}"
    )
    section = draft.section(chosen) if chosen else None
    if section is None:
        return
    span = _chosen_span(draft, section)
    actions = offered_actions()
    action: Action = st.segmented_control(
        t("retouch.action"),
        actions,
        format_func=lambda name: t(f"retouch.{name}"),
        default=actions[0],
        required=True,
        key=f"retouch_action_{draft.id}_{len(actions)}",
    )
    st.button(
        t("retouch.ask"),
        key="errand_retouch",
        disabled=span is None,
        on_click=ask,
        args=(draft.id, section.id, span or (0, 0), action),
    )
    view = show_errand(draft, KIND)
    if view is not None and isinstance(view.result, Retouch):
        retouch = standing_retouch(draft, view.result)
        if retouch is None:
            st.info(t("error.text-changed"))
        else:
            _proposal(draft, retouch)


def _chosen_span(draft: Draft, section: Section) -> Span | None:
    """Return the stretch from the first to the last chosen sentence; None when none is chosen."""
    spans = sentence_spans(section.text, draft.language)
    options = list(range(len(spans)))
    picked = st.multiselect(
        t("retouch.sentences"),
        options,
        format_func=lambda place: _shortened(section.text[slice(*spans[place])]) if place < len(spans) else "",
        placeholder=t("retouch.choose"),
        key=f"retouch_sentences_{section.id}_{section.versions[-1].id}",
    )
    return (spans[min(picked)][0], spans[max(picked)][1]) if picked else None


def _proposal(draft: Draft, retouch: Retouch) -> None:
    """Show the proposal as a difference; what can be told apart can be left out."""
    choices = choices_of(retouch, draft.language)
    taken = set(range(len(choices)))
    for number, choice in enumerate(choices):
        if len(choices) == 1:
            st.html(difference(choice.before, choice.after))
            break
        box, text = st.columns([0.06, 0.94])
        wanted = box.checkbox(
            t("retouch.take_one", number=number + 1),
            value=True,
            key=f"retouch_part_{retouch.section_id}_{retouch.start}_{number}_{hash(choice.after)}",
            label_visibility="collapsed",
        )
        text.html(difference(choice.before, choice.after))
        if not wanted:
            taken.discard(number)
    checked = with_choices(draft, retouch, choices, frozenset(taken))
    problems = [render(problem, session().language) for problem in problems_of(draft, checked.checks, checked.after)]
    if problems:
        st.html(f"<ul class='problems'>{''.join(f'<li>{escaped(problem)}</li>' for problem in problems)}</ul>")
    with st.container(horizontal=True):
        st.button(
            t("proposal.take"),
            key=f"retouch_take_{retouch.section_id}",
            type="primary",
            disabled=checked.after == retouch.before,
            on_click=take,
            args=(draft.id, checked),
        )
        st.button(t("proposal.leave"), key=f"retouch_leave_{retouch.section_id}", on_click=leave, args=(draft.id, KIND))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN_CHARACTERS else f"{line[:SHOWN_CHARACTERS]}…"
