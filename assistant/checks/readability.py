"""Readability: sentences that are read once, with a profile for news French where the usual one cannot be met."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from assistant.checks.base import Reading, Sentence
from assistant.checks.judgement import (
    Judgement,
    amount,
    at_least,
    at_most,
    bad,
    check,
    good,
    improve,
    not_applicable,
    place,
)

LONG_SENTENCE_WORDS: Final = 25
"""House rule, the "presse" profile: in five news articles 39 to 92 % of the sentences exceed the usual 20 words."""
MAX_LONG_PERCENT: Final = 25
FAR_TOO_MANY_LONG_PERCENT: Final = 30
MIN_READING_EASE: Final = 50
VERY_DIFFICULT_READING_EASE: Final = 30
MIN_WORDS_FOR_EASE: Final = 10
MIN_TRANSITION_PERCENT: Final = 20
TOO_FEW_TRANSITION_PERCENT: Final = 10
MIN_WORDS_FOR_TRANSITIONS: Final = 200
SAME_OPENINGS: Final = 3
MAX_PASSIVE_PERCENT: Final = 10
FAR_TOO_MANY_PASSIVE_PERCENT: Final = 15
MIN_SENTENCES_FOR_SHARES: Final = 4
"""House rule: a quarter of three sentences is less than one sentence."""


@check(
    "sentence-length", "readability", source="https://yoast.com/help/sentence-length/; 25 words: house rule for news"
)
def sentence_length(reading: Reading) -> Judgement:
    """Compare the share of sentences of more than 25 words with a quarter."""
    if len(reading.sentences) < MIN_SENTENCES_FOR_SHARES:
        return not_applicable("few-sentences")
    long = long_sentences(reading)
    percent = 100 * len(long) / len(reading.sentences)
    value, target = amount(percent, "percent"), at_most(MAX_LONG_PERCENT, "percent")
    if percent <= MAX_LONG_PERCENT:
        return good(value=value, target=target)
    outcome = improve if percent <= FAR_TOO_MANY_LONG_PERCENT else bad
    places = [place(sentence.span, "here", count=sentence.measure.words) for sentence in long]
    surplus = len(long) - len(reading.sentences) * MAX_LONG_PERCENT // 100
    return outcome("long", value=value, target=target, places=places, count=surplus)


def long_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Return the sentences of the body with more than 25 words."""
    return tuple(sentence for sentence in reading.sentences if sentence.measure.words > LONG_SENTENCE_WORDS)


@check(
    "reading-ease",
    "readability",
    source="Bands of Flesch (1948) from 50, fairly difficult, to 30, very difficult; French: Kandel & Moles (1958)",
)
def reading_ease(reading: Reading) -> Judgement:
    """Compare the Flesch score of the body with 50."""
    if not reading.is_language_known:
        return not_applicable("unknown-language")
    ease = reading.reading_ease
    if ease is None or reading.words <= MIN_WORDS_FOR_EASE:
        return not_applicable("short-text")
    value, target = amount(round(ease)), at_least(MIN_READING_EASE)
    if round(ease) >= MIN_READING_EASE:
        return good(value=value, target=target)
    outcome = improve if round(ease) >= VERY_DIFFICULT_READING_EASE else bad
    return outcome("difficult", value=value, target=target)


@check(
    "transition-words",
    "readability",
    source="https://yoast.com/help/transition-words/; 20 % instead of 30 %: house rule, news ties facts by order, "
    "and a connective put in for the score is padding",
    weight=0.5,
)
def transition_words(reading: Reading) -> Judgement:
    """Compare the share of sentences with a connective with a fifth."""
    if not reading.is_language_known:
        return not_applicable("unknown-language")
    if reading.words < MIN_WORDS_FOR_TRANSITIONS:
        return not_applicable("short-text")
    found = sum(sentence.measure.has_connective for sentence in reading.sentences)
    percent = 100 * found / len(reading.sentences)
    value, target = amount(percent, "percent"), at_least(MIN_TRANSITION_PERCENT, "percent")
    if percent >= MIN_TRANSITION_PERCENT:
        return good(value=value, target=target)
    outcome = improve if percent >= TOO_FEW_TRANSITION_PERCENT else bad
    return outcome("few", value=value, target=target)


@check("sentence-openings", "readability", source="https://yoast.com/help/consecutive-sentences/")
def sentence_openings(reading: Reading) -> Judgement:
    """Flag three or more sentences in a row that begin with the same word."""
    if len(reading.sentences) < SAME_OPENINGS:
        return not_applicable("few-sentences")
    places = []
    for word, run in groupby(reading.sentences, key=lambda sentence: sentence.measure.first_word):
        sentences = tuple(run)
        if word and len(sentences) >= SAME_OPENINGS:
            span = (sentences[0].span[0], sentences[-1].span[1])
            places.append(place(span, "here", count=len(sentences), word=word))
    return improve("same", places=places, count=len(places)) if places else good()


@check("passive-voice", "readability", source="https://yoast.com/help/passive-voice/")
def passive_voice(reading: Reading) -> Judgement:
    """Compare the share of sentences with a passive verb with a tenth."""
    if not reading.is_language_known:
        return not_applicable("unknown-language")
    if len(reading.sentences) < MIN_SENTENCES_FOR_SHARES:
        return not_applicable("few-sentences")
    places = [place(span, "here") for span in (sentence.passive for sentence in reading.sentences) if span]
    percent = 100 * len(places) / len(reading.sentences)
    value, target = amount(percent, "percent"), at_most(MAX_PASSIVE_PERCENT, "percent")
    if percent <= MAX_PASSIVE_PERCENT or len(places) == 1:
        return good(value=value, target=target)
    outcome = improve if percent <= FAR_TOO_MANY_PASSIVE_PERCENT else bad
    return outcome("many", value=value, target=target, places=places, count=len(places))


@check(
    "repetition",
    "readability",
    source="house rule: a sentence said twice is padding; it adds words and tells nothing",
    weight=2,
)
def repetition(reading: Reading) -> Judgement:
    """Flag each sentence of five words or more that was already said word for word."""
    if not reading.sentences:
        return not_applicable("no-text")
    repeated = reading.repeated_sentences
    places = [place(sentence.span, "here") for sentence in repeated]
    return bad("found", places=places, count=len(repeated)) if repeated else good()
