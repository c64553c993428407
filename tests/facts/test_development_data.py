"""The floors that the check holds on the shared development data; skipped where that data is not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data" / "facts"
SAMPLE = 12
"""Of the sentences altered by a script every twelfth is checked, which keeps the run short; all written by hand are."""

DRAFT_FLOORS = {
    "altered_red": 0.7,
    "altered_flagged": 0.86,
    "unsupported_flagged": 0.91,
    "balanced": 0.82,
    "evidence": 0.85,
    "span": 0.84,
    "kind_altered_number_red": 0.85,
    "kind_altered_date_red": 1.0,
    "kind_altered_name_red": 1.0,
    "kind_altered_quote_red": 1.0,
}
DRAFT_CEILINGS = {"red_false": 0.02, "amber_false": 0.25, "notclaim_flagged": 0.15, "missed": 0.0}
SENTENCE_FLOORS = {
    "script_altered_red": 0.95,
    "script_meaning_red": 0.9,
    "script_flagged": 0.9,
    "script_balanced": 0.93,
    "script_span": 0.95,
    "hand_altered_red": 0.95,
    "hand_meaning_red": 0.75,
    "hand_flagged": 0.85,
    "hand_balanced": 0.9,
}
SENTENCE_CEILINGS = {"script_red_false": 0.01, "hand_red_false": 0.03, "hand_amber_false": 0.1}

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the shared development data is not here")


def figures(script: str, data: Path, *options: str) -> dict[str, float]:
    """Return the figures of an evaluation script, run on the command line of this project."""
    command = [sys.executable, str(SHARED / "evaluate" / script), "--python", sys.executable, "--data", str(data)]
    done = subprocess.run([*command, "--json", *options], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, float] = json.loads(done.stdout)["figures"]
    return found


def assert_held(found: dict[str, float], floors: dict[str, float], ceilings: dict[str, float]) -> None:
    low = {name: found[name] for name, floor in floors.items() if found[name] < floor}
    high = {name: found[name] for name, ceiling in ceilings.items() if found[name] > ceiling}
    assert (low, high) == ({}, {})


def test_whole_drafts_are_judged_as_well_as_before() -> None:
    assert_held(figures("drafts.py", DATA / "drafts_dev.jsonl"), DRAFT_FLOORS, DRAFT_CEILINGS)


def test_single_sentences_are_judged_as_well_as_before(tmp_path: Path) -> None:
    lines = (DATA / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    by_hand = [line for line in lines if json.loads(line)["origin"] == "hand"]
    by_script = [line for line in lines if line not in by_hand]
    (tmp_path / "dev.jsonl").write_text("\n".join([*by_hand, *by_script[::SAMPLE]]), encoding="utf-8")
    (tmp_path / "sources.jsonl").write_text((DATA / "sources.jsonl").read_text(encoding="utf-8"), encoding="utf-8")
    found = figures("facts.py", tmp_path, "--parts", "check")
    assert_held(found, SENTENCE_FLOORS, SENTENCE_CEILINGS)
