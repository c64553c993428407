"""A page with nothing but an article, marked as a test wants it: what a panel does with marks, without the panel."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, get_args

from assistant.model import Draft, Section, Version, new_id
from assistant.storage.drafts import DraftStore
from tests.browser.desk_server import ROOT, DeskServer, desk_server

TEXT: Final = """\
La ville a acheté **quarante** vélos 🚲 en mars. Le maire promet une piste de douze kilomètres.

- Un premier tronçon ouvrira en été.
- Un second suivra, dit l’adjointe.

Le budget n’est pas connu."""

WORDS: Final = {
    "check": "Le maire promet une piste",
    "supported": "La ville a acheté **quarante** vélos",
    "altered": "douze kilomètres",
    "unsupported": "Un second suivra",
    "decided": "Un premier tronçon ouvrira",
    "copied": "Le budget n’est pas connu",
}


def marked_draft() -> Draft:
    """Return an article of two sections whose first holds a stretch for every kind of mark."""
    now = "2026-03-01T10:00:00+00:00"
    sections = (
        Section(new_id(), 2, "Quarante vélos", versions=(Version(new_id(), TEXT, "extractive", now),)),
        Section(new_id(), 2, "La suite", versions=(Version(new_id(), "La suite en juin.", "extractive", now),)),
    )
    return Draft(new_id(), "fr", title="Des vélos pour tous", standfirst="La ville s’équipe.", sections=sections)


@contextmanager
def marked_desk(folder: Path) -> Iterator[tuple[DeskServer, str]]:
    """Run the page over one draft; returns the server and the address of the draft."""
    (folder / "page.py").write_text("from tests.browser.marked_desk import show\n\nshow()\n", encoding="utf-8")
    (folder / "static").symlink_to(ROOT / "static")
    draft = marked_draft()
    with desk_server(folder, {**os.environ, "PYTHONPATH": str(ROOT)}, script=folder / "page.py") as server:
        with DraftStore(f"sqlite:///{server.database}") as store:
            store.create(draft)
        yield server, f"{server.url}?draft={draft.id}"


def show() -> None:
    """Draw the page."""
    import streamlit as st

    from assistant.ui.components.lifeline import lifeline

    st.set_page_config(layout="wide")
    lifeline(key="lifeline")
    st.fragment(_show_article)()


def _show_article() -> None:
    import streamlit as st

    from assistant.ui import article_panel
    from assistant.ui.marks import Mark, MarkAction, MarkKind, Place, go_to, text_field
    from assistant.ui.notices import show_notice
    from assistant.ui.resources import store
    from assistant.ui.state import open_draft_id

    draft = store().load(open_draft_id() or "").draft
    text = draft.sections[0].text
    field = text_field(draft.sections[0].id)
    places = {kind: Place(field, text.find(WORDS[kind]), text.find(WORDS[kind]) + len(WORDS[kind])) for kind in WORDS}
    marks = [
        Mark(kind, places[kind], kind, f"Marque {kind}", f"Explication de {kind}.", (MarkAction("keep", "Garder"),))
        for kind in get_args(MarkKind)
        if kind in places and places[kind].start >= 0
    ]
    show_notice()
    for kind, place in places.items():
        st.button(f"Voir {kind}", key=f"see_{kind}", on_click=go_to, args=(place,))
    st.button("Voir la suite", on_click=go_to, args=(Place(text_field(draft.sections[1].id), 3, 8),))
    said = st.session_state.setdefault("said", [])
    article_panel.show_article(draft, {}, marks, lambda mark, action: said.append(f"{mark} {action}"))
    st.text(f"Dit : {', '.join(said)}")
