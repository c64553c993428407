"""Reading: one article measured once, lazily, for all checks to judge."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, Self

from assistant.checks.measure import BlockMeasure, keyphrase_spans, measure_block
from assistant.checks.names import Name, counted_names, find_names
from assistant.checks.padding import Padding, find_padding
from assistant.checks.parts import Part, Sentence, cut_at_headings, figures, has_text, small_words, topic_keys
from assistant.checks.rules import DEFAULT_RULES, HouseRules, Thresholds
from assistant.checks.title_width import title_width
from assistant.checks.verdicts import Verdicts, ask_sources, verdicts_of
from assistant.lang import SCORED_LANGUAGES
from assistant.model import Article, Brief, Evidence, Source, Span, Support
from assistant.text.html import read_html
from assistant.text.inline import Picture
from assistant.text.markup import Markup, MarkupBlock, read_markup
from assistant.text.matching import (
    content_words,
    keyphrase_position,
    slug_keyphrase_percent,
)
from assistant.text.readability import flesch
from assistant.text.short_names import name_variants
from assistant.text.words import fold

SECTION_LEVEL: Final = 2

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Reading:
    """An article with everything that the checks ask of it. Spans point into `article.markdown`.

    Headings without text are no headings here, except in `empty_headings`. `given_markup` replaces the parsing of
    `article.markdown` where the article came as HTML. `sources` and `evidence` (what the article's stretches were made
    from) are for the checks of facts, and `checked` is what `facts` says of the article where the caller has asked
    already; `service` are the stretches that retell facts on purpose: boxes, summaries.
    """

    article: Article
    brief: Brief = field(default_factory=Brief)
    given_markup: Markup | None = None
    rules: HouseRules = DEFAULT_RULES
    sources: tuple[Source, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    service: tuple[Span, ...] = ()
    checked: Support | None = None

    @classmethod
    def from_html(cls, html: str, article: Article, brief: Brief | None = None) -> Self:
        """Return the reading of an article given as HTML: `article.markdown` becomes the extracted text."""
        markup = read_html(html)
        return cls(replace(article, markdown=markup.text), brief or Brief(), markup)

    @property
    def limits(self) -> Thresholds:
        """The thresholds of the house."""
        return self.rules.thresholds

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
    def padding(self) -> Padding:
        """Which sentences add words and tell nothing, by their places in `sentences`."""
        return find_padding(self.sentences, self.verdicts.unsupported, self.verdicts.altered, self.service)

    @cached_property
    def support(self) -> Support | None:
        """All that the sources say of the article, or None without sources."""
        return self.checked or ask_sources(self.article, self.sources, self.evidence)

    @cached_property
    def verdicts(self) -> Verdicts:
        """The verdicts on the sentences, by their places in `sentences`; none without sources."""
        return verdicts_of(self.support, tuple(sentence.span for sentence in self.sentences))

    @cached_property
    def told_sentences(self) -> tuple[Sentence, ...]:
        """The sentences that earn something: neither said before nor without support. Shares are counted over these."""
        idle = self.padding.idle
        return tuple(each for place, each in enumerate(self.sentences) if place not in idle) if idle else self.sentences

    @cached_property
    def told_words(self) -> int:
        """Words of `told_sentences`: what no padding can raise."""
        return sum(sentence.measure.words for sentence in self.told_sentences)

    @cached_property
    def told_words_by_block(self) -> dict[int, int]:
        """The told words of each block of the body, by its start in `Article.markdown`."""
        words: dict[int, int] = {}
        for sentence in self.told_sentences:
            start = sentence.block.start
            words[start] = words.get(start, 0) + sentence.measure.words
        return words

    @cached_property
    def reading_ease(self) -> float | None:
        """The Flesch score of the body adapted to its language; None without sentences or a pack for the language."""
        return self.ease_of(self.sentences)

    def ease_of(self, sentences: tuple[Sentence, ...]) -> float | None:
        """Return the Flesch score of some sentences; None without any, or without a pack for the language."""
        if not self.is_language_known:
            return None
        words = sum(sentence.measure.words for sentence in sentences)
        syllables = sum(sentence.measure.syllables for sentence in sentences)
        return flesch(words, len(sentences), syllables, self.article.language)

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

    def phrase_places(self, block: MarkupBlock, phrase: str) -> tuple[int, ...]:
        """Return where `phrase` begins in the text of `block`."""
        return tuple(start for start, _ in keyphrase_spans(block.text, phrase, self.article.language))

    @cached_property
    def _topic_places(self) -> dict[int, tuple[int, ...]]:
        """Where the topic is named in each block of the body, by the block's start: by block, since that is kept."""
        phrases = (self.article.keyphrase, *self.variants)
        return {
            block.start: tuple(place for phrase in phrases for place in self.phrase_places(block, phrase))
            for block in self.body
        }

    def names_topic(self, sentence: Sentence) -> bool:
        """Whether the keyphrase or a variant stands in that sentence."""
        start, end = sentence.measure.span
        return any(start <= place < end for place in self._topic_places[sentence.block.start])

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

    @cached_property
    def variants(self) -> tuple[str, ...]:
        """What names the topic beside the keyphrase: synonyms, and the short forms that the text itself explains.

        The family name of a person given in full, and the acronym that stands in brackets behind the full name.
        """
        given = self.article.keyphrase
        return (*self.article.synonyms, *name_variants(given, "\n".join(block.text for block in self.body)))

    def mentions_topic(self, text: str) -> bool:
        """Whether the keyphrase, one of its synonyms or a short form stands in `text`."""
        phrases = (self.article.keyphrase, *self.variants)
        return any(keyphrase_spans(text, phrase, self.article.language) for phrase in phrases)
