"""Roots: what the forms of a word and the words made from it have in common: `inaugurée` meets `inauguration`."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from assistant.text.words import fold

SHORTEST_ROOT: Final = 4
"""Letters that a derivational ending has to leave. House rule: with three, `porte` and `port` would meet `portion`."""
SHORTEST_STEM: Final = 3

# Forms that no ending explains: what the family's forms end in, and the stem that stands for all of them.
_IRREGULAR_FR: Final = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (
            r"^(?:a|ai|as|ont|avait|avaient|aura|auront|aurait|auraient|ait|aient|eut|eurent|eu|eue|ayant|avoir)$",
            "avoir",
        ),
        (r"^(?:est|sont|etait|etaient|sera|seront|serait|seraient|soit|soient|fut|furent|ete|etant|etre)$", "etre"),
        (r"^(?:va|vont|ira|iront|irait|iraient|aille|aillent|all(?:er?|ees?|es|ait|aient|ant))$", "aller"),
        (
            r"^(?:peut|peuvent|peux|pu|put|purent|puisse|puissent|pourr\w+|pouvait|pouvaient|pouvant|pouvoir)$",
            "pouvoir",
        ),
        (r"^(?:doit|doivent|dois|du|dut|durent|due|devr\w+|devait|devaient|devoir)$", "devoir"),
        (r"^(?:veut|veulent|veux|voulu\w*|voudr\w+|voulait|voulaient|voulant|veuill\w+|vouloir)$", "voul"),
        (r"^(?:sait|savent|sais|su|sut|saur\w+|savait|savaient|sachant|savoir)$", "savoir"),
        (r"^(?:faut|fallu|fallut|faudr\w+|fallait|falloir)$", "falloir"),
        (r"^(?:nee?s?|nait|naissent|naquit|naquirent|naitre|naissances?)$", "naiss"),
        (r"^(?:mort\w{0,2}|meur\w{1,3}|mouru\w*|mourr\w+|mouri\w*|mourait|mourant)$", "mort"),
        (r"^(?:lu|lue|lus|lues|lit|lisent|lire|lisait|lecture|lecteurs?|lectrices?)$", "lir"),
        (r"^(?:bu|boit|boivent|boire|buvait|boisson\w*)$", "boir"),
        (r"^(re|)(?:(?:v(?:u|ue|us|ues|it|irent|oit|oient|oir|oyait|oyaient|oyant|err\w+)))$", r"\1voir"),
        (r"^prev(?:u|ue|us|ues|it|irent|oit|oient|oir|oyait|oyaient|oyant|isions?)$", "previs"),
        (
            r"([tv])(?:ien(?:t|s|ne|nes|nent)|in(?:t|rent)|enu(?:e|s|es)?|en(?:ait|aient|ant|ons|ez|ir)|iendr\w+|enues?)$",
            r"\1en",
        ),
        (
            r"^(.*)pr(?:is|ise|ises|it|irent|end|ends|ennent|enne|enait|enaient|enant|endra|endront|endrait|endre)$",
            r"\1prend",
        ),
        (
            r"^(.*)m(?:is|ise|ises|it|irent|et|ets|ettent|ette|ettait|ettaient|ettant|ettra|ettront|ettrait|ettre|issions?)$",
            r"\1mett",
        ),
        (
            r"^(re|de|satis|)f(?:ait|aite|aits|aites|it|irent|ont|asse|assent|aisait|aisaient|aisant|era|eront|erait|aire)$",
            r"\1fair",
        ),
        (
            r"^(re|pre|inter|contre|)d(?:it|ite|its|ites|irent|isent|ise|isait|isaient|isant|ira|iront|irait|ire|ictions?)$",
            r"\1dir",
        ),
        (
            r"^(?:(des?|in|pres|sous?|trans|re|))(?:c?)(?:ri(?:t|te|ts|tes|vit|virent|vent|vait|vaient|vant|re|ra|rait|ptions?|vains?))$",
            r"\1crir",
        ),
        (r"^(?:ecri(?:t|te|ts|tes|vit|virent|vent|vait|vaient|vant|re|ra|rait|ture|tures|vains?|vaines?))$", "ecrir"),
        (
            r"^(.*(?:d|str|tr))u(?:it|ite|its|ites|isit|isirent|isent|ise|isait|isaient|isant|ira|iront|irait|ire|ction|ctions|cteur|cteurs)$",
            r"\1uir",
        ),
        (
            r"^(.*[cpn])(?:onn?|a)(?:ait|aissent|aissait|aissaient|aissant|aitre|aitra|aitront|aissance|aissances)$",
            r"\1ai",
        ),
        (
            r"^(.*)par(?:u|ue|us|ues|ut|urent|ait|aissent|aissait|aissaient|aissant|aitre|aitra|aitront|ition|utions?)$",
            r"\1par",
        ),
        (r"^(.*)conn(?:u|ue|us|ues|ut|ait|aissent|aissait|aissaient|aissant|aitre|aitra|aissances?)$", r"\1conn"),
        (r"^(.+)ce(?:voir|vra|vront|vrait|vait|vaient|vant|ption|ptions)$", r"\1cev"),
        (r"^(re|per|aper|con|de)c(?:u|ue|us|ues|ut|urent|oit|oivent|oive)$", r"\1cev"),
        (r"^(.*(?:ff|uv))(?:ert|erte|erts|ertes|erture|ertures)$", r"\1r"),
        (r"^dir(?:ig\w*|ections?|ect(?:eur|rice)s?)$", "dirig"),
        (r"^(main|sou|entre)tiens?$", r"\1ten"),
        (r"^adhe(?:r\w*|sions?)$", "adher"),
        (r"^(?:re|)ven(?:d\w{0,6}|tes?)$", "vend"),
        (r"^repons\w*$", "repond"),
        (r"^defens\w*$", "defend"),
        (r"^perte?s?$", "perd"),
        (r"^achats?$", "achet"),
        (r"^(.*c)our(?:u|ue|us|ues|ut|urent|t|ent|ait|aient|ant|ra|ront|rait|ir|se|ses)$", r"\1our"),
        (
            r"^(.*)(ai|ei|oi)(?:nt|nte|nts|ntes|gnit|gnirent|gnent|gne|gnait|gnaient|gnant|ndra|ndront|ndre|ntures?)$",
            r"\1\2gn",
        ),
        (
            r"^(.*)(?:elu|elue|elus|elues|elut|elire|elit|elisent|elections?|electoral\w*|electeurs?|electrices?)$",
            r"\1elect",
        ),
        (r"^(.*s)ui(?:t|te|ts|tes|s|vi|vie|vis|vies|vit|virent|vent|ve|vait|vaient|vant|vra|vront|vre)$", r"\1uivr"),
        (r"^(re|sur|)v(?:ecu|ecue|ecus|ecut|ecurent|it|ivent|ivait|ivaient|ivant|ivants|ivre|ivra|ie|ies)$", r"\1viv"),
        (r"^(.*cl|.*pl)(?:u|us|ue|ues|ut|urent|ure|uent|usion|usions)$", r"\1ur"),
        (r"^(.*[nrt])d(?:u|ue|us|ues|it|irent|ent|ait|aient|ant|ra|ront|rait|re|s)$", r"\1d"),
        (r"^(.*)(?:batt?(?:u|ue|us|ues|it|irent|ent|ait|aient|ant|ra|ront|re|s)?)$", r"\1bat"),
        (r"^(.*)(?:romp(?:u|ue|us|ues|it|t|ent|ait|re)|ruptures?|ruptions?)$", r"\1romp"),
        (r"^(.*qu)(?:is|ise|ises|it|iert|ierent|ierir|erir|isition|isitions|erait|ereur|ereurs)$", r"\1er"),
        (r"^(.*v)ain(?:cu|cue|cus|cues|quit|quirent|quent|quant|cre|queur|queurs)$", r"\1ainq"),
        (r"^(.*)vict(?:oire|oires|orieux)$", r"\1victoir"),
        (r"^ni(?:er|e|es|ent|ee|ees|ait|aient|ant|era|eront|erait)$", "nier"),
        (r"^tu(?:er|e|es|ent|ee|ees|ait|aient|ant|era|eront|eurs?|euses?|eries?)$", "tuer"),
        (r"^cri(?:er|e|es|ent|ee|ees|ait|aient|ant|era|s)$", "crier"),
        (r"^pa(?:i|y)(?:er|e|es|ent|ee|ees|ait|aient|ant|era|eront|erait|ements?|eurs?|ants?|antes?)$", "payer"),
        (r"^cre(?:er|e|es|ent|ee|ees|ait|aient|ant|era|eront|ations?|ateurs?|atrices?)$", "creer"),
        (r"^yeux$", "oeil"),
        (r"^nation\w*$", "nation"),
        (r"^minister\w*$", "ministr"),
        (r"^(.{2,})aux$", r"\1al"),
        (r"^(.{2,})eaux?$", r"\1el"),
    )
)


def _endings(language: str, kind: str) -> list[list[str]]:
    """Return the words of each line of the data file with that language and kind."""
    lines = (FOLDER / "endings.txt").read_text(encoding="utf-8").split("\n")
    found = [line.split() for line in lines if line and not line.startswith("#")]
    return [words[2:] for words in found if words[:2] == [language, kind]]


def _all_endings(language: str, kind: str) -> list[str]:
    return sorted({ending for line in _endings(language, kind) for ending in line}, key=len, reverse=True)


FOLDER: Final = Path(__file__).parent / "lexicon"
_ENDING: Final = {
    language: re.compile("(?:" + "|".join(_all_endings(language, "derived")) + ")$") for language in ("fr", "en")
}
_INFLECTION: Final = {language: _all_endings(language, "inflected") for language in ("fr", "en")}
_IRREGULAR_EN: Final = {form: forms[0] for forms in _endings("en", "irregular") for form in forms}
_DERIVED: Final = 3
_INFLECTED: Final = frozenset({"ait", "ent", "ant", "era", "aient", "erent", "erait", "eront", "ing"})
"""Longer endings that still are only a form of the word, and may leave three letters."""
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")


@lru_cache(maxsize=131_072)
def stem(word: str, language: str) -> str:
    """Return the folded stem of one word: its forms share it, the words made from it do not (`visite`, `visiteur`)."""
    folded = fold(word)
    known = _irregular(folded, language)
    if known is not None or len(folded) < SHORTEST_STEM + 1 or not folded[0].isalpha():
        return folded if known is None else known
    singular = folded[:-1] if folded[-1] in "sx" and len(folded) > SHORTEST_STEM + 1 else folded
    for ending in _INFLECTION.get(language, _INFLECTION["en"]):
        if singular.endswith(ending) and len(singular) - len(ending) >= SHORTEST_STEM:
            return _bare(singular[: -len(ending)], language)
    return _bare(singular, language)


def _bare(stem: str, language: str) -> str:
    """Return the stem without a doubled consonant, or the i that `publier` keeps and `publie` loses."""
    plain = stem[:-1] if language == "fr" and stem.endswith("i") and len(stem) > SHORTEST_STEM + 1 else stem
    return _DOUBLED.sub(r"\1", plain)


@lru_cache(maxsize=131_072)
def root(word: str, language: str) -> str:
    """Return the folded root of one word: forms and derivations of a word mostly share it, other words mostly do not.

    Numbers and words of three letters are their own root.
    """
    folded = fold(word)
    known = _irregular(folded, language)
    if known is not None or len(folded) < SHORTEST_STEM + 1 or not folded[0].isalpha():
        return folded if known is None else known
    return _without_endings(folded, language)


def _irregular(folded: str, language: str) -> str | None:
    if language != "fr":
        is_changed = len(folded) > SHORTEST_ROOT and folded.endswith(("ies", "ied")) and folded[-4] not in "aeiou"
        return _IRREGULAR_EN.get(folded) or (f"{folded[:-3]}y" if is_changed else None)
    for pattern, replacement in _IRREGULAR_FR:
        found = pattern.search(folded)
        if found:
            return folded[: found.start()] + found.expand(replacement)
    return None


def _without_endings(folded: str, language: str) -> str:
    """Return the word without its longest ending, and without what the ending was put on."""
    stem = folded
    for least in (SHORTEST_STEM, SHORTEST_ROOT):
        stem = _shortened(stem, _ENDING.get(language, _ENDING["en"]), least)
    return _DOUBLED.sub(r"\1", stem)


def _shortened(stem: str, ending: re.Pattern[str], least: int) -> str:
    begin = least
    while True:
        found = ending.search(stem, begin)
        if found is None:
            return stem
        length = found.end() - found.start()
        if length < _DERIVED or found.start() >= SHORTEST_ROOT or found.group() in _INFLECTED:
            return stem[: found.start()]
        begin = found.start() + 1
