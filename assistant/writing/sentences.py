"""The sentences of the sources as the extractive writer sees them: where they stand, and whether they stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from assistant.model import BlockKind, Passage, Source, Span
from assistant.text.sentences import sentence_spans
from assistant.text.words import count_words, fold
from assistant.writing.cues import StoryCues, cues
from assistant.writing.main_verbs import has_main_verb

SHORTEST_UNMARKED_WORDS: Final = 5
"""Words from which a line without a final mark counts as a sentence. House rule: shorter ones are leftovers."""
FIRST_WORDS: Final = 9
"""Words within which a pronoun before any name means that the sentence leans on the one before it. House rule."""

STAMMER_WORDS: Final = 12
MOST_TORN_WORDS: Final = 20
"""Words of a sentence's torn end. House rule: a longer one has a verb, which the cues may not know."""
_TORN = re.compile(r"(?:[A-ZÀ-Þ][\w’-]{1,30} ){1,3}[–—] (?:une?|la|les?|des|ce qu[ie]|an?|the|which) ")
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ]?[a-zà-ÿ]+)? [A-ZÀ-Þ][a-zà-ÿ]{2,}")

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[«“][^«»“”]{1,1500}[»”]")
_BROKEN_FRENCH = re.compile(
    r"(?<=[\w’] )(?:Il|Elle|Ils|Elles) [a-zà-ÿ]|^(?:[\w’]+ ){1,3}(?:Le|La|Les) [a-zà-ÿ]"
    r"|\b(?:[Ll][ea]|[Dd]e) (?!onz|une?s?\b|oui\b|ouistiti|uhlan)[aeiouàâéèêëîïôùûœAEIOUÀÂÉÈÊËÎÏÔÙÛŒ](?![A-Z\d.])"
)
_WHOLE_QUOTE = re.compile(r"(?:[«“][^«»“”]{1,1500}[»”]|\"[^\"]{1,1500}\")(?P<rest>[^«»“”\"]*)$")
_ANY_QUOTE = re.compile(r"[«“][^«»“”]{0,1500}[»”]|\"[^\"]{0,1500}\"")
_INVERTED = re.compile(r"[^\W\d_]{2,}(?:-t)?-(?:il|elle|ils|elles)\b|[,»”\"] (?:he|she|they) [a-z]{3,}(?=[.,]|$)")
_FINAL_MARK = re.compile(r"[.!?…:;][\s»”\"')\]]*$|[»”]$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a source: `start` and `end` point into `Source.body`, `block` and `place` count from 0.

    `under` is the index of the subheading block above it, None without. `leans` is True when the sentence cannot
    stand without the one before it in its source.
    """

    source: str
    start: int
    end: int
    text: str
    kind: BlockKind
    block: int
    place: int
    under: int | None
    leans: bool

    @property
    def passage(self) -> Passage:
        """Where the sentence stands."""
        return Passage(self.source, self.start, self.end)

    @property
    def words(self) -> int:
        """The number of words, counted as everywhere."""
        return count_words(self.text)


def plain(text: str) -> str:
    """Return `text` folded, its words parted by single spaces, with a space at both ends: `" l agence a dit "`."""
    return f" {' '.join(_WORD.findall(fold(text)))} "


@lru_cache(maxsize=512)
def phrase_pattern(phrases: tuple[str, ...], *, opening: bool = False) -> re.Pattern[str]:
    """Return the pattern that finds one of the folded `phrases` in a `plain` text; a final `*` is any ending."""
    choices = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"{'^' if opening else ''} (?:{choices or '(?!)'})(?= )")


def block_spans(source: Source) -> tuple[Span, ...]:
    """Return the span in `Source.body` of each block of the source."""
    spans: list[Span] = []
    start = 0
    for block in source.blocks:
        spans.append((start, start + len(block.text)))
        start += len(block.text) + 1
    return tuple(spans)


def read_sentences(source: Source, language: str) -> tuple[Sentence, ...]:
    """Return the sentences of the source's body in order, subheadings and leftovers of a paste left out."""
    words = cues(language)
    body = source.body
    above = _subheadings_above(source)
    found: list[Sentence] = []
    last_block = -1
    for index, (start, end) in _pieces(source, language):
        kind, text = source.blocks[index].kind, body[start:end]
        if not _is_sentence(text, kind) or (index == last_block and is_torn(text, language)):
            continue
        continues = kind == "list" and _continues_list(found, index)
        leans = continues or leans_back(text, words, opens_paragraph=index != last_block)
        found.append(Sentence(source.id, start, end, text, kind, index, len(found), above[index], leans))
        last_block = index
    return tuple(found)


def _subheadings_above(source: Source) -> tuple[int | None, ...]:
    """Return for each block the index of the subheading block above it, None without."""
    last: int | None = None
    found: list[int | None] = []
    for index, block in enumerate(source.blocks):
        found.append(last)
        last = index if block.kind == "subheading" else last
    return tuple(found)


def read_fragments(source: Source, language: str) -> tuple[Passage, ...]:
    """Return the passages that are no sentence: a word that a paste left behind, what a stray stop tore off.

    Subheadings are none.
    """
    told = {(sentence.start, sentence.end) for sentence in read_sentences(source, language)}
    return tuple(Passage(source.id, *span) for _, span in _pieces(source, language) if span not in told)


def _pieces(source: Source, language: str) -> list[tuple[int, Span]]:
    """Return (block, span in the body) of what ends like a sentence; one that a hard line break cut is made whole."""
    body = source.body
    pieces: list[tuple[int, Span]] = []
    for index, (block, (first, _)) in enumerate(zip(source.blocks, block_spans(source), strict=True)):
        if block.kind == "subheading":
            continue
        for start, end in sentence_spans(block.text, language):
            if pieces and _was_cut(source, body, pieces[-1], index, first + start):
                pieces[-1] = (pieces[-1][0], (pieces[-1][1][0], first + end))
            else:
                pieces.append((index, (first + start, first + end)))
    return pieces


def _was_cut(source: Source, body: str, piece: tuple[int, Span], block: int, start: int) -> bool:
    """Whether the text at `start` goes on with the sentence of `piece`: no final mark there, a small letter here."""
    index, (before, end) = piece
    if source.blocks[index].kind != "paragraph" or source.blocks[block].kind != "paragraph":
        return False
    near = block - index <= 1 and start - end <= 2
    return near and body[start].islower() and not _FINAL_MARK.search(body[before:end])


def leans_back(text: str, words: StoryCues, *, opens_paragraph: bool) -> bool:
    """Whether the sentence needs the one before it: a pronoun before any name, a demonstrative, `a-t-il ajouté`."""
    opening = plain(text)
    if phrase_pattern(words.dependent_phrases).search(opening):
        return True
    if phrase_pattern(words.impersonal, opening=True).search(opening):
        return False
    if phrase_pattern(words.dependent_openings, opening=True).search(opening):
        return True
    kinds = words.reporting_nouns if opens_paragraph else (*words.reporting_nouns, *words.dependent_nouns)
    if phrase_pattern(kinds, opening=True).search(opening):
        return not any(word[0].isupper() for word in _WORD.findall(text)[2:FIRST_WORDS])
    return _quotes_for_another(text, words) or _pronoun_before_name(text, words) or bool(_inverted_speaker(text))


def points_back(text: str, words: StoryCues) -> bool:
    """Whether a pronoun stands for who acts or speaks, so that behind a sentence on another person it means that one.

    `Elle aurait signé`, `« Oui », sourit-elle`; not where the sentence itself names somebody before.
    """
    opening = plain(text)
    if phrase_pattern(words.impersonal, opening=True).search(opening):
        return False
    first = (opening.split() or [""])[0]
    opens = first in words.subject_pronouns or fold(text).startswith(tuple(fold(p) for p in words.speaking_pronouns))
    return opens or _quotes_for_another(text, words) or bool(_inverted_speaker(text))


def _inverted_speaker(text: str) -> bool:
    """Whether who says it is a pronoun behind its verb, and nobody is named before: `« Oui », sourit-elle`."""
    if text.rstrip(' \u00a0\u202f»”"').endswith("?"):
        return False
    own = _ANY_QUOTE.sub(lambda quoted: quoted.group()[0] * 2, text)
    found = _INVERTED.search(own)
    return found is not None and not _FULL_NAME.search(own[: found.start()])


def _quotes_for_another(text: str, words: StoryCues) -> bool:
    """Whether the speaker of a quotation stands before it: `« Oui », dit sa voisine`, or nobody is named at all."""
    quoted = _WHOLE_QUOTE.match(text)
    if quoted is None:
        return False
    speaker = plain(quoted.group("rest")).split()
    return not speaker or bool(set(speaker) & (words.possessives | words.subject_pronouns))


@lru_cache(maxsize=4096)
def surnames(text: str) -> frozenset[str]:
    """Return the folded surnames that `text` introduces with a first name."""
    return frozenset(fold(name.split()[-1]) for name in _FULL_NAME.findall(text))


@lru_cache(maxsize=4096)
def capitalised_words(text: str) -> frozenset[str]:
    """Return the folded words of `text` that are written with a capital."""
    return frozenset(fold(word) for word in _WORD.findall(text) if word[0].isupper())


def stammering(text: str) -> bool:
    """Whether three words in a row come back within a dozen, as in a text that was cut and glued."""
    words = plain(text).split()
    last: dict[tuple[str, str, str], int] = {}
    for place, triple in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if place - last.get(triple, -STAMMER_WORDS) < STAMMER_WORDS:
            return True
        last[triple] = place
    return False


@lru_cache(maxsize=4096)
def is_damaged(text: str, language: str) -> bool:
    """Whether a paste or a translation broke the sentence: `Kozlov Il a publié`, `le Université`, three words twice."""
    return stammering(text) or (language == "fr" and bool(_BROKEN_FRENCH.search(_QUOTED.sub("", text))))


def is_torn(text: str, language: str) -> bool:
    """Whether a stray full stop tore the text off the sentence before it: `Brest – une ville qui attend`.

    That is a name with a dash behind it and no main verb, of a few words; where a paragraph begins it may be a label.
    """
    return bool(_TORN.match(text)) and count_words(text) <= MOST_TORN_WORDS and not has_main_verb(text, language)


def _pronoun_before_name(text: str, words: StoryCues) -> bool:
    """Whether a personal pronoun stands among the first words and no name before it: `Samedi, il a inspecté`."""
    for place, word in enumerate(_WORD.findall(text)[:FIRST_WORDS]):
        if place and word[0].isupper():
            return False
        if fold(word) in words.subject_pronouns:
            return True
    return False


def _is_sentence(text: str, kind: BlockKind) -> bool:
    count = count_words(text)
    if kind == "list":
        return count > 0
    return count > 0 and (bool(_FINAL_MARK.search(text)) or count >= SHORTEST_UNMARKED_WORDS)


def _continues_list(found: list[Sentence], index: int) -> bool:
    """Whether the list item stands right below another item, or below the sentence that announces the list."""
    if not found or found[-1].block < index - 1:
        return False
    return found[-1].kind == "list" or found[-1].text.rstrip().endswith(":")
