"""Settings: the model of this session, and what is kept where."""

from __future__ import annotations

import streamlit as st

from assistant.ui.html import escaped
from assistant.ui.notices import show_notice
from assistant.ui.resources import database_url
from assistant.ui.state import attempt, say, session, t
from assistant.ui.writers import configured_endpoint
from assistant.writing.endpoints import PRESETS, Endpoint, find_endpoint

MODELS_SHOWN = 12


def show_settings() -> None:
    """Show the settings of this session."""
    st.html(f"<h1>{escaped(t('page.settings'))}</h1>")
    main, _ = st.columns([0.6, 0.4])
    with main:
        show_notice()
        _model()
        st.html(
            f"<h2>{escaped(t('settings.privacy'))}</h2><p>{escaped(t('settings.stored', place=_place()))}</p>"
            f"<p>{escaped(t('settings.keys'))}</p>"
        )


def _model() -> None:
    st.html(f"<h2>{escaped(t('settings.model'))}</h2><p>{escaped(t('settings.model.why'))}</p>")
    known: list[Endpoint] = []
    attempt_quietly = attempt(lambda: known.extend(filter(None, [configured_endpoint()])))
    endpoint = known[0] if attempt_quietly and known else Endpoint("")
    st.selectbox(
        t("settings.preset"),
        [preset.name for preset in PRESETS],
        index=None,
        placeholder=t("settings.preset.choose"),
        key="preset",
        on_change=_take_preset,
    )
    with st.form("model_settings"):
        st.text_input(
            t("settings.base_url"), value=endpoint.base_url, key="base_url", placeholder="http://127.0.0.1:11434/v1"
        )
        st.text_input(t("settings.model_name"), value=endpoint.model, key="model_name", placeholder="mistral-small")
        st.text_input(
            t("settings.key"), type="password", key="api_key", autocomplete="off", help=t("settings.key.help")
        )
        _offered_models()
        st.form_submit_button(t("settings.connect"), type="primary", on_click=_connect)


def _offered_models() -> None:
    models = session().models
    if models:
        names = ", ".join(models[:MODELS_SHOWN]) + (" …" if len(models) > MODELS_SHOWN else "")
        st.html(f"<p class='quiet'>{escaped(t('settings.offered', models=names))}</p>")


def _take_preset() -> None:
    chosen = next((preset for preset in PRESETS if preset.name == st.session_state["preset"]), None)
    if chosen is not None and chosen.base_url:
        st.session_state["base_url"] = chosen.base_url


def _connect() -> None:
    """Keep the settings in this session and say what the endpoint answers."""

    def connect() -> None:
        from assistant.writing.connection import check_endpoint

        state = st.session_state
        endpoint = find_endpoint(key=state["api_key"], base_url=state["base_url"], model=state["model_name"])
        session().endpoint = None
        session().writer = "extractive"
        if endpoint is None:
            say("info", t("settings.forgotten"))
            return
        report = check_endpoint(endpoint)
        session().models = report.models
        if report.fault is not None:
            raise report.fault
        session().endpoint = endpoint
        session().writer = "model"
        say("done", t("settings.connected", host=endpoint.host, model=endpoint.model))

    attempt(connect)


def _place() -> str:
    url = database_url()
    return url.removeprefix("sqlite:///") if url.startswith("sqlite") else url.split("@")[-1]
