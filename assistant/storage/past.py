"""The history of a draft: every state of the last work, and before that the last state of each minute."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import Connection, delete, func, insert, select

from assistant.errors import StorageError
from assistant.model import Draft
from assistant.storage.codec import draft_from_json
from assistant.storage.schema import REVISIONS

KEPT_STATES: Final = 200
"""States that the history holds without a gap. House rule: about an hour of typing, so that no edit is out of reach."""
KEPT_REVISIONS: Final = 400
"""States that it holds in all. House rule: about a week of an article's work, under 4 MB a draft."""

_MINUTE: Final = len("2026-01-31T12:59")
_SECOND: Final = len("2026-01-31T12:59:30")


Keeping = Literal["state", "for-good", "passing"]


@dataclass(frozen=True, slots=True)
class PastRevision:
    """One state of the history. `saved` is an ISO 8601 instant in UTC."""

    revision: int
    saved: str


def remember(connection: Connection, draft_id: str, body: str, revision: int, now: str, keeping: Keeping) -> None:
    """Put a state, as JSON, into the history, and let go what is too old. `now` is an instant in UTC.

    One kept "for-good" is not thinned out; a "passing" one, a growing text, gives way to the next of its minute.
    """
    # A number is thinned out, an instant is not: nor are the minutes that older versions of the desk wrote.
    place = {"state": str(revision), "for-good": now[:_SECOND], "passing": now[:_MINUTE]}[keeping]
    mine = REVISIONS.c.draft_id == draft_id
    connection.execute(delete(REVISIONS).where(mine, REVISIONS.c.place == place))
    connection.execute(
        insert(REVISIONS).values(
            draft_id=draft_id, place=place, revision=revision, saved=now, body=zlib.compress(body.encode("utf-8"))
        )
    )
    _thin_out(connection, draft_id)
    oldest = select(REVISIONS.c.revision).where(mine).order_by(REVISIONS.c.revision.desc()).offset(KEPT_REVISIONS)
    connection.execute(delete(REVISIONS).where(mine, REVISIONS.c.revision <= oldest.limit(1).scalar_subquery()))


def _thin_out(connection: Connection, draft_id: str) -> None:
    """Let the state go that has just become too old to be kept for itself, if a later one of its minute is kept."""
    mine = REVISIONS.c.draft_id == draft_id
    query = select(REVISIONS.c.place, REVISIONS.c.revision, REVISIONS.c.saved).where(mine)
    row = connection.execute(query.order_by(REVISIONS.c.revision.desc()).offset(KEPT_STATES).limit(1)).first()
    if row is None or "T" in row.place:
        return
    minute = func.substr(REVISIONS.c.saved, 1, _MINUTE) == row.saved[:_MINUTE]
    later = select(REVISIONS.c.revision).where(mine, minute, REVISIONS.c.revision > row.revision).limit(1)
    if connection.execute(later).first() is not None:
        connection.execute(delete(REVISIONS).where(mine, REVISIONS.c.place == row.place))


def past_revisions(connection: Connection, draft_id: str) -> tuple[PastRevision, ...]:
    """Return the states of a draft, newest first; none for a draft that does not exist."""
    query = select(REVISIONS.c.revision, REVISIONS.c.saved).where(REVISIONS.c.draft_id == draft_id)
    rows = connection.execute(query.order_by(REVISIONS.c.revision.desc(), REVISIONS.c.place))
    return tuple({row.revision: PastRevision(*row) for row in rows}.values())


def past_draft(connection: Connection, draft_id: str, revision: int) -> Draft:
    """Return a past state of a draft. Raises StorageError("no-such-revision") when it is not in the history."""
    this_one = (REVISIONS.c.draft_id == draft_id) & (REVISIONS.c.revision == revision)
    body = connection.execute(select(REVISIONS.c.body).where(this_one)).scalar()
    if body is None:
        raise StorageError("no-such-revision")
    return draft_from_json(zlib.decompress(body).decode("utf-8"))
