"""The width of a title, against figures read from the font and against the shared table where it is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.checks.title_width import shown_title, title_width

SHARED = Path(__file__).parents[2] / "../shared"
WIDTHS = SHARED / "oracle/arial_widths.json"


@pytest.mark.parametrize(
    ("title", "width"),
    [("", 0), ("   ", 0), ("i", 4), ("W", 19), ("Été", 30), ("E\u0301te\u0301", 30), ("100 %", 57), ("北京", 40)],
)
def test_a_title_has_the_width_of_its_glyphs(title: str, width: int) -> None:
    assert title_width(title) == width


@pytest.mark.skipif(not WIDTHS.exists(), reason="the shared folder is not here")
@pytest.mark.parametrize(
    "title",
    [
        "Brest : l’Œuvre des « Pêcheurs » d’Audierne à 12 % – et après ?",
        "Le maire de Saint-Étienne reçoit 1\u202f200 habitants",
        "Where the river ends: a town waits for its bridge",
    ],
)
def test_a_title_is_within_three_pixels_of_the_shared_table(title: str) -> None:
    table = json.loads(WIDTHS.read_text(encoding="utf-8"))
    expected = sum(table["widths"][character] for character in title) * 20 / table["unitsPerEm"]
    assert abs(title_width(title) - expected) <= 3


def test_a_title_that_is_too_wide_is_shown_cut() -> None:
    long = "Le bac de Kerlann reprend ses rotations après trois mois de réparations et de retards imprévus"
    assert shown_title("Court", 600) == "Court"
    assert shown_title(long, 600).endswith("…")
    assert 560 < title_width(shown_title(long, 600)) <= 600
