"""What the sources support: every sentence of a text with its verdict, its passages and the words that are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.facts.fault import Fault
from assistant.facts.headings import may_shorten
from assistant.facts.judgement import judge
from assistant.facts.material import Material, read_material
from assistant.facts.quotations import quotations
from assistant.facts.reading import claim_spans
from assistant.facts.verbatim import carriers
from assistant.model import ClaimFinding, Draft, Evidence, Passage, SentenceCheck, Source, Span
from assistant.text.markup import MarkupBlock, MarkupKind, parse_markdown

DEFAULT_LANGUAGE = "fr"


def verify(
    text: str,
    material: Draft | Sequence[Source],
    evidence: Iterable[Evidence] = (),
    language: str | None = None,
) -> tuple[SentenceCheck, ...]:
    """Return one check for each sentence of the Markdown `text`, headings included, in order.

    Passages that the evidence names are looked at first: words that stand there in a row are supported without search.
    A sentence that repeats the source's words but leaves off who said it, or what limits it, is "unsupported".
    """
    sources = tuple(material.sources if isinstance(material, Draft) else material)
    written = language or (material.language if isinstance(material, Draft) else _language(sources))
    return _verify_blocks(parse_markdown(text), sources, tuple(evidence), written)


def verify_line(
    text: str, sources: Sequence[Source], language: str, *, is_heading: bool = False
) -> tuple[SentenceCheck, ...]:
    """Return one check for each sentence of a plain text (a title, a description); offsets point into it."""
    kind: MarkupKind = "heading" if is_heading else "paragraph"
    block = MarkupBlock(kind, int(is_heading), text, 0, len(text), tuple(range(len(text))))
    return _verify_blocks((block,), tuple(sources), (), language)


def _verify_blocks(
    blocks: Iterable[MarkupBlock], sources: tuple[Source, ...], evidence: tuple[Evidence, ...], language: str
) -> tuple[SentenceCheck, ...]:
    material = read_material(sources, language)
    checks: list[SentenceCheck] = []
    near: tuple[int, ...] = ()
    for block in blocks:
        for span in claim_spans(block.text, language):
            check, near = _check(block, span, sources, material, evidence, near)
            checks.append(check)
    return tuple(checks)


def _language(sources: Sequence[Source]) -> str:
    return sources[0].language if sources else DEFAULT_LANGUAGE


def _check(
    block: MarkupBlock,
    span: tuple[int, int],
    sources: tuple[Source, ...],
    material: Material,
    known: tuple[Evidence, ...],
    near: tuple[int, ...],
) -> tuple[SentenceCheck, tuple[int, ...]]:
    start, end = block.span_in_markdown(span)
    sentence = block.text[slice(*span)]
    language = material.language
    named = tuple(passage for piece in known if piece.start < end and start < piece.end for passage in piece.passages)
    copied = material.remember(("copied", sentence, named), lambda: carriers(sentence, sources, named, language))
    if copied is not None and copied.lost == "nothing":
        twins = tuple(passage for passage in named if passage not in copied.passages) if copied.passages else ()
        return SentenceCheck(start, end, "supported", (*copied.passages, *twins)), near
    is_heading = block.kind == "heading"
    quoted = _quoted_across(block.text, span)
    judged = judge(sentence, material, near, is_heading=is_heading, quoted=quoted)
    verdict, passages = judged.verdict, judged.passages
    if copied is not None and verdict == "supported" and not (is_heading and may_shorten(sentence, copied, language)):
        verdict, passages = "unsupported", copied.passages
    findings = tuple(_finding(fault, sentence, block, span[0]) for fault in judged.faults)
    return SentenceCheck(start, end, verdict, passages, findings, judged.is_translated), judged.numbers


def _quoted_across(text: str, span: Span) -> tuple[Span, ...]:
    """Return the stretches of the sentence, as offsets into it, of quotations that run over its borders."""
    start, end = span
    return tuple(
        (max(start, quotation.inside[0]) - start, min(end, quotation.inside[1]) - start)
        for quotation in quotations(text)
        if quotation.span[0] < end
        and start < quotation.span[1]
        and (quotation.span[0] < start or end < quotation.span[1])
    )


def _finding(fault: Fault, sentence: str, block: MarkupBlock, offset: int) -> ClaimFinding:
    start, end = block.span_in_markdown((offset + fault.start, offset + fault.end))
    return ClaimFinding(fault.kind, start, end, sentence[fault.start : fault.end], fault.expected)


def passages_of(checks: Iterable[SentenceCheck]) -> tuple[Passage, ...]:
    """Return the passages that the checks rest on, each once."""
    return tuple(dict.fromkeys(passage for check in checks for passage in check.passages))
