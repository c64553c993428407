"""Words of a newsroom as a journalist lists them: one rule a line, "word : what to write instead"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.checks.rules import WordRule

# Also "=" and an arrow, and quotes around words: what people type, and what older lists hold.
_PARTED: Final = re.compile(r"\s*(?::|=|→|->)\s*")
_DRESS: Final = ' \t\u00a0\u202f"“”«»[]'


def read_banned(text: str) -> tuple[WordRule, ...]:
    """Return the words not to write, a line each, what to write instead behind a colon; empty lines are skipped."""
    return tuple(WordRule(word, instead) for word, instead in _parted(text))


def read_spellings(text: str) -> tuple[WordRule, ...]:
    """Return the variants of preferred spellings, "preferred : variant, variant"; a line without any gives none."""
    return tuple(
        WordRule(variant, preferred)
        for preferred, variants in _parted(text)
        for each in variants.split(",")
        if (variant := each.strip(_DRESS))
    )


def write_banned(rules: tuple[WordRule, ...]) -> str:
    """Return the lines that `read_banned` reads back."""
    return "\n".join(f"{rule.written} : {rule.instead}" if rule.instead else rule.written for rule in rules)


def write_spellings(rules: tuple[WordRule, ...]) -> str:
    """Return the lines that `read_spellings` reads back."""
    preferred = dict.fromkeys(rule.instead for rule in rules)
    return "\n".join(
        f"{word} : {', '.join(rule.written for rule in rules if rule.instead == word)}" for word in preferred
    )


def _parted(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        word, *rest = _PARTED.split(line.strip(), maxsplit=1)
        if word.strip(_DRESS):
            yield word.strip(_DRESS), rest[0].strip(_DRESS) if rest else ""
