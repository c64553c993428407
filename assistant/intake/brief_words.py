"""The words that instructions are made of, in French and English, in plain text (see `assistant.intake.plain`)."""

from __future__ import annotations

import re
from typing import Final

from assistant.intake.plain import plain
from assistant.lang import pack
from assistant.lang.pack import word_set

REQUEST: Final = re.compile(
    r"^\W*(?:(?:hi|hello|bonjour|salut|please|pls|svp|stp|s'il te plait|s'il vous plait|ok|alors|and|"
    r"et|then|puis|ensuite)\b[ ,!:]*)*(?:a (?=[a-z-]{3,12}(?:er|ir|re)\b))?"
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
QUESTION: Final = re.compile(
    r"^\W*(?:comment|pourquoi|combien|quand|qui|que|quel(?:le)?s?|how|why|what|when|who|which|where)\b"
)
NARRATIVE: Final = re.compile(
    r"\b(?:a|ont|avait|avaient|aurait|fut|furent|etait|etaient|est|sont) (?:ete |deja |aussi |"
    r"egalement |notamment )?(?![a-z]{2,14}[dtiv]re\b)[a-z-]{3,16}(?:e|es|ee|ees|i|is|ie|u|us|ue|it|ert|ort)\b"
    r"|\b(?:was|were|has|had|have) (?:been |already |also )?[a-z]{3,16}(?:ed|en|n|t)\b|\b(?:said|told|"
    r"dit-il|declare|wrote|won|announced|published|released)\b"
)
INSTRUCTION_WORDS: Final = word_set(
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
    mini maxi principal principale secondaires total au least most only end fin uniquement seulement espaces
    espace compris comprises inclus chapeau
    """
)
FUNCTION_WORDS: Final = frozenset(plain(word) for code in ("fr", "en") for word in pack(code).function_words)
FRENCH_MARKS: Final = word_set(
    """
    mots mot en de avec des du un une le la les et sous-titres intertitres sans ton pour au moins titres sous
    langue longueur merci reprendre article cle cles mot-cle mots-cles oui non francais anglais texte papier redige
    ecris public consigne entre maximum optimise d'environ d'un d'une l'article
    """
)
ENGLISH_MARKS: Final = word_set(
    """
    words word in with the of a an and no without tone for at least please write make create rewrite headings
    subheadings subtitles keyword keywords article french english friendly audience readers between to about
    max min optimized use add include it this subheads should must text article into than less more
    """
)
