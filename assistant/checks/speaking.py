"""Who says a quotation: the verb of speech beside it, in the clause before or behind, or within its marks."""

from __future__ import annotations

import re
from typing import Final

from assistant.checks.flat import flat
from assistant.checks.names import find_names
from assistant.checks.remember import remembered
from assistant.lang import news_words
from assistant.lang.speech import speech_forms
from assistant.model import Span

WORDS_BEHIND: Final = 7
"""House rule: in `, a toutefois tenu à nuancer` the verb is the fifth; farther ones have other subjects."""
REACH: Final = 200
"""In characters. House rule: a lead-in is one sentence."""

_WORD = re.compile(r"[^\W\d_]+")
_FOR = re.compile(r"\s*(?:pour|for|para|quant a|as for) ")
_SIGNED = re.compile(r"[ \u00a0]?[—–] ?[A-ZÀ-ÖØ-ÞŒ]\w+ [A-ZÀ-ÖØ-ÞŒ]")
_SENTENCE_END = re.compile(r"[.!?…»”\n]")
_INSERTED = re.compile(
    r"[,?!…] ?(?P<asked>a-t-(?:il|elle) )?(?:(?:se|lui|y|en|nous|vous|leur|me|a|ont|avait|avaient) |[slmtn]')*"
    r"(?P<verb>[^\W\d_]+)(?P<pronoun>(?:-t)?-(?:il|elle|ils|elles|on)\b)?"
)
_LAST_MARK = re.compile(r"[.!?…][\s\u00a0\u202f]*[»”\"]?$")
_SUBJECT = re.compile(
    r"[ ,](?:(?:encore|aussi|ainsi|alors|toujours|d'ailleurs|pourtant|\w{3,14}ment|de son cote) ,?)?"
    r"(?=(?:le|la|les|un|une|son|sa|ses|leur|leurs|ce|cet|cette|ces|celui|celle|ceux|plusieurs|"
    r"the|an|his|her|its|their|he|she|they|el|los|las|su|sus) |l')"
)
_CAPITAL_NEXT = re.compile(r"[ \u00a0\u202f,]+[A-ZÀ-ÖØ-ÞŒ]")


@remembered
def is_handed_over(text: str, span: Span, language: str) -> bool:
    """Whether words beside or within the quotation at `span` of `text` say who speaks.

    `lance le maire` behind it, `Le maire martèle : ` before it, `, espère Nadia Ferhat` within its marks.
    """
    start, end = span
    quotation = text[start:end]
    return (
        _leads_in(text[max(0, start - REACH) : start], language)
        or (not _is_closed(quotation, text[end:]) and _follows(text[end : end + REACH], language))
        or _is_inserted(quotation, language)
    )


def _is_closed(quotation: str, after: str) -> bool:
    """Whether the sentence ends within the marks, so that what stands behind them is another one."""
    return _LAST_MARK.search(quotation) is not None and after.lstrip()[:1].isupper()


def _leads_in(before: str, language: str) -> bool:
    """Whether the sentence that leads to the quotation has a verb of speech, `Pour Ada King,` or a name and a colon."""
    stretch = _SENTENCE_END.split(before)[-1]
    words = _WORD.findall(flat(stretch))
    if any(word in speech_forms(language) for word in words):
        return True
    for_somebody = stretch.rstrip().endswith(",") and _FOR.match(flat(stretch)) is not None
    return (for_somebody or stretch.rstrip().endswith(":")) and _names_somebody(stretch, language)


def _names_somebody(clause: str, language: str) -> bool:
    words = news_words(language)
    actors = words.actors if words else frozenset()
    return bool(find_names(clause, language)) or not actors.isdisjoint(_WORD.findall(flat(clause)))


def _follows(after: str, language: str) -> bool:
    """Whether a verb of speech comes right behind the quotation, or a dash and a name."""
    stretch = _SENTENCE_END.split(after)[0]
    if _SIGNED.match(stretch):
        return True
    words = _WORD.findall(flat(stretch))[:WORDS_BEHIND]
    return any(word in speech_forms(language) for word in words)


def _is_inserted(quotation: str, language: str) -> bool:
    """Whether the quotation holds the clause that says whose it is: a verb and its subject between commas."""
    plain = flat(quotation)
    return any(
        found["asked"] or found["pronoun"] or _has_subject(quotation, plain, found.end())
        for found in _INSERTED.finditer(plain)
        if found["verb"] in speech_forms(language)
    )


def _has_subject(quotation: str, plain: str, place: int) -> bool:
    return bool(_SUBJECT.match(plain, place) or _CAPITAL_NEXT.match(quotation, place))
