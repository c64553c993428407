"""The house rules in the settings: a profile, the thresholds, the house's words, and one file to share them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import streamlit as st

from assistant.checks.rules import LIMITS, HouseRules, Profile, own_thresholds, rules_of, threshold_names, with_profile
from assistant.checks.rules_file import read_rules, with_threshold, write_rules
from assistant.checks.word_lines import read_banned, read_spellings, write_banned, write_spellings
from assistant.errors import RulesError
from assistant.ui.house_rules import house_rules, keep_house_rules
from assistant.ui.html import escaped
from assistant.ui.state import attempt, say, t

FILE_NAME = "intertitre-rules.toml"


def show_rules() -> None:
    """Show the rules that everybody who uses this store is judged by, and change them."""
    rules = house_rules()
    st.html(f"<h2>{escaped(t('rules.title'))}</h2><p>{escaped(t('rules.why'))}</p>")
    _profile(rules)
    with st.expander(t("rules.thresholds", count=len(own_thresholds(rules)))):
        _thresholds(rules)
    with st.expander(t("rules.words", count=len(rules.banned) + len(rules.spellings))):
        _words(rules)
    with st.expander(t("rules.file")):
        _file(rules)


def _profile(rules: HouseRules) -> None:
    st.segmented_control(
        t("rules.profile"),
        get_args(Profile),
        format_func=lambda profile: t(f"rules.profile.{profile}"),
        default=rules.profile,
        key=f"rules_profile_{rules.profile}",
        on_change=_take_profile,
        args=(rules,),
    )
    st.html(f"<p class='quiet'>{escaped(t(f'rules.profile.{rules.profile}.why'))}</p>")


def _take_profile(rules: HouseRules) -> None:
    chosen = st.session_state[f"rules_profile_{rules.profile}"]
    if chosen is not None:
        _keep(lambda: with_profile(rules, chosen))


def _thresholds(rules: HouseRules) -> None:
    usual = rules_of(rules.profile).thresholds
    with st.form("rules_thresholds"):
        columns = st.columns(2)
        for index, name in enumerate(threshold_names()):
            value, (low, high) = getattr(rules.thresholds, name), LIMITS[name]
            kind = int if isinstance(value, int) else float
            with columns[index % 2]:
                st.number_input(
                    t(f"threshold.{name}"),
                    kind(low),
                    kind(high),
                    value,
                    step=kind(1) if kind is int else 0.1,
                    # A new set of rules is a new set of fields: a widget keeps what it was first given.
                    key=f"threshold_{name}_{rules.profile}_{value}",
                    help=t("threshold.usual", number=getattr(usual, name)),
                )
        st.form_submit_button(t("rules.keep"), on_click=_take_thresholds, args=(rules,))


def _take_thresholds(rules: HouseRules) -> None:
    def changed() -> HouseRules:
        thresholds = rules.thresholds
        for name in threshold_names():
            value = getattr(rules.thresholds, name)
            thresholds = with_threshold(thresholds, name, st.session_state[f"threshold_{name}_{rules.profile}_{value}"])
        # Read back as a file is: what holds for a file holds for the form.
        return read_rules(write_rules(replace(rules, thresholds=thresholds)))

    _keep(changed)


def _words(rules: HouseRules) -> None:
    st.html(f"<p>{escaped(t('rules.words.why'))}</p>")
    with st.form("rules_words"):
        st.text_area(
            t("rules.banned"),
            write_banned(rules.banned),
            key=f"banned_{hash(rules.banned)}",
            height=140,
            placeholder=t("rules.banned.empty"),
        )
        st.text_area(
            t("rules.spellings"),
            write_spellings(rules.spellings),
            key=f"spellings_{hash(rules.spellings)}",
            height=140,
            placeholder=t("rules.spellings.empty"),
        )
        st.form_submit_button(t("rules.keep"), on_click=_take_words, args=(rules,))


def _take_words(rules: HouseRules) -> None:
    banned, spellings = (
        st.session_state[f"banned_{hash(rules.banned)}"],
        st.session_state[f"spellings_{hash(rules.spellings)}"],
    )

    def changed() -> HouseRules:
        words = replace(rules, banned=read_banned(banned), spellings=read_spellings(spellings))
        # Read back as a file is: what holds for a file holds for the form.
        return read_rules(write_rules(words))

    _keep(changed)


def _file(rules: HouseRules) -> None:
    st.html(f"<p>{escaped(t('rules.file.why'))}</p>")
    st.download_button(
        t("rules.download"),
        write_rules(rules),
        file_name=FILE_NAME,
        mime="application/toml",
        key="rules_download",
        on_click="ignore",
    )
    with st.form("rules_file"):
        st.file_uploader(t("rules.upload"), type=["toml"], key="rules_upload")
        st.text_area(t("rules.paste"), key="rules_paste", height=140, placeholder='profile = "presse"')
        st.form_submit_button(t("rules.take"), on_click=_take_file)


def _take_file() -> None:
    def given() -> HouseRules:
        upload, pasted = st.session_state.get("rules_upload"), st.session_state["rules_paste"]
        if upload is None and not pasted.strip():
            raise RulesError("rules-empty")
        try:
            text = upload.getvalue().decode("utf-8-sig") if upload is not None else pasted
        except UnicodeDecodeError as error:
            raise RulesError("rules-not-text") from error
        return read_rules(text)

    _keep(given)


def _keep(make: Callable[[], HouseRules]) -> None:
    """Keep the rules that `make` returns for the whole newsroom, or say in one sentence why not."""
    if attempt(lambda: keep_house_rules(make())):
        say("done", t("rules.kept"))
