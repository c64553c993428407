"""What a heading or a title can do without: a name or a relative clause between commas, and the day."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from assistant.facts.attribution import is_attributed, is_conditional
from assistant.lang import pack
from assistant.writing.cues import cues
from assistant.writing.sentences import plain
from assistant.writing.tokens import is_finite, read_tokens

NAME_WORDS: Final = 4

BETWEEN_COMMAS: Final = re.compile(r",[ \u00a0\u202f]([^,;:«»“”()]{2,120}),(?=[ \u00a0\u202f])")
_PARTICIPLE = re.compile(r"[\wÀ-ÿ]{2,}(?:é|ée|és|ées|ue|ues|uit|uite|ert|erte) \w")


def reduced(sentence: str, language: str) -> str:
    """Return the sentence without a name or a relative clause between commas before its verb, and without its day."""
    text = sentence
    for match in reversed(list(BETWEEN_COMMAS.finditer(sentence))):
        if not _can_go(sentence, match.start(), match.group(1), language):
            continue
        tokens = read_tokens(text[match.end() :].strip())
        if tokens and is_finite(tokens, 0, cues(language)):
            text = text[: match.start()] + text[match.end() :]
    return _without_day(text, language)


def _can_go(sentence: str, start: int, between: str, language: str) -> bool:
    """Whether what stands between commas describes what is named before it, and limits or attributes nothing."""
    if is_attributed(between, language) or is_conditional(between, language) or sentence[:start].count(","):
        return False
    words = between.split()
    named = len(words) <= NAME_WORDS and all(word[:1].isupper() for word in words)
    return named or plain(between).split()[0] in cues(language).relatives or bool(_PARTICIPLE.match(between))


@lru_cache(maxsize=8)
def _day(language: str) -> re.Pattern[str]:
    """Return what finds a full day with the word before it: ` inauguré samedi 7 février`."""
    days, months = ("|".join(names) for names in (pack(language).weekdays, pack(language).months))
    return re.compile(rf"(\w+)[ \u00a0](?:{days}) \d{{1,2}}(?:er)? (?:{months})(?: \d{{4}})?\b")


def _without_day(text: str, language: str) -> str:
    """Return `text` without a full day that no small word binds: not `dès lundi 4 mars`, not `du lundi 4 mars`."""
    words = cues(language)
    bound = words.prepositions | words.determiners | words.phrase_stops
    return _day(language).sub(lambda day: day.group() if plain(day.group(1)).strip() in bound else day.group(1), text)


def without_weekday(text: str, language: str) -> str:
    """Return `text` without the days of the week that no small word binds: `est arrivé mercredi soir à Lyon`.

    Of a full date nothing is left off, and nothing between quotation marks: that is for `reduced`.
    """
    words = cues(language)
    bound = words.prepositions | words.determiners | words.phrase_stops - words.auxiliaries

    def kept(day: re.Match[str]) -> str:
        quoted = text.count("«", 0, day.start()) > text.count("»", 0, day.start())
        is_bound = day.group(1) in ("à", "À") or plain(day.group(1)).strip() in bound
        return day.group() if quoted or is_bound else day.group(1)

    return _weekday(language).sub(kept, text)


@lru_cache(maxsize=8)
def _weekday(language: str) -> re.Pattern[str]:
    """Return what finds a day with the word before it, and the part of the day behind: ` arrivé mercredi soir`."""
    days, parts = "|".join(pack(language).weekdays), "|".join(cues(language).day_parts)
    before = r"(?: on)?" if language == "en" else ""
    return re.compile(
        rf"(\w+){before}[ \u00a0](?:{days})(?: (?:{parts}))?(?=[ .,;]|$)(?! (?:à |at )?\d)(?! (?:et|and)\b)", re.I
    )


def with_whole(clause: str, sentence: str, language: str, *, longest: int) -> str:
    """Return the clause with what the event ends, where the sentence says it and it fits; else the clause itself.

    `Anne Petit est rentrée dans la capitale Lima, ont dit …, après avoir terminé un tour de trois mois du pays` gives
    `Anne Petit est rentrée à Lima après un tour du pays`.
    """
    words = cues(language)
    articles = "|".join(sorted(words.opening_articles - {"l", "des"}))
    end = re.search(rf"\b(?:{'|'.join(words.finished)}) ?((?:{articles}) [^,.;:«»()]{{5,70}})(?=[,.])", sentence)
    if end is None or end.group(1) in clause or is_conditional(end.group(1), language):
        return clause
    plainer = clause
    for long, short in words.plain_places:
        plainer = plainer.replace(long, short)
    after = words.finished[-1]
    spans = "|".join(sorted(words.time_units))
    briefer = re.sub(rf" (?:d’une|d’un|de \w+) (?:{spans})\b", "", end.group(1))
    for start in (clause, plainer):
        for rest in (end.group(1), briefer):
            if len(whole := f"{start} {after} {rest}") <= longest:
                return whole
    return clause
