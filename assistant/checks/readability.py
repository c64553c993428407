"""Readability: sentences that are read once, with a profile for news French where the usual one cannot be met."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from assistant.checks.base import Reading
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
from assistant.checks.origins import house, paper, yoast
from assistant.checks.parts import Sentence

FAR_TOO_MANY: Final = 5
"""Points beyond the limit of long or passive sentences: the reference's second step, 30 % for 25 and 15 % for 10."""
MUCH_HARDER: Final = 20
"""Points below the limit of reading ease: the step between two of Flesch's bands."""
MIN_WORDS_FOR_EASE: Final = 10
MIN_WORDS_FOR_TRANSITIONS: Final = 200
MIN_SENTENCES_FOR_SHARES: Final = 4
"""House rule: a quarter of three sentences is less than one sentence."""


@check(
    "sentence-length",
    "readability",
    yoast("textSentenceLength", "sentence-length"),
    house("25 words: in five news articles 39 to 92 % of the sentences exceed 20"),
)
def sentence_length(reading: Reading) -> Judgement:
    """Compare the share of sentences of more words than the limit, 25 in the press, with a quarter."""
    if len(reading.told_sentences) < MIN_SENTENCES_FOR_SHARES:
        return not_applicable("few-sentences")
    long, limits = long_sentences(reading, reading.told_sentences), reading.limits
    percent, limit = 100 * len(long) / len(reading.told_sentences), limits.long_sentences_percent
    value, target = amount(percent, "percent"), at_most(limit, "percent")
    if percent <= limit:
        return good(value=value, target=target, words=limits.sentence_words)
    outcome = improve if percent <= limit + FAR_TOO_MANY else bad
    places = [place(sentence.span, "here", count=sentence.measure.words) for sentence in long]
    surplus = len(long) - len(reading.told_sentences) * limit // 100
    return outcome("long", value=value, target=target, places=places, count=surplus, words=limits.sentence_words)


def long_sentences(reading: Reading, sentences: tuple[Sentence, ...] | None = None) -> tuple[Sentence, ...]:
    """Return those of `sentences`, all of the body unless given, with more words than the house allows."""
    limit = reading.limits.sentence_words
    return tuple(each for each in (reading.sentences if sentences is None else sentences) if each.measure.words > limit)


@check(
    "reading-ease",
    "readability",
    paper("Flesch, A new readability yardstick, 1948", "reading-ease"),
    paper("Kandel & Moles, Application de l’indice de Flesch à la langue française, 1958"),
)
def reading_ease(reading: Reading) -> Judgement:
    """Compare the Flesch score of the told sentences with the limit, 50 unless the house says otherwise."""
    if not reading.is_language_known:
        return not_applicable("unknown-language")
    ease, limit = reading.ease_of(reading.told_sentences), reading.limits.reading_ease
    if ease is None or reading.told_words <= MIN_WORDS_FOR_EASE:
        return not_applicable("short-text")
    value, target = amount(round(ease)), at_least(limit)
    if round(ease) >= limit:
        return good(value=value, target=target)
    outcome = improve if round(ease) >= limit - MUCH_HARDER else bad
    return outcome("difficult", value=value, target=target)


@check(
    "transition-words",
    "readability",
    yoast("textTransitionWords", "transition-words"),
    house("20 %: news ties facts by order, and a connective put in for the score is padding"),
    weight=0.5,
)
def transition_words(reading: Reading) -> Judgement:
    """Compare the share of told sentences with a connective with the limit, a fifth in the press."""
    if not reading.is_language_known:
        return not_applicable("unknown-language")
    if reading.told_words < MIN_WORDS_FOR_TRANSITIONS:
        return not_applicable("short-text")
    found = sum(sentence.measure.has_connective for sentence in reading.told_sentences)
    percent, limit = 100 * found / len(reading.told_sentences), reading.limits.transitions_percent
    value, target = amount(percent, "percent"), at_least(limit, "percent")
    if percent >= limit:
        return good(value=value, target=target)
    outcome = improve if percent >= limit / 2 else bad
    return outcome("few", value=value, target=target)


@check("sentence-openings", "readability", yoast("sentenceBeginnings"))
def sentence_openings(reading: Reading) -> Judgement:
    """Flag sentences in a row, three or more, that begin with the same word."""
    limit = reading.limits.same_openings
    if len(reading.sentences) < limit:
        return not_applicable("few-sentences")
    places = []
    for word, run in groupby(reading.sentences, key=lambda sentence: sentence.measure.first_word):
        sentences = tuple(run)
        if word and len(sentences) >= limit:
            span = (sentences[0].span[0], sentences[-1].span[1])
            places.append(place(span, "here", count=len(sentences), word=word))
    return improve("same", places=places, count=len(places)) if places else good()


@check("passive-voice", "readability", yoast("passiveVoice"))
def passive_voice(reading: Reading) -> Judgement:
    """Compare the share of told sentences with a passive verb with the limit, a tenth; a single one is no habit."""
    if not reading.is_language_known:
        return not_applicable("unknown-language")
    if len(reading.told_sentences) < MIN_SENTENCES_FOR_SHARES:
        return not_applicable("few-sentences")
    places = [place(span, "here") for span in (sentence.passive for sentence in reading.told_sentences) if span]
    percent, limit = 100 * len(places) / len(reading.told_sentences), reading.limits.passive_percent
    value, target = amount(percent, "percent"), at_most(limit, "percent")
    if percent <= limit or len(places) == 1:
        return good(value=value, target=target)
    outcome = improve if percent <= limit + FAR_TOO_MANY else bad
    return outcome("many", value=value, target=target, places=places, count=len(places))


@check(
    "repetition",
    "readability",
    house("a sentence said twice is padding; it adds words and tells nothing"),
    weight=2,
)
def repetition(reading: Reading) -> Judgement:
    """Flag each sentence that was already said, word for word or nearly; a box may retell on purpose."""
    if not reading.sentences:
        return not_applicable("no-text")
    repeated = [reading.sentences[number] for number in sorted(reading.padding.repeated)]
    places = [place(sentence.span, "here") for sentence in repeated]
    return bad("found", places=places, count=len(repeated)) if repeated else good()
