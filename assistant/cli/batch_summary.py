"""The one table of a batch: a row for each item, with what its command found, or why it failed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import Final

from assistant.cli.batch_items import BatchCommand
from assistant.cli.jsonl import Fields, Json
from assistant.text.words import count_words

FORMULA_MARKS: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run (OWASP, CSV injection); such a text gets an apostrophe before it."""

MEASURES: Final = (
    "words", "sentences", "keyphrase_count", "keyphrase_density_percent", "headings", "headings_with_keyphrase",
    "passive_sentences", "transition_sentences", "long_sentences", "reading_ease", "title_width_px",
)  # fmt: skip
FIGURES: Final = (
    "words", "honest_max", "shortfall", "headings", "title", "description", "slug", "keyphrase", "writer", "model",
    "score", "copied_percent", "seconds", "tokens", "cost",
)  # fmt: skip
VERDICTS: Final = ("supported", "altered", "unsupported")


class Summary:
    """The rows so far, and how many items were done, failed, or were there before."""

    def __init__(self, command: BatchCommand) -> None:
        self._command = command
        self._rows: list[Fields] = []
        self._shards = self._failed = self._skipped = 0

    def add(self, answers: Sequence[Fields], *, was_there: bool) -> None:
        """Take in the answers of one shard."""
        self._shards += 1
        self._skipped += len(answers) if was_there else 0
        for answer in answers:
            error = answer.get("error")
            told = error if isinstance(error, dict) else {}
            self._failed += bool(told)
            row: Fields = {"id": answer.get("id"), "error": told.get("code"), "message": told.get("message")}
            self._rows.append(row if told else {**row, **ROWS[self._command](answer)})

    def figures(self) -> Fields:
        """Return the counts. `skipped` items were there before; they count among all."""
        return {
            "command": self._command,
            "items": len(self._rows),
            "failed": self._failed,
            "skipped": self._skipped,
            "shards": self._shards,
        }

    def table(self) -> bytes:
        """Return the rows as CSV in UTF-8, with a line of names; what is missing is empty."""
        names = list(dict.fromkeys(name for row in self._rows for name in row))
        out = io.StringIO(newline="")
        table = csv.DictWriter(out, names, restval="", lineterminator="\n")
        table.writeheader()
        for row in self._rows:
            table.writerow({name: _cell(value) for name, value in row.items()})
        return out.getvalue().encode("utf-8")


def _score_row(answer: Fields) -> Fields:
    measures, checks = answer.get("measures"), answer.get("checks")
    states = [check.get("state") for check in checks if isinstance(check, dict)] if isinstance(checks, list) else []
    return {
        "total": answer.get("total"),
        "bad": states.count("bad"),
        "improve": states.count("improve"),
        **_picked(measures, MEASURES),
    }


def _intake_row(answer: Fields) -> Fields:
    return {
        "language": answer.get("language"),
        "title": answer.get("title"),
        "words": count_words(str(answer.get("body") or "")),
        "has_brief": answer.get("brief") is not None,
        **{name: _count(answer.get(name)) for name in ("blocks", "removed", "repairs", "flagged")},
    }


def _draft_row(answer: Fields) -> Fields:
    target = answer.get("target")
    least = target.get("min") if isinstance(target, dict) else None
    return {"min_words": least, **_picked(answer, FIGURES), **_picked(answer.get("verdicts"), VERDICTS)}


ROWS: Final[dict[BatchCommand, Callable[[Fields], Fields]]] = {
    "score": _score_row,
    "intake": _intake_row,
    "draft": _draft_row,
}


def _picked(value: Json, names: Sequence[str]) -> Fields:
    return {name: value.get(name) for name in names} if isinstance(value, dict) else {}


def _count(value: Json) -> int:
    return len(value) if isinstance(value, list) else 0


def _cell(value: Json) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return value
    text = " ".join(str(value).split())
    return f"'{text}" if text.startswith(FORMULA_MARKS) else text
