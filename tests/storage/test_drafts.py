"""The store: what was acknowledged is there, and nobody overwrites anybody."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from assistant.errors import ConflictError, StorageError
from assistant.model import Draft, Section, Version
from assistant.storage import drafts as drafts_module
from assistant.storage import past as past_module
from assistant.storage.drafts import DraftStore, sqlite_url
from assistant.storage.engine import reading

DRAFT = Draft("d1", "fr", title="Le pont", created="2026-03-02T08:00:00+00:00", updated="2026-03-02T08:00:00+00:00")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return sqlite_url(tmp_path / "folder that is made" / "drafts.db")


@pytest.fixture
def store(url: str) -> Iterator[DraftStore]:
    with DraftStore(url) as store:
        yield store


def titled(title: str) -> Draft:
    return replace(DRAFT, title=title)


def test_a_draft_is_there_when_the_database_is_opened_again(url: str, store: DraftStore) -> None:
    assert store.create(DRAFT) == 1
    store.close()
    with DraftStore(url) as reopened:
        assert reopened.load("d1") == drafts_module.Stored(DRAFT, 1)


def test_a_setting_is_there_for_everybody_until_it_is_forgotten(url: str, store: DraftStore) -> None:
    assert store.setting("rules") is None
    store.keep_setting("rules", "une")
    store.keep_setting("rules", "deux")
    with DraftStore(url) as other:
        assert other.setting("rules") == "deux"
        other.keep_setting("rules", None)
    assert store.setting("rules") is None


def test_a_save_replaces_the_revision_that_it_was_made_from(store: DraftStore) -> None:
    store.create(DRAFT)
    assert store.save(titled("Le pont rouvre"), 1) == 2
    assert store.load("d1").draft.title == "Le pont rouvre"
    assert store.revision("d1") == 2


def test_a_save_on_a_stale_revision_is_refused_and_changes_nothing(store: DraftStore) -> None:
    store.create(DRAFT)
    store.save(titled("une"), 1)
    with pytest.raises(ConflictError) as caught:
        store.save(titled("deux"), 1)
    assert caught.value.code == "draft-changed"
    assert store.load("d1").draft.title == "une"


def test_a_save_repeated_after_a_lost_answer_succeeds_once(store: DraftStore) -> None:
    store.create(DRAFT)
    assert [store.save(titled("une"), 1), store.save(titled("une"), 1)] == [2, 2]
    assert store.revision("d1") == 2


def test_a_repeated_creation_is_no_error_and_a_second_draft_of_the_id_is(store: DraftStore) -> None:
    assert [store.create(DRAFT), store.create(DRAFT)] == [1, 1]
    with pytest.raises(ConflictError, match="draft-exists"):
        store.create(titled("un autre"))


def test_an_update_applies_to_the_newest_draft_and_dates_it(store: DraftStore) -> None:
    store.create(DRAFT)
    store.save(replace(DRAFT, slug="le-pont"), 1)
    stored = store.update("d1", lambda draft: replace(draft, title="Le pont rouvre"))
    assert (stored.draft.slug, stored.draft.title, stored.revision) == ("le-pont", "Le pont rouvre", 3)
    assert stored.draft.updated > DRAFT.updated
    assert store.load("d1") == stored


def test_an_update_that_changes_nothing_is_not_a_save(store: DraftStore) -> None:
    store.create(DRAFT)
    assert store.update("d1", lambda draft: draft).revision == 1
    assert store.revision("d1") == 1


def test_an_update_that_fails_leaves_the_draft_as_it_was(store: DraftStore) -> None:
    def fail(_draft: Draft) -> Draft:
        raise StorageError("section-gone")

    store.create(DRAFT)
    with pytest.raises(StorageError, match="section-gone"):
        store.update("d1", fail)
    assert store.load("d1") == drafts_module.Stored(DRAFT, 1)


def test_an_update_answers_what_the_database_has(store: DraftStore) -> None:
    store.create(DRAFT)
    stored = store.update("d1", lambda draft: replace(draft, title="nul \0 et moitié \ud800"))
    assert stored.draft.title == "nul \ufffd et moitié \ufffd"
    assert store.load("d1") == stored


def test_edits_of_many_threads_are_all_kept(store: DraftStore) -> None:
    store.create(DRAFT)

    def add(name: str) -> None:
        for number in range(10):
            store.update("d1", lambda draft: replace(draft, synonyms=(*draft.synonyms, f"{name}{number}")))  # noqa: B023

    threads = [threading.Thread(target=add, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stored = store.load("d1")
    assert sorted(stored.draft.synonyms) == sorted(f"{name}{number}" for name in "abcd" for number in range(10))
    assert stored.revision == 41


def test_two_stores_on_one_file_see_each_other(url: str, store: DraftStore) -> None:
    store.create(DRAFT)
    with DraftStore(url) as other:
        other.update("d1", lambda draft: replace(draft, title="ailleurs"))
    assert store.load("d1").draft.title == "ailleurs"


@pytest.mark.parametrize("call", ["load", "revision"])
def test_a_draft_that_does_not_exist_is_a_message(store: DraftStore, call: str) -> None:
    with pytest.raises(StorageError, match="no-such-draft"):
        getattr(store, call)("nowhere")


@pytest.mark.parametrize("address", ["\ud800", "\0", "", "' OR 1=1 --", "x" * 5000])
def test_a_bad_address_names_no_draft(store: DraftStore, address: str) -> None:
    store.create(DRAFT)
    with pytest.raises(StorageError, match="no-such-draft"):
        store.load(address)


def test_saving_or_changing_a_deleted_draft_is_a_message(store: DraftStore) -> None:
    with pytest.raises(StorageError, match="no-such-draft"):
        store.save(DRAFT, 1)
    with pytest.raises(StorageError, match="no-such-draft"):
        store.update("d1", lambda draft: draft)


def test_the_list_shows_the_draft_that_was_saved_last_first(store: DraftStore) -> None:
    for number in range(3):
        store.create(replace(DRAFT, id=f"d{number}", title=f"n° {number}"))
    store.update("d1", lambda draft: replace(draft, title="le dernier"))
    assert [line.title for line in store.list_drafts(2)] == ["le dernier", "n° 2"]
    assert store.list_drafts(2)[0].language == "fr"


def test_a_deleted_draft_is_gone_with_its_history(store: DraftStore) -> None:
    store.create(DRAFT)
    store.delete("d1")
    store.delete("d1")
    assert store.list_drafts(10) == ()
    assert store.history("d1") == ()


def test_what_is_to_be_written_is_noted_until_it_is_settled(store: DraftStore) -> None:
    store.create(DRAFT)
    store.request("d1", ["s1", "s2", "s1"])
    store.request("d1", ["s2", "s3"])
    store.request("d1", [])
    store.settle("d1", ["s1"])
    assert store.requested("d1") == {"s2", "s3"}
    store.delete("d1")
    assert store.requested("d1") == frozenset()


def test_a_database_of_the_first_version_is_brought_up_to_date(url: str, store: DraftStore, tmp_path: Path) -> None:
    store.create(DRAFT)
    store.close()
    with closing(sqlite3.connect(tmp_path / "folder that is made" / "drafts.db")) as connection, connection:
        connection.execute("DROP TABLE request")
        connection.execute("UPDATE schema_version SET version = 1")
    with DraftStore(url) as reopened:
        reopened.request("d1", ["s1"])
        assert reopened.requested("d1") == {"s1"}
        assert reopened.load("d1").draft == DRAFT


class Clock:
    """Minutes that pass when the test says so."""

    def __init__(self) -> None:
        self.minute = 0

    def __call__(self) -> str:
        return f"2026-03-02T{self.minute // 60:02}:{self.minute % 60:02}:00+00:00"


def test_every_state_of_the_last_work_can_be_reached(store: DraftStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts_module, "_now", Clock())
    store.create(titled("a1"))
    store.save(titled("a2"), 1)
    store.save(titled("a3"), 2)
    assert [past.revision for past in store.history("d1")] == [3, 2, 1]
    assert [store.load_revision("d1", number).title for number in (1, 2, 3)] == ["a1", "a2", "a3"]


def test_older_work_keeps_the_last_state_of_each_minute(store: DraftStore, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(drafts_module, "_now", clock)
    monkeypatch.setattr(past_module, "KEPT_STATES", 2)
    store.create(titled("a1"))
    store.save(titled("a2"), 1)
    store.keep_snapshot("d1")
    store.save(titled("a3"), 2)
    clock.minute = 1
    for number in range(3, 7):
        store.save(titled(f"b{number}"), number)
    assert [past.revision for past in store.history("d1")] == [7, 6, 3, 2]
    assert store.load_revision("d1", 3).title == "a3"
    with pytest.raises(StorageError, match="no-such-revision"):
        store.load_revision("d1", 1)


def test_a_growing_text_leaves_one_state_a_minute(store: DraftStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts_module, "_now", Clock())
    store.create(titled("a1"))
    for number in range(2, 5):
        store.update("d1", partial(replace, title=f"a{number}"), keeping="passing")
    assert [past.revision for past in store.history("d1")] == [4, 1]


def test_the_history_forgets_the_oldest_states(store: DraftStore, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(drafts_module, "_now", clock)
    monkeypatch.setattr(past_module, "KEPT_REVISIONS", 3)
    store.create(titled("0"))
    for clock.minute in range(1, 6):
        store.save(titled(str(clock.minute)), clock.minute)
    assert [past.revision for past in store.history("d1")] == [6, 5, 4]


def test_a_draft_with_a_wide_character_in_its_title_is_kept(store: DraftStore) -> None:
    version = Version("v1", "« Déjà ? » — 🌉", "hand", "")
    draft = replace(titled("🌉 L’Œuvre"), sections=(Section("s1", 2, "Où", versions=(version,)),))
    store.create(draft)
    assert store.load("d1").draft == draft


def test_a_file_that_is_no_database_is_a_message(tmp_path: Path) -> None:
    path = tmp_path / "drafts.db"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(StorageError, match="storage-failed"):
        DraftStore(sqlite_url(path))


@pytest.mark.parametrize("url", ["", "no address", "nosuchdatabase://x/y"])
def test_an_address_of_no_database_is_a_message(url: str) -> None:
    with pytest.raises(StorageError, match="bad-storage-url"):
        DraftStore(url)


def test_a_database_of_a_newer_version_is_not_touched(url: str, store: DraftStore, tmp_path: Path) -> None:
    store.close()
    with closing(sqlite3.connect(tmp_path / "folder that is made" / "drafts.db")) as connection, connection:
        connection.execute("UPDATE schema_version SET version = 99")
    with pytest.raises(StorageError, match="newer-storage"):
        DraftStore(url)


def test_the_database_runs_with_the_settings_that_lose_nothing(store: DraftStore, tmp_path: Path) -> None:
    store.create(DRAFT)
    with reading(store._engine) as connection:
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        ]
    assert settings == ["wal", 1, 5000, 1]


def test_no_acknowledged_save_is_lost_when_the_process_is_killed(url: str, store: DraftStore) -> None:
    store.create(titled("1"))
    random_pace = random.Random(7)  # noqa: S311 - a pace, not a secret
    command = [sys.executable, str(Path(__file__).with_name("saver.py")), url, "d1"]
    saver = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env={**os.environ, "PYTHONPATH": os.getcwd()}
    )
    assert saver.stdin is not None
    assert saver.stdout is not None
    last = 1
    for _ in range(25):
        saver.stdin.write(b"start\n")
        child = int(saver.stdout.readline().split()[1])
        acknowledged = [last, *(int(saver.stdout.readline()) for _ in range(random_pace.randint(1, 9)))]
        os.kill(child, signal.SIGKILL)
        while (line := saver.stdout.readline()) != b"gone\n":
            acknowledged.append(int(line))
        stored = store.load("d1")
        assert stored.revision >= acknowledged[-1]
        assert stored.draft.title == str(stored.revision)
        last = stored.revision
    saver.stdin.close()
    saver.stdout.close()
    assert saver.wait() == 0
    assert last > 25
    with reading(store._engine) as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
