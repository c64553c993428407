"""The outline by a model: angles to choose from, an instruction to refine it, and the words of each heading."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assistant.desk.proposals import set_target, take_outline
from assistant.model import Draft, Passage, Section
from assistant.text.matching import contains_keyphrase
from assistant.text.words import count_words
from assistant.ui.errand_box import ask_button, leave
from assistant.ui.html import chip, escaped
from assistant.ui.state import change_draft, keep_change, t
from assistant.writing.conversation import Conversation
from assistant.writing.planning import Angle, propose_angles, twice_used

KIND = "outline"


def show_plan(draft: Draft) -> None:
    """Show what a model can do for the outline, and how its words are shared."""
    if not draft.sources:
        return
    # What is folded is not drawn: every beat and every key would pay for it.
    with st.expander(t("plan.model"), key="plan_model", on_change="rerun") as fold:
        if fold.open:
            _proposals(draft)
    _twice(draft)
    if draft.sections:
        with st.expander(t("plan.words"), key="plan_words", on_change="rerun") as fold:
            if fold.open:
                _targets(draft)


def _proposals(draft: Draft) -> None:
    st.html(f"<p class='quiet'>{escaped(t('plan.why'))}</p>")
    instruction = st.text_input(
        t("plan.instruction"), key=f"plan_instruction_{draft.id}", placeholder=t("plan.instruction.empty")
    )

    def work(conversation: Conversation) -> object:
        return propose_angles(draft, conversation, instruction=instruction)

    view = ask_button(draft, KIND, t("plan.refine") if instruction.strip() else t("plan.ask"), work)
    if view is not None and isinstance(view.result, tuple):
        for number, angle in enumerate(view.result):
            _angle(draft, angle, number)


def _angle(draft: Draft, angle: Angle, number: int) -> None:
    with st.container(border=True, key=f"angle_{number}"):
        rows = "".join(_heading(section) for section in angle.outline.sections)
        head = f"<p class='facts'><strong>{escaped(angle.name)}</strong> {_notes(draft, angle)}</p>"
        st.html(f"{head}<ul class='angle'>{rows}</ul>{_unused(draft, angle)}")
        st.button(
            t("proposal.take"), key=f"take_angle_{number}", on_click=_take, args=(draft.id, angle), type="primary"
        )


def _heading(section: Section) -> str:
    facts = t("plan.section", count=len(section.passages), words=section.target_words)
    return (
        f"<li class='level{section.level}'>{escaped(section.heading)} <span class='quiet'>{escaped(facts)}</span></li>"
    )


def _notes(draft: Draft, angle: Angle) -> str:
    """Return what was mended in an outline, and how often the keyphrase stands in it, as chips."""
    notes = [(t("plan.repairs", count=angle.repairs), "warning")] if angle.repairs else []
    if angle.exchanged:
        notes.append((t("plan.exchanged", count=angle.exchanged), "warning"))
    if draft.keyphrase:
        phrases = (draft.keyphrase, *draft.synonyms)
        headings = [section.heading for section in angle.outline.sections]
        holding = sum(contains_keyphrase(heading, phrases, draft.language) for heading in headings)
        notes.append((t("plan.keyphrase", count=holding, total=len(headings)), ""))
    return " ".join(chip(text, kind) for text, kind in notes)


def _unused(draft: Draft, angle: Angle) -> str:
    """Return the facts that no heading of an outline uses, to be unfolded."""
    orphans = angle.outline.orphans
    if not orphans:
        return ""
    texts = (_text_of(draft, passage) for passage in orphans)
    rows = "".join(f"<li class='orphan'>{escaped(text)}</li>" for text in texts)
    return f"<details><summary>{escaped(t('plan.unused', count=len(orphans)))}</summary><ul>{rows}</ul></details>"


def _take(draft_id: str, angle: Angle) -> None:
    if keep_change(draft_id, partial(take_outline, outline=angle.outline)):
        leave(draft_id, KIND)


def _twice(draft: Draft) -> None:
    twice = twice_used(draft)
    if twice:
        with st.expander(t("plan.twice", count=len(twice)), key="plan_twice"):
            for passage in twice:
                st.html(f"<p class='orphan'>{escaped(_text_of(draft, passage))}</p>")


def _targets(draft: Draft) -> None:
    st.html(f"<p class='quiet'>{escaped(t('plan.words.why'))}</p>")
    for section in draft.sections:
        key = f"target_{section.id}"
        if st.session_state.get(key) != section.target_words:
            st.session_state[key] = section.target_words
        heading, field = st.columns([0.75, 0.25], vertical_alignment="center")
        carried = sum(count_words(_text_of(draft, passage)) for passage in section.passages)
        heading.html(
            f"<p>{escaped(section.heading or t('section.no_heading'))} "
            f"<span class='quiet'>{escaped(t('plan.carried', count=carried))}</span></p>"
        )
        field.number_input(
            t("plan.target", heading=section.heading),
            min_value=0,
            max_value=5000,
            step=10,
            key=key,
            label_visibility="collapsed",
            on_change=_changed,
            args=(draft.id, section.id),
        )


def _changed(draft_id: str, section_id: str) -> None:
    words = int(st.session_state[f"target_{section_id}"])
    change_draft(draft_id, partial(set_target, section_id=section_id, words=words))


def _text_of(draft: Draft, passage: Passage) -> str:
    source = draft.source(passage.source)
    return source.body[passage.start : passage.end] if source else ""
