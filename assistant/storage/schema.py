"""The tables of the store, and the steps from one version of them to the next."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    inspect,
    text,
)

from assistant.errors import StorageError

TABLES: Final = MetaData()

SCHEMA: Final = Table("schema_version", TABLES, Column("version", Integer, primary_key=True, autoincrement=False))

DRAFTS: Final = Table(
    "draft",
    TABLES,
    Column("id", String(200), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("saved", String(40), nullable=False, index=True),
    Column("digest", String(64), nullable=False),
    Column("body", Text, nullable=False),
    Column("deleted", String(40), nullable=True),
)
"""One row a draft: the newest state, as `codec.draft_to_json` writes it. `digest` is the SHA-256 of `body`.
`deleted` is the instant at which it went into the bin, null while it is on the desk."""

REVISIONS: Final = Table(
    "revision",
    TABLES,
    Column("draft_id", String(200), ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True),
    Column("minute", String(20), key="place", primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("saved", String(40), nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""The history, compressed. `place` is the number of the revision, or an instant for a state that is kept for good."""

REQUESTS: Final = Table(
    "request",
    TABLES,
    Column("draft_id", String(200), primary_key=True),
    Column("section_id", String(200), primary_key=True),
)
"""The sections that somebody asked to be written and that are not finished: what a restart interrupted."""

SETTINGS: Final = Table(
    "setting",
    TABLES,
    Column("name", String(100), primary_key=True),
    Column("value", Text, nullable=False),
)
"""What the whole newsroom has settled, by name: its house rules as one TOML text."""

_LOCK_OF_THE_MIGRATION: Final = 7_203_115


def migrate(connection: Connection) -> None:
    """Bring the tables to the newest version, step by step, inside the transaction of `connection`.

    Raises StorageError("newer-storage") for tables that a newer version of the desk wrote.
    """
    if connection.dialect.name == "postgresql":
        # Two replicas that start together must not both create the tables.
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK_OF_THE_MIGRATION})
    version = _version(connection)
    if version > len(STEPS):
        raise StorageError("newer-storage")
    for step in STEPS[version:]:
        step(connection)
    if version < len(STEPS):
        connection.execute(SCHEMA.delete())
        connection.execute(SCHEMA.insert().values(version=len(STEPS)))


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table(SCHEMA.name):
        return 0
    return int(connection.execute(SCHEMA.select()).scalar_one())


def _create_tables(connection: Connection) -> None:
    TABLES.create_all(connection, tables=[SCHEMA, DRAFTS, REVISIONS])


def _create_requests(connection: Connection) -> None:
    TABLES.create_all(connection, tables=[REQUESTS])


def _create_settings(connection: Connection) -> None:
    TABLES.create_all(connection, tables=[SETTINGS])


def _add_bin(connection: Connection) -> None:
    names = {column["name"] for column in inspect(connection).get_columns(DRAFTS.name)}
    if "deleted" not in names:
        connection.execute(text("ALTER TABLE draft ADD COLUMN deleted VARCHAR(40)"))


STEPS: Final = (_create_tables, _create_requests, _create_settings, _add_bin)
"""What makes version 1, 2, … of the tables from the one before. A released step never changes."""
