"""Filler for cases: text of an exact number of words, so that a threshold stands in a case as a number.

`{300 words}` in a case becomes 300 words in sentences of ten, `{3 sentences of 26 words}` three sentences of 26 words
each, `{150 letters}` 150 letters with spaces. No two sentences of one text are equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

WORDS = {
    "fr": "le quai du port garde son calme sous la pluie fine et le vent du matin",
    "en": "the old quay keeps its calm under the thin rain and the early wind",
    "es": "el muelle del puerto guarda la calma bajo una lluvia fina y el viento suave",
}
_WORDS = re.compile(r"\{(\d+) words\}")
_SENTENCES = re.compile(r"\{(\d+) sentences of (\d+) words\}")
_LETTERS = re.compile(r"\{(\d+) letters\}")


def expand(text: str, language: str) -> str:
    """Return `text` with its filler written out; no two of its filler sentences are equal."""
    numbers = count()
    text = _WORDS.sub(lambda found: _write_words(int(found[1]), language, numbers), text)
    text = _SENTENCES.sub(lambda found: _write_sentences(int(found[1]), int(found[2]), language, numbers), text)
    return _LETTERS.sub(lambda found: ("lettres " * int(found[1]))[: int(found[1]) - 1] + "s", text)


def _write_words(words: int, language: str, numbers: Iterator[int]) -> str:
    sizes = [10] * (words // 10) + ([words % 10] if words % 10 else [])
    return " ".join(_write_sentence(size, next(numbers), language) for size in sizes)


def _write_sentences(sentences: int, size: int, language: str, numbers: Iterator[int]) -> str:
    return " ".join(_write_sentence(size, next(numbers), language) for _ in range(sentences))


def _write_sentence(size: int, number: int, language: str) -> str:
    words = WORDS[language].split()
    chosen = [words[(number * 3 + place) % len(words)] for place in range(size)]
    # Every third word is a new one: no sentence says what another said.
    for place in range(2, size, 3):
        chosen[place] += f"{number}x{place}"
    if size > 1:
        chosen[-1] = f"n{number}"
    return " ".join([chosen[0].capitalize(), *chosen[1:]]) + "."
