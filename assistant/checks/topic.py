"""Where the topic falls in what an article tells."""

from __future__ import annotations

from assistant.checks.base import Reading
from assistant.model import Span


def told_matches(reading: Reading) -> int:
    """Return how many times the keyphrase stands in sentences that earn something."""
    if not reading.padding.idle:
        return len(reading.keyphrase_matches)
    return sum(
        sentence.measure.span[0] <= place < sentence.measure.span[1]
        for sentence in reading.told_sentences
        for place in reading.phrase_places(sentence.block, reading.article.keyphrase)
    )


def words_before_topic(reading: Reading) -> int | None:
    """Return how many told words stand before the first sentence that names the topic, or None when none does."""
    words = 0
    for sentence in reading.told_sentences:
        if reading.names_topic(sentence):
            return words
        words += sentence.measure.words
    return None


def longest_stretch_without_topic(reading: Reading) -> tuple[float, Span]:
    """Return the longest run of told sentences without keyphrase or synonym: percent of the told words, and where.

    A heading that names the topic ends a run too: the reader has just seen it.
    """
    reminders = [heading.start for heading in reading.headings_with_keyphrase]
    sentences, longest, words, first, span = reading.told_sentences, 0, 0, 0, (0, 0)
    passed = 0
    for index, sentence in enumerate(sentences):
        if passed < len(reminders) and reminders[passed] < sentence.block.start:
            while passed < len(reminders) and reminders[passed] < sentence.block.start:
                passed += 1
            words, first = 0, index
        if reading.names_topic(sentence):
            words, first = 0, index + 1
            continue
        words += sentence.measure.words
        if words > longest:
            longest, span = words, (sentences[first].span[0], sentence.span[1])
    return (100 * longest / reading.told_words if reading.told_words else 0.0), span
