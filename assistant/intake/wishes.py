"""What an instruction asks for besides a length: language, headings, tone, keywords, readers …, in French and English.

Every function takes plain text (see `assistant.intake.plain`) and returns what it asks for with the spans that say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant.intake.numbers import NUMBER, parse_number
from assistant.model import Span

_FRENCH: Final = r"francais(?:e|es)?|french|fr(?:-fr)?"
_ENGLISH: Final = r"anglais(?:e|es)?|english|eng|en-(?:us|gb|uk)|en"
# Named in full only: their codes are words of French and English ("it", "de", "es").
_OTHERS: Final = {
    "es": r"espagnole?|spanish|castillan",
    "de": r"allemande?|german",
    "it": r"italien(?:ne)?|italian",
    "pt": r"portugaise?|portuguese",
    "nl": r"neerlandaise?|dutch",
}
_OTHER: Final = "|".join(rf"(?P<{code}>(?:{names})\b)" for code, names in _OTHERS.items())
_LANGUAGE: Final = rf"(?P<fr>(?:{_FRENCH})\b)|(?P<en>(?:{_ENGLISH})\b)|{_OTHER}"
# The strongest way to say it comes first: a target beats a label, a label beats a mere adjective.
_LANGUAGE_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:into|to|vers l[ae' ]{{1,2}}) ?(?:{_LANGUAGE})",
        rf"\b(?:langue|language|lang)(?: (?:de sortie|cible|finale|d'ecriture))? ?[:=]? ?(?:{_LANGUAGE})",
        rf"\b(?:in|en)(?: (?:proper|good|plain|correct|clear|simple|bon|langue|us|uk|british|american|"
        rf"fluent))? (?:{_LANGUAGE})",
        r"\b(?P<fr>(?:francais(?:e|es)?|french))\b(?! ?-?(?:speak|reader|president|gov))|"
        r"\b(?P<en>(?:anglais(?:e|es)?|english))\b",
        r"(?:^|[,;|/:] ?| - )(?:(?P<fr>fr)|(?P<en>en))(?= ?(?:$|[,;|/.\n])| - )",
    )
)
_LANGUAGE_OF_SOURCE: Final = re.compile(
    r"(?:\bfrom |\bde l'|\bdepuis l[ae' ]{1,2}|\boriginal |\bnot in |\bpas en |\bpublic )$"
)

_HEADING_NOUN: Final = (
    r"(?:sub[ -]?(?:headings?|heads?|headers?|titles?)|head(?:ing|er)s?|section (?:titles?|heads?|headings?)|"
    r"(?:sous|inter)[ -]?titres?|titres? (?:intermediaires?|de sections?|de parties?)|"
    r"balises? h[n1-6x](?:\b|(?=[,/]))|hn\b)"
)
_LEVEL: Final = r"h ?([2-6])(?!\d)"
_HEADING: Final = re.compile(rf"\b(?:{_HEADING_NOUN}|h ?[2-6](?:s)?\b)")
_HEADING_COUNT: Final = re.compile(
    rf"(?<![\w.,-])(?P<count>{NUMBER}) (?:(?:\w{{1,14}} ){{0,2}}?)(?P<noun>{_HEADING_NOUN}|h ?[2-6]s?\b)"
    rf"|\b(?:{_HEADING_NOUN}|h2s?) ?(?:\(|[:=]) ?(?P<after>\d{{1,2}})\b(?! ?%)"
)
_SECTION_COUNT: Final = re.compile(rf"(?<![\w.,-])(?P<count>{NUMBER}) (?:sections?|parties|parts)\b")
_LEVEL_RANGE: Final = re.compile(r"\bh ?([2-6]) ?(?:-|a|to) ?h ?([2-6])\b")
_NEGATION_BEFORE: Final = re.compile(
    r"(?:\bno|\bwithout(?: any)?|\bsans(?: aucun)?|\bpas (?:besoin )?d[e']|\baucune?|\bzero|\bni|"
    r"\bskip(?: the)?|\bavoid|"
    r"\b(?:do not|don't|dont) (?:add|use|include|want|need|put)(?: any)?|\bpas d'|\bn(?:e |"
    r"')?(?:\w{2,10} )?(?:pas|aucune?) (?:de |d')?|"
    r"\bevite[rz]?(?: les)?|\bnot|\bpas)[ ]?(?:(?:any|des|de|les|the|d'|a) ?)?(?:\w{2,12} ){0,1}$"
)
_NEGATION_AFTER: Final = re.compile(
    r"^ ?(?:[:=] ?)?(?:non|no|none|aucune?|0|sans|pas necessaires?|not needed|inutiles?)\b(?! (?:less|more))"
)

_SEO: Final = re.compile(
    r"\bseo\b(?:[- ](?:friendly|compatible|optimi[sz]ed?|ready|first))?|\breference(?:ment|r)(?: naturel)?\b|"
    r"\bsearch[ -]engines?(?: optimi[sz](?:ation|ed))?|\bmoteurs? de recherche\b|"
    r"\bgoogle[ -](?:friendly|news|discover)\b|"
    r"\b(?:optimi[sz]\w{1,4}|rank\w{0,3}|pour|for|on|in|sur) google\b|\bbien reference\b"
)
_META: Final = re.compile(
    r"\bmeta[ -]?desc(?:ription)?s?\b\.?|\bdescription meta\b|\bbalise (?:meta|description)\b|"
    r"\b(?:avec|plus|et|ajoute[rz]? |propose[rz]? |with|plus|and|add|include|\+) ?(?:une|a) "
    r"(?:seo |google )?description\b(?= ?(?:[,;.|\n]|$|seo|google|de \d))"
)
_FAQ: Final = re.compile(
    r"\bf\.?a\.?q\b\.?s?|\bfoire aux questions\b|\bquestions?[ /-]{1,3}(?:et )?reponses?\b|\bq ?(?:&|/) ?[ar]\b|"
    r"\bfrequently asked questions\b|\bquestions frequentes\b"
)

_PEOPLE: Final = (
    r"(?:publics?|audiences?|readers?|readership|lecteurs?|lectorat|lectrices|lyceens?|collegiens?|"
    r"eleves|etudiants?|students?|"
    r"pupils|professionnels?|professionals?|debutants?|beginners?|experts?|enfants?|children|kids|"
    r"seniors?|teen(?:ager)?s?|"
    r"ados?|adolescents?|parents?|investors?|investisseurs?|dirigeants?|managers?|executives?|cadres?|"
    r"elus?|enseignants?|teachers?|"
    r"decideurs?|entrepreneurs?|specialistes?|specialists?|novices?|familles|families|jeunes|"
    r"young people|adults?|adultes|retraites|"
    r"pensioners|citoyens|citizens|consommateurs?|consumers?|journalistes?|journalists|agriculteurs?|"
    r"farmers|policymakers?|"
    r"laypeople|laymen|non-specialistes?|non-experts?|newcomers|habitants|residents|locals|touristes|"
    r"tourists|abonnes|subscribers|"
    r"salaries|employees|developers|developpeurs|patients|artisans|commercants|internautes|people)"
)
_AUDIENCE_LABEL: Final = re.compile(
    r"\b(?:public(?: (?:cible|vise))?|(?:target )?audience(?: cible)?|cible|lectorat|readership|target readers?|target|"
    r"lecteurs?(?: vises?)?|readers?|persona) ?[:=] ?(?P<who>[^,;|.\n]{2,80})"
)
_AUDIENCE_PHRASE: Final = re.compile(
    r"\b(?:(?:aimed|targeted|geared|directed) (?:at|to|towards)|written for|intended for|meant for|"
    r"suitable for|accessible to|for|"
    r"targeting|addressed to|(?:destinee?|adressee?|accessible|adaptee?)s? (?:a|aux?)|s'adressant (?:a|aux?)|"
    r"a destination d(?:e |es |u |')|a l'attention d(?:e |es |u |')|a l'intention d(?:e |es |u |')|"
    r"visant|pour|lisible par|comprehensible (?:par|pour))(?: |(?<='))?(?:un |une |des |les |le |la |"
    r"l'|a |an |the |our |nos |vos )?"
    rf"(?P<who>(?:[\w'-]{{1,18}} ){{0,3}}?{_PEOPLE}\b(?: (?:de|d'|du|des|of|in|who|qui|a|aux?|"
    rf"age[ds]?|from) ?[\w'-]{{2,20}}"
    r"(?: [\w'-]{2,20}(?<!words)(?<!mots)){0,2})?(?: (?!avec|with|en|in|and|et|sans|ton|tone|de|of|a|"
    r"pour|for|without|about|sur)[a-z'-]{4,18}){0,2})"
)
_AUDIENCE_KIND: Final = re.compile(
    r"\b(?P<who>grand public|general audience|public (?:jeune|adulte|averti|scolaire|familial|expert|"
    r"specialise|professionnel|"
    r"local|feminin|senior|large|etudiant|lyceen|rural|urbain|francophone|international|amateur|neophyte|novice)s?)\b"
)
_AUDIENCE_LEAD: Final = re.compile(
    r"(?:(?:un|une|des|les|le|la|a|an|the|our) |l')?(?:(?:public|lectorat|audience|"
    r"readership) (?:compose )?(?:des? |d'|of ))?"
)
_GENERAL_PUBLIC: Final = re.compile(
    r"^(?:the |a |le |un )?(?:grand public|general (?:public|audience|readers?|readership)|public (?:general|large)|"
    r"tout public|large public|lay (?:audience|readers?|public)|wide(?:r)? (?:audience|public)|"
    r"broad audience|everyone|mainstream audience)"
)

_KEYWORD_NOUN: Final = (
    r"(?:(?:main |primary |target |focus |seo |secondary )*(?:key ?-?words?|key ?-?phrases?|kw)|"
    r"mots?[ -]cles?(?: seo)?|"
    r"(?:requetes?|expressions?|phrases?)[ -](?:cles?|cibles?|principales?))"
)
_KEYWORD: Final = re.compile(
    rf"\b(?P<noun>{_KEYWORD_NOUN})"
    r"(?: (?:principa(?:l|le|ux)|cibles?|vises?|secondaires?|suivants?|primary|main|target(?:ed)?|"
    r"to (?:use|include|target)|"
    r"a (?:placer|utiliser|integrer|viser)|focus|seo|following|obligatoires?|imposes?)){0,2}"
    r"(?P<mark> ?[:=] ?| (?:is|are|est|sont) |(?= ?[\"'])| - | )"
)
_CLAUSE_END: Final = re.compile(r"[;|\n]|[.!?](?= |$)|(?<= )- (?=\w)| / ")


@dataclass(frozen=True, slots=True)
class Headings:
    """What is asked about subheadings; None where nothing is said."""

    wanted: bool | None = None
    levels: tuple[int, ...] | None = None
    count: int | None = None
    spans: tuple[Span, ...] = ()


def parse_language(text: str) -> tuple[str | None, tuple[Span, ...]]:
    """Return the language to write in, as its two letters, or None."""
    for pattern in _LANGUAGE_PATTERNS:
        for match in pattern.finditer(text):
            if not _LANGUAGE_OF_SOURCE.search(text[max(0, match.start() - 12) : match.start()]):
                return match.lastgroup, (match.span(),)
    return None, ()


def is_refused(text: str, span: Span) -> bool:
    """Whether the wish at `span` is refused: "sans intertitre", "no FAQ", "H2 : non"."""
    before = re.split(r"[.;:|\n,]", text[max(0, span[0] - 40) : span[0]])[-1]
    return bool(_NEGATION_BEFORE.search(before)) or bool(_NEGATION_AFTER.match(text[span[1] : span[1] + 20]))


def parse_headings(text: str) -> Headings:
    """Return what `text` asks about subheadings."""
    mentions = list(_HEADING.finditer(text))
    if not mentions:
        return Headings()
    refused = {match.span() for match in mentions if is_refused(text, match.span())}
    levels = {int(digit) for match in mentions if match.span() not in refused for digit in re.findall(_LEVEL, match[0])}
    for match in _LEVEL_RANGE.finditer(text):
        levels |= set(range(int(match[1]), int(match[2]) + 1))
    wanted = len(refused) < len(mentions)
    spans = tuple(match.span() for match in mentions)
    count, count_spans = _heading_count(text)
    return Headings(wanted, tuple(sorted(levels)) or None, count if wanted else None, spans + count_spans)


def _heading_count(text: str) -> tuple[int | None, tuple[Span, ...]]:
    for match in (*_HEADING_COUNT.finditer(text), *_SECTION_COUNT.finditer(text)):
        groups = match.groupdict()
        value = parse_number(groups.get("after") or groups["count"])
        in_range = re.search(r"\d ?(?:-|a|to|or|ou|et|and) ?$", text[max(0, match.start() - 6) : match.start()])
        is_length = re.search(r"\b(?:words?|mots?)\b", match[0])
        if 0 < value <= 40 and not in_range and not is_length:
            return value, (match.span(),)
    return None, ()


def parse_switch(text: str, wish: str) -> tuple[bool | None, tuple[Span, ...]]:
    """Return whether `text` wants the `wish` ("seo", "meta_description", "faq"): None when it does not say."""
    pattern = {"seo": _SEO, "meta_description": _META, "faq": _FAQ}[wish]
    spans = tuple(match.span() for match in pattern.finditer(text))
    if not spans:
        return None, ()
    return any(not is_refused(text, span) for span in spans), spans


def parse_audience(text: str) -> tuple[Span | str | None, tuple[Span, ...]]:
    """Return the readers to write for: the span that names them, "grand public", or None."""
    for pattern in (_AUDIENCE_LABEL, _AUDIENCE_PHRASE, _AUDIENCE_KIND):
        match = pattern.search(text)
        if match is None:
            continue
        start, end = match.span("who")
        lead = _AUDIENCE_LEAD.match(text, start, end)
        start = lead.end() if lead else start
        end = start + len(text[start:end].rstrip())
        if _GENERAL_PUBLIC.match(text[match.start("who") : end]):
            return "grand public", (match.span(),)
        return (start, end), (match.span(),)
    return None, ()


def _closing_bracket(text: str, start: int, end: int) -> int:
    """Return where the bracket closes that was opened before `start`, at the latest `end`."""
    for place in range(start, end):
        if text[place] == ")" and "(" not in text[start:place]:
            return place
    return end


def keyword_spans(text: str) -> Iterator[tuple[Span, bool, Span]]:
    """Yield, for each mention of keywords: the span of the value, whether it is a list, the span of the label."""
    for match in _KEYWORD.finditer(text):
        rest = text[match.end() :]
        if not match["mark"].strip(" -") and rest.lstrip()[:1] not in ('"', "'") and match["mark"] != " - ":
            inline = re.search(
                r"(?:\b(?:the|le|autour du|avec le|sur le|around|using|use|with|target|vise[rz]?|du)\s?)$",
                text[: match.start()],
            )
            if not (
                inline
                or match.start() == 0
                or text[max(0, match.start() - 2) : match.start()].strip(" ") in (",", ";", "|", "")
            ):
                continue
        stop = _CLAUSE_END.search(rest)
        end = _closing_bracket(text, match.end(), match.end() + (stop.start() if stop else len(rest)))
        plural = bool(re.search(r"s(?:$| )", match["noun"])) or (
            match["mark"].strip() in (":", "=") and match["noun"].endswith("s")
        )
        if end > match.end():
            yield (match.end(), end), plural, match.span()
