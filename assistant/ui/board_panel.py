"""The outline board with the draft in it: the state of each section, its passages and its share of the words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from assistant.desk import drafting, editing
from assistant.desk.job import FINISHED, JobView
from assistant.desk.passages import move_passage, release_passage
from assistant.model import Draft, Passage, Section
from assistant.text.matching import contains_keyphrase
from assistant.text.words import count_words
from assistant.ui.components.board import BoardRow, RowState, board_for, outline_board
from assistant.ui.html import escaped
from assistant.ui.marks import Place, go_to, heading_field
from assistant.ui.state import change_draft, keep_change, say, session, t

WORDS: Final = (
    "board",
    "add",
    "undo",
    "redo",
    "placeholder",
    "heading",
    "target",
    "unit",
    "hint",
    "level",
    "go",
    "up",
    "down",
    "delete",
)
TOLD: Final = ("deleted", "moved", "undone", "redone", "key", "new", "place", "unplaced")
PARAMETERS: Final = {name: "{" + name + "}" for name in ("number", "total", "level", "heading", "place")}
"""The browser fills these: the message passes them on."""


def show_board(draft: Draft, views: Mapping[str, JobView], points: Mapping[str, int]) -> None:
    """Show the board, and below it what it lacks; `points` counts the open points of a section by its id."""
    rows = [
        editing.OutlineRow(section.id, section.level, section.heading, section.target_words)
        for section in draft.sections
    ]
    if not rows:
        st.html(f"<p class='empty'>{escaped(t('board.empty'))}</p>")
    outline_board(
        key=f"board_{draft.id}",
        shown=board_for(session().boards, draft.id, rows),
        rows=[
            _row(draft, row, section, views.get(section.id), points.get(section.id, 0))
            for row, section in zip(rows, draft.sections, strict=True)
        ],
        words={name: t(f"board.{name}", **PARAMETERS) for name in (*WORDS, *TOLD)},
        on_edit=lambda sent, shown: keep_change(
            draft.id, lambda newest: editing.revise_outline(newest, sent, shown=shown)
        ),
        on_go=lambda section_id: _go(draft, section_id),
        on_place=lambda passage, giving, taking: _place(draft, passage, giving, taking),
    )
    _advice(draft)


def _go(draft: Draft, section_id: str) -> None:
    section = draft.section(section_id)
    if section is not None:
        go_to(Place(heading_field(section_id), 0, len(section.heading)))


def _place(draft: Draft, name: str, giving: str, taking: str) -> None:
    """Put a passage under another heading, with the sentences made from it, or out of the plan."""

    def place(newest: Draft) -> Draft:
        section = newest.section(giving)
        passage = next((other for other in section.passages if _name(other) == name), None) if section else None
        if passage is None:
            return newest
        if taking:
            return move_passage(newest, passage, giving, taking, drafting.now())
        return release_passage(newest, giving, passage)

    if keep_change(draft.id, place):
        target = draft.section(taking)
        heading = target.heading if target else ""
        say("done", t("board.placed", heading=heading) if taking else t("board.released"))


def _name(passage: Passage) -> str:
    return f"{passage.source}:{passage.start}:{passage.end}"


def _row(draft: Draft, row: editing.OutlineRow, section: Section, view: JobView | None, points: int) -> BoardRow:
    state = _state(section, view, points)
    words = view.words if view is not None and state == "running" else count_words(section.text)
    return BoardRow(
        row,
        state,
        t("board.state.points", count=points) if state == "points" else t(f"board.state.{state}"),
        t("board.written", count=words) if words else "",
        tuple((_name(passage), _text(draft, passage)) for passage in section.passages),
        t("outline.passages", count=len(section.passages)) if section.kind == "story" else t(f"kind.{section.kind}"),
        section.kind == "story",
        bool(draft.keyphrase) and contains_keyphrase(section.heading, _keyphrases(draft), draft.language),
    )


def _state(section: Section, view: JobView | None, points: int) -> RowState:
    if view is not None and view.state not in FINISHED:
        return "running"
    if not section.text.strip():
        return "empty"
    if not section.versions[-1].complete:
        return "incomplete"
    if points:
        return "points"
    return "edited" if section.versions[-1].origin == "hand" else "written"


def _advice(draft: Draft) -> None:
    """Say what the outline as a whole lacks: the keyphrase in its headings, words in its targets."""
    if not draft.sections:
        return
    advice = []
    if draft.keyphrase:
        with_it = sum(
            contains_keyphrase(section.heading, _keyphrases(draft), draft.language) for section in draft.sections
        )
        key = "board.keyphrase" if with_it else "board.keyphrase.none"
        advice.append(t(key, count=with_it, total=len(draft.sections), keyphrase=draft.keyphrase))
    missing = _aimed(editing.rebalance_targets(draft)) - _aimed(draft) if draft.brief.wanted_words else 0
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<p class='quiet'>{escaped(' '.join(advice))}</p>", width="stretch")
        if missing > len(draft.sections):
            st.button(
                t("board.share", count=missing),
                key=f"share_{draft.id}",
                type="tertiary",
                on_click=change_draft,
                args=(draft.id, editing.rebalance_targets),
            )


def _aimed(draft: Draft) -> int:
    return sum(section.target_words for section in draft.sections)


def _keyphrases(draft: Draft) -> tuple[str, ...]:
    return (draft.keyphrase, *draft.synonyms)


def _text(draft: Draft, passage: Passage) -> str:
    source = draft.source(passage.source)
    return source.body[passage.start : passage.end] if source else ""
