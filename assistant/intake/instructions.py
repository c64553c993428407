"""Instructions hidden in a source: sentences that talk to whoever writes from it, not to the reader of the article.

A sentence is one when it carries the mark of a prompt, or when it commands (an imperative, "you must") and speaks of
the business of a writing machine: its instructions, its answer, texts to make. Words in quotation marks are somebody's
words in the article and do not count.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.intake.brief import parse_brief
from assistant.intake.instruction_words import (
    ADVISED,
    CERTAIN,
    CERTAIN_WORDS,
    FOREIGN,
    FOREIGN_WORDS,
    MACHINE,
    MANNER,
    OPENS_BARE_ORDER,
    OPENS_ENGLISH,
    OPENS_TU,
    OPENS_VOUS,
    ORDERED,
    ORDERS,
    OUTPUT,
    OVERRIDE,
    QUALIFIER,
    SECOND_PERSON,
    YOUR_OUTPUT,
)
from assistant.intake.plain import plain

# House rules, set on sentences of our own: the sum of weights that makes an instruction, the longest sentence that is
# looked at, in characters, and how long a quotation may be.
ENOUGH: Final = 2.0
LONGEST_INSTRUCTION: Final = 600

_QUOTED: Final = re.compile(r'"[^"\n]{1,600}"')
_WORD: Final = re.compile(r"[^\W\d_]+")
_NOT_LATIN: Final = re.compile(r"[\u0370-\u1fff\u2e80-\ud7af]")
_PARTICIPLE: Final = re.compile(r"[éÉ][es]{0,2}(?:[ \u00a0]\S{0,14})?$")
_REPORTED: Final = re.compile(r'^\W{0,2}"[^"]{1,600}"[ ,]')
_WEIGHTS: Final = (
    (OVERRIDE, 0.8),
    (ORDERS, 0.9),
    (MACHINE, 0.8),
    (YOUR_OUTPUT, 1.3),
    (SECOND_PERSON, 0.4),
    (QUALIFIER, 0.3),
    (MANNER, 0.8),
)


def mask_quotations(text: str) -> str:
    """Return `text` made plain, of the same length, with the words of quotations blotted out."""
    return _QUOTED.sub(lambda match: '"' + "~" * (len(match[0]) - 2) + '"', plain(text))


def is_instruction(sentence: str, masked: str | None = None) -> bool:
    """Whether a sentence of a source gives orders to the writer. `masked` is what `mask_quotations` makes of it."""
    low = (mask_quotations(sentence) if masked is None else masked).strip()[:LONGEST_INSTRUCTION]
    words = set(_WORD.findall(low))
    if (words & CERTAIN_WORDS or low[:1] in "[<#(" or "<" in low) and CERTAIN.search(low):
        return True
    if (words & FOREIGN_WORDS or _NOT_LATIN.search(low)) and FOREIGN.search(low):
        return True
    command = _command(low, sentence.strip())
    if command == 0.0:
        return False
    texts = min(2, len(set(OUTPUT.findall(low))))
    if command + 0.5 * texts + sum(weight for pattern, weight in _WEIGHTS if pattern.search(low)) >= ENOUGH:
        return True
    return parse_brief(sentence) is not None


def is_bare_order(sentence: str, masked: str) -> bool:
    """Whether a sentence is an order to one person, whatever it asks for; a text for children is full of them."""
    low = masked.strip()
    return not _REPORTED.match(low) and not sentence[:1].islower() and _opens(OPENS_BARE_ORDER, low, sentence)


def _opens(pattern: re.Pattern[str], low: str, sentence: str) -> bool:
    """Whether a sentence opens with an order; in `low` the participle of "Publié le 3 mai" has lost its accent."""
    match = pattern.match(low)
    return match is not None and _PARTICIPLE.search(sentence.strip()[: match.end()]) is None


def _command(low: str, sentence: str) -> float:
    """How much a sentence commands; 0 for one that tells or reports."""
    if _REPORTED.match(low) or sentence[:1].islower():
        return 0.0
    if _opens(OPENS_TU, low, sentence) or ORDERED.search(low):
        return 1.1
    if OPENS_ENGLISH.match(low) or ADVISED.search(low):
        return 0.7
    return 0.5 if OPENS_VOUS.match(low) else 0.0
