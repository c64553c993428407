"""The only changes of the extractive writer to a sentence: its opening connector, its capital, its full stop."""

from __future__ import annotations

import re

from assistant.text.words import fold
from assistant.writing.cues import cues
from assistant.writing.tokens import capitalised

_FINAL = re.compile(r"[.!?…:;»”\"')\]]\s*$")


def printed(text: str, language: str, *, opens: bool = True) -> str:
    """Return the sentence as it is printed; where it `opens` a run of its own, without a connector to what is absent.

    Nothing between quotation marks, no number and no name is touched.
    """
    text = " ".join(text.split("\n")).strip()
    if opens:
        text = without_connector(text, language)
    return text if _FINAL.search(text) else f"{text}."


def without_connector(text: str, language: str) -> str:
    """Return the sentence without the connector that opens it: `Par ailleurs, la mairie` becomes `La mairie`."""
    folded = fold(text[:40])
    later = next((f"{fold(word)} " for word in cues(language).day_adverbs if folded.startswith(f"{fold(word)} ")), "")
    if later and folded[len(later) :].split(",")[0].split()[0] in cues(language).relative_days:
        return capitalised(text[len(later) :])
    for connector in cues(language).connectors:
        if folded.startswith(f"{fold(connector)}, "):
            return capitalised(text[len(connector) + 2 :])
    return text
