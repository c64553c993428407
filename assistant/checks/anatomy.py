"""Anatomy: the blocks, parts, sentences and names of one article, found once, lazily."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, Self

from assistant.checks.measure import BlockMeasure, measure_block
from assistant.checks.names import Name, counted_names, find_names
from assistant.checks.parts import Part, Sentence, cut_at_headings, figures, has_text, small_words, topic_keys
from assistant.lang import SCORED_LANGUAGES
from assistant.model import Article, Brief
from assistant.text.html import read_html
from assistant.text.inline import Picture
from assistant.text.markup import Markup, MarkupBlock, read_markup
from assistant.text.words import fold

SECTION_LEVEL: Final = 2

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Anatomy:
    """What an article is made of. Spans point into `article.markdown`.

    Headings without text are no headings here, except in `empty_headings`. `given_markup` replaces the parsing of
    `article.markdown` where the article came as HTML.
    """

    article: Article
    brief: Brief = field(default_factory=Brief)
    given_markup: Markup | None = None

    @classmethod
    def from_html(cls, html: str, article: Article, brief: Brief | None = None) -> Self:
        """Return the reading of an article given as HTML: `article.markdown` becomes the extracted text."""
        markup = read_html(html)
        return cls(replace(article, markdown=markup.text), brief or Brief(), markup)

    @cached_property
    def markup(self) -> Markup:
        """The blocks, links and pictures of the article."""
        return read_markup(self.article.markdown) if self.given_markup is None else self.given_markup

    @property
    def blocks(self) -> tuple[MarkupBlock, ...]:
        """All blocks in order."""
        return self.markup.blocks

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of the text, and the article's own picture, without a place in the text, at last."""
        own = Picture(self.article.image_alternative, self.article.image, 0, 0)
        return (*self.markup.pictures, own) if self.article.image.strip() else self.markup.pictures

    @property
    def is_language_known(self) -> bool:
        """Whether there is a pack for the article's language: without one, no verbs, connectives or syllables."""
        return self.article.language in SCORED_LANGUAGES

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
            for heading, blocks in cut_at_headings(self.blocks)
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
    def names(self) -> tuple[tuple[MarkupBlock, tuple[Name, ...]], ...]:
        """The blocks of the body with the names that stand in each."""
        return tuple((block, find_names(block.text, self.article.language)) for block in self.body)

    @cached_property
    def main_names(self) -> tuple[tuple[tuple[str, ...], int], ...]:
        """The names of the body with how often each is mentioned, the commonest first; words flat."""
        small = frozenset().union(*(small_words(block.text) for block in self.body))
        return tuple(counted_names((names for _, names in self.names), small).most_common())

    @cached_property
    def body_keys(self) -> frozenset[str]:
        """The keys of the topic words of the body, as `content_keys` gives them."""
        language = self.article.language
        return frozenset().union(*(topic_keys(block.text, language) for block in self.body))

    @cached_property
    def body_words(self) -> frozenset[str]:
        """All words of the body, folded."""
        return frozenset().union(*(frozenset(_WORD.findall(fold(block.text))) for block in self.body))

    @cached_property
    def body_numbers(self) -> frozenset[str]:
        """The numbers that stand in figures in the body, their digits alone, and the parts of each."""
        return frozenset().union(*(figures(block.text) for block in self.body))

    def measure(self, block: MarkupBlock) -> BlockMeasure:
        """Return the measures of one block of this article."""
        return self._measured[block.text]

    @cached_property
    def _measured(self) -> dict[str, BlockMeasure]:
        # Held here too, since a very long block is not kept by content and a dozen checks ask for it.
        return {block.text: measure_block(block.text, self.article.language) for block in self.blocks}
