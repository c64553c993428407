"""The scorecard beside the text: the total and how it comes about, every check, where the keyphrase falls, previews."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assistant.desk.scoring import ScoredDraft
from assistant.i18n import format_number
from assistant.model import Draft
from assistant.ui import score_charts, score_previews
from assistant.ui.components.checks import checks_list
from assistant.ui.html import escaped
from assistant.ui.marks import go_to
from assistant.ui.score_drawings import keyphrase_strip, total_history
from assistant.ui.score_view import checks_view, place_of
from assistant.ui.state import session, t

TOTALS_KEPT = 200


def show_total(draft: Draft, scored: ScoredDraft) -> None:
    """Show the score as one figure, the words against what was asked for, and the sum that makes it."""
    card = scored.card
    # A score of a bare outline would be an answer to a question that nobody asked.
    total = format_number(card.total, session().language) if draft.is_written and card.total is not None else "–"
    figure = f"<strong>{escaped(total)}</strong><span>/ 100</span>"
    st.html(
        f"<h2 class='sidehead' id='score'>{escaped(t('score.title'))}</h2>"
        f"<p class='total'>{figure}<span class='words'>{escaped(_words(draft, scored))}</span></p>"
        f"{_uncounted(scored)}"
    )
    if draft.is_written and card.total is not None:
        totals = _kept_totals(draft.id, card.total)
        if len(totals) > 1:
            st.html(total_history(totals))
        with st.expander(t("score.formula")):
            st.html(_formula(scored))


def show_checks(draft: Draft, scored: ScoredDraft) -> None:
    """Show every check of the article as it stands; below, what is drawn and shown on demand."""
    if draft.keyphrase.strip() and scored.reading.words:
        st.html(keyphrase_strip(scored.reading))
    checks_list(
        key=f"checks_{draft.id}",
        view=checks_view(draft, scored),
        on_open=_choose,
        on_go=_going(draft, scored),
    )
    score_previews.show_previews(draft, scored)
    score_charts.show_charts(draft, scored)


def _choose(check_id: str) -> None:
    session().chosen_check = check_id


def _going(draft: Draft, scored: ScoredDraft) -> Callable[[str, int], None]:
    def go(check_id: str, number: int) -> None:
        findings = next((each.findings for each in scored.card.results if each.check == check_id), ())
        place = place_of(draft, scored, findings[number]) if number < len(findings) else None
        if place is not None:
            go_to(place)

    return go


def _words(draft: Draft, scored: ScoredDraft) -> str:
    words, wanted = scored.card.words, draft.brief.wanted_words
    return t("score.words_of", count=words, wanted=wanted) if wanted else t("section.words", count=words)


def _uncounted(scored: ScoredDraft) -> str:
    """Say why the check of the length counts fewer words than the text has."""
    fewer = scored.reading.words - scored.reading.told_words
    return f"<p class='quiet'>{escaped(t('score.uncounted', count=fewer))}</p>" if fewer else ""


def _formula(scored: ScoredDraft) -> str:
    card, language = scored.card, session().language
    counted = sum(1 for result in card.results if result.score is not None and result.weight)
    lines = [t("score.formula.mean", count=counted, mean=format_number(card.mean or 0, language, 1))]
    if card.deduction:
        lines.append(
            t(
                "score.formula.deduction",
                count=card.wasted_words,
                words=card.words,
                points=format_number(card.deduction, language, 1),
            )
        )
    lines.append(t("score.formula.left_out"))
    return "".join(f"<p class='formula'>{escaped(line)}</p>" for line in lines)


def _kept_totals(draft_id: str, total: float) -> tuple[float, ...]:
    """Return the totals of this session so far, this one included."""
    totals = session().totals.setdefault(draft_id, [])
    if not totals or round(totals[-1], 1) != round(total, 1):
        totals.append(total)
        del totals[:-TOTALS_KEPT]
    return tuple(totals)
