"""What comes in: what was asked for, and the cleaned sources with all that was taken out of them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
"""Half-open code-point offsets `(start, end)`; the field that holds one says into which text."""
BlockKind = Literal["paragraph", "subheading", "list", "quote"]
RemovedCategory = Literal[
    "caption", "newsletter", "comments", "cookies", "related", "menu", "credit", "stamp", "boilerplate"
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
