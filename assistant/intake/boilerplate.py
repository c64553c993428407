"""What pages say around an article, by category: patterns of clutter in French and English.

Every pattern is matched against plain text (see `assistant.intake.plain`). Strong patterns remove a piece wherever it
stands; opening patterns only a short one; stop patterns announce that the article is over.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.intake.agency_marks import agency_category
from assistant.intake.bylines import is_byline, is_picture_credit
from assistant.intake.plain import plain
from assistant.model import RemovedCategory

# House rule: no opening pattern removes a piece of more words than this, because paragraphs may begin the same way.
LONGEST_OPENING: Final = 40

AGENCIES: Final = (
    r"afp|reuters|ap|pa|kcna|epa(?:-efe)?|efe|getty(?: images)?|sipa(?: press)?|dr|kns|"
    r"abaca(?:press)?|bloomberg|belga|ats|keystone(?:-ats)?|tass|"
    r"xinhua|dpa|ansa|maxppp|photopqr|hans lucas|bestimage|istock|shutterstock|adobe ?stock|unsplash|pixabay|"
    r"pexels|flickr|wikimedia(?: commons)?|wikipedia|nasa|esa|afp photo|zuma(?: press)?|alamy|"
    r"la presse canadienne|the canadian press|press association|"
    r"associated press|imago|panoramic|icon sport|presse sports|rex|usa today sports|archives?|"
    r"capture d'ecran[^()]{0,30}|screenshot|handout|courtesy[^()]{0,40}|photo[^()]{0,40}|"
    r"credits?[^()]{0,40}|image[^()]{0,40}|illustration[^()]{0,40}"
)
CREDIT_END: Final = re.compile(
    rf"[(\[][^()\[\]\n]{{0,60}}?\b(?:{AGENCIES})\b[^()\[\]\n]{{0,40}}[)\]]\.?$"
    rf"|(?:/| - |\||•|·|(?<![a-z])©|\bphoto(?:graph)?s?(?: by| de| par)?:?|\bcredits?(?: photos?| images?)?\s?:?|"
    rf"\bimage(?: credit)?s?:|\bvia)\s?[^/\n.]{{0,40}}\b(?:{AGENCIES})\.?$"
    r"|\b(?:photo(?:graph)?s?|images?|illustration|dessin)(?: (?:by|par|de|credit|"
    r"courtesy of?))? ?: ?[^\n]{2,60}$|(?<![a-z])©[^\n]{2,60}$|\bcredits?(?: photos?)? ?:[^\n]{2,80}$"
    r"|\(c\) ?[^\n]{2,40}$"
)
GLUED_CREDIT: Final = re.compile(
    r"(?<=[a-zà-ÿ0-9»”)])[.!?…](?P<credit>(?:[A-Z]{2,6}|AFP PHOTO|Getty Images|Reuters|REUTERS)(?:[/-][A-Z]{2,9})?)$"
)

_STRONG: Final[tuple[tuple[RemovedCategory, re.Pattern[str]], ...]] = (
    (
        "newsletter",
        re.compile(
            r"^\W{0,3}(?:subscribe|sign up|abonnez-vous|inscrivez-vous) (?:to|for|and|now|here|today|a|aux?|pour|des|"
            r"gratuitement|maintenant)\b|"
            r"\bopt-in box\b|\b(?:thanks|thank you) for (?:signing|subscribing)|\bmerci (?:de|"
            r"pour) votre inscription\b|"
            r"\b(?:delivered|livre) (?:through|to|straight to|dans|a) (?:your|votre)\b|\bi agree (?:that|to receive)\b|"
            r"\bj'accepte (?:de recevoir|que)\b|\byou would like to subscribe\b|\bpour recevoir (?:nos|notre|"
            r"la|toute)\b|"
            r"\bdesabonner\b|\byour inbox\b|\bunsubscribe\b|\btenez-vous au courant\b|\bvotre (?:e-?mail|"
            r"adresse) (?:est|ne sera) \w{0,12} ?utilise|"
            r"\bbulletin d'information (?:quotidien|hebdomadaire)|\b(?:recevez|recevoir) (?:toute |nos |"
            r"notre |la |les |l'|chaque |gratuitement ).{0,60}(?:newsletter|e-?mail|boite|matin)|"
            r"\b(?:inscrivez|abonnez)-vous (?:a |gratuitement |des |pour |ici|maintenant)|\bsign up (?:for|"
            r"to) (?:our|the|receive|get)|\bsubscribe to (?:our|the|get)\b|"
            r"\bnos? newsletters?\b|\benvoyer (?:la|une|cette|notre) (?:newsletter|infolettre)\b|"
            r"\ben vous inscrivant\b|\bby (?:signing up|subscribing|submitting|"
            r"clicking)\b|\bget (?:the|our) .{0,40}(?:newsletter|delivered|inbox)"
        ),
    ),
    (
        "comments",
        re.compile(
            r"\bchamps obligatoires\b|\bvotre adresse (?:e-?mail|de messagerie|electronique)\b|\bakismet\b|"
            r"\byour email address will not\b|\brequired fields are\b|"
            r"\b(?:vous devez etre|you must be) (?:connecte|logged|inscrit)|\bpour (?:commenter|reagir|poster|"
            r"laisser)\b.{0,40}(?:connect|inscri|abonn)|\blog ?in to (?:comment|reply|post)"
        ),
    ),
    (
        "cookies",
        re.compile(
            r"\b(?:utilis\w{1,6}|accept\w{0,4}|refus\w{1,4}|gerer|use[sd]?|using|store|our|nos|des|these|of|"
            r"parametr\w{0,6})(?: \w{1,12}){0,3} cookies\b|\bcookies\b.{0,80}(?:site|consent|experience|navig|"
            r"policy|browser)|"
            r"\b(?:consentement|vos donnees personnelles|donnees personnelles vous concernant)\b"
        ),
    ),
    (
        "boilerplate",
        re.compile(
            r"\bsubject to copyright\b|^pour (?:nous |le |la )?soutenir\b.{0,60}\b(?:abonnez-vous|un don|achetez)\b|"
            r"\bno part may be reproduced\b|\brequires javascript\b|"
            r"\b(?:may|can) be reached at\b|\bfollow (?:him|her|them|us) on (?:twitter|facebook|x|instagram)\b|"
            r"^have a (?:tip|story)\b|^\[/?[a-z]+ [a-z]+=|\bsuivez(?:-le|-la|-nous) sur (?:twitter|facebook|x|"
            r"instagram)\b|"
            r"^(?:cet|vous avez aime cet) article (?:vous a plu)?\W*\?|\brecaptcha\b|"
            r"\bpolitique de confidentialite\b|\bconditions (?:generales )?d'utilisation\b|"
            r"\bprivacy (?:policy|notice|statement)\b|\bterms (?:of (?:service|use)|and conditions|"
            r"& conditions)\b|"
            r"\b(?:app|api) key\b.{0,20}\bnot set\b|\bplease check (?:your )?settings\b|\benable javascript\b|"
            r"\bactiver javascript\b|\btous droits (?:de reproduction )?reserves\b|\ball rights reserved\b|"
            r"\breproduction (?:interdite|totale ou partielle)\b|\bsource link\b|\bmay not be (?:published|"
            r"reproduced|republished)\b|\byour browser (?:does|is|doesn)\b|\bvotre navigateur (?:ne|n')|"
            r"\bad ?blocker\b|\bbloqueur de publicite|"
            r"\bthis (?:article|story) (?:was|first|originally) (?:originally |first )?(?:appeared|"
            r"published)\b|\bsite heberge par\b|\bpowered by\b|"
            r"^\W*(?:vous avez (?:trouve|repere) une (?:erreur|faute)|signaler une (?:erreur|faute))"
        ),
    ),
)
_OPENING: Final[tuple[tuple[RemovedCategory, re.Pattern[str]], ...]] = (
    (
        "related",
        re.compile(
            r"^\W{0,4}(?:(?:lire|voir|ecouter|decouvrir|regarder|consulter) (?:aussi|egalement|la suite|"
            r"l'article|notre|nos|plus|le dossier)\b|(?:a|et) (?:re)?(?:lire|voir|decouvrir|ecouter|"
            r"regarder)(?: aussi| egalement)?\b ?[:>»]|"
            r"a (?:lire|voir|ecouter|decouvrir)(?: aussi| egalement| sur)\b|a decouvrir$|sur le meme (?:sujet|"
            r"theme)|dans la meme (?:rubrique|categorie)|du meme auteur|articles? (?:lies?|similaires?|"
            r"associes?|en relation|precedents?|suivants?|recents?|correspondants?|connexes?)|"
            r"la redaction vous (?:conseille|recommande)|les plus (?:lus|vus|populaires|partages|commentes|"
            r"consultes)|vous (?:aimerez|pourriez) aussi|nos (?:autres )?(?:articles|dossiers)|"
            r"en savoir plus|pour aller plus loin|pour en savoir plus|plus (?:d'articles|de produits|d'infos)|"
            r"toute l'actu|read (?:more|also|next|the full)|see also|also read|related\b|recommended\b|"
            r"more (?:from|on|stories|news|in)\b|most (?:read|popular|viewed|shared|commented)|"
            r"you (?:may|might) (?:also|like)|don't miss|trending\b|popular (?:now|posts|stories)|"
            r"latest (?:news|stories|posts)|top stories|up next|what to read next|editors?'? picks?|"
            r"next (?:article|story|post)|previous (?:article|story|post)|retour (?:a|vers) (?:la |l'|le |"
            r"toutes? )?(?:accueil|liste|page|sommaire|les|haut)|reecouter\b|"
            r"video(?:s)?\s*:|ses derniers articles|a la une\b|watch(?: now)?\s*:|"
            r"\[?(?:video|infographie|diaporama|podcast|photos|lire|read|watch|listen)\]?\s*[:|>]|>>)"
        ),
    ),
    (
        "newsletter",
        re.compile(
            r"^\W{0,3}(?:(?:la |notre |votre |our )?(?:newsletter|infolettre|bulletin)\b|(?:s'abonner|"
            r"abonnez-vous|abonnement|je m'abonne|subscribe|sign up|sign in|inscrivez-vous|s'inscrire|"
            r"inscription|recevoir|recevez)\b|"
            r"already a (?:subscriber|member)|deja abonne|reserve aux abonnes|(?:cet )?article reserve)"
        ),
    ),
    (
        "comments",
        re.compile(
            r"^\W{0,3}(?:(?:laisser|ajouter|poster|ecrire|voir|lire|afficher) (?:un|une|les|tous les|le|\d+|"
            r"plus de) ?(?:commentaires?|reponses?|reactions?)|reagir\W*(?:$|a cet)|repondre\W*(?:$|a )|"
            r"signaler\W*(?:$|(?:un|ce|cet|le) )|alerter\W*(?:$|repondre|la )|"
            r"leave a (?:comment|reply)|post a comment|add (?:a|your) comment|"
            r"(?:vos |les |tous les )?(?:commentaires?|reactions?)\b.{0,14}$|\d+ ?(?:commentaires?|reactions?|"
            r"reponses?|comments?|replies)|comments?\b.{0,14}$|reply\b|report abuse|join the (?:conversation|"
            r"discussion)|view (?:all )?comments|show comments|"
            r"j'aime\b.{0,12}$|like\b.{0,8}$|notify me of|prevenez-moi|save my name|enregistrer mon nom|"
            r"cancel reply|annuler la reponse)"
        ),
    ),
    (
        "stamp",
        re.compile(
            r"^\W{0,3}(?:(?:le )?\d{1,2}[/.]\d{1,2}.{0,12}\d{1,2}[:h]\d{2}\W{1,4}(?:modifie|mis a jour|maj)\b.{0,30}$|"
            r"(?:mis(?:e)? a jour|publie(?:e)?|paru|poste|modifie|cree|actualise|updated|published|"
            r"posted|last (?:updated|modified)|first published|created|modified)\b(?: |:|$)|"
            r"(?:temps de )?lecture\s?:?\s?\d|\d+ ?min(?:utes?)?(?: (?:de lecture|read))?$|"
            r"(?:le |on |ce )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mon|tues?|wed(?:nes)?|"
            r"thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:le )?\d{1,2}(?:er|st|nd|rd|th)?[ ./-](?:janv|fev|"
            r"fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug|sep|"
            r"\d{1,2})[a-z]{0,7}\.?,?[ ./-]\d{2,4}\b.{0,30}$|"
            r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|"
            r"oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b.{0,30}$|"
            r"\d{1,2}[:h]\d{2}(?: ?[ap]\.?m\.?)?\b.{0,10}$|\d{4}-\d{2}-\d{2}\b.{0,20}$|"
            r"(?:il y a )?\d+ (?:jours?|heures?|minutes?|semaines?|mois|ans?|days?|hours?|weeks?|months?|"
            r"years?)(?: ago)?$)"
        ),
    ),
    (
        "menu",
        re.compile(
            r"^\W{0,3}(?:(?:(?:partager|enregistrer|sauvegarder|imprimer|ecouter|commenter|reagir|offrir|envoyer|share|save|"
            r"print|listen|comment|facebook|twitter|whatsapp|linkedin|x)\b\W{0,3}){2,8}$|"
            r"partager(?: (?:sur|cet|l'article|par|via|cette|la page)\b|\W*$)|tweeter\W*$|"
            r"share(?: (?:this|on|via|article|story)\b|\W*$)|tweet\W*$|facebook|twitter|whatsapp|linkedin|"
            r"pinterest|"
            r"instagram|email\b|e-mail\b|imprimer\W*$|print\b|copier le lien|copy link|envoyer (?:a|par|cet)\b|"
            r"suivez-nous|suivre\b.{0,30}$|follow (?:us|me|@)|"
            r"retrouvez-nous|accueil\b|home\b|menu\b|rechercher?\b.{0,30}$|search\b.{0,20}$|aller au contenu|"
            r"skip to|haut de page|back to top|retour en haut|mentions legales|plan du site|qui sommes|"
            r"contact\b.{0,20}$|contactez|cliquez|click (?:here|to)|telecharger|download\b|"
            r"connexion\b|se connecter|log ?in\b|register\b|my account|mon compte|tags?\b ?:?.{0,200}$|"
            r"mots?[- ]cles?\b|themes? ?:|thematiques? ?:|categor(?:y|ies|ie)s? ?:|filed under|posted in|"
            r"topics?\s?:|publicite\W*$|advertis|sponsored|annonce\b.{0,12}$|page \d|precedent\b.{0,20}$|"
            r"suivant\b.{0,12}$|"
            r"previous\b.{0,20}$|next\b.{0,12}$|(?:<|>|«|»)+\s*\w+$|loading\b|chargement|ok$|fermer\b|"
            r"close\b.{0,12}$|article continues|story continues|scroll |afficher (?:la|le|plus)|show (?:more|"
            r"less)|voir plus|en direct\b.{0,20}$|live\b.{0,12}$|"
            r"ecouter\b.{0,20}$|listen\b.{0,20}$|play\b.{0,12}$|\d+ ?(?:partages|shares|views|vues|likes|"
            r"abonnes)\b|about the author|a propos de l'auteur|sur l'auteur|donate\b|faire un don|soutenez)"
        ),
    ),
    (
        "credit",
        re.compile(
            r"^\W{0,3}(?:(?:source|redaction|textes?(?: et photos?)?) ?: ?[^\n]{2,60}$|(?:avec|"
            r"with) (?:l')?(?:afp|ap|reuters|agences?|agencies)$|"
            r"credits?(?: photos?)?\b|photos? ?:|©|copyright|\(c\)|image ?:|image credit|photo credit|"
            r"photo by|photograph(?:y|ie|er|e|s)? ?(?:by|par|:))"
        ),
    ),
)
SIGNATURE: Final = re.compile(r"(?<=[.!?…»”])\s?\((?P<agency>[A-Z][^()\n]{1,40})\)\.?$")
STOP: Final = re.compile(
    r"^\W{0,4}(?:(?:\d+ |vos |tous les |les |voir les |lire les )?(?:commentaires?|"
    r"reactions?)\b.{0,20}$|laisser un commentaire|poster un commentaire|reagir a cet article|"
    r"(?:\d+ )?(?:comments?|replies|responses?|thoughts on)\b\W{0,4}\d*\W*$|\d+ (?:comments?|replies|"
    r"responses|thoughts)\b|"
    r"leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)|"
    r"sur le meme (?:sujet|theme)\b|articles? (?:lies|similaires|en relation|correspondants|associes|"
    r"recents)|dans la meme (?:rubrique|categorie)|"
    r"du meme auteur|related (?:articles?|stories|content|posts|news|topics|links)\b.{0,12}$|"
    r"more (?:from|stories|on this|like this)\b.{0,40}$|read next|recommended (?:for|stories|articles|"
    r"reading)|recommended$|a lire (?:aussi|egalement)\W*$|a decouvrir\W*$|a ecouter aussi|"
    r"les plus (?:lus|populaires|partages|vus)|"
    r"most (?:read|popular|viewed|shared)|vous (?:aimerez|pourriez) aussi|you (?:may|"
    r"might) also (?:like|be)|source link|la redaction vous (?:conseille|recommande)|"
    r"ses derniers articles|what to read next|"
    r"popular (?:posts|stories)|latest (?:news|stories|posts)|sign up (?:for|to)|"
    r"le bulletin d'information|(?:about|sur) the author|a propos de l'auteur|(?:to )?top stories)"
)
STOP_ELSEWHERE: Final = re.compile(
    r"^\W{0,4}(?:\d{1,5} )?(?:comentarios?|kommentare?|commenti|reacties|kommentarer|komentar(?:ze)?|comentarii|"
    r"yorumlar|комментарии|ähnliche artikel|ahnliche artikel|articulos relacionados|artigos relacionados|"
    r"articoli correlati|gerelateerde artikelen|leia (?:tambem|mais)|lea tambien|leggi anche|lees ook|baca juga|"
    r"lesen sie auch|das konnte sie auch interessieren|mehr zum thema|(?:tambien )?te puede (?:interesar|gustar)|"
    r"voce (?:tambem )?(?:pode|vai|podera) (?:tambem )?gostar|veja (?:tambem|mais)|ti potrebbe interessare|"
    r"potrebbe interessarti|deixe (?:um|o seu) comentario|deja un comentario|schreibe einen kommentar|"
    r"lascia un commento|laat een reactie|tinggalkan (?:komentar|balasan)|artikel terkait|mais lidas|lo mas leido)"
    r"\b.{0,20}$"
)
_CREDITED: Final = re.compile(r"\bcredits?(?: photos?| images?)? ?: ?[^\n.]{2,60}\.?$")
_EXCERPT: Final = re.compile(
    r"\[(?:…|\.\.\.)\]$|(?:…|\.\.\.)\]? ?(?:Lire la suite|Voir plus|Lire plus|Read more|Continue reading|More)\W{0,3}$"
)
_TRADE: Final = (
    r"(?:journaliste|reporter|redact(?:eur|rice)|correspondante?|chroniqueu(?:r|se)|editorialiste|writer|editor|"
    r"contributor|journalist|correspondent|columnist|freelancer|author|blogger)"
)
_AUTHOR: Final = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.-]{0,20} ){2,4}(?:\(@\w{2,20}\),? )?(?:is|est) "
    r"(?:an? |the |une? |la |le )?(?:[\w'’-]{1,20} ){0,4}"
    rf"{_TRADE}\b[^.]{{0,30}} (?:at|for|with|of|based|covering|who|au|à|aux|chez|pour|de|dans)\b"
)
_ABOUT_SOMEBODY: Final = re.compile(r"(?:About|À propos de|Sobre|Über)(?: [A-ZÀ-Þ][\w’'-]{1,20}){2,3}$")
COMMENT_STAMP: Final = re.compile(
    r"^(?:repondre|reply|signaler|report|alerter|j'aime|like|permalink)\b.{0,30}$|\b(?:says|said|"
    r"a ecrit|dit)\s?:?$|^(?:le|on|by|par|posted|de) .{2,40}\b\d{1,2}[:h]\d\d|"
    r"\bat \d{1,2}:\d\d ?(?:[ap]\.?m)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}.{0,8}\d{1,2}[:h]\d\d|"
    r"\d{4}(?: a| -|,) \d{1,2}[:h]\d\d|\b\d+ (?:days?|hours?|months?|years?|weeks?|minutes?) ago\b|"
    r"^il y a \d+ (?:jours?|heures?|mois|ans?|semaines?|minutes?)$"
)
SIGNATURE_TAG: Final = re.compile(r"^[a-z]{2}-?\d{1,4}$|^\W*\d{1,4}\W*$")


def strong_category(text: str) -> RemovedCategory | None:
    """Return the category of clutter that a piece is wherever it stands, or None."""
    low = plain(text)
    return next((category for category, pattern in _STRONG if pattern.search(low)), None)


def opening_category(text: str, words: int) -> RemovedCategory | None:
    """Return the category of clutter that a piece of that many words begins like, or None."""
    if words > LONGEST_OPENING:
        return None
    if is_byline(text) or is_picture_credit(text):
        return "credit"
    agency = agency_category(text)
    if agency is not None:
        return agency
    low = plain(text)
    return next((category for category, pattern in _OPENING if pattern.search(low)), None)


def is_stop(text: str) -> bool:
    """Whether a piece announces that the article is over: comments, related articles, newsletter, the author's life."""
    if len(text) >= 120:
        return False
    low = plain(text)
    return bool(STOP.search(low) or STOP_ELSEWHERE.search(low) or _ABOUT_SOMEBODY.match(text))


def is_comment_stamp(text: str) -> bool:
    """Whether a short piece is the date, author line or button of a reader's comment."""
    return len(text) < 90 and bool(COMMENT_STAMP.search(plain(text)))


def is_credited(text: str) -> bool:
    """Whether a piece ends with the word "credit" and a name, as only captions do."""
    return bool(_CREDITED.search(plain(text[-100:])))


def is_excerpt(text: str) -> bool:
    """Whether a piece is the cut beginning of another article."""
    return bool(_EXCERPT.search(text[-40:]))


def is_about_author(text: str) -> bool:
    """Whether a piece says who the author is: name, "is", and a trade of the press."""
    return bool(_AUTHOR.match(text[:200]))


def is_credit_end(text: str) -> bool:
    """Whether a piece ends with the credit of a picture."""
    return bool(CREDIT_END.search(plain(text)[-140:])) or bool(GLUED_CREDIT.search(text))
