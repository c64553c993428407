"""House rules as one TOML file that a newsroom can share: read with plain errors, written so that a person can edit."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from assistant.checks.rules import (
    LIMITS,
    ORDERED,
    PROFILES,
    HouseRules,
    Profile,
    Thresholds,
    WordRule,
    own_thresholds,
    rules_of,
    threshold_names,
)
from assistant.errors import RulesError

LONGEST_FILE: Final = 200_000
"""In characters. House rule: a book of style of some thousand words is far shorter."""
MOST_WORDS: Final = 2_000
LONGEST_WORD: Final = 100

_HEADER: Final = "# Intertitre: house rules. Import this file in the settings of another desk to share it."


def read_rules(text: str) -> HouseRules:
    """Return the rules of a TOML text: `profile`, `[thresholds]`, `[banned]` and `[spellings]`, all optional.

    Raises RulesError with the place and what is wrong: nothing of a faulty file is taken.
    """
    if len(text) > LONGEST_FILE:
        raise RulesError("rules-too-long", count=LONGEST_FILE)
    try:
        content = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RulesError("rules-not-toml", problem=str(error)) from error
    unknown = content.keys() - {"profile", "thresholds", "banned", "spellings"}
    if unknown:
        raise RulesError("rules-unknown", name=_shown(sorted(unknown)[0]))
    rules = rules_of(_profile(content.get("profile", "presse")))
    return replace(
        rules,
        thresholds=_thresholds(_table(content, "thresholds"), rules.thresholds),
        banned=_banned(_table(content, "banned")),
        spellings=_spellings(_table(content, "spellings")),
    )


def write_rules(rules: HouseRules) -> str:
    """Return the TOML that `read_rules` reads back; only thresholds that differ from the profile are written."""
    lines = [_HEADER, f"profile = {_quoted(rules.profile)}", "", "[thresholds]"]
    lines += [f"{name.replace('_', '-')} = {value:g}" for name, value in own_thresholds(rules).items()]
    lines += ["", "[banned]", *(f"{_quoted(rule.written)} = {_quoted(rule.instead)}" for rule in rules.banned)]
    lines += ["", "[spellings]"]
    for preferred in dict.fromkeys(rule.instead for rule in rules.spellings):
        variants = ", ".join(_quoted(rule.written) for rule in rules.spellings if rule.instead == preferred)
        lines.append(f"{_quoted(preferred)} = [{variants}]")
    return "\n".join(lines) + "\n"


def _profile(value: object) -> Profile:
    for profile in PROFILES:
        if value == profile:
            return profile
    raise RulesError("rules-profile", name=_shown(value), profiles=", ".join(PROFILES))


def _table(content: Mapping[str, object], name: str) -> dict[str, object]:
    table = content.get(name, {})
    if not isinstance(table, dict):
        raise RulesError("rules-table", name=name)
    return table


def _thresholds(table: Mapping[str, object], usual: Thresholds) -> Thresholds:
    given = {name.replace("-", "_"): _number(name, value) for name, value in table.items()}
    thresholds = usual
    for name, number in given.items():
        thresholds = with_threshold(thresholds, name, number)
    for low, high in ORDERED:
        if getattr(thresholds, low) > getattr(thresholds, high):
            raise RulesError("rules-order", low=low.replace("_", "-"), high=high.replace("_", "-"))
    return thresholds


def with_threshold(thresholds: Thresholds, name: str, number: float) -> Thresholds:
    """Return the thresholds with one changed. Raises RulesError for an unknown name or a number out of bounds."""
    if name not in threshold_names():
        raise RulesError("rules-unknown", name=_shown(name.replace("_", "-")))
    low, high = LIMITS[name]
    if not low <= number <= high:
        raise RulesError("rules-bounds", name=name.replace("_", "-"), low=low, high=high)
    whole = isinstance(getattr(thresholds, name), int)
    if whole and number != int(number):
        raise RulesError("rules-number", name=name.replace("_", "-"))
    changed: dict[str, Any] = {name: int(number) if whole else float(number)}
    return replace(thresholds, **changed)


def _number(name: str, value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise RulesError("rules-number", name=_shown(name))
    return value


def _banned(table: Mapping[str, object]) -> tuple[WordRule, ...]:
    _refuse_too_many(len(table), "banned")
    return tuple(WordRule(_word(written, "banned"), _instead(instead, "banned")) for written, instead in table.items())


def _spellings(table: Mapping[str, object]) -> tuple[WordRule, ...]:
    rules: list[WordRule] = []
    for preferred, variants in table.items():
        if not isinstance(variants, list) or not all(isinstance(variant, str) for variant in variants):
            raise RulesError("rules-variants", name=_shown(preferred))
        rules += [WordRule(_word(variant, "spellings"), _word(preferred, "spellings")) for variant in variants]
    _refuse_too_many(len(rules), "spellings")
    return tuple(rules)


def _word(value: object, table: str) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    if not any(character.isalnum() for character in text) or len(text) > LONGEST_WORD:
        raise RulesError("rules-word", name=_shown(value), table=table)
    return text


def _instead(value: object, table: str) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_WORD:
        raise RulesError("rules-word", name=_shown(value), table=table)
    return " ".join(value.split())


def _refuse_too_many(count: int, table: str) -> None:
    if count > MOST_WORDS:
        raise RulesError("rules-too-many", table=table, count=MOST_WORDS)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _shown(value: object) -> str:
    return str(value)[:LONGEST_WORD]
