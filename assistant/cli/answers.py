"""Values to the JSON of the contract. Field names are fixed there; nothing is computed here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from assistant.cli.jsonl import Fields, Json
from assistant.i18n import render
from assistant.intake.tones import TONES
from assistant.model import Brief, Draft, Outline, Passage, Result, Scorecard, SentenceCheck, Span, Support

if TYPE_CHECKING:
    from assistant.desk.report import Report
    from assistant.intake import Intake
    from assistant.intake.keyphrases import Keyphrase
    from assistant.writing.planning import Angle
    from assistant.writing.writer import Writer

LANGUAGES: Final = ("fr", "en")
"""The languages that the contract's brief names."""


def brief_fields(brief: Brief) -> Fields:
    """Return the settings of a brief as the contract names them: a tone or language that it has no word for is null."""
    return {
        "language": brief.language if brief.language in LANGUAGES else None,
        "min_words": brief.min_words,
        "max_words": brief.max_words,
        "target_words": brief.target_words,
        "subheadings": brief.subheadings,
        "heading_levels": list(brief.heading_levels) if brief.heading_levels else None,
        "n_subheadings": brief.n_subheadings,
        "seo": brief.seo,
        "tone": brief.tone if brief.tone in TONES else None,
        "keywords": list(brief.keywords),
        "meta_description": brief.meta_description,
        "faq": brief.faq,
        "audience": brief.audience,
        "instruction_language": brief.instruction_language,
    }


def intake_answer(intake: Intake) -> Fields:
    """Return a cleaned source as the contract's `intake` answers it."""
    source = intake.source
    return {
        "language": source.language,
        "title": source.title,
        "dek": source.dek,
        "brief": _found_brief(intake.brief, intake.brief_span),
        "blocks": [{"kind": block.kind, "text": block.text} for block in source.blocks],
        "body": source.body,
        "removed": [
            {"category": item.category, "text": item.text, "start": item.start, "end": item.end}
            for item in source.removed
        ],
        "repairs": [
            {"kind": repair.kind, "before": repair.before, "after": repair.after, "applied": repair.applied}
            for repair in source.repairs
        ],
        "flagged": [
            {"kind": flag.kind, "text": flag.text, "start": flag.start, "end": flag.end} for flag in source.flagged
        ],
    }


def keyphrase_fields(keyphrase: Keyphrase) -> Fields:
    """Return one suggested keyphrase."""
    return {
        "phrase": keyphrase.phrase,
        "score": round(keyphrase.score, 4),
        "variants": list(keyphrase.variants),
        "count": keyphrase.count,
    }


def scorecard_fields(card: Scorecard, language: str) -> Fields:
    """Return total and checks of a scorecard, with messages in the interface language."""
    return {
        "total": None if card.total is None else round(card.total, 1),
        "checks": [_check_fields(result, language) for result in card.results],
    }


def outline_answer(outline: Outline) -> Fields:
    """Return an outline as the contract's `outline` prints it."""
    return {
        "title": outline.title,
        "sections": [
            {
                "id": section.id,
                "level": section.level,
                "heading": section.heading,
                "kind": section.kind,
                "passages": [_passage_fields(passage) for passage in section.passages],
                "target_words": section.target_words,
            }
            for section in outline.sections
        ],
        "orphans": [_passage_fields(passage) for passage in outline.orphans],
    }


def report_fields(draft: Draft, report: Report, writer: Writer, *, seconds: float) -> Fields:
    """Return the figures of a written article as the contract's `draft` prints them."""
    return {
        "words": report.words,
        "target": {"min": draft.brief.min_words, "max": draft.brief.max_words},
        "honest_max": report.honest_maximum,
        "shortfall": report.shortfall,
        "headings": len(draft.sections),
        "title": draft.title,
        "description": draft.description,
        "slug": draft.slug,
        "keyphrase": draft.keyphrase,
        "writer": writer.origin,
        "model": writer.model,
        "score": None if report.total is None else round(report.total, 1),
        "verdicts": dict(report.verdicts),
        "copied_percent": round(report.copied_percent, 1),
        "seconds": round(seconds, 3),
        **_cost_fields(draft),
    }


def _cost_fields(draft: Draft) -> Fields:
    """Return tokens and money of a draft, null without a model or a price, and how they came about."""
    from assistant.writing.estimating import spent_on
    from assistant.writing.prices import price_list

    spent = spent_on(draft)
    if not spent.requests:
        return {"tokens": None, "cost": None}
    return {
        "tokens": spent.prompt_tokens + spent.answer_tokens,
        "cost": None if spent.cost is None else spent.cost / 1_000_000,
        "currency": price_list().currency,
        "requests": spent.requests,
        "retries": spent.retries,
        "remarks": [
            {"section": section.id, "kind": remark.kind, "count": remark.count}
            for section in draft.sections
            for remark in (section.versions[-1].remarks if section.versions else ())
        ],
    }


def angle_fields(angle: Angle) -> Fields:
    """Return one proposed outline: its name, what was mended in it, and the outline itself."""
    return {
        "angle": angle.name,
        "repairs": angle.repairs,
        "exchanged": angle.exchanged,
        **outline_answer(angle.outline),
    }


def support_fields(found: Support) -> Fields:
    """Return what the sources support as the contract's `check` answers it."""
    return {
        "sentences": [_sentence_fields(check) for check in found.sentences],
        "missing": [
            {**_place(omission.passage), "kind": omission.kind, "text": omission.text} for omission in found.missing
        ],
        "originality": {
            "copied_percent": round(found.originality.copied_percent, 1),
            "longest_run_words": found.originality.longest_run_words,
            "runs": [
                {"start": run.start, "end": run.end, "words": run.words, "source": run.source}
                for run in found.originality.runs
            ],
            "sources": [
                {
                    "source": overlap.source,
                    "copied_percent": round(overlap.copied_percent, 1),
                    "longest_run_words": overlap.longest_run_words,
                }
                for overlap in found.originality.overlaps
            ],
        },
    }


def _sentence_fields(check: SentenceCheck) -> Json:
    return {
        "start": check.start,
        "end": check.end,
        "verdict": check.verdict,
        "translated": check.translated,
        "evidence": [_passage_fields(passage) for passage in check.passages],
        "findings": [
            {
                # The contract knows no fault of attribution: a claim handed to somebody else holds in another way.
                "kind": "modality" if finding.kind == "attribution" else finding.kind,
                "start": finding.start,
                "end": finding.end,
                "found": finding.found,
                "expected": finding.expected,
                "rule": finding.kind,
            }
            for finding in check.findings
        ],
    }


def _place(passage: Passage) -> Fields:
    return {"source": passage.source, "start": passage.start, "end": passage.end}


def _found_brief(brief: Brief | None, span: Span | None) -> Json:
    if brief is None:
        return None
    start, end = span if span else (None, None)
    return {"text": brief.text, "start": start, "end": end, "fields": brief_fields(brief)}


def _check_fields(result: Result, language: str) -> Json:
    return {
        "id": result.check,
        "family": result.family,
        "state": result.state,
        "score": result.score,
        "message": render(result.message, language),
        "findings": [
            {"start": finding.start, "end": finding.end, "message": render(finding.message, language)}
            for finding in result.findings
        ],
    }


def _passage_fields(passage: Passage) -> Json:
    return {"source": passage.source, "start": passage.start, "end": passage.end}
