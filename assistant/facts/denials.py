"""Who denies or refuses something: a reader of the story has to learn it, whatever the article leaves out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from assistant.text.words import fold

SUBJECT_WORDS: Final = 9
"""Words before the verb in which the one who denies is named. House rule: a name with its office."""

_FRENCH_SAID = (
    r"(?:declare|affirme|assure|indique|dit|repete|annonce|precise|soutenu|repondu|insiste|jure|explique|rappele"
    r"|soutient|repond|maintient|maintenu)(?:nt)?"
)
_DENYING: Final = {
    "fr": re.compile(
        r"\b(?:(?:a|ont|avait|avaient|aurait|auraient) (?:\w{3,20} ){0,2}"
        r"(?:dementi|nie|refuse|rejete|conteste|refute|exclu)"
        r"|dement|dementent|dementait|nient|niait|niaient|refuse|refusent|refusait|refusaient|rejette|rejettent"
        r"|rejetait|conteste|contestent|contestait|refute|refutent|refutait|exclut|excluent|excluait)\b"
        r"(?! (?:par|de plus)\b)"
        r"|(?<!l[’'])(?<!la )(?<!une )\bnie\b"
        r"|\b" + _FRENCH_SAID + r"\b[^.;:«»]{0,40}? qu(?:e |[’'])[^.;«»]{0,60}?"
        r"(?:\baucune?\b|\bn(?:e |[’'])[^.;,«»]{1,30}?\b(?:jamais|ni|rien)\b"
        r"|\bn[’'](?:est|a|ont|avait|avaient|etait|etaient|y a) pas\b|\bne (?:sont|sera|serait) pas\b)"
    ),
    "en": re.compile(
        r"\b(?:denied|denies|deny|refused|refuses|rejected|rejects|(?:ruled|rules) out|disputed|disputes)\b"
        r"|\b(?:said|says|insisted|insists|stressed|added|stated)\b(?: that)? (?:no\b|there (?:is|was|were|are) no\b"
        r"|[^.;,“”\"]{0,60}?\b(?:never|(?:has|had|have|was|were|is) not)\b)"
    ),
}
_PASSIVE: Final = re.compile(r"\b(?:ete|etre|been|be|was|were|is|are)$")

_ANYBODY: Final = re.compile(r"\b(?:ce|ceux|celles|celui|celle|those|anyone|anybody) (?:qui|who)(?: \w+)?$")


@lru_cache(maxsize=8192)
def denying_party(sentence: str, language: str) -> str | None:
    """Return the folded words before the verb by which somebody denies or refuses something, at most nine of them.

    None where the sentence denies nothing in somebody's name, or nobody stands before the verb. Read are verbs of
    denying and refusing, and of saying with `aucun`, `ne … jamais`, `n’est pas` behind them; a negation told in the
    source's own voice is no denial.
    """
    folded = fold(sentence)
    found = _DENYING.get(language, _DENYING["fr"]).search(folded)
    if found is None:
        return None
    before = folded[: found.start()].rstrip()
    words = re.findall(r"\w+", re.split(r"[;:«»]", before)[-1])
    if not words or _PASSIVE.search(before) or _ANYBODY.search(before):
        return None
    return " ".join(words[-SUBJECT_WORDS:])
