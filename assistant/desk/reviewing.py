"""The record of the review of a draft, and the approval of the whole article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from assistant.desk.articles import article_of
from assistant.desk.deciding import Signature, signed_name
from assistant.desk.points import Checked, review_of
from assistant.errors import ReviewError
from assistant.export.review import (
    RecordedFinding,
    RecordedOpinion,
    RecordedPassage,
    RecordedRewriting,
    RecordedSentence,
    RecordOrigin,
    ReviewRecord,
)
from assistant.facts.opinions import quoted_passage
from assistant.facts.originality import measure_originality
from assistant.model import Approval, Draft, Section
from assistant.text.markup import visible_text
from assistant.text.sentences import sentence_spans


def approve(draft: Draft, signature: Signature) -> Draft:
    """Return the draft with a person's word that the whole article, as it stands, was read against its sources.

    Raises ReviewError: "decision-without-name"; "points-open" while a changed fact waits for a decision.
    """
    name = signed_name(signature.by)
    if not name:
        raise ReviewError("decision-without-name")
    altered, _ = review_of(draft).counts()
    if altered:
        raise ReviewError("points-open", count=altered)
    return replace(draft, approvals=(*draft.approvals, Approval(name, signature.at, article_digest(draft))))


def approval_of(draft: Draft) -> Approval | None:
    """Return the latest approval of the article as it stands, None when it has changed since or nobody gave one."""
    digest = article_digest(draft)
    return next((approval for approval in reversed(draft.approvals) if approval.article == digest), None)


def article_digest(draft: Draft) -> str:
    """Return the SHA-256 of what readers get: article, description and address."""
    article = article_of(draft)
    told = "\0".join((article.markdown, article.title, article.description, article.slug))
    return sha256(told.encode("utf-8", "replace")).hexdigest()


def is_unreviewed(draft: Draft) -> bool:
    """Whether a model had a hand in the article as it stands, and nobody has approved it so."""
    by_model = any(
        version.origin == "model" for section in draft.sections if section.text.strip() for version in section.versions
    )
    return by_model and approval_of(draft) is None


def review_record(draft: Draft, made: str = "") -> ReviewRecord:
    """Return the record of the review of the draft as it stands; `made` is an ISO 8601 instant in UTC."""
    review = review_of(draft)
    sentences = tuple(_recorded(draft, sentence) for sentence in review.sentences)
    originality = measure_originality(article_of(draft).markdown, draft.sources)
    models = dict.fromkeys(sentence.model for sentence in sentences if sentence.origin == "model" and sentence.model)
    return ReviewRecord(
        title=draft.title,
        language=draft.language,
        made=made,
        article=article_digest(draft),
        sources=tuple(source.name for source in draft.sources),
        models=tuple(models),
        sentences=sentences,
        changes=review.changed,
        lapsed=tuple(decision for decision in review.past if decision not in review.changed),
        rewritten=tuple(rewriting for section in draft.sections for rewriting in _rewritten(draft, section)),
        departures=draft.departures,
        approval=approval_of(draft),
        copied_percent=originality.copied_percent,
        longest_run_words=originality.longest_run_words,
    )


def _recorded(draft: Draft, sentence: Checked) -> RecordedSentence:
    section = draft.section(sentence.section or "")
    origin, model = _origin(draft, sentence, section)
    opinion = sentence.opinion
    return RecordedSentence(
        field=sentence.field,
        heading=section.heading if section else "",
        text=visible_text(sentence.sentence).strip() if sentence.field == "text" else sentence.sentence,
        origin=origin,
        model=model,
        verdict=sentence.verdict,
        rule=sentence.check.verdict,
        open=sentence.is_open,
        passages=tuple(_passages(draft, sentence)),
        findings=tuple(RecordedFinding(each.kind, each.found, each.expected) for each in sentence.check.findings),
        opinion=RecordedOpinion(opinion.verdict, opinion.model, opinion.at) if opinion else None,
        decision=sentence.decision,
    )


def _passages(draft: Draft, sentence: Checked) -> list[RecordedPassage]:
    quoted = [sentence.opinion.passage] if sentence.opinion and sentence.opinion.passage else []
    found = []
    for passage in dict.fromkeys((*quoted, *sentence.check.passages)):
        source = draft.source(passage.source)
        if source is not None:
            found.append(RecordedPassage(source.name, source.body[passage.start : passage.end]))
    return found


def _origin(draft: Draft, sentence: Checked, section: Section | None) -> tuple[RecordOrigin, str]:
    """Return whose words the sentence is: a source's where it stands there, else his who first wrote it so."""
    if quoted_passage(visible_text(sentence.sentence), draft.sources) is not None:
        return "source", ""
    if sentence.field != "text" or section is None:
        return "unknown", ""
    words = _plain(sentence.sentence)
    first = next((version for version in section.versions if words in _plain(version.text)), None)
    return (first.origin, first.model or "") if first else ("unknown", "")


def _rewritten(draft: Draft, section: Section) -> Iterator[RecordedRewriting]:
    """Yield the sentences of the latest text by a writer that a person's text does not have, nor any decision names."""
    written = next((version for version in reversed(section.versions) if version.origin != "hand"), None)
    if written is None or written is section.versions[-1]:
        return
    standing = _plain(section.text)
    named = {_plain(decision.sentence) for decision in draft.decisions if decision.section == section.id}
    for start, end in sentence_spans(written.text, draft.language):
        words = _plain(written.text[start:end])
        if words and words not in standing and words not in named:
            text = visible_text(written.text[start:end]).strip()
            yield RecordedRewriting(section.heading, text, written.origin, written.model or "")


def _plain(text: str) -> str:
    return " ".join(text.split())
