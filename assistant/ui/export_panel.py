"""Export: the article as a file."""

from __future__ import annotations

import streamlit as st

from assistant.desk.publishing import publication_of
from assistant.export import EXPORTERS
from assistant.export.names import file_name
from assistant.model import Draft
from assistant.ui.html import escaped
from assistant.ui.state import t


def show_export(draft: Draft) -> None:
    """Offer every format; say what is still missing, and never stand in the way."""
    publication = publication_of(draft)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f"<p class='label'>{escaped(t('export.title'))}</p>", width="content")
        for name, exporter in EXPORTERS.items():
            st.download_button(
                t(f"export.{name}"),
                exporter.render(publication),
                file_name=file_name(draft.slug, exporter.extension),
                mime=exporter.media_type,
                key=f"export_{name}",
                on_click="ignore",
            )
    empty = sum(not section.text.strip() for section in draft.sections)
    if empty:
        st.html(f"<p class='quiet'>{escaped(t('export.empty_sections', count=empty))}</p>")
