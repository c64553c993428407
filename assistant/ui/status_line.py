"""The status line: when the draft was saved, its words, its open points, what the model cost."""

from __future__ import annotations

import streamlit as st

from assistant.desk.points import Review
from assistant.desk.report import body_words, cost_of
from assistant.i18n import format_number
from assistant.model import Draft, Scorecard
from assistant.ui.clock import time_of_day
from assistant.ui.html import escaped
from assistant.ui.state import session, t
from assistant.ui.truth_view import counted

MILLIONTHS = 1_000_000


def show_status(draft: Draft, card: Scorecard, review: Review, running: int) -> None:
    """Show the state of the draft in one line, which stays in view."""
    with st.container(key="status", horizontal=True, vertical_alignment="center"):
        title = draft.title or t("draft.untitled")
        facts = "".join(f"<span>{escaped(fact)}</span>" for fact in _facts(draft, card, review, running))
        st.html(
            f"<p class='statusline'><strong>{escaped(title)}</strong>{facts}{_score(draft, card)}</p>", width="stretch"
        )


def _score(draft: Draft, card: Scorecard) -> str:
    """Return the score with a link to it, for a narrow page, where the card stands below the article."""
    if card.total is None or not draft.is_written:
        return ""
    total = format_number(card.total, session().language)
    name = t("status.score", total=total)
    return f"<span class='far'><a href='#score' aria-label='{escaped(name)}'>{escaped(total)}/100</a></span>"


def _facts(draft: Draft, card: Scorecard, review: Review, running: int) -> list[str]:
    facts = [t("status.running", count=running)] if running else []
    facts.append(t("status.saved", time=time_of_day(draft.updated)) if draft.updated else "")
    words, wanted = body_words(draft), draft.brief.wanted_words
    facts.append(t("score.words_of", count=words, wanted=wanted) if wanted else t("section.words", count=words))
    if draft.is_written:
        points = sum(result.state in ("bad", "improve", "broken") for result in card.results)
        facts.append(t("score.to_do", count=points) if points else t("status.no_points"))
    facts.extend(each["text"] for each in counted(review))
    cost = cost_of(draft)
    if cost:
        facts.append(
            t("status.cost", cost=format_number(cost / MILLIONTHS, session().language, 4), currency=_currency())
        )
    return [fact for fact in facts if fact]


def _currency() -> str:
    from assistant.writing.prices import price_list

    return price_list().currency
