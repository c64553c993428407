"""What a batch works on: the files of a folder, the lines of a JSONL file, the rows of a Parquet file, one by one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from assistant.cli.jsonl import Fields, Json, parse_object
from assistant.errors import IntertitreError

BatchCommand = Literal["score", "intake", "draft"]

BAD_LINE: Final = "\0bad-line"
"""The field of an item whose line is no JSON object: it is answered by an error, and the rest goes on."""
ROWS_AT_ONCE: Final = 200
"""Rows of a Parquet file in memory at the same time. House rule: a few megabytes of articles."""


def read_items(command: BatchCommand, place: Path) -> Iterator[Fields]:
    """Yield the items of a batch in their order, each with an "id": its own, else its name or number from 1 on.

    In a folder each file is an item, and for "draft" each folder in it too: the sources of one story. Hidden files are
    left out. Raises IntertitreError "file-not-found", "batch-empty" or "batch-unknown-input".
    """
    if place.is_dir():
        yield from _folder_items(command, place)
    elif not place.is_file():
        raise IntertitreError("file-not-found", name=str(place))
    elif place.suffix.lower() in (".jsonl", ".ndjson"):
        yield from _numbered(_line_items(place))
    elif place.suffix.lower() in (".parquet", ".pq"):
        yield from _numbered(_row_items(place))
    else:
        raise IntertitreError("batch-unknown-input", name=str(place))


def fingerprint(place: Path) -> str:
    """Return what tells one state of an input from another: names, sizes and times of its files, as a hash."""
    files = [place] if place.is_file() else _files(place)
    stats = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return hashlib.sha256(repr(stats).encode()).hexdigest()[:16]


def _folder_items(command: BatchCommand, folder: Path) -> Iterator[Fields]:
    if command != "draft":
        for path in _files(folder):
            yield {"id": path.relative_to(folder).as_posix(), "path": str(path)}
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        sources = _files(path) if path.is_dir() else [path]
        if sources:
            yield {"id": path.name, "paths": [str(source) for source in sources]}


def _files(folder: Path) -> list[Path]:
    """Return the files of a folder and of those in it, in the order of their names, hidden ones left out."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def _line_items(place: Path) -> Iterator[Fields]:
    with place.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.strip():
                yield parse_object(line) or {"id": None, BAD_LINE: True}


def _row_items(place: Path) -> Iterator[Fields]:
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    try:
        for batch in parquet.ParquetFile(place).iter_batches(batch_size=ROWS_AT_ONCE):
            for row in batch.to_pylist():
                # Through JSON: a date or a decimal of a column becomes text, as a line of JSON would have it.
                yield json.loads(
                    json.dumps({name: value for name, value in row.items() if value is not None}, default=str)
                )
    except (arrow.ArrowException, OSError) as error:
        raise IntertitreError("batch-unknown-input", name=str(place)) from error


def _numbered(items: Iterator[Fields]) -> Iterator[Fields]:
    for number, item in enumerate(items, 1):
        identifier: Json = item.get("id")
        yield item if identifier is not None else {**item, "id": None if BAD_LINE in item else number}
