"""Instruction lines: whether a text is one, and the settings that it asks for.

Detection is apart from parsing. A text is an instruction when it asks (an imperative, a polite request, a label, a bare
noun such as "Article") and what it says beside is the vocabulary of instructions; or when it is nothing but settings.
An ordinary sentence that holds a count or an imperative fails on the words that no setting explains.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from assistant.intake.brief_words import (
    ENGLISH_MARKS,
    FRENCH_MARKS,
    FUNCTION_WORDS,
    INSTRUCTION_WORDS,
    NARRATIVE,
    QUESTION,
    REQUEST,
)
from assistant.intake.lengths import parse_lengths
from assistant.intake.plain import plain
from assistant.intake.tones import parse_tone
from assistant.intake.wishes import (
    keyword_spans,
    parse_audience,
    parse_headings,
    parse_language,
    parse_switch,
)
from assistant.model import Brief, Span

# House rules, set on our own lines and traps: the longest instruction that we look at, in characters, and the share of
# its content words that settings and instruction words must explain, with and without a request.
LONGEST_BRIEF: Final = 1_500
COVERED_WITH_REQUEST: Final = 0.5
COVERED_WITHOUT_REQUEST: Final = 0.85

_QUOTED_LIST: Final = re.compile(r'\s*"[^"\n]{1,80}"(?:\s*(?:,|et|and|&|ou|or)?\s*"[^"\n]{1,80}"){0,12}')
_TOKEN: Final = re.compile(r"[^\W_][\w'+-]*")


def parse_brief(text: str) -> Brief | None:
    """Return the settings that an instruction asks for, or None when `text` is no instruction.

    `Brief.text` is `text` without the spaces around it.
    """
    if not text.strip() or len(text) > LONGEST_BRIEF:
        return None
    brief, covered = read_settings(text.strip())
    return brief if _is_instruction(plain(text.strip()), covered, count_settings(brief)) else None


def is_setting_line(text: str) -> bool:
    """Whether `text` is nothing but settings: a further line of an instruction that began before."""
    if not text.strip() or len(text) > LONGEST_BRIEF or QUESTION.match(plain(text)):
        return False
    brief, covered = read_settings(text.strip())
    return count_settings(brief) > 0 and _covered_share(plain(text.strip()), covered)[0] >= COVERED_WITHOUT_REQUEST


def explained_share(text: str) -> float:
    """Return the share 0..1 of the content words of `text` that settings or words of instructions explain."""
    return _covered_share(plain(text), read_settings(text)[1])[0]


def count_settings(brief: Brief) -> int:
    """Return how many settings the brief holds; the bounds of one length count once."""
    return sum(
        (
            brief.wanted_words is not None,
            brief.language is not None,
            brief.subheadings is not None,
            brief.seo is not None,
            brief.tone is not None,
            bool(brief.keywords),
            brief.meta_description is not None,
            brief.faq is not None,
            brief.audience is not None,
        )
    )


@lru_cache(maxsize=512)
def read_settings(text: str) -> tuple[Brief, tuple[Span, ...]]:
    """Return every setting that stands in `text`, instruction or not, and the spans of `text` that say so."""
    low = plain(text)
    keywords, keyword_cover = _keywords(text, low)
    low = _blank(low, keyword_cover)
    audience, audience_cover = parse_audience(low)
    lengths = parse_lengths(low)
    headings = parse_headings(low)
    language, language_cover = parse_language(_blank(low, audience_cover))
    seo, seo_cover = parse_switch(low, "seo")
    meta, meta_cover = parse_switch(low, "meta_description")
    faq, faq_cover = parse_switch(low, "faq")
    tone, tone_cover = parse_tone(low)
    brief = Brief(
        text=text,
        language=language,
        min_words=lengths.minimum,
        max_words=lengths.maximum,
        target_words=lengths.target,
        subheadings=headings.wanted,
        heading_levels=headings.levels,
        n_subheadings=headings.count,
        seo=seo,
        tone=text[slice(*tone)].lower() if isinstance(tone, tuple) else tone,
        keywords=keywords,
        meta_description=meta,
        faq=faq,
        audience=text[slice(*audience)] if isinstance(audience, tuple) else audience,
        instruction_language=_instruction_language(low),
    )
    covers = (
        keyword_cover,
        audience_cover,
        lengths.spans,
        lengths.foreign_spans,
        headings.spans,
        language_cover,
        seo_cover,
        meta_cover,
        faq_cover,
        tone_cover,
    )
    return brief, tuple(span for cover in covers for span in cover)


def _blank(text: str, spans: tuple[Span, ...]) -> str:
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _keywords(text: str, low: str) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The keywords as written, and the spans of their labels and values."""
    found: list[str] = []
    spans: list[Span] = []
    for (start, end), plural, label in keyword_spans(low):
        if spans and label[0] < spans[-1][1]:
            continue
        stop = start
        quoted = _QUOTED_LIST.match(low, start, end)
        if quoted:
            found += [_unquote(text[start + at : start + to]) for at, to in _quoted_places(low[start : quoted.end()])]
            spans.append((label[0], quoted.end()))
            continue
        for part in re.finditer(r"[^,]+", low[start:end]):
            piece = text[start + part.start() : start + part.end()]
            value = _keyword_value(piece)
            if not value or (found and _is_other_setting(piece)):
                break
            values = re.split(r"\s+(?:et|and)\s+", value) if plural and "," not in text[start:end] else [value]
            found += [unquoted for each in values if (unquoted := _unquote(each))]
            stop = start + part.end()
            if not plural and not re.match(r"\s*[\"«“']", text[start + part.end() + 1 : end]):
                break
        spans.append((label[0], max(stop, label[1])))
    return tuple(found), tuple(spans)


def _quoted_places(value: str) -> list[Span]:
    return [match.span(1) for match in re.finditer(r'"([^"]{1,80})"', value)]


def _keyword_value(piece: str) -> str:
    """The keyword at the start of `piece`, without the setting that may follow it: "retraites en 800 mots"."""
    cut = re.search(
        r"\s(?:(?:et|and|with|avec|in|en|de|,)\s+)?(?:\d{3,5}|(?:au moins|at least|minimum|maximum|ton|"
        r"tone|environ)\b|in french|en français|in english|en anglais)",
        piece,
        re.IGNORECASE,
    )
    return (piece[: cut.start()] if cut and cut.start() > 1 else piece).strip()


def _unquote(value: str) -> str:
    return value.strip().strip("\"«»“”'‘ \u00a0\u202f.").strip()


def _is_other_setting(piece: str) -> bool:
    low = plain(piece)
    return bool(
        parse_lengths(low).spans
        or parse_headings(low).spans
        or parse_switch(low, "seo")[1]
        or parse_tone(low)[1]
        or parse_switch(low, "faq")[1]
        or parse_switch(low, "meta_description")[1]
        or re.match(r" ?(?:in|en|langue|language) ", low)
    )


def _covered_share(low: str, spans: tuple[Span, ...]) -> tuple[float, int]:
    """The share of content words that settings or instruction words explain, and the number of the others."""
    explained = unexplained = 0
    for token in _TOKEN.finditer(low):
        word = re.sub(r"^(?:[ldcjmnst]|qu)'", "", token[0])
        if any(start < token.end() and token.start() < end for start, end in spans) or word in INSTRUCTION_WORDS:
            explained += 1
        elif word not in FUNCTION_WORDS and len(word) > 1:
            unexplained += 1
    return explained / max(1, explained + unexplained), unexplained


def _is_instruction(low: str, covered: tuple[Span, ...], settings: int) -> bool:
    if not settings or QUESTION.match(low):
        return False
    share, unexplained = _covered_share(low, covered)
    if REQUEST.match(low):
        narrative = NARRATIVE.search(low)
        return share >= (COVERED_WITHOUT_REQUEST if narrative else COVERED_WITH_REQUEST) and unexplained <= 25
    if NARRATIVE.search(low):
        return False
    return share >= (COVERED_WITHOUT_REQUEST if settings > 1 else 1.0)


def _instruction_language(low: str) -> str | None:
    tokens = [token[0] for token in _TOKEN.finditer(low)]
    french = sum(token in FRENCH_MARKS for token in tokens)
    english = sum(token in ENGLISH_MARKS for token in tokens)
    if french == english == 0:
        return None
    return "fr" if french >= english else "en"


def without_text(brief: Brief) -> Brief:
    """Return the settings alone, for comparing two briefs."""
    return replace(brief, text="")
