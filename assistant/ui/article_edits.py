"""What the article surface sends: several texts at once, each kept, each acknowledged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.desk import editing
from assistant.desk.drafting import now
from assistant.desk.hand_edits import HandEdit, keep_hand_edit
from assistant.desk.lines import one_line
from assistant.errors import StorageError
from assistant.model import Draft
from assistant.ui.components.surface import Shown
from assistant.ui.resources import edit_order
from assistant.ui.state import keep_change, say, session, t

ASIDES_TOLD: Final = 50
"""Texts put aside that a session remembers to have acknowledged: the browser forgets each at the next answer."""


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """One text of a message. `bases` are ids of versions for the text of a section, the lines themselves for a line."""

    field: str
    text: str
    number: int
    version_id: str
    stamp: int
    bases: tuple[str, ...]
    aside: bool


def shown_in(draft_id: str, field: str) -> str:
    """Return the name of a field among the surfaces of a session."""
    return f"{draft_id}:{field}"


def keep_edits(draft_id: str, message: Mapping[str, object] | None) -> bool:
    """Keep every text of a message in one change; returns whether they are kept, true when there is none.

    Only then are they acknowledged. What an edit met is said in a notice, which stays until the next action.
    """
    edits = _read(message)
    if not edits or message is None:
        return True
    browser = str(message.get("browser", ""))
    told: list[str] = []

    def change(draft: Draft) -> Draft:
        told.clear()
        for edit in edits:
            draft, sentence = _kept(draft, edit, browser)
            told.append(sentence)
        return draft

    notice = session().notice
    if not keep_change(draft_id, change):
        return False
    session().notice = notice
    for sentence in filter(None, dict.fromkeys(told)):
        say("info", sentence)
    _acknowledge(draft_id, edits)
    return True


def _read(message: Mapping[str, object] | None) -> tuple[FieldEdit, ...]:
    edits = message.get("edits") if message else None
    if not isinstance(edits, Sequence):
        return ()
    return tuple(
        FieldEdit(
            str(edit["field"]),
            str(edit["text"]),
            int(edit["number"]),
            str(edit["version"]),
            int(edit["stamp"]),
            tuple(str(base) for base in edit["bases"]),
            bool(edit.get("aside")),
        )
        for edit in edits
    )


def _kept(draft: Draft, edit: FieldEdit, browser: str) -> tuple[Draft, str]:
    """Return the draft with one edit, and the sentence to say of it, empty when there is nothing to say."""
    if edit.field.startswith("text:"):
        return _kept_text(draft, edit)
    if not edit_order().admit(shown_in(draft.id, edit.field), browser, edit.stamp):
        return draft, ""
    present = _line(draft, edit.field)
    if present is None or present == one_line(edit.text):
        return draft, ""
    known = {one_line(base) for base in edit.bases}
    sentence = "" if present in known or not present else t("surface.line_met", other=present)
    return _with_line(draft, edit.field, edit.text), sentence


def _kept_text(draft: Draft, edit: FieldEdit) -> tuple[Draft, str]:
    section_id = edit.field.removeprefix("text:")
    if edit_order().is_replaced(edit.version_id):
        return draft, ""
    hand_edit = HandEdit(section_id, edit.text, edit.version_id, edit.bases, edit.aside)
    try:
        kept, outcome = keep_hand_edit(draft, hand_edit, now())
    except StorageError as error:
        if error.code != "section-gone":
            raise
        return draft, t("surface.gone", text=" ".join(edit.text.split()))
    edit_order().replace(base for base in edit.bases if base)
    heading = _line(kept, f"heading:{section_id}") or ""
    return kept, "" if outcome == "kept" else t(f"surface.{outcome}", heading=heading)


def _line(draft: Draft, field: str) -> str | None:
    """Return the line that a field names, None for a heading that the outline no longer has."""
    if field == "title":
        return draft.title
    if field == "standfirst":
        return draft.standfirst
    section = draft.section(field.partition(":")[2])
    return section.heading if section else None


def _with_line(draft: Draft, field: str, text: str) -> Draft:
    if field == "title":
        return editing.set_details(draft, title=text)
    if field == "standfirst":
        return editing.set_details(draft, standfirst=text)
    return editing.rename_heading(draft, field.partition(":")[2], text)


def _acknowledge(draft_id: str, edits: Sequence[FieldEdit]) -> None:
    current = session()
    for edit in edits:
        if edit.aside:
            current.asides = (*current.asides, edit.version_id)[-ASIDES_TOLD:]
            continue
        shown = current.surfaces.setdefault(shown_in(draft_id, edit.field), Shown(edit.text, 0))
        if not edit_order().is_replaced(edit.version_id):
            shown.text = edit.text
        shown.acknowledged = max(shown.acknowledged, edit.number)
