"""House rules: the thresholds that the checks judge with, by profile, and the words that a newsroom bans or prefers."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields, replace
from functools import cache
from typing import Final, Literal

Profile = Literal["presse", "magazine", "strict"]
PROFILES: Final[tuple[Profile, ...]] = ("presse", "magazine", "strict")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers of the checks, each in the unit of its name. The defaults are those of the profile "presse".

    Their origin stands with the check that judges with them.
    """

    min_words: int = 300
    paragraph_words: int = 150
    section_share_percent: int = 50
    words_under_heading: int = 300
    listed_items: int = 6
    keyphrase_words: int = 4
    density_min_percent: float = 0.5
    density_max_percent: float = 3.0
    first_mention_percent: int = 10
    stretch_percent: int = 30
    headings_min_percent: int = 30
    headings_max_percent: int = 75
    title_pixels: int = 600
    description_min_characters: int = 121
    description_max_characters: int = 156
    slug_characters: int = 75
    support_percent: int = 60
    sentence_words: int = 25
    long_sentences_percent: int = 25
    reading_ease: int = 50
    transitions_percent: int = 20
    same_openings: int = 3
    passive_percent: int = 10
    reading_minutes: int = 6
    copied_percent: int = 10
    unsupported_percent: int = 10


PROFILE_THRESHOLDS: Final[dict[Profile, Thresholds]] = {
    "presse": Thresholds(),
    "magazine": Thresholds(
        sentence_words=30,
        reading_ease=40,
        words_under_heading=350,
        reading_minutes=12,
        passive_percent=15,
        min_words=600,
    ),
    "strict": Thresholds(
        sentence_words=20, reading_ease=60, transitions_percent=30, passive_percent=10, copied_percent=5
    ),
}
"""House rules: "strict" has the reference's own figures (20-word sentences, 30 % connectives); a magazine is longer."""

LIMITS: Final[dict[str, tuple[float, float]]] = {
    "min_words": (0, 20_000),
    "paragraph_words": (20, 1_000),
    "section_share_percent": (20, 100),
    "words_under_heading": (50, 5_000),
    "listed_items": (3, 50),
    "keyphrase_words": (1, 10),
    "density_min_percent": (0, 10),
    "density_max_percent": (0.5, 20),
    "first_mention_percent": (1, 100),
    "stretch_percent": (5, 100),
    "headings_min_percent": (0, 100),
    "headings_max_percent": (1, 100),
    "title_pixels": (100, 2_000),
    "description_min_characters": (0, 1_000),
    "description_max_characters": (20, 2_000),
    "slug_characters": (10, 500),
    "support_percent": (1, 100),
    "sentence_words": (8, 100),
    "long_sentences_percent": (0, 100),
    "reading_ease": (0, 100),
    "transitions_percent": (0, 100),
    "same_openings": (2, 20),
    "passive_percent": (0, 100),
    "reading_minutes": (1, 120),
    "copied_percent": (0, 100),
    "unsupported_percent": (0, 100),
}
"""What a newsroom may set, both ends included. House rule: beyond, a check would pass or fail everything."""

ORDERED: Final = (
    ("density_min_percent", "density_max_percent"),
    ("headings_min_percent", "headings_max_percent"),
    ("description_min_characters", "description_max_characters"),
)
"""Pairs of which the first may not exceed the second."""


@dataclass(frozen=True, slots=True)
class WordRule:
    """A word or phrase not to write, and what to write instead; an empty `instead` asks for nothing but its removal."""

    written: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What one newsroom asks of its articles. `spellings` are variants (`written`) of what it prefers (`instead`)."""

    profile: Profile = "presse"
    thresholds: Thresholds = field(default_factory=Thresholds)
    banned: tuple[WordRule, ...] = ()
    spellings: tuple[WordRule, ...] = ()


DEFAULT_RULES: Final = HouseRules()


def rules_of(profile: Profile) -> HouseRules:
    """Return the rules of a profile, without words of a house."""
    return HouseRules(profile, PROFILE_THRESHOLDS[profile])


def with_profile(rules: HouseRules, profile: Profile) -> HouseRules:
    """Return the rules with the thresholds of another profile; the words of the house stay."""
    return replace(rules, profile=profile, thresholds=PROFILE_THRESHOLDS[profile])


def own_thresholds(rules: HouseRules) -> dict[str, float]:
    """Return the thresholds that differ from those of the profile, by name."""
    usual = asdict(PROFILE_THRESHOLDS[rules.profile])
    return {name: value for name, value in asdict(rules.thresholds).items() if value != usual[name]}


@cache
def threshold_names() -> tuple[str, ...]:
    """Return the names of all thresholds, in the order of the settings."""
    return tuple(each.name for each in fields(Thresholds))
