"""Sentences in another language than the text around them: what is slipped into a source is often English.

A foreign title, name, reference or quotation in an ordinary article is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from assistant.intake.language import FUNCTION_WORDS
from assistant.lang import PACKS

# House rules, set on the development data: how many words a foreign sentence has at least, how many of them are
# function words of its language and of no word of the text's, and how many times they outnumber those of the text.
FEWEST_WORDS: Final = 4
FEWEST_FUNCTION_WORDS: Final = 2
FEWEST_SHARED: Final = 3
LEAST_SHARE: Final = 0.15
OUTNUMBERED: Final = 2
FEWEST_LETTERS: Final = 8
LONGEST_LABEL: Final = 8

# French and English share few function words; French shares with Spanish half of what any sentence has ("le", "son").
_KIN: Final = ("fr", "en")
_WORD: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_REFERENCE: Final = re.compile(r"\b(?:pp?|vol|n[o°]|doi|isbn|ed|eds|et al|op|in|press|journal|review)\b\.?|https?:")
_SCRIPTS: Final = tuple(
    re.compile(script)
    for script in (
        r"[a-zA-ZÀ-ɏ]",
        r"[\u0400-\u052f]",
        r"[\u0370-\u03ff]",
        r"[\u0590-\u05ff]",
        r"[\u0600-\u06ff]",
        r"[\u0900-\u0dff]",
        r"[\u0e00-\u0eff]",
        r"[\u3040-\u30ff\u4e00-\u9fff]",
        r"[\uac00-\ud7af]",
    )
)


def is_foreign(sentence: str, masked: str, language: str, *, stands_alone: bool) -> bool:
    """Whether a sentence is in another language than `language`.

    `masked` is the sentence without what it quotes (see `mask_quotations`); `stands_alone`: it is a line of its own,
    which may be a title.
    """
    if _is_label(sentence, masked, stands_alone=stands_alone) or _is_reference(masked):
        return False
    letters = masked.replace("~", "")
    if _is_other_script(letters, language):
        return True
    words = [word.lower() for word in _WORD.findall(_unquoted(sentence, masked))]
    if len(words) < FEWEST_WORDS:
        return False
    known = set(words)
    return any(_is_in(words, telling) for telling in _telling_words(language) if len(known & telling.foreign) > 1) or (
        len(words) >= LONGEST_LABEL and any(_is_all_shared(words, telling) for telling in _telling_words(language))
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """The function words that only another language has, those of this one that tell it apart, and those of both."""

    foreign: frozenset[str]
    own: frozenset[str]
    shared: frozenset[str]


@cache
def _telling_words(language: str) -> tuple[_Telling, ...]:
    own = FUNCTION_WORDS.get(language, frozenset())
    # The packs of French and English are long: what they share with another language tells nothing. Of Spanish and
    # Portuguese we know few words, half of which are the same.
    return tuple(
        _Telling(words - own, own - words if language in PACKS else own, own & words if code in _KIN else frozenset())
        for code, words in FUNCTION_WORDS.items()
        if code != language
    )


def _is_in(words: list[str], telling: _Telling) -> bool:
    count = sum(word in telling.foreign for word in words)
    if count < max(FEWEST_FUNCTION_WORDS, LEAST_SHARE * len(words)):
        return False
    return count >= OUTNUMBERED * sum(word in telling.own for word in words)


def _is_all_shared(words: list[str], telling: _Telling) -> bool:
    """Whether a long sentence has no function word of its own language, but some that are in both."""
    return not any(word in telling.own for word in words) and (
        sum(word in telling.shared for word in words) >= FEWEST_SHARED
    )


def _unquoted(sentence: str, masked: str) -> str:
    return "".join(" " if blot == "~" else letter for letter, blot in zip(sentence, masked, strict=True))


def _is_label(sentence: str, masked: str, *, stands_alone: bool) -> bool:
    """Whether a sentence is the title of something: capitals on most words, or a short line without an end."""
    words = _WORD.findall(sentence)
    capitals = sum(word[0].isupper() for word in words[1:])
    if capitals > (len(words) - 1) / 2:
        return True
    ends = sentence.rstrip().endswith((".", "?", "!", "…", ":", "。", "？", "！"))
    return stands_alone and not ends and len(words) <= LONGEST_LABEL


def _is_reference(masked: str) -> bool:
    return bool(_YEAR.search(masked)) and (masked.count(",") >= 2 or bool(_REFERENCE.search(masked)))


@cache
def _script_of(language: str) -> int:
    return {"ru": 1, "el": 2, "he": 3, "ar": 4, "hi": 5, "th": 6, "ja": 7, "zh": 7, "ko": 8}.get(language, 0)


def _is_other_script(text: str, language: str) -> bool:
    counts = [len(script.findall(text)) for script in _SCRIPTS]
    most = max(range(len(counts)), key=counts.__getitem__)
    home = _script_of(language)
    return most not in (home, 0) and counts[most] >= FEWEST_LETTERS and counts[most] > 2 * counts[home]
