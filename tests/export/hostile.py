"""Texts that try to become something else: a few of our own, and those of the shared folder where it is present."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

SHARED = Path(__file__).parents[3] / "shared" / "data" / "hostile"

OWN: Final = (
    "<script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    '"><a href="https://a.example" onclick=alert(1)>ici</a>',
    "![](https://tracker.example/?q=brouillon)",
    "[ici][x]\n\n[x]: javascript:alert(1)",
    "</script><!--",
    "<a\n href='javascript:alert(1)'>x",
    "\\<img src=x onerror=alert(1)>",
    "\\\\<img src=x onerror=alert(1)>",
    "`<img src=x onerror=alert(1)>`",
    "```\n<img src=x onerror=alert(1)>",
)


def shared_texts(name: str, field: str) -> tuple[str, ...]:
    """Return a field of each row of a shared file; nothing where the folder is absent."""
    path = SHARED / name
    rows = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return tuple(row[field] for row in rows)


HOSTILE_TEXTS: Final = (*OWN, *shared_texts("xss.json", "payload"), *shared_texts("text.json", "payload"))
HOSTILE_NAMES: Final = ("../../x", "", "CON", "a/b\\c", "-rf", *shared_texts("names.json", "name"))
