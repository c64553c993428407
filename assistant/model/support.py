"""What the sources say of a text, and what people decided and models think of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.model.source import Passage

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
DraftField = Literal["title", "standfirst", "description", "slug", "keyphrase", "heading", "text"]
DecisionKind = Literal["kept", "corrected", "elsewhere", "removed"]


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
