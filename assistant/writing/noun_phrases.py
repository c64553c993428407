"""Noun phrases of a sentence, cut where closed classes of words and punctuation show both of their ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.facts.attribution import is_attributed
from assistant.writing.cues import StoryCues
from assistant.writing.english_ends import english_end, follows_month
from assistant.writing.tokens import Token, is_finite, is_infinitive, looks_finite

VERB_GROUP_WORDS: Final = 4
"""Words from a finite verb to its object: `a également offert`, `n’a pas pu obtenir`. House rule."""

_PARTICIPLE = re.compile(r".{3,}(?:ees?|ues?|ies?|uite?s?|erte?s?)$")
_PLURAL_VERB = re.compile(r".{2,}[^m]ent$")
_PARTICIPLE_COMPLEMENTS: Final = frozenset(
    ["par", "à", "au", "aux", "dans", "en", "sur", "pour", "avec", "depuis", "sous"]
)
_BEFORE_INFINITIVE: Final = frozenset(["à", "d", "de", "pour"])
_GERUND = re.compile(r".{3,}ant$")
_UNIT = re.compile(r"[ \u00a0\u202f]?[%€$£]")
_SHORT_PARTICIPLE = re.compile(r".{2,}(?:[^aeo]us?|its?|erts?)$")
_QUOTED_WORD = re.compile(r" «[ \u00a0\u202f]?[^«»\s]{3,}[ \u00a0\u202f]?»")  # un accueil « ardent »
_AND: Final = ("et", "and")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase and what it is in its sentence: `start` and `end` point into the sentence."""

    start: int
    end: int
    core: bool
    """Whether it is the subject of the sentence or what its verb is about."""
    inner: bool
    """Whether it stands behind a preposition: a detail of something else."""
    listed: bool
    """Whether it is one of several things, and not the first."""
    subordinate: bool
    """Whether it stands in a relative clause: no section is about it."""


def noun_phrases(sentence: str, tokens: list[Token], words: StoryCues) -> list[NounPhrase]:
    """Return the noun phrases in order of appearance; two that `and` joins also as one where the first is no detail."""
    found: list[NounPhrase] = []
    verb = next((place for place in range(1, len(tokens)) if is_finite(tokens, place, words)), len(tokens))
    for first in range(len(tokens)):
        if not _opens_noun_phrase(sentence, tokens, first, words):
            continue
        last = _trimmed_end(tokens, first, words)
        if words.code == "en" and last > first:
            last = english_end(tokens, first, last, words, inner=_is_inner(tokens, first, words))
        if last <= first or _is_pronoun(tokens, first, words) or _UNIT.match(sentence[tokens[last].end :]):
            continue
        inner = _is_inner(tokens, first, words) or (first < verb and _thinks(tokens, verb))
        core = not inner and (_is_subject(tokens, first, verb) or _is_object(tokens, first, verb, words))
        listed = first > 0 and (tokens[first - 1].folded in _AND or (tokens[first].mark == "," and first < verb))
        subordinate = _is_subordinate(sentence, tokens, first, words)
        quoted = _QUOTED_WORD.match(sentence, tokens[last].end)
        end = quoted.end() if quoted else tokens[last].end
        found.append(NounPhrase(tokens[first].start, end, core, inner, listed, subordinate))
        joined = None if inner or listed else _joined_end(sentence, tokens, last, words)
        if joined is not None:
            found.append(NounPhrase(tokens[first].start, tokens[joined].end, core, inner, listed, subordinate))
    return found


def _is_pronoun(tokens: list[Token], first: int, words: StoryCues) -> bool:
    """Whether what looks like an article is the object of the verb behind it: `comme le raconte Antoine`."""
    following = tokens[first + 1].folded
    return looks_finite(following) or following in words.finite_verbs - words.verbs_or_nouns


def _trimmed_end(tokens: list[Token], first: int, words: StoryCues) -> int:
    """Return the last token of the phrase that opens at `first`; `first` itself where its end is not sure."""
    last = _noun_phrase_end(tokens, first, words)
    while last > first and _is_loose_end(tokens, last, words):
        if tokens[last].folded in ("de", "d", "of") and not _is_loose_end(tokens, last - 1, words):
            return first  # `un projet digne de ce nom` is not `un projet digne`
        last -= 1
    goes_on = last + 1 < len(tokens) and not tokens[last + 1].apart
    torn = tokens[last].past or (words.code == "fr" and _SHORT_PARTICIPLE.match(tokens[last].folded))
    measured = tokens[last - 1].folded in words.vague_nouns  # 1 200 mètres carrés
    return last - 1 if goes_on and torn and not measured and last > first + 1 else last


def _joined_end(sentence: str, tokens: list[Token], last: int, words: StoryCues) -> int | None:
    """Return the last token of `X et Y` where `X` ends at `last` and `Y` is a noun phrase too, None where it is not."""
    first = last + 2
    if first + 1 >= len(tokens) or tokens[last + 1].folded not in _AND or tokens[last + 1].apart or tokens[first].apart:
        return None
    if not _opens_noun_phrase(sentence, tokens, first, words):
        return None
    end = _trimmed_end(tokens, first, words)
    if words.code == "en" and end > first:
        end = english_end(tokens, first, end, words, inner=False)
    return end if end > first else None


def _is_subject(tokens: list[Token], first: int, verb: int) -> bool:
    return first < verb and not any(token.apart for token in tokens[1 : first + 1])


def _thinks(tokens: list[Token], verb: int) -> bool:
    """Whether the subject of that verb is who says or thinks: `les experts pensent que`, `la mairie a dit que`."""
    return any(token.folded in ("que", "qu", "that") and not token.apart for token in tokens[verb + 1 : verb + 4])


def _is_object(tokens: list[Token], first: int, verb: int, words: StoryCues) -> bool:
    """Whether the verb group ends right before the phrase: `a reçu | un gilet`, `annonce | une hausse`."""
    if not verb < first <= verb + VERB_GROUP_WORDS or any(token.apart for token in tokens[verb + 1 : first + 1]):
        return False
    between = tokens[verb + 1 : first]
    return not any(token.name or token.folded in words.determiners or token.folded in _AND for token in between)


def _is_inner(tokens: list[Token], first: int, words: StoryCues) -> bool:
    borders = {border.split()[0] for border in words.clause_borders} - {"a"}
    return bool(first and not tokens[first].apart and tokens[first - 1].folded in words.prepositions | borders)


def _is_subordinate(sentence: str, tokens: list[Token], first: int, words: StoryCues) -> bool:
    """Whether the phrase stands in a relative clause: `depuis qu’il a pris le pouvoir`; not in what somebody says."""
    for token, following in zip(reversed(tokens[:first]), reversed(tokens[1 : first + 1]), strict=True):
        if token.folded in words.relatives:
            return not is_attributed(sentence[: following.start], words.code)
        if token.mark:
            return False
    return False


def _opens_noun_phrase(sentence: str, tokens: list[Token], place: int, words: StoryCues) -> bool:
    """Whether the token is a determiner that surely opens a phrase of its own; `des` is more often `de les`."""
    token = tokens[place]
    if _is_quoted(sentence, token.start):
        return False
    if place and not token.apart and tokens[place - 1].folded in ("comme", "as"):
        return False  # what something is taken for
    loose = not place or token.apart or tokens[place - 1].folded not in words.phrase_stops | words.opening_articles
    if loose:
        counts = token.folded in words.number_words or token.folded.isdigit()
        counts = counts and not (place > 1 and not token.apart and tokens[place - 1].name)  # Rs 24 lakh
        counts = counts and not (words.code == "en" and follows_month(tokens, place))
        if counts and place + 1 < len(tokens) and not tokens[place + 1].name:
            return tokens[place + 1].folded not in {*words.vague_nouns, *words.number_words, *words.prepositions}
    if token.folded not in words.opening_articles:
        return False
    if token.folded != "des" or not place or token.apart:
        return True
    previous = tokens[place - 1]
    if sentence[previous.start : previous.end].endswith(("é", "és", "ée", "ées")):
        return True
    return previous.folded in words.phrase_stops or previous.folded in ("avec", "dans", "sur", "par", "pour")


def _opens_another(token: Token, previous: Token, words: StoryCues) -> bool:
    """Whether an article without a preposition before it shows that the word before it is a verb."""
    if token.folded in ("du", "des", "au", "aux") or previous.folded in words.prepositions:
        return False
    return token.folded in words.determiners


def _is_quoted(sentence: str, place: int) -> bool:
    before = sentence[:place]
    return before.count("«") > before.count("»") or before.count("“") > before.count("”")


def _is_loose_end(tokens: list[Token], last: int, words: StoryCues) -> bool:
    """Whether the phrase is better off without its last token: a preposition, or `au cours`, `au début du mois`."""
    folded = tokens[last].folded
    if folded in words.prepositions | words.determiners | words.phrase_stops:
        return True
    return (folded in words.vague_nouns or folded in words.number_words) and tokens[
        last - 1
    ].folded in words.prepositions


def _noun_phrase_end(tokens: list[Token], first: int, words: StoryCues) -> int:
    """Return the index of the last token of the noun phrase that the determiner at `first` opens."""
    place = first + 1
    between = False
    while place < len(tokens):
        token, previous = tokens[place], tokens[place - 1]
        if token.apart:
            return place - 1
        if token.folded in ("et", "and") and between:
            between = False
            place += 2 if place + 1 < len(tokens) and tokens[place + 1].folded in words.determiners else 1
            continue
        if token.folded in ("que", "qu"):
            return place - 2
        if token.folded == "that":
            return _end_before_that(tokens, first, place, words)
        if _stops(tokens, place, words) or (place > first + 1 and is_finite(tokens, place, words)):
            return place - 1
        if place > first + 1 and _opens_another(token, previous, words):
            return place - 1 if previous.name else place - 2
        if token.folded in ("entre", "between"):
            between = True
        if words.code == "fr" and not token.name and place > first + 1 and _is_verbal(tokens, first, place):
            return place - 2 if previous.folded in _BEFORE_INFINITIVE else place - 1
        place += 1
    return place - 1


def _stops(tokens: list[Token], place: int, words: StoryCues) -> bool:
    """Whether no noun phrase goes on there: a word of another kind, or what is done with it: `en la laïcisant`."""
    if tokens[place].folded == "en":
        return any(_GERUND.match(ahead.folded) for ahead in tokens[place + 1 : place + 3])
    return tokens[place].folded in words.phrase_stops


def _end_before_that(tokens: list[Token], first: int, place: int, words: StoryCues) -> int:
    """Return the last token of an English phrase before `that`, and before the verb there: `a study in rats | hints`.

    `first` where that is not sure; it is in `by Spanish fans that`.
    """
    previous, before, ahead = tokens[place - 1], tokens[place - 2], tokens[max(first, place - 3)]
    bound = words.determiners | words.prepositions
    if before.folded in bound or (before.name and ahead.folded in bound):
        return place - 1
    if not previous.folded.endswith(("s", "ed")):
        return place - 1
    return first if before.name else place - 2


def _is_verbal(tokens: list[Token], first: int, place: int) -> bool:
    """Whether the ending of a French word, with its neighbours, says that it is a verb."""
    folded = tokens[place].folded
    following = tokens[place + 1].folded if place + 1 < len(tokens) and not tokens[place + 1].apart else ""
    if tokens[first].folded in ("les", "des", "ces") and _PLURAL_VERB.match(folded):
        return True
    if is_infinitive(folded) and tokens[place - 1].folded in _BEFORE_INFINITIVE:
        return True
    if _PARTICIPLE.match(folded) and following in _PARTICIPLE_COMPLEMENTS:
        return True
    return bool(looks_finite(folded)) or (bool(_GERUND.match(folded)) and bool(following))
