"""Sentences of our own about invented events, in the ways in which models and people rewrite news."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from assistant.facts.verification import verify
from assistant.model import Block, SentenceCheck, Source

FOLDER = Path(__file__).parent / "events"
FACTS = ("number", "date", "name", "quote")
ALTERED = (*FACTS, "negation", "role", "antonym", "modality", "attribution")
ADDED = ("addition", "invented")
Colour = Literal["red", "amber", "green"]


@dataclass(frozen=True)
class Rewritten:
    """A sentence made from an event's source: `changed` are the words that alter a fact, empty otherwise."""

    event: str
    kind: str
    text: str
    changed: str
    checks: tuple[SentenceCheck, ...]

    @property
    def colour(self) -> Colour:
        """The worst verdict."""
        verdicts = {check.verdict for check in self.checks}
        return "red" if "altered" in verdicts else "amber" if "unsupported" in verdicts else "green"

    @property
    def is_shown(self) -> bool:
        """Whether a finding touches the changed words."""
        start = self.text.index(self.changed)
        end = start + len(self.changed)
        return any(found.start < end and start < found.end for check in self.checks for found in check.findings)


@cache
def events() -> dict[str, dict[str, Any]]:
    """Return what each file tells: the language, the source and the sentences."""
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}


def source_of(name: str) -> Source:
    """Return the source of an event."""
    event = events()[name]
    language = event.get("source_language", event["language"])
    blocks = tuple(Block("paragraph", " ".join(part.split())) for part in event["source"].strip().split("\n\n"))
    return Source(name, "", "", language, None, None, blocks)


def sources(language: str) -> list[Source]:
    """Return the sources of all events in that language."""
    return [source for source in map(source_of, events()) if source.language == language]


@cache
def rewritten() -> tuple[Rewritten, ...]:
    """Return every sentence of every event, checked against its source."""
    found = []
    for name, event in events().items():
        source = source_of(name)
        for kind, text, *changed in event["sentences"]:
            checks = verify(text, (source,), (), event["language"])
            found.append(Rewritten(name, kind, text, changed[0] if changed else "", checks))
    return tuple(found)


def of_kinds(*kinds: str) -> list[Rewritten]:
    """Return the sentences of these kinds."""
    return [sentence for sentence in rewritten() if sentence.kind in kinds]
