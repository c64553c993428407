"""Whether a text says something: a finite verb of its own, outside what its relatives and conjunctions open."""

from __future__ import annotations

from typing import Final

from assistant.writing.cues import cues
from assistant.writing.tokens import Token, is_finite, read_tokens

_JOINING: Final = frozenset(["et", "ou", "puis", "mais", "and", "or", "then", "but"])
_SUBORDINATING: Final = frozenset(["lorsque", "lorsqu", "quand", "si", "comme", "puisque", "puisqu"]) | frozenset(
    ["laquelle", "lequel", "lesquels", "lesquelles", "auquel", "desquels", "when", "while", "because", "if", "although"]
)
_CLITICS: Final = frozenset(["se", "s", "ne", "n", "l", "y", "en", "le", "la", "les", "lui", "leur", "qui"])


def has_main_verb(text: str, language: str) -> bool:
    """Whether a finite verb stands in `text` that no relative or conjunction opens: `Le pont qui a fermé` has none.

    A verb joined by `et` to that of a relative clause belongs to it too. A verb form that the cues of the language do
    not know is not seen.
    """
    words, tokens = cues(language), read_tokens(text)
    pending, inside = 0, False
    for place, token in enumerate(tokens):
        if token.folded in words.relatives | _SUBORDINATING:
            pending += 1
        elif place and is_finite(tokens, place, words):
            if pending:
                pending, inside = pending - 1, True
            elif not (inside and _is_joined(tokens, place)):
                return True
    return False


def _is_joined(tokens: list[Token], place: int) -> bool:
    """Whether `et` and the like stand right before the verb, pronouns left out: `et s’est achevé`."""
    before = place - 1
    while before > 0 and tokens[before].folded in _CLITICS:
        before -= 1
    return tokens[before].folded in _JOINING
