"""Files as sources: what can be read is read, and each file that cannot be says why in a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, TypeAlias

import streamlit as st

from assistant.errors import IntertitreError
from assistant.i18n import describe
from assistant.limits import LONGEST_TEXT
from assistant.ui.state import session, t

if TYPE_CHECKING:
    from assistant.intake import Intake

LARGEST_FILE_MB: Final = 20
"""As `server.maxUploadSize` of .streamlit/config.toml has it."""

Given: TypeAlias = Callable[["list[Intake]", tuple[str, ...]], None]


def show_uploader(key: str, given: Given) -> None:
    """Show the field for files. `given` gets what was read, and the sentences of the files that could not be."""

    def uploaded() -> None:
        files = [(file.name, file.getvalue()) for file in st.session_state[key] or []]
        if files:
            given(*read_files(files, session().language))

    label = t("welcome.upload", limit=LARGEST_FILE_MB, count=LONGEST_TEXT)
    st.file_uploader(label, key=key, accept_multiple_files=True, on_change=uploaded)


def read_files(files: Iterable[tuple[str, bytes]], language: str) -> tuple[list[Intake], tuple[str, ...]]:
    """Return the sources in the files, and a sentence in that interface language for each file that holds none."""
    from assistant.intake import read_file

    read: list[Intake] = []
    faults: list[str] = []
    for name, content in files:
        try:
            read.append(read_file(name, content))
        except IntertitreError as error:
            sentence = describe(error, language)
            faults.append(sentence if name in sentence else t("upload.fault", name=name, fault=sentence))
    return read, tuple(dict.fromkeys(faults))
