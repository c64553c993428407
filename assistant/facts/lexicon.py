"""What words have to do with each other: the same thing told, its opposite, a country and its capital, weight.

The files of `lexicon/` are data; this module reads them once, by stem, and answers questions about stems.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from assistant.facts.roots import stem
from assistant.lang import pack
from assistant.text.words import fold

FOLDER: Final = Path(__file__).parent / "lexicon"
PAIRS: Final = "concepts-c.txt"
Expression = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon of one language, by folded stems. Concepts are numbers, shared by all languages.

    `expressions` maps the first stem of an expression of several words to the whole expressions and their concepts.
    `opposites` maps a concept to those that say the contrary; `strict` are those whose words say little else. `rivals`
    maps a form to its kind of fault, its family and its member in it, which is never said for another member. `spokes`
    are the stems of those who speak for somebody: `cabinet`, `entourage`.
    """

    concepts: dict[str, frozenset[int]]
    expressions: dict[str, tuple[tuple[Expression, frozenset[int]], ...]]
    opposites: dict[int, frozenset[int]]
    strict: frozenset[int]
    places: frozenset[int]
    capitals: frozenset[str]
    roles: frozenset[int]
    light: frozenset[str]
    function: frozenset[str]
    spokes: frozenset[str]
    rivals: dict[str, tuple[tuple[str, int, int], ...]]
    rival_expressions: dict[str, tuple[tuple[Expression, tuple[str, int, int]], ...]]


@dataclass(slots=True)
class _Builder:
    language: str
    concepts: dict[str, set[int]]
    expressions: dict[Expression, set[int]]

    def add(self, words: str, concept: int) -> list[Expression]:
        """Add the words of one concept; return them by stem."""
        added = []
        for word in words.split():
            expression = tuple(stems_of(word.replace("_", " "), self.language))
            added.append(expression)
            if len(expression) == 1:
                self.concepts[expression[0]].add(concept)
            elif expression:
                self.expressions[expression].add(concept)
        return added


def stems_of(text: str, language: str) -> Iterator[str]:
    """Yield the stems of the words of `text`; hyphens and apostrophes part words."""
    for word in fold(text).replace("-", " ").replace("'", " ").split():
        yield stem(word, language)


@lru_cache(maxsize=4)
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of that language, the English one where there is none. Read once."""
    column = 0 if language == "fr" else 1
    builder = _Builder("fr" if language == "fr" else "en", defaultdict(set), defaultdict(set))
    opposites: dict[int, set[int]] = defaultdict(set)
    strict: set[int] = set()
    number = 0
    for name in ("concepts-a.txt", "concepts-b.txt", "concepts-d.txt", PAIRS):
        for line in _lines(name):
            sides = line.split("//")
            for side, text in enumerate(sides):
                parts = text.split("|")
                builder.add(parts[column] if column < len(parts) else "", number + side)
            if name == PAIRS:
                strict.update(range(number, number + len(sides)))
            if len(sides) == 2:
                opposites[number].add(number + 1)
                opposites[number + 1].add(number)
            number += len(sides)
    places, capitals, number = _places(builder, column, number)
    roles = frozenset([number])
    for line in _lines("roles.txt"):
        builder.add(line.split("|")[column], number)
    rivals, rival_expressions = _rivals(builder.language)
    return Lexicon(
        concepts={key: frozenset(found) for key, found in builder.concepts.items()},
        expressions=_by_first(builder.expressions),
        opposites={key: frozenset(found) for key, found in opposites.items()},
        strict=frozenset(strict),
        places=places,
        capitals=capitals,
        roles=roles,
        light=frozenset(key for line in _lines("light.txt") for key in stems_of(line.replace("_", " "), language)),
        function=_function_roots(builder.language),
        spokes=frozenset(key for line in _lines("spokes.txt") for key in stems_of(line.split("|")[column], language)),
        rivals=rivals,
        rival_expressions=rival_expressions,
    )


@lru_cache(maxsize=2)
def framing_openings() -> tuple[str, ...]:
    """Return the folded openings of sentences that announce or close and claim nothing."""
    return tuple(f" {line} " for line in _lines("framing.txt"))


def _lines(name: str) -> list[str]:
    path = FOLDER / name
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [line for line in text.split("\n") if line.strip() and not line.startswith("#")]


def _places(builder: _Builder, column: int, number: int) -> tuple[frozenset[int], frozenset[str], int]:
    """Add the countries; return their concepts, the roots of capitals, and the next free number."""
    first = number
    capitals: set[str] = set()
    for line in _lines("places.txt"):
        parts = line.split("|")
        builder.add(parts[0] if column == 0 else parts[2], number)
        capitals.update(found[0] for found in builder.add(parts[1], number) if len(found) == 1)
        number += 1
    return frozenset(range(first, number)), frozenset(capitals), number


def _by_first(
    expressions: dict[Expression, set[int]],
) -> dict[str, tuple[tuple[Expression, frozenset[int]], ...]]:
    grouped: dict[str, list[tuple[Expression, frozenset[int]]]] = defaultdict(list)
    for expression, found in expressions.items():
        grouped[expression[0]].append((expression, frozenset(found)))
    return {key: tuple(sorted(found, key=lambda item: -len(item[0]))) for key, found in grouped.items()}


def _rivals(
    language: str,
) -> tuple[dict[str, tuple[tuple[str, int, int], ...]], dict[str, tuple[tuple[Expression, tuple[str, int, int]], ...]]]:
    single: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    several: dict[str, list[tuple[Expression, tuple[str, int, int]]]] = defaultdict(list)
    for family, line in enumerate(_lines("exclusive.txt")):
        kind, _, members = line.partition(":")
        for member, words in enumerate(members.split("/")):
            for word in _side(words, language).split():
                expression = tuple(singular(part) for part in fold(word).replace("_", " ").replace("-", " ").split())
                if len(expression) == 1:
                    single[expression[0]].append((kind, family, member))
                else:
                    several[expression[0]].append((expression, (kind, family, member)))
    return (
        {key: tuple(found) for key, found in single.items()},
        {key: tuple(sorted(found, key=lambda item: -len(item[0]))) for key, found in several.items()},
    )


def singular(folded: str) -> str:
    """Return the folded word without its plural s: rivals are told apart by their exact form."""
    return folded[:-1] if len(folded) > 3 and folded[-1] in "sx" else folded


def _side(words: str, language: str) -> str:
    """Return the French or the English side of an entry."""
    sides = words.split("|")
    return sides[0] if language == "fr" else "".join(sides[1:])


def _function_roots(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in pack(language).function_words)
