"""Phrases that may stand alone as a heading or a title, cut from a sentence at borders that are sure; all verbatim.

There is no grammar here: a phrase is taken only where closed classes of words (determiners, relatives, auxiliaries,
conjunctions) and punctuation show both of its ends. What is not sure is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from assistant.lang import news_words, pack
from assistant.lang.pack import word_set
from assistant.text.words import count_words, fold
from assistant.writing.agencies import NEWS_AGENCIES
from assistant.writing.clauses import clauses
from assistant.writing.cues import StoryCues, cues
from assistant.writing.noun_phrases import NounPhrase, noun_phrases
from assistant.writing.sentences import phrase_pattern, plain
from assistant.writing.tokens import capitalised, is_finite, read_tokens

PhraseKind = Literal["noun", "clause", "quote"]
FEWEST_WORDS: Final = 3
MOST_WORDS: Final = 10
MOST_CLAUSE_WORDS: Final = 11
"""Words of a heading. House rule: fewer say nothing, more do not fit one line of a phone."""

FEWEST_QUOTED_WORDS: Final = 6
_ORDINAL = re.compile(r"premiere?s?|seconde?s?|\w+iemes?|first|third|\w+th")
_UNFINISHED: Final = frozenset(
    ["pu", "voulu", "fallu", "dit", "dite", "dits", "dites", "nomme", "nommee", "appele", "appelee"]
)
_SENTENCE_OPENINGS: Final = word_set(
    "en au aux dans pour par avec depuis apres avant mais il elle ils elles nous on ce cette ces selon lors puis"
)
_INDEFINITE: Final = frozenset(["un", "une", "des", "du", "de", "a", "an"])
_FIRST_PERSONS: Final = frozenset(["i", "we", "you", "je", "j", "nous", "vous"])

_QUOTE = re.compile(r"«[ \u00a0\u202f]?([^«»\n]{8,200}?)[ \u00a0\u202f]?»|“([^“”\n]{8,200})”")
_STRAIGHT_QUOTE = re.compile(r'"([^"\n]{2,400})"')
_SPACES = re.compile(r"[ \u00a0\u202f]{2,}")
_FIRST_MARK = re.compile(r",|[ \u00a0\u202f]?[:;]")
_NEXT_WORD = re.compile(r"[ \u00a0\u202f]([^\W\d_]{2,}|[°%€$£])")
_INITIAL = re.compile(r"(?<!\w)[A-ZÀ-Þ]$")
_NAME_GOES_ON = re.compile(r"\.[ \u00a0]?\w")
_SAME_NUMBER = re.compile(r"[-–:/.]?\w")
_NEXT_NUMBER = re.compile(r"[ \u00a0\u202f][$€£]?\d")
_UNELIDED = re.compile(r"L[ea] [aeiouéèêàâîôAEIOUÉÈÊÀÂÎÔ]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of one sentence, verbatim but for its first letter, which may be raised."""

    kind: PhraseKind
    text: str
    core: bool = False
    """Whether it is the subject of the sentence or what its verb is about."""
    inner: bool = False
    """Whether it stands behind a preposition: a detail of something else."""
    listed: bool = False
    """Whether it is one of several things, and not the first."""
    subordinate: bool = False
    """Whether it stands in a relative clause: no section is about it."""

    @property
    def words(self) -> int:
        """The number of words."""
        return count_words(self.text)


@lru_cache(maxsize=4096)
def phrases(sentence: str, language: str) -> tuple[Phrase, ...]:
    """Return the phrases of 3 to 9 words that could head a section about `sentence`, in order of appearance."""
    opening, closing = pack(language).quotation_marks
    sentence = _SPACES.sub(" ", sentence)
    sentence = _STRAIGHT_QUOTE.sub(lambda quoted: f"{opening}{quoted.group(1)}{closing}", sentence)
    tokens = read_tokens(sentence)
    words = cues(language)
    found = [
        *(
            Phrase("clause", text)
            for text in clauses(sentence, tokens, words, most_words=MOST_CLAUSE_WORDS)
            if not _trails(text, words)
        ),
        *(_phrase(sentence, found) for found in noun_phrases(sentence, tokens, words)),
        *(Phrase("quote", text) for text in _quotes(sentence, words)),
    ]
    whole = (phrase for phrase in found if is_printable(phrase, language) and not _breaks_off(phrase, sentence, words))
    return tuple(dict.fromkeys(whole))


@lru_cache(maxsize=4096)
def last_resorts(sentence: str, language: str) -> tuple[Phrase, ...]:
    """Return what may head a section that has no phrase: a definite noun of two words, what a quotation is about.

    They say little, and more than `The facts`.
    """
    opening, closing = pack(language).quotation_marks
    tokens, words = read_tokens(sentence), cues(language)
    nouns = (_phrase(sentence, found) for found in noun_phrases(sentence, tokens, words) if not found.subordinate)
    short = (phrase for phrase in nouns if phrase.words < FEWEST_WORDS and _is_definite(phrase, words))
    quoted = (
        Phrase("quote", f"{opening}{phrase.text}{closing}")
        for match in _QUOTE.finditer(sentence)
        for phrase in phrases(match.group(1) or match.group(2), language)
        if phrase.kind == "noun" and not phrase.subordinate
    )
    return tuple(dict.fromkeys((*quoted, *short)))


def _is_definite(phrase: Phrase, words: StoryCues) -> bool:
    """Whether two words name one thing of the story: `La cession`; no person, no day, nothing vague, no name."""
    folded = plain(phrase.text).split()
    if len(folded) != 2 or folded[0] not in words.opening_articles or folded[0] in _INDEFINITE:
        return False
    noun = folded[1]
    empty = words.vague_nouns | words.vague_adjectives | words.relative_days | set(words.person_titles)
    news = news_words(words.code)
    empty |= news.actors if news else frozenset()
    empty |= words.possessives | words.demonstratives | words.prepositions | words.number_words.keys()
    return (
        noun.isalpha()
        and noun not in empty
        and not _ORDINAL.fullmatch(noun)
        and not phrase.text.split()[-1][0].isupper()
    )


def _trails(clause: str, words: StoryCues) -> bool:
    """Whether a clause is said already at its last comma: `Odile Ferrand a signé, un stylo à la main`."""
    tokens = read_tokens(clause)
    comma = max((place for place, token in enumerate(tokens) if token.mark == ","), default=0)
    return comma > 0 and not any(is_finite(tokens, place, words) for place in range(comma + 1, len(tokens)))


def _breaks_off(phrase: Phrase, sentence: str, words: StoryCues) -> bool:
    """Whether the phrase stops before a number, `le prix du billet | 12 euros`, or within one: `au moins | douze`."""
    place = sentence.find(phrase.text[1:]) if phrase.kind != "quote" else -1
    if place < 0:
        return False
    rest = sentence[place + len(phrase.text) - 1 :]
    if phrase.text[-1].isdigit() and (_SAME_NUMBER.match(rest) or _counts_on(rest, words)):
        return True  # a score, a model: `6 | -3`; what is counted: `le procès de 49 | prévenus`
    if _INITIAL.search(phrase.text) and _NAME_GOES_ON.match(rest):
        return True  # le jardin de J | . Martin
    last = plain(phrase.text).split()[-1]
    return _NEXT_NUMBER.match(rest) is not None or (last in words.degrees and bool(rest.strip(" .!")))


def _counts_on(rest: str, words: StoryCues) -> bool:
    """Whether the word right behind a number is what it counts."""
    following = _NEXT_WORD.match(rest)
    return following is not None and plain(following.group(1)) not in pack(words.code).function_words


def _phrase(sentence: str, found: NounPhrase) -> Phrase:
    text = capitalised(sentence[found.start : found.end])
    return Phrase("noun", text, found.core, found.inner, found.listed, found.subordinate)


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
    if not _closes_its_quotations(phrase.text) or re.search(r"\bà$", phrase.text):
        return False
    if len(folded[-1]) == 1 and not folded[-1].isdigit() and words.code == "en":
        return False
    if phrase.text.rstrip().endswith(("’s", "'s")) or (folded[-1].isdigit() and folded[-2] in words.determiners):
        return False
    if words.code == "fr" and (folded[-1] in _UNFINISHED or _is_glued(phrase.text)):
        return False
    if phrase.kind == "clause":
        subordinate = phrase_pattern((*words.clause_borders, *words.conditions), opening=True)
        if folded[0] in _FIRST_PERSONS or set(folded) & words.demonstratives - {"that"}:
            return False  # no article speaks of itself, no heading points back
        return not set(folded[:FEWEST_WORDS]) & words.indefinites and not subordinate.search(plain(phrase.text))
    return phrase.kind == "quote" or _is_printable_noun(phrase, folded, words)


def _is_glued(text: str) -> bool:
    """Whether a sentence begins within the phrase, where a paste lost the mark before it: `l’affaire Elf En 1997`."""
    return any(
        fold(word) in _SENTENCE_OPENINGS for word in text.split()[1:] if word[0].isupper() and word[1:].islower()
    )


def _closes_its_quotations(text: str) -> bool:
    return text.count("«") == text.count("»") and text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _is_printable_noun(phrase: Phrase, folded: list[str], words: StoryCues) -> bool:
    small = pack(words.code).function_words
    if folded[1] in words.comparatives or folded[-2:-1] == ["to"]:
        return False
    if set(folded) & words.demonstratives or (folded[1].isdigit() and folded[0] in words.opening_articles):
        return False
    if folded[0].isdigit() and folded[1] in {"h", *(fold(month) for month in pack(words.code).months)}:
        return False  # an hour, a day: when, not what
    heads = set([word for word in folded if word not in words.determiners][:2])
    if heads & words.vague_adjectives or folded[-1] in words.vague_adjectives:
        return False
    if heads & words.vague_nouns or heads & set(words.person_titles) or set(folded) & words.possessives:
        return False
    if folded[-1] in words.relative_days or (words.code == "fr" and _UNELIDED.match(phrase.text)):
        return False
    written = re.findall(r"[^\W_]+", phrase.text)[1:]
    return any(word[0].islower() and fold(word) not in small for word in written)


def _quotes(sentence: str, words: StoryCues) -> list[str]:
    opening, closing = pack(words.code).quotation_marks
    found: list[str] = []
    for match in _QUOTE.finditer(sentence):
        inside = (match.group(1) or match.group(2)).strip(" ,.\u00a0\u202f")
        if count_words(inside) > MOST_WORDS:
            inside = _first_clause(inside, words)
            if count_words(inside) < FEWEST_QUOTED_WORDS:
                continue  # `« Ma mère a 87 ans`, where she climbs four floors with her water
        first = plain(inside).split()[:1]
        whole = inside == (match.group(1) or match.group(2)).strip(" ,.\u00a0\u202f")
        names = (
            whole and bool(first) and first[0] in words.opening_articles and count_words(inside) >= FEWEST_QUOTED_WORDS
        )
        speaks = names or _speaks(inside, words)
        if first and first[0] not in words.prepositions and "‘" not in inside and speaks:
            found.append(f"{opening}{capitalised(inside)}{closing}")
    return found


def _first_clause(quoted: str, words: StoryCues) -> str:
    """Return the quotation up to its first comma or colon; empty where what follows limits it: `mais`, `si`."""
    mark = _FIRST_MARK.search(quoted)
    start, comma, rest = (quoted[: mark.start()], True, quoted[mark.end() :]) if mark else (quoted, False, "")
    borders = phrase_pattern((*words.clause_borders, *words.conditions), opening=True)
    return start if comma and not borders.search(plain(rest)) else ""


def _speaks(quoted: str, words: StoryCues) -> bool:
    """Whether the quoted words say something by themselves: a verb with its subject, or five words without a name."""
    tokens = plain(quoted).split()
    if set(tokens[:4]) & words.speaking_words:
        return True
    return len(tokens) >= FEWEST_QUOTED_WORDS and not any(word[0].isupper() for word in quoted.split()[1:])
