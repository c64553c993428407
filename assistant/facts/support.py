"""Everything that the sources say of one text, and of every field of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from assistant.facts.omissions import missing_facts
from assistant.facts.originality import measure_originality
from assistant.facts.verification import verify, verify_line
from assistant.model import Draft, DraftField, Evidence, FieldCheck, SentenceCheck, Source, Support, Verdict


def support(markdown: str, sources: Sequence[Source], language: str, evidence: Iterable[Evidence] = ()) -> Support:
    """Return the checks of the sentences of `markdown`, the facts it leaves out, and what it copied."""
    checks = verify(markdown, sources, evidence, language)
    missing = missing_facts(markdown, sources, language)
    return Support(checks, missing, measure_originality(markdown, sources))


def check_fields(draft: Draft) -> tuple[FieldCheck, ...]:
    """Return the checks of every field of the draft that says something: title, standfirst, description, slug,
    headings and texts of the sections, in that order. Offsets of the checks point into the field as it stands.

    A field that did not change costs nothing the second time. Nothing to check without sources: then it is empty.
    """
    if not draft.sources:
        return ()
    found: list[FieldCheck] = []
    lines: tuple[tuple[DraftField, str], ...] = (
        ("title", draft.title),
        ("standfirst", draft.standfirst),
        ("description", draft.description),
    )
    for field, text in lines:
        if text.strip():
            found.append(FieldCheck(field, text, _plain_checks(text, draft.sources, draft.language, field == "title")))
    if draft.slug.strip():
        found.append(FieldCheck("slug", draft.slug, _slug_checks(draft)))
    for section in draft.sections:
        if section.heading.strip():
            checks = _plain_checks(section.heading, draft.sources, draft.language, True)
            found.append(FieldCheck("heading", section.heading, checks, section.id))
        if section.text.strip():
            evidence = section.versions[-1].evidence
            found.append(
                FieldCheck(
                    "text",
                    section.text,
                    _text_checks(section.text, draft.sources, draft.language, evidence),
                    section.id,
                )
            )
    return tuple(found)


@lru_cache(maxsize=512)
def _text_checks(
    text: str, sources: tuple[Source, ...], language: str, evidence: tuple[Evidence, ...]
) -> tuple[SentenceCheck, ...]:
    return verify(text, sources, evidence, language)


@lru_cache(maxsize=512)
def _plain_checks(text: str, sources: tuple[Source, ...], language: str, is_heading: bool) -> tuple[SentenceCheck, ...]:
    """Return the checks of a plain line: its offsets are those of the line, not of Markdown."""
    return verify_line(text, sources, language, is_heading=is_heading)


_TOLD_BY_SMALL_WORDS: Final = frozenset({"negation", "modality", "attribution", "role"})
"""Faults that a slug cannot have: the small words that deny, doubt and relate are left out of it."""


def _slug_checks(draft: Draft) -> tuple[SentenceCheck, ...]:
    """Return one check of the slug: its words, read as a heading, against the sources."""
    words = re.sub(r"[-_/]+", " ", draft.slug).strip()
    return tuple(
        SentenceCheck(0, len(draft.slug), _slug_verdict(check), check.passages, (), check.translated)
        for check in _plain_checks(words, draft.sources, draft.language, True)[:1]
    )


def _slug_verdict(check: SentenceCheck) -> Verdict:
    kinds = {finding.kind for finding in check.findings}
    return "supported" if kinds and kinds <= _TOLD_BY_SMALL_WORDS else check.verdict
