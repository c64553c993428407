"""Reading: one article measured once, lazily, for all checks to judge."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, Self

from assistant.checks.measure import BlockMeasure, SentenceMeasure, keyphrase_spans, measure_block
from assistant.checks.title_width import title_width
from assistant.lang import ARTICLE_LANGUAGES
from assistant.model import Article, Brief, Span
from assistant.text.html import parse_html
from assistant.text.markup import MarkupBlock, parse_markdown
from assistant.text.matching import content_words, keyphrase_position, slug_keyphrase_percent
from assistant.text.readability import flesch
from assistant.text.words import APOSTROPHES, HYPHENS, fold

SECTION_LEVEL: Final = 2
MIN_REPEATED_WORDS: Final = 5
"""House rule: shorter sentences ("Il est mort.") may be said twice on purpose."""

_EDGE_MARKS = " .,:;!?…\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the body with its measures; `span` and `passive` point into `Article.markdown`."""

    block: MarkupBlock
    measure: SentenceMeasure

    @property
    def span(self) -> Span:
        """Where the sentence stands in `Article.markdown`."""
        return self.block.span_in_markdown(self.measure.span)

    @property
    def text(self) -> str:
        """The sentence as the reader sees it."""
        start, end = self.measure.span
        return self.block.text[start:end]

    @property
    def passive(self) -> Span | None:
        """Where its first passive verb stands in `Article.markdown`, or None."""
        return self.block.span_in_markdown(self.measure.passive) if self.measure.passive else None


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, None for what stands before the first, and the blocks between it and the next heading of any level.

    `words` is body words: the heading's are left out.
    """

    heading: MarkupBlock | None
    blocks: tuple[MarkupBlock, ...]
    words: int


@dataclass(frozen=True)
class Reading:
    """An article with everything that the checks ask of it. Spans point into `article.markdown`.

    Headings without text are no headings here, except in `empty_headings`. `given_blocks` replaces the parsing of
    `article.markdown` where the article came as HTML.
    """

    article: Article
    brief: Brief = field(default_factory=Brief)
    given_blocks: tuple[MarkupBlock, ...] | None = None

    @classmethod
    def from_html(cls, html: str, article: Article, brief: Brief | None = None) -> Self:
        """Return the reading of an article given as HTML: `article.markdown` becomes the extracted text."""
        text, blocks = parse_html(html)
        return cls(replace(article, markdown=text), brief or Brief(), blocks)

    @cached_property
    def blocks(self) -> tuple[MarkupBlock, ...]:
        """All blocks in order."""
        return parse_markdown(self.article.markdown) if self.given_blocks is None else self.given_blocks

    @property
    def is_language_known(self) -> bool:
        """Whether there is a pack for the article's language: without one, no verbs, connectives or syllables."""
        return self.article.language in ARTICLE_LANGUAGES

    @cached_property
    def empty_headings(self) -> tuple[MarkupBlock, ...]:
        """The headings without letters or digits."""
        return tuple(block for block in self.blocks if block.kind == "heading" and not has_text(block.text))

    @cached_property
    def all_headings(self) -> tuple[MarkupBlock, ...]:
        """The headings of every level that have text, H1 included."""
        return tuple(block for block in self.blocks if block.kind == "heading" and has_text(block.text))

    @cached_property
    def headings(self) -> tuple[MarkupBlock, ...]:
        """The headings H2 to H6 that have text."""
        return tuple(heading for heading in self.all_headings if heading.level > 1)

    @cached_property
    def headings_with_keyphrase(self) -> tuple[MarkupBlock, ...]:
        """Those of `headings` in which the keyphrase or a synonym stands."""
        return tuple(heading for heading in self.headings if self.mentions_topic(heading.text))

    @cached_property
    def body(self) -> tuple[MarkupBlock, ...]:
        """Paragraphs, list items and quotations that have text, in order."""
        return tuple(block for block in self.blocks if block.kind != "heading" and has_text(block.text))

    @cached_property
    def paragraphs(self) -> tuple[MarkupBlock, ...]:
        """The paragraphs and quotations of the body: list items are short by nature."""
        return tuple(block for block in self.body if block.kind != "list-item")

    @cached_property
    def opening(self) -> MarkupBlock | None:
        """The first paragraph of the body, or None."""
        return next((block for block in self.body if block.kind == "paragraph"), None)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The article cut at its headings; the first part is left out when nothing stands before the first heading."""
        parts = [
            Part(heading, blocks, sum(self.measure(block).words for block in blocks))
            for heading, blocks in _cut_at_headings(self.blocks)
        ]
        return tuple(part for part in parts if part.heading or part.words)

    @cached_property
    def sections(self) -> tuple[Part, ...]:
        """The article cut at its H2, their sub-headings included; what stands before the first H2 is left out."""
        sections: list[Part] = []
        for part in self.parts:
            if part.heading and part.heading.level == SECTION_LEVEL:
                sections.append(part)
            elif sections and part.heading and part.heading.level > SECTION_LEVEL:
                last = sections[-1]
                sections[-1] = Part(last.heading, last.blocks + part.blocks, last.words + part.words)
        return tuple(sections)

    @cached_property
    def has_title(self) -> bool:
        """Whether the article has a title: an H1 in its text or a title of its own."""
        return bool(self.article.title.strip()) or any(heading.level == 1 for heading in self.all_headings)

    @cached_property
    def words(self) -> int:
        """Words of the body, headings excluded, quotations included."""
        return sum(self.measure(block).words for block in self.body)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body that hold a word, in order."""
        return tuple(
            Sentence(block, sentence)
            for block in self.body
            for sentence in self.measure(block).sentences
            if sentence.words
        )

    @cached_property
    def repeated_sentences(self) -> tuple[Sentence, ...]:
        """The sentences of five words or more that say word for word what an earlier one said."""
        told: set[str] = set()
        repeated = []
        for sentence in self.sentences:
            if sentence.measure.words >= MIN_REPEATED_WORDS:
                text = comparable(sentence.text)
                if text in told:
                    repeated.append(sentence)
                told.add(text)
        return tuple(repeated)

    @cached_property
    def reading_ease(self) -> float | None:
        """The Flesch score of the body adapted to its language; None without sentences or a pack for the language."""
        if not self.is_language_known:
            return None
        syllables = sum(self.measure(block).syllables for block in self.body)
        return flesch(self.words, len(self.sentences), syllables, self.article.language)

    @cached_property
    def keyphrase_words(self) -> tuple[str, ...]:
        """The content words of the keyphrase, folded; none without a keyphrase."""
        return content_words(self.article.keyphrase, self.article.language)

    @cached_property
    def keyphrase_matches(self) -> tuple[Span, ...]:
        """Where the keyphrase stands in the body, in order; synonyms are not counted."""
        return tuple(block.span_in_markdown(span) for block in self.body for span in self.matches(block.text))

    @cached_property
    def keyphrase_density_percent(self) -> float | None:
        """Matches in the body for a hundred words of the body, or None without words or keyphrase."""
        if not self.words or not self.keyphrase_words:
            return None
        return 100 * len(self.keyphrase_matches) / self.words

    @cached_property
    def longest_stretch_without_topic(self) -> tuple[float, Span]:
        """The longest run of sentences without keyphrase or synonym: percent of the words of the body, and where.

        A heading that names the topic ends a run too: the reader has just seen it.
        """
        reminders = [heading.start for heading in self.headings_with_keyphrase]
        longest, words, first, span = 0, 0, 0, (0, 0)
        for index, sentence in enumerate(self.sentences):
            if reminders and reminders[0] < sentence.block.start:
                reminders = [start for start in reminders if start > sentence.block.start]
                words, first = 0, index
            if self.mentions_topic(sentence.text):
                words, first = 0, index + 1
                continue
            words += sentence.measure.words
            if words > longest:
                longest, span = words, (self.sentences[first].span[0], sentence.span[1])
        return (100 * longest / self.words if self.words else 0.0), span

    @cached_property
    def title_width_px(self) -> int:
        """Width of the title in a list of results, in pixels."""
        return title_width(self.article.title)

    @cached_property
    def title_keyphrase_position(self) -> int | None:
        """Offset in the title of the first match; 0 when only small words stand before it; None without a match."""
        return keyphrase_position(self.article.title, self.article.keyphrase, self.article.language)

    @cached_property
    def description_length(self) -> int:
        """Characters of the description, spaces at its ends left out."""
        return len(unicodedata.normalize("NFC", self.article.description.strip()))

    @cached_property
    def slug_keyphrase_percent(self) -> float | None:
        """Share of the keyphrase's content words found in the slug, or None without keyphrase or slug."""
        if not self.keyphrase_words or not self.article.slug.strip():
            return None
        return slug_keyphrase_percent(self.article.slug, self.article.keyphrase, self.article.language)

    def measure(self, block: MarkupBlock) -> BlockMeasure:
        """Return the measures of one block of this article."""
        return self._measured[block.text]

    @cached_property
    def _measured(self) -> dict[str, BlockMeasure]:
        # Held here too, since a very long block is not kept by content and a dozen checks ask for it.
        return {block.text: measure_block(block.text, self.article.language) for block in self.blocks}

    def matches(self, text: str) -> tuple[Span, ...]:
        """Return the spans of `text` where the keyphrase stands."""
        return keyphrase_spans(text, self.article.keyphrase, self.article.language)

    def mentions_topic(self, text: str) -> bool:
        """Whether the keyphrase or one of its synonyms stands in `text`."""
        phrases = (self.article.keyphrase, *self.article.synonyms)
        return any(keyphrase_spans(text, phrase, self.article.language) for phrase in phrases)


def has_text(text: str) -> bool:
    """Whether `text` holds a letter or digit."""
    return any(character.isalnum() for character in text)


def comparable(text: str) -> str:
    """Return `text` for comparison: capitals, accents, kinds of marks and punctuation at its ends do not matter."""
    return " ".join(fold(text).split()).strip(_EDGE_MARKS + APOSTROPHES + HYPHENS)


def _cut_at_headings(
    blocks: tuple[MarkupBlock, ...],
) -> Iterator[tuple[MarkupBlock | None, tuple[MarkupBlock, ...]]]:
    heading: MarkupBlock | None = None
    under: list[MarkupBlock] = []
    for block in blocks:
        if block.kind != "heading":
            under.append(block)
        elif has_text(block.text):
            yield heading, tuple(under)
            heading, under = block, []
    yield heading, tuple(under)
