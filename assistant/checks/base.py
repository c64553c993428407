"""Reading: one article measured once, lazily, for all checks to judge."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.anatomy import Anatomy
from assistant.checks.measure import keyphrase_spans
from assistant.checks.padding import Padding, find_padding
from assistant.checks.parts import Sentence
from assistant.checks.rules import DEFAULT_RULES, HouseRules, Thresholds
from assistant.checks.title_width import title_width
from assistant.checks.verdicts import Verdicts, ask_sources, verdicts_of
from assistant.model import Evidence, Source, Span, Support
from assistant.text.markup import MarkupBlock
from assistant.text.matching import (
    content_words,
    keyphrase_position,
    slug_keyphrase_percent,
)
from assistant.text.readability import flesch
from assistant.text.short_names import name_variants


@dataclass(frozen=True)
class Reading(Anatomy):
    """An article with everything that the checks ask of it. Spans point into `article.markdown`.

    `sources` and `evidence` (what the article's stretches were made from) are for the checks of facts, and `checked` is
    what `facts` says of the article where the caller has asked already; `service` are the stretches that retell facts
    on purpose: boxes, summaries.
    """

    rules: HouseRules = DEFAULT_RULES
    sources: tuple[Source, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    service: tuple[Span, ...] = ()
    checked: Support | None = None

    @property
    def limits(self) -> Thresholds:
        """The thresholds of the house."""
        return self.rules.thresholds

    @cached_property
    def headings_with_keyphrase(self) -> tuple[MarkupBlock, ...]:
        """Those of `headings` in which the keyphrase or a synonym stands."""
        return tuple(heading for heading in self.headings if self.mentions_topic(heading.text))

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
