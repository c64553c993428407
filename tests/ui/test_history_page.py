"""The history page: every state can be reached, and going back is offered only where it changes something."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from assistant.model import Draft
from assistant.storage import drafts as drafts_module
from tests.ui.test_pages import database, open_page

__all__ = ["database"]


@pytest.mark.usefixtures("database")
def test_each_state_of_a_minute_is_offered_and_the_present_one_cannot_be_restored(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from assistant.ui import resources

    monkeypatch.setattr(drafts_module, "_now", lambda: "2026-03-02T10:00:00+00:00")
    store = resources.store()
    store.create(Draft("d1", "fr", title="Un", updated="2026-03-02T10:00:00+00:00"))
    for title in ("Deux", "Trois", "Un"):
        store.update("d1", partial(replace, title=title))
    page = open_page("pages/history.py", draft="d1")
    assert not page.exception
    assert len(page.radio(key="snapshot").options) == 1
    assert len(page.selectbox[-1].options) == 3
    assert not page.button(key="restore_state").disabled
    page.selectbox[-1].set_value(1).run()
    assert page.button(key="restore_state").disabled
