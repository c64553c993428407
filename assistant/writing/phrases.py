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
from assistant.writing.cues import StoryCues, cues
from assistant.writing.sentences import leans_back, phrase_pattern, plain

PhraseKind = Literal["noun", "clause", "quote"]
FEWEST_WORDS: Final = 3
MOST_WORDS: Final = 9
"""Words of a heading. House rule: fewer say nothing, more do not fit one line of a phone."""

FEWEST_QUOTED_WORDS: Final = 6
BORDER_MARKS: Final = (",", ";", "–", "—")
OPENING_MARKS: Final = ("–", "—", ":")

_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*[’']?")
_QUOTE = re.compile(r"«[ \u00a0\u202f]?([^«»\n]{8,90}?)[ \u00a0\u202f]?»|“([^“”\n]{8,90})”")
_PARTICIPLE = re.compile(r".{3,}(?:ees?|ues?|ies?)$")
_PLURAL_VERB = re.compile(r".{2,}[^m]ent$")
_PARTICIPLE_COMPLEMENTS: Final = frozenset(
    ["par", "à", "au", "aux", "dans", "en", "sur", "pour", "avec", "depuis", "sous"]
)
_INFINITIVE = re.compile(r".{2,}(?:er|ir|oir|dre|tre)$")
_BEFORE_INFINITIVE: Final = frozenset(["à", "d", "de", "pour"])
_UNELIDED = re.compile(r"L[ea] [aeiouéèêàâîôAEIOUÉÈÊÀÂÎÔ]")
_FINITE = re.compile(r".{3,}(?:ait|aient|erait|eraient|eront|iront)$")
_GERUND = re.compile(r".{3,}ant$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of one sentence, verbatim but for its first letter, which may be raised."""

    kind: PhraseKind
    text: str
    inner: bool = False
    """Whether it stands behind a preposition or a relative: a detail of something else."""

    @property
    def words(self) -> int:
        """The number of words."""
        return count_words(self.text)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    folded: str
    name: bool
    mark: str
    """The punctuation before it, without spaces; empty for none."""

    @property
    def apart(self) -> bool:
        """Whether punctuation parts it from the token before."""
        return bool(self.mark)


@lru_cache(maxsize=4096)
def phrases(sentence: str, language: str) -> tuple[Phrase, ...]:
    """Return the phrases of 3 to 9 words that could head a section about `sentence`, in order of appearance."""
    tokens = _tokens(sentence)
    words = cues(language)
    found = [
        *(Phrase("clause", text) for text in _clauses(sentence, tokens, words)),
        *_noun_phrases(sentence, tokens, words),
        *(Phrase("quote", text) for text in _quotes(sentence, words)),
    ]
    return tuple(dict.fromkeys(phrase for phrase in found if is_printable(phrase, language)))


def is_printable(phrase: Phrase, language: str) -> bool:
    """Whether an editor could print it: long enough, no agency, no loose end, no word that points elsewhere."""
    words = cues(language)
    folded = plain(phrase.text).split()
    if not FEWEST_WORDS <= phrase.words <= MOST_WORDS or set(folded) & NEWS_AGENCIES:
        return False
    small = pack(language).function_words
    content = [word for word in folded if word not in small | words.vague_nouns and word not in words.number_words]
    if len(content) < 2 or folded[-1] in words.prepositions | words.determiners | words.phrase_stops:
        return False
    if phrase.kind != "noun":
        return True
    heads = set([word for word in folded if word not in words.determiners][:2])
    if heads & words.vague_nouns or heads & set(words.person_titles) or set(folded) & words.possessives:
        return False
    if folded[-1] in words.relative_days or (language == "fr" and _UNELIDED.match(phrase.text)):
        return False
    return any(word[0].islower() and fold(word) not in small for word in re.findall(r"[^\W\d_]+", phrase.text)[1:])


def main_clause(
    sentence: str, language: str, *, longest: int, most_words: int = 14, borders: tuple[str, ...] = ()
) -> str | None:
    """Return the clause that opens the sentence, cut at a sure border to at most `longest` characters, or None.

    A long description before a full name may be left off. None when the clause would lose an attribution or a
    condition, leans on another sentence, or does not fit.
    """
    tokens = _tokens(sentence)
    words = cues(language)
    fitting = [
        text for text in _clauses(sentence, tokens, words, extra=borders, most_words=most_words) if len(text) <= longest
    ]
    return max(fitting, key=len, default=None)


def capitalised(text: str) -> str:
    """Return `text` with its first letter raised, quotation marks skipped."""
    for place, character in enumerate(text):
        if character.isalpha():
            return text[:place] + character.upper() + text[place + 1 :]
        if character.isdigit():
            break
    return text


def _tokens(sentence: str) -> list[_Token]:
    tokens: list[_Token] = []
    end = 0
    for match in _TOKEN.finditer(sentence):
        folded = _key(match.group())
        between = sentence[end : match.start()].strip()
        glued = bool(tokens) and end == match.start() and sentence[end - 1] not in "’'"
        mark = (between or "/" * glued) if tokens else ""
        name = match.group()[0].isupper()
        if name and tokens and tokens[-1].name and not mark:
            folded = f"{folded}^"  # Jong Un, Choe Son Hui: no article, no possessive
        tokens.append(_Token(match.start(), match.end(), folded, name, mark))
        end = match.end()
    return tokens


def _key(word: str) -> str:
    """Return the folded word; the preposition `à` keeps its accent, for `a` is a verb."""
    return "à" if word in ("à", "À") else fold(word).rstrip("'")


def _noun_phrases(sentence: str, tokens: list[_Token], words: StoryCues) -> list[Phrase]:
    found: list[Phrase] = []
    for first, token in enumerate(tokens):
        if not _opens_noun_phrase(sentence, tokens, first, words):
            continue
        last = _noun_phrase_end(tokens, first, words)
        while last > first and _is_loose_end(tokens, last, words):
            last -= 1
        if last > first and not _FINITE.match(tokens[first + 1].folded):
            text = capitalised(sentence[token.start : tokens[last].end])
            found.append(Phrase("noun", text, _is_inner(tokens, first, words)))
    return found


def _is_inner(tokens: list[_Token], first: int, words: StoryCues) -> bool:
    if first and tokens[first - 1].folded in words.prepositions:
        return True
    for token in reversed(tokens[:first]):
        if token.mark:
            return False
        if token.folded in ("qui", "que", "qu", "dont", "ou", "which", "that", "who"):
            return True
    return False


def _opens_noun_phrase(sentence: str, tokens: list[_Token], place: int, words: StoryCues) -> bool:
    """Whether the token is a determiner that surely opens a phrase of its own; `des` is more often `de les`."""
    token = tokens[place]
    if token.folded not in words.opening_articles or _is_quoted(sentence, token.start):
        return False
    if token.folded != "des" or not place or token.apart:
        return True
    previous = tokens[place - 1]
    if sentence[previous.start : previous.end].endswith(("é", "és", "ée", "ées")):
        return True
    return previous.folded in words.phrase_stops or previous.folded in ("avec", "dans", "sur", "par", "pour")


def _opens_another(token: _Token, previous: _Token, words: StoryCues) -> bool:
    """Whether an article without a preposition before it shows that the word before it is a verb."""
    if token.folded in ("du", "des", "au", "aux") or previous.folded in words.prepositions:
        return False
    return token.folded in words.determiners


def _is_quoted(sentence: str, place: int) -> bool:
    before = sentence[:place]
    return before.count("«") > before.count("»") or before.count("“") > before.count("”")


def _is_loose_end(tokens: list[_Token], last: int, words: StoryCues) -> bool:
    """Whether the phrase is better off without its last token: a preposition, or `au cours`, `au début du mois`."""
    folded = tokens[last].folded
    if folded in words.prepositions | words.determiners | words.phrase_stops:
        return True
    return (folded in words.vague_nouns or folded in words.number_words) and tokens[
        last - 1
    ].folded in words.prepositions


def _noun_phrase_end(tokens: list[_Token], first: int, words: StoryCues) -> int:
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


def _is_verbal(tokens: list[_Token], first: int, place: int) -> bool:
    """Whether the ending of a French word, with its neighbours, says that it is a verb."""
    folded = tokens[place].folded
    following = tokens[place + 1].folded if place + 1 < len(tokens) and not tokens[place + 1].apart else ""
    if tokens[first].folded in ("les", "des", "ces") and _PLURAL_VERB.match(folded):
        return True
    if _INFINITIVE.match(folded) and tokens[place - 1].folded in _BEFORE_INFINITIVE:
        return True
    if _PARTICIPLE.match(folded) and following in _PARTICIPLE_COMPLEMENTS:
        return True
    return bool(_FINITE.match(folded)) or (bool(_GERUND.match(folded)) and bool(following))


def _clauses(
    sentence: str, tokens: list[_Token], words: StoryCues, *, extra: tuple[str, ...] = (), most_words: int = MOST_WORDS
) -> list[str]:
    if not tokens or leans_back(sentence, words, opens_paragraph=True):
        return []
    verb = next((place for place, token in enumerate(tokens) if place and _is_finite(tokens, place, words)), None)
    if verb is None or any(token.apart for token in tokens[1 : verb + 1]):
        return _named_start(sentence, tokens, words, extra, most_words)
    found = _ends(sentence, tokens, 0, verb, words, extra, most_words)
    return [*found, *_named_start(sentence, tokens, words, extra, most_words)]


def _is_finite(tokens: list[_Token], place: int, words: StoryCues) -> bool:
    """Whether a finite verb stands there; `a` alone is the verb and not the preposition when it bore no accent."""
    folded = tokens[place].folded
    return not tokens[place].name and (folded in words.auxiliaries or bool(_FINITE.match(folded)))


def _named_start(
    sentence: str, tokens: list[_Token], words: StoryCues, extra: tuple[str, ...], most_words: int
) -> list[str]:
    """Return clauses that start at a full name right before the first verb: `Anne Petit a ouvert la séance`."""
    for place in range(2, min(len(tokens), 24)):
        if _is_finite(tokens, place, words) and not tokens[place].apart:
            first = place
            while first > 0 and tokens[first - 1].name and not tokens[first].apart:
                first -= 1
            if place - first >= 2 and first > 0:
                return _ends(sentence, tokens, first, place, words, extra, most_words)
            return []
    return []


def _ends(
    sentence: str,
    tokens: list[_Token],
    first: int,
    verb: int,
    words: StoryCues,
    extra: tuple[str, ...],
    most_words: int,
) -> list[str]:
    """Return the clauses from `first` to each sure border behind the verb, as long as nothing needed is lost."""
    found: list[str] = []
    for place in range(verb + 2, len(tokens) + 1):
        at_end = place == len(tokens)
        if not at_end and not _is_border(tokens, place, words, extra):
            continue
        text = sentence[tokens[first].start : tokens[place - 1].end].rstrip("’'")
        if text.count("«") != text.count("»") or "(" in text or _hangs(tokens[place - 1], words):
            continue
        rest = "" if at_end else sentence[tokens[place].start :]
        if count_words(text) > most_words:
            break
        if not _loses_something(rest, words):
            found.append(capitalised(text))
    return found


def _hangs(last: _Token, words: StoryCues) -> bool:
    """Whether a clause cannot end with that word: `ce`, `de`, `la`."""
    return last.folded in words.phrase_stops | words.prepositions | words.determiners


def _is_border(tokens: list[_Token], place: int, words: StoryCues, extra: tuple[str, ...]) -> bool:
    if any(token.mark in OPENING_MARKS for token in tokens[1:place]):
        return False  # what a dash or colon opens is told to its end
    if tokens[place].mark:
        return tokens[place].mark in BORDER_MARKS
    if tokens[place].folded in ("et", "and") and place + 1 < len(tokens):
        return tokens[place + 1].folded in words.auxiliaries
    if tokens[place].folded in ("qui", "dont", "which"):
        return True
    ahead = f" {' '.join(token.folded.replace('à', 'a') for token in tokens[place : place + 4])} "
    return bool(phrase_pattern(words.clause_borders + extra, opening=True).search(ahead))


def _loses_something(rest: str, words: StoryCues) -> bool:
    """Whether what is left off attributes the clause to somebody, or sets a condition."""
    if not rest:
        return False
    return is_attributed(rest, words.code) or bool(phrase_pattern(words.conditions).search(plain(rest)))


def _quotes(sentence: str, words: StoryCues) -> list[str]:
    opening, closing = pack(words.code).quotation_marks
    found: list[str] = []
    for match in _QUOTE.finditer(sentence):
        inside = (match.group(1) or match.group(2)).strip(" ,.\u00a0\u202f")
        first = plain(inside).split()[:1]
        if first and first[0] not in words.prepositions and "‘" not in inside and _speaks(inside, words):
            found.append(f"{opening}{capitalised(inside)}{closing}")
    return found


def _speaks(quoted: str, words: StoryCues) -> bool:
    """Whether the quoted words say something by themselves: a verb with its subject, or five words without a name."""
    tokens = plain(quoted).split()
    if set(tokens[:4]) & words.speaking_words:
        return True
    return len(tokens) >= FEWEST_QUOTED_WORDS and not any(word[0].isupper() for word in quoted.split()[1:])


def shortened(text: str, language: str, *, longest: int, fewest_words: int = 4, needs_verb: bool = False) -> str | None:
    """Return the longest beginning of a headline that fits and ends at a sure border, or None."""
    tokens = _tokens(text)
    words = cues(language)
    for place in range(len(tokens) - 1, fewest_words - 1, -1):
        if not _is_border(tokens, place, words, words.title_borders):
            continue
        start = text[: tokens[place - 1].end]
        whole = start.count("«") == start.count("»") and start.count("(") == start.count(")")
        says = not needs_verb or any(_is_finite(tokens, index, words) for index in range(1, place - 1))
        if (
            whole
            and says
            and not _hangs(tokens[place - 1], words)
            and len(start) <= longest
            and not _loses_something(text[tokens[place].start :], words)
        ):
            return start
    return None
