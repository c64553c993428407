"""Who wrote an article and who took its pictures: lines of capitalised names, which prose hardly ever makes."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"[A-ZÀ-Þ][\w'’.-]{0,25}"
# The names of a byline are capitalised: "Par Claire Aubin", but not the subheading "Par la force des choses".
_NAMES: Final = (
    rf"(?:{_NAME}(?:[ ,/&|]{{1,4}}(?:et |and |de |avec |with |for |pour |@)?)){{0,9}}[A-ZÀ-Þ@][\w'’.-]{{1,25}}"
)
_BYLINE: Final = re.compile(
    r"\W{0,3}(?:[Pp]ar|PAR|[Bb]y|BY|[Pp]ropos recueillis par|[Rr]édigé par|[ÉE]crit par|[Ww]ritten by|[Rr]eporting by|"
    r"[Ee]dit(?:ed|ing) by|[Dd]e (?:notre|nos) (?:correspondant|envoyé)[\w\s]{1,40}?)\s?:?\s?"
    rf"{_NAMES}(?:, [a-zà-ÿ -]{{3,40}})?(?:,? (?:à|en|au|aux|in|at|from) {_NAME}(?: {_NAME})?)?"
    r"(?P<dated>\s?[–—|·•,(-]?\s?(?:(?:[Ll]e |[Oo]n )?\d{1,2}(?:er)?[ ./-]|[Pp]ubli|[Mm]is à jour|[Uu]pdated|[Pp]osted)"
    r"[^\n]{0,120})?\W*$"
)
_PICTURE: Final = re.compile(
    rf"\W{{0,3}}(?:[Pp]hotos?|[Ii]llustration|[Dd]essin|[Ii]nfographie|[Ii]mage)(?: par| by| de)? {_NAME}"
    rf"(?: {_NAME}){{1,3}}"
    rf"(?:\s?[/,|–—-]\s?(?:[Pp]our )?(?:[Ll]['’ae] ?|[Ll]es )?{_NAME}(?:[ -](?:de |d['’]|du )?{_NAME}){{0,5}})?\.?$"
)


def is_byline(text: str) -> bool:
    """Whether a piece says who wrote the article, perhaps from where and when."""
    return _BYLINE.match(text) is not None


def is_dated_byline(text: str) -> bool:
    """Whether a piece says who wrote the article and when it was published, which readers' comments look like."""
    match = _BYLINE.match(text)
    return match is not None and match["dated"] is not None


def is_picture_credit(text: str) -> bool:
    """Whether a piece says who made a picture, and nothing else: "Photo Claire Aubin / Le Courrier du Val"."""
    return _PICTURE.match(text) is not None
