"""What the truth panel shows of a review, as plain values for the browser: points, decisions, passages, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from zlib import crc32

from assistant.desk.deciding import corrections
from assistant.desk.points import Checked, Review, key_of
from assistant.facts.opinions import is_pair
from assistant.model import ClaimFinding, Decision, Draft, Passage, Source, Span
from assistant.text.markup import visible_text
from assistant.ui.clock import when
from assistant.ui.marks import STANDFIRST, TITLE, Place, heading_field, shown_place, text_field
from assistant.ui.state import session, t

Value = str | int | bool | None | Sequence["Value"] | Mapping[str, "Value"]

WHOLE_SOURCE: Final = 60_000
"""Characters up to which a source is shown whole; of a longer one the surroundings of each passage. House rule: about
ten thousand words, which a browser lays out at once."""
AROUND: Final = 1_500
"""Characters shown on both sides of a passage of such a long source."""
LONGEST_WORDS: Final = 90
_OWN_WORDS: Final = (
    *("points", "none", "source", "close", "sign", "sign.why", "sign.ok", "sign.change", "reference", "reference.ok"),
    *("cancel", "undo", "passage", "no_passage", "rest", "back"),
)


def truth_view(draft: Draft, review: Review, beside: Mapping[str, Value]) -> dict[str, Value]:
    """Return the points, the decisions and the passages of a review, with the sources that they stand in.

    `beside` is what the panel shows besides, under names of its own.
    """
    open_points = review.open_points
    view: dict[str, Value] = {
        **beside,
        "summary": counted(review),
        "points": [point_row(draft, point) for point in open_points],
        "decided": [
            *(_decided(draft, sentence.decision, sentence) for sentence in review.decided),
            *(_decided(draft, decision, None) for decision in reversed(review.changed)),
        ],
        "decidedTitle": t("truth.decided_count", count=len(review.decided) + len(review.changed)),
        "sentences": [_sentence(draft, sentence) for sentence in review.sentences],
        "sources": [_source(source, review) for source in draft.sources],
        "asking": session().asking,
        "reviewer": session().reviewer,
        "language": draft.language,
        "words": {
            **{name.replace(".", "_"): t(f"truth.{name}") for name in _OWN_WORDS},
            "signed": t("truth.signed", name="{name}"),
        },
    }
    return {**view, "rev": crc32(repr(view).encode("utf-8", "replace"))}


def counted(review: Review) -> list[dict[str, str]]:
    """Return how many points are open, by kind, each with the mark of its state; empty when none is."""
    altered, unsupported = review.counts()
    told = (("altered", altered), ("unsupported", unsupported))
    return [{"state": state, "text": t(f"truth.count.{state}", count=count)} for state, count in told if count]


def point_row(draft: Draft, point: Checked) -> dict[str, Value]:
    """Return one open point: its words, what is wrong with them, what the source says, and what can be done."""
    pending = point.decision
    return {
        "id": point.id,
        "state": point.verdict,
        "stateWord": state_of(point),
        "where": where_of(draft, point.field, point.section),
        "parts": _parts(point),
        "notes": [*notes_of(point), *([t(f"truth.pending.{pending.kind}", name=pending.by)] if pending else [])],
        "actions": [
            *([name, label] for name, label, _ in put_back(point)),
            ["kept", t("truth.kept")],
            ["elsewhere", t("truth.elsewhere")],
            ["corrected", t("truth.corrected")],
            *([["remove", t("truth.remove")]] if point.field != "slug" else []),
        ],
    }


def put_back(point: Checked) -> tuple[tuple[str, str, ClaimFinding], ...]:
    """Return the actions that put words of the source back, in order: name, label, and the finding that each mends."""
    known = corrections(point)
    return tuple(
        (
            "put-back" if len(known) == 1 else f"put-back:{number}",
            t("truth.put_back", words=shortened(finding.expected)),
            finding,
        )
        for number, finding in enumerate(known)
    )


def notes_of(point: Checked) -> list[str]:
    """Return what there is to know of a sentence, one sentence each: the findings, the opinion, the translation."""
    notes = list(
        dict.fromkeys(_note(finding, is_translated=point.check.translated) for finding in point.check.findings)
    )
    if point.verdict == "unsupported" and not point.check.findings:
        notes.append(t("truth.not_found"))
    if point.check.translated:
        notes.append(t("truth.translated"))
    return [*notes, _opinion(point)] if point.opinion else notes


def where_of(draft: Draft, field: str, section_id: str | None) -> str:
    """Return the name of a field for a reader: `Titre`, `Section « … »`."""
    section = draft.section(section_id or "")
    heading = section.heading if section and section.heading else t("section.no_heading")
    return t(f"truth.where.{field}", heading=shortened(heading)) if section_id else t(f"truth.where.{field}")


def place_of(sentence: Checked) -> Place:
    """Return where a sentence stands, as the marks name places; `description` and `slug` are fields of their own."""
    names = {
        "title": TITLE,
        "standfirst": STANDFIRST,
        "heading": heading_field(sentence.section or ""),
        "text": text_field(sentence.section or ""),
    }
    return Place(names.get(sentence.field, sentence.field), sentence.start, sentence.end)


def passages_of(sentence: Checked) -> tuple[Passage, ...]:
    """Return the passages to be shown for a sentence: the one that a model quotes, then those of the rules."""
    quoted = sentence.opinion.passage if sentence.opinion else None
    return tuple(dict.fromkeys((*([quoted] if quoted else []), *sentence.check.passages)))


def decision_words(decision: Decision) -> str:
    """Return what was decided, by whom and when, as one line."""
    said = t(f"truth.did.{decision.kind}", reference=decision.reference)
    return t("truth.signed_by", said=said, name=decision.by, time=when(decision.at))


def _opinion(sentence: Checked) -> str:
    """Return what a model said of the sentence, empty when none was asked."""
    opinion = sentence.opinion
    if opinion is None:
        return ""
    words = f" ({t('truth.quoted', words=shortened(opinion.words))})" if opinion.words else ""
    return f"{t(f'truth.opinion.{opinion.verdict}', model=opinion.model)}{words}"


def state_of(point: Checked) -> str:
    """Return the state of a point in a few words; a quotation that was translated is said to be so."""
    quotes = any(finding.kind == "quote" for finding in point.check.findings)
    if point.check.translated and quotes and point.verdict == "unsupported":
        return t("truth.state.translated")
    return t(f"truth.state.{point.verdict}")


def _note(finding: ClaimFinding, *, is_translated: bool) -> str:
    if is_translated and finding.kind == "quote":
        return t("truth.fault.translated", found=shortened(finding.found))
    if is_pair(finding.kind, finding.expected):
        return t("truth.says", expected=shortened(finding.expected), found=shortened(finding.found))
    return t(f"truth.fault.{finding.kind}", found=shortened(finding.found))


def named_spans(point: Checked) -> tuple[Span, ...]:
    """Return the stretches of the field, in order, that the findings name, or the opinion where it turned the verdict.

    Those of a slug are no stretches of it, and none is given.
    """
    if point.field == "slug":
        return ()
    opinion = point.opinion
    if opinion is not None and opinion.words and point.verdict != point.check.verdict:
        at = point.sentence.find(opinion.words)
        return ((point.start + at, point.start + at + len(opinion.words)),) if at >= 0 else ()
    spans = sorted((finding.start, finding.end) for finding in point.check.findings if finding.end > finding.start)
    return tuple(span for number, span in enumerate(spans) if not number or span[0] >= spans[number - 1][1])


def _parts(point: Checked) -> list[Value]:
    """Return the sentence in pieces, each with whether it is named."""
    pieces: list[tuple[str, bool]] = []
    place = 0
    for first, last in ((start - point.start, end - point.start) for start, end in named_spans(point)):
        pieces += [(point.sentence[place:first], False), (point.sentence[first:last], True)]
        place = last
    pieces.append((point.sentence[place:], False))
    shown = _plain if point.field == "text" else str
    return [[shown(text), is_named] for text, is_named in pieces if text]


def _plain(piece: str) -> str:
    """Return a piece of Markdown as it reads, with the spaces at its ends."""
    head, tail = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
    return f"{head}{visible_text(piece)}{tail}" if piece.strip() else piece


def _decided(draft: Draft, decision: Decision | None, sentence: Checked | None) -> dict[str, Value]:
    if decision is None:
        return {}
    return {
        "id": sentence.id if sentence else "",
        "undo": decision_id(decision),
        "state": decision.verdict,
        "kind": decision.kind,
        "text": _plain(decision.sentence),
        "where": where_of(draft, decision.field, decision.section),
        "what": decision_words(decision),
        "after": _plain(decision.after),
    }


def decision_id(decision: Decision) -> str:
    """Return what names a decision in the browser."""
    return f"{crc32(repr(key_of(decision)).encode('utf-8', 'replace')):08x}"


def _sentence(draft: Draft, sentence: Checked) -> dict[str, Value]:
    place = place_of(sentence)
    return {
        "id": sentence.id,
        "opinion": _opinion(sentence),
        "state": "decided" if sentence.is_point and not sentence.is_open else sentence.verdict,
        "words": shortened(_plain(sentence.sentence)),
        "where": where_of(draft, sentence.field, sentence.section),
        "passages": [[passage.source, passage.start, passage.end] for passage in passages_of(sentence)],
        "go": shown_place(place, _text(draft, sentence)),
    }


def _text(draft: Draft, sentence: Checked) -> str:
    section = draft.section(sentence.section or "")
    if section is not None:
        return section.text if sentence.field == "text" else section.heading
    return str(getattr(draft, sentence.field))


def _source(source: Source, review: Review) -> dict[str, Value]:
    own = [passage for each in review.sentences for passage in passages_of(each) if passage.source == source.id]
    return {
        "id": source.id,
        "name": source.name,
        "language": source.language,
        "parts": [[start, source.body[start:end]] for start, end in _shown(len(source.body), own)],
    }


def _shown(length: int, passages: Iterable[Passage]) -> list[tuple[int, int]]:
    """Return the stretches of a body that are shown: all of it, or what surrounds its passages."""
    if length <= WHOLE_SOURCE:
        return [(0, length)]
    stretches: list[tuple[int, int]] = []
    for passage in sorted(passages, key=lambda each: each.start):
        start, end = max(0, passage.start - AROUND), min(length, passage.end + AROUND)
        if stretches and start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches


def shortened(text: str) -> str:
    """Return a text on one line, cut with an ellipsis where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_WORDS else f"{line[: LONGEST_WORDS - 1].rstrip()}…"
