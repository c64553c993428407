"""What keeps a page in step with running sections: a beat that redraws the fragment in which it stands.

Streamlit's own `run_every` was tried: its clock also ticks while the page changes, and such a tick, sent for the old
page, brings the old page back. It also does not wait for a slow server. This one does both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from assistant.ui.components.assets import script

LOOK_MS: Final = 4000
"""Milliseconds between two looks for what others did. House rule: soon enough to see each other, and a look costs a
twentieth of a drawing of the page."""

BEAT_MS: Final = 180
"""Milliseconds from one update to the next. Measured: typing stays lossless beside an update every 200 ms."""
PATIENCE_MS: Final = 5000
"""Milliseconds after which a beat without an answer is sent again. House rule: longer than any drawing takes."""
SHORTEST_PAUSE_MS: Final = 60
"""Milliseconds between the answer to an update and the next: a server that needs longer than a beat gets room for
others. House rule."""

ASIDE_MS: Final = 300
"""Milliseconds that a beat keeps away from a click or a key. Streamlit sends what happens at one moment in one message,
for the fragment of the first: a click beside a beat would be done, but not shown. House rule: ten times that moment."""


def pulse(*, key: str, number: int, beat_ms: int = BEAT_MS, redraw: Callable[[], Sequence[str]] = tuple) -> None:
    """Put the pulse into the fragment that has to be redrawn. `number` has to change at every run: it restarts it.

    A slow one (over a second) rests while the tab is hidden. `redraw` is asked at every beat for the keys of the
    fragments to draw instead of this one, with this one among them where the pulse has to go on; for none, this one
    is drawn.
    """

    def beat() -> None:
        keys = redraw()
        if keys:
            # Not st.rerun() in the fragment: what a run of the whole page left stale stays, and new pulses were lost,
            # where the next beat came at once (measured on a busy machine).
            st.rerun(keys)

    component = st.components.v2.component("intertitre.pulse", html="<span></span>", js=script("pulse.js"))
    times = {"beat": beat_ms, "shortest": SHORTEST_PAUSE_MS, "patience": PATIENCE_MS, "aside": ASIDE_MS}
    component(key=key, data=[{**times, "number": number}], on_beat_change=beat)
