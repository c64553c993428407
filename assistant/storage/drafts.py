"""Drafts kept in a database: what was acknowledged is never lost, and nobody overwrites what somebody else saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, delete, insert, select, update

from assistant.errors import ConflictError, StorageError
from assistant.model import Draft
from assistant.storage.codec import draft_from_json
from assistant.storage.engine import open_engine, reading, writing
from assistant.storage.past import Keeping, PastRevision, past_draft, past_revisions, remember
from assistant.storage.rows import digest_of, find_row, insert_row, remove_rows, replace_row, storable
from assistant.storage.schema import DRAFTS, REQUESTS, REVISIONS, SETTINGS, migrate


@dataclass(frozen=True, slots=True)
class Stored:
    """A draft as the database has it, and its revision: 1 when it was created, one more at each save."""

    draft: Draft
    revision: int


@dataclass(frozen=True, slots=True)
class StoredTitle:
    """One line of the list of drafts. `saved` is an ISO 8601 instant in UTC."""

    id: str
    title: str
    language: str
    saved: str


class DraftStore:
    """The drafts of one database. Safe to share between threads; several processes may open the same database.

    Every method raises StorageError("storage-failed") when the database does not answer, and changes nothing then.
    Close it, or use it in a `with`.
    """

    def __init__(self, url: str) -> None:
        """Open the database of a SQLAlchemy URL (`sqlite:///…`, `postgresql+psycopg://…`) and make its tables."""
        self._engine = open_engine(url)
        try:
            with writing(self._engine) as connection:
                migrate(connection)
        except StorageError:
            self.close()
            raise

    def __enter__(self) -> DraftStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back; the next call would open new ones."""
        self._engine.dispose()

    def create(self, draft: Draft) -> int:
        """Keep a new draft and return its revision, 1. Doing it again with the same draft is no error.

        Raises ConflictError("draft-exists") when the id is taken by another draft.
        """
        draft, body = storable(draft)
        with writing(self._engine) as connection:
            known = find_row(connection, draft.id)
            if known is None:
                now = _now()
                insert_row(connection, draft, body, now)
                remember(connection, draft.id, body, 1, now, "state")
                return 1
        if (known.revision, known.digest) != (1, digest_of(body)):
            raise ConflictError("draft-exists")
        return 1

    def load(self, draft_id: str) -> Stored:
        """Return the newest state of a draft. Raises StorageError("no-such-draft")."""
        with reading(self._engine) as connection:
            row = find_row(connection, draft_id)
        if row is None:
            raise StorageError("no-such-draft")
        return Stored(draft_from_json(row.body), row.revision)

    def revision(self, draft_id: str) -> int:
        """Return the revision of a draft without reading it. Raises StorageError("no-such-draft")."""
        with reading(self._engine) as connection:
            query = select(DRAFTS.c.revision).where(DRAFTS.c.id == draft_id, DRAFTS.c.deleted.is_(None))
            number = connection.execute(query).scalar() if draft_id.isprintable() else None
        if number is None:
            raise StorageError("no-such-draft")
        return int(number)

    def save(self, draft: Draft, expected: int) -> int:
        """Replace revision `expected` of the draft and return the new number, once it is committed.

        A retry after a lost answer succeeds: the database then has `expected + 1` with the same text.
        Raises ConflictError("draft-changed") when somebody else saved first, StorageError("no-such-draft").
        """
        draft, body = storable(draft)
        with writing(self._engine) as connection:
            if _replace(connection, draft, body, expected):
                return expected + 1
            row = find_row(connection, draft.id)
        if row is None:
            raise StorageError("no-such-draft")
        if (row.revision, row.digest) != (expected + 1, digest_of(body)):
            raise ConflictError("draft-changed")
        return expected + 1

    def update(self, draft_id: str, change: Callable[[Draft], Draft], *, keeping: Keeping = "state") -> Stored:
        """Apply `change` to the newest state of the draft, keep the result and return it.

        `change` is a pure and quick function: it runs inside the transaction that locks the draft, so that two
        changes follow one another and none is lost. (Load, save and retry on conflict was the simpler way; four
        generations and a typing journalist on one draft would have made it retry at every save.)
        A change that changes nothing is not saved. `Draft.updated` is set here. `keeping` says how the history holds
        the new state: see `past.remember`.
        Raises StorageError("no-such-draft"), and whatever `change` raises; nothing is saved then.
        """
        with writing(self._engine) as connection:
            row = find_row(connection, draft_id, lock=True)
            if row is None:
                raise StorageError("no-such-draft")
            draft = draft_from_json(row.body)
            changed = change(draft)
            if changed == draft:
                return Stored(draft, row.revision)
            changed, body = storable(replace(changed, id=draft_id, updated=_now()))
            _replace(connection, changed, body, row.revision, keeping)
        return Stored(changed, row.revision + 1)

    def list_drafts(self, limit: int, *, binned: bool = False) -> tuple[StoredTitle, ...]:
        """Return the drafts, the one saved last first, at most `limit` of them; with `binned`, those in the bin."""
        columns = (DRAFTS.c.id, DRAFTS.c.title, DRAFTS.c.language, DRAFTS.c.saved)
        where = DRAFTS.c.deleted.is_not(None) if binned else DRAFTS.c.deleted.is_(None)
        query = select(*columns).where(where).order_by(DRAFTS.c.saved.desc(), DRAFTS.c.id).limit(limit)
        with reading(self._engine) as connection:
            return tuple(StoredTitle(*row) for row in connection.execute(query))

    def put_in_bin(self, draft_id: str) -> None:
        """Take a draft off the desk, to be taken out of the bin or removed later; until then it is not found."""
        self._set_deleted(draft_id, _now())

    def take_from_bin(self, draft_id: str) -> None:
        """Put a draft back on the desk, with its history."""
        self._set_deleted(draft_id, None)

    def empty_bin(self, *, before: str = "") -> int:
        """Remove the drafts in the bin and return how many; with `before`, those put there before that instant."""
        with writing(self._engine) as connection:
            old = DRAFTS.c.deleted.is_not(None) & ((DRAFTS.c.deleted < before) if before else DRAFTS.c.id.is_not(None))
            ids = list(connection.execute(select(DRAFTS.c.id).where(old)).scalars())
            remove_rows(connection, ids)
        return len(ids)

    def delete(self, draft_id: str) -> None:
        """Remove a draft and its history; one that does not exist is gone already."""
        with writing(self._engine) as connection:
            remove_rows(connection, [draft_id])

    def delete_everything(self) -> None:
        """Remove every draft with its history, the bin, and the settings that were kept."""
        with writing(self._engine) as connection:
            for table in (REQUESTS, REVISIONS, DRAFTS, SETTINGS):
                connection.execute(delete(table))

    def _set_deleted(self, draft_id: str, instant: str | None) -> None:
        with writing(self._engine) as connection:
            if draft_id.isprintable():
                connection.execute(update(DRAFTS).where(DRAFTS.c.id == draft_id).values(deleted=instant))

    def keep_snapshot(self, draft_id: str) -> None:
        """Keep the state of this moment in the history for good: no later one of its minute takes its place."""
        with writing(self._engine) as connection:
            row = find_row(connection, draft_id)
            if row is not None:
                remember(connection, draft_id, row.body, row.revision, _now(), "for-good")

    def history(self, draft_id: str) -> tuple[PastRevision, ...]:
        """Return the states that `load_revision` can give back, newest first: every one of the last hour or so of work.

        Before that the last one of each minute, and every state that `keep_snapshot` kept.
        """
        with reading(self._engine) as connection:
            return past_revisions(connection, draft_id)

    def load_revision(self, draft_id: str, revision: int) -> Draft:
        """Return a past state of a draft. Raises StorageError("no-such-revision") when it is not in the history."""
        with reading(self._engine) as connection:
            return past_draft(connection, draft_id, revision)

    def request(self, draft_id: str, section_ids: Sequence[str]) -> None:
        """Note that these sections are to be written, until `settle`; a note that is there already stays."""
        rows = [{"draft_id": draft_id, "section_id": section_id} for section_id in dict.fromkeys(section_ids)]
        with writing(self._engine) as connection:
            _settle(connection, draft_id, section_ids)
            if rows:
                connection.execute(insert(REQUESTS), rows)

    def settle(self, draft_id: str, section_ids: Sequence[str]) -> None:
        """Forget that these sections were to be written: they are, or nobody wants it any longer."""
        with writing(self._engine) as connection:
            _settle(connection, draft_id, section_ids)

    def requested(self, draft_id: str) -> frozenset[str]:
        """Return the ids of the sections that are noted as to be written, by this process or one that is gone."""
        query = select(REQUESTS.c.section_id).where(REQUESTS.c.draft_id == draft_id)
        with reading(self._engine) as connection:
            return frozenset(connection.execute(query).scalars())

    def setting(self, name: str) -> str | None:
        """Return what is kept under that name for everybody who uses this store, or None."""
        with reading(self._engine) as connection:
            value = connection.execute(select(SETTINGS.c.value).where(SETTINGS.c.name == name)).scalar()
        return None if value is None else str(value)

    def keep_setting(self, name: str, value: str | None) -> None:
        """Keep a text under that name; None forgets it. The last one who keeps it wins."""
        with writing(self._engine) as connection:
            connection.execute(delete(SETTINGS).where(SETTINGS.c.name == name))
            if value is not None:
                connection.execute(insert(SETTINGS).values(name=name, value=value))


def sqlite_url(path: Path) -> str:
    """Return the URL of a SQLite database in that file."""
    return f"sqlite:///{path.absolute()}"


def _replace(connection: Connection, draft: Draft, body: str, expected: int, keeping: Keeping = "state") -> bool:
    now = _now()
    if not replace_row(connection, draft, body, expected, now):
        return False
    remember(connection, draft.id, body, expected + 1, now, keeping)
    return True


def _settle(connection: Connection, draft_id: str, section_ids: Sequence[str]) -> None:
    these = (REQUESTS.c.draft_id == draft_id) & REQUESTS.c.section_id.in_(section_ids)
    connection.execute(delete(REQUESTS).where(these))


def _now() -> str:
    return datetime.now(UTC).isoformat()
