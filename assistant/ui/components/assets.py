"""The scripts and styles of the components, from the files beside this module."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent
_EXPORT: Final = re.compile(r"^export (?=function |const )", re.MULTILINE)


@cache
def script(*names: str) -> str:
    """Return one module made of these scripts: what the last one exports, beside what the others lend it.

    The names end in `.js`.
    """
    *lenders, own = [(_HERE / name).read_text(encoding="utf-8") for name in names]
    return "\n".join([*(_EXPORT.sub("", lender) for lender in lenders), own])


@cache
def style(name: str) -> str:
    """Return a style sheet; its name ends in `.css`."""
    return (_HERE / name).read_text(encoding="utf-8")
