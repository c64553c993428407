"""Where several sources agree and where they do not."""

from __future__ import annotations

import streamlit as st

from assistant.desk.sources import facts_told_twice
from assistant.model import Draft, Passage
from assistant.ui.html import escaped
from assistant.ui.state import t
from assistant.writing.story import contradictions


def show_agreement(draft: Draft) -> None:
    """Show contradictory figures side by side, and how many facts more than one source tells."""
    if len(draft.sources) < 2:
        return
    disputes = contradictions(draft)
    if disputes:
        rows = "".join(f"<tr>{_cell(draft, one)}{_cell(draft, other)}</tr>" for one, other in disputes)
        st.html(
            f"<details class='disputes'><summary>{escaped(t('agreement.disputes', count=len(disputes)))}</summary>"
            f"<p class='quiet'>{escaped(t('agreement.why'))}</p><table>{rows}</table></details>"
        )
    twice = facts_told_twice(draft)
    if twice:
        st.html(f"<p class='quiet'>{escaped(t('agreement.twice', count=twice))}</p>")


def _cell(draft: Draft, passage: Passage) -> str:
    source = draft.source(passage.source)
    if source is None:
        return "<td></td>"
    text = source.body[passage.start : passage.end]
    return (
        f"<td><p lang='{escaped(source.language)}'>{escaped(text)}</p><p class='quiet'>{escaped(source.name)}</p></td>"
    )
