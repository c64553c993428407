"""The only changes of the extractive writer to a sentence: an opening connector, scrap or echo, capital and stop."""

from __future__ import annotations

import re
from typing import Final

from assistant.text.words import fold
from assistant.writing.clauses import FRONTED_WORDS
from assistant.writing.cues import cues
from assistant.writing.tokens import capitalised, is_finite, read_tokens

FEWEST_ECHOED: Final = 3
"""Words that stand twice in a sentence by mistake only. House rule: a name of two words may be needed twice."""

_SCRAP = re.compile(r"(?:[\w’-]+ ){1,3}(?=(?:Le|La|Les) [a-zà-ÿ])")
_LABEL = re.compile(
    r"(?:INFOS?|INFORMATION|EXCLUSIF|EXCLUSIVITÉ|EXCLUSIVE|ENTRETIEN|INTERVIEW|REPORTAGE|ENQU[ÊE]TE|VID[ÉE]O|R[ÉE]CIT"
    r"|T[ÉE]MOIGNAGES?|ANALYSE|ANALYSIS|D[ÉE]CRYPTAGE|PORTRAIT|DIRECT|EN IMAGES|BREAKING|UPDATE)"
    r"(?: [A-ZÀ-Þ0-9’'&-]{1,20}){0,5}(?: ?[–—:|-] |\. )(?=[«“A-ZÀ-Þ])"
)
_FINAL = re.compile(r"[.!?…:;»”\"')\]]\s*$")


def printed(text: str, language: str, *, opens: bool = True) -> str:
    """Return the sentence as it is printed; where it `opens` a run of its own, without a connector to what is absent.

    Nothing between quotation marks, no number and no name is touched.
    """
    text = without_label(text)
    text = without_echo(without_scrap(" ".join(text.split("\n")).strip(), language), language)
    if opens:
        text = without_connector(text, language)
    return text if _FINAL.search(text) else f"{text}."


def without_label(text: str) -> str:
    """Return the sentence without the kind of article before it in capitals: `INFO OUEST MATIN - Le maire part`."""
    return text[label.end() :] if (label := _LABEL.match(text)) else text


def without_scrap(text: str, language: str) -> str:
    """Return the sentence without the words that a paste left before its capital: `Nord coréen Le dirigeant`.

    At most three words are left off, none that could govern what follows: a preposition, an article, a verb.
    """
    torn = _SCRAP.match(text) if language == "fr" else None
    if torn is None:
        return text
    words = cues(language)
    tokens = read_tokens(torn.group())
    governs = words.prepositions | words.determiners | words.fronting_words | {"selon"}
    if tokens[0].folded in governs or any(is_finite(tokens, place, words) for place in range(len(tokens))):
        return text
    return text[torn.end() :]


def without_echo(text: str, language: str) -> str:
    """Return the sentence without a time or place before its comma that it says again, word for word, behind it.

    `Lors de sa venue à Brest, le but de sa venue à Brest` loses its first five words; a single word said again stays.
    """
    start, comma, rest = text.partition(", ")
    opening = read_tokens(start[:200])
    words = cues(language)
    if not comma or len(opening) <= FEWEST_ECHOED or len(opening) > FRONTED_WORDS:
        return text
    if opening[0].folded not in words.prepositions | words.fronting_words or "«" in start or rest[:1].isdigit():
        return text
    said = [token.folded for token in opening]
    while said and said[0] in words.prepositions | words.fronting_words:
        said.pop(0)
    again = f" {' '.join(token.folded for token in read_tokens(rest))} "
    return capitalised(rest) if len(said) >= FEWEST_ECHOED and f" {' '.join(said)} " in again else text


def without_connector(text: str, language: str) -> str:
    """Return the sentence without the connector that opens it: `Par ailleurs, la mairie` becomes `La mairie`.

    What says when something happened is no connector: `Plus tard`, `La veille`, `Peu après` stay.
    """
    folded = fold(text[:40])
    for connector in cues(language).connectors:
        if folded.startswith(f"{fold(connector)}, "):
            return capitalised(text[len(connector) + 2 :])
    return text
