"""Keyphrases proposed from a text: its own runs of words, weighed by count, place and title; names with variants."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Final

from assistant.lang import pack
from assistant.lang.pack import word_set
from assistant.text.sentences import sentence_spans
from assistant.text.words import fold

LONGEST_PHRASE: Final = 5
# House rules, set on development articles: what a place in the title and in the lead is worth, how much a name counts
# against a common phrase, and from which share on a shorter phrase is only a fragment of a longer one.
TITLE_WEIGHT: Final = 0.9
LEAD_WEIGHT: Final = 0.4
NAME_WEIGHT: Final = 1.35
FRAGMENT_SHARE: Final = 0.6
LEAD_SENTENCES: Final = 3

_TOKEN: Final = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)*")
_GAP: Final = re.compile(r"[ \u00a0\u202f]|[’']")
_NAME_JOINTS: Final = word_set(
    """
    de du des d la le of the von van bin ben al el di da y and et sur
    """
)
_PHRASE_JOINTS: Final = word_set(
    """
    de du des d en a au aux l la of in for to on the
    """
)
_INTRODUCERS: Final = word_set(
    """
    le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs notre nos votre vos en deux
    trois quatre cinq six sept huit neuf dix plusieurs quelques chaque par pour sur sous sans avec the a an
    of this that these those its his her their our in on for with by two three four five six seven eight nine
    ten several from to
    """
)
_EMPTY: Final[dict[str, frozenset[str]]] = {
    "fr": word_set(
    """
    an ans annee annees jour jours semaine semaines mois heure heures minute minutes fois temps moment
    moments fin debut soir matin nuit cours suite part parts cas facon maniere sorte type nombre partie
    parties chose choses point points place niveau rapport sein lors premier premiere premiers premieres
    dernier derniere derniers dernieres nouveau nouvelle nouveaux nouvelles grand grande grands grandes petit
    petite autre meme plus moins environ pays monde gens personne personnes homme hommes femme femmes selon
    agence media medias porte-parole deux trois quatre cinq six sept huit neuf dix cent mille million
    millions milliard milliards euro euros dollar dollars kilometre kilometres oeuvre effet outre titre
    exemple question questions situation fait faits raison raisons mise avoir etre mars
    """
),
    "en": word_set(
    """
    year years day days week weeks month months hour hours minute minutes time times moment end start night
    morning evening today yesterday way ways part parts case kind sort type number thing things point points
    place level lot people man men woman women first last new old great big small other same more less
    country world one two three four five six seven eight nine ten hundred thousand million billion percent
    dollar dollars mile miles mr mrs ms dr fact reason reasons example question
    """
),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keyphrase:
    """A phrase that an article may be written for. `score` is 0..1, the best of the text being 1.

    `variants` are the other forms in which the text says it; `count` counts all forms together.
    """

    phrase: str
    score: float
    variants: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    low: str
    is_function: bool
    is_capitalised: bool
    opens: bool


@dataclass(slots=True)
class _Candidate:
    """A phrase by its folded words, while it is counted."""

    words: tuple[str, ...]
    is_name: bool
    count: int = 0
    title: int = 0
    first_sentence: int = 1_000_000
    introduced: int = 0
    forms: Counter[str] = field(default_factory=Counter)


def suggest_keyphrases(text: str, title: str | None, language: str, limit: int = 10) -> tuple[Keyphrase, ...]:
    """Return up to `limit` keyphrases of `text`, best first; none for a text without words.

    Forms of one name ("Kim Jong-un", "Kim Jong Un", "Kim") are one keyphrase under its fullest form; fragments of
    longer phrases ("Corée" of "Corée du Nord") are left out.
    """
    candidates = _collect(text, title, language)
    _merge_names(candidates)
    ranked = sorted(
        ((_score(each), each) for each in candidates.values() if _is_worthy(each)), key=lambda pair: -pair[0]
    )
    chosen: list[tuple[float, _Candidate]] = []
    for score, candidate in ranked:
        if not any(_overlap(candidate, other) for _, other in chosen):
            chosen.append((score, candidate))
        if len(chosen) == limit:
            break
    best = chosen[0][0] if chosen else 1.0
    return tuple(_as_keyphrase(candidate, score / best) for score, candidate in chosen)


def _collect(text: str, title: str | None, language: str) -> dict[tuple[str, ...], _Candidate]:
    sentences = [text[start:end] for start, end in sentence_spans(text, language)]
    runs = [(index, run) for index, sentence in enumerate(sentences) for run in _runs(sentence, language)]
    title_runs = [(0, run) for run in _runs(title or "", language)]
    names = {
        token.low
        for _, run in runs
        for token in run
        if token.is_capitalised and not token.opens and not token.is_function
    }
    repeated = _repeated_joints([run for _, run in (*runs, *title_runs)], names)
    candidates: dict[tuple[str, ...], _Candidate] = {}
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


def _is_name(token: _Token, names: set[str]) -> bool:
    return token.is_capitalised and not token.is_function and token.low in names


def _repeated_joints(runs: list[list[_Token]], names: set[str]) -> set[tuple[str, ...]]:
    """Pairs of names held together by a preposition that occur twice or more: "Corée du Nord"."""
    counts: Counter[tuple[str, ...]] = Counter()
    for run in runs:
        for first, joint, last in zip(run, run[1:], run[2:], strict=False):
            if _is_name(first, names) and joint.low in _NAME_JOINTS and _is_name(last, names):
                counts[first.low, joint.low, last.low] += 1
    return {joint for joint, count in counts.items() if count > 1}


def _count_run(
    run: list[_Token],
    sentence: int,
    names: set[str],
    repeated: set[tuple[str, ...]],
    candidates: dict[tuple[str, ...], _Candidate],
    language: str,
    *,
    in_title: bool,
) -> None:
    in_name: set[int] = set()
    for start, end in _name_places(run, names, repeated):
        in_name |= set(range(start, end))
        _count(candidates, run, start, end, sentence, is_name=True, in_title=in_title)
    empty = _EMPTY.get(language, _EMPTY["en"])
    for start in range(len(run)):
        for end in range(start + 1, min(len(run), start + LONGEST_PHRASE) + 1):
            if _is_phrase(run, start, end, in_name, empty):
                _count(candidates, run, start, end, sentence, is_name=False, in_title=in_title)


def _name_places(run: list[_Token], names: set[str], repeated: set[tuple[str, ...]]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    start = 0
    while start < len(run):
        if not _is_name(run[start], names):
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
        places.append((start, end))
        start = end
    return places


def _is_phrase(run: list[_Token], start: int, end: int, in_name: set[int], empty: frozenset[str]) -> bool:
    """Whether a stretch can be a common phrase: content words at both ends, prepositions at most between them."""
    first, last = run[start], run[end - 1]
    for edge, place in ((first, start), (last, end - 1)):
        if edge.is_function or len(edge.low) < 3 or edge.low.isdigit() or edge.low in empty:
            return False
        if edge.is_capitalised and place not in in_name and not edge.opens:
            return False
    if start in in_name or (end < len(run) and end in in_name and end - 1 in in_name):
        return False
    return all(not token.is_function or token.low in _PHRASE_JOINTS for token in run[start + 1 : end - 1])


def _count(
    candidates: dict[tuple[str, ...], _Candidate],
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
    candidate = candidates.setdefault(key, _Candidate(key, is_name))
    candidate.introduced += start > 0 and run[start - 1].low in _INTRODUCERS
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
        text = (
            token.text.lower()
            if token.opens and not token.text.isupper() and start + 1 < end and token.is_function
            else token.text
        )
        result += text + ("’" if elided else " ")
    return result.strip()


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))


def _drop_fragments(candidates: dict[tuple[str, ...], _Candidate]) -> None:
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


def _merge_names(candidates: dict[tuple[str, ...], _Candidate]) -> None:
    """Count a short form, "Kim" or "Poutine", with the commonest longer name that begins or ends with it."""
    names = sorted((each for each in candidates.values() if each.is_name), key=lambda each: len(each.words))
    for short in names:
        size = len(short.words)
        longer = [
            each
            for each in names
            if len(each.words) > size and (each.words[:size] == short.words or each.words[-size:] == short.words)
        ]
        if not longer or size > 2:
            continue
        best = max(longer, key=lambda each: (each.count + each.title, -len(each.words)))
        total = sum(each.count for each in longer)
        if best.count * 2 < total or (best.count + best.title < 2 and short.count > 6):
            continue
        best.count += short.count
        best.title += short.title
        best.first_sentence = min(best.first_sentence, short.first_sentence)
        best.forms.update(short.forms)
        candidates.pop(short.words, None)


def _is_worthy(candidate: _Candidate) -> bool:
    if candidate.count == 0:
        return False
    if candidate.is_name:
        return len("".join(candidate.words)) > 2
    return candidate.introduced > 0 and (candidate.count > 1 or candidate.title > 0)


def _score(candidate: _Candidate) -> float:
    words = sum(len(word) > 2 for word in candidate.words)
    frequency = math.log2(1 + candidate.count)
    place = 1 + LEAD_WEIGHT * (candidate.first_sentence < LEAD_SENTENCES) + TITLE_WEIGHT * (candidate.title > 0)
    kind = NAME_WEIGHT if candidate.is_name else 1.0
    return frequency * place * kind * (1 + 0.25 * min(2, words - 1))


def _overlap(candidate: _Candidate, other: _Candidate) -> bool:
    """Whether two phrases say the same with more or fewer words."""
    return (_contains(candidate.words, other.words) and not other.is_name) or _contains(other.words, candidate.words)


def _as_keyphrase(candidate: _Candidate, score: float) -> Keyphrase:
    size = len(candidate.words)
    forms = [form for form, _ in candidate.forms.most_common()]
    full = [form for form in forms if len(re.split(r"[ ’-]", form)) == size] or forms
    phrase = full[0]
    variants = tuple(form for form in forms if form != phrase)
    return Keyphrase(phrase, round(score, 4), variants, candidate.count)
