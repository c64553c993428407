"""Which writer writes: the extractive one, always there, or the model that the settings name."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import get_args

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from assistant.desk.drafting import refuse_over_limit
from assistant.desk.job import Lane
from assistant.errors import IntertitreError
from assistant.i18n import describe, format_number
from assistant.model import Draft
from assistant.ui.house_rules import house_rules
from assistant.ui.resources import errands, jobs, store
from assistant.ui.state import WriterName, say, session, t
from assistant.writing.endpoints import ENDPOINT_VARIABLES, Endpoint, find_endpoint
from assistant.writing.estimating import spent_on
from assistant.writing.prices import price_list
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
    """Return the model of this session's settings, else of the server's secrets and environment, else None."""
    return session().endpoint or find_endpoint(environment={**os.environ, **_secrets()})


def usable_endpoint() -> Endpoint | None:
    """Return the model to ask; None, after saying why, when there is none that can be used."""
    try:
        endpoint = configured_endpoint()
    except IntertitreError as error:
        say("error", describe(error, session().language))
        return None
    if endpoint is None or not endpoint.model:
        say("error", t("writer.no_model"))
        return None
    return endpoint


def start_writer(draft_id: str, section_ids: Sequence[str], *, keeps_typed: bool = False) -> None:
    """Have sections written by the chosen writer; says why when there is no usable model."""
    if session().writer == "extractive":
        jobs().start(draft_id, section_ids, lambda: _extractive(keeps_typed=keeps_typed), keeps_typed=keeps_typed)
        return
    endpoint = usable_endpoint()
    if endpoint is not None:
        current = session()
        lane = Lane(f"{endpoint.base_url} {endpoint.model}", current.at_once or endpoint.preset.at_once)
        factory = partial(_chat, draft_id, endpoint, current.rounds, current.cost_limit, _words_of_the_house())
        jobs().start(draft_id, section_ids, factory, lane, keeps_typed=keeps_typed)


def within_limit(draft: Draft) -> None:
    """Raise WritingError `cost-limit` when the draft has cost what this session allows, or more."""
    refuse_over_limit(spent_millionths(draft), session().cost_limit)


def spent_millionths(draft: Draft) -> int:
    """Return what a draft has cost by now, in millionths of the price list's currency."""
    return (spent_on(draft).cost or 0) + errands().spent(draft.id)


def money(millionths: int) -> str:
    """Return an amount as a person reads it: `0,0123 USD`."""
    amount = millionths / 1_000_000
    return f"{format_number(amount, session().language, 2 if amount >= 1 else 4)} {price_list().currency}"


def _secrets() -> dict[str, str]:
    """Return what the server's secrets say of the model; empty without a file of secrets."""
    try:
        return {name: str(st.secrets[name]) for name in ENDPOINT_VARIABLES if name in st.secrets}
    except (FileNotFoundError, StreamlitSecretNotFoundError):
        return {}


def _extractive(*, keeps_typed: bool) -> Writer:
    from assistant.writing.extractive import ExtractiveWriter
    from assistant.writing.keeping import KeepingWriter

    return KeepingWriter(ExtractiveWriter()) if keeps_typed else ExtractiveWriter()


def _words_of_the_house() -> tuple[tuple[str, str], ...]:
    rules = house_rules()
    return tuple((rule.written, rule.instead) for rule in (*rules.banned, *rules.spellings))


def _chat(
    draft_id: str, endpoint: Endpoint, rounds: int, limit: int | None, house: tuple[tuple[str, str], ...]
) -> Writer:
    from assistant.writing.chat import ChatWriter

    # In the job's thread, when the section's turn has come: what the others cost is known by then.
    refuse_over_limit(spent_millionths(store().load(draft_id).draft), limit)
    return ChatWriter(endpoint, rounds=rounds, house=house)


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
