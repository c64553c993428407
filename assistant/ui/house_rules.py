"""The rules of the house, as the whole newsroom has them in the store."""

from __future__ import annotations

import logging

from assistant.checks.rules import DEFAULT_RULES, HouseRules
from assistant.checks.rules_file import read_rules, write_rules
from assistant.errors import RulesError
from assistant.ui.resources import store

SETTING = "house-rules"
_log = logging.getLogger(__name__)


def house_rules() -> HouseRules:
    """Return the rules that the store holds; the press profile where there are none, or none that can be read."""
    text = store().setting(SETTING)
    if not text:
        return DEFAULT_RULES
    try:
        return read_rules(text)
    except RulesError:
        # Written by another version: the desk must not stop at it, and the settings still show the text.
        _log.exception("the house rules of the store cannot be read")
        return DEFAULT_RULES


def keep_house_rules(rules: HouseRules) -> None:
    """Keep the rules for everybody who uses this store."""
    store().keep_setting(SETTING, None if rules == DEFAULT_RULES else write_rules(rules))
