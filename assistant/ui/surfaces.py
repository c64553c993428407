"""The draft's texts on the page: each one bound to its place in the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.ui.components.surface import Edit, Look, Words, shown_for, text_surface
from assistant.ui.state import keep_edit, session, t

# The values of drafts are imported where there is a draft: the first page needs none.
if TYPE_CHECKING:
    from assistant.model import Draft


def surface_words(*, stored: bool = True) -> Words:
    """Return the few words of a surface; a text that is not in the store yet is never called saved."""
    return Words(
        t("surface.saving"), t("surface.saved") if stored else "", t("surface.waiting"), t("surface.recovered")
    )


def detail_surface(
    draft: Draft, name: str, text: str, change: Callable[[Draft, str], Draft], *, look: Look, rows: int = 1
) -> None:
    """Show one detail of the draft (title, standfirst …) as a text that is stored while it is typed."""
    identifier = f"{draft.id}:{name}"

    def edited(edit: Edit) -> bool:
        return keep_edit(draft.id, edit, lambda newest: change(newest, edit.text))

    text_surface(
        identifier,
        key=f"surface_{name}_{draft.id}",
        shown=shown_for(session().surfaces, identifier, text, is_line=True),
        label=t(f"detail.{name}"),
        language=draft.language,
        words=surface_words(),
        on_edit=edited,
        placeholder=t(f"detail.{name}.empty"),
        rows=rows,
        look=look,
    )
