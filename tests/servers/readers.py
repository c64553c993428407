"""Readers of every temper, played by the scripted server: what a model would answer to the prompt of a second opinion.

A strong reader knows the sentences of `tests/desk/reviewed_draft.py` and finds the passage of any other one by its
words; the others answer something else on purpose.
"""

from __future__ import annotations

import json
import re
from typing import Final

TEMPERS: Final = ("strong", "weak", "lying", "malformed", "chatty")
"""The names of the scenarios are these with `reader-` before them."""

PARAPHRASES: Final = {
    "s’est réjouie l’édile": ("supported", "", "« Nous avons tenu les délais », a déclaré Odile Ferrand."),
    "quarante habitants": ("altered", "quarante habitants", "a coupé le ruban devant trois cents habitants"),
    "Un feu d’artifice": ("not-found", "feu d’artifice", ""),
    "Une page se tourne": ("not-a-claim", "", ""),
}
"""What the strong reader knows, by words of a sentence."""

_PASSAGE = re.compile(r'<passage number="\d+" source="\d+">\n(.*?)\n</passage>', re.DOTALL)
_SENTENCE = re.compile(r"^(\d+): (.*)$", re.MULTILINE)


def play(temper: str, prompt: str) -> str:
    """Return what the reader of that temper answers."""
    _, _, listed = prompt.rpartition("Phrases :" if "Phrases :" in prompt else "Sentences:")
    sentences = [(int(number), text) for number, text in _SENTENCE.findall(listed)]
    passages = [sentence for text in _PASSAGE.findall(prompt) for sentence in re.findall(r"[^.\n]{20,}\.", text)]
    if temper == "malformed":
        return _malformed(sentences)
    answers = [_ANSWERS[temper](number, text, passages) for number, text in sentences]
    told = json.dumps({"opinions": answers}, ensure_ascii=False)
    return (
        f"<think>Lisons.</think>Voici mon avis :\n```json\n{told}\n```\nBonne relecture !"
        if temper == "chatty"
        else told
    )


def _strong(number: int, text: str, passages: list[str]) -> dict[str, object]:
    for words, (verdict, named, passage) in PARAPHRASES.items():
        if words in text:
            return _answer(number, verdict, named, passage)
    own = set(re.findall(r"\w{4,}", text.lower()))
    best = max(passages, key=lambda passage: len(own & set(re.findall(r"\w{4,}", passage.lower()))), default="")
    return _answer(number, "supported", "", best.strip())


def _weak(number: int, _text: str, _passages: list[str]) -> dict[str, object]:
    """Finds nothing in anything."""
    return _answer(number, "not-found", "", "")


def _lying(number: int, text: str, passages: list[str]) -> dict[str, object]:
    """Finds all supported, by a passage that it made up, or by one that is about something else."""
    if number % 2:
        return _answer(number, "supported", "", f"Comme chacun sait, {text.lower()}")
    return _answer(number, "supported", "", passages[-1].strip() if passages else "")


def _malformed(sentences: list[tuple[int, str]]) -> str:
    items: list[object] = [
        "supported",
        None,
        {"number": 99, "verdict": "altered", "words": "", "passage": ""},
        {"number": True, "verdict": "supported", "words": "", "passage": ""},
        {"number": "1", "verdict": "sans doute", "words": 3, "passage": ["a"]},
        {"verdict": "supported"},
        {"number": sentences[0][0] if sentences else 1, "verdict": {"supported": 1}, "passage": None},
    ]
    return json.dumps({"opinions": items}) + "}}]"


def _answer(number: int, verdict: str, words: str, passage: str) -> dict[str, object]:
    return {"number": number, "verdict": verdict, "words": words, "passage": passage}


_ANSWERS: Final = {"strong": _strong, "weak": _weak, "lying": _lying, "chatty": _strong}
