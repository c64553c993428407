"""Where a rule comes from: a page or paper that somebody opened, a tool that was run, or the house's own judgement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

OriginKind = Literal["page", "paper", "tool", "house"]

YOAST: Final = "yoastseo 3.6.0"
RANK_MATH: Final = "Rank Math"


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin. `reference` is an address, a citation, a tool and the name of its test, or the reason in English."""

    kind: OriginKind
    reference: str


def page(address: str) -> Origin:
    """Return a page that was read."""
    return Origin("page", address)


def paper(citation: str) -> Origin:
    """Return a paper or a standard."""
    return Origin("paper", citation)


def yoast(test: str) -> Origin:
    """Return a test of the npm package yoastseo, whose threshold was found by running it (see the test oracle)."""
    return Origin("tool", f"{YOAST}, {test}")


def rank_math(test: str) -> Origin:
    """Return a test of Rank Math's content analysis."""
    return Origin("tool", f"{RANK_MATH}, {test}")


def house(reason: str) -> Origin:
    """Return a rule of our own, with its reason."""
    return Origin("house", reason)


GOOGLE_ARTICLE: Final = page("https://developers.google.com/search/docs/appearance/structured-data/article")
GOOGLE_TITLES: Final = page("https://developers.google.com/search/docs/appearance/title-link")
WCAG_HEADINGS: Final = paper("WCAG 2.2, success criterion 2.4.6, Headings and Labels")
WCAG_STRUCTURE: Final = paper("WCAG 2.2, success criterion 1.3.1, Info and Relationships")
WCAG_IMAGES: Final = paper("WCAG 2.2, success criterion 1.1.1, Non-text Content")
