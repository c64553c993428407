"""The sections that are being written, shown as they grow.

A drawing of all panels takes some 200 ms; a beat of this fragment a tenth of it. While a section grows nothing else of
the page changes: half a text is neither counted nor checked. When one ends, the draft is drawn anew.
"""

from __future__ import annotations

import time

from assistant.errors import StorageError
from assistant.ui.article_view import stream_view
from assistant.ui.components.pulse import pulse
from assistant.ui.components.stream import stream
from assistant.ui.frame import faults_told
from assistant.ui.resources import jobs, store

States = frozenset[tuple[str, str]]


def states_of(draft_id: str) -> States:
    """Return the state of every job of the draft, with the id of its section."""
    return frozenset((view.section_id, view.state) for view in jobs().snapshot(draft_id))


def show_streams(draft_id: str, shown: States, around: str) -> None:
    """Show how the texts grow until the jobs are no more what the fragment `around` says of them: then it is drawn.

    `shown` are the states that it tells.
    """
    with faults_told():
        try:
            draft = store().load(draft_id).draft
        except StorageError:
            return  # the page itself says what is wrong
        views = {view.section_id: view for view in jobs().snapshot(draft_id)}
        stream(stream_view(draft, views), key="stream")
        pulse(key="stream_pulse", number=time.time_ns(), redraw=lambda: _to_redraw(draft_id, shown, around))


def _to_redraw(draft_id: str, shown: States, around: str) -> tuple[str, ...]:
    return (around,) if states_of(draft_id) != shown else ()
