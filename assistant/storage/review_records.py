"""What people decided and models said, read from stored JSON.

Every reader raises StorageError("damaged-project") or ("newer-project"), as `Record` does.
"""

from __future__ import annotations

from typing import Final, get_args

from assistant.model import (
    Approval,
    ClaimFault,
    ClaimFinding,
    Decision,
    DecisionKind,
    Departure,
    DraftField,
    Opinion,
    Verdict,
)
from assistant.storage.record import Record
from assistant.storage.source_records import read_passage

DRAFT_FIELDS: Final[tuple[DraftField, ...]] = get_args(DraftField)
DECISION_KINDS: Final[tuple[DecisionKind, ...]] = get_args(DecisionKind)
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
CLAIM_FAULTS: Final[tuple[ClaimFault, ...]] = get_args(ClaimFault)


def read_decision(record: Record) -> Decision:
    """Return the decision of a record."""
    record.only_fields_of(Decision)
    return Decision(
        field=record.choice("field", DRAFT_FIELDS),
        section=record.optional_text("section"),
        sentence=record.text("sentence"),
        verdict=record.choice("verdict", VERDICTS),
        kind=record.choice("kind", DECISION_KINDS),
        by=record.text("by"),
        at=record.instant("at"),
        reference=record.text("reference"),
        after=record.text("after"),
        findings=record.all("findings", _finding),
    )


def _finding(record: Record) -> ClaimFinding:
    record.only_fields_of(ClaimFinding)
    start, end = record.span()
    return ClaimFinding(record.choice("kind", CLAIM_FAULTS), start, end, record.text("found"), record.text("expected"))


def read_opinion(record: Record) -> Opinion:
    """Return the opinion of a record."""
    record.only_fields_of(Opinion)
    return Opinion(
        sentence=record.text("sentence"),
        sources=record.text("sources"),
        verdict=record.choice("verdict", VERDICTS),
        model=record.text("model"),
        at=record.instant("at"),
        words=record.text("words"),
        passage=record.optional_record("passage", read_passage),
    )


def read_departure(record: Record) -> Departure:
    """Return the departure of a record."""
    record.only_fields_of(Departure)
    return Departure(
        at=record.instant("at"),
        by=record.text("by"),
        format=record.text("format"),
        altered=record.number("altered"),
        unsupported=record.number("unsupported"),
    )


def read_approval(record: Record) -> Approval:
    """Return the approval of a record."""
    record.only_fields_of(Approval)
    return Approval(record.text("by"), record.instant("at"), record.text("article"))
