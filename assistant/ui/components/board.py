"""The outline board: headings to rename, move, promote, add and delete, by keyboard and by mouse."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import streamlit as st

from assistant.desk.editing import OutlineRow
from assistant.ui.components.assets import script, style

HTML: Final = (
    '<div class="board"><ul></ul><div class="tools" hidden><button type="button" class="add"></button>'
    '<button type="button" class="undo">↶</button><button type="button" class="redo">↷</button>'
    '<p class="hint" aria-hidden="true"></p></div>'
    '<div class="announce" role="status" aria-live="polite"></div></div>'
)

MOST_TARGET: Final = 9_999

RowState = Literal["empty", "running", "written", "edited", "incomplete", "points"]


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A row of the outline with what the journalist should know of it.

    `what` says the state in words, `written` the words so far against the target, which is in `row`; `passages` are the
    ids and texts of what it will use; `takes_passages`: whether more can be moved here; `has_keyphrase` is about the
    heading.
    """

    row: OutlineRow
    state: RowState
    what: str
    written: str
    passages: tuple[tuple[str, str], ...]
    passages_label: str
    takes_passages: bool
    has_keyphrase: bool


@dataclass(slots=True)
class ShownBoard:
    """What the board shows in one session. `rev` only rises."""

    rows: tuple[OutlineRow, ...]
    rev: int
    acknowledged: int = 0


def board_for(boards: dict[str, ShownBoard], identifier: str, rows: Sequence[OutlineRow]) -> ShownBoard:
    """Return the state of a board, its `rev` raised when the outline changed anywhere but on this board."""
    shown = boards.get(identifier)
    if shown is None:
        shown = boards[identifier] = ShownBoard(tuple(rows), _instant())
    elif [_plain(row) for row in shown.rows] != [_plain(row) for row in rows]:
        shown.rows, shown.rev = tuple(rows), max(shown.rev + 1, _instant())
    return shown


def outline_board(
    *,
    key: str,
    shown: ShownBoard,
    rows: Sequence[BoardRow],
    words: dict[str, str],
    on_edit: Callable[[tuple[OutlineRow, ...], frozenset[str]], bool],
    on_go: Callable[[str], None],
    on_place: Callable[[str, str, str], None],
) -> None:
    """Show the outline; `on_edit` gets all rows and the ids that the board knew, and answers whether they are kept.

    `on_go` gets the id of the row whose text is asked for. `on_place` gets the id of a passage, of the row that it
    leaves, and of the row that it goes to, "" for none.
    """

    def gone() -> None:
        asked = st.session_state[key].get("go")
        if asked:
            on_go(str(asked["id"]))

    def placed() -> None:
        place = st.session_state[key].get("place")
        if place:
            on_place(str(place["passage"]), str(place["from"]), str(place["to"]))

    def edited() -> None:
        edit = st.session_state[key].get("edit")
        if not edit:
            return
        sent = tuple(_row(row) for row in edit["rows"])
        if on_edit(sent, frozenset(edit["shown"])):
            shown.rows, shown.acknowledged = sent, edit["number"]

    _renderer()(
        key=key,
        data=[
            {
                "rows": [_shown(row) for row in rows],
                "rev": shown.rev,
                "acknowledged": shown.acknowledged,
                "words": words,
            }
        ],
        on_edit_change=edited,
        on_go_change=gone,
        on_place_change=placed,
    )


def _renderer() -> Any:  # noqa: ANN401 - Streamlit's own callable, whose keyword names are the component's
    return st.components.v2.component(
        "intertitre.board",
        html=HTML,
        css=style("board.css"),
        js=script("sending.js", "board_passages.js", "board.js"),
    )


def _shown(row: BoardRow) -> dict[str, object]:
    return {
        "id": row.row.id,
        "level": row.row.level,
        "heading": row.row.heading,
        "target": row.row.target_words or 0,
        "state": row.state,
        "what": row.what,
        "written": row.written,
        "passages": [{"id": name, "text": text} for name, text in row.passages],
        "passagesLabel": row.passages_label,
        "takes": row.takes_passages,
        "key": row.has_keyphrase,
    }


def _row(sent: dict[str, Any]) -> OutlineRow:
    """Return a row as the browser sent it; a target of words only where it was set on the board."""
    target = sent.get("target")
    words = max(0, min(int(target), MOST_TARGET)) if isinstance(target, int | float) else None
    return OutlineRow(sent["id"], 3 if sent["level"] == 3 else 2, sent["heading"], words)


def _plain(row: OutlineRow) -> tuple[str, int, str]:
    return row.id, row.level, " ".join(row.heading.split())


def _instant() -> int:
    return time.time_ns() // 1_000_000
