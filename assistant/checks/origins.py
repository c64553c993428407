"""Where a rule comes from: a page or paper that somebody opened, a tool that was run, or the house's own judgement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from assistant.i18n import translate

OriginKind = Literal["page", "paper", "tool", "house"]

YOAST: Final = "yoastseo 3.6.0"
RANK_MATH: Final = "Rank Math"


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin. `reference` is an address, a citation, a tool and the name of its test, or the reason in English.

    `note` names the message `origin.note.<note>` that says what stands there; empty where the reference says it.
    """

    kind: OriginKind
    reference: str
    note: str = ""


def page(address: str) -> Origin:
    """Return a page that was read."""
    return Origin("page", address)


def paper(citation: str, note: str = "") -> Origin:
    """Return a paper or a standard."""
    return Origin("paper", citation, note)


def yoast(test: str, note: str = "") -> Origin:
    """Return a test of the npm package yoastseo, whose threshold was found by running it (see the test oracle)."""
    return Origin("tool", f"{YOAST}, {test}", note)


def rank_math(note: str) -> Origin:
    """Return a test of Rank Math's content analysis."""
    return Origin("tool", RANK_MATH, note)


def house(reason: str) -> Origin:
    """Return a rule of our own, with its reason."""
    return Origin("house", reason)


def describe_origin(origin: Origin, language: str) -> str:
    """Return an origin in the language of the interface: the host of a page, a citation with what it says.

    Of a house rule only that it is one: its reason is what the check says itself.
    """
    if origin.kind == "house":
        return translate("origin.house", language)
    shown = origin.reference.split("/")[2] if origin.kind == "page" else origin.reference
    if not origin.note:
        return shown
    return translate("origin.noted", language, reference=shown, note=translate(f"origin.note.{origin.note}", language))


GOOGLE_ARTICLE: Final = page("https://developers.google.com/search/docs/appearance/structured-data/article")
GOOGLE_TITLES: Final = page("https://developers.google.com/search/docs/appearance/title-link")
WCAG_HEADINGS: Final = paper("WCAG 2.2, 2.4.6", "wcag-headings")
WCAG_STRUCTURE: Final = paper("WCAG 2.2, 1.3.1", "wcag-structure")
WCAG_IMAGES: Final = paper("WCAG 2.2, 1.1.1", "wcag-images")
