"""One draft as the tables hold it: its newest state, replaced as a whole, and removed with all that hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from assistant.model import Draft
from assistant.storage.codec import draft_from_json, draft_to_json
from assistant.storage.schema import DRAFTS, REQUESTS


@dataclass(frozen=True, slots=True)
class Row:
    """The newest state of a draft: `body` is its JSON, `digest` the SHA-256 of it."""

    revision: int
    digest: str
    body: str


def storable(draft: Draft) -> tuple[Draft, str]:
    """Return the draft as it will be read again, and its JSON."""
    body = draft_to_json(draft)
    return (draft_from_json(body) if "\ufffd" in body else draft), body


def find_row(connection: Connection, draft_id: str, *, lock: bool = False) -> Row | None:
    """Return the newest state of a draft, None where there is none or it is in the bin."""
    if not draft_id.isprintable():
        # From the address bar: the drivers fail on NUL and lone surrogates.
        return None
    columns = (DRAFTS.c.revision, DRAFTS.c.digest, DRAFTS.c.body)
    query = select(*columns).where(DRAFTS.c.id == draft_id, DRAFTS.c.deleted.is_(None))
    # SQLite ignores FOR UPDATE; BEGIN IMMEDIATE has locked it already.
    row = connection.execute(query.with_for_update() if lock else query).first()
    return None if row is None else Row(*row)


def insert_row(connection: Connection, draft: Draft, body: str, now: str) -> None:
    """Put a new draft in, as revision 1."""
    connection.execute(insert(DRAFTS).values(id=draft.id, **_columns(draft, body, 1, now)))


def replace_row(connection: Connection, draft: Draft, body: str, expected: int, now: str) -> bool:
    """Replace revision `expected` of the draft by the next one; False, and nothing done, where it is not that one."""
    this_one = (DRAFTS.c.id == draft.id) & (DRAFTS.c.revision == expected)
    answer = connection.execute(update(DRAFTS).where(this_one).values(**_columns(draft, body, expected + 1, now)))
    return answer.rowcount == 1


def remove_rows(connection: Connection, ids: Sequence[str]) -> None:
    """Remove these drafts with their histories and what was to be written of them."""
    connection.execute(delete(DRAFTS).where(DRAFTS.c.id.in_(ids)))
    connection.execute(delete(REQUESTS).where(REQUESTS.c.draft_id.in_(ids)))


def digest_of(body: str) -> str:
    """Return the SHA-256 of a draft's JSON."""
    return sha256(body.encode("utf-8")).hexdigest()


def _columns(draft: Draft, body: str, revision: int, now: str) -> dict[str, str | int]:
    return {
        "revision": revision,
        "title": draft.title,
        "language": draft.language,
        "saved": now,
        "digest": digest_of(body),
        "body": body,
    }
