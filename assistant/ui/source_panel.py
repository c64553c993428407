"""The sources as they were cleaned, with everything that was removed or repaired, and the brief as settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from assistant.desk import drafting, editing
from assistant.intake import Intake, read_file, read_text
from assistant.model import Brief, Draft, Source
from assistant.text.words import count_words
from assistant.ui.components.surface import newest_text, shown_for, text_surface
from assistant.ui.html import chip, escaped, plain_label
from assistant.ui.resources import store
from assistant.ui.state import attempt, change_draft, session, t
from assistant.ui.surfaces import surface_words

COUNTS = ("min_words", "max_words")
MOST_WORDS = 20_000
"""House rule: the longest article that the scorecard is measured on."""


def show_source(draft: Draft) -> None:
    """Show sources and brief, folded to one line once the article has text."""
    written = any(section.text for section in draft.sections)
    words = sum(count_words(source.body) for source in draft.sources)
    label = t("source.summary", count=len(draft.sources), words=words)
    with st.expander(plain_label(label), expanded=not written, key=f"sources_{draft.id}"):
        _brief(draft)
        for source in draft.sources:
            _source(draft, source)
        _add_source(draft)


def _brief(draft: Draft) -> None:
    brief = draft.brief
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<p class='label'>{escaped(t('brief.title'))}</p>{_chips(brief)}", width="stretch")
        with st.popover(t("brief.change")):
            for name in COUNTS:
                _count_input(draft, name)
            if brief.text:
                written = f"<blockquote>{escaped(brief.text)}</blockquote>"
                st.html(f"<p class='label'>{escaped(t('brief.as_written'))}</p>{written}")


def _chips(brief: Brief) -> str:
    chips: list[str] = []
    if brief.language:
        chips.append(t(f"language.{brief.language}") if brief.language in ("fr", "en") else brief.language)
    for name in (*COUNTS, "target_words"):
        count = getattr(brief, name)
        if count:
            chips.append(t(f"brief.{name}", count=count))
    if brief.n_subheadings:
        chips.append(t("brief.n_subheadings", count=brief.n_subheadings))
    for name in ("subheadings", "seo", "meta_description", "faq"):
        if getattr(brief, name):
            chips.append(t(f"brief.{name}"))
    if brief.heading_levels:
        chips.append(" · ".join(f"H{level}" for level in brief.heading_levels))
    chips += [text for text in (brief.tone, brief.audience, *brief.keywords) if text]
    if not chips:
        return f"<p class='quiet'>{escaped(t('brief.none'))}</p>"
    return f"<p class='chips'>{''.join(chip(text) for text in chips)}</p>"


def _count_input(draft: Draft, name: str) -> None:
    key = f"{name}_{draft.id}"
    value = getattr(draft.brief, name)
    if st.session_state.get(key) != value:
        st.session_state[key] = value

    def changed() -> None:
        count: int | None = st.session_state[key]
        change_draft(draft.id, lambda newest: _with_count(newest, name, count))

    st.number_input(
        t(f"brief.{name}.label"),
        min_value=50,
        max_value=MOST_WORDS,
        step=50,
        key=key,
        on_change=changed,
        placeholder=t("brief.not_set"),
    )


def _with_count(draft: Draft, name: str, count: int | None) -> Draft:
    brief = replace(draft.brief, min_words=count) if name == "min_words" else replace(draft.brief, max_words=count)
    return editing.rebalance_targets(editing.set_brief(draft, replace(brief, target_words=None)))


def _source(draft: Draft, source: Source) -> None:
    words = count_words(source.body)
    raw = count_words(source.raw)
    st.html(
        f"<h3 class='source'>{escaped(source.title or source.name)}</h3>"
        f"<p class='quiet'>{escaped(source.name)} · {escaped(_language_name(source.language))} · "
        f"{escaped(t('source.words', count=words))} · {escaped(t('source.before', count=raw))}</p>"
    )
    st.html(f"<div class='sourcetext' tabindex='0' lang='{escaped(source.language)}'>{_source_html(source)}</div>")
    if len(draft.sources) > 1:
        st.button(
            t("source.remove"),
            key=f"remove_{source.id}",
            on_click=change_draft,
            args=(draft.id, lambda newest: editing.remove_source(newest, source.id)),
        )


def _language_name(language: str) -> str:
    return t(f"language.{language}") if language in ("fr", "en") else language


def _source_html(source: Source) -> str:
    """Return the source in the order of the paste: what stays as text, what was removed folded and labelled."""
    placed: list[tuple[int, str]] = []
    for number, block in enumerate(source.blocks):
        name = {"subheading": "h4", "quote": "blockquote"}.get(block.kind, "p")
        place = block.start if block.start is not None else number
        placed.append((place, f"<{name}>{escaped(block.text)}</{name}>"))
    for removed in source.removed:
        label = t(f"removed.{removed.category}")
        html = (
            f"<details class='removed'><summary>{escaped(label)} · {escaped(_shortened(removed.text))}</summary>"
            f"<p>{escaped(removed.text)}</p></details>"
        )
        placed.append((removed.start if removed.start is not None else len(source.blocks), html))
    head = f"<p class='dek'>{escaped(source.dek)}</p>" if source.dek else ""
    return _summary_of_changes(source) + head + "".join(html for _, html in sorted(placed, key=lambda item: item[0]))


def _summary_of_changes(source: Source) -> str:
    lines = [
        f"<li>{escaped(t('source.removed_one', category=t(f'removed.{category}'), count=count))}</li>"
        for category, count in Counter(removed.category for removed in source.removed).most_common()
    ]
    lines += [
        f"<li><del>{escaped(repair.before)}</del> → <ins>{escaped(repair.after)}</ins>"
        f"{'' if repair.applied else ' ' + escaped(t('repair.proposed'))}</li>"
        for repair in source.repairs
    ]
    if not lines:
        return f"<p class='quiet'>{escaped(t('source.untouched'))}</p>"
    summary = t("source.changes", count=len(source.removed), repairs=len(source.repairs))
    return f"<details class='changes'><summary>{escaped(summary)}</summary><ul>{''.join(lines)}</ul></details>"


def _shortened(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _add_source(draft: Draft) -> None:
    current = session()
    number = len(draft.sources)
    identifier = f"{draft.id}:add:{number}"
    key = f"add_{draft.id}_{number}"
    shown = shown_for(current.surfaces, identifier, _typed(identifier, key))

    def edited(text: str) -> bool:
        shown.text = text
        return True

    def add_pasted() -> None:
        _add(draft.id, lambda: [read_text(_typed(identifier, key), t("source.pasted"))])

    def add_uploaded() -> None:
        files = [(file.name, file.getvalue()) for file in st.session_state[f"add_files_{draft.id}_{number}"] or []]
        if files:
            _add(draft.id, lambda: [read_file(name, content) for name, content in files])

    with st.popover(t("source.add")):
        text_surface(
            identifier,
            key=key,
            shown=shown,
            label=t("source.add.label"),
            language=draft.language,
            words=surface_words(stored=False),
            on_edit=edited,
            on_submit=add_pasted,
            placeholder=t("welcome.placeholder"),
            rows=6,
            look="paper",
        )
        st.button(t("source.add.read"), key=f"add_read_{draft.id}", type="primary", on_click=add_pasted)
        st.file_uploader(
            t("welcome.upload"),
            key=f"add_files_{draft.id}_{number}",
            accept_multiple_files=True,
            on_change=add_uploaded,
        )


def _add(draft_id: str, read: Callable[[], list[Intake]]) -> None:
    """Read first, then change the draft: reading is slow and may fail, the change holds the draft's lock."""

    def add() -> None:
        intakes = read()
        store().update(draft_id, lambda newest: drafting.with_more_sources(newest, intakes))

    attempt(add)


def _typed(identifier: str, key: str) -> str:
    shown = session().surfaces.get(identifier)
    return newest_text(key, shown) if shown else ""
