"""The scorecard beside the text: the total, each check with its value, its target and what to do next."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from assistant.i18n import format_number, render
from assistant.model import CheckFamily, Draft, Result, Scorecard
from assistant.text.words import count_words
from assistant.ui.html import MARKS, escaped
from assistant.ui.state import session, t

ORDER = {"broken": 0, "bad": 1, "improve": 2, "good": 3, "n/a": 4}


def show_total(card: Scorecard, draft: Draft) -> None:
    """Show the score as one figure, with the words against what was asked for."""
    words = sum(count_words(section.text) for section in draft.sections) + count_words(draft.standfirst)
    st.html(f"<h2 class='sidehead'>{escaped(t('score.title'))}</h2>{_total(card, draft, words)}")


def show_checks(card: Scorecard) -> None:
    """Show every check of the article as it stands, by family."""
    st.html(f"<div class='scorecard'>{''.join(_family(card, family) for family in get_args(CheckFamily))}</div>")


def _total(card: Scorecard, draft: Draft, words: int) -> str:
    language = session().language
    # A score of a bare outline would be an answer to a question that nobody asked.
    written = any(section.text.strip() for section in draft.sections)
    total = format_number(card.total, language) if written and card.total is not None else "–"
    wanted = draft.brief.wanted_words
    of = t("score.words_of", count=words, wanted=wanted) if wanted else t("section.words", count=words)
    figure = f"<strong>{escaped(total)}</strong><span>/ 100</span>"
    return f"<p class='total'>{figure}<span class='words'>{escaped(of)}</span></p>"


def _family(card: Scorecard, family: CheckFamily) -> str:
    results = [result for result in card.results if result.family == family]
    if not results:
        return ""
    open_points = sum(result.state in ("bad", "improve", "broken") for result in results)
    count = t("score.to_do", count=open_points) if open_points else t("score.family_good")
    rows = "".join(_row(result) for result in sorted(results, key=lambda result: ORDER[result.state]))
    return (
        f"<details {'open' if open_points else ''}><summary><span>{escaped(t(f'family.{family}'))}</span>"
        f"<span class='quiet'>{escaped(count)}</span></summary><ul>{rows}</ul></details>"
    )


def _row(result: Result) -> str:
    language = session().language
    value = render(result.value, language) if result.value else ""
    target = t("score.target", target=render(result.target, language)) if result.target else ""
    figures = f"<span class='value'>{escaped(value)}</span><span class='quiet'>{escaped(target)}</span>"
    state = result.state.replace("/", "")
    advice = "" if result.state == "good" else f"<p class='advice'>{escaped(render(result.message, language))}</p>"
    return (
        f"<li class='{state}'><span class='mark' aria-hidden='true'>{MARKS[result.state]}</span>"
        f"<div><p class='name'>{escaped(t(f'check.{result.check}.name'))} "
        f"<span class='hidden'>{escaped(t(f'state.{state}'))}</span>{figures}</p>"
        f"{advice}</div></li>"
    )
