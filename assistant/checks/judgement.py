"""Check and Judgement: how a check is declared, and the words in which it judges."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.checks.base import Reading
from assistant.checks.origins import Origin
from assistant.model import CheckFamily, CheckState, Finding, FindingField, Message, Result, Span

Parameter = str | int | float
Parameters = tuple[tuple[str, Parameter], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of `Article.markdown`, or of the field named, that a judgement points at.

    `outcome` names its message within the check.
    """

    span: Span
    outcome: str
    params: Parameters = ()
    field: FindingField = "body"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a check finds, before it is signed with the check's name. `score` is 0..1, None where it does not apply.

    `outcome` names the message `check.<id>.<outcome>`; of a check that does not apply, `check.n/a.<outcome>`.
    """

    state: CheckState
    score: float | None
    outcome: str
    params: Parameters = ()
    value: Message | None = None
    target: Message | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One rule. `origins` say where it comes from; `weight` is for the total, 0 for what is shown and not counted."""

    id: str
    family: CheckFamily
    origins: tuple[Origin, ...]
    weight: float
    judge: Callable[[Reading], Judgement]

    def __call__(self, reading: Reading) -> Result:
        """Return the judgement of an article, signed."""
        judgement = self.judge(reading)
        owner = "n/a" if judgement.state == "n/a" else self.id
        return Result(
            check=self.id,
            family=self.family,
            state=judgement.state,
            score=judgement.score,
            message=Message(f"check.{owner}.{judgement.outcome}", judgement.params),
            value=judgement.value,
            target=judgement.target,
            findings=tuple(
                Finding(*place.span, Message(f"check.{self.id}.{place.outcome}", place.params), place.field)
                for place in judgement.places
            ),
            weight=self.weight,
        )


def check(
    check_id: str, family: CheckFamily, *origins: Origin, weight: float = 1.0
) -> Callable[[Callable[[Reading], Judgement]], Check]:
    """Return a decorator that makes a `Check` of a pure function from a reading to a judgement."""

    def declare(judge: Callable[[Reading], Judgement]) -> Check:
        return Check(check_id, family, origins, weight, judge)

    return declare


def good(
    outcome: str = "good",
    *,
    value: Message | None = None,
    target: Message | None = None,
    places: Iterable[Place] = (),
    **params: Parameter,
) -> Judgement:
    """Return the judgement that nothing has to be done: score 1."""
    return Judgement("good", 1.0, outcome, tuple(params.items()), value, target, tuple(places))


def improve(
    outcome: str,
    *,
    value: Message | None = None,
    target: Message | None = None,
    places: Iterable[Place] = (),
    score: float = 0.5,
    **params: Parameter,
) -> Judgement:
    """Return the judgement that it could be better: score one half unless given."""
    return Judgement("improve", score, outcome, tuple(params.items()), value, target, tuple(places))


def bad(
    outcome: str,
    *,
    value: Message | None = None,
    target: Message | None = None,
    places: Iterable[Place] = (),
    score: float = 0.0,
    **params: Parameter,
) -> Judgement:
    """Return the judgement that something has to be done: score 0 unless given."""
    return Judgement("bad", score, outcome, tuple(params.items()), value, target, tuple(places))


def not_applicable(reason: str) -> Judgement:
    """Return the judgement that there is nothing to judge; `reason` names the message `check.n/a.<reason>`."""
    return Judgement("n/a", None, reason)


def place(span: Span, outcome: str, **params: Parameter) -> Place:
    """Return a place in the text with its message's parameters."""
    return Place(span, outcome, tuple(params.items()))


def place_in(field: FindingField, span: Span, outcome: str, **params: Parameter) -> Place:
    """Return a place in a field of the article with its message's parameters."""
    return Place(span, outcome, tuple(params.items()), field)


def amount(number: float, unit: str = "number") -> Message:
    """Return a measured value for display; `unit` is number, percent, pixels or minutes."""
    return Message(f"measure.{unit}", (("number", number),))


def times(count: int) -> Message:
    """Return how often something stands, for display."""
    return Message("measure.times", (("count", count),))


def share(part: int, whole: int) -> Message:
    """Return a part of a whole for display: 2 of 3."""
    return Message("measure.of", (("number", part), ("whole", whole)))


def at_least(number: float, unit: str = "number") -> Message:
    """Return a lower bound for display."""
    return Message(f"measure.at-least.{unit}", (("number", number),))


def at_most(number: float, unit: str = "number") -> Message:
    """Return an upper bound for display."""
    return Message(f"measure.at-most.{unit}", (("number", number),))


def between(low: float, high: float, unit: str = "number") -> Message:
    """Return a range for display, both ends included."""
    return Message(f"measure.between.{unit}", (("low", low), ("high", high)))
