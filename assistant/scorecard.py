"""Scorecard: all checks on one article, and one number.

The total is the mean of the scores of the checks that apply, each weighed by its `weight`, times 100:

    total = 100 × Σ weight × score / Σ weight

House rule: the total never rewards padding. No score grows once its rule is met, words of a sentence said twice do not
count towards the brief, repetition and too many keyphrases count against the article, and a check that does not apply
or is broken is left out rather than given for free.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from assistant.checks import CHECKS
from assistant.checks.base import Reading
from assistant.checks.headings import count_heading_problems
from assistant.checks.judgement import Check
from assistant.checks.readability import long_sentences
from assistant.model import Article, Brief, Message, Result, Scorecard

_log = logging.getLogger(__name__)

Measures = dict[str, int | float | None]


def score(article: Article, brief: Brief | None = None) -> Scorecard:
    """Return the scorecard of an article, judged against `brief` where a check asks for one."""
    return score_reading(Reading(article, brief or Brief()))


def score_reading(reading: Reading, checks: Sequence[Check] = CHECKS) -> Scorecard:
    """Return the scorecard of an article that is already being read. A check that fails is broken, and logged."""
    results = tuple(_run(check, reading) for check in checks)
    return Scorecard(_total(results, checks), results)


def _run(check: Check, reading: Reading) -> Result:
    try:
        return check(reading)
    except Exception:  # noqa: BLE001 - one of the two places of the house: a broken check never breaks the card
        _log.exception("the check %s failed", check.id)
        return Result(check.id, check.family, "broken", None, Message("check.broken"))


def _total(results: Sequence[Result], checks: Sequence[Check]) -> float | None:
    applied = [
        (check.weight, result.score) for check, result in zip(checks, results, strict=True) if result.score is not None
    ]
    if not applied:
        return None
    return 100 * sum(weight * score for weight, score in applied) / sum(weight for weight, _ in applied)


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
