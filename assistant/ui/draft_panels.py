"""The panels of an open draft: source and brief, outline, article; beside them scorecard and export."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache, partial

import streamlit as st

from assistant.desk.job import FINISHED
from assistant.desk.points import review_of
from assistant.desk.scoring import ScoredDraft, score_draft
from assistant.model import Draft, Version
from assistant.ui import (
    article_panel,
    export_panel,
    opinion_panel,
    outline_panel,
    score_panel,
    score_view,
    source_panel,
    truth_panel,
    workshop_panel,
)
from assistant.ui.house_rules import house_rules
from assistant.ui.marks import text_field
from assistant.ui.notices import show_notice
from assistant.ui.resources import jobs
from assistant.ui.status_line import show_status
from assistant.ui.truth_copied import copied_marks
from assistant.ui.truth_marks import truth_marks

SIDE = ("total", "truth", "export", "checks")


def show_panels(draft: Draft) -> None:
    """Show everything that can be done to the draft."""
    views = {view.section_id: view for view in jobs().snapshot(draft.id)}
    running = frozenset(section_id for section_id, view in views.items() if view.state not in FINISHED)
    settled = _settled(draft, running)
    scored = _score(settled, house_rules())
    review = review_of(settled)
    status = st.container(key="status_place")
    main, side = st.columns([0.66, 0.34], gap="large")
    # A container for each: what comes and goes in one must not shift the next, whose texts would be made anew.
    panels = ("source", "outline", "article", "workshop")
    source, outline, article, workshop = (main.container(key=f"panel_{name}") for name in panels)
    show_notice()
    # The score first, then the article: what follows the typing comes before what stays. The answer to an edit is with
    # the article, and may bring the next edit, which ends this run: by then the score is on its way.
    with side, st.container(key="side"):
        total, truth, export, checks = (st.container(key=f"panel_{name}") for name in SIDE)
    with total:
        score_panel.show_total(draft, scored)
    with truth:
        truth_panel.show_truth(settled, review, scored)
        opinion_panel.show_second_opinion(draft)
    with export:
        export_panel.show_export(draft, review)
    with checks:
        score_panel.show_checks(draft, scored)
    with status:
        show_status(draft, scored.card, review, len(running))
    with article:
        found = (*truth_marks(settled, review), *copied_marks(settled, scored), *score_view.marks_of(settled, scored))
        growing = {text_field(section_id) for section_id in running}
        marks = tuple(mark for mark in found if mark.place.field not in growing)
        article_panel.show_article(draft, views, marks, partial(truth_panel.on_mark, draft))
    with workshop:
        workshop_panel.show_workshop(draft, views)
    with outline:
        outline_panel.show_outline(draft, views, _open_points(scored))
    with source:
        source_panel.show_source(draft)


# Asked for at every beat of a running section, when nothing that is judged has changed.
_score = lru_cache(maxsize=4)(score_draft)


def _settled(draft: Draft, running: frozenset[str]) -> Draft:
    """Return the draft with the sections that are being written as they were before: half a text is not judged."""
    if not running:
        return draft
    sections = tuple(
        replace(section, versions=_finished(section.versions)) if section.id in running else section
        for section in draft.sections
    )
    return replace(draft, sections=sections, updated="")


def _finished(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return the versions up to the last one that is whole, or that a person wrote."""
    whole = [place for place, version in enumerate(versions, 1) if version.complete or version.origin == "hand"]
    return versions[: whole[-1]] if whole else ()


def _open_points(scored: ScoredDraft) -> Counter[str]:
    """Return how many places the scorecard points at in each section, by its id."""
    open_ones = (result for result in scored.card.results if result.state in ("bad", "improve"))
    findings = (finding for result in open_ones for finding in result.findings)
    spans = (scored.placed.section_at(finding.start) for finding in findings if finding.field == "body")
    return Counter(span.section_id for span in spans if span is not None)
