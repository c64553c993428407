"""The only changes of the extractive writer to a sentence: an opening connector or scrap, capital and full stop."""

from __future__ import annotations

import re

from assistant.text.words import fold
from assistant.writing.cues import cues
from assistant.writing.tokens import capitalised, is_finite, read_tokens

_SCRAP = re.compile(r"(?:[\w’-]+ ){1,3}(?=(?:Le|La|Les) [a-zà-ÿ])")
_FINAL = re.compile(r"[.!?…:;»”\"')\]]\s*$")


def printed(text: str, language: str, *, opens: bool = True) -> str:
    """Return the sentence as it is printed; where it `opens` a run of its own, without a connector to what is absent.

    Nothing between quotation marks, no number and no name is touched.
    """
    text = without_scrap(" ".join(text.split("\n")).strip(), language)
    if opens:
        text = without_connector(text, language)
    return text if _FINAL.search(text) else f"{text}."


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


def without_connector(text: str, language: str) -> str:
    """Return the sentence without the connector that opens it: `Par ailleurs, la mairie` becomes `La mairie`.

    What says when something happened is no connector: `Plus tard`, `La veille`, `Peu après` stay.
    """
    folded = fold(text[:40])
    for connector in cues(language).connectors:
        if folded.startswith(f"{fold(connector)}, "):
            return capitalised(text[len(connector) + 2 :])
    return text
