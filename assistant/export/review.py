"""The record of a review: what was written by whom, what the sources say of it, and what a person decided."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final, Literal

from assistant.facts.opinions import is_pair
from assistant.i18n import format_number, translate
from assistant.model import Approval, ClaimFault, Decision, Departure, DraftField, Verdict
from assistant.text.markup import escape_markdown

if TYPE_CHECKING:
    from assistant.export.publication import Publication

RecordOrigin = Literal["source", "extractive", "model", "hand", "unknown"]
"""Whose words a sentence is: those of a source as they stand there, those of a source put together by the desk, a
model's, a person's; "unknown" for what was chosen among proposals, such as a title."""

VOCABULARY: Final = "AI Content Disclosure, W3C community draft; IPTC digital source type"


@dataclass(frozen=True, slots=True)
class RecordedPassage:
    """The words of a source, and the name of that source."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class RecordedFinding:
    """What the check found in a sentence: its kind, the words there, and what the source says instead."""

    kind: ClaimFault
    found: str
    expected: str


@dataclass(frozen=True, slots=True)
class RecordedOpinion:
    """What a model said of a sentence: a verdict and its name, and when."""

    verdict: Verdict
    model: str
    at: str


@dataclass(frozen=True, slots=True)
class RecordedSentence:
    """One sentence of the article as it left the desk. `rule` is the verdict without the opinion of a model.

    `heading` is that of its section, empty for the fields of the whole article.
    """

    field: DraftField
    heading: str
    text: str
    origin: RecordOrigin
    model: str
    verdict: Verdict
    rule: Verdict
    open: bool
    passages: tuple[RecordedPassage, ...] = ()
    findings: tuple[RecordedFinding, ...] = ()
    opinion: RecordedOpinion | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class RecordedRewriting:
    """A sentence that the desk or a model wrote and that a person changed or took out while editing."""

    heading: str
    text: str
    origin: RecordOrigin
    model: str


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """All that a newsroom has to be able to show. `made` is an ISO 8601 instant in UTC.

    `article` is the digest of the article; `changes` are the decisions that changed the text; `lapsed` those whose
    sentence was changed afterwards; `rewritten` what was changed by hand without a decision. `copied_percent` is
    0..100. `approval` is the one of this very text, or None.
    """

    title: str = ""
    language: str = "fr"
    made: str = ""
    article: str = ""
    sources: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    sentences: tuple[RecordedSentence, ...] = ()
    changes: tuple[Decision, ...] = ()
    lapsed: tuple[Decision, ...] = ()
    rewritten: tuple[RecordedRewriting, ...] = ()
    departures: tuple[Departure, ...] = ()
    approval: Approval | None = None
    copied_percent: float = 0.0
    longest_run_words: int = 0

    def open_count(self, verdict: Verdict) -> int:
        """Return how many sentences of that verdict wait for a decision."""
        return sum(sentence.open and sentence.verdict == verdict for sentence in self.sentences)


def review_fields(record: ReviewRecord) -> dict[str, object]:
    """Return the record as JSON values."""
    return {**asdict(record), "open": {name: record.open_count(name) for name in ("altered", "unsupported")}}


def to_review_json(publication: Publication) -> bytes:
    """Return the record of the review as UTF-8 JSON."""
    text = json.dumps(review_fields(publication.review), ensure_ascii=False, indent=1)
    return _clean(text).encode()


def to_review(publication: Publication) -> bytes:
    """Return the record of the review as UTF-8 Markdown, in the language of the article."""
    record = publication.review
    parts = [
        *_head(record),
        *_open_points(record),
        *_changes(record),
        *_rewritten(record),
        *_departures(record),
        *_all_sentences(record),
    ]
    return _clean("\n\n".join(parts) + "\n").encode()


def _clean(text: str) -> str:
    from assistant.export.publication import printable_text

    return printable_text(text)


def _head(record: ReviewRecord) -> Iterator[str]:
    yield f"# {_say(record, 'title')}"
    yield f"**{escape_markdown(' '.join(record.title.split()))}**"
    if record.approval is not None:
        yield _say(record, "approved", name=_text(record.approval.by), time=_time(record.approval.at))
    else:
        yield _say(record, "not_approved")
    lines = [
        _say(record, "made", time=_time(record.made)),
        _say(record, "sources", names=_text(" · ".join(record.sources)) or "–"),
        _say(record, "models", names=_text(", ".join(record.models)) or "–"),
        _say(record, "sentences", count=len(record.sentences)),
        _say(record, "open.altered", count=record.open_count("altered")),
        _say(record, "open.unsupported", count=record.open_count("unsupported")),
        _say(
            record,
            "copied",
            percent=format_number(record.copied_percent, record.language, 1),
            count=record.longest_run_words,
        ),
        _say(record, "digest", digest=record.article),
    ]
    yield _listed(lines)


def _open_points(record: ReviewRecord) -> Iterator[str]:
    left = [sentence for sentence in record.sentences if sentence.open]
    if left:
        yield f"## {_say(record, 'left')}"
        yield _listed(_sentence(record, sentence) for sentence in left)


def _changes(record: ReviewRecord) -> Iterator[str]:
    for name, decisions in (("changes", record.changes), ("lapsed", record.lapsed)):
        if decisions:
            yield f"## {_say(record, name)}"
            yield _listed(_decided(record, decision, decision.sentence) for decision in decisions)


def _rewritten(record: ReviewRecord) -> Iterator[str]:
    if record.rewritten:
        yield f"## {_say(record, 'rewritten')}"
        yield _listed(
            f"{_text(each.text)} *({_say(record, f'origin.{each.origin}', model=_text(each.model))})*"
            for each in record.rewritten
        )


def _departures(record: ReviewRecord) -> Iterator[str]:
    if record.departures:
        yield f"## {_say(record, 'departures')}"
        yield _listed(
            _say(
                record,
                "departure",
                time=_time(each.at),
                name=_text(each.by) or _say(record, "nobody"),
                format=each.format,
                altered=each.altered,
                unsupported=each.unsupported,
            )
            for each in record.departures
        )


def _all_sentences(record: ReviewRecord) -> Iterator[str]:
    yield f"## {_say(record, 'all')}"
    place = None
    rows: list[str] = []
    for sentence in record.sentences:
        here = (sentence.field if not sentence.heading else "text", sentence.heading)
        if here != place:
            if rows:
                yield _listed(rows)
            yield f"### {_text(sentence.heading) or translate(f'truth.where.{sentence.field}', record.language)}"
            rows, place = [], here
        rows.append(_sentence(record, sentence))
    if rows:
        yield _listed(rows)


def _sentence(record: ReviewRecord, sentence: RecordedSentence) -> str:
    facts = [
        _say(record, f"verdict.{sentence.verdict}"),
        _say(record, f"origin.{sentence.origin}", model=_text(sentence.model)),
        *(_finding(record, finding) for finding in sentence.findings),
    ]
    if sentence.opinion is not None:
        facts.append(_say(record, f"opinion.{sentence.opinion.verdict}", model=_text(sentence.opinion.model)))
    if sentence.decision is not None:
        facts.append(_decided(record, sentence.decision, ""))
    lines = [f"{_text(sentence.text)}", f"  *{' · '.join(facts)}*"]
    lines += [f"  > {_text(passage.text)} ({_text(passage.source)})" for passage in sentence.passages]
    return "\n".join(lines[:1] + [f"\n{line}" for line in lines[1:]])


def _finding(record: ReviewRecord, finding: RecordedFinding) -> str:
    if is_pair(finding.kind, finding.expected):
        return _say(record, "says", expected=_text(finding.expected), found=_text(finding.found))
    return _say(record, "finding", found=_text(finding.found)) if finding.found else ""


def _decided(record: ReviewRecord, decision: Decision, text: str) -> str:
    said = _say(
        record,
        f"decision.{decision.kind}",
        name=_text(decision.by),
        time=_time(decision.at),
        reference=_text(decision.reference),
    )
    after = f" → {_text(decision.after)}" if decision.after else ""
    return f"{_text(text)}{after} *({said})*" if text else said


def _say(record: ReviewRecord, key: str, /, **params: str | float) -> str:
    return translate(f"review.{key}", record.language, **params)


def _time(instant: str) -> str:
    """Return an instant as everybody reads it the same: `2026-03-03 09:00 UTC`."""
    return f"{instant[:10]} {instant[11:16]} UTC" if len(instant) >= len("2026-03-03T09:00") else instant


def _text(text: str) -> str:
    return escape_markdown(" ".join(text.split()))


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
