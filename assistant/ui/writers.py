"""Which writer writes: the extractive one, always there, or the model that the settings name."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from assistant.desk.jobs import WriterFactory
from assistant.errors import IntertitreError
from assistant.i18n import describe
from assistant.ui.state import WriterName, say, session, t
from assistant.writing.endpoints import Endpoint, find_endpoint
from assistant.writing.writer import Writer


def choose_writer() -> None:
    """Let the journalist choose the writer of the next sections."""
    current = session()
    st.segmented_control(
        t("writer.label"),
        get_args(WriterName),
        format_func=_name,
        default=current.writer,
        key="writer_choice",
        required=True,
        on_change=_chosen,
        label_visibility="collapsed",
        help=t("writer.help"),
    )


def configured_endpoint() -> Endpoint | None:
    """Return the model of this session's settings, else of the environment, else None."""
    return session().endpoint or find_endpoint()


def writer_factory() -> WriterFactory | None:
    """Return what makes the chosen writer; None, after saying why, when there is no usable model."""
    if session().writer == "extractive":
        return _extractive
    try:
        endpoint = configured_endpoint()
    except IntertitreError as error:
        say("error", describe(error, session().language))
        return None
    if endpoint is None or not endpoint.model:
        say("error", t("writer.no_model"))
        return None
    return lambda: _chat(endpoint)


def _extractive() -> Writer:
    from assistant.writing.extractive import ExtractiveWriter

    return ExtractiveWriter()


def _chat(endpoint: Endpoint) -> Writer:
    from assistant.writing.chat import ChatWriter

    return ChatWriter(endpoint)


def _name(writer: WriterName) -> str:
    if writer == "extractive":
        return t("writer.extractive")
    try:
        endpoint = configured_endpoint()
    except IntertitreError:
        endpoint = None
    return t("writer.model_named", model=endpoint.model) if endpoint and endpoint.model else t("writer.model")


def _chosen() -> None:
    session().writer = st.session_state["writer_choice"]
