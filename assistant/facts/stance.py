"""How a sentence holds what it says: denied, only possible, certain, or somebody's word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that say how something holds: `start` and `end` point into the text read; `reach` is what they govern.

    `reach` is the span of the words right behind (or around) them, up to the end of their clause.
    """

    start: int
    end: int
    reach: tuple[int, int]


_NEGATION_FR: Final = re.compile(
    r"\b(?:ne |n['’ ])(?P<verb>(?:[\w'’-]+ ){0,2}?[\w'’-]+)(?: t (?:il|elle|on))? "
    r"(?:pas|plus(?! que)|jamais|point|guère|rien|personne|aucune?s?|nulle?ment|ni)\b(?P<rest>(?:[ ][\w'’-]+){0,3})"
    r"|\b(?P<subject>aucune?|nul(?:le)?|personne|rien|jamais|ni)\b(?P<rest2>(?: [\w'’-]+){0,3}?) (?:ne |"
    r"n['’])(?P<verb2>[\w'’-]+(?: [\w'’-]+){0,2})"
    r"|\bsans (?P<without>[\w'’-]+(?: [\w'’-]+){0,2})"
    r"|\bne (?P<infinitive>pas|plus|jamais|rien) (?P<verb3>[\w'’-]+(?: [\w'’-]+){0,2})"
    r"|\b(?:refus(?:e|ent|é|ait|aient|a|ant|er) (?:de |d['’])|renonc(?:e|ent|é|ait|aient|ant|er) à )"
    r"(?P<refused>\w+(?:er|ir|re|oir)\b(?: [\w'’-]+)?)"
    r"|\bpas (?:de |d['’])(?P<nothing>[\w'’-]+)|\bnon[ -](?P<non>\w+)",
    re.IGNORECASE,
)
_NEGATION_EN: Final = re.compile(
    r"\b(?:(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|must|may|might)(?: not|n['’]t)"
    r"|cannot|can['’]t|won['’]t|never|not)\b(?P<verb>(?: [\w'’-]+){0,3})"
    r"|\b(?:refus(?:es|ed|ing)|declin(?:es|ed|ing)) to (?P<refused>[\w'’-]+(?: [\w'’-]+)?)"
    r"|\b(?:no|without|neither|nor|none of|nobody|nothing)\b(?P<without>(?: [\w'’-]+){0,3})",
    re.IGNORECASE,
)
# An imperfect can end like a conditional: `entrait`, `libérait`, `tirait`, `ouvrait` are none.
_CONDITIONAL: Final = re.compile(
    r"\b(?!(?:ad|re|at|in|sou|as|dé|dés|vi|ti|con|trans)?(?:mirait|tirait|spirait|virait|sirait|pirait|chirait)\b)"
    r"\w*(?:(?<!é)(?<!è)erai(?:t|ent)|irai(?:t|ent)|drai(?:t|ent)|rrai(?:t|ent)|aurai(?:t|ent)|evrai(?:t|ent)|ettrai(?:t|ent)"
    r"|aîtrai(?:t|ent)|attrai(?:t|ent)|uivrai(?:t|ent)|vivrai(?:t|ent)|saurai(?:t|ent)|croirai(?:t|ent))\b",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    r"\b(?!(?:opéra|opera|caméra|sera-t)\b)\w*(?:(?<!é)era|eront|ira|iront|dra|dront|rra|rront|aura|auront|evra|evront|ettra|ettront)\b",
    re.I,
)
_POSSIBLE: Final = {
    "fr": re.compile(
        r"\b(?:pourrai(?:t|ent)|peut-(?:être|etre)|possibl\w+|possibilit\w+|probabl\w+|éventuel\w*|"
        r"vraisemblabl\w+|"
        r"sans doute|semble\w*|paraît|apparemment|soupçonn\w+|présumé\w*|supposé\w*|hypothèse\w*|risque\w* de|"
        r"risqu(?:e|ent|ait|aient|er) (?:une?|des|jusqu)|"
        r"(?:piste|thèse|scénario|hypothèse)s? [^,;.]{0,40}(?:privilégi|évoqu|envisag|retenu|avanc)\w+|"
        r"en voie d\w+|sur le point d\w+|perspective d\w+|(?:souhait|espèr|envisag|étudi|prévo|propos|tent|"
        r"cherch|demand|voudr|aimer)\w* |"
        r"compt(?:e|ent|ait|aient) (?=(?:bien )?\w{2,}(?:er|ir|re|oir)\b)|"
        r"intéressés? par|prêts? à|si possible|à l['’]étude|presque|en partie|partiel\w*|"
        r"projett?(?:e|ent|ait|aient)|en projet|"
        r"projet d[e’']|rumeur\w*|crai(?:nt|ns|gn\w+) |redout\w+ |menac(?:e|ent|ait|aient) d|"
        r"n['’](?:exclu\w+ pas|écart\w+ pas|est pas (?:exclu|écarté)\w*|a pas (?:exclu|écarté))|"
        r"suggér\w+|suggèr\w+|recommand\w+|préconis\w+|allég\w+|prétendu\w*|ambition\w*)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:\b|(?=n['’]t ))(?:may|might|could|would|possibl\w+|possibilit\w+|probabl\w+|likely|perhaps|reportedly|"
        r"(?:not|n['’]t|never|refus\w+ to|declin\w+ to) rul(?:e|ed|es|ing) out|"
        r"alleged\w*|apparently|suggest\w*|"
        r"recommend\w*|seem\w*|appear\w* to|suspected|supposed\w*|hope\w* to|plan\w* to|consider\w*|propos\w+|"
        r"intend\w*|expect\w*|interested in|ready to|partly|partially|nearly|almost|rumou?r\w*)",
        re.IGNORECASE,
    ),
}
_IF: Final = {
    "fr": re.compile(
        r"(?<!même )(?<!comme )(?<!savoir )(?<!demande )\b(?:si|s['’](?=ils?\b))(?! bien| peu| ce n)", re.IGNORECASE
    ),
    "en": re.compile(r"(?<!even )(?<!as )\bif\b(?! so\b)", re.IGNORECASE),
}
_CERTAIN: Final = {
    "fr": re.compile(
        r"\b(?:garanti\w*|à coup sûr|certain(?:e|es|s)? que|certainement|sans aucun doute|assurément|incontestabl\w+|"
        r"indéniabl\w+|c['’]est désormais|bel et bien|définitivement|confirm\w+|fidèlement|entièrement|totalement|"
        r"intégralement|"
        r"forcément|inévitabl\w+|nécessairement|évidemment)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:guarante\w+|certain(?:ly)?|definitely|undoubtedly|without (?:a )?doubt|surely|confirm\w*|undeniabl\w+|"
        r"inevitabl\w+|faithfully|entirely|completely)\b",
        re.IGNORECASE,
    ),
}
_TOLD_PAST: Final = re.compile(
    r"\b(?:a|ont|avait|avaient|s['’]est)(?: également| aussi)? (?:déclaré|indiqué|affirmé|ajouté|annoncé|expliqué|"
    r"précisé|assuré|"
    r"promis|prévenu|dit|estimé|confirmé|rappelé)\w*(?: [\w’'-]+){0,4}? (?:que |qu['’])"
)
COMPARED_REACH: Final = 40
"""Characters behind a negation within which a comparison takes its force away. House rule: `pas avant mardi`."""
_COMPARED: Final = re.compile(
    r"\b ?(?:autant|mieux|davantage|moins)\b"
    r"|\b(?:pas|not|[Aa]ucune?|jamais|[Nn]o|never)\b[^,;:.]{0,60} (?:avant|until|before)\b"
    r"|\b(?:pas|plus|jamais|été|not|never|been) (?:aussi|si|so|such|as) (?!(?:une?|l[ea]s?|des|a|an|the)\b)\w+"
)
_CLAUSE_END: Final = re.compile(r"[,;:.!?()«»“”\"–—]| (?:mais|et que|tandis que|alors que|but|while|whereas) ")
_MAY_BE_NOUN: Final = re.compile(
    r"(?:demandes?|comptes?|propos|tentes?|voudr\w*|aim\w*|plans?|proposals?|hopes?|expectations?) ?$", re.IGNORECASE
)
_DETERMINER: Final = re.compile(
    r"(?:\b(?:l[ea]|les|une?|des|sa|son|ses|leurs?|cette|ce|ces|sans|the|an?|its|his|her|their|this|no)|\b[ld]['’]) ?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def negations(text: str, language: str) -> tuple[Mark, ...]:
    """Return what denies something in `text`, with the verb and the words that it denies."""
    pattern = _NEGATION_FR if language == "fr" else _NEGATION_EN
    found = []
    for match in pattern.finditer(text):
        bare = (match.group("without") or "").split()
        if language == "fr" and bare and not re.search(r"(?:er|ir|re|oir)$", bare[0]):
            continue
        if _COMPARED.search(text[match.start() : match.end() + 12]) or _COMPARED.match(
            text[match.end() : match.end() + 10]
        ):
            continue
        if language != "fr" and bare and match.group().lower().startswith("without") and not bare[0].endswith("ing"):
            continue
        governed = [
            match.span(name)
            for name in match.groupdict()
            if match.group(name) and name != "infinitive" and name != "subject"
        ]
        if governed:
            found.append(Mark(*match.span(), (min(start for start, _ in governed), max(end for _, end in governed))))
    return tuple(found)


@lru_cache(maxsize=8192)
def conditionals(text: str, language: str) -> tuple[Mark, ...]:
    """Return the verbs of `text` in the conditional, each with its clause."""
    if language == "fr":
        told = _TOLD_PAST.search(text)
        # Behind a verb of saying in the past, a conditional is the future that was announced, no doubt.
        end = told.end() if told else len(text)
        return tuple(_with_clause(match, text) for match in _CONDITIONAL.finditer(text) if match.start() < end)
    pattern = re.compile(r"\b(?:would|could|might|may|reportedly|allegedly)\b", re.IGNORECASE)
    return tuple(_with_clause(match, text) for match in pattern.finditer(text))


@lru_cache(maxsize=8192)
def possibilities(text: str, language: str) -> tuple[Mark, ...]:
    """Return the words of `text` that leave it open whether something is so, conditionals included."""
    pattern = _POSSIBLE["fr" if language == "fr" else "en"]
    found = [_with_clause(match, text) for match in pattern.finditer(text) if not _is_thing(match, text)]
    return (*found, *conditionals(text, language))


def _is_thing(match: re.Match[str], text: str) -> bool:
    """Whether a word that could be a verb of wishing is a noun: `sa demande d’aide`, `le compte`."""
    is_verb = not _MAY_BE_NOUN.match(match.group())
    return not is_verb and bool(_DETERMINER.search(text[max(0, match.start() - 8) : match.start()]))


@lru_cache(maxsize=8192)
def conditions(text: str, language: str) -> tuple[Mark, ...]:
    """Return what `text` makes a condition, `s’ils confirment`: only where the rest of it is open or still to come.

    `Si la ville a grandi, les loyers ont baissé` sets two facts side by side.
    """
    code = "fr" if language == "fr" else "en"
    found = [_with_clause(match, text) for match in _IF[code].finditer(text)]
    return tuple(
        Mark(mark.start, mark.end, (mark.end, mark.reach[1]))
        for mark in found
        if conditionals(text[: mark.start], language)
        or conditionals(text[mark.reach[1] :], language)
        or is_future(text[: mark.start] + text[mark.reach[1] :], language)
    )


@lru_cache(maxsize=8192)
def certainties(text: str, language: str) -> tuple[Mark, ...]:
    """Return the words of `text` that say that something is surely and wholly so."""
    pattern = _CERTAIN["fr" if language == "fr" else "en"]
    return tuple(_with_clause(match, text) for match in pattern.finditer(text))


def is_future(text: str, language: str) -> bool:
    """Whether a verb of `text` is in the future, as far as its ending tells."""
    if language != "fr":
        return bool(re.search(r"\b(?:will|shall|going to)\b", text))
    return bool(_FUTURE.search(text) or re.search(r"\b(?:va|vont) \w+(?:er|ir|re|oir)\b", text))


def _with_clause(match: re.Match[str], text: str) -> Mark:
    before = [found.end() for found in _CLAUSE_END.finditer(text, 0, match.start())]
    after = _CLAUSE_END.search(text, match.end())
    return Mark(*match.span(), (before[-1] if before else 0, after.start() if after else len(text)))
