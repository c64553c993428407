"""Keyphrases proposed from a text: its own runs of words, weighed by count, place and title; names with variants."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from assistant.intake.phrases import Candidate, collect_phrases, contains_words
from assistant.lang import pack
from assistant.text.short_names import is_mostly_place
from assistant.text.words import fold

# House rules, set on development articles: what a place in the title and in the lead is worth, and how much a name
# counts against a common phrase.
TITLE_WEIGHT: Final = 0.9
LEAD_WEIGHT: Final = 0.4
NAME_WEIGHT: Final = 1.35
LEAD_SENTENCES: Final = 3
# A short form ("Poutine") says less of the phrase that readers type than the full one.
SHORT_FORM_DISCOUNT: Final = 0.5


@dataclass(frozen=True, slots=True)
class Keyphrase:
    """A phrase that an article may be written for. `score` is 0..1, the best of the text being 1.

    `variants` are the other forms in which the text says it; `count` counts all forms together.
    """

    phrase: str
    score: float
    variants: tuple[str, ...] = ()
    count: int = 0


def suggest_keyphrases(text: str, title: str | None, language: str, limit: int = 10) -> tuple[Keyphrase, ...]:
    """Return up to `limit` keyphrases of `text`, best first; none for a text without words.

    Forms of one name ("Kim Jong-un", "Kim Jong Un", "Kim") are one keyphrase under its fullest form; fragments of
    longer phrases ("Corée" of "Corée du Nord") are left out.
    """
    candidates = collect_phrases(text, title, language)
    _split_titles(candidates)
    _merge_names(candidates)
    calendar = _calendar(language)
    ranked = sorted(
        ((_score(each), each) for each in candidates.values() if _is_worthy(each, calendar)), key=lambda pair: -pair[0]
    )
    chosen: list[tuple[float, Candidate]] = []
    for score, candidate in ranked:
        if not any(_overlap(candidate, other) for _, other in chosen):
            chosen.append((score, candidate))
        if len(chosen) == limit:
            break
    best = chosen[0][0] if chosen else 1.0
    return tuple(_as_keyphrase(candidate, score / best) for score, candidate in chosen)


def _split_titles(candidates: dict[tuple[str, ...], Candidate]) -> None:
    """Part a name from the capitalised noun before it: "ministre de la Santé Claire Aubin"."""
    for key in [key for key, each in candidates.items() if each.is_name and len(key) > 2]:
        name = candidates.get(key[1:])
        if name is not None and name.is_name and key[:1] in candidates:
            whole = candidates.pop(key)
            name.count += whole.count
            name.title += whole.title
            name.first_sentence = min(name.first_sentence, whole.first_sentence)


def _merge_names(candidates: dict[tuple[str, ...], Candidate]) -> None:
    """Count a short form, "Kim" or "Poutine", with the commonest longer name that begins or ends with it.

    Whoever is named whole only long after the short form is another: the founder of the firm that bears his name.
    """
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
        late = not best.title and best.first_sentence - short.first_sentence > LEAD_SENTENCES
        if late or best.count * 2 < total or is_mostly_place(short.located, short.count):
            continue
        best.count += short.count
        best.short += short.count
        best.title += short.title
        best.first_sentence = min(best.first_sentence, short.first_sentence)
        best.forms.update(short.forms)
        candidates.pop(short.words, None)


@cache
def _calendar(language: str) -> frozenset[str]:
    """Return the days and months of a language, whole and as a paper shortens them: `oct`, `sept`, `mon`."""
    names = [fold(name) for name in (*pack(language).weekdays, *pack(language).months)]
    return frozenset(part for name in names for part in (name, name[:3], name[:4]) if len(part) > 2)


def _is_worthy(candidate: Candidate, calendar: frozenset[str]) -> bool:
    if candidate.count == 0:
        return False
    if candidate.is_name:
        return len("".join(candidate.words)) > 2 and not all(word in calendar for word in candidate.words)
    return candidate.introduced > 0 and (candidate.count > 1 or candidate.title > 0)


def _score(candidate: Candidate) -> float:
    words = sum(len(word) > 2 for word in candidate.words)
    frequency = math.log2(1 + candidate.count - SHORT_FORM_DISCOUNT * candidate.short)
    place = 1 + LEAD_WEIGHT * (candidate.first_sentence < LEAD_SENTENCES) + TITLE_WEIGHT * (candidate.title > 0)
    kind = NAME_WEIGHT if candidate.is_name else 1.0
    return frequency * place * kind * (1 + 0.25 * min(2, words - 1))


def _overlap(candidate: Candidate, other: Candidate) -> bool:
    """Whether two phrases say the same with more or fewer words."""
    return (contains_words(candidate.words, other.words) and not other.is_name) or contains_words(
        other.words, candidate.words
    )


def _as_keyphrase(candidate: Candidate, score: float) -> Keyphrase:
    size = len(candidate.words)
    forms = [form for form, _ in candidate.forms.most_common()]
    full = [form for form in forms if len(re.split(r"[ ’-]", form)) == size] or forms
    phrase = full[0]
    variants = tuple(form for form in forms if form != phrase)
    return Keyphrase(phrase, round(score, 4), variants, candidate.count)
