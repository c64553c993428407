"""What the page shows of a scorecard, as plain values for the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Final, get_args
from zlib import crc32

from assistant.checks import CHECKS
from assistant.checks.origins import Origin, describe_origin
from assistant.desk.scoring import ScoredDraft
from assistant.i18n import format_number, render
from assistant.model import CheckFamily, Draft, Finding, Result
from assistant.ui.html import MARKS
from assistant.ui.marks import Mark, Place, place_in_article
from assistant.ui.state import session, t

Value = str | int | bool | None | Sequence["Value"] | Mapping[str, "Value"]

ORDER: Final = {"broken": 0, "bad": 1, "improve": 2, "good": 3, "n/a": 4}
PLACES_SHOWN: Final = 12
LONGEST_QUOTE: Final = 120
MARKS_SHOWN: Final = 60
_BY_ID: Final = {check.id: check for check in CHECKS}


def checks_view(draft: Draft, scored: ScoredDraft) -> dict[str, Value]:
    """Return every check of the article by family, what is to be done first."""
    chosen = session().chosen_check
    families = [_family(draft, scored, family) for family in get_args(CheckFamily)]
    words = {name: t(f"score.{name}") for name in ("rule", "origin", "where", "go")}
    view: dict[str, Value] = {"families": [each for each in families if each], "words": words, "chosen": chosen}
    return {**view, "rev": crc32(repr(view).encode("utf-8"))}


def marks_of(draft: Draft, scored: ScoredDraft) -> tuple[Mark, ...]:
    """Return the places of the check that is open, to be marked in the article."""
    chosen = session().chosen_check
    result = next((result for result in scored.card.results if result.check == chosen), None)
    if result is None:
        return ()
    name = t(f"check.{result.check}.name")
    return tuple(
        Mark(f"{result.check}:{number}", place, "check", name, render(finding.message, session().language))
        for number, finding in enumerate(result.findings[:MARKS_SHOWN])
        if (place := place_of(draft, scored, finding)) is not None and place.end > place.start
    )


def place_of(draft: Draft, scored: ScoredDraft, finding: Finding) -> Place | None:
    """Return where in the texts of the draft a finding stands, None for one that is in no text of the surface."""
    if finding.field == "title":
        return Place("title", finding.start, finding.end)
    if finding.field != "body":
        return None
    return place_in_article(draft, scored.placed, (finding.start, finding.end))


def _family(draft: Draft, scored: ScoredDraft, family: CheckFamily) -> dict[str, Value]:
    results = [result for result in scored.card.results if result.family == family]
    if not results:
        return {}
    open_points = sum(result.state in ("bad", "improve", "broken") for result in results)
    return {
        "id": family,
        "name": t(f"family.{family}"),
        "count": t("score.to_do", count=open_points) if open_points else t("score.family_good"),
        "open": any(result.state in ("bad", "broken") for result in results),
        "rows": [_row(draft, scored, each) for each in sorted(results, key=lambda result: ORDER[result.state])],
    }


def _row(draft: Draft, scored: ScoredDraft, result: Result) -> dict[str, Value]:
    language = session().language
    state = result.state.replace("/", "")
    thresholds = asdict(scored.reading.limits)
    more = len(result.findings) - PLACES_SHOWN
    return {
        "id": result.check,
        "state": state,
        "stateWord": t(f"state.{state}"),
        "mark": MARKS[result.state],
        "name": t(f"check.{result.check}.name"),
        "value": render(result.value, language) if result.value else "",
        "target": t("score.target", target=render(result.target, language)) if result.target else "",
        "advice": render(result.message, language),
        "why": t(f"check.{result.check}.why"),
        "rule": t(f"check.{result.check}.rule", **thresholds),
        "origins": [_origin(origin) for origin in _BY_ID[result.check].origins],
        "weight": _weight(result),
        "places": [_place(draft, scored, *numbered) for numbered in enumerate(result.findings[:PLACES_SHOWN])],
        "more": t("score.more_places", count=more) if more > 0 else "",
    }


def _weight(result: Result) -> str:
    if result.score is None or not result.weight:
        return t("score.not_counted")
    points = format_number(100 * result.score, session().language)
    return t("score.weight", points=points, weight=format_number(result.weight, session().language, 1))


def _origin(origin: Origin) -> dict[str, Value]:
    href = origin.reference if origin.kind == "page" else None
    return {"text": describe_origin(origin, session().language), "href": href}


def _place(draft: Draft, scored: ScoredDraft, index: int, finding: Finding) -> dict[str, Value]:
    article = scored.placed.article
    texts = {"title": article.title, "description": article.description, "slug": article.slug}
    text = texts.get(finding.field, article.markdown)
    quote = " ".join(text[finding.start : finding.end].split()).lstrip("#> ")
    return {
        "index": index,
        "quote": quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}…",
        "note": render(finding.message, session().language),
        "reachable": place_of(draft, scored, finding) is not None,
    }
