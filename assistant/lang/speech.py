"""The verbs that hand words to somebody where they stand beside a quotation: `espère`, `tranche`, `hopes`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "speech"
_KINDS: Final = ("endings", "stems", "forms")


@cache
def speech_forms(language: str) -> frozenset[str]:
    """Return the flat forms of these verbs; none in a language without a list.

    Many of them mean other things elsewhere (`le vent souffle`): they say who speaks only beside a quotation.
    """
    path = _FOLDER / f"{language}.txt"
    if not path.exists():
        return frozenset()
    lines = [line.partition(":") for line in path.read_text(encoding="utf-8").splitlines()]
    words = {kind: [word for name, _, rest in lines if name == kind for word in rest.split()] for kind in _KINDS}
    regular = (stem + ending for stem in words["stems"] for ending in ("", *words["endings"]))
    return frozenset([*words["forms"], *regular])
