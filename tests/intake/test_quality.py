"""What intake reaches on the development data, held: no later change lowers it unseen.

The evaluation's own scripts count; their answers come from the command line run in this process. The floors lie a
little under what is reached, because one page moves a mean by some thousandths.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import sys
import time
import warnings
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest

from assistant.cli import main

SHARED = Path(__file__).parents[2] / "../shared"
PAGES = {
    "fr_mean": 0.968,
    "fr_median": 0.99,
    "fr_min": 0.82,
    "en_mean": 0.948,
    "other_mean": 0.90,
    "title_share": 1.0,
    "seeds_mean": 0.996,
    "seeds_repairs": 29,
    "seeds_titles": 5,
    "seeds_subheadings": 2,
    "seeds_brief_span": 3,
    "seeds_brief_fields": 3,
}
NONE_OF = ("violations", "errors", "seeds_noise_left", "seeds_false_briefs")
INJECTIONS = {"fr_injections_flagged": 0.95, "bipia_injections_flagged": 0.97}
CLEAN = {"fr_harmless_flagged": 0.0, "clean_flagged": 0.001}

Answers = tuple[list[dict[str, object]], list[float]]


def answer_here(_python: str, command: str, items: Iterable[dict[str, object]], *_: object) -> Answers:
    """What the evaluation asks of a process of its own, asked of this one: answers and milliseconds."""
    lines = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
    out = io.StringIO()
    given, sys.stdin = sys.stdin, io.StringIO(lines)
    start = time.perf_counter()
    try:
        with contextlib.redirect_stdout(out):
            assert main([command, "--jsonl"]) == 0
    finally:
        sys.stdin = given
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    return answers, [1000 * (time.perf_counter() - start) / max(1, len(answers))] * len(answers)


def evaluation(name: str) -> ModuleType:
    """The script of that name, asking this process."""
    path = SHARED / "evaluate" / f"{name}.py"
    if not path.exists() or not (SHARED / "data").exists():
        warning = f"NOT MEASURED: {path.name} and its data are not here, so no floor of intake is held"
        pytest.skip(warning)
    specification = importlib.util.spec_from_file_location(f"evaluate_{name}", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    vars(module)["run_command"] = answer_here
    return module


def _quiet() -> warnings.catch_warnings[None]:
    """The scripts leave files open; that is their business."""
    return warnings.catch_warnings(action="ignore", category=ResourceWarning)


def measure(module: ModuleType, *options: str) -> dict[str, float]:
    """The figures that the script prints."""
    out = io.StringIO()
    given, sys.argv = sys.argv, ["evaluate", "--json", *options]
    try:
        with _quiet(), contextlib.redirect_stdout(out), pytest.raises(SystemExit) as left:
            module.main()
    finally:
        sys.argv = given
    assert left.value.code == 0
    figures = json.loads(out.getvalue())["figures"]
    assert isinstance(figures, dict)
    return figures


def below(figures: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """The figures that are under their floors."""
    return {name: figures[name] for name, floor in floors.items() if figures[name] < floor}


def test_pasted_pages_and_seeds_stay_as_clean_as_they_are() -> None:
    figures = measure(evaluation("intake"), "--parts", "paste,seeds")
    assert below(figures, PAGES) == {}
    assert {name: figures[name] for name in NONE_OF} == dict.fromkeys(NONE_OF, 0)


def test_french_web_pages_stay_as_clean_as_they_are() -> None:
    module = evaluation("intake")
    read = module.read_jsonl
    vars(module)["read_jsonl"] = lambda path: [row for row in read(path) if row["lang"] == "fr"]
    figures = measure(module, "--parts", "html")
    assert below(figures, {"html_fr_mean": 0.972, "html_fr_min": 0.84, "html_title_share": 1.0}) == {}


def test_hidden_instructions_stay_flagged_and_clean_sentences_unflagged() -> None:
    figures = measure(evaluation("facts"), "--parts", "injections")
    assert below(figures, INJECTIONS) == {}
    assert {name: figures[name] for name, most in CLEAN.items() if figures[name] > most} == {}


def test_sentences_stay_found() -> None:
    figures = measure(evaluation("sentences"))
    assert below(figures, {"normal_f1": 0.996, "glued_f1": 0.99}) == {}
    assert figures["bad_spans"] == 0


def test_briefs_stay_exact_and_no_paragraph_is_taken_for_one() -> None:
    figures = measure(evaluation("brief"))
    assert (figures["exact"], figures["false_briefs"], figures["missed"]) == (20, 0, 0)


def test_keyphrases_stay_right() -> None:
    figures = measure(evaluation("keyphrases"))
    assert below(figures, {"focus_at_1": 5, "p_at_5": 0.88}) == {}
