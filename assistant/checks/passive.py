"""Passive voice: a form of *to be* with the participle of a verb whose subject undergoes the action.

Read by rules over the words of `assistant.lang.voice`: from the auxiliary on, adverbs, negations, fixed phrases and one
insertion between commas are passed over; the first other word must be a participle.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from assistant.lang import PASSIVE_WORDS
from assistant.lang.voice import PassiveWords
from assistant.model import Span
from assistant.text.words import HYPHENS

MAX_INSERTION_WORDS: Final = 10
MAX_WORDS_TO_BEEN: Final = 5
MAX_WORDS_TO_AGENT: Final = 3

_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_ENDING_MARKS: Final = frozenset(".!?;:()«»“”\n—")


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    gap: str
    """What stands between the word before and this one."""


def find_passive(sentence: str, language: str) -> Span | None:
    """Return the span of the first passive verb of `sentence`, auxiliary to participle, or None."""
    known = PASSIVE_WORDS.get(language)
    if known is None or not _auxiliary_pattern(language).search(unicodedata.normalize("NFC", sentence).lower()):
        return None
    words = _read_words(sentence)
    for index in range(len(words)):
        start = _auxiliary_start(words, index, known)
        if start is None:
            continue
        participle = _find_participle(words, index, known, is_compound=start < index)
        if participle is not None:
            return words[start].start, words[participle].end
    return None


@lru_cache(maxsize=8)
def _auxiliary_pattern(language: str) -> re.Pattern[str]:
    """Any form of *to be*: most sentences hold none, and are not read word by word."""
    known = PASSIVE_WORDS[language]
    return re.compile(rf"\b(?:{'|'.join(sorted(known.be | known.been))})\b")


def _read_words(sentence: str) -> list[_Word]:
    words: list[_Word] = []
    last = 0
    for found in _WORD.finditer(sentence):
        text = unicodedata.normalize("NFC", found.group()).lower()
        words.append(_Word(found.start(), found.end(), text, sentence[last : found.start()]))
        last = found.end()
    return words


def _auxiliary_start(words: Sequence[_Word], index: int, known: PassiveWords) -> int | None:
    """Return where the auxiliary that ends at `index` begins: there, or at its *to have*; None when there is none."""
    word = words[index].text
    if word in known.been:
        for before in range(index - 1, max(-1, index - 1 - MAX_WORDS_TO_BEEN), -1):
            if words[before].text in known.have:
                return before
        return None
    if word not in known.be or _is_pronominal(words, index, known):
        return None
    is_noun = index > 0 and words[index - 1].text in known.before_nouns and words[index].gap.strip() != ""
    return None if is_noun and word == "est" else index


def _is_pronominal(words: Sequence[_Word], index: int, known: PassiveWords) -> bool:
    before = index - 1
    if before > 0 and words[before].text in ("en", "y"):
        before -= 1
    if before < 0:
        return False
    pronoun = words[before].text
    if pronoun in known.reflexives:
        return True
    return pronoun in known.doubled_reflexives and before > 0 and words[before - 1].text == pronoun


def _find_participle(words: Sequence[_Word], auxiliary: int, known: PassiveWords, *, is_compound: bool) -> int | None:
    """Return the index of the participle that belongs to the auxiliary ending at `auxiliary`, or None."""
    index, inserted, is_intensified = auxiliary + 1, False, False
    while index < len(words) and not _ENDING_MARKS & set(words[index].gap):
        word = words[index]
        if "," in word.gap:
            after = None if inserted else _end_of_insertion(words, index)
            if after is None:
                return None
            index, inserted = after, True
            word = words[index]
        if (words[auxiliary].text, word.text) in known.set_phrases:
            return None
        if _is_participle(word.text, known):
            with_agent = _has_agent(words, index, known)
            return index if _is_undergone(word.text, known, is_compound, is_intensified, with_agent) else None
        passed = _passed_words(words, index, known)
        if not passed:
            return None
        is_intensified = is_intensified or word.text in known.intensifiers
        index += passed
    return None


def _end_of_insertion(words: Sequence[_Word], index: int) -> int | None:
    """Return the index of the word after the comma that closes the insertion beginning at `index`."""
    for after in range(index + 1, min(len(words), index + 1 + MAX_INSERTION_WORDS)):
        if "," in words[after].gap:
            return after
    return None


def _is_participle(word: str, known: PassiveWords) -> bool:
    if word in known.adjectives:
        return False
    return word in known.participles or word in known.intransitives or word.endswith(known.participle_endings)


def _is_undergone(word: str, known: PassiveWords, is_compound: bool, is_intensified: bool, with_agent: bool) -> bool:
    """Whether the participle tells what is done to the subject, rather than its movement or its state."""
    if with_agent or is_compound:
        return is_compound or word not in known.intransitives
    return not (is_intensified or word in known.intransitives or word in known.states)


def _has_agent(words: Sequence[_Word], participle: int, known: PassiveWords) -> bool:
    following = words[participle + 1 : participle + 1 + MAX_WORDS_TO_AGENT]
    return any(word.text in known.agents for word in following)


def _passed_words(words: Sequence[_Word], index: int, known: PassiveWords) -> int:
    """Return how many words from `index` on may stand between auxiliary and participle; 0 when none may."""
    for locution in known.locutions:
        if locution == tuple(word.text for word in words[index : index + len(locution)]):
            return len(locution)
    word = words[index]
    if word.text in known.between or word.text in known.intensifiers or word.text.endswith(known.between_endings):
        return 1
    is_hooked = word.gap.strip() != "" and word.gap.strip() in HYPHENS
    return 1 if is_hooked and word.text in known.subjects else 0
