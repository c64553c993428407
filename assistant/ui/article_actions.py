"""What the buttons of the article do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.desk import editing
from assistant.model import Draft
from assistant.ui import retouching
from assistant.ui.article_edits import keep_edits
from assistant.ui.errand_box import leave
from assistant.ui.resources import jobs
from assistant.ui.state import attempt, change_draft, say, session, t
from assistant.ui.writers import start_writer

OnMark = Callable[[str, str], None]
"""Gets the id of a mark and the name of the action chosen, "open" when its explanation was opened."""


def do(draft: Draft, act: Mapping[str, object], on_mark: OnMark | None) -> None:
    """Do what a button of the surface says, after keeping the texts that came with it."""
    edits = act.get("edits")
    if isinstance(edits, Mapping) and not keep_edits(draft.id, edits):
        return
    name, section_id = act.get("name"), str(act.get("section"))
    if name == "write":
        start_writing(draft, [section_id])
    elif name == "around":
        session().notice = None
        attempt(lambda: start_writer(draft.id, [section_id], keeps_typed=True))
    elif name == "stop":
        jobs().stop(draft.id, section_id)
    elif name == "restore":
        restore_version(draft.id, section_id, str(act.get("version")))
    elif name == "mark" and on_mark is not None:
        session().reviewer = str(act.get("by") or "") or session().reviewer
        on_mark(str(act.get("mark")), str(act.get("action")))
    else:
        _retouch(draft.id, act)


def _retouch(draft_id: str, act: Mapping[str, object]) -> None:
    name = act.get("name")
    if name == "retouch":
        retouching.ask_where(draft_id, act)
    elif name == "retouch-take":
        retouching.take_choices(draft_id, act.get("taken"))
    elif name == "retouch-leave":
        leave(draft_id, retouching.KIND)


def start_writing(draft: Draft, section_ids: Sequence[str]) -> None:
    """Have these sections written; says which of them no writer can write, for lack of passages, and what to do."""
    session().notice = None
    wanted = [section for section in draft.sections if section.id in section_ids]
    able = [section.id for section in wanted if section.passages]
    unable = next((section for section in wanted if not section.passages), None)
    if able:
        start_writer(draft.id, able)
    if unable is not None and session().notice is None:
        say("info", t("section.no_passages", heading=unable.heading or t("section.no_heading")))


def restore_version(draft_id: str, section_id: str, version_id: str) -> None:
    """Make an earlier version of a section the current one."""
    change_draft(draft_id, lambda newest: editing.restore_version(newest, section_id, version_id))
