"""The scripts and styles of the components, from the files beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent


@cache
def script(*names: str) -> str:
    """Return one module made of these scripts, of which at most one exports anything; the names end in `.js`."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in names)


@cache
def style(name: str) -> str:
    """Return a style sheet; its name ends in `.css`."""
    return (_HERE / name).read_text(encoding="utf-8")
