"""What tells a verb by its form and the small words around it: finite, passive, reflexive, and where clauses part."""

from __future__ import annotations

import re
from typing import Final

from assistant.facts.roots import root

BORDER: Final = re.compile(r"[;:.!?«»“”()]| (?:et|mais|and|but|car|tandis que|alors que|while) ")
SHARED_SUBJECT: Final = re.compile(r" (?:et|mais|and|but) $")
# What opens so has no subject of its own: `Il dément et propose`, `mais n’a pas signé`.
PREDICATE: Final = re.compile(
    r"\W*(?:et |mais |and |but )?(?:n['’]|ne |s['’]|se |l['’](?=a |ont |avait )|a |ont |avait |avaient |aura |est |"
    r"sont |était |étaient |sera |seront |fut |va |doit |peut |aussi |également |has |have |had |is |are |was |were |"
    r"will )"
)
FINITE: Final = {
    "fr": re.compile(
        r"\b(?:a|ont|avait|avaient|aura|auront|aurait|est|sont|était|étaient|sera|seront|fut|dû|pu|voulu|s['’]est|doit|"
        r"doivent|va|vont|pourrait|devrait|pourra|devra|veut|peut|peuvent|fait|font|qui|lui|se|s['’]|ne|n['’]|ils?|elles?|"
        r"on|risqu(?:e|ent|ait) de|(?:d['’]|de |à |pour )être) "
        r"(?:\w+ment |pas |plus |déjà |bien |ensuite |aussi |également |été |fait )?$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:has|have|had|is|are|was|were|will|been|must|may|might|could|can|would|should|who|he|she|it|they) "
        r"(?:\w+ly |not |also |been )?$",
        re.IGNORECASE,
    ),
}
PASSIVE: Final = {
    "fr": re.compile(
        r"(?<!s['’])(?<!m['’])\b(?:été|est|sont|était|étaient|sera|seront|serait|seraient|fut|furent|être|soit|soient) "
        r"(?:\w+ment |\w+ )?$",
        re.I,
    ),
    "en": re.compile(r"\b(?:been|is|are|was|were|be|being) (?:\w+ly )?$", re.I),
}
PASSIVE_BEHIND: Final = {
    "fr": re.compile(r" (?:d['’]|de |à |pas |plus )?être (?:\w+ment )?\w+[ée]e?s?\b", re.IGNORECASE),
    "en": re.compile(r" (?:to )?be(?:ing)? \w+ed\b", re.IGNORECASE),
}
HAVING: Final = {
    "fr": re.compile(r"\b(?:a|ai|ont|avait|avaient|aura|auront|aurait|auraient|ayant|avoir) (?:\w+ ){0,2}$", re.I),
    "en": re.compile(r"\b(?:has|have|had|having) (?:\w+ ){0,2}$", re.I),
}
PARTICIPLE: Final = {
    "fr": re.compile(r"(?:ée?s?|(?<!q)ue?s?|ie?s?|ite?s?|ise?s?|erte?s?|inte?s?|ose?s?)$"),
    "en": re.compile(r"(?:ed|en|won|held|sold|built|led|made|paid|sent)$"),
}
# Their perfect is made with `être`: it is no passive.
GOES: Final = frozenset(
    root(verb, "fr")
    for verb in (
        "aller", "arriver", "partir", "naître", "mourir", "entrer", "sortir", "monter", "descendre", "tomber", "rester",
        "venir", "devenir", "revenir", "intervenir", "parvenir", "survenir", "provenir", "retourner", "passer",
        "rentrer",
    )
)  # fmt: skip
BY: Final = {
    "fr": re.compile(
        r" par (?!exemple|ailleurs|an\b|mois|jour|semaine|la suite|conséquent|rapport|le biais|voie|mer\b|terre|ici|là)"
    ),
    "en": re.compile(r" by (?!\d|the end|far\b|then\b|now\b|\w+day\b)"),
}
AGENT_END: Final = re.compile(
    r"[,;:.!?()«»“”]| (?:à|pour|dans|avec|en|sur|vers|après|avant|depuis|lors|afin|et|qui|que|to|in|on|for|after|"
    r"before|and|who|that) "
)
PRONOUN: Final = re.compile(r"^(?:il|elle|ils|elles|celle-ci|celui-ci|ceux-ci|he|she|they|it) ?$", re.IGNORECASE)
PRONOUN_BY: Final = re.compile(r"\b(?:ils?|elles?|on|he|she|they|it)\b[^,]{0,25}$", re.IGNORECASE)
CLEFT: Final = re.compile(r"\b(?:c['’]est|c['’]était|ce sont|ce fut|it is|it was) .+ (?:qui|who|that) ", re.IGNORECASE)
REFLEXIVE: Final = re.compile(
    r"(?:\bse |\bs['’])(?:est |sont |était |étaient |sera |seront |serait )?(?:\w+ment |\w+ )?$", re.IGNORECASE
)
RELATIVE: Final = re.compile(r"^\W*(?:qui|who|which|that)\b|\b(?:qui|who|which) \W*(?:\w+ ){0,3}$", re.IGNORECASE)
ADVERBIAL: Final = re.compile(
    r"\W*(?:en|dans|à|au|aux|depuis|dès|après|avant|selon|pour|par|sur|sous|lors|pendant|durant|malgré|faute|grâce|chez|"
    r"comme|avec|sans|vu|outre|hormis|face|suite|quant|compte|étant|d['’]|de|du|des|qui|que|dont|où|lequel|laquelle|in|on|at|since|after|before|for|with|without|of|"
    r"who|which|whose|when|where|while)\b",
    re.IGNORECASE,
)
ARTICLE: Final = {
    "fr": re.compile(
        r"(?:\b(?:le|la|les|un|une|des|du|au|aux|ce|cette|ces|son|sa|ses|leur|leurs)|\b[ld]['’]) ?$", re.IGNORECASE
    ),
    "en": re.compile(r"\b(?:the|an?|its|his|her|their|this|these) ?$", re.IGNORECASE),
}
HAS_VERB: Final = re.compile(
    r"\b(?:a|ont|avait|avaient|est|sont|était|étaient|sera|seront|fut|has|have|had|is|are|was|were|will)\b|\w(?:ait|aient|"
    r"ent|era|eront)\b"
)
ENDS_AS_VERB: Final = {
    "fr": re.compile(
        r"(?:aient|[èiu]rent|(?<!op)(?<!am)era|eront|iront|dront|rront|oient|endent|(?<!portr)(?<!souh)(?<!attr)(?<!forf)(?<!extr)(?<!retr)"
        r"(?<!parf)(?<!.bienf)(?<=\w{4})ait)$"
    ),
    "en": re.compile(r"(?:ed|won|lost|beat|told|met|took|gave|left|paid|sold|bought|led|held)$"),
}
# `les indemnisera`: what looks like an article is a pronoun.
CLEARLY_VERB: Final = re.compile(r"(?:(?<!op)(?<!am)era|eront|iront|ira|erai(?:t|ent)|irai(?:t|ent)|dra|dront|èrent)$")
PAST: Final = {
    "fr": re.compile(r"(?:[iu]t|ait|aient|[èiu]rent|[ei]nt|era|eront|oit|ient|end)$"),
    "en": ENDS_AS_VERB["en"],
}
QUE: Final = re.compile(r"\b(?:que|qu['’]|dont|où) ?$")
BEFORE_OBJECT: Final = re.compile(r" (?:[A-ZÀ-Þ]|l[ea] |l['’]|une? |à |aux? |son |sa |ses |qu)")
