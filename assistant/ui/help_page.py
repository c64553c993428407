"""Help: how the desk works, and every check with its reason and its source, generated from the checks."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from assistant.checks import CHECKS
from assistant.model import CheckFamily
from assistant.ui.components.palette import shortcut_groups
from assistant.ui.html import escaped
from assistant.ui.origins import show_origin
from assistant.ui.state import t

STEPS = ("source", "outline", "write", "edit", "verify", "export")


def show_help() -> None:
    """Show the way through the desk, its keys, how the score is made, and the table of checks."""
    st.html(f"<h1>{escaped(t('page.help'))}</h1><p class='lead'>{escaped(t('help.lead'))}</p>")
    steps = "".join(f"<li>{escaped(t(f'help.{step}'))}</li>" for step in STEPS)
    st.html(f"<h2>{escaped(t('help.way'))}</h2><ol class='steps'>{steps}</ol>")
    st.html(
        f"<h2>{escaped(t('help.keys'))}</h2><p>{escaped(t('help.keys.lead'))}</p><div class='keygroups'>{_keys()}</div>"
    )
    _checks()


def _keys() -> str:
    return "".join(
        f"<section><h3>{escaped(title)}</h3><dl>{''.join(_key(*row) for row in rows)}</dl></section>"
        for title, rows in shortcut_groups()
    )


def _key(keys: str, meaning: str) -> str:
    marks = " ".join(f"<kbd>{escaped(key)}</kbd>" for key in keys.split())
    return f"<dt>{marks}</dt><dd>{escaped(meaning)}</dd>"


def _checks() -> None:
    """Show every check by family, as the checks themselves say it."""
    st.html(f"<h2>{escaped(t('help.checks'))}</h2><p>{escaped(t('help.checks.lead', count=len(CHECKS)))}</p>")
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
