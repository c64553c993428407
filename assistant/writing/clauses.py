"""Clauses cut from a sentence or a headline at sure borders, so that nothing that the claim needs is lost."""

from __future__ import annotations

import re
from typing import Final

from assistant.facts.attribution import is_attributed, is_conditional
from assistant.text.words import count_words
from assistant.writing.cues import StoryCues, cues
from assistant.writing.main_verbs import has_main_verb
from assistant.writing.sentences import leans_back, phrase_pattern
from assistant.writing.tokens import Token, capitalised, is_finite, is_hedged, is_infinitive, read_tokens

BORDER_MARKS: Final = (",", ";", "–", "—")
_RUNNING_QUOTATION = re.compile(r"([^«»,:]{0,80}[^«»,:\s][ \u00a0])«[^«»]{20,600}»,[ \u00a0]")
_RELATIVE_ACCORDING = re.compile(r"selon (?:laquelle|lequel|lesquel(?:le)?s)")  # hands the fears, not the clause
OPENING_MARKS: Final = ("–", "—", ":")
FULL_NAME_WORDS: Final = 2
SUBJECT_WORDS: Final = 7
"""Words within which a clause behind `et` has its verb. House rule."""
FRONTED_WORDS: Final = 9
"""Words before the comma of `Au cours de sa visite, le ministre …`. House rule: more is a clause of its own."""


def main_clause(
    sentence: str, language: str, *, longest: int, most_words: int = 14, borders: tuple[str, ...] = ()
) -> str | None:
    """Return the clause that opens the sentence, cut at a sure border to at most `longest` characters, or None.

    A long description before a full name may be left off. None when the clause would lose an attribution or a
    condition, leans on another sentence, or does not fit.
    """
    tokens = read_tokens(sentence)
    words = cues(language)
    fitting = [
        text for text in clauses(sentence, tokens, words, extra=borders, most_words=most_words) if len(text) <= longest
    ]
    return max(fitting, key=len, default=None)


def shortened(text: str, language: str, *, longest: int, fewest_words: int = 4, needs_verb: bool = False) -> str | None:
    """Return the longest beginning of a headline that fits and ends at a sure border, or None."""
    tokens = read_tokens(text)
    words = cues(language)
    for place in range(len(tokens) - 1, fewest_words - 1, -1):
        if not _is_border(tokens, place, words, words.title_borders):
            continue
        if words.code == "en" and tokens[place].mark == "," and tokens[place - 1].name and tokens[place].name:
            continue  # one of several names: `the US, Australian hostages`
        start = text[: tokens[place - 1].end]
        whole = start.count("«") == start.count("»") and start.count("(") == start.count(")")
        says = not needs_verb or has_main_verb(start, language)
        if (
            whole
            and says
            and not _hangs(tokens[place - 1], words)
            and len(start) <= longest
            and not _loses_something(text[tokens[place].start :], words)
        ):
            return start
    return None


def clauses(
    sentence: str, tokens: list[Token], words: StoryCues, *, extra: tuple[str, ...] = (), most_words: int
) -> list[str]:
    """Return the clauses that open the sentence and may stand alone, from the shortest to the longest."""
    if not tokens or leans_back(sentence, words, opens_paragraph=True) or set('«“"') & set(sentence[: tokens[0].start]):
        return []  # the beginning of a quotation says nothing in the article's own voice
    verb = next((place for place, token in enumerate(tokens) if place and is_finite(tokens, place, words)), None)
    if verb is not None and any(token.folded in words.relatives for token in tokens[:verb]):
        return []
    if verb is None or any(token.apart for token in tokens[1 : verb + 1]):
        return _named_start(sentence, tokens, words, extra, most_words)
    found = _ends(sentence, tokens, 0, verb, words, extra, most_words)
    return [*found, *_named_start(sentence, tokens, words, extra, most_words)]


def _named_start(
    sentence: str, tokens: list[Token], words: StoryCues, extra: tuple[str, ...], most_words: int
) -> list[str]:
    """Return clauses that start at a full name right before the first verb: `Anne Petit a ouvert la séance`."""
    for place in range(2, min(len(tokens), 24)):
        if is_finite(tokens, place, words):
            first = None if tokens[place].apart else _name_start(tokens, place, words)
            if first and not _loses_something(sentence[: tokens[first].start], words):
                return _ends(sentence, tokens, first, place, words, extra, most_words)
            return []
    return []


def _name_start(tokens: list[Token], verb: int, words: StoryCues) -> int | None:
    """Return where the full name before the verb begins, None where the name may belong to what stands before it.

    The name of `le président des États Unis a signé` signs nothing; that of `la ministre de la Santé Anne Petit` does.
    """
    first = verb
    while first > 0 and tokens[first - 1].name and not tokens[first].apart:
        first -= 1
    length = verb - first
    article = first > 0 and not tokens[first].apart and tokens[first - 1].folded in words.opening_articles
    before = first - 2 if article else first - 1
    if first > 0 and not tokens[first].apart and tokens[first - 1].folded in ("et", "and"):
        return None  # the last of several, who did it together
    bound = before >= 0 and not tokens[before + 1].apart and tokens[before].folded in words.prepositions
    contracted = first > 0 and not tokens[first].apart and tokens[first - 1].folded in words.prepositions
    if bound or contracted:
        return first + 1 if length > FULL_NAME_WORDS else None
    if article:
        return first - 1 if length and tokens[first - 1].apart else None
    return first if length >= FULL_NAME_WORDS or (length == 1 and tokens[first].apart) else None


def _ends(
    sentence: str,
    tokens: list[Token],
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
        if not at_end and _is_told_on(tokens, first, place):
            continue
        text = sentence[tokens[first].start : tokens[place - 1].end].rstrip("’'")
        if text.count("«") != text.count("»") or text.count('"') % 2 or "(" in text or _hangs(tokens[place - 1], words):
            continue
        rest = "" if at_end else sentence[tokens[place].start :]
        if count_words(text) > most_words:
            break
        if _breaks_off(tokens[verb:place], words) or (tokens[place - 1].past and not at_end and _has(tokens[verb])):
            continue
        if is_hedged(tokens[verb], words) or not _loses_something(rest, words):
            found.append(capitalised(text))
    return found


def _is_told_on(tokens: list[Token], first: int, place: int) -> bool:
    """Whether what follows at `place` is what the verb says: `reported that`, `are seen as`, `not a crash but`."""
    following, last = tokens[place].folded, tokens[place - 1].folded
    if following in ("that", "que", "qu"):
        return True
    if following == "as" and not tokens[place].apart:
        return last.endswith(("ed", "en", "ing"))
    denied = any(token.folded in ("not", "pas", "non") for token in tokens[first:place])
    return following in ("but", "mais") and denied


def _has(verb: Token) -> bool:
    """Whether the verb is the French `avoir`, whose participle may still want its object: `a publié, en mai, …`."""
    return verb.folded in ("a", "ont", "avait", "avaient", "aura", "auront")


def _breaks_off(said: list[Token], words: StoryCues) -> bool:
    """Whether what follows the verb ends before the verb of its own clause: `pensent que les deux pays`."""
    opens = [place for place, token in enumerate(said) if token.folded in ("que", "qu", "that")]
    return bool(opens) and not any(is_finite(said, place, words) for place in range(opens[-1] + 1, len(said)))


def without_fronted(sentence: str, language: str) -> str:
    """Return the sentence without the time or place that a comma parts from its subject; itself where there is none.

    `Samedi, le maire a signé` becomes `Le maire a signé`; who says it and on what condition stays, unless the verb is
    in the conditional, by which the French press says that a claim is somebody's.
    """
    words = cues(language)
    start, comma, rest = sentence.partition(", ")
    tokens, following = read_tokens(start), read_tokens(rest[:120])
    if not comma or not tokens or not following or len(tokens) > FRONTED_WORDS or "«" in start:
        return sentence
    opens = tokens[0].folded in words.prepositions | words.relative_days | words.fronting_words | {"selon"}
    again = following[0].folded in words.prepositions | words.fronting_words
    stands = following[0].name or following[0].folded in words.opening_articles or again
    verb = any(is_finite(tokens, place, words) for place in range(1, len(tokens)))
    first = next((place for place in range(1, len(following)) if is_finite(following, place, words)), None)
    hedged = first is not None and is_hedged(following[first], words)
    if not opens or not stands or verb or (_loses_something(start, words) and not hedged):
        return sentence
    return capitalised(rest)


def _hangs(last: Token, words: StoryCues) -> bool:
    """Whether a clause cannot end with that word: `ce`, `de`, `la`."""
    return not last.name and last.folded in words.phrase_stops | words.prepositions | words.determiners


def _is_border(tokens: list[Token], place: int, words: StoryCues, extra: tuple[str, ...]) -> bool:
    if any(token.mark in OPENING_MARKS for token in tokens[1:place]):
        return False  # what a dash or colon opens is told to its end
    if tokens[place].mark:
        return tokens[place].mark in BORDER_MARKS
    if tokens[place].folded in ("et", "and") and place + 1 < len(tokens):
        following = tokens[place + 1].folded
        verb = is_finite(tokens, place + 1, words)
        new = bool(extra) and _opens_clause(tokens, place + 1, words)
        return verb or new or (bool(extra) and words.code == "fr" and is_infinitive(following))
    if tokens[place].folded == "pour" and place + 1 < len(tokens) and not is_infinitive(tokens[place + 1].folded):
        return False  # qualifiée pour la finale: what she is qualified for is told
    if tokens[place].folded in ("qui", "dont", "which"):
        return True
    ahead = f" {' '.join(token.folded.replace('à', 'a') for token in tokens[place : place + 4])} "
    return bool(phrase_pattern(words.clause_borders + extra, opening=True).search(ahead))


def _opens_clause(tokens: list[Token], first: int, words: StoryCues) -> bool:
    """Whether a subject with a verb of its own begins there: `et dix personnes ont été relogées`."""
    opening = tokens[first]
    if not (opening.name or opening.folded in words.determiners | words.number_words.keys()):
        return False
    for place in range(first + 1, min(len(tokens), first + SUBJECT_WORDS)):
        if tokens[place].apart or tokens[place].folded in words.relatives:
            return False
        if is_finite(tokens, place, words):
            return True
    return False


def _loses_something(rest: str, words: StoryCues) -> bool:
    """Whether what is left off attributes the clause to somebody, or sets a condition.

    Who is named right behind a quotation that runs on from the clause vouches for the quotation, not for the clause.
    """
    quoted = _RUNNING_QUOTATION.match(rest)
    own = _RELATIVE_ACCORDING.sub("", quoted.group(1) if quoted else rest)
    if not own:
        return False
    return is_attributed(own, words.code) or is_conditional(rest, words.code)
