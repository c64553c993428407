"""Which language a text is in, by its function words."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from assistant.lang import PACKS
from assistant.lang.pack import word_set

_SAMPLE: Final = 20_000
_WORD: Final = re.compile(r"[^\W\d_]+")
# The commonest words of further languages; French and English have their packs.
_COMMON: Final[dict[str, frozenset[str]]] = {
    "es": word_set(
        """
        el la los las de del que y en un una por con para no se su es al lo como más pero sus le ya
        fue este ha son entre
        sobre esta estos estas todo todos todas cuando muy sin también hasta desde donde
        quien ni eso ese esa uno ser tiene han era si porque mi tu
        """
    ),
    "de": word_set(
        """
        der die das und ist in den von zu mit sich auf für nicht ein eine als auch dem des im es an
        werden aus er hat dass sie nach wird bei
        eine einen einem einer eines sind war sie er ich wir ihr über aber oder wenn nur
        noch alle keine durch gegen vor wie was diese dieser dieses kann sein ihre seine zum zur am
        """
    ),
    "it": word_set(
        """
        il lo la gli le di che e è in un una per con non si del della dei da al sono nel come ma più
        anche alla ha delle dal
        i gli dei degli delle alle agli dai nella nei sulla sul questo questa quello tutti
        tutte essere stato era sua suo loro ma se o ed quando dove chi cui anche ancora
        """
    ),
    "pt": word_set(
        """
        o a os as de do da que e em um uma para com não se no na por mais dos das como mas foi ao
        ele seu sua ou são pelo pela
        uns umas pela pelas pelos isso esta este essa esse também já muito quando sobre
        até sem mesmo depois só nem seus suas ter há foram você todos todas ser
        """
    ),
    "nl": word_set(
        """
        de het een en van in is dat op te voor met zijn niet aan er om ook als maar bij door naar
        uit over wordt dit deze heeft
        deze die dit wat worden werd kan zal moet alle geen meer nog dan
        tot tegen onder tussen hun haar zij wij ik je uw mijn nu wel
        """
    ),
    "id": word_set(
        """
        yang dan di ini itu dengan untuk dari pada dalam tidak akan juga oleh ke ada karena telah
        sebagai bisa kata saat lebih
        """
    ),
    "sv": word_set(
        """
        och att det som en på är av för med till den har de inte om ett han men var jag från vi så
        kan eller när
        """
    ),
    "pl": word_set(
        """
        w i na z się do nie to jest że o jak za po przez od dla ale są oraz który przy był jego tym
        także
        """
    ),
    "ru": word_set(
        """
        и в не на что с он как это по но из у за от о для так же его был она они мы к было бы
        """
    ),
    "tr": word_set(
        """
        ve bir bu da de için ile olarak daha çok en gibi olan sonra kadar ancak ise göre her ne var
        """
    ),
    "ro": word_set(
        """
        și de în la a că nu o pe cu este din un pentru mai care sunt au fost se le al dar
        """
    ),
    "ca": word_set(
        """
        el la els les de del que i en un una per amb no es és al com més però va han són
        """
    ),
}
# House rule: about every third word of prose is a function word in the languages that we know.
ORDINARY_SHARE: Final = 0.35
# House rule: a list of some thirty words finds about two thirds of the function words of its language.
SHORT_LIST: Final = 45
SHORT_LIST_FACTOR: Final = 1.5
FUNCTION_WORDS: Final[dict[str, frozenset[str]]] = {
    **{code: language.function_words for code, language in PACKS.items()},
    **_COMMON,
}
_SCRIPTS: Final = (
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\uac00-\ud7af]"), "ko"),
    (re.compile(r"[\u4e00-\u9fff]"), "zh"),
    (re.compile(r"[\u0600-\u06ff]"), "ar"),
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0370-\u03ff]"), "el"),
    (re.compile(r"[\u0e00-\u0e7f]"), "th"),
    (re.compile(r"[\u0900-\u097f]"), "hi"),
)


def detect_language(text: str) -> str:
    """Return the ISO code of the language of `text`: the one whose function words make up most of it.

    A script of its own decides first. Without any clue, "fr": the desk is French first. Reads the first 20,000
    characters that stand in long lines, because menus and buttons say little.
    """
    sample = "\n".join(line for line in text.splitlines() if len(line) > 80)[:_SAMPLE]
    if len(sample) < 200:
        sample = text[:_SAMPLE]
    for script, code in _SCRIPTS:
        if len(script.findall(sample)) > len(sample) / 5:
            return code
    counts = Counter(word.lower() for word in _WORD.findall(sample))
    # The desk's own languages win a close race: a short French text shares its articles with half of Europe.
    scores = {
        code: sum(counts[word] for word in words) * (1.1 if code in PACKS else 1)
        for code, words in FUNCTION_WORDS.items()
    }
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > 0 else "fr"


def function_word_share(words: list[str], language: str) -> float:
    """Return the share 0..1 of `words` (lower case) that are function words of `language`; 0.35 where we know none."""
    known = FUNCTION_WORDS.get(language)
    if known is None:
        return ORDINARY_SHARE
    share = sum(word in known for word in words) / len(words) if words else 0.0
    return share if len(known) > SHORT_LIST else min(1.0, share * SHORT_LIST_FACTOR)
