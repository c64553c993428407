"""Messages of the interface, by language: one folder a language, flat keys in TOML files, one file a subject."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.errors import IntertitreError

# The values of drafts are imported where there is a draft: the first page needs none.
if TYPE_CHECKING:
    from assistant.model import Message

INTERFACE_LANGUAGES: Final = ("fr", "en")
DEFAULT_LANGUAGE: Final = "fr"
NARROW_NO_BREAK_SPACE: Final = "\u202f"

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”")
_NAME = re.compile(r"\{(\w+)")
_OPENING = re.compile(r"«[\s\u00a0\u202f]?")
_CLOSING = re.compile(r"[\s\u00a0\u202f]?»")

Parameter = str | int | float
Entry = str | dict[str, str]


@cache
def catalogue(language: str) -> dict[str, Entry]:
    """Return all messages of one interface language: a sentence, or its plural forms `one` and `other`."""
    entries: dict[str, Entry] = {}
    for path in sorted((Path(__file__).parent / language).glob("*.toml")):
        for key, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if key in entries:
                raise ValueError(f"{path.name}: the message {key!r} stands in two files")
            entries[key] = entry
    return entries


def translate(key: str, language: str, /, **params: Parameter) -> str:
    """Return the message in that language (French where the language has no catalogue), its `{names}` filled in.

    Numbers are written as the language writes them. Where an entry has plural forms, `count` chooses; for the noun of
    another number the message holds both forms: `{words:word|words}`.
    Raises KeyError for an unknown key: a missing message is a bug, and a test looks for it.
    """
    language = language if language in INTERFACE_LANGUAGES else DEFAULT_LANGUAGE
    entry = catalogue(language)[key]
    if isinstance(entry, dict):
        entry = entry["one" if is_singular(params["count"], language) else "other"]
    quoted = _quoted_names(entry)
    return entry.format_map(
        {name: _Filled(_nested(value) if name in quoted else value, language) for name, value in params.items()}
    )


def render(message: Message, language: str) -> str:
    """Return the sentence of a core message."""
    return translate(message.key, language, **dict(message.params))


def describe(error: IntertitreError, language: str) -> str:
    """Return the one plain sentence of an error: what happened, what to do."""
    return translate(f"error.{error.code}", language, **error.params)


def is_singular(count: Parameter, language: str) -> bool:
    """Whether a counted noun is singular: below two in French, exactly one in English."""
    number = float(count)
    return abs(number) < 2 if language == "fr" else abs(number) == 1


def format_number(value: float, language: str, decimals: int = 0) -> str:
    """Return the number with the language's decimal mark and grouping: `1 234,5` or `1,234.5`."""
    text = f"{value:,.{decimals}f}"
    if language == "fr":
        return text.replace(",", NARROW_NO_BREAK_SPACE).replace(".", ",")
    return text


@cache
def _quoted_names(message: str) -> frozenset[str]:
    """Return the names of the parameters that the message puts between quotation marks."""
    return frozenset(name for quoted in _QUOTED.findall(message) for name in _NAME.findall(quoted))


def _nested(value: Parameter) -> Parameter:
    """Return a text as it stands within quotation marks: its own marks are those of the second level."""
    if not isinstance(value, str):
        return value
    return _CLOSING.sub("”", _OPENING.sub("“", value.replace("“", "‘").replace("”", "’")))


class _Filled:
    """One parameter as a message shows it: alone, or with the form of its noun that the format names."""

    def __init__(self, value: Parameter, language: str) -> None:
        self.value, self.language = value, language

    def __format__(self, nouns: str) -> str:
        shown = _display(self.value, self.language)
        if not nouns:
            return shown
        one, other = nouns.split("|")
        return f"{shown} {one if is_singular(self.value, self.language) else other}"

    def __str__(self) -> str:
        return _display(self.value, self.language)


def _display(value: Parameter, language: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return format_number(value, language)
    return format_number(value, language, decimals=0 if value == int(value) else 1)
