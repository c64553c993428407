"""The empty desk: paste, upload, try the example, or go on with a draft."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from assistant.errors import SourceError
from assistant.ui.address_field import show_address_field
from assistant.ui.clock import when
from assistant.ui.components.pulse import pulse
from assistant.ui.components.surface import Edit, newest_text, shown_for, text_surface
from assistant.ui.frame import faults_told
from assistant.ui.html import escaped, plain_label
from assistant.ui.notices import show_notice
from assistant.ui.resources import is_store_imported, shared, spare_collector, store
from assistant.ui.state import DRAFT_PARAMETER, attempt, say, session, t
from assistant.ui.surfaces import surface_words
from assistant.ui.uploads import show_uploader

# What reads a text is imported when there is one to read: the field to paste it into is there half a second sooner.
if TYPE_CHECKING:
    from assistant.intake import Intake

EXAMPLE: Final = Path(__file__).parent / "examples" / "fr.txt"
RECENT_DRAFTS: Final = 5
PAGES_LIBRARY: Final = "pages/library.py"
PASTE: Final = "paste"
"""The name of the field's text in this browser: a text that was not read yet is there again after a restart."""

WARM_UP_BEAT_MS: Final = 250
"""Milliseconds from a page that stands to the warm-up of the server, and between two looks whether the drafts can be
listed. Imports beside the scripts that the browser fetches from this process made the page a second later."""


def show_welcome() -> None:
    """Ask for the source text; everything else follows from it."""
    main, side = st.columns([0.64, 0.36], gap="large")
    with main:
        st.html(f"<h1>{escaped(t('welcome.title'))}</h1><p class='lead'>{escaped(t('welcome.lead'))}</p>")
        show_notice()
        _paste()
    with side:
        if is_store_imported():
            _recent()
        else:
            st.fragment(_await_recent)()
        _promises()


def _paste() -> None:
    current = session()
    identifier = f"paste:{current.pasted}"
    shown = shown_for(current.surfaces, identifier, _pasted_text())

    def edited(edit: Edit) -> bool:
        shown.text = edit.text
        return True

    text_surface(
        PASTE,
        key=f"paste_{current.pasted}",
        shown=shown,
        label=t("welcome.paste"),
        language="fr",
        words=surface_words(stored=False),
        on_edit=edited,
        on_submit=_read_paste,
        placeholder=t("welcome.placeholder"),
        rows=9,
        look="paper",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(t("welcome.read"), key="read", type="primary", on_click=_read_paste)
        st.button(t("welcome.example"), key="example", on_click=_read_example)
    files, address = st.columns(2, gap="large")
    with files:
        show_uploader(f"upload_{current.pasted}", _take_files)
    with address:
        show_address_field(f"address_{current.pasted}", _begin)


def _pasted_text() -> str:
    number = session().pasted
    shown = session().surfaces.get(f"paste:{number}")
    return newest_text(f"paste_{number}", shown) if shown else ""


def _read_paste() -> None:
    _read_text(_pasted_text(), t("source.pasted"), spent=(PASTE,))


def _read_example() -> None:
    _read_text(EXAMPLE.read_text(encoding="utf-8"), t("source.example"))


def _read_text(text: str, title: str, spent: tuple[str, ...] = ()) -> None:
    def read() -> list[Intake]:
        from assistant.intake import read_text

        return [read_text(text, title)]

    _begin(read, spent)


def _take_files(read: list[Intake], faults: tuple[str, ...]) -> None:
    if read:
        _begin(lambda: read)
    if faults:
        say("error", "\n".join(faults))


def _begin(read: Callable[[], list[Intake]], spent: tuple[str, ...] = ()) -> None:
    """Make a draft of sources, with its outline, keep it, and open it; the texts of `spent` fields are done with."""
    current = session()  # not asked for again: the first draft of a server takes seconds

    def begin() -> None:
        from assistant.desk import drafting

        draft = drafting.with_outline(drafting.draft_from_sources(read()))
        if not draft.sections:
            raise SourceError("no-sentences")
        store().create(draft)
        current.rewrite_address(DRAFT_PARAMETER, draft.id)
        current.pasted += 1
        current.spent = spent

    attempt(begin)


def _promises() -> None:
    lines = "".join(
        f"<li><strong>{escaped(t(f'promise.{name}'))}</strong> {escaped(t(f'promise.{name}.why'))}</li>"
        for name in ("lost", "hidden", "invented", "model")
    )
    st.html(f"<ul class='promises'>{lines}</ul>")


def _await_recent() -> None:
    """Show the drafts to go on with. The first page of a server is drawn without them and asks again once it stands."""
    with faults_told():
        if is_store_imported():
            _recent()
        else:
            pulse(key="warming", number=time.time_ns(), beat_ms=WARM_UP_BEAT_MS, redraw=_begin_warm_up)


def _begin_warm_up() -> tuple[str, ...]:
    _warm_up()
    return ()


@shared
def _warm_up() -> None:
    """Import in the background, once, what the first draft will need: the scorecard's syllables alone take 0.3 s."""

    def work() -> None:
        store()
        from assistant.text.readability import reading_ease
        from assistant.ui import draft_panels

        reading_ease(str(draft_panels.__doc__), "fr")
        spare_collector("panels imported")

    threading.Thread(target=work, name="warm up", daemon=True).start()


def _recent() -> None:
    drafts = store().list_drafts(RECENT_DRAFTS)
    if not drafts:
        return
    with st.container(key="recent", gap=None):
        st.html(f"<h2 class='sidehead'>{escaped(t('welcome.recent'))}</h2>")
        for stored in drafts:
            st.page_link(
                "app.py",
                label=plain_label(stored.title or t("draft.untitled")),
                query_params={DRAFT_PARAMETER: stored.id},
                help=t("library.saved", when=when(stored.saved)),
            )
        st.page_link(PAGES_LIBRARY, label=t("welcome.all"), icon=":material/arrow_forward:")
