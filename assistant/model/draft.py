"""One article in the making: its sections with every version, and what each was made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from assistant.model.source import Brief, Passage, Source
from assistant.model.support import Approval, Decision, Departure, Opinion

Origin = Literal["hand", "extractive", "model"]
SectionKind = Literal["story", "essentials", "dates", "people", "questions"]
RemarkKind = Literal[
    "short",
    "sources-short",
    "long",
    "altered",
    "unsupported",
    "repeated",
    "language",
    "off-heading",
    "quotation-restored",
    "quotation-added",
    "taken-from-source",
    "left-out",
    "passages-left-out",
    "sources-disagree",
]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a section as a writer produces it, with the passages it was made from (none when not known).

    Pieces are concatenated as they are: spaces and paragraph breaks belong to their text.
    """

    text: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passages that a stretch of a version was made from: `start` and `end` point into `Version.text`."""

    start: int
    end: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a writer found or did when it measured its own text, for the journalist to look at.

    `count` is in words for "short", "sources-short" and "long", "sources-disagree" in pairs of sentences,
    else the number of sentences, quotations or passages.
    """

    kind: RemarkKind
    count: int = 0


@dataclass(frozen=True, slots=True)
class Usage:
    """What a text cost: tokens read and written by the model, the requests made, those of them that were repeated.

    `estimated` when the server told no figures. `cost` is in millionths of the price list's currency, None without a
    price for the model.
    """

    prompt_tokens: int = 0
    answer_tokens: int = 0
    requests: int = 0
    retries: int = 0
    estimated: bool = False
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a section's text: Markdown without heading. `created` is an ISO 8601 instant in UTC.

    `complete` is False for a text that was stopped or cut; `model`, `prompt_hash` and `usage` are None unless a model
    wrote it. `remarks` are what its writer left to be looked at.
    """

    id: str
    text: str
    origin: Origin
    created: str
    evidence: tuple[Evidence, ...] = ()
    model: str | None = None
    prompt_hash: str | None = None
    complete: bool = True
    remarks: tuple[Remark, ...] = ()
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the outline with what it will tell, and all that was written under it (latest last).

    `id` is random, never an index: widgets, versions and jobs hang on it. `target_words` is its share of the target.
    A `kind` other than "story" is a service block (essentials, key dates, who is who, questions and answers).
    """

    id: str
    level: Literal[2, 3]
    heading: str
    passages: tuple[Passage, ...] = ()
    target_words: int = 0
    kind: SectionKind = "story"
    versions: tuple[Version, ...] = ()

    @property
    def text(self) -> str:
        """The current text, Markdown without heading; empty when nothing was written yet."""
        return self.versions[-1].text if self.versions else ""


@dataclass(frozen=True, slots=True)
class Outline:
    """Proposed sections and the passages that no heading uses."""

    title: str
    sections: tuple[Section, ...]
    orphans: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything about one article in the making. `created` and `updated` are ISO 8601 instants in UTC.

    `author`, `published` (a date or an instant as the journalist wrote it), `image` (an address) and
    `image_alternative` are for readers and search engines; empty while nobody has given them.
    `deleted` are the sections taken out of the outline, with their texts, the latest last: undoing brings them back.
    `decisions` and `opinions` belong to sentences, one of each for the same words; `departures` and `approvals`
    are in their order.
    """

    id: str
    language: str
    sources: tuple[Source, ...] = ()
    brief: Brief = field(default_factory=Brief)
    keyphrase: str = ""
    synonyms: tuple[str, ...] = ()
    title: str = ""
    standfirst: str = ""
    description: str = ""
    slug: str = ""
    sections: tuple[Section, ...] = ()
    orphans: tuple[Passage, ...] = ()
    deleted: tuple[Section, ...] = ()
    created: str = ""
    updated: str = ""
    author: str = ""
    published: str = ""
    image: str = ""
    image_alternative: str = ""
    decisions: tuple[Decision, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    departures: tuple[Departure, ...] = ()
    approvals: tuple[Approval, ...] = ()

    def source(self, source_id: str) -> Source | None:
        """The source of that id, or None."""
        return next((source for source in self.sources if source.id == source_id), None)

    @property
    def is_written(self) -> bool:
        """Whether any section has a text."""
        return any(section.text.strip() for section in self.sections)

    def section(self, section_id: str) -> Section | None:
        """The section of that id, or None."""
        return next((section for section in self.sections if section.id == section_id), None)
