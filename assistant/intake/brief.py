"""Instruction lines: whether a text is one, and the settings that it asks for.

Detection is apart from parsing. A text is an instruction when it asks (an imperative, a polite request, a label, a bare
noun such as "Article") and what it says beside is the vocabulary of instructions; or when it is nothing but settings.
An ordinary sentence that holds a count or an imperative fails on the words that no setting explains.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from assistant.intake.lengths import parse_lengths
from assistant.intake.plain import plain
from assistant.intake.wishes import (
    keyword_spans,
    parse_audience,
    parse_headings,
    parse_language,
    parse_switch,
    parse_tone,
)
from assistant.lang import pack
from assistant.lang.pack import word_set
from assistant.model import Brief, Span

# House rules, set on our own lines and traps: the longest instruction that we look at, in characters, and the share of
# its content words that settings and instruction words must explain, with and without a request.
LONGEST_BRIEF: Final = 1_500
COVERED_WITH_REQUEST: Final = 0.5
COVERED_WITHOUT_REQUEST: Final = 0.85

_REQUEST: Final = re.compile(
    r"^\W*(?:(?:hi|hello|bonjour|salut|please|pls|svp|stp|s'il te plait|s'il vous plait|ok|alors|and|"
    r"et|then|puis|ensuite)\b[ ,!:]*)*"
    r"(?:(?:you )?(?:must |should |need to )?(?:make|write|create|rewrite|re-write|turn|transform|"
    r"produce|generate|draft|prepare|adapt|"
    r"translate|optimi[sz]e|edit|summari[sz]e|convert|rework|rephrase|paraphrase|let there|keep|add|use|include|format|"
    r"structure|expand|shorten|develop|give me|put|insert|aim for|compose|deliver|target|ensure)\b"
    r"|(?:can|could|would|will) you\b|i(?:'d| would| want| need|'m looking)|we (?:need|want|would like)|"
    r"the (?:article|text|piece|story|output|result) (?:should|must|needs|has to|is to)|it (?:should|"
    r"must|needs)|should be|must be"
    r"|(?:re)?(?:redige|ecri[st]|ecrire|ecrivez|rediger|cree|creer|creez|fai[st]|faire|faites|"
    r"produi[st]|produire|genere|generer|transforme|transformer|"
    r"reformule|reformuler|adapte|adapter|tradui[st]|traduire|traduisez|optimise|optimiser|optimisez|"
    r"rend[s]?|rendre|rendez|met[s]?|mettre|mettez|ajoute|ajouter|ajoutez|utilise|utiliser|"
    r"utilisez|prevoi[rs]?|prevoyez|structure|structurer|structurez|garde|garder|developpe|developper|"
    r"prepare|preparer|preparez|donne|propose|proposer|redigez|"
    r"resume|resumer|raccourci[rst]|allonge|allonger|retravaille|retravailler|insere|inserer|vise|"
    r"viser|compte|convertis|place|placer)(?:[zr])?\b(?!')(?:[ -](?:moi|nous|le|la|les|en))?"
    r"|reecri\w{0,5}\b|merci (?:de|d')|peux[ -]tu|pouvez[ -]vous|pourrais[ -]tu|pourriez[ -]vous|"
    r"tu peux|vous pouvez|j'(?:ai besoin|aimerais)|je (?:veux|voudrais|souhaite|"
    r"cherche)|nous (?:voulons|souhaitons|avons besoin)|il (?:me |nous )?(?:faut|faudrait)|"
    r"(?:l'article|le texte|le papier|ce texte|cet article|le contenu) (?:doit|devra|"
    r"devrait|sera|fera)"
    r"|(?:brief|consignes?|instructions?|demande|commande|prompt|cahier des charges|specs?|"
    r"requirements?|task|guidelines|format|contraintes?)\b ?(?:[:\-=|]|$|seo|redac)"
    r"|(?:seo |long |short |petit |news )?(?:articles?|textes?|papier|billet|post|blog[ -]?post|"
    r"contenu|content|text|story|piece|news|version|redaction|traduction|translation|longueur|langue|"
    r"language|length)\b(?! ?:? ?(?:a|ont|est|sont|was|were|has|is|are|by|publie|published|qui|who|"
    r"that)\b))"
)
_QUESTION: Final = re.compile(
    r"^\W*(?:comment|pourquoi|combien|quand|qui|que|quel(?:le)?s?|how|why|what|when|who|which|where)\b"
)
_NARRATIVE: Final = re.compile(
    r"\b(?:a|ont|avait|avaient|aurait|fut|furent|etait|etaient|est|sont) (?:ete |deja |aussi |"
    r"egalement |notamment )?[a-z-]{3,16}(?:e|es|ee|ees|i|is|ie|u|us|ue|it|ert|ort)\b"
    r"|\b(?:was|were|has|had|have) (?:been |already |also )?[a-z]{3,16}(?:ed|en|n|t)\b|\b(?:said|told|"
    r"dit-il|declare|wrote|won|announced|published|released)\b"
)
_INSTRUCTION_WORDS: Final = word_set(
    """
    article articles texte textes text texts papier billet post blog content contenu story piece news copy
    draft version page sujet topic make write create rewrite re-write turn transform produce generate prepare
    adapt translate optimize optimise edit convert rework rephrase let keep add use include format structure
    put insert give need needs want would like should must please pls thanks thank compose redige rediger
    redigez ecris ecrire ecrivez reecris reecrire reecrivez cree creer creez fais faire faites produis genere
    generer transforme reformule reformuler adapte adapter traduis traduire traduisez optimise optimiser
    optimisez rends rendre rendez mets mettre mettez ajoute ajouter ajoutez utilise utiliser utilisez prevois
    prevoir structure garde developpe prepare donne propose merci peux-tu pouvez-vous pourrais-tu
    pourriez-vous faut doit devra veux voudrais souhaite besoin aimerais stp svp plait moi brief consigne
    consignes instruction instructions demande commande langue language length longueur taille mots mot words
    word seo friendly compatible ready optimized optimised optimised optimise optimisee optimisation
    optimization complet full long longue short court original unique structured structure structuree
    structures clear clair clairs claire good bon bonne bons following suivant suivants suivante source here
    voici ci-dessous ci-joint below above this cet headings titres titre title titles accrocheur catchy style
    ton tone neutral registre redaction redactionnel paragraphes courts paragraphs introduction conclusion
    intro chapo inclus incluse oui yes non no aucun integrer placer target cible visee public audience
    readers lecteurs final finale nouveau nouvelle new web site press presse journal magazine website local
    actu actualite section sections partie parties environ approximativement balises minimum maximum min max
    mini maxi principal principale secondaires total au least most
    """
)
_FUNCTION_WORDS: Final = frozenset(plain(word) for code in ("fr", "en") for word in pack(code).function_words)
_FRENCH_MARKS: Final = word_set(
    """
    mots mot en de avec des du un une le la les et sous-titres intertitres sans ton pour au moins titres sous
    langue longueur merci article cle cles mot-cle mots-cles oui non francais anglais texte papier redige
    ecris public consigne environ entre maximum optimise style d'environ d'un d'une l'article minimum
    """
)
_ENGLISH_MARKS: Final = word_set(
    """
    words word in with the of a an and no without tone for at least please write make create rewrite headings
    subheadings subtitles keyword keywords article french english friendly audience readers between to about
    max min optimized use add include it this subheads should must text article into than less more
    """
)
_TOKEN: Final = re.compile(r"[^\W_][\w'+-]*")


def parse_brief(text: str) -> Brief | None:
    """Return the settings that an instruction asks for, or None when `text` is no instruction.

    `Brief.text` is `text` without the spaces around it.
    """
    if not text.strip() or len(text) > LONGEST_BRIEF:
        return None
    brief, covered = read_settings(text.strip())
    return brief if _is_instruction(plain(text.strip()), covered, count_settings(brief)) else None


def is_setting_line(text: str) -> bool:
    """Whether `text` is nothing but settings: a further line of an instruction that began before."""
    if not text.strip() or len(text) > LONGEST_BRIEF:
        return False
    brief, covered = read_settings(text.strip())
    return count_settings(brief) > 0 and _covered_share(plain(text.strip()), covered)[0] >= COVERED_WITHOUT_REQUEST


def count_settings(brief: Brief) -> int:
    """Return how many settings the brief holds; the bounds of one length count once."""
    return sum(
        (
            brief.wanted_words is not None,
            brief.language is not None,
            brief.subheadings is not None,
            brief.seo is not None,
            brief.tone is not None,
            bool(brief.keywords),
            brief.meta_description is not None,
            brief.faq is not None,
            brief.audience is not None,
        )
    )


@lru_cache(maxsize=512)
def read_settings(text: str) -> tuple[Brief, tuple[Span, ...]]:
    """Return every setting that stands in `text`, instruction or not, and the spans of `text` that say so."""
    low = plain(text)
    keywords, keyword_cover = _keywords(text, low)
    low = _blank(low, keyword_cover)
    audience, audience_cover = parse_audience(low)
    lengths = parse_lengths(low)
    headings = parse_headings(low)
    language, language_cover = parse_language(_blank(low, audience_cover))
    seo, seo_cover = parse_switch(low, "seo")
    meta, meta_cover = parse_switch(low, "meta_description")
    faq, faq_cover = parse_switch(low, "faq")
    tone, tone_cover = parse_tone(low)
    brief = Brief(
        text=text,
        language=language,
        min_words=lengths.minimum,
        max_words=lengths.maximum,
        target_words=lengths.target,
        subheadings=headings.wanted,
        heading_levels=headings.levels,
        n_subheadings=headings.count,
        seo=seo,
        tone=tone,
        keywords=keywords,
        meta_description=meta,
        faq=faq,
        audience=text[slice(*audience)] if isinstance(audience, tuple) else audience,
        instruction_language=_instruction_language(_blank(low, language_cover)),
    )
    covers = (
        keyword_cover,
        audience_cover,
        lengths.spans,
        lengths.foreign_spans,
        headings.spans,
        language_cover,
        seo_cover,
        meta_cover,
        faq_cover,
        tone_cover,
    )
    return brief, tuple(span for cover in covers for span in cover)


def _blank(text: str, spans: tuple[Span, ...]) -> str:
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _keywords(text: str, low: str) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The keywords as written, and the spans of their labels and values."""
    found: list[str] = []
    spans: list[Span] = []
    for (start, end), plural, label in keyword_spans(low):
        if spans and label[0] < spans[-1][1]:
            continue
        stop = start
        for part in re.finditer(r"[^,]+", low[start:end]):
            piece = text[start + part.start() : start + part.end()]
            value = _keyword_value(piece)
            if not value or (found and _is_other_setting(piece)):
                break
            values = re.split(r"\s+(?:et|and)\s+", value) if plural and "," not in text[start:end] else [value]
            found += [unquoted for each in values if (unquoted := _unquote(each))]
            stop = start + part.end()
            if not plural and not re.match(r"\s*[\"«“']", text[start + part.end() + 1 : end]):
                break
        spans.append((label[0], max(stop, label[1])))
    return tuple(found), tuple(spans)


def _keyword_value(piece: str) -> str:
    """The keyword at the start of `piece`, without the setting that may follow it: "retraites en 800 mots"."""
    quoted = re.match(r"\s*[\"«“]([^\"»”]{1,80})[\"»”]", piece)
    if quoted:
        return quoted[1].strip()
    cut = re.search(
        r"\s(?:(?:et|and|with|avec|in|en|de|,)\s+)?(?:\d{3,5}|(?:au moins|at least|minimum|maximum|ton|"
        r"tone|environ)\b|in french|en français|in english|en anglais)",
        piece,
        re.IGNORECASE,
    )
    return (piece[: cut.start()] if cut and cut.start() > 1 else piece).strip()


def _unquote(value: str) -> str:
    return value.strip().strip("\"«»“”'‘ \u00a0\u202f.").strip()


def _is_other_setting(piece: str) -> bool:
    low = plain(piece)
    return bool(
        parse_lengths(low).spans
        or parse_headings(low).spans
        or parse_switch(low, "seo")[1]
        or parse_tone(low)[1]
        or parse_switch(low, "faq")[1]
        or parse_switch(low, "meta_description")[1]
        or re.match(r" ?(?:in|en|langue|language) ", low)
    )


def _covered_share(low: str, spans: tuple[Span, ...]) -> tuple[float, int]:
    """The share of content words that settings or instruction words explain, and the number of the others."""
    explained = unexplained = 0
    for token in _TOKEN.finditer(low):
        word = re.sub(r"^(?:[ldcjmnst]|qu)'", "", token[0])
        if any(start < token.end() and token.start() < end for start, end in spans) or word in _INSTRUCTION_WORDS:
            explained += 1
        elif word not in _FUNCTION_WORDS and len(word) > 1:
            unexplained += 1
    return explained / max(1, explained + unexplained), unexplained


def _is_instruction(low: str, covered: tuple[Span, ...], settings: int) -> bool:
    if not settings or _QUESTION.match(low):
        return False
    share, unexplained = _covered_share(low, covered)
    if _REQUEST.match(low):
        narrative = _NARRATIVE.search(low)
        return share >= (COVERED_WITHOUT_REQUEST if narrative else COVERED_WITH_REQUEST) and unexplained <= 25
    if _NARRATIVE.search(low):
        return False
    return share >= (COVERED_WITHOUT_REQUEST if settings > 1 else 1.0)


def _instruction_language(low: str) -> str | None:
    tokens = [token[0] for token in _TOKEN.finditer(low)]
    french = sum(token in _FRENCH_MARKS for token in tokens)
    english = sum(token in _ENGLISH_MARKS for token in tokens)
    if french == english == 0:
        return None
    return "fr" if french >= english else "en"


def without_text(brief: Brief) -> Brief:
    """Return the settings alone, for comparing two briefs."""
    return replace(brief, text="")
