"""Settings: the model of this session, and what is kept where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.ui.html import chip, escaped
from assistant.ui.notices import show_notice
from assistant.ui.privacy_panel import show_privacy
from assistant.ui.rules_panel import show_rules
from assistant.ui.state import attempt, say, session, t
from assistant.ui.writers import configured_endpoint
from assistant.writing.chat import ROUNDS
from assistant.writing.endpoints import OTHER, PRESETS, PROVIDER_SCHEME, Endpoint, find_endpoint, installed_providers
from assistant.writing.prices import price_list

if TYPE_CHECKING:
    from assistant.writing.connection import LocalServer

MOST_AT_ONCE = 12
MILLION = 1_000_000


def show_settings() -> None:
    """Show the settings of this session."""
    st.html(f"<h1>{escaped(t('page.settings'))}</h1>")
    main, _ = st.columns([0.6, 0.4])
    with main:
        show_notice()
        _model()
        _writing()
        show_rules()
        show_privacy()


def _model() -> None:
    st.html(f"<h2>{escaped(t('settings.model'))}</h2><p>{escaped(t('settings.model.why'))}</p>")
    known: list[Endpoint] = []
    attempt_quietly = attempt(lambda: known.extend(filter(None, [configured_endpoint()])))
    endpoint = known[0] if attempt_quietly and known else Endpoint("")
    st.selectbox(
        t("settings.preset"),
        [*(preset.name for preset in PRESETS), *(f"{PROVIDER_SCHEME}{name}" for name in installed_providers())],
        format_func=lambda name: t("settings.preset.other") if name == OTHER.name else name,
        index=None,
        placeholder=t("settings.preset.choose"),
        key="preset",
        on_change=_take_preset,
    )
    _local_servers()
    with st.form("model_settings"):
        st.text_input(
            t("settings.base_url"), value=endpoint.base_url, key="base_url", placeholder="http://127.0.0.1:11434/v1"
        )
        _model_name(endpoint)
        st.text_input(
            t("settings.key"), type="password", key="api_key", autocomplete="off", help=t("settings.key.help")
        )
        st.form_submit_button(t("settings.connect"), type="primary", on_click=_connect)
    _report()


def _model_name(endpoint: Endpoint) -> None:
    """Show the field of the model's name; it offers those that the endpoint listed, and takes any other."""
    offered = list(dict.fromkeys([*([endpoint.model] if endpoint.model else []), *session().models]))
    st.selectbox(
        t("settings.model_name"),
        offered,
        index=0 if endpoint.model else None,
        key="model_name",
        accept_new_options=True,
        placeholder="mistral-small",
        help=t("settings.model_name.help", count=len(session().models)) if session().models else None,
    )


def _local_servers() -> None:
    """Offer to look for model servers on this machine; nothing is looked for unasked."""
    st.button(t("settings.find"), key="find_servers", on_click=_find_servers)
    servers = session().servers
    if servers is None:
        return
    if not servers:
        st.html(f"<p class='quiet'>{escaped(t('settings.found_none'))}</p>")
    for server in servers:
        st.button(
            t("settings.found", name=server.preset.name, count=len(server.models)),
            key=f"server_{server.preset.name}",
            on_click=_take_server,
            args=(server,),
        )


def _find_servers() -> None:
    def find() -> None:
        from assistant.writing.connection import find_local_servers

        session().servers = find_local_servers()

    attempt(find)


def _take_server(server: LocalServer) -> None:
    st.session_state["base_url"] = server.preset.base_url
    session().models = server.models
    if server.models:
        st.session_state["model_name"] = server.models[0]


def _take_preset() -> None:
    name = str(st.session_state["preset"])
    address = next((preset.base_url for preset in PRESETS if preset.name == name), name)
    if address:
        st.session_state["base_url"] = address


def _report() -> None:
    """Show what works at the endpoint that was checked last."""
    report = session().report
    if report is None:
        return
    facts = [
        chip(t(f"settings.works.{name}"), "extractive") if works else chip(t(f"settings.fails.{name}"), "warning")
        for name, works in (
            ("streaming", report.streaming),
            ("structured", report.structured),
            ("usage", report.usage),
        )
    ]
    if report.context:
        facts.append(chip(t("settings.context", count=report.context)))
    st.html(f"<p class='facts'>{' '.join(facts)}</p>")


def _writing() -> None:
    """Show how the model is used: rounds of proofreading, sections at once, and what a draft may cost."""
    current = session()
    st.html(f"<h2>{escaped(t('settings.writing'))}</h2>")
    st.toggle(t("settings.mend"), value=current.rounds > 0, key="mend", help=t("settings.mend.help"), on_change=_mend)
    st.number_input(
        t("settings.at_once"),
        min_value=0,
        max_value=MOST_AT_ONCE,
        value=current.at_once or 0,
        key="at_once",
        help=t("settings.at_once.help"),
        on_change=_take_at_once,
    )
    prices = price_list()
    st.number_input(
        t("settings.cost_limit", currency=prices.currency),
        min_value=0.0,
        value=(current.cost_limit or 0) / MILLION,
        step=0.1,
        format="%.2f",
        key="cost_limit",
        help=t("settings.cost_limit.help"),
        on_change=_take_limit,
    )
    st.html(f"<p class='quiet'>{escaped(t('settings.prices', day=prices.prices_of, count=len(prices.models)))}</p>")


def _mend() -> None:
    session().rounds = ROUNDS if st.session_state["mend"] else 0


def _take_at_once() -> None:
    session().at_once = int(st.session_state["at_once"]) or None


def _take_limit() -> None:
    session().cost_limit = round(st.session_state["cost_limit"] * MILLION) or None


def _connect() -> None:
    """Keep the settings in this session and say what the endpoint answers."""

    def connect() -> None:
        from assistant.writing.connection import check_endpoint

        state = st.session_state
        endpoint = find_endpoint(key=state["api_key"], base_url=state["base_url"], model=state["model_name"] or "")
        current = session()
        current.endpoint = current.report = None
        current.writer = "extractive"
        if endpoint is None:
            say("info", t("settings.forgotten"))
            return
        report = check_endpoint(endpoint)
        current.models = report.models
        if report.fault is not None:
            raise report.fault
        current.endpoint, current.report = endpoint, report
        current.writer = "model"
        say("done", t("settings.connected", host=endpoint.host, model=endpoint.model))

    attempt(connect)
