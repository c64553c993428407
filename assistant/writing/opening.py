"""What a model says before the text: "Voici la section…", the heading once more, a code fence; or that it will not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from assistant.text.words import fold

OPENING_LIMIT: Final = 300
"""Characters within which one line of packaging must end. House rule: a longer one is text of the article."""
LABEL_LIMIT: Final = 40
"""Characters within which a label such as "Section 2 :" must end. House rule: the longest is "Paragraphe rédigé :"."""
REFUSAL_LIMIT: Final = 600
"""Characters that a refusal has at most. House rule: models refuse in two or three sentences."""

Judgement = Literal["wait", "drop", "text"]

# All patterns are for folded text: lower case, no accents, plain apostrophes.
_COURTESIES = (
    "bien sur", "bien entendu", "certainement", "absolument", "d'accord", "avec plaisir", "tres bien", "entendu",
    "sure", "certainly", "of course", "absolutely", "okay",
)  # fmt: skip
_PRESENTATIONS = ("voici", "voila", "ci-dessous", "here is", "here's", "here are", "below is")
_LABELS = (
    "section", "texte", "text", "reponse", "answer", "paragraphe", "paragraph", "redaction", "version", "brouillon",
    "draft",
)  # fmt: skip
_REFUSALS = (
    "je suis desole", "je suis navre", "desole,", "je ne peux pas", "je ne suis pas en mesure", "je regrette, mais je",
    "il m'est impossible", "en tant qu'ia", "en tant que modele", "en tant qu'assistant", "i'm sorry", "i am sorry",
    "sorry,", "i cannot", "i can't", "i'm unable", "i am unable", "as an ai", "i won't be able",
)  # fmt: skip

_COURTESY = rf"(?:{'|'.join(_COURTESIES)})"
_PRESENTATION = rf"(?:{_COURTESY}[ !.,:]{{1,3}})?(?:{'|'.join(_PRESENTATIONS)})\b"
_WORK = (
    r"\b(?:sections?|paragraphes?|redaction|reecriture|article|brouillon|version|proposition|paragraphs?|draft"
    r"|rewrite)\b"
)
_WHOLE_TEXT = r"(?:le|un|votre|the|your) tex(?:te?|t)(?: (?:demande|redige|final|requested|rewritten)| de la section)?"
_PREAMBLE = re.compile(
    rf"{_PRESENTATION}(?:[^:\n]{{0,80}}?{_WORK}[^:\n]{{0,160}}| {_WHOLE_TEXT} ?):"
    rf"|(?:{'|'.join(_LABELS)})(?: \d{{1,2}}| redigee?| demandee?)? ?:"
)
_PREAMBLE_LINE = re.compile(
    rf"{_COURTESY} ?[!.,:]{{0,3}} ?\n"
    rf"|{_PRESENTATION}[^:\n]{{0,80}}?\b(?:section|demandee?|requested|you asked)\b[^:\n]{{0,100}}\n"
)
_NOTHING_BUT_MARKS = re.compile(r"[#`~=\-*_> \t]*")
_HEADING_OR_FENCE = re.compile(r"#{1,6}[ \t]|`{3}|~{3}")


def without_opening(pieces: Iterable[str], heading: str, refusals: list[str]) -> Iterator[str]:
    """Yield the answer from the first line that is text; nothing, and the answer in `refusals`, for a refusal.

    `heading` is dropped where it stands alone on a line, in whatever dress.
    """
    held = folded = ""
    begun = False
    for piece in pieces:
        if begun:
            yield piece
            continue
        for index, character in enumerate(piece):
            if not held and character.isspace():
                continue
            held += character
            folded += "\n" if character == "\n" else fold(character)
            judgement = judge_opening(folded, heading)
            if judgement == "text":
                begun = True
                yield held + piece[index + 1 :]
                break
            if judgement == "drop":
                held = folded = ""
    if begun or not held:
        return
    if folded.startswith(_REFUSALS):
        refusals.append(held)
    elif judge_opening(folded + "\n", heading) != "drop":
        yield held


def judge_opening(folded: str, heading: str) -> Judgement:
    """Return what to do with the folded start of an answer, its last character being the latest that came.

    "wait" until more is known, "drop" what is here as packaging, or take it and all that follows as "text".
    """
    bare = _plain(folded)
    title = _plain(fold(heading)).strip(" :.")
    whole_line = folded.endswith("\n")
    if _NOTHING_BUT_MARKS.fullmatch(folded.rstrip("\n")) or _HEADING_OR_FENCE.match(folded):
        return "drop" if whole_line else _wait(folded, OPENING_LIMIT)
    if whole_line and (bare.strip(" :.\n") == title or _PREAMBLE_LINE.fullmatch(bare)):
        return "drop"
    if _PREAMBLE.fullmatch(bare):
        return "drop" if _is_closed(folded) else _wait(folded, OPENING_LIMIT)
    if _may_become(bare, _REFUSALS):
        return _wait(folded, REFUSAL_LIMIT)
    if whole_line or ":" in bare[:-1]:
        return "text"
    if title.startswith(bare.rstrip(" :.")):
        return _wait(folded, len(title) + 8)
    if _may_become(bare, _COURTESIES + _PRESENTATIONS):
        return _wait(folded, OPENING_LIMIT)
    return _wait(folded, LABEL_LIMIT) if _may_become(bare, _LABELS) else "text"


def _plain(folded: str) -> str:
    return folded.replace("*", "").replace("_", "")


def _is_closed(folded: str) -> bool:
    """Whether the emphasis that the text begins with has come to its end."""
    opening = len(folded) - len(folded.lstrip("*_"))
    return len(folded) - len(_plain(folded)) >= 2 * opening


def _wait(folded: str, limit: int) -> Judgement:
    return "wait" if len(folded) < limit else "text"


def _may_become(bare: str, beginnings: tuple[str, ...]) -> bool:
    """Whether the text begins with one of these, or is itself the beginning of one."""
    return bare.startswith(beginnings) or any(beginning.startswith(bare) for beginning in beginnings)
