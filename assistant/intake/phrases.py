"""Phrases of a text, counted: names, and runs of common words that a determiner introduces."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Final

from assistant.intake.phrase_words import EMPTY_WORDS, INTRODUCERS, NAME_JOINTS, NEVER_NAMES, PHRASE_JOINTS
from assistant.lang import pack
from assistant.lang.speech import speech_forms
from assistant.text.sentences import sentence_spans
from assistant.text.short_names import is_locator
from assistant.text.words import fold

LONGEST_PHRASE: Final = 5
# House rule: from which share on a shorter phrase is only a fragment of a longer one.
FRAGMENT_SHARE: Final = 0.6

_TOKEN: Final = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_GAP: Final = re.compile(r"[ \u00a0\u202f]|[’']")


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    low: str
    is_function: bool
    is_capitalised: bool
    opens: bool


@dataclass(slots=True)
class Candidate:
    """A phrase by its folded words, while it is counted: `count` in the text, `title` in the title.

    `introduced` counts the determiners and prepositions before it, `located` those of place, `short` the short forms of
    a name among `count`; `first_sentence` is an index.
    """

    words: tuple[str, ...]
    is_name: bool
    count: int = 0
    title: int = 0
    first_sentence: int = 1_000_000
    introduced: int = 0
    located: int = 0
    short: int = 0
    forms: Counter[str] = field(default_factory=Counter)


def collect_phrases(text: str, title: str | None, language: str) -> dict[tuple[str, ...], Candidate]:
    """Return the names and common phrases of `text` by their folded words, each counted in the text and the title."""
    sentences = [text[start:end] for start, end in sentence_spans(text, language)]
    runs = [(index, run) for index, sentence in enumerate(sentences) for run in _runs(sentence, language)]
    title_runs = [(0, run) for run in _runs(title or "", language)]
    names = {
        token.low
        for _, run in runs
        for token in run
        if token.is_capitalised and not token.opens and not token.is_function
    }
    names |= {
        f"{first.low} {second.low}"
        for _, run in runs
        for first, second in pairwise(run)
        if first.is_function and first.is_capitalised and not first.opens and second.is_capitalised
    }
    repeated = _repeated_joints([run for _, run in (*runs, *title_runs)], names)
    candidates: dict[tuple[str, ...], Candidate] = {}
    for index, run in runs:
        _count_run(run, index, names, repeated, candidates, language, in_title=False)
    for index, run in title_runs:
        _count_run(run, index, names, repeated, candidates, language, in_title=True)
    _drop_fragments(candidates)
    return candidates


def _runs(sentence: str, language: str) -> list[list[_Token]]:
    """The tokens of a sentence, cut where anything but one space or an apostrophe parts them."""
    words = pack(language)
    functions = words.function_words | words.elisions
    runs: list[list[_Token]] = [[]]
    last_end = 0
    for match in _TOKEN.finditer(sentence):
        gap = sentence[last_end : match.start()]
        if runs[-1] and not _GAP.fullmatch(gap):
            runs.append([])
        opens = not sentence[: match.start()].strip("«“\"‘'’ \u00a0\u202f—–-(") if match.start() < 8 else False
        token = match[0]
        low = fold(token)
        is_function = token.lower() in functions or (len(token) == 1 and not token.isdigit())
        runs[-1].append(_Token(token, low, is_function, token[0].isupper(), opens))
        last_end = match.end()
    return [run for run in runs if run]


@cache
def _empty_words(language: str) -> frozenset[str]:
    """Folded words that are no keyphrase by themselves: measures of time, counts, adverbs."""
    words = pack(language)
    return EMPTY_WORDS.get(language, EMPTY_WORDS["en"]) | {fold(word) for word in (*words.weekdays, *words.months)}


def _is_name(token: _Token, names: set[str]) -> bool:
    """Whether a token is part of a name; a capitalised article within a sentence is ("La Rochelle", "Kim Jong Un")."""
    if token.is_function:
        return token.is_capitalised and not token.opens and len(token.text) > 1 and token.low not in NEVER_NAMES
    return token.is_capitalised and token.low in names


def _repeated_joints(runs: list[list[_Token]], names: set[str]) -> set[tuple[str, ...]]:
    """Pairs of names held together by a preposition that occur twice or more: "Corée du Nord"."""
    counts: Counter[tuple[str, ...]] = Counter()
    for run in runs:
        for first, joint, last in zip(run, run[1:], run[2:], strict=False):
            if _is_name(first, names) and joint.low in NAME_JOINTS and _is_name(last, names):
                counts[first.low, joint.low, last.low] += 1
    return {joint for joint, count in counts.items() if count > 1}


def _count_run(
    run: list[_Token],
    sentence: int,
    names: set[str],
    repeated: set[tuple[str, ...]],
    candidates: dict[tuple[str, ...], Candidate],
    language: str,
    *,
    in_title: bool,
) -> None:
    in_name: set[int] = set()
    for start, end in _name_places(run, names, repeated):
        in_name |= set(range(start, end))
        _count(candidates, run, start, end, sentence, is_name=True, in_title=in_title)
    empty, spoken = _empty_words(language), speech_forms(language)
    for start in range(len(run)):
        for end in range(start + 1, min(len(run), start + LONGEST_PHRASE) + 1):
            if _is_phrase(run, start, end, in_name, empty, spoken):
                _count(candidates, run, start, end, sentence, is_name=False, in_title=in_title)


def _name_places(run: list[_Token], names: set[str], repeated: set[tuple[str, ...]]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    start = 0
    while start < len(run):
        if not _is_name(run[start], names) and not _opens_known_name(run, start, names):
            start += 1
            continue
        end = start + 1
        while end < len(run):
            if _is_name(run[end], names):
                end += 1
            elif end + 1 < len(run) and (run[end - 1].low, run[end].low, run[end + 1].low) in repeated:
                end += 2
            else:
                break
        while end > start and run[end - 1].is_function and end - start == 1:
            end -= 1
        if end > start and not _joins_names(run[start:end], names):
            places.append((start, end))
        end = max(end, start + 1)
        start = end
    return places


def _opens_known_name(run: list[_Token], start: int, names: set[str]) -> bool:
    """Whether a sentence opens with a name that begins with an article and stands elsewhere: "Le Goff promet"."""
    return start + 1 < len(run) and run[start].opens and f"{run[start].low} {run[start + 1].low}" in names


def _joins_names(tokens: list[_Token], names: set[str]) -> bool:
    """Whether one token couples two names: "Paris-Berlin"."""
    parts = tokens[0].low.split("-")
    return len(tokens) == 1 and len(parts) == 2 and all(part in names for part in parts)


def _is_phrase(
    run: list[_Token], start: int, end: int, in_name: set[int], empty: frozenset[str], spoken: frozenset[str]
) -> bool:
    """Whether a stretch can be a common phrase: content words at both ends, prepositions at most between them."""
    first, last = run[start], run[end - 1]
    for edge, place in ((first, start), (last, end - 1)):
        if edge.is_function or len(edge.low) < 3 or edge.low.isdigit() or edge.low in empty:
            return False
        if edge.is_capitalised and place not in in_name and not edge.opens:
            return False
    if end == start + 1 and first.text.endswith(("é", "és", "ed")) and first.low in spoken:
        return False  # a déclaré: somebody said it, nobody writes about it
    if start in in_name or (end < len(run) and end in in_name and end - 1 in in_name):
        return False
    return all(not token.is_function or token.low in PHRASE_JOINTS for token in run[start + 1 : end - 1])


def _count(
    candidates: dict[tuple[str, ...], Candidate],
    run: list[_Token],
    start: int,
    end: int,
    sentence: int,
    *,
    is_name: bool,
    in_title: bool,
) -> None:
    key = (
        tuple(part for token in run[start:end] for part in token.low.split("-"))
        if is_name
        else tuple(token.low for token in run[start:end])
    )
    candidate = candidates.setdefault(key, Candidate(key, is_name))
    before = run[start - 1].low if start > 0 else ""
    candidate.introduced += before in INTRODUCERS
    candidate.located += is_locator(before)
    if in_title:
        candidate.title += 1
    else:
        candidate.count += 1
        candidate.first_sentence = min(candidate.first_sentence, sentence)
    candidate.forms[_surface(run, start, end)] += 1


def _surface(run: list[_Token], start: int, end: int) -> str:
    """The stretch as written; an elided word keeps its apostrophe."""
    result = ""
    for token in run[start:end]:
        elided = token.is_function and len(token.text) <= 2 and token.low in ("l", "d", "qu", "s", "n", "c", "j")
        result += token.text + ("’" if elided else " ")
    return result.strip()


def contains_words(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether the words of `shorter` stand side by side in `longer`."""
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))


def _drop_fragments(candidates: dict[tuple[str, ...], Candidate]) -> None:
    """Leave out what mostly stands inside one longer phrase, and longer phrases that occur once in the text."""
    for key in [
        key
        for key, each in candidates.items()
        if not each.is_name and len(key) > 1 and each.count < 2 and not (each.count and each.title)
    ]:
        del candidates[key]
    within: dict[tuple[str, ...], int] = defaultdict(int)
    for key, each in candidates.items():
        for size in range(1, len(key)):
            for at in range(len(key) - size + 1):
                part = key[at : at + size]
                if part in candidates:
                    within[part] = max(within[part], each.count + each.title)
    for key, inside in within.items():
        each = candidates[key]
        if not each.is_name and inside >= FRAGMENT_SHARE * (each.count + each.title):
            del candidates[key]
