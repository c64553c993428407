"""Where several sources agree and where they do not."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Final

import streamlit as st

from assistant.desk.sources import facts_told_twice
from assistant.model import Draft, Passage
from assistant.ui.html import escaped
from assistant.ui.state import t
from assistant.writing.contradictions import contradictions

_FIGURE: Final = re.compile(r"\d(?:[\d.,  ]{0,20}\d)?".replace("  ", "\u00a0\u202f"))


def show_agreement(draft: Draft) -> None:
    """Show contradictory figures side by side, and how many facts more than one source tells."""
    if len(draft.sources) < 2:
        return
    disputes = contradictions(draft)
    if disputes:
        rows = "".join(f"<tr>{_cell(draft, *pair)}{_cell(draft, *reversed(pair))}</tr>" for pair in disputes)
        st.html(
            f"<details class='disputes'><summary>{escaped(t('agreement.disputes', count=len(disputes)))}</summary>"
            f"<p class='quiet'>{escaped(t('agreement.why'))}</p><table>{rows}</table></details>"
        )
    twice = facts_told_twice(draft)
    if twice:
        st.html(f"<p class='quiet'>{escaped(t('agreement.twice', count=twice))}</p>")


def _cell(draft: Draft, passage: Passage, other: Passage) -> str:
    """Return one side of a contradiction, with the figures that the other side lacks made to stand out."""
    source = draft.source(passage.source)
    if source is None:
        return "<td></td>"
    figures = set(_FIGURE.findall(_text(draft, other)))
    pieces = _FIGURE.split(text := _text(draft, passage))
    found = [escaped(figure) if figure in figures else f"<b>{escaped(figure)}</b>" for figure in _FIGURE.findall(text)]
    told = "".join(escaped(piece) + figure for piece, figure in zip_longest(pieces, found, fillvalue=""))
    name = f"<p class='quiet'>{escaped(source.name)}</p>"
    return f"<td><p lang='{escaped(source.language)}'>{told}</p>{name}</td>"


def _text(draft: Draft, passage: Passage) -> str:
    source = draft.source(passage.source)
    return source.body[passage.start : passage.end] if source else ""
