"""A text as readers would get it, and what the checks say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CheckFamily = Literal["length", "structure", "keyphrase", "snippet", "readability", "news", "fidelity"]
CheckState = Literal["good", "improve", "bad", "n/a", "broken"]
FindingField = Literal["body", "title", "description", "slug", "keyphrase"]


@dataclass(frozen=True, slots=True)
class Article:
    """A finished or half-finished text as readers would get it: Markdown with its metadata.

    `markdown` may start with an H1; all offsets of findings point into it unless they name another field.
    """

    markdown: str
    language: str = "fr"
    keyphrase: str = ""
    synonyms: tuple[str, ...] = ()
    title: str = ""
    description: str = ""
    slug: str = ""
    author: str = ""
    published: str = ""
    image: str = ""
    image_alternative: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be: a key of the interface catalogue and its parameters. The core never holds a sentence."""

    key: str
    params: tuple[tuple[str, str | int | float], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that a check points at: `start` and `end` point into `Article.markdown`, or into the field named."""

    start: int
    end: int
    message: Message
    field: FindingField = "body"


@dataclass(frozen=True, slots=True)
class Result:
    """What one check says. `score` is 0..1, None where the check does not apply or is broken.

    `value` is what was measured and `target` what was expected, for display; None where there is nothing to show.
    `weight` is its share in the total, 0 for a check that is shown and not counted.
    """

    check: str
    family: CheckFamily
    state: CheckState
    score: float | None
    message: Message
    value: Message | None = None
    target: Message | None = None
    findings: tuple[Finding, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All results of an article. `total` is 0..100, None when no check applied.

    `total` is `mean`, the weighted mean of the scores, less `deduction` points for the words that nobody needs: those
    said before and those that the sources do not carry. `wasted_words` and `words` count the body.
    """

    total: float | None
    results: tuple[Result, ...]
    mean: float | None = None
    deduction: float = 0.0
    wasted_words: int = 0
    words: int = 0
