"""Who holds which office: a minister of the sources put at the head of another ministry, a mayor of another town."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.facts.fault import Comparison, Fault
from assistant.facts.lexicon import lexicon
from assistant.facts.material import Material, Told
from assistant.facts.names import likeness
from assistant.facts.roots import root, stem
from assistant.model import Span
from assistant.text.words import fold

SAME_TITLE: Final = 5
"""First letters by which the forms of a title are one: `directeur`, `directrice`. House rule."""
_TITLE: Final = (
    r"(?:premi[eè]re? )?(?:vice-)?(?:ministre|secrétaire|présidente?|direct(?:eur|rice)|gouverneure?|maire|préfète?|"
    r"procureure?|ambassad(?:eur|rice)|patronne?|cheff?e?|porte-parole|commissaire|députée?|sénat(?:eur|rice)|"
    r"commandante?|rect(?:eur|rice)|responsable)"
)
_NAME: Final = r"[A-ZÀ-Þ][\w-]{0,40}"
_HOLDS: Final = (
    rf"(?:(?P<before>{_NAME})(?:, | (?:est|était|reste|demeure|sera|fut|devient) )(?:l['’]|l[ea] |une? )?"
    r"(?:anciene? |ancienne |actuelle? |nouveau |nouvelle |future? )?)?"
)
_OFFICE: Final = re.compile(
    rf"{_HOLDS}\b(?P<title>{_TITLE})\b(?: [a-zà-ÿ-]{{3,20}}){{0,2}}? "
    r"(?P<of>(?:de la |de l['’]|des |du |de |d['’])(?P<head>[\w-]{3,40})(?P<rest>(?: (?!(?:a|est|et|ont|qui|en|sur)\b)"
    r"[a-zà-ÿ-]{3,30}){0,2}))"
    rf"(?:,? (?P<after>{_NAME}(?: {_NAME}){{1,3}}))?"
)


@dataclass(frozen=True, slots=True)
class _Office:
    """An office in a text: its title and what it is an office of, folded; `span` covers the latter with its article.

    `holder` is the folded last part of the name beside it, empty where none stands.
    """

    title: str
    words: tuple[str, ...]
    is_name: bool
    span: Span
    holder: str


def office_faults(comparison: Comparison) -> Iterator[Fault]:
    """Yield a fault for somebody whom the sources give an office with the same title, but of something else.

    Red where the sources know that office without this holder, amber where they do not know it.
    """
    material = comparison.material
    if material.language != "fr":
        return
    for office in _offices(comparison.reading.text):
        own = [(told, other) for told, other in _told_offices(material) if _is_same_holder(office, other)]
        own = [(told, other) for told, other in own if office.title == other.title]
        if not office.holder or not own or any(_is_same_matter(material, office, other) for _, other in own):
            continue
        told, other = own[0]
        is_red = any(
            office.title == each.title and not _is_same_holder(office, each) and _is_same_matter(material, office, each)
            for _, each in _told_offices(material)
        )
        if is_red or (office.is_name and other.is_name):
            yield Fault("name", *office.span, told.reading.text[slice(*other.span)], is_red=is_red)


def _told_offices(material: Material) -> tuple[tuple[Told, _Office], ...]:
    """Return every office of the sources, remembered."""
    return material.remember(
        ("offices",),
        lambda: tuple((told, office) for told in material.sentences for office in _offices(told.reading.text)),
    )


@lru_cache(maxsize=8192)
def _offices(text: str) -> tuple[_Office, ...]:
    return tuple(_office(match) for match in _OFFICE.finditer(text))


def _office(match: re.Match[str]) -> _Office:
    words = (match["head"], *match["rest"].split())
    holder = match["before"] or (match["after"] or "").split(" ")[-1]
    return _Office(
        fold(match["title"])[:SAME_TITLE],
        tuple(fold(word) for word in words),
        match["head"][0].isupper(),
        match.span("of"),
        fold(holder),
    )


def _is_same_holder(one: _Office, other: _Office) -> bool:
    return bool(one.holder and other.holder) and likeness(one.holder, other.holder)


def _is_same_matter(material: Material, one: _Office, other: _Office) -> bool:
    """Whether two offices are of one thing: a word in common, in any form or meaning."""
    language = material.language
    concepts = lexicon(language).concepts

    def meant(words: tuple[str, ...]) -> frozenset[int]:
        return frozenset(concept for word in words for concept in concepts.get(stem(word, language), ()))

    if {root(word, language) for word in one.words} & {root(word, language) for word in other.words}:
        return True
    return bool(meant(one.words[:1]) & meant(other.words[:1]))
