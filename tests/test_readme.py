"""The README tells the truth: its example and its table are what the code makes."""

from __future__ import annotations

import re

from tests.readme import README, ROOT, readme


def test_the_generated_parts_are_up_to_date() -> None:
    assert README.read_text(encoding="utf-8") == readme(), "run: python -m tests.readme"


def test_every_file_that_the_readme_shows_exists() -> None:
    paths = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_both_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{target}:" in makefile for target in ("run", "test", "setup", "bench"))
