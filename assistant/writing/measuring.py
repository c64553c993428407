"""A written section, measured: its words, what the sources support, what others tell already, what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.model import Draft, Remark, RemarkKind, Section, SentenceCheck, Span
from assistant.text.matching import content_words, stem
from assistant.text.words import count_words
from assistant.writing.aiming import Aim
from assistant.writing.extractive import bound_facts
from assistant.writing.lines import Line, join_lines, line_spans
from assistant.writing.material import Material
from assistant.writing.quotations import Quotation, is_verbatim, quotation_spans, words_of
from assistant.writing.sentences import Sentence
from assistant.writing.story import Fact, tell
from assistant.writing.support import check_support, coverage
from assistant.writing.tongue import is_in_language

TOLD_SHARE: Final = 0.6
"""Share of a fact's notions that a sentence that tells it has. House rule: below, a name or a number is missing."""
TOLD_TOGETHER: Final = 0.9
"""The same share for all sentences together: their words meet by accident. House rule."""
SAME_SHARE: Final = 0.75
SAME_NOTIONS: Final = 5
"""Shared notions, and their share, from which one sentence repeats another. House rule: two sentences on one event
share its names and place, seldom five notions in six."""
ON_HEADING_SHARE: Final = 0.5
ON_HEADING_COVERAGE: Final = 0.4
"""A section is off its heading when its passages cover fewer than half of its sentences, loosely. House rule."""
QUOTED_WORDS: Final = 4
"""Words from which a quotation that is missing is put back. House rule: shorter ones are terms, not statements."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is to be said of a section. All numbers are indices of its sentences, from 0 on.

    `checks` has one entry a sentence, None for one that is no claim. `altered_quotations` are indices of sentences with
    words in quotation marks that no source has. `unused` are the facts of its passages that no sentence tells.
    """

    words: int
    aim: Aim
    checks: tuple[SentenceCheck | None, ...]
    repeated: frozenset[int]
    altered_quotations: frozenset[int]
    doubled: frozenset[int]
    unquoted: tuple[Quotation, ...]
    unused: tuple[tuple[Fact, Sentence], ...]
    in_language: bool
    on_heading: bool

    @property
    def altered(self) -> tuple[int, ...]:
        """The sentences that change a fact of the source."""
        return tuple(
            place
            for place, check in enumerate(self.checks)
            if place in self.altered_quotations or (check is not None and check.verdict == "altered")
        )

    @property
    def unsupported(self) -> tuple[int, ...]:
        """The sentences that the sources do not carry."""
        return tuple(
            place
            for place, check in enumerate(self.checks)
            if check is not None and check.verdict == "unsupported" and place not in self.altered_quotations
        )

    @property
    def is_short(self) -> bool:
        """Whether the section lacks words that its facts could fill."""
        return self.words < self.aim.low and bool(self.unused)

    @property
    def is_long(self) -> bool:
        """Whether the section has more words than the article has room for."""
        return self.words > self.aim.high

    @property
    def is_good(self) -> bool:
        """Whether nothing is to be mended."""
        faults = (*self.altered, *self.unsupported, *self.repeated, *self.doubled, *self.unquoted)
        return not faults and not self.is_short and not self.is_long and self.in_language and self.on_heading

    def remarks(self) -> tuple[Remark, ...]:
        """Return what is left for the journalist to look at."""
        found: list[tuple[RemarkKind, int]] = [
            ("language", 0 if self.in_language else 1),
            ("off-heading", 0 if self.on_heading else 1),
            ("altered", len(self.altered)),
            ("unsupported", len(self.unsupported)),
            ("repeated", len(self.repeated)),
            ("short" if self.unused else "sources-short", self.aim.low - self.words),
            ("long", self.words - self.aim.high if self.is_long else 0),
        ]
        return tuple(Remark(kind, count) for kind, count in found if count > 0)


def measure(lines: Sequence[Line], draft: Draft, section: Section, material: Material, aim: Aim) -> Measure:
    """Return what the sentences of a section come to. `draft` is the article as it is by now."""
    text, evidence = join_lines(lines)
    bodies = [source.body for source in draft.sources]
    kept = frozenset(material.kept)
    checks = _checks(lines, check_support(text, draft, evidence))
    checks = tuple(None if line.text.strip() in kept else check for line, check in zip(lines, checks, strict=True))
    return Measure(
        words=count_words(text),
        aim=aim,
        checks=checks,
        repeated=_repeated(lines, draft, section, kept),
        altered_quotations=frozenset(
            place
            for place, (start, end) in enumerate(line_spans(lines))
            if lines[place].text.strip() not in kept
            and any(first < end and start < last for first, last in altered_spans(text, bodies))
        ),
        doubled=_doubled(lines, material),
        unquoted=tuple(
            quotation
            for quotation in material.quotations
            if count_words(quotation.text) >= QUOTED_WORDS and words_of(quotation.text) not in words_of(_flat(text))
        ),
        unused=unused_facts(lines, draft, section),
        in_language=is_in_language(text, draft.language),
        on_heading=_is_on_heading(lines, draft, section, checks),
    )


def altered_spans(text: str, bodies: Sequence[str]) -> tuple[Span, ...]:
    """Return where quotations stand in `text`, marks included, whose words no source has."""
    return tuple(span for span in quotation_spans(text) if not is_verbatim(text[slice(*span)], bodies))


def unused_facts(lines: Sequence[Line], draft: Draft, section: Section) -> tuple[tuple[Fact, Sentence], ...]:
    """Return the facts of the section's passages that no sentence tells, in their order."""
    notions = [notions_of(line.text, draft.language) for line in lines]
    together = frozenset().union(*notions)
    unused = []
    for fact, sentence in bound_facts(tell(draft), section.passages):
        wanted = notions_of(sentence.text, draft.language)
        best = max((len(wanted & told) for told in notions), default=0)
        if best < TOLD_SHARE * len(wanted) and len(wanted & together) < TOLD_TOGETHER * len(wanted):
            unused.append((fact, sentence))
    return tuple(unused)


def notions_of(text: str, language: str) -> frozenset[str]:
    """Return the stems of the content words of `text`."""
    return frozenset(stem(word, language) for word in content_words(text, language))


def _checks(lines: Sequence[Line], checks: Sequence[SentenceCheck]) -> tuple[SentenceCheck | None, ...]:
    """Return the check of each sentence: the worst that overlaps it; None where none is a claim."""
    found: list[SentenceCheck | None] = []
    for start, end in line_spans(lines):
        own = [check for check in checks if check.start < end and start < check.end and check.verdict != "not-a-claim"]
        worst = max(own, key=lambda check: _SEVERITY[check.verdict], default=None)
        found.append(worst)
    return tuple(found)


_SEVERITY: Final = {"not-a-claim": 0, "supported": 1, "unsupported": 2, "altered": 3}


def _repeated(lines: Sequence[Line], draft: Draft, section: Section, kept: frozenset[str]) -> frozenset[int]:
    """Return the sentences that another section, the standfirst or an earlier sentence tells already."""
    others = [draft.standfirst, *(other.text for other in draft.sections if other.id != section.id)]
    told = [notions_of(part, draft.language) for text in others for part in _rough_sentences(text)]
    repeated: set[int] = set()
    for place, line in enumerate(lines):
        own = notions_of(line.text, draft.language)
        is_kept = line.text.strip() in kept
        if not is_kept and any(_is_same(own, other) for other in told):
            repeated.add(place)
        told.append(own)
    return frozenset(repeated)


def _rough_sentences(text: str) -> list[str]:
    return [part for part in _flat(text).replace("? ", ". ").replace("! ", ". ").split(". ") if part]


def _flat(text: str) -> str:
    return " ".join(text.replace("*", "").split())


def _is_same(own: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(own & other)
    return shared >= SAME_NOTIONS and shared >= SAME_SHARE * len(own)


def _doubled(lines: Sequence[Line], material: Material) -> frozenset[int]:
    """Return the sentences with a quotation that an earlier one of the section has already."""
    seen: set[str] = set()
    doubled: set[int] = set()
    for place, line in enumerate(lines):
        for quotation in material.quotations:
            if quotation.text in line.text and count_words(quotation.text) >= QUOTED_WORDS:
                doubled |= {place} if quotation.text in seen or line.text.count(quotation.text) > 1 else set()
                seen.add(quotation.text)
    return frozenset(doubled)


def _is_on_heading(
    lines: Sequence[Line], draft: Draft, section: Section, checks: Sequence[SentenceCheck | None]
) -> bool:
    """Whether most of the sentences are made from the section's own passages."""
    if not lines:
        return True
    loose = [coverage(line.text, section.passages, draft) >= ON_HEADING_COVERAGE for line in lines]
    return sum(loose) >= ON_HEADING_SHARE * len(lines)
