"""Scorecard: all checks on one article, and one number.

The mean of the scores of the checks that apply, each weighed by its `weight`, times 100; less the words that nobody
needs, fifty points for an article that has no others:

    total = 100 × Σ weight × score / Σ weight - 50 × wasted words / words

House rule: the total never rewards padding. No score grows once its rule is met; what is said twice and what the
sources do not carry earns nothing in any check and weighs on the total (see `checks.padding`); a check that does not
apply or is broken is left out rather than given for free.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Final

from assistant.checks import CHECKS
from assistant.checks.base import Reading
from assistant.checks.headings import count_heading_problems
from assistant.checks.judgement import Check
from assistant.checks.readability import long_sentences
from assistant.model import Article, Brief, Message, Result, Scorecard

DEDUCTION: Final = 50
"""Points that an article of nothing but padding loses. House rule: half of the card, more than any check can give."""

_log = logging.getLogger(__name__)

Measures = dict[str, int | float | None]


def score(article: Article, brief: Brief | None = None) -> Scorecard:
    """Return the scorecard of an article, judged against `brief` where a check asks for one."""
    return score_reading(Reading(article, brief or Brief()))


def score_reading(reading: Reading, checks: Sequence[Check] = CHECKS) -> Scorecard:
    """Return the scorecard of an article that is already being read. A check that fails is broken, and logged."""
    results = tuple(_run(check, reading) for check in checks)
    mean = _mean(results)
    wasted = reading.padding.wasted_words
    deduction = DEDUCTION * wasted / reading.words if reading.words else 0.0
    total = None if mean is None else max(0.0, mean - deduction)
    return Scorecard(total, results, mean, deduction, round(wasted), reading.words)


def _run(check: Check, reading: Reading) -> Result:
    try:
        return check(reading)
    except Exception:  # noqa: BLE001 - one of the two places of the house: a broken check never breaks the card
        _log.exception("the check %s failed", check.id)
        return Result(check.id, check.family, "broken", None, Message("check.broken"), weight=check.weight)


def _mean(results: Sequence[Result]) -> float | None:
    counted = [(result.weight, result.score) for result in results if result.score is not None]
    weights = sum(weight for weight, _ in counted)
    return 100 * sum(weight * score for weight, score in counted) / weights if weights else None


def measures(reading: Reading) -> Measures:
    """Return the counts of the contract by name; None for what does not apply. Percentages are 0..100."""
    article, sentences, known = reading.article, reading.sentences, reading.is_language_known
    return {
        "words": reading.words,
        "sentences": len(sentences),
        "keyphrase_count": len(reading.keyphrase_matches),
        "keyphrase_density_percent": _rounded(reading.keyphrase_density_percent, 2),
        "headings": len(reading.headings),
        "headings_with_keyphrase": sum(bool(reading.matches(heading.text)) for heading in reading.headings),
        "passive_sentences": sum(sentence.measure.passive is not None for sentence in sentences) if known else None,
        "transition_sentences": sum(sentence.measure.has_connective for sentence in sentences) if known else None,
        "long_sentences": len(long_sentences(reading)),
        "reading_ease": _rounded(reading.reading_ease, 1),
        "title_width_px": reading.title_width_px,
        "title_keyphrase_position": reading.title_keyphrase_position,
        "description_keyphrase_count": len(reading.matches(article.description)),
        "slug_keyphrase_percent": _rounded(reading.slug_keyphrase_percent, 1),
        "heading_problems": count_heading_problems(reading),
    }


def _rounded(number: float | None, digits: int) -> float | None:
    return None if number is None else round(number, digits)
