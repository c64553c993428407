"""What is drawn on demand: section lengths against their targets, and all checks as a table to sort.

Altair and pandas take most of a second to import: they are asked for only when somebody wants to see.
"""

from __future__ import annotations

import streamlit as st

from assistant.desk.scoring import ScoredDraft
from assistant.i18n import render
from assistant.model import Draft
from assistant.text.words import count_words
from assistant.ui.state import session, t

LONGEST_LABEL = 40
BAR_HEIGHT = 46


def show_charts(draft: Draft, scored: ScoredDraft) -> None:
    """Offer the chart and the table; draw each only when it is switched on."""
    if draft.sections and st.toggle(t("chart.sections"), key=f"chart_{draft.id}"):
        _section_lengths(draft)
    if st.toggle(t("chart.table"), key=f"table_{draft.id}"):
        _table(scored)


def _section_lengths(draft: Draft) -> None:
    import altair
    import pandas

    written, wanted = t("chart.written"), t("chart.target")
    rows = [
        {"section": f"{number}. {section.heading[:LONGEST_LABEL]}", "kind": kind, "words": words}
        for number, section in enumerate(draft.sections, start=1)
        for kind, words in ((written, count_words(section.text)), (wanted, section.target_words))
    ]
    chart = (
        altair.Chart(pandas.DataFrame(rows))
        .mark_bar()
        .encode(
            x=altair.X("words:Q", title=t("chart.words")),
            y=altair.Y("section:N", title=None, sort=None, axis=altair.Axis(labelLimit=180)),
            yOffset=altair.YOffset("kind:N", sort=[written, wanted]),
            color=altair.Color(
                "kind:N",
                title=None,
                sort=[written, wanted],
                legend=altair.Legend(orient="top"),
                scale=altair.Scale(domain=[written, wanted], range=["#b4532a", "#8c97a8"]),
            ),
            tooltip=["section:N", "kind:N", "words:Q"],
        )
        .properties(height=BAR_HEIGHT * max(1, len(draft.sections)))
    )
    st.altair_chart(chart, key=f"lengths_{draft.id}")


def _table(scored: ScoredDraft) -> None:
    import pandas

    language = session().language
    rows = [
        {
            t("table.check"): t(f"check.{result.check}.name"),
            t("table.family"): t(f"family.{result.family}"),
            t("table.state"): t(f"state.{result.state.replace('/', '')}"),
            t("table.score"): None if result.score is None else round(100 * result.score),
            t("table.weight"): result.weight,
            t("table.value"): render(result.value, language) if result.value else "",
            t("table.target"): render(result.target, language) if result.target else "",
            t("table.advice"): render(result.message, language),
        }
        for result in scored.card.results
    ]
    st.dataframe(pandas.DataFrame(rows), hide_index=True, key="checks_table")
