"""A model's answer made into a section's text while it streams: what is not the text is taken out, the rest passes.

Every filter reads the answer character by character, so that where the pieces are cut never changes the result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.errors import ModelError, WritingError
from assistant.writing.closing import without_remarks
from assistant.writing.opening import without_opening

OPENING_TAGS: Final = ("<think>", "<thinking>", "<thought>", "<reasoning>")
REPLACEMENT: Final = "\ufffd"

_BLANKS = " \t\n"
_MARKS = frozenset("#`~=-*_> \t")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# One character that came as two escapes, maybe in two pieces.
_TWO_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_UNFINISHED = re.compile("[\r\ud800-\udbff]\\Z")
_HEADING_OR_FENCE = re.compile(r"[ \t]{0,3}(?:#{1,6}[ \t]|`{3}|~{3})")


def cleaned(pieces: Iterable[str], heading: str = "") -> Iterator[str]:
    """Yield the section's text out of a model's answer, as it comes.

    Taken out: `<think>` blocks, the preamble, headings (a repeated `heading` in any dress), code fences, rules,
    remarks about the work at the end, and blank space at both ends. Characters that no file can hold become U+FFFD.
    A WritingError raised by `pieces` is raised after the last text. Raises ModelError `model-refused`, with the
    `answer`, for a refusal.
    """
    failures: list[WritingError] = []
    refusals: list[str] = []
    answer = without_thoughts(repaired(_until_failure(pieces, failures)))
    yield from trimmed(without_remarks(without_marks(without_opening(answer, heading, refusals))))
    if failures:
        raise failures[0]
    if refusals:
        raise ModelError("model-refused", answer=" ".join(refusals[0].split()))


def repaired(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the text with newlines for line ends and U+FFFD for NUL, lone surrogates and other forbidden characters."""
    held = ""
    for piece in pieces:
        text, held = held + piece, ""
        if unfinished := _UNFINISHED.search(text):
            text, held = text[: unfinished.start()], unfinished.group()
        if text:
            yield _repair(text)
    if held:
        yield _repair(held)


def without_thoughts(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the text outside `<think>` and the like; one that is never closed hides all that follows."""
    held = ""
    closing = ""
    for piece in pieces:
        shown: list[str] = []
        for character in piece:
            held += character
            awaited = (closing,) if closing else OPENING_TAGS
            while held and not any(tag.startswith(held.lower()) for tag in awaited):
                if not closing:
                    shown.append(held[0])
                held = held[1:]
            if held.lower() in awaited:
                closing = "" if closing else held.lower().replace("<", "</")
                held = ""
        if shown:
            yield "".join(shown)
    if held and not closing:
        yield held


def without_marks(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the text without its headings, code fences, rules and underlines: each leaves a paragraph break.

    A section has no headings of its own: they are the outline's, and the journalist's.
    """
    line = ""  # the marks that the line began with, while nothing else came
    begun = skipped = False
    for piece in pieces:
        shown: list[str] = []
        for character in piece:
            if character == "\n":
                shown.append("\n")
                line, begun, skipped = "", False, False
            elif begun:
                if not skipped:
                    shown.append(character)
            elif character in _MARKS:
                line += character
            else:
                begun, skipped = True, _HEADING_OR_FENCE.match(line) is not None
                if not skipped:
                    shown.append(line + character)
        if shown:
            yield "".join(shown)


def trimmed(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the text without blank space at its ends, with one empty line at most between two paragraphs."""
    blank = ""
    begun = False
    for piece in pieces:
        text = blank + piece if begun else piece.lstrip(_BLANKS)
        bare = text.rstrip(_BLANKS)
        blank = text[len(bare) :]
        if bare:
            begun = True
            yield re.sub(r"\n[ \t\n]*\n", "\n\n", bare)


def _until_failure(pieces: Iterable[str], failures: list[WritingError]) -> Iterator[str]:
    """Yield the pieces, and put the error that ended them into `failures`, so that filters let go of what they hold."""
    try:
        yield from pieces
    except WritingError as error:
        failures.append(error)


def _repair(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub(REPLACEMENT, _TWO_HALVES.sub(_join_halves, text))


def _join_halves(halves: re.Match[str]) -> str:
    return halves.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le")
