"""What a person decides on the sentences that the check points at: pure functions from a draft to a draft.

Every function raises ReviewError("sentence-gone") when the draft no longer has the sentence in that field.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from assistant.desk import editing
from assistant.desk.evidence import evidence_after_edit
from assistant.desk.lines import one_line
from assistant.desk.points import Checked, Key, key_of, review_of
from assistant.errors import ReviewError
from assistant.facts.names import whole
from assistant.facts.opinions import HARD_FAULTS
from assistant.model import ClaimFinding, Decision, DecisionKind, Departure, Draft, Span, Version, new_id
from assistant.text.markup import escape_markdown

LONGEST_NAME: Final = 120
LONGEST_REFERENCE: Final = 1_000
_EMPTY_LINE = re.compile(r"[ \t]*(?:[-*+>]|\d{1,9}[.)])?[ \t]*")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, and when: a name, and an ISO 8601 instant in UTC."""

    by: str
    at: str


def decide(draft: Draft, point: Checked, kind: DecisionKind, signature: Signature, reference: str = "") -> Draft:
    """Return the draft with that decision on the sentence, in the place of an earlier one; the text stays as it is.

    Raises ReviewError "decision-without-name", and "decision-without-reference" for "elsewhere" without one.
    """
    _standing(draft, point)
    return _with_decision(draft, _decision(point, kind, signature, reference))


def correct(draft: Draft, point: Checked, signature: Signature, number: int | None = None) -> Draft:
    """Return the draft with the changed words of the sentence put back as the source has them, and the decision.

    `number` is the place among the corrections of the only one to be made; None makes them all. Raises
    ReviewError("nothing-to-put-back") when the check does not know what the source says instead.
    """
    standing = _standing(draft, point)
    known = corrections(point)
    chosen = known if number is None else known[number : number + 1]
    if not chosen:
        raise ReviewError("nothing-to-put-back")
    after = corrected_sentence(point, chosen)
    decision = replace(_decision(point, "corrected", signature), after=after)
    changed = _with_text(draft, standing, lambda text: text[: standing.start] + after + text[standing.end :], signature)
    return _with_decision(changed, decision)


def remove(draft: Draft, point: Checked, signature: Signature) -> Draft:
    """Return the draft without the sentence, and with the decision. The text before stays among the versions."""
    standing = _standing(draft, point)
    changed = _with_text(
        draft, standing, lambda text: without_sentence(text, (standing.start, standing.end)), signature
    )
    return _with_decision(changed, _decision(point, "removed", signature))


def withdraw(draft: Draft, key: Key) -> Draft:
    """Return the draft without the decision on that sentence; without one nothing changes. The text stays."""
    kept = tuple(each for each in draft.decisions if key_of(each) != key)
    return replace(draft, decisions=kept)


def take_back(draft: Draft, before: Draft, key: Key) -> Draft:
    """Return the draft without the decision, and the sentence's field as it was in `before`, as a version of its own.

    A field that is another by now than the decision made it cannot be told from here: it gets the older text too,
    and what it had stays among the versions.
    """
    field, section_id, _ = key
    draft = withdraw(draft, key)
    if field == "text":
        old = before.section(section_id or "")
        return editing.restore_version(draft, section_id or "", old.versions[-1].id) if old and old.versions else draft
    if field == "heading":
        old = before.section(section_id or "")
        return editing.rename_heading(draft, section_id or "", old.heading) if old else draft
    return _with_line(draft, key, _line(before, key))


def corrections(point: Checked) -> tuple[ClaimFinding, ...]:
    """Return the findings, in order, that say which number, date, name or quotation of a source stands instead.

    None that cuts a word, or would put the letters of an agency for somebody's name.
    """
    found = (each for each in point.check.findings if each.kind in HARD_FAULTS and each.expected and each.found)
    return tuple(
        sorted(
            (finding for finding in found if point.field != "slug" and _can_stand(point, finding)),
            key=lambda finding: finding.start,
        )
    )


def _can_stand(point: Checked, finding: ClaimFinding) -> bool:
    start, end = finding.start - point.check.start, finding.end - point.check.start
    if whole(point.sentence, start, end) != (start, end):
        return False
    parts = finding.found.split()
    is_person = len(parts) > 1 and all(part[0].isupper() and not part.isupper() for part in parts)
    return not (finding.kind == "name" and is_person and finding.expected.isupper())


def corrected_sentence(point: Checked, chosen: tuple[ClaimFinding, ...]) -> str:
    """Return the sentence with the words of the source in the place of those of the chosen findings."""
    text, start = point.sentence, point.check.start
    for finding in sorted(chosen, key=lambda each: each.start, reverse=True):
        expected = escape_markdown(finding.expected) if point.field == "text" else finding.expected
        text = text[: finding.start - start] + expected + text[finding.end - start :]
    return text


def depart(draft: Draft, signature: Signature, file_format: str) -> Draft:
    """Return the draft with a note that it was exported with changed facts still open; without any, as it is."""
    altered, unsupported = review_of(draft).counts()
    if not altered:
        return draft
    note = Departure(signature.at, signed_name(signature.by), file_format, altered, unsupported)
    return replace(draft, departures=(*draft.departures, note))


def signed_name(name: str) -> str:
    """Return a name as decisions bear it: one line, of reasonable length."""
    return one_line(name)[:LONGEST_NAME]


def without_sentence(text: str, span: Span) -> str:
    """Return the text without that stretch and the space that parted it from its neighbours.

    A paragraph, a list item or a quotation that held nothing else goes with it.
    """
    before, after = text[: span[0]], text[span[1] :]
    line = before[before.rfind("\n") + 1 :]
    if _EMPTY_LINE.fullmatch(line) and not after.split("\n", 1)[0].strip():
        before, after = before[: len(before) - len(line)].rstrip("\n"), after.lstrip(" \t").lstrip("\n")
        return before + ("\n" if line.strip() else "\n\n") * bool(before and after) + after
    if not line.strip() or line[-1:].isspace():
        return before + after.lstrip(" \t\u00a0\u202f")
    return before + after


def _decision(point: Checked, kind: DecisionKind, signature: Signature, reference: str = "") -> Decision:
    name, reference = signed_name(signature.by), one_line(reference)[:LONGEST_REFERENCE]
    if not name:
        raise ReviewError("decision-without-name")
    if kind == "elsewhere" and not reference:
        raise ReviewError("decision-without-reference")
    start = point.check.start
    findings = tuple(
        replace(finding, start=max(0, finding.start - start), end=max(0, finding.end - start))
        for finding in point.check.findings
    )
    return Decision(*point.key, point.verdict, kind, name, signature.at, reference, "", findings)


def _with_decision(draft: Draft, decision: Decision) -> Draft:
    draft = withdraw(draft, key_of(decision))
    return replace(draft, decisions=(*draft.decisions, decision))


def _standing(draft: Draft, point: Checked) -> Checked:
    """Return the sentence where it stands in the draft now."""
    sentences = review_of(draft).sentences
    found = next((each for each in sentences if each.id == point.id), None)
    found = found or next((each for each in sentences if each.key == point.key), None)
    if found is None:
        raise ReviewError("sentence-gone")
    return found


def _with_text(draft: Draft, point: Checked, change: Callable[[str], str], signature: Signature) -> Draft:
    if point.field == "text" and point.section:
        section = draft.section(point.section)
        current = section.versions[-1] if section and section.versions else None
        if current is None:
            raise ReviewError("sentence-gone")
        # A version of its own, whatever was typed a moment ago: so the change can be taken back.
        text = change(current.text)
        version = Version(new_id(), text, "hand", signature.at, evidence_after_edit(current, text))
        return editing.keep_version(draft, point.section, version)
    return _with_line(draft, point.key, one_line(change(_line(draft, point.key))))


def _line(draft: Draft, key: Key) -> str:
    field, section_id, _ = key
    section = draft.section(section_id or "")
    lines = {
        "title": draft.title,
        "standfirst": draft.standfirst,
        "description": draft.description,
        "slug": draft.slug,
        "heading": section.heading if section else "",
    }
    return lines[field]


def _with_line(draft: Draft, key: Key, line: str) -> Draft:
    field, section_id, _ = key
    if field == "title":
        return editing.set_details(draft, title=line)
    if field == "standfirst":
        return editing.set_details(draft, standfirst=line)
    if field == "description":
        return editing.set_details(draft, description=line)
    if field == "slug":
        return editing.set_details(draft, slug=line)
    return editing.rename_heading(draft, section_id or "", line)
