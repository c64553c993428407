"""The tone that an instruction asks for, in French and English, in plain text (see `assistant.intake.plain`)."""

from __future__ import annotations

import re
from typing import Final

from assistant.model import Span

_TONES: Final = {
    "neutre": r"neutr(?:e|es|al)|objecti(?:f|ve|ves)|impartial(?:e)?|factuel(?:le)?|factual|unbiased",
    "formel": r"formel(?:le)?s?|formal|soutenu|professionnel(?:le)?|professional",
    "journalistique": r"journalistiques?|journalistic|journalist|news|presse|newspaper|newsy|reporter",
    "agence": r"agence(?: de presse)?|(?:news |press )?agency|wire|newswire|wire[ -]service|depeche|afp|reuters",
    "pédagogique": r"pedagogi(?:que|ques|cal)|didacti(?:que|c)|educational|educative?|explanatory|explicati(?:f|ve)|"
    r"teaching|vulgarise",
    "décontracté": r"decontracte(?:e)?s?|casual|relaxed|informal|conversation(?:al|nel|nelle)|friendly|amical|"
    r"laid[ -]back|familier|chatty|detendu",
    "informatif": r"informati(?:f|ve|fs|ves|onnel|onal)",
    "sobre": r"sobre(?:s)?|sober|restrained|understated|mesure|plain",
    "engagé": r"engagee?s?|militante?s?|opinionated|activist|committed|partisan|engaged|engaging stance",
}
TONES: Final = tuple(_TONES)
"""The tones of the contract, as French words."""
_ANY_TONE: Final = "|".join(_TONES.values())
# "News article" and "article de presse" name a kind of text, not a tone.
_GENTLE_TONE: Final = "|".join(form for name, form in _TONES.items() if name not in ("journalistique", "agence"))
_TONE_NOUN: Final = r"(?:tons?|tones?|styles?|registre|register|voice|voix|ecriture|approche|writing|angle)"
_TONE_PATTERNS: Final = (
    re.compile(rf"\b{_TONE_NOUN}\b ?(?:[:=] ?|(?:should (?:be|stay|remain)|must be|doit (?:etre|rester)|is|reste|"
            rf"de type|d'une?|d'|de|"
               rf"plutot|tres|assez|bien|purely|very|redactionnel|general|:|"
            rf"editorial) ?){{0,3}}(?P<tone>{_ANY_TONE})\b"),
    re.compile(rf"\b(?P<tone>{_ANY_TONE})(?: (?:and|et|yet|but) \w{{3,14}})?(?:,? \w{{3,14}})?[ -]{_TONE_NOUN}\b"),
    re.compile(rf"\b(?:de (?:maniere|facon)|reste[rz]?|rester|sois|soyez|keep it|keep the (?:tone|style)|stay|"
            rf"remain|make it|sound|be) "
               rf"(?:tres |very |plutot |purely |strictement |strictly )?(?P<tone>{_ANY_TONE})\b"),
    re.compile(rf"\b(?:articles?|textes?|papier|billet|contenu|version) (?:tres |plutot )?(?P<tone>{_GENTLE_TONE})\b"),
    re.compile(rf"\b(?P<tone>{_GENTLE_TONE}) (?:article|text|piece|story|post|version|copy)\b"),
)  # fmt: skip

# A tone of no list is kept as it was written: "ton dynamique", "warm tone". The French noun is also the word "your".
_FREE_TONE: Final = re.compile(
    r"(?:^|[,;|:(.\n] ?|\b(?:avec|dans|sur|adopte[rz]?) )(?:un )?ton(?: ?[:=])?(?: (?:tres|plutot|assez))? "
    r"(?P<tone>[a-z]{5,18})(?= ?(?:[,;|).\n]|$|et |mais |pour |avec ))|"
    r"(?:^|[,;|:(.\n] ?|\b(?:with|in|use) )(?:an? )?(?:very )?"
    r"(?P<tone_before>[a-z]{4,18}) tone(?= ?(?:[,;|).\n]|$|and |for |of voice))|"
    r"\btone(?: of voice)? ?[:=] ?(?P<tone_after>[a-z]{4,18})\b"
)
_NO_TONE: Final = frozenset(
    ("article", "texte", "papier", "titre", "public", "sujet", "choix", "same", "this", "that", "your", "similar",
     "source", "original", "right")
)  # fmt: skip


def parse_tone(text: str) -> tuple[str | Span | None, tuple[Span, ...]]:
    """Return the tone asked for, as one of the contract's French words or the span of another word, or None."""
    for pattern in _TONE_PATTERNS:
        for match in pattern.finditer(text):
            before = text[max(0, match.start("tone") - 5) : match.start("tone")]
            if not re.search(r"seo[ -]$", before):
                tone = next(name for name, form in _TONES.items() if re.fullmatch(form, match["tone"]))
                return tone, (match.span(),)
    for match in _FREE_TONE.finditer(text):
        name = next(group for group in ("tone", "tone_before", "tone_after") if match[group])
        if match[name] not in _NO_TONE:
            return match.span(name), (match.span(),)
    return None, ()
