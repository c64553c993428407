"""The brief as chips, and a form that changes each of its settings; what is changed is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import streamlit as st

from assistant.desk.brief import characters_of, is_in_characters, with_brief
from assistant.intake.tones import TONES
from assistant.lang import ARTICLE_LANGUAGES
from assistant.model import Brief, Draft
from assistant.ui.html import chip, escaped
from assistant.ui.state import change_draft, session, t

COUNTS: Final = ("min_words", "target_words", "max_words")
WISHES: Final = ("subheadings", "seo", "meta_description", "faq")
LEVELS: Final = (2, 3, 4, 5, 6)
MOST_WORDS: Final = 20_000
"""House rule: the longest article that the scorecard is measured on."""
MOST_SUBHEADINGS: Final = 50


def show_brief(draft: Draft) -> None:
    """Show what the article is to be, and let the journalist change it."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"request_{draft.id}"):
        st.html(f"<p class='label'>{escaped(t('brief.title'))}</p>{_chips(draft.brief)}", width="stretch")
        with st.popover(t("brief.change"), key=f"brief_form_{draft.id}"):
            _form(draft)


def _chips(brief: Brief) -> str:
    chips = [*_language_chip(brief), *_length_chips(brief), *_heading_chips(brief)]
    chips += [t(f"brief.{name}.{_yes_or_no(brief, name)}") for name in WISHES[1:] if getattr(brief, name) is not None]
    if brief.tone:
        chips.append(t("brief.tone.chip", tone=_tone(brief.tone)))
    if brief.audience:
        chips.append(t("brief.audience.chip", audience=brief.audience))
    chips += brief.keywords
    if not chips:
        return f"<p class='quiet'>{escaped(t('brief.none'))}</p>"
    return f"<p class='chips'>{''.join(chip(text) for text in chips)}</p>"


def _language_chip(brief: Brief) -> list[str]:
    return [_language(brief.language)] if brief.language else []


def _length_chips(brief: Brief) -> list[str]:
    counted = [(name, getattr(brief, name)) for name in COUNTS if getattr(brief, name)]
    chips = [t(f"brief.{name}", count=count) for name, count in counted]
    if counted and is_in_characters(brief.text):
        chips.append(t("brief.characters", count=characters_of(brief.wanted_words or 0)))
    return chips


def _heading_chips(brief: Brief) -> list[str]:
    chips = []
    if brief.n_subheadings:
        chips.append(t("brief.n_subheadings", count=brief.n_subheadings))
    elif brief.subheadings is not None:
        chips.append(t(f"brief.subheadings.{_yes_or_no(brief, 'subheadings')}"))
    if brief.heading_levels:
        chips.append(" · ".join(f"H{level}" for level in brief.heading_levels))
    return chips


def _form(draft: Draft) -> None:
    brief = draft.brief
    if brief.text:
        written = f"<blockquote class='written'>{escaped(brief.text)}</blockquote>"
        st.html(f"<p class='label'>{escaped(t('brief.as_written'))}</p>{written}")
    for column, name in zip(st.columns(3), COUNTS, strict=True):
        with column:
            _count(draft, name, MOST_WORDS, 50)
    if brief.wanted_words and is_in_characters(brief.text):
        st.html(f"<p class='quiet'>{escaped(t('brief.characters', count=characters_of(brief.wanted_words)))}</p>")
    for column, name in zip(st.columns(4), WISHES, strict=True):
        with column:
            _wish(draft, name)
    number, levels = st.columns(2)
    with number:
        _count(draft, "n_subheadings", MOST_SUBHEADINGS, 1)
    with levels:
        _levels(draft)
    language, tone = st.columns(2)
    with language:
        _choice(draft, "language", ARTICLE_LANGUAGES, _language)
    with tone:
        _choice(draft, "tone", TONES, _tone)
    audience, keywords = st.columns(2)
    with audience:
        _audience(draft)
    with keywords:
        _keywords(draft)


def _bound(
    draft: Draft, name: str, shown: object, change: Callable[[Brief, object], Brief]
) -> tuple[str, Callable[[], None]]:
    """Return a widget's key and its callback: it shows what the store has, and stores what is chosen."""
    key = f"brief_{name}_{draft.id}"
    if key not in st.session_state or st.session_state[key] != shown:
        st.session_state[key] = shown

    def changed() -> None:
        chosen = st.session_state[key]
        change_draft(draft.id, lambda newest: with_brief(newest, change(newest.brief, chosen)))

    return key, changed


def _setting(name: str) -> Callable[[Brief, object], Brief]:
    return lambda brief, chosen: replace(brief, **{name: chosen})  # type: ignore[arg-type]


def _count(draft: Draft, name: str, most: int, step: int) -> None:
    count: int | None = getattr(draft.brief, name)
    key, changed = _bound(draft, name, count, _setting(name))
    st.number_input(
        t(f"brief.{name}.label"),
        min_value=1,
        max_value=max(most, count or 0),
        value=None,  # without it an empty field would begin at the least
        step=step,
        placeholder=t("brief.not_set"),
        key=key,
        on_change=changed,
    )


def _wish(draft: Draft, name: str) -> None:
    key, changed = _bound(draft, name, getattr(draft.brief, name), _setting(name))
    st.segmented_control(
        t(f"brief.{name}"),
        (True, False),
        format_func=lambda wanted: t("brief.yes") if wanted else t("brief.no"),
        key=key,
        on_change=changed,
    )


def _levels(draft: Draft) -> None:
    def change(brief: Brief, chosen: object) -> Brief:
        levels = chosen if isinstance(chosen, list) else ()
        return replace(brief, heading_levels=tuple(sorted(levels)) or None)

    shown = [level for level in draft.brief.heading_levels or () if level in LEVELS]
    key, changed = _bound(draft, "heading_levels", shown, change)
    st.pills(
        t("brief.heading_levels"),
        LEVELS,
        selection_mode="multi",
        format_func=lambda level: f"H{level}",
        key=key,
        on_change=changed,
    )


def _choice(draft: Draft, name: str, options: tuple[str, ...], label: Callable[[str], str]) -> None:
    current: str | None = getattr(draft.brief, name)
    key, changed = _bound(draft, name, current, _setting(name))
    st.selectbox(
        t(f"brief.{name}"),
        list(dict.fromkeys((*options, *([current] if current else [])))),
        format_func=label,
        placeholder=t("brief.not_set"),
        key=key,
        on_change=changed,
    )


def _audience(draft: Draft) -> None:
    def change(brief: Brief, chosen: object) -> Brief:
        return replace(brief, audience=" ".join(str(chosen).split()) or None)

    key, changed = _bound(draft, "audience", draft.brief.audience or "", change)
    st.text_input(t("brief.audience"), key=key, on_change=changed, placeholder=t("brief.not_set"))


def _keywords(draft: Draft) -> None:
    def change(brief: Brief, chosen: object) -> Brief:
        keywords = (" ".join(word.split()) for word in str(chosen).split(","))
        return replace(brief, keywords=tuple(dict.fromkeys(word for word in keywords if word)))

    key, changed = _bound(draft, "keywords", ", ".join(draft.brief.keywords), change)
    st.text_input(
        t("brief.keywords"),
        placeholder=t("brief.keywords.empty"),
        key=key,
        on_change=changed,
    )


def _yes_or_no(brief: Brief, name: str) -> str:
    return "yes" if getattr(brief, name) else "no"


def _language(language: str) -> str:
    return t(f"language.{language}") if language in ("fr", "en") else language


def _tone(tone: str) -> str:
    return tone if session().language == "fr" or tone not in TONES else t(f"tone.{tone}")
