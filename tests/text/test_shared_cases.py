"""The counts of the shared scorecard cases and the shared sentences, where that folder is present."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.text.html import read_html
from assistant.text.markup import read_markup
from assistant.text.matching import find_keyphrase, keyphrase_position, slug_keyphrase_percent
from assistant.text.sentences import sentence_spans
from assistant.text.words import count_words

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"
MEASURES = (
    "words",
    "sentences",
    "keyphrase_count",
    "headings_with_keyphrase",
    "title_keyphrase_position",
    "description_keyphrase_count",
    "slug_keyphrase_percent",
)


def read_shared(name: str) -> list[dict[str, Any]]:
    path = SHARED / name
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def measure(case: dict[str, Any]) -> dict[str, float | None]:
    language, keyphrase = case["language"], case["keyphrase"]
    markup = read_markup(case["markdown"]) if "markdown" in case else read_html(case["html"])
    body = [block.text for block in markup.blocks if block.kind != "heading"]
    headings = [block.text for block in markup.blocks if block.kind == "heading" and block.level > 1]
    return {
        "words": sum(count_words(text) for text in body),
        "sentences": sum(len(sentence_spans(text, language)) for text in body),
        "keyphrase_count": sum(len(find_keyphrase(text, keyphrase, language)) for text in body),
        "headings_with_keyphrase": sum(bool(find_keyphrase(text, keyphrase, language)) for text in headings),
        "title_keyphrase_position": keyphrase_position(case["title"], keyphrase, language),
        "description_keyphrase_count": len(find_keyphrase(case["description"], keyphrase, language)),
        "slug_keyphrase_percent": slug_keyphrase_percent(case["slug"], keyphrase, language),
    }


CASES = [case for case in read_shared("seo/cases.json") if set(case["expect"]) & set(MEASURES)]


@pytest.mark.skipif(not CASES, reason="the shared scorecard cases are not here")
def test_the_shared_counts_are_right() -> None:
    wrong = []
    for case in CASES:
        found = measure(case)
        wanted = {name: value for name, value in case["expect"].items() if name in MEASURES}
        if wanted.get("title_keyphrase_position") == -1:
            wanted["title_keyphrase_position"] = None
        wrong += [(case["id"], name) for name, value in wanted.items() if found[name] != value]
    assert wrong == []


def boundaries(text: str, pieces: list[str]) -> set[int]:
    found, place = set(), 0
    for piece in pieces:
        place += len("".join(piece.split()))
        found.add(place)
    return found - {len("".join(text.split()))}


@pytest.mark.skipif(not (SHARED / "intake" / "sent").exists(), reason="the shared sentences are not here")
@pytest.mark.parametrize(("kind", "floor"), [("text", 0.995), ("glued", 0.99)])
def test_the_shared_sentences_are_found(kind: str, floor: float) -> None:
    hits = misses = extras = 0
    for run in read_shared("intake/sent/GSD-dev.json"):
        text = run[kind]
        gold = boundaries(text, run["sentences"])
        found = boundaries(text, [text[start:end] for start, end in sentence_spans(text, "fr")])
        hits, misses, extras = hits + len(gold & found), misses + len(gold - found), extras + len(found - gold)
    assert 2 * hits / (2 * hits + misses + extras) >= floor
