"""Sentences to retouch: chosen in a section, proposed by a model or by the source, taken or left one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from assistant.desk.drafting import now
from assistant.desk.proposals import take_retouch
from assistant.model import Draft, Section, Span
from assistant.text.sentences import sentence_spans
from assistant.ui.errand_box import ask_button, leave
from assistant.ui.html import chip
from assistant.ui.state import keep_change, t
from assistant.ui.writers import configured_endpoint
from assistant.ui.writing_words import difference
from assistant.writing.conversation import Conversation
from assistant.writing.lines import read_lines
from assistant.writing.retouching import ACTIONS, Action, Retouch, ask_retouch, restore_wording

KIND = "retouch"
SHOWN_CHARACTERS = 90


def show_retouch(draft: Draft, written: Sequence[Section]) -> None:
    """Show the choice of sentences and of what to do to them, then the proposal."""
    headings = {section.id: section.heading or t("section.no_heading") for section in written}
    chosen = st.selectbox(
        t("workshop.section"), list(headings), format_func=lambda name: headings[name], key=f"retouch_in_{draft.id}"
    )
    section = draft.section(chosen) if chosen else None
    if section is None:
        return
    span = _chosen_span(draft, section)
    action: Action = st.segmented_control(
        t("retouch.action"),
        ACTIONS,
        format_func=lambda name: t(f"retouch.{name}"),
        default=ACTIONS[0],
        required=True,
        key=f"retouch_action_{draft.id}",
    )
    retouch = _source_wording(draft, section, span) if action == "restore" else _asked(draft, section, span, action)
    if retouch is not None:
        _proposal(draft, section, retouch, by_source=action == "restore")


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


def _asked(draft: Draft, section: Section, span: Span | None, action: Action) -> Retouch | None:
    def work(conversation: Conversation) -> object:
        return ask_retouch(conversation, draft, section, span or (0, 0), action)

    view = ask_button(draft, KIND, t("retouch.ask"), work, disabled=span is None)
    retouch = view.result if view is not None else None
    if isinstance(retouch, Retouch) and section.text[retouch.start : retouch.end] == retouch.before:
        return retouch
    return None


def _source_wording(draft: Draft, section: Section, span: Span | None) -> Retouch | None:
    if span is None:
        return None
    retouch = restore_wording(draft, section, span)
    if retouch is None:
        st.info(t("retouch.no_source"))
    return retouch


def _proposal(draft: Draft, section: Section, retouch: Retouch, *, by_source: bool) -> None:
    """Show the proposal as a difference; where sentences match one to one, each can be left out."""
    before = read_lines(retouch.before, (), draft.language)
    after = read_lines(retouch.after, (), draft.language)
    taken = retouch
    if len(before) == len(after) > 1:
        parts = []
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            box, text = st.columns([0.06, 0.94])
            wanted = box.checkbox(
                t("retouch.take_one", number=number + 1),
                value=True,
                key=f"retouch_part_{section.id}_{number}_{hash(new.text)}",
                label_visibility="collapsed",
            )
            text.html(difference(old.text, new.text))
            parts.append(old.gap + (new.text if wanted else old.text))
        end = retouch.before[len("".join(line.gap + line.text for line in before)) :]
        taken = replace(retouch, after="".join(parts) + end)
    else:
        st.html(difference(retouch.before, retouch.after))
    bad = [check for check in retouch.checks if check.verdict in ("altered", "unsupported")]
    if bad:
        st.html(f"<p class='facts'>{chip(t('remark.unsupported', count=len(bad)), 'warning')}</p>")
    endpoint = configured_endpoint()
    model = None if by_source or endpoint is None else endpoint.model
    with st.container(horizontal=True):
        st.button(
            t("proposal.take"),
            key=f"retouch_take_{section.id}",
            type="primary",
            disabled=taken.after == taken.before,
            on_click=_take,
            args=(draft.id, section.id, taken, model),
        )
        if not by_source:
            st.button(t("proposal.leave"), key=f"retouch_leave_{section.id}", on_click=leave, args=(draft.id, KIND))


def _take(draft_id: str, section_id: str, retouch: Retouch, model: str | None) -> None:
    change = partial(take_retouch, section_id=section_id, retouch=retouch, model=model, instant=now())
    if keep_change(draft_id, change):
        leave(draft_id, KIND)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN_CHARACTERS else f"{line[:SHOWN_CHARACTERS]}…"
