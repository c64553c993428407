"""Phrases that may stand alone as a heading or a title, cut from a sentence at borders that are sure; all verbatim.

There is no grammar here: a phrase is taken only where closed classes of words (determiners, relatives, auxiliaries,
conjunctions) and punctuation show both of its ends. What is not sure is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from assistant.facts.attribution import is_attributed
from assistant.lang import pack
from assistant.text.words import count_words, fold
from assistant.writing.agencies import NEWS_AGENCIES
from assistant.writing.clauses import clauses
from assistant.writing.cues import StoryCues, cues
from assistant.writing.sentences import phrase_pattern, plain
from assistant.writing.tokens import Token, capitalised, looks_finite, read_tokens

PhraseKind = Literal["noun", "clause", "quote"]
FEWEST_WORDS: Final = 3
MOST_WORDS: Final = 9
MOST_CLAUSE_WORDS: Final = 11
"""Words of a heading. House rule: fewer say nothing, more do not fit one line of a phone."""

FEWEST_QUOTED_WORDS: Final = 6

_QUOTE = re.compile(r"«[ \u00a0\u202f]?([^«»\n]{8,200}?)[ \u00a0\u202f]?»|“([^“”\n]{8,200})”")
_PARTICIPLE = re.compile(r".{3,}(?:ees?|ues?|ies?)$")
_PLURAL_VERB = re.compile(r".{2,}[^m]ent$")
_PARTICIPLE_COMPLEMENTS: Final = frozenset(
    ["par", "à", "au", "aux", "dans", "en", "sur", "pour", "avec", "depuis", "sous"]
)
_INFINITIVE = re.compile(r".{2,}(?:er|ir|oir|dre|tre)$")
_BEFORE_INFINITIVE: Final = frozenset(["à", "d", "de", "pour"])
_UNELIDED = re.compile(r"L[ea] [aeiouéèêàâîôAEIOUÉÈÊÀÂÎÔ]")
_GERUND = re.compile(r".{3,}ant$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of one sentence, verbatim but for its first letter, which may be raised."""

    kind: PhraseKind
    text: str
    inner: bool = False
    """Whether it stands behind a preposition: a detail of something else."""
    subordinate: bool = False
    """Whether it stands in a relative clause: no section is about it."""

    @property
    def words(self) -> int:
        """The number of words."""
        return count_words(self.text)


@lru_cache(maxsize=4096)
def phrases(sentence: str, language: str) -> tuple[Phrase, ...]:
    """Return the phrases of 3 to 9 words that could head a section about `sentence`, in order of appearance."""
    tokens = read_tokens(sentence)
    words = cues(language)
    found = [
        *(Phrase("clause", text) for text in clauses(sentence, tokens, words, most_words=MOST_CLAUSE_WORDS)),
        *_noun_phrases(sentence, tokens, words),
        *(Phrase("quote", text) for text in _quotes(sentence, words)),
    ]
    return tuple(dict.fromkeys(phrase for phrase in found if is_printable(phrase, language)))


def is_printable(phrase: Phrase, language: str) -> bool:
    """Whether an editor could print it: long enough, no agency, no loose end, no word that points elsewhere."""
    words = cues(language)
    folded = plain(phrase.text).split()
    most = MOST_CLAUSE_WORDS if phrase.kind == "clause" else MOST_WORDS
    if not FEWEST_WORDS <= phrase.words <= most or set(folded) & NEWS_AGENCIES or folded[0] in words.conditions:
        return False
    small = pack(language).function_words
    content = [word for word in folded if word not in small | words.vague_nouns and word not in words.number_words]
    if len(content) < 2 or folded[-1] in words.prepositions | words.determiners | words.phrase_stops:
        return False
    if phrase.kind != "noun":
        return True
    heads = set([word for word in folded if word not in words.determiners][:2])
    if heads & words.vague_adjectives or folded[-1] in words.vague_adjectives:
        return False
    if heads & words.vague_nouns or heads & set(words.person_titles) or set(folded) & words.possessives:
        return False
    if folded[-1] in words.relative_days or (language == "fr" and _UNELIDED.match(phrase.text)):
        return False
    return any(word[0].islower() and fold(word) not in small for word in re.findall(r"[^\W\d_]+", phrase.text)[1:])


def _noun_phrases(sentence: str, tokens: list[Token], words: StoryCues) -> list[Phrase]:
    found: list[Phrase] = []
    for first, token in enumerate(tokens):
        if not _opens_noun_phrase(sentence, tokens, first, words):
            continue
        last = _noun_phrase_end(tokens, first, words)
        while last > first and _is_loose_end(tokens, last, words):
            last -= 1
        if last > first and not looks_finite(tokens[first + 1].folded):
            text = capitalised(sentence[token.start : tokens[last].end])
            subordinate = _is_subordinate(sentence, tokens, first, words)
            found.append(Phrase("noun", text, _is_inner(tokens, first, words), subordinate))
    return found


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
    loose = not place or token.apart or tokens[place - 1].folded not in words.phrase_stops | words.opening_articles
    if loose:
        counts = token.folded in words.number_words or token.folded.isdigit()
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
        if token.folded in ("que", "qu", "that"):
            return place - 2
        if token.folded in words.phrase_stops:
            return place - 1
        if place > first + 1 and _opens_another(token, previous, words):
            return place - 1 if previous.name else place - 2
        if token.folded in ("entre", "between"):
            between = True
        if words.code == "fr" and not token.name and place > first + 1 and _is_verbal(tokens, first, place):
            return place - 2 if previous.folded in _BEFORE_INFINITIVE else place - 1
        place += 1
    return place - 1


def _is_verbal(tokens: list[Token], first: int, place: int) -> bool:
    """Whether the ending of a French word, with its neighbours, says that it is a verb."""
    folded = tokens[place].folded
    following = tokens[place + 1].folded if place + 1 < len(tokens) and not tokens[place + 1].apart else ""
    if tokens[first].folded in ("les", "des", "ces") and _PLURAL_VERB.match(folded):
        return True
    if _INFINITIVE.match(folded) and tokens[place - 1].folded in _BEFORE_INFINITIVE:
        return True
    if _PARTICIPLE.match(folded) and following in _PARTICIPLE_COMPLEMENTS:
        return True
    return bool(looks_finite(folded)) or (bool(_GERUND.match(folded)) and bool(following))


def _quotes(sentence: str, words: StoryCues) -> list[str]:
    opening, closing = pack(words.code).quotation_marks
    found: list[str] = []
    for match in _QUOTE.finditer(sentence):
        inside = (match.group(1) or match.group(2)).strip(" ,.\u00a0\u202f")
        if count_words(inside) > MOST_WORDS:
            inside = _first_clause(inside, words)
        first = plain(inside).split()[:1]
        if first and first[0] not in words.prepositions and "‘" not in inside and _speaks(inside, words):
            found.append(f"{opening}{capitalised(inside)}{closing}")
    return found


def _first_clause(quoted: str, words: StoryCues) -> str:
    """Return the quotation up to its first comma; empty where what follows limits it: `mais`, `si`, `alors que`."""
    start, comma, rest = quoted.partition(",")
    borders = phrase_pattern((*words.clause_borders, *words.conditions), opening=True)
    return start if comma and not borders.search(plain(rest)) else ""


def _speaks(quoted: str, words: StoryCues) -> bool:
    """Whether the quoted words say something by themselves: a verb with its subject, or five words without a name."""
    tokens = plain(quoted).split()
    if set(tokens[:4]) & words.speaking_words:
        return True
    return len(tokens) >= FEWEST_QUOTED_WORDS and not any(word[0].isupper() for word in quoted.split()[1:])
