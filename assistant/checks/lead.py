"""The lead of a news story: who did what, when and where."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from assistant.checks.base import Reading
from assistant.checks.clues import clues
from assistant.checks.flat import flat
from assistant.checks.judgement import Judgement, bad, check, good, improve, not_applicable, place, share
from assistant.checks.names import Name, find_names
from assistant.checks.origins import house
from assistant.lang import news_words, pack
from assistant.lang.news import NewsWords
from assistant.text.markup import MarkupBlock

LEAD_WORDS: Final = 20
"""House rule: a first paragraph shorter than that leans on the one that follows."""
MIN_SENTENCE_WORDS: Final = 6
MIN_SMALL_WORDS: Final = 2
"""House rule: a sentence of six words ties its names with two small words; a line of results has none."""
MOST_FIGURES: Final = 1 / 3
"""Share of a sentence's words that are figures. House rule: more make a table."""
WORDS_TO_PLACE: Final = 4

_CAPITAL: Final = "A-ZÀ-ÖØ-ÞŒ"
_DATELINE = re.compile(
    rf"^(?:[{_CAPITAL}][\w’' -]{{1,40}}(?: ?\([^()]{{2,40}}\))? ?[—–-] "
    rf"|[{_CAPITAL}][\w’'-]+(?: (?:[{_CAPITAL}][\w’'-]+|de|du|des|la|le|les|sur|en)){{0,4}}(?: ?\([^()]{{2,40}}\))?\. )"
)
_CLAUSE = re.compile(r"[^.!?;:]+")
_LABEL = re.compile(r"([^\W\d_]+)(?: \w+){0,2} ?: ")
_WORD = re.compile(r"[\w]+(?:-[\w]+)*'?")
_CAPITAL_WORD = re.compile(rf"[{_CAPITAL}]\w+")
_PEOPLE = re.compile(r"(?:ais|ois|ain|ien|een)(?:es|s)?$")
_FIGURE = re.compile(r"\d")


@check(
    "lead-answers",
    "news",
    house("the lead of a news story says who did what, when and where; readers who stop there know the news"),
    weight=2,
)
def lead_answers(reading: Reading) -> Judgement:
    """Look for who, what, when and where in the lead: the first paragraph, and the second if that one is short."""
    if news_words(reading.article.language) is None:
        return not_applicable("unknown-language")
    lead = lead_of(reading)
    if not lead:
        return not_applicable("no-text")
    missing = _unanswered(reading, lead)
    span = (lead[0].start, lead[-1].end)
    places = [place(span, question) for question in missing]
    value, target = share(4 - len(missing), 4), share(4, 4)
    if not missing:
        return good(value=value, target=target)
    outcome = improve if len(missing) == 1 and "what" not in missing else bad
    return outcome(f"no-{missing[0]}", value=value, target=target, places=places)


def lead_of(reading: Reading) -> tuple[MarkupBlock, ...]:
    """Return the first paragraph of the article, with the second where it is short; none without a paragraph."""
    paragraphs = [block for block in reading.body if block.kind == "paragraph"]
    first = paragraphs[:1]
    if first and reading.measure(first[0]).words < LEAD_WORDS:
        first = paragraphs[:2]
    return tuple(first)


def _unanswered(reading: Reading, lead: tuple[MarkupBlock, ...]) -> tuple[str, ...]:
    """Return the questions that the lead leaves open, in the order in which they are asked."""
    language = reading.article.language
    words = news_words(language)
    if words is None:
        return ()
    text = "\n".join(block.text for block in lead)
    persons = frozenset(word for _, names in reading.names for name in names if " " in name.text for word in name.words)
    answers = {
        "who": bool(find_names(text, language)) or not words.actors.isdisjoint(_WORD.findall(flat(text))),
        "what": any(_tells(sentence, language) for block in lead for sentence in _sentences(reading, block)),
        "when": bool(clues(text, "time", language)),
        "where": _DATELINE.match(text) is not None
        or _names_place(text, language, words, persons)
        or _is_somewhere(text, language, words, persons),
    }
    return tuple(question for question, is_answered in answers.items() if not is_answered)


def _sentences(reading: Reading, block: MarkupBlock) -> list[str]:
    return [block.text[slice(*sentence.span)] for sentence in reading.measure(block).sentences]


def _tells(sentence: str, language: str) -> bool:
    """Whether a sentence can say what happened: six words or more, no line of results."""
    words = _WORD.findall(flat(sentence))
    label = _LABEL.match(flat(sentence))
    if label is not None and label.group(1) not in _small_words(language):
        return False  # Arbitre : M. Petit, assisté de MM. Roux et Denis
    small = sum(word.rstrip("'") in _small_words(language) for word in words)
    figures = sum(_FIGURE.match(word) is not None for word in words)
    return len(words) >= MIN_SENTENCE_WORDS and small >= MIN_SMALL_WORDS and figures <= MOST_FIGURES * len(words)


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(flat(word) for word in (*pack(language).function_words, *pack(language).elisions))


def _names_place(text: str, language: str, words: NewsWords, persons: frozenset[str]) -> bool:
    """Whether a preposition of place leads to a noun of place or to a name: `sur le port`, `à Brest`."""
    plain = flat(text)
    # Flat text has no accents; where the language has "à", a plain "a" is the verb.
    verb = "a" if "à" in pack(language).function_words else ""
    for clause in _CLAUSE.finditer(plain):
        tokens = [(found.group(), found.start()) for found in _WORD.finditer(plain, *clause.span())]
        for index, (token, start) in enumerate(tokens):
            if token.rstrip("'") in words.place_prepositions and text[start : start + len(token)] != verb:
                following = tokens[index + 1 : index + 1 + WORDS_TO_PLACE]
                if _leads_to_place(text, following, words, persons, is_bare=token in words.bare_place_prepositions):
                    return True
    return False


def _leads_to_place(
    text: str, following: list[tuple[str, int]], words: NewsWords, persons: frozenset[str], *, is_bare: bool
) -> bool:
    for distance, (token, start) in enumerate(following):
        if token in words.places:
            return True
        if _CAPITAL_WORD.match(text, start) is not None:
            is_person = distance > 0 and token in persons
            return is_bare and not is_person and not _PEOPLE.search(token)
    return False


def _is_somewhere(text: str, language: str, words: NewsWords, persons: frozenset[str]) -> bool:
    """Whether a name of one word, which is no person of the article, hangs on `de` or `dans`: a hamlet, a town."""
    links = "|".join(sorted(map(re.escape, words.place_links), key=len, reverse=True))
    behind_link = re.compile(rf"(?<!\w)(?:{links})(?: (?:le|la|les|the|el|los|las)| l')?(?: |(?<='))$")
    plain = flat(text)
    return any(
        behind_link.search(plain[max(0, name.span[0] - 20) : name.span[0]]) is not None
        for name in find_names(text, language)
        if _may_be_place(name) and persons.isdisjoint(name.words)
    )


def _may_be_place(name: Name) -> bool:
    return " " not in name.text and not name.text.isupper() and not _PEOPLE.search(flat(name.text))
