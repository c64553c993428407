"""Who says it: the stretches of a sentence that name those to whom it hands what it tells."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from assistant.model import Span

_SAYS_FR: Final = (
    r"(?:(?:déclar|indiqu|affirm|ajout|rapport|annonc|expliqu|précis|assur|estim|soulign|confirm|révél|racont|rappel|"
    r"regrett|déplor|dénonc|confi|avanc|évoqu|lanc|salu|jug|martel|insist|résum|avou|témoign|commen|not|répliqu|plaid|"
    r"réagi|souhait|redout|invoqu|tempêt|emport|félicit|ironis|qualifi|décriv)(?:e|es|ent|é|ait|aient|a|èrent|ant)|"
    r"(?:conclu|prévien|maintien|soutien|répon|crain|reconnaî|reconnai|prome|adme)(?:t|d|nent|dent|gnent|ssent|"
    r"ttent)|promis|prévenu|soutenu|reconnu|répondu|conclu|admis|dit|disent|écrit|pense|"
    r"espère|affirmé|réjouit|fait savoir)"
)
_HAS_FR: Final = r"(?:a |ont |avait |avaient |l['’]a |s['’]est |s['’]|se )?"
_BESIDES_FR: Final = r"(?:également |aussi |ensuite |encore |de son côté |pour sa part |quant à lui )?"
_NOUN_FR: Final = r"(?:[Ll]['’]|[Ll]es? |[Ll]a |[Uu]ne? |[Dd]es |[Ss]on |[Ss]a |[Ss]es |[Ll]eurs? |M\. |Mme |[A-ZÀ-Þ])"
_SAYS_EN: Final = (
    r"(?:said|says|told|added|stated|reported|announced|explained|claimed|confirmed|argued|wrote|warned|warns?|insisted|"
    r"recalled|hoped?|fears?|denies|denied)"
)
_PATTERNS: Final = {
    "fr": re.compile(
        r"(?:[Ss]elon|[Dd]['’]après|[Pp]our(?= (?:l[ea]s? |l['’])?(?:M\.|Mme|MM\.|[A-ZÀ-Þ]))"
        r"|[Aa]ux yeux (?:de|du|d['’])|[Àà] en croire|[Dd]e l['’]avis (?:de|du)) ?"
        r"(?P<after>(?:(?:MM?|Dr|Pr)\. )?[^,;:.!?«»]{2,60})"
        rf"|(?:[,»] ?|\b(?:que|qu['’]) ?|^){_HAS_FR}{_BESIDES_FR}{_SAYS_FR} {_BESIDES_FR}"
        rf"(?P<behind>{_NOUN_FR}[^,;:.!?«»]{{1,60}}(?:, [A-ZÀ-Þ][^,;:.!?«»]{{1,40}})?)"
        rf"|(?:^|[.;:»,] ?)(?P<subject>(?!C['’]est |Ce ){_NOUN_FR}[^,;:.!?«»]{{1,60}}?(?:, [^,;:.!?«»]{{2,60}},)?) "
        rf"{_HAS_FR}{_BESIDES_FR}{_SAYS_FR}\b(?! (?:par\b|[A-ZÀ-Þ]))"
    ),
    "en": re.compile(
        r"(?:[Aa]ccording to|[Ii]n the view of) (?P<after>[^,;:.!?“”]{2,60})"
        rf"|[,”\"] ?{_SAYS_EN} (?P<behind>[^,;:.!?“”\"]{{2,60}})"
        rf"|(?:^|[.;:”\",] ?)(?P<subject>(?:The |A |An |His |Her |Their |[Tt]he |[A-Z])[^,;:.!?“”\"]{{1,60}}?) "
        rf"(?:has |have |had |also ){{0,2}}{_SAYS_EN}\b(?! (?:by\b|[A-Z]))"
    ),
}
_PRONOUNS: Final = {
    "fr": re.compile(
        rf"{_SAYS_FR}(?:-t)?-(?:il|elle|ils|elles)\b|\b[Ss]elon (?:lui|elle|eux)\b"
        r"|» ?,? (?:[a-zà-ÿ]+ ){0,2}[a-zà-ÿ]+(?:-t)?-(?:il|elle)s?\b"
        rf"|(?:^|[.;:»,] )(?:[Ii]ls?|[Ee]lles?) {_HAS_FR}{_SAYS_FR}\b"
    ),
    "en": re.compile(
        rf"\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:has |have |had |also )?{_SAYS_EN}\b|\baccording to (?:him|her|them)\b"
    ),
}
_PERSONAL: Final = re.compile(r"^(?:lui|elles?|eux|ils?|on|he|she|they|him|her|them|it|ce|cela)\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def speakers(text: str, language: str) -> tuple[Span, ...]:
    """Return the spans of those to whom `text` hands its claim: what follows `selon`, the subject of `a déclaré`.

    Pronouns are left out: `has_pronoun_speaker` tells of them.
    """
    found = []
    for match in _PATTERNS["fr" if language == "fr" else "en"].finditer(text):
        for name in ("after", "behind", "subject"):
            if match.group(name) and not _PERSONAL.match(match.group(name)):
                found.append(match.span(name))
    return tuple(found)


@lru_cache(maxsize=8192)
def has_pronoun_speaker(text: str, language: str) -> bool:
    """Whether `text` hands its claim to somebody named before: `prévient-il`, `selon elle`, `he said`."""
    return bool(_PRONOUNS["fr" if language == "fr" else "en"].search(text))
