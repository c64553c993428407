"""The values of the desk: frozen, hashable, tuples inside; `dataclasses.replace` is the only way to change one."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]
"""Half-open code-point offsets `(start, end)`; the field that holds one says into which text."""

BlockKind = Literal["paragraph", "subheading", "list", "quote"]
RemovedCategory = Literal[
    "caption", "newsletter", "comments", "cookies", "related", "menu", "credit", "stamp", "boilerplate"
]
Origin = Literal["hand", "extractive", "model"]
SectionKind = Literal["story", "essentials", "dates", "people", "questions"]
Verdict = Literal["supported", "altered", "unsupported", "not-a-claim"]
ClaimFault = Literal[
    "number",
    "date",
    "name",
    "quote",
    "negation",
    "role",
    "modality",
    "antonym",
    "attribution",
    "addition",
    "invented",
]
FactKind = Literal["who", "what", "when", "where", "number", "quote"]
CheckFamily = Literal["length", "structure", "keyphrase", "snippet", "readability", "news", "fidelity"]
CheckState = Literal["good", "improve", "bad", "n/a", "broken"]
FindingField = Literal["body", "title", "description", "slug", "keyphrase"]
DraftField = Literal["title", "standfirst", "description", "slug", "keyphrase", "heading", "text"]
DecisionKind = Literal["kept", "corrected", "elsewhere", "removed"]
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


def new_id() -> str:
    """Return a random identifier of 16 hexadecimal digits, safe in a URL and in a widget's key."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Brief:
    """What the journalist asked for. None means that the request does not say; counts are in words.

    `tone` is one of the French words of the contract, `audience` and `keywords` are as written.
    """

    text: str = ""
    language: str | None = None
    min_words: int | None = None
    max_words: int | None = None
    target_words: int | None = None
    subheadings: bool | None = None
    heading_levels: tuple[int, ...] | None = None
    n_subheadings: int | None = None
    seo: bool | None = None
    tone: str | None = None
    keywords: tuple[str, ...] = ()
    meta_description: bool | None = None
    faq: bool | None = None
    audience: str | None = None
    instruction_language: str | None = None

    @property
    def wanted_words(self) -> int | None:
        """The number of words to aim at: the target, else the minimum, else the maximum, else None."""
        return self.target_words or self.min_words or self.max_words


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, subheading, list item or quotation of a source, as the article tells it.

    `start` and `end` point into `Source.raw` and cover the block before its repairs; None for HTML and files.
    """

    kind: BlockKind
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """Text taken out of a source, never thrown away. Offsets into `Source.raw`, None for HTML and files."""

    category: RemovedCategory
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """One mended accident of the paste. `applied` is False for one that is only proposed."""

    kind: str
    before: str
    after: str
    applied: bool = True


@dataclass(frozen=True, slots=True)
class Flag:
    """A suspicious passage kept out of the article: an instruction hidden in the source, or foreign text.

    Offsets into `Source.raw`, None for HTML and files.
    """

    kind: Literal["instruction", "language-mismatch"]
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One source text, cleaned.

    Every non-space character of `raw` is in the brief, `title`, `dek`, a block or `removed`.
    """

    id: str
    name: str
    raw: str
    language: str
    title: str | None
    dek: str | None
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...] = ()
    repairs: tuple[Repair, ...] = ()
    flagged: tuple[Flag, ...] = ()

    @property
    def body(self) -> str:
        """The blocks' text joined by newlines: what the article says, nothing else."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source: `start` and `end` point into `Source.body`."""

    source: str
    start: int
    end: int


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
class ClaimFinding:
    """Words of a sentence that the sources do not carry: `start` and `end` point into the text that was checked.

    `found` is what stands there; `expected` is what the source says instead, empty where it says nothing of it.
    """

    kind: ClaimFault
    start: int
    end: int
    found: str
    expected: str = ""


@dataclass(frozen=True, slots=True)
class SentenceCheck:
    """What the sources say of one sentence: `start` and `end` point into the text as given (Markdown).

    `passages` are the places of the sources that were compared, best first, empty when none is near. "altered" is red:
    the findings say which words, and what the source says; "unsupported" is amber: not found. `translated` says that
    the passages are in another language: numbers, names and dates were compared, the wording was not.
    """

    start: int
    end: int
    verdict: Verdict
    passages: tuple[Passage, ...]
    findings: tuple[ClaimFinding, ...] = ()
    translated: bool = False


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """The checks of one field of a draft; offsets of `checks` point into `text`, the field as it stands in the draft.

    `section` is the id of the section that a heading or a text belongs to, None for the fields of the whole article.
    """

    field: DraftField
    text: str
    checks: tuple[SentenceCheck, ...]
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on a sentence that the check points at: by whom, and when (an ISO 8601 instant in UTC).

    It belongs to the words of `sentence` in one field (`section` is None for the fields of the whole article) and to
    the `verdict` and the `findings` that the person saw; offsets of the findings point into `sentence`. "kept": right
    as it is; "elsewhere": carried by `reference`; "corrected" into `after`, where the desk knows it; "removed".
    """

    field: DraftField
    section: str | None
    sentence: str
    verdict: Verdict
    kind: DecisionKind
    by: str
    at: str
    reference: str = ""
    after: str = ""
    findings: tuple[ClaimFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a model says of one sentence beside the sources, and the passage that it quotes, which stands there.

    `sources` is the digest of the sources that it read: for others the opinion says nothing. `words` are those of the
    sentence that it means, as they stand there, empty for all; `at` is an ISO 8601 instant in UTC.
    """

    sentence: str
    sources: str
    verdict: Verdict
    model: str
    at: str
    words: str = ""
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Departure:
    """One export that was made although facts were changed: when (ISO 8601, UTC), by whom, as what, and what was open.

    `altered` and `unsupported` count the open points of each kind at that moment.
    """

    at: str
    by: str
    format: str
    altered: int
    unsupported: int


@dataclass(frozen=True, slots=True)
class Approval:
    """A person's word that the whole article was read against its sources: who, and when (ISO 8601, UTC).

    `article` is the digest of the article that was read: another text has not been approved.
    """

    by: str
    at: str
    article: str


@dataclass(frozen=True, slots=True)
class Omission:
    """A fact of a source that the draft does not hold: `text` is its sentence, which stands at `passage`.

    `importance` is 0..1, higher first; `section` is the id of the section where the passage belongs, None when no
    section comes near it.
    """

    passage: Passage
    kind: FactKind
    text: str
    importance: float
    section: str | None = None


@dataclass(frozen=True, slots=True)
class CopiedRun:
    """Words in a row that stand in a source too: `start` and `end` point into the text as given."""

    start: int
    end: int
    words: int
    source: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of a text stands word for word in one source: a share of 0..100 of its words, and a count of words."""

    source: str
    copied_percent: float
    longest_run_words: int


@dataclass(frozen=True, slots=True)
class Originality:
    """How far a text is from the wording of its sources: 0..100, a count of words, and where the copied runs stand.

    `overlaps` has one entry a source, in the order given.
    """

    copied_percent: float
    longest_run_words: int
    runs: tuple[CopiedRun, ...]
    overlaps: tuple[Overlap, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """All that the sources say of one text: its sentences, what they tell and it does not, and what it copied."""

    sentences: tuple[SentenceCheck, ...]
    missing: tuple[Omission, ...]
    originality: Originality


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

    def section(self, section_id: str) -> Section | None:
        """The section of that id, or None."""
        return next((section for section in self.sections if section.id == section_id), None)


@dataclass(frozen=True, slots=True)
class Article:
    """A finished or half-finished text as readers would get it: Markdown with its metadata.

    `markdown` may start with an H1; all offsets of findings point into it unless they name another field.
    """

    markdown: str
    language: str = "fr"
    keyphrase: str = ""
    synonyms: tuple[str, ...] = ()
    title: str = ""
    description: str = ""
    slug: str = ""
    author: str = ""
    published: str = ""
    image: str = ""
    image_alternative: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be: a key of the interface catalogue and its parameters. The core never holds a sentence."""

    key: str
    params: tuple[tuple[str, str | int | float], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that a check points at: `start` and `end` point into `Article.markdown`, or into the field named."""

    start: int
    end: int
    message: Message
    field: FindingField = "body"


@dataclass(frozen=True, slots=True)
class Result:
    """What one check says. `score` is 0..1, None where the check does not apply or is broken.

    `value` is what was measured and `target` what was expected, for display; None where there is nothing to show.
    `weight` is its share in the total, 0 for a check that is shown and not counted.
    """

    check: str
    family: CheckFamily
    state: CheckState
    score: float | None
    message: Message
    value: Message | None = None
    target: Message | None = None
    findings: tuple[Finding, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All results of an article. `total` is 0..100, None when no check applied.

    `total` is `mean`, the weighted mean of the scores, less `deduction` points for the words that nobody needs: those
    said before and those that the sources do not carry. `wasted_words` and `words` count the body.
    """

    total: float | None
    results: tuple[Result, ...]
    mean: float | None = None
    deduction: float = 0.0
    wasted_words: int = 0
    words: int = 0
