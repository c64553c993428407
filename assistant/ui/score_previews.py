"""How the article will look where readers find it: in a list of search results, and as a card on a social network."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from assistant.checks.snippet import shown_description
from assistant.checks.title_width import shown_title
from assistant.desk.scoring import ScoredDraft
from assistant.model import Draft
from assistant.ui.html import escaped
from assistant.ui.state import t


def show_previews(draft: Draft, scored: ScoredDraft) -> None:
    """Show both previews. No picture is loaded: its server would learn who writes about what."""
    limits = scored.reading.limits
    title = draft.title.strip() or t("draft.untitled")
    description = shown_description(draft.description, limits.description_max_characters)
    with st.expander(t("preview.title")):
        st.html(
            f"{_search_result(draft, title, description or t('preview.no_description'), limits.title_pixels)}"
            f"{_social_card(draft, title, description)}"
        )


def _search_result(draft: Draft, title: str, description: str, pixels: int) -> str:
    path = f"{t('preview.site')} › {draft.slug.strip() or t('preview.no_slug')}"
    day = f"{draft.published.strip()[:10]} — " if draft.published.strip() else ""
    return (
        f"<p class='label'>{escaped(t('preview.search'))}</p><div class='result'>"
        f"<p class='path'>{escaped(path)}</p><p class='link'>{escaped(shown_title(title, pixels))}</p>"
        f"<p>{escaped(day)}{escaped(description)}</p></div>"
    )


def _social_card(draft: Draft, title: str, description: str) -> str:
    host = urlsplit(draft.image).hostname if draft.image.strip() else None
    picture = draft.image_alternative.strip() or host or t("preview.no_image")
    return (
        f"<p class='label'>{escaped(t('preview.social'))}</p><div class='card'>"
        f"<p class='picture'>{escaped(picture)}</p><div><p class='path'>{escaped(t('preview.site'))}</p>"
        f"<p class='cardtitle'>{escaped(title)}</p><p>{escaped(description)}</p></div></div>"
    )
