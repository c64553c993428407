"""Help: how the desk works, and every check with its reason and its source, generated from the checks."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from assistant.checks import CHECKS
from assistant.model import CheckFamily
from assistant.ui.html import escaped
from assistant.ui.origins import show_origin
from assistant.ui.state import t

STEPS = ("source", "outline", "write", "edit", "export")


def show_help() -> None:
    """Show the way through the desk and the table of checks."""
    steps = "".join(f"<li>{escaped(t(f'help.{step}'))}</li>" for step in STEPS)
    st.html(f"<h1>{escaped(t('page.help'))}</h1><ol class='steps'>{steps}</ol><h2>{escaped(t('help.keys'))}</h2>")
    st.html(f"<p>{escaped(t('board.help'))} {escaped(t('help.submit'))}</p><h2>{escaped(t('help.checks'))}</h2>")
    for family in get_args(CheckFamily):
        rows = "".join(
            f"<tr><th scope='row'>{escaped(t(f'check.{check.id}.name'))}</th>"
            f"<td>{escaped(t(f'check.{check.id}.why'))}</td>"
            f"<td>{'<br>'.join(map(show_origin, check.origins))}</td></tr>"
            for check in CHECKS
            if check.family == family
        )
        if rows:
            st.html(f"<h3>{escaped(t(f'family.{family}'))}</h3><table class='checks'><tbody>{rows}</tbody></table>")
