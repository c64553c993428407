"""What a model says after the text: "N’hésitez pas à…", a count of its words, an offer to go on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.text.words import fold

REMARK_LIMIT: Final = 500
"""Characters that a trailing remark has at most. House rule: two or three sentences; what is longer is text."""
ENDS: Final = '.!?…»”")\n'

# For folded text: lower case, no accents, plain apostrophes and spaces.
_BEGINNINGS: Final = (
    "n'hesitez pas a me", "n'hesitez pas si", "n'hesitez pas a demander", "j'espere que c", "j'espere que l",
    "souhaitez-vous que je", "voulez-vous que je", "dites-moi si", "faites-moi savoir", "si vous souhaitez que je",
    "si vous souhaitez des modif", "si vous voulez que je", "si vous avez besoin de modif", "note :", "note:", "nb :",
    "n.b. :", "remarque :", "(note", "(nombre de mots", "nombre de mots :", "nombre total de mots", "longueur :",
    "cette section respecte", "cette section compte", "cette section contient", "cette section fait",
    "ce texte respecte", "ce texte compte", "ce texte contient", "ce texte fait", "j'ai respecte", "j'ai veille",
    "j'ai redige", "[fin", "(fin de", "fin de la section", "let me know", "i hope this", "feel free to",
    "would you like me", "if you would like me", "if you'd like me", "word count", "(word count", "total words",
    "this section meets", "this section contains", "i have kept", "i've kept", "end of section",
)  # fmt: skip
_COUNT = re.compile(r"[(\[]{0,2}(?:environ |about |~ ?)?\d{1,5} (?:mots|words)[)\].]{0,3}\s*")
_MAY_BE_COUNT = re.compile(r"[(\[]{0,2}(?:environ |about |~ ?|[a-z]{0,7})?(?:\d{0,5}(?: [a-z]{0,5}[)\].]{0,3}\s*)?)?")


def without_remarks(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the text without a remark about the work at its end, as it comes.

    What may become one is held from the beginning of its sentence on, and let go when text follows that is longer than
    a remark.
    """
    held = ""
    before = ""  # the last characters that were shown
    for piece in pieces:
        shown: list[str] = []
        for character in piece:
            held += character
            if not _waits(before, held):
                shown.append(held)
                before, held = (before + held)[-4:], ""
        if shown:
            yield "".join(shown)
    if held and not _is_remark(held):
        yield held


def _waits(before: str, held: str) -> bool:
    """Whether what is held may become a remark that ends the answer; `before` is what was shown before it."""
    bare = held.lstrip()
    if not bare:
        return bool(held) and _ends(before + held)
    if not _ends(before + held[: len(held) - len(bare)]) or len(bare) > REMARK_LIMIT:
        return False
    folded = _plain(bare)
    return (
        folded.startswith(_BEGINNINGS) or any(start.startswith(folded) for start in _BEGINNINGS) or _may_count(folded)
    )


def _ends(text: str) -> bool:
    """Whether a sentence or a line has ended, and what follows begins another."""
    return "\n" in text or (text.rstrip()[-1:] in ENDS and text[-1:].isspace() and bool(text.strip()))


def _may_count(folded: str) -> bool:
    return len(folded) < 24 and _MAY_BE_COUNT.fullmatch(folded) is not None


def _is_remark(held: str) -> bool:
    folded = _plain(held.lstrip())
    return not folded or folded.startswith(_BEGINNINGS) or _COUNT.fullmatch(folded) is not None


def _plain(text: str) -> str:
    return fold(text).replace("*", "").replace("_", "").lstrip("- ")
