"""What all sessions of this server share: the store of drafts and the jobs over it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import streamlit as st

from assistant.desk.jobs import Jobs
from assistant.storage.drafts import DraftStore, sqlite_url

DATABASE_VARIABLE: Final = "INTERTITRE_DATABASE"
DEFAULT_DATABASE: Final = Path("data/drafts.db")
"""Beside the application, in plain sight: the person who runs the desk sees what it keeps, and where."""


def database_url() -> str:
    """Return the database of this server: `INTERTITRE_DATABASE`, else a SQLite file in `data/`."""
    given = os.environ.get(DATABASE_VARIABLE)
    if given:
        return given
    DEFAULT_DATABASE.parent.mkdir(exist_ok=True)
    return sqlite_url(DEFAULT_DATABASE)


@st.cache_resource(show_spinner=False)
def _open(url: str) -> tuple[DraftStore, Jobs]:
    store = DraftStore(url)
    return store, Jobs(store)


def store() -> DraftStore:
    """Return the drafts of this server."""
    return _open(database_url())[0]


def jobs() -> Jobs:
    """Return the running generations of this server."""
    return _open(database_url())[1]
