"""Finding a keyphrase in a text as a careful reader would."""

from __future__ import annotations

from assistant.model import Span


def content_words(phrase: str, language: str) -> tuple[str, ...]:
    """Return the words of `phrase` that carry its topic, folded; all of its words when it has only function words."""
    raise NotImplementedError


def stem(word: str, language: str) -> str:
    """Return a folded key that a word shares with its plural and feminine, and with no neighbouring word."""
    raise NotImplementedError


def find_keyphrase(text: str, keyphrase: str, language: str) -> tuple[Span, ...]:
    """Return the spans of `text` where `keyphrase` stands, in order, never overlapping, never across a sentence.

    Its content words in order, side by side but for function words; capitals, accents, hyphens, apostrophes, plural and
    feminine do not matter. Empty when the keyphrase has no word.
    """
    raise NotImplementedError


def contains_keyphrase(text: str, keyphrases: tuple[str, ...], language: str) -> bool:
    """Whether one of `keyphrases` (the keyphrase and its synonyms) stands in `text`."""
    return any(find_keyphrase(text, keyphrase, language) for keyphrase in keyphrases)
