"""What a person has to look at: every sentence of a draft with its verdict, its opinion and the decision on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import Final

from assistant.facts.opinions import weigh
from assistant.facts.support import check_fields
from assistant.model import Decision, Draft, DraftField, Opinion, SentenceCheck, Source, Verdict

SEVERITY: Final[dict[Verdict, int]] = {"not-a-claim": 0, "supported": 0, "unsupported": 1, "altered": 2}
Key = tuple[DraftField, str | None, str]
"""What a decision hangs on: the field, the id of its section, and the words of the sentence."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence of a draft beside its sources. `start` and `end` point into the field's text as it stands.

    `id` is the same as long as the words are, and differs for the same words told twice. `verdict` is that of the
    rules and of the `opinion` together; `decision` is the one in force, or one to change the sentence that still
    stands as it was.
    """

    id: str
    field: DraftField
    section: str | None
    sentence: str
    start: int
    end: int
    check: SentenceCheck
    verdict: Verdict
    opinion: Opinion | None = None
    decision: Decision | None = None

    @property
    def key(self) -> Key:
        """What a decision on the sentence hangs on."""
        return self.field, self.section, self.sentence

    @property
    def is_point(self) -> bool:
        """Whether a person has to look at it."""
        return SEVERITY[self.verdict] > 0

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision; one to change the sentence counts once the sentence is another."""
        return self.is_point and (self.decision is None or self.decision.kind in ("corrected", "removed"))


@dataclass(frozen=True, slots=True)
class Review:
    """The sentences of a draft in the order of its fields, and the decisions whose sentence no longer stands."""

    sentences: tuple[Checked, ...]
    past: tuple[Decision, ...]

    @property
    def open_points(self) -> tuple[Checked, ...]:
        """What waits for a decision: what is altered first, then what no source carries, each in its order."""
        return _ranked(sentence for sentence in self.sentences if sentence.is_open)

    @property
    def decided(self) -> tuple[Checked, ...]:
        """The sentences that stand by a decision."""
        return _ranked(sentence for sentence in self.sentences if sentence.is_point and not sentence.is_open)

    @property
    def changed(self) -> tuple[Decision, ...]:
        """The decisions that changed the text: what was corrected or removed, and no longer stands."""
        return tuple(decision for decision in self.past if decision.kind in ("corrected", "removed"))

    def counts(self) -> tuple[int, int]:
        """Return how many open points are altered, and how many unsupported."""
        counted = Counter(point.verdict for point in self.open_points)
        return counted["altered"], counted["unsupported"]

    def sentence(self, identifier: str) -> Checked | None:
        """Return the sentence of that id, or None."""
        return next((sentence for sentence in self.sentences if sentence.id == identifier), None)


def review_of(draft: Draft) -> Review:
    """Return every sentence of the draft with its verdict, its opinion and its decision; empty without sources."""
    return _review(without_history(draft))


def without_history(draft: Draft) -> Draft:
    """Return the draft with nothing but what it says now: a small key for what is remembered of it."""
    sections = tuple(replace(section, versions=section.versions[-1:]) for section in draft.sections)
    return replace(draft, sections=sections, deleted=(), updated="")


@lru_cache(maxsize=16)
def _review(draft: Draft) -> Review:
    digest = sources_digest(draft.sources)
    opinions = {opinion.sentence: opinion for opinion in draft.opinions if opinion.sources == digest}
    decisions = {key_of(decision): decision for decision in draft.decisions}
    told: Counter[Key] = Counter()
    found: list[Checked] = []
    for field in check_fields(draft):
        for check in field.checks:
            key: Key = (field.field, field.section, field.text[check.start : check.end])
            told[key] += 1
            opinion = opinions.get(key[2])
            verdict = weigh(check, opinion, draft.sources, draft.language)
            decision = _in_force(decisions.get(key), verdict)
            span = (check.start, check.end)
            found.append(Checked(_id(key, told[key]), *key, *span, check, verdict, opinion, decision))
    past = tuple(decision for key, decision in decisions.items() if key not in told)
    return Review(tuple(found), past if draft.sources else ())


def key_of(decision: Decision) -> Key:
    """Return what the decision hangs on."""
    return decision.field, decision.section, decision.sentence


@lru_cache(maxsize=16)
def sources_digest(sources: tuple[Source, ...]) -> str:
    """Return what stands for the words of the sources: another text gives another digest."""
    told = "\0".join(f"{source.id}\0{source.title or ''}\0{source.dek or ''}\0{source.body}" for source in sources)
    return sha256(told.encode("utf-8", "replace")).hexdigest()[:16]


def _in_force(decision: Decision | None, verdict: Verdict) -> Decision | None:
    """Return the decision unless the sentence fares worse now than when it was taken: then it is open again."""
    if decision is None or SEVERITY[verdict] > SEVERITY[decision.verdict]:
        return None
    return decision


def _id(key: Key, occurrence: int) -> str:
    told = "\0".join((key[0], key[1] or "", key[2], str(occurrence)))
    return sha256(told.encode("utf-8", "replace")).hexdigest()[:12]


def _ranked(sentences: Iterable[Checked]) -> tuple[Checked, ...]:
    return tuple(sorted(sentences, key=lambda sentence: -SEVERITY[sentence.verdict]))
