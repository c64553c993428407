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
# A name on a line of its own, the family name in capitals: "Thomas LEGENDRE", "M.-A. LE GOFF et Ana RUIZ, avec AFP".
_SIGNED_NAME: Final = (
    r"(?:[A-ZÀ-Þ][a-zà-ÿ'’]{1,20}(?:[ -][A-ZÀ-Þ][a-zà-ÿ'’]{1,20})?|(?:[A-ZÀ-Þ]\.[ -]?){1,2})"
    r" ?(?:(?:de|du|van|von|ben|el|LE|LA|DE|DU|EL|d['’]) ?)?"
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,25}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]{1,25}){0,2}"
)
_SIGNATURE: Final = re.compile(
    rf"(?!(?:Les?|La|Une?|Des|The|An) ){_SIGNED_NAME}(?:(?:, | et | & | and ){_SIGNED_NAME}){{0,4}}"
    r"(?:,? \(?(?:avec|with) [A-ZÀ-Þ][\w'’.-]{1,20}\)?|,? (?:à|en|in|at) [A-ZÀ-Þ][\w'’-]{1,25})?"
)
_PICTURE: Final = re.compile(
    rf"\W{{0,3}}(?:[Pp]hotos?|[Ii]llustration|[Dd]essin|[Ii]nfographie|[Ii]mage)(?: par| by| de)? {_NAME}"
    rf"(?: {_NAME}){{1,3}}"
    rf"(?:\s?[/,|–—-]\s?(?:[Pp]our )?(?:[Ll]['’ae] ?|[Ll]es )?{_NAME}(?:[ -](?:de |d['’]|du )?{_NAME}){{0,5}})?\.?$"
)


def is_byline(text: str) -> bool:
    """Whether a piece says who wrote the article, perhaps from where and when."""
    return _BYLINE.match(text) is not None


def is_bare_byline(text: str) -> bool:
    """Whether a piece is nothing but who wrote the article, the family name in capitals; a list has such names too."""
    return _SIGNATURE.fullmatch(text.strip()) is not None


def is_dated_byline(text: str) -> bool:
    """Whether a piece says who wrote the article and when it was published, which readers' comments look like."""
    match = _BYLINE.match(text)
    return match is not None and match["dated"] is not None


def is_picture_credit(text: str) -> bool:
    """Whether a piece says who made a picture, and nothing else: "Photo Claire Aubin / Le Courrier du Val"."""
    return _PICTURE.match(text) is not None
