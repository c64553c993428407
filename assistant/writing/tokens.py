"""The words of a sentence with what stands between them, for cutting phrases at borders that are sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.text.words import fold
from assistant.writing.cues import StoryCues

LONGEST_SENTENCE: Final = 1_500
"""Characters. House rule: ten times a long sentence; phrases are sought in time quadratic in the length."""

_TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W_]+(?:[-‐‑][^\W_]+)*[’']?")
_INFINITIVE = re.compile(r".{2,}(?:er|ir|oir|dre|tre)$")
_FINITE = re.compile(r"(?!opera$|camera$|cholera$|orchestra$).{3,}(?:ait|aient|[deirtv]ront|[deirtv]ra)$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: `start` and `end` point into the sentence, `folded` is for comparison, `name` begins with a capital."""

    start: int
    end: int
    folded: str
    name: bool
    mark: str
    """The punctuation before it, without spaces; empty for none."""
    past: bool = False
    """Whether it ends in `é` or `és`, which folding hides: a participle, no present."""

    @property
    def apart(self) -> bool:
        """Whether punctuation parts it from the token before."""
        return bool(self.mark)


def read_tokens(sentence: str) -> list[Token]:
    """Return the words of the sentence; one behind another capital is marked as no article (Jong Un).

    Nothing is returned for a sentence of more than 1,500 characters: it is no sentence.
    """
    if len(sentence) > LONGEST_SENTENCE:
        return []
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(sentence):
        folded = _key(match.group())
        between = sentence[end : match.start()].strip()
        glued = bool(tokens) and end == match.start() and sentence[end - 1] not in "’'"
        mark = (between or "/" * glued) if tokens else ""
        name = match.group()[0].isupper()
        if name and tokens and tokens[-1].name and not mark:
            folded = f"{folded}^"  # Jong Un, Choe Son Hui: no article, no possessive
        past = match.group().endswith(("é", "és"))
        tokens.append(Token(match.start(), match.end(), folded, name, mark, past))
        end = match.end()
    return tokens


def _key(word: str) -> str:
    """Return the folded word; the preposition `à` keeps its accent, for `a` is a verb."""
    return "à" if word in ("à", "À") else fold(word).rstrip("'")


def is_finite(tokens: list[Token], place: int, words: StoryCues) -> bool:
    """Whether a finite verb stands there; `a` alone is the verb and not the preposition when it bore no accent."""
    token = tokens[place]
    if token.name or not token.folded:
        return False
    if token.folded in words.auxiliaries or (words.code == "fr" and looks_finite(token.folded)):
        return True
    return token.folded in words.finite_verbs and not token.past and _stands_as_verb(tokens, place, words)


def _stands_as_verb(tokens: list[Token], place: int, words: StoryCues) -> bool:
    """Whether the words around let that form be a verb: `la mairie annonce un plan`, not `une annonce de la mairie`."""
    if not place:
        return False
    before = tokens[place - 1].folded
    if before in words.determiners | words.prepositions | words.before_nouns | words.possessives:
        return False
    if before in words.number_words:
        return False
    if tokens[place].folded not in words.verbs_or_nouns:
        return True
    after = tokens[place + 1].folded if place + 1 < len(tokens) and not tokens[place + 1].apart else ""
    alone = place == 1 and not tokens[0].name
    opens = (
        words.determiners | words.prepositions | words.phrase_stops | words.relative_days | words.number_words.keys()
    )
    return not alone and (after in opens or after.isdigit()) and after not in words.after_nouns


def is_hedged(token: Token, words: StoryCues) -> bool:
    """Whether the verb itself says that the claim is somebody's: the conditional of the French press, `serait`."""
    return words.code == "fr" and token.folded.endswith(("rait", "raient")) and not token.name


def is_infinitive(folded: str) -> bool:
    """Whether the ending of a French word is that of an infinitive: `embaucher`, `rendre`."""
    return bool(_INFINITIVE.match(folded))


def looks_finite(folded: str) -> bool:
    """Whether the ending of a French word is that of a finite verb: `comprenait`, `voteront`."""
    return bool(_FINITE.match(folded))


def capitalised(text: str) -> str:
    """Return `text` with its first letter raised, quotation marks skipped."""
    for place, character in enumerate(text):
        if character.isalpha():
            return text[:place] + character.upper() + text[place + 1 :]
        if character.isdigit():
            break
    return text
