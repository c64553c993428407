"""The bin, the snapshots, and erasing everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from assistant.errors import StorageError
from assistant.model import Draft
from assistant.storage.drafts import DraftStore, sqlite_url

DRAFT = Draft("d", "fr", title="La passerelle")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftStore]:
    with DraftStore(sqlite_url(tmp_path / "drafts.db")) as store:
        store.create(DRAFT)
        yield store


def test_a_draft_in_the_bin_is_off_the_desk_and_comes_back_with_its_history(store: DraftStore) -> None:
    store.update("d", lambda draft: replace(draft, title="La passerelle rouvre"))
    store.put_in_bin("d")
    assert not store.list_drafts(9)
    assert [stored.title for stored in store.list_drafts(9, binned=True)] == ["La passerelle rouvre"]
    for action in (store.load, store.revision):
        with pytest.raises(StorageError, match="no-such-draft"):
            action("d")
    with pytest.raises(StorageError, match="no-such-draft"):
        store.update("d", lambda draft: replace(draft, title="Autre"))
    store.take_from_bin("d")
    assert store.load("d").draft.title == "La passerelle rouvre"
    assert store.history("d")


def test_an_emptied_bin_leaves_nothing_and_spares_the_desk(store: DraftStore) -> None:
    store.create(replace(DRAFT, id="e"))
    store.put_in_bin("d")
    assert store.empty_bin(before="2000-01-01") == 0
    assert store.empty_bin() == 1
    store.take_from_bin("d")
    assert [stored.id for stored in store.list_drafts(9)] == ["e"]
    assert not store.history("d")


def test_everything_erased_is_everything(store: DraftStore) -> None:
    store.keep_setting("rules", "x = 1")
    store.request("d", ["s"])
    store.delete_everything()
    assert not store.list_drafts(9)
    assert store.setting("rules") is None
    assert not store.requested("d")
    assert not store.history("d")


def test_a_snapshot_survives_the_next_save_of_its_minute(store: DraftStore) -> None:
    store.update("d", lambda draft: replace(draft, title="Avant"))
    before = store.revision("d")
    store.keep_snapshot("d")
    store.update("d", lambda draft: replace(draft, title="Après"))
    assert before in [past.revision for past in store.history("d")]
    assert store.load_revision("d", before).title == "Avant"


def test_a_revision_is_listed_once(store: DraftStore) -> None:
    store.keep_snapshot("d")
    assert [past.revision for past in store.history("d")] == [1]


def test_a_snapshot_of_a_draft_that_is_gone_is_no_error(store: DraftStore) -> None:
    store.keep_snapshot("gone")
    assert not store.history("gone")


def test_a_database_from_before_the_bin_gets_one(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "old.db")
    with DraftStore(url) as store:
        store.create(DRAFT)
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE draft DROP COLUMN deleted"))
        connection.execute(text("UPDATE schema_version SET version = 3"))
    with DraftStore(url) as store:
        assert store.load("d").draft == DRAFT
        store.put_in_bin("d")
        assert store.list_drafts(9, binned=True)
    assert "deleted" in {column["name"] for column in inspect(engine).get_columns("draft")}
    engine.dispose()
