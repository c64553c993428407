"""Drafts as hypothesis makes them up: every field of every value, so that a forgotten one shows."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from assistant.model import (
    Approval,
    Block,
    Brief,
    ClaimFinding,
    Decision,
    Departure,
    Draft,
    Evidence,
    Flag,
    Opinion,
    Passage,
    Remark,
    Removed,
    Repair,
    Section,
    Source,
    Usage,
    Version,
)

Value = TypeVar("Value")

naturals = st.integers(0, 10_000)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
instants = st.just("") | st.datetimes().map(lambda moment: moment.isoformat() + "+00:00")
spans = st.tuples(naturals, naturals).map(sorted)


def all_fields(kind: type[Value], **given: SearchStrategy[object]) -> SearchStrategy[Value]:
    """Return values of `kind` with every field filled, those without a strategy by their type."""
    missing = (field.name for field in fields(kind) if field.name not in given)  # type: ignore[arg-type]
    hints = get_type_hints(kind)
    return st.builds(kind, **given, **{name: st.from_type(hints[name]) for name in missing})


def with_span(kind: type[Value], optional: bool, **given: SearchStrategy[object]) -> SearchStrategy[Value]:
    """Return values of `kind` whose `start` and `end` are in order, or both None where that is allowed."""
    places = spans | st.just([None, None]) if optional else spans
    return places.flatmap(lambda place: all_fields(kind, start=st.just(place[0]), end=st.just(place[1]), **given))


def few(values: SearchStrategy[Value]) -> SearchStrategy[tuple[Value, ...]]:
    """Return tuples of at most two values."""
    return st.lists(values, max_size=2).map(tuple)


def few_unlike(values: SearchStrategy[Value]) -> SearchStrategy[tuple[Value, ...]]:
    """Return tuples of at most three values with different ids."""
    return st.lists(values, max_size=3, unique_by=lambda value: value.id).map(tuple)  # type: ignore[attr-defined]


passages = with_span(Passage, optional=False, source=texts)
evidence = with_span(Evidence, optional=False, passages=few(passages))
remarks = all_fields(Remark, count=naturals)
usages = all_fields(
    Usage,
    prompt_tokens=naturals,
    answer_tokens=naturals,
    requests=naturals,
    retries=naturals,
    cost=st.none() | naturals,
)
versions = all_fields(
    Version,
    remarks=few(remarks),
    usage=st.none() | usages,
    text=texts,
    created=instants,
    evidence=few(evidence),
    model=st.none() | texts,
    prompt_hash=st.none() | texts,
)
sections = all_fields(
    Section, heading=texts, target_words=naturals, passages=few(passages), versions=few_unlike(versions)
)
sources = all_fields(
    Source,
    raw=texts,
    blocks=few(with_span(Block, optional=True, text=texts)),
    removed=few(with_span(Removed, optional=True, text=texts)),
    repairs=few(all_fields(Repair)),
    flagged=few(with_span(Flag, optional=True, text=texts)),
)
briefs = all_fields(
    Brief,
    text=texts,
    min_words=st.none() | naturals,
    max_words=st.none() | naturals,
    target_words=st.none() | naturals,
    n_subheadings=st.none() | naturals,
    heading_levels=st.none() | few(naturals),
)


decisions = all_fields(
    Decision,
    section=st.none() | texts,
    sentence=texts,
    at=instants,
    findings=few(with_span(ClaimFinding, optional=False, found=texts)),
)
opinions = all_fields(Opinion, sentence=texts, at=instants, passage=st.none() | passages)
departures = all_fields(Departure, at=instants, altered=naturals, unsupported=naturals)


def with_deleted(draft: Draft) -> Draft:
    """Return the draft with its last section deleted."""
    return replace(draft, sections=draft.sections[:-1], deleted=draft.sections[-1:])


drafts = all_fields(
    Draft,
    id=st.uuids().map(str),
    sources=few_unlike(sources),
    brief=briefs,
    title=texts,
    sections=few_unlike(sections),
    orphans=few(passages),
    created=instants,
    updated=instants,
    deleted=st.just(()),
    decisions=few(decisions),
    opinions=few(opinions),
    departures=few(departures),
    approvals=few(all_fields(Approval, at=instants)),
)
drafts = drafts | drafts.map(with_deleted)
