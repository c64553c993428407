"""The JSON of a draft: the same draft comes back, and nothing else is taken for one."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import StorageError
from assistant.model import Draft, Evidence, Section, Source, Version
from assistant.storage.codec import FORMAT, draft_from_json, draft_to_json
from tests.storage.generated import drafts

SECTION = Section("s1", 2, "Le pont", versions=(Version("v1", "Le pont rouvre.", "hand", "2026-03-02T08:00:00+00:00"),))
SOURCE = Source("a", "collé", "Le pont rouvre.", "fr", None, None, ())
DRAFT = Draft("d1", "fr", sources=(SOURCE,), sections=(SECTION,))

# Texts keep their characters but NUL and lone surrogates, which are tested apart.
storable = drafts.filter(lambda draft: not any(mark in repr(draft) for mark in ("\\x00", "\\ud")))


@given(storable)
@settings(max_examples=60, deadline=None)
def test_a_draft_comes_back_from_its_json_as_it_was(draft: Draft) -> None:
    assert draft_from_json(draft_to_json(draft)) == draft


@pytest.mark.parametrize("bad", ["\0", "\ud800"])
def test_what_no_store_holds_is_replaced_one_for_one(bad: str) -> None:
    version = Version("v1", f"Avant{bad} après \\u0000.", "hand", "", (Evidence(7, 12, ()),))
    draft = replace(DRAFT, title=bad, sections=(replace(SECTION, versions=(version,)),))
    read = draft_from_json(draft_to_json(draft))
    assert read.title == "\ufffd"
    assert read.sections[0].text == "Avant\ufffd après \\u0000."
    assert read.sections[0].versions[0].evidence == version.evidence


def test_a_project_of_the_first_format_is_read_without_what_came_later() -> None:
    content = json.loads(draft_to_json(DRAFT))
    for name in ("author", "published", "image", "image_alternative"):
        del content["draft"][name]
    content["format"] = 1
    assert draft_from_json(json.dumps(content)) == DRAFT


def test_the_json_of_a_draft_can_be_written_to_a_utf8_file() -> None:
    assert draft_to_json(replace(DRAFT, title="\ud83d")).encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", "3", '"draft"', "{}", "[" * 100_000, "1" * 5000),
        *('{"format":1}', '{"draft":{}}', '{"format":0,"draft":{}}', '{"format":true,"draft":{}}'),
        *('{"format":1,"draft":[]}', '{"format":1,"draft":{}}'),
    ],
)
def test_a_foreign_json_is_a_damaged_project(text: str) -> None:
    with pytest.raises(StorageError) as caught:
        draft_from_json(text)
    assert caught.value.code == "damaged-project"


def paths(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of every value inside a JSON value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [found for key, item in items for found in paths(item, (*path, key))]


FULL = replace(DRAFT, brief=replace(DRAFT.brief, min_words=700, heading_levels=(2, 3), keywords=("pont",)))
WHOLE = json.loads(draft_to_json(FULL))


@pytest.mark.parametrize("path", paths(WHOLE), ids=str)
def test_no_field_of_another_type_is_read(path: tuple[str | int, ...]) -> None:
    content = json.loads(draft_to_json(FULL))
    place = content
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = {"surprise": [3.5]}
    with pytest.raises(StorageError) as caught:
        draft_from_json(json.dumps(content))
    assert caught.value.code in ("damaged-project", "newer-project")


@pytest.mark.parametrize("path", [path for path in paths(WHOLE) if isinstance(path[-1], str)], ids=str)
def test_no_field_may_be_missing(path: tuple[str | int, ...]) -> None:
    content = json.loads(draft_to_json(FULL))
    place = content
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    with pytest.raises(StorageError, match="damaged-project"):
        draft_from_json(json.dumps(content))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), FORMAT + 1),
        (("someday",), 1),
        (("draft", "mood"), "calm"),
        (("draft", "sections", 0, "versions", 0, "mood"), None),
    ],
)
def test_what_a_newer_version_wrote_is_refused_and_not_cut_down(path: tuple[str | int, ...], value: object) -> None:
    content = json.loads(draft_to_json(FULL))
    place = content
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(StorageError) as caught:
        draft_from_json(json.dumps(content))
    assert caught.value.code == "newer-project"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"level":2', '"level":4'),
        ('"level":2', '"level":true'),
        ('"origin":"hand"', '"origin":"robot"'),
        ('"created":"2026-03-02T08:00:00+00:00"', '"created":"hier"'),
        ('"target_words":0', '"target_words":-1'),
        ('"target_words":0', f'"target_words":{10**30}'),
        ('"target_words":0', '"target_words":NaN'),
        ('"orphans":[]', '"orphans":[{"source":"a","start":9,"end":3}]'),
        ('"orphans":[]', '"orphans":[{"source":"a","start":null,"end":3}]'),
    ],
)
def test_a_value_outside_its_range_is_damage(old: str, new: str) -> None:
    text = draft_to_json(DRAFT)
    assert old in text
    with pytest.raises(StorageError, match="damaged-project"):
        draft_from_json(text.replace(old, new))


def test_a_version_of_the_second_format_is_read_without_remarks_and_usage() -> None:
    content = json.loads(draft_to_json(FULL))
    content["format"] = 2
    for version in content["draft"]["sections"][0]["versions"]:
        del version["remarks"], version["usage"]
    assert draft_from_json(json.dumps(content)) == FULL


def test_a_project_of_the_third_format_is_read_without_decisions() -> None:
    content = json.loads(draft_to_json(FULL))
    content["format"] = 3
    for name in ("decisions", "opinions", "departures", "approvals"):
        del content["draft"][name]
    assert draft_from_json(json.dumps(content)) == FULL


def test_the_record_of_the_review_that_a_project_carries_is_left_aside() -> None:
    assert draft_from_json(json.dumps({**WHOLE, "review": {"sentences": []}})) == FULL


def test_two_sections_of_one_id_are_damage() -> None:
    with pytest.raises(StorageError) as caught:
        draft_from_json(draft_to_json(replace(DRAFT, sections=(SECTION, SECTION))))
    assert caught.value.params == {"place": "draft.sections"}


@given(st.integers(0, 10**9), st.sampled_from('{}[]",:0x\\'))
@settings(max_examples=100, deadline=None)
def test_one_flipped_character_never_ends_in_a_trace(place: int, character: str) -> None:
    text = draft_to_json(FULL)
    place %= len(text)
    broken = text[:place] + character + text[place + 1 :]
    with contextlib.suppress(StorageError):
        assert isinstance(draft_from_json(broken), Draft)
