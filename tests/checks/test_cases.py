"""A check is its cases: one file a check, every state, threshold and language, every message said at least once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.checks import CHECKS
from assistant.checks.base import Reading
from assistant.checks.judgement import Check
from assistant.checks.origins import describe_origin
from assistant.checks.rules import HouseRules
from assistant.checks.rules_file import read_rules
from assistant.i18n import INTERFACE_LANGUAGES, catalogue, render
from assistant.lang import SCORED_LANGUAGES
from assistant.model import (
    Article,
    Block,
    Brief,
    ClaimFinding,
    Message,
    Originality,
    Result,
    SentenceCheck,
    Source,
    Support,
)
from tests.checks.expand import expand

CASES = Path(__file__).parents[1] / "cases"
BY_ID = {check.id: check for check in CHECKS}
NOT_SAID = ("name", "why", "rule")


@dataclass(frozen=True)
class Case:
    """One text with the judgement that it must get."""

    check: str
    name: str
    state: str
    outcome: str
    language: str
    threshold: str
    params: dict[str, Any]
    findings: list[str] | None
    reading: Reading = field(repr=False)

    def result(self) -> Result:
        """Return what the check says of the text."""
        return BY_ID[self.check](self.reading)


def read_case(check: str, table: dict[str, Any], language: str) -> Case:
    article = Article(
        markdown=expand(table.get("markdown", ""), language),
        language=language,
        keyphrase=table.get("keyphrase", ""),
        synonyms=tuple(table.get("synonyms", ())),
        title=table.get("title", ""),
        description=expand(table.get("description", ""), language),
        slug=table.get("slug", ""),
        author=table.get("author", ""),
        published=table.get("published", ""),
        image=table.get("image", ""),
        image_alternative=table.get("image_alternative", ""),
    )
    rules = read_rules(table["rules"]) if "rules" in table else HouseRules()
    sources = tuple(
        Source(f"s{number}", "source", text, language, None, None, (Block("paragraph", text),))
        for number, text in enumerate(expand(each, language) for each in table.get("sources", ()))
    )
    return Case(
        check=check,
        name=f"{table['name']} ({language})",
        state=table["state"],
        outcome=table["outcome"],
        language=language,
        threshold=table.get("threshold", ""),
        params=table.get("params", {}),
        findings=table.get("findings"),
        reading=Reading(
            article, Brief(**table.get("brief", {})), rules=rules, sources=sources, checked=read_support(table)
        ),
    )


def read_support(table: dict[str, Any]) -> Support | None:
    """Return what `facts` says of the text, where the case gives it: changed words with what the source says."""
    if "altered" not in table:
        return None
    markdown: str = table["markdown"]
    findings = [
        ClaimFinding("number", markdown.index(found), markdown.index(found) + len(found), found, expected)
        for found, expected in table["altered"].items()
    ]
    check = SentenceCheck(0, len(markdown), "altered", (), tuple(findings))
    return Support((check,), (), Originality(0.0, 0, (), ()))


@cache
def all_cases() -> tuple[Case, ...]:
    return tuple(
        read_case(path.stem, table, language)
        for path in sorted(CASES.glob("*.toml"))
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        # A text without words of a language is a case of several.
        for language in table.get("languages", [table.get("language")])
    )


def messages(result: Result) -> list[Message]:
    shown = [result.message, result.value, result.target, *(finding.message for finding in result.findings)]
    return [message for message in shown if message is not None]


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.check}: {case.name}")
def test_a_case_is_judged_as_it_says(case: Case) -> None:
    result = case.result()
    owner = "n/a" if case.state == "n/a" else case.check
    assert (result.state, result.message.key) == (case.state, f"check.{owner}.{case.outcome}")
    assert case.params.items() <= dict(result.message.params).items()
    if case.findings is not None:
        markdown = case.reading.article.markdown
        texts = {"body": markdown, "title": case.reading.article.title, "description": case.reading.article.description}
        assert [texts[finding.field][finding.start : finding.end] for finding in result.findings] == case.findings


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.check}: {case.name}")
def test_a_score_follows_its_state(case: Case) -> None:
    result = case.result()
    if result.state == "n/a":
        assert result.score is None
    else:
        assert result.score is not None
        assert 0 <= result.score <= 1
        assert (result.score == 1) == (result.state == "good")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_has_cases_of_every_kind(check: Check) -> None:
    cases = [case for case in all_cases() if case.check == check.id]
    assert {case.language for case in cases} >= set(SCORED_LANGUAGES)
    for language in SCORED_LANGUAGES:
        states = {case.state for case in cases if case.language == language}
        assert "good" in states, f"no case that passes in {language}"
        assert states & {"bad", "improve"}, f"no case that fails in {language}"
    if any(case.result().target is not None for case in cases):
        thresholds = [case.state for case in cases if case.threshold]
        assert len(set(thresholds)) >= 2, "no case on either side of a threshold"


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_message_of_a_check_is_said_in_a_case_and_can_be_rendered(language: str) -> None:
    said = [message for case in all_cases() for message in messages(case.result())]
    for message in said:
        assert render(message, language)
    own = {key for check in CHECKS for key in catalogue(language) if key.startswith(f"check.{check.id}.")}
    kept_back = {f"check.{check.id}.{name}" for check in CHECKS for name in NOT_SAID}
    assert own - kept_back == {message.key for message in said if message.key.split(".")[1] in BY_ID}
    assert kept_back <= own


def test_case_files_belong_to_checks() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == set(BY_ID)


def test_ids_are_kebab_case_and_unique() -> None:
    assert len(BY_ID) == len(CHECKS)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", check_id) for check_id in BY_ID)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_tells_where_its_rule_comes_from(check: Check) -> None:
    assert check.origins
    for origin in check.origins:
        assert len(origin.reference) > 8
        assert origin.reference.startswith("https://") == (origin.kind == "page")
        assert all(describe_origin(origin, language) for language in INTERFACE_LANGUAGES)


def test_origins_speak_the_language_of_the_interface() -> None:
    shown = {describe_origin(origin, "fr") for check in CHECKS for origin in check.origins}
    assert "Règle maison" in shown
    assert not any(re.search(r"\b(?:words|sentences|keyword|criterion|from|rule)\b", text) for text in shown)


def test_the_languages_say_the_same_with_the_same_placeholders() -> None:
    def placeholders(entry: str | dict[str, str]) -> set[str]:
        text = entry if isinstance(entry, str) else " ".join(entry.values())
        return set(re.findall(r"\{(\w+)\}", text))

    french, english = (
        {key: entry for key, entry in catalogue(language).items() if key.startswith(("check.", "measure."))}
        for language in ("fr", "en")
    )
    assert {key: placeholders(entry) for key, entry in french.items()} == {
        key: placeholders(entry) for key, entry in english.items()
    }
