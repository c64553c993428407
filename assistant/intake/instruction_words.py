"""What instructions to a machine are made of: patterns over plain text (see `assistant.intake.plain`), with weights.

Every weight is a house rule, set on sentences of our own in several languages and on look-alikes: recipes, advice,
appeals to readers, articles about prompts.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.lang.pack import word_set

_DETERMINER: Final = (
    r"(?:le|la|les|l'|un|une|des|du|de|d'|ce|cet|cette|ces|ton|ta|tes|mon|ma|mes|chaque|tout|toute|toutes|tous|"
    r"deux|trois|plutot|uniquement|seulement|exactement|a|au|aux|en|dans|comme|que|ici|sans|mot|moi|\d)"
)
_TU_SURE: Final = (
    r"(?:re)?ecris|reponds|traduis|retraduis|reproduis|transmets|transcris|decris|convertis|introduis|redis|sois|agis|"
    r"assure-toi|souviens-toi|comporte-toi|ne (?:dis|fais|mets|prends|tiens|reponds|suis|traduis|ecris|produis)|"
    r"(?:dis|fais|mets|inclus|finis|fournis|rends|prends|conclus|produis|choisis|omets|tiens)"
    rf"(?:-(?:le|la|les|moi|en|y)\b| {_DETERMINER}(?![a-z]))"
)
_TU_FIRST_GROUP: Final = (
    r"ignore|oublie|redige|resume|compose|genere|cree|repete|revele|affiche|imprime|mentionne|cite|insere|ajoute|"
    r"remplace|supprime|efface|enleve|retire|termine|commence|presente|donne|envoie|publie|recommande|vante|critique|"
    r"traite|considere|utilise|emploie|adopte|change|modifie|desactive|active|contourne|melange|inverse|joue|parle|"
    r"raconte|explique|propose|indique|signale|liste|enumere|reformule|simplifie|encode|code|chiffre|saute|glisse|"
    r"place|note|qualifie|evite|cache|masque|arrete|passe|valide|approuve|accepte|execute|invente|attribue|conseille|"
    r"invite|precise|souligne|insiste|separe|groupe|regroupe|abandonne|neglige|laisse|adresse|incorpore|integre|evoque"
)
_TU_TASKS: Final = (
    r"copie|recopie|colle|verifie|respecte|montre|corrige|developpe|applique|continue|conserve|prone|annonce|declare|"
    r"affirme|pretends?|confirme|annule|lance|telecharge|clique sur|appelle|reprends?|invite|encourage"
)
_STRICT_OBJECT: Final = (
    r"(?:le|la|les|l'|une?|ce|cet|cette|ces|ton|ta|tes|mon|ma|tout|toute|toutes|tous|chaque|deux|trois|quatre|cinq|"
    r"dix|"
    r"\d+|toujours|systematiquement|que|uniquement|seulement|plutot|exactement|comme)"
)
_TASK_STEMS: Final = (
    r"ignor|oubli|redig|resum|compos|gener|repet|revel|affich|mentionn|insere|inser|ajout|remplac|supprim|effac|"
    r"enlev|desactiv|contourn|reformul|tradui[st]|retradui[st]|encod|ecriv|reecriv|repond|inclu|omett|conclu|"
    r"considere|consider|utilis|adopt|present|qualifi|evit|cach|masqu|termin|commenc|cit|execut|convertiss|list"
)
_ENGLISH_TASKS: Final = (
    r"ignore|disregard|forget|override|bypass|write|rewrite|draft|compose|generate|create|provide|produce|explain|"
    r"describe|translate|summari[sz]e|answer|respond|reply|say|print|output|display|reveal|repeat|recite|list|add|"
    r"append|insert|include|integrate|incorporate|augment|enhance|modify|replace|remove|substitute|convert|render|use|"
    r"introduce|misspell|scramble|jumble|rearrange|anagram|group|combine|encode|act|pretend|role-?play|stop|start|"
    r"begin|end|finish|make|tell|give|show|mention|cite|praise|promote|recommend|suggest|send|execute|run|switch|"
    r"enter|delete|drop|omit|skip|treat|consider|do not|don't|never|always|only|be sure|remember|ensure|conclude|"
    r"state|present|assume|follow|obey|speak|talk|refuse|leak|expose"
)
_PRELUDE: Final = (
    r"(?:\W{0,6}(?:(?:instruction|consigne|message|ordre|priorite|priority|directive)s?(?: [a-z]{3,14}){0,2}(?= ?:)|"
    r"(?:debut|fin) (?:du|de|des) [^:.]{1,50}(?=[ :.])|pour (?:toute?|chaque) [^,:]{1,40}(?=,)|important|urgent|"
    r"attention|notes?|nb|assistant|ia|ai|llm|gpt|chatgpt|chatbot|bot|systeme?|system|"
    r"instructions?|consignes?|admin|user|utilisateur|cher [a-z-]+|chere [a-z-]+|dear [a-z-]+|hey|bonjour|hello|hi|ok|"
    r"(?:note )?(?:a|to|pour|for)(?: l'attention)?(?: de| des| d')? ?(?:the |la |les |l')?(?:ia|ai|assistants?|"
    r"[a-z]{3,12} (?:de|model) ?[a-z]{0,10}|modeles?|models?|robots?|chatbots?|llms?)[^:,]{0,30}|"
    r"avant (?:de|toute?) [^,]{1,60}(?=,)|before [^,]{1,60}(?=,)|(?:dans|in) (?:ta|votre|your) [^,]{1,40}(?=,)|"
    r"maintenant|now|"
    r"a partir de maintenant|desormais|from now on|from here on|please|kindly|stp|svp|s'il (?:te|vous) plait|"
    r"(?:si|if|when|quand|lorsque|whenever) [^,]{1,80}(?=,)|instead|plutot|au lieu de [^,]{1,60}(?=,)|"
    r"ensuite|enfin|surtout|"
    r"then|finally|also|de plus|pour (?:la suite|finir|terminer|commencer|ta|votre)[^,]{0,30}|"
    r"quoi qu'il arrive|en tant qu[^,]{1,40}(?=,)|as an? [^,]{1,40}(?=,))\b\s{0,3}[\]:,)!>.-]{0,4}\s{1,3}){0,3}"
)

OPENS_TU: Final = re.compile(
    rf"^{_PRELUDE}\W{{0,4}}(?:(?:ne |n')?(?P<sure>{_TU_SURE})(?![a-z])|(?:ne |n')(?:l'|le |la |les |me |en |y )?"
    rf"(?:{_TU_FIRST_GROUP}) (?:pas|plus|jamais|rien|aucun|aucune|ni|que)\b|"
    rf"(?:{_TU_FIRST_GROUP})(?:-(?:moi|le|la|les|toi|y|en)\b| {_DETERMINER}(?![a-z])))"
)
# A bare order to one person, outside quotation marks, with an object: newspapers have next to none.
OPENS_BARE_ORDER: Final = re.compile(
    rf"^{_PRELUDE}\W{{0,4}}(?:(?:(?:re)?ecris|(?:re)?traduis|reponds|redis|transcris|decris|convertis|agis|omets|"
    r"dis (?:que|qu'|a|au|aux|le|la|les|toujours|simplement)|dis-|fais (?:comme|semblant|en sorte|une?|la|croire)|"
    r"mets (?:ce|cet|cette|le|la|les|l'|en (?:avant|titre|gras|valeur|premier)|une?|ton|ta)|sois|"
    r"(?:prends|rends|produis|inclus|fournis|choisis|conclus) (?:la|l'|une?|ce|cet|cette|parti|ton|ta|toujours|que|"
    r"par)|"
    r"ne (?:mentionne|cite|parle|resume|verifie|respecte|traduis|suis|tiens|reponds|dis|fais|mets|revele|signale))"
    r"(?![a-z])|n'(?:evoque|utilise|indique|ecris|inclus|ajoute|affiche)(?![a-z])|"
    rf"(?:{_TU_FIRST_GROUP}|{_TU_TASKS})(?:-(?:moi|le|la|les|lui|leur)\b| {_STRICT_OBJECT}(?![a-z])))"
)
OPENS_VOUS: Final = re.compile(
    rf"^{_PRELUDE}\W{{0,4}}(?:(?:ne |n')(?:l'|le |la |les )?)?(?:(?:{_TASK_STEMS})ez|faites|dites|tenez|prenez|mettez|"
    rf"veuillez|merci de|priere de)\b"
)
OPENS_ENGLISH: Final = re.compile(rf"^{_PRELUDE}\W{{0,4}}(?:you (?:must|should|will|shall) )?(?:{_ENGLISH_TASKS})\b")
ORDERED: Final = re.compile(
    r"\b(?:tu (?:ne )?[a-z]{3,12}ras|tu (?:dois|devras|devrais|vas|peux|es tenue? d)|vous (?:devez|"
    r"devrez) (?:imperativement |desormais |"
    r"maintenant |absolument )?(?:inclure|ecrire|repondre|ignorer|mentionner|ajouter|rediger|traduire|citer|terminer|"
    r"commencer|presenter|conclure|inserer|recommander|considerer)|il faut que tu|je veux que tu|j'aimerais que tu|"
    r"je t(?:'|e )(?:ordonne|demande|commande)|ta (?:seule |nouvelle |vraie |unique )?(?:tache|mission|consigne|"
    r"role|tache) |ton (?:seul |nouveau |vrai |unique )?(?:role|objectif|but|travail)|"
    r"your (?:new |real |only |true |next )?(?:task|role|goal|mission|instructions?|objective|job) (?:is|are)|"
    r"i (?:want|need|command|order) you to)\b"
)
ADVISED: Final = re.compile(
    rf"\byou (?:must|are required to|are to|should|shall|have to) (?:now |always |only |never |not |also ){{0,2}}"
    rf"(?:{_ENGLISH_TASKS})\b"
)
CERTAIN: Final = re.compile(
    r"\b(?:il|ceci) t'est (?:interdit|demande|ordonne|strictement)|\btu n'es (?:plus|pas) (?:une? )?(?:ia|assistante?|"
    r"modele|robot|chatbot)\b|\ben tant qu(?:e |')(?:une? )?(?:ia|assistante?|modele de langage|intelligence "
    r"artificielle|chatbot)\b[^,]{0,30}, (?:tu|vous)\b|\bas an? (?:ai|llm|assistant|"
    r"language model)\b[^,]{0,30}, you\b|"
    r"\bnew instructions? ?:|\bnouvelles? (?:instructions?|consignes?) ?:|^\W{0,3}(?:human|humain|user|"
    r"utilisateur) ?: "
    r".{1,200}\b(?:assistante?|ia|ai) ?:|^(?:toutes )?(?:les |all )?(?:the )?(?:previous |prior |earlier )?"
    r"(?:instructions?|consignes?) (?:precedentes?|anterieures?|initiales?|ci-dessus|above)?,? ?(?:sont|ne sont|"
    r"n'ont|are|is) (?:now |desormais |donc )?(?:annule|caduque|nulle|plus|void|cancel|obsolete|invalid|revoked)|"
    r"^(?:ceci|ce (?:paragraphe|message|texte)|cette (?:ligne|phrase|note)|this (?:message|paragraph|text|line)) "
    r"(?:remplace|annule|supersedes|overrides|replaces) (?:toutes? )?(?:les |all |any |tes |vos )?(?:previous |"
    r"prior )?"
    r"(?:instructions?|consignes?)\b|"
    r"^\W{0,3}(?:l'assistant|l'ia|le modele|le chatbot|toute? (?:ia|assistante?|modele|chatbot|redacteur automatique|"
    r"systeme automatique|llm)|(?:the|any) (?:ai|assistant|model|llm|chatbot|language model)) (?:doit|devra|est prie|"
    r"must|should|shall|is required to) (?:[a-z]{2,14} ){0,2}(?:repondre|ignorer|mentionner|ecrire|conclure|citer|"
    r"rediger|"
    r"inclure|mettre|presenter|recommander|respond|answer|ignore|write|include|mention|output|say|reply)\b|"
    r"\b(?:ia|ai|assistante?|modele|model|llm|chatbot|robot) (?:qui lit|qui lisez|qui lis|qui lira|reading) (?:ces|ce|"
    r"cet|cette|this|these)\b|"
    r"<\|[a-z_]{2,20}\|>|\[/?inst\]|<</?sys>>|^\W{0,8}(?:\[|<|#{2,} ?|\()(?:system|systeme|inst|instructions?|"
    r"assistant|admin|prompt|override|ai|ia|llm|new instructions?|nouvelles? instructions?|hidden|cache)"
    r"[a-z ]{0,20}(?:\]|>|:|\)|$)|^\W{0,3}(?:system|systeme|system prompt|prompt systeme|system message|"
    r"message systeme|assistant|new instructions?|nouvelles? (?:instructions?|consignes?)) ?: ?\S|"
    r"\b(?:tu es|vous etes) (?:desormais|maintenant|a present|dorenavant) (?:dan\b|en mode|"
    r"(?:un|une) (?:ia|assistante?|robot|modele|chatbot|intelligence|expert|pirate|traduct|redact|poete|chat)|"
    r"libre de|sans (?:restriction|filtre|limite))|\b(?:desormais|a partir de maintenant|dorenavant),? "
    r"(?:tu|vous) (?:es|etes|reponds|repondez|joues|jouez|agis|agissez|parles|parlez)\b|"
    r"\b(?:you are|you're|you will) (?:now |henceforth )(?:an? |the |dan\b|in |act|be |free|respond|answer|operate)|"
    r"\b(?:developer|debug|god|jailbreak|dan|maintenance|admin|developpeur) mode (?:enabled|on|activated|active)\b|"
    r"\bmode (?:developpeur|debogage|administrateur|sans filtre|dan) (?:active|enclenche)|\bdo anything now\b|"
    r"\bend of (?:document|article|context|input|data|user input)\W+(?:new |now |system|begin)|"
    r"\bif you are an? (?:ai|llm|language model|large language model|assistant|bot|chatbot|artificial)|"
    r"\b(?:si|comme|puisque) (?:vous etes|tu es) (?:une? )?(?:ia\b|llm|modele de langage|assistante?|chatbot|robot|"
    r"intelligence artificielle|agent conversationnel|grand modele)|"
    r"^\W{0,4}(?:(?:cher|chere|dear|hey|hello|bonjour) )?(?:assistante?|chatbot|ia|ai|chatgpt|gpt|claude|llm|"
    r"gemini|copilot|mistral|bot|robot redacteur|modele|ai (?:model|assistant)|language model) ?[,:!] "
    r"(?:please |now |do |don't |never |always |ignore|ne |n'|tu |vous |you |ta |ton |your |[a-z]+[sez]\b)|"
    r"\b(?:prompt|message) systeme\b.{0,40}\b(?:affiche|revele|repete|donne|montre)|"
    r"^\W{0,4}(?:(?:print|reveal|show|repeat|output|leak|display|give|tell)\b|(?:affiche|revele|repete|donne|montre|"
    r"recopie|envoie)[rsz]?\b).{0,50}\b(?:system prompt|initial prompt|hidden (?:prompt|instructions)|your prompt|"
    r"prompt systeme|prompt initial|ton prompt|tes (?:instructions|consignes)|votre prompt|your instructions)"
)
FOREIGN: Final = re.compile(
    r"\b(?:ignor[ae]|olvid[ae]|descart[ae]|no (?:tengas|tenga) en cuenta|haz caso omiso)\b.{0,40}"
    r"\b(?:instruccion|indicacion|anterior|reglas|ordenes)|"
    r"\b(?:ignorier\w*|vergiss|vergesst|vergessen sie|missacht\w*|beachte nicht)\b.{0,40}"
    r"\b(?:\w{0,12}anweisung|vorherig|obig|bisherig|vorigen|regeln|instruktion|vorgaben)|"
    r"\b(?:ignora|ignorate|dimentica|dimenticate|non tenere conto)\b.{0,40}\b(?:istruzion|precedent|regole|comandi)|"
    r"\b(?:ignore|ignora|esqueca|esquece|desconsidere)\b.{0,40}\b(?:instruc(?:ao|oes)|anteriores|regras|comandos)|"
    r"\b(?:negeer|vergeet)\b.{0,40}\b(?:instructie|voorgaande|bovenstaande|eerdere|vorige|regels|opdracht)|"
    r"\b(?:ignorera|glom)\b.{0,40}\b(?:instruktion|tidigare|ovanstaende)|"
    r"\b(?:zignoruj|ignoruj|zapomnij)\b.{0,40}\b(?:instrukcj|poprzedni|powyzsz|polecen)|"
    r"(?:игнориру|проигнориру|забудь|не обращай внимания).{0,50}(?:инструкц|предыдущ|указани|правил)|"
    r"(?:ігноруй|забудь).{0,50}(?:інструкц|попередн)|"
    r"(?:忽略|无视|無視|忘记|忘記|不要理会).{0,16}(?:指令|指示|提示|以上|之前|前面|命令)|"
    r"(?:指示|命令|上記|以前|プロンプト).{0,12}(?:無視|忘れ)|(?:이전|위의|모든).{0,16}(?:지시|명령|프롬프트).{0,8}무시|"
    r"(?:تجاهل|انس|أهمل).{0,40}(?:تعليمات|السابق|أوامر|اوامر)|"
    r"(?:talimat|komut|yonerge).{0,24}(?:yok say|yoksay|gormezden gel|unut|dikkate alma)"
)
# The patterns above cost most: they are tried on sentences with one of these words, or with letters that are not Latin.
CERTAIN_WORDS: Final = word_set(
    """
    est es tant tout toute toutes toutes ceci ce cette this human humain user utilisateur nouvelle nouvelles new
    any the le l les inst sys system systeme instruction instructions consigne consignes assistant assistante admin
    prompt override ai ia
    llm hidden cache tu vous you your desormais partir dorenavant mode dan anything end chatbot chatgpt gpt claude
    gemini copilot mistral bot robot modele model print reveal show repeat output leak display give tell
    """
)
FOREIGN_WORDS: Final = word_set(
    """
    ignora ignore ignorar ignoren olvida olvide olviden descarta descarte omiso tengas tenga ignorier ignoriere
    ignorieren ignoriert vergiss vergesst vergessen missachte missachten missachtet beachte ignorate dimentica
    dimenticate tenere esqueca esquece desconsidere negeer vergeet ignorera glom zignoruj ignoruj zapomnij talimat
    talimatlari komut komutlari yonerge yonergeleri
    """
)
MACHINE: Final = re.compile(
    r"\b(?:l'utilisateur|the user|modeles? de langage|modele linguistique|language models?|llms?|ia|ai|chatbots?|"
    r"assistante? (?:ia|virtuel)|"
    r"(?:ai|virtual) assistant|prompts?|gpt|chatgpt|intelligence artificielle|artificial intelligence|"
    r"system prompt|jailbreak)\b"
)
ORDERS: Final = re.compile(
    r"\b(?:instructions?|consignes?|directives?|guidelines|prompts?|commandes? (?:precedent|anterieur)|"
    r"demandes? de l'utilisateur|user'?s? (?:request|query|question)|previous (?:request|text|context|conversation)|"
    r"ce qui (?:precede|vient d'etre)|(?:texte|tout|demande|message) (?:ce qui )?(?:precede|precedente?|ci-dessus)|"
    r"(?:everything|anything|all|the text|text) (?:above|before|so far|prior|you (?:were|have been) told)|"
    r"tout ce qui (?:a ete|est) (?:dit|ecrit|demande)|(?:demande|question|requete) (?:initiale|precedente|d'origine)|"
    r"the above|tout ce qu'on (?:t'a|vous a)|ce qu'on (?:t'a|vous a) (?:dit|demande)|verification des faits|"
    r"fact[- ]check\w*|garde-fous?|safety (?:rules|filters)|filtres? de securite)\b"
)
OVERRIDE: Final = re.compile(
    r"(?<!n')\b(?:ignore(?:r|z|ras|rez)?|oublie[rz]?|disregard|forget|override|bypass|neglige[rz]?|"
    r"laisse[rz]? de cote|"
    r"ne (?:tiens|tenez) (?:pas|plus|aucun) compte|ne tenir aucun compte|fa(?:is|ites) (?:fi|abstraction)|"
    r"passe[rz]? outre|desactive[rz]?|contourne[rz]?|abandonne[rz]?|supprime[rz]?|annule[rz]?|disable|"
    r"ne (?:suis|suivez|respecte|respectez) (?:pas|plus)|do not (?:follow|obey)|stop following)\b"
)
QUALIFIER: Final = re.compile(
    r"\b(?:all|previous|above|prior|preceding|earlier|original|initial|toutes?|tous|precedente?s?|"
    r"ci-dessus|anterieure?s?|initiale?s?|tes|vos|donnees|recues|plus haut|jusqu'ici|jusqu'a present|"
    r"utilisateur|ce document|ce texte|cet article)\b"
)
YOUR_OUTPUT: Final = re.compile(
    r"\b(?:ta|ton|tes|your) (?:[a-z]{2,14} ){0,1}(?:reponses?|sorties?|resume|texte|article|redaction|paragraphes?|"
    r"conclusion|introduction|titre|synthese|message|traduction|replies|reply|answers?|responses?|output|summary|"
    r"article|text|message|conclusion|paragraphs?|headline|title|draft)\b|"
    r"\bvotre (?:reponse|sortie|resume|synthese|redaction)\b"
)
OUTPUT: Final = re.compile(
    r"\b(?:reponse|resume|phrases?|titres?|poeme|paragraphes?|texte|article|document|communique|balises?|script|"
    r"html|json|code|mots?|lettres?|voyelles?|consonnes?|majuscules|emojis?|histoire|blague|chanson|haiku|acrostiche|"
    r"sources?|liens?|lien|adresse|url|traduction|introduction|conclusion|anglais|espagnol|allemand|chinois|latin|"
    r"entreprise|produit|marque|candidate?|enquete|"
    r"response|reply|answer|output|summary|sentence|headline|title|poem|paragraph|text|document|words?|letters?|"
    r"vowels?|spaces|capitals|uppercase|story|joke|song|essay|link|tag|translation|english|french|spanish|language)\b"
)
SECOND_PERSON: Final = re.compile(r"\b(?:tu|toi|te|t'(?!on\b|il\b|elle\b)|ton|ta|tes|you|your|yourself)(?![a-z])")
MANNER: Final = re.compile(
    r"\b(?:uniquement|mot pour mot|mot a mot|word for word|verbatim|en (?:majuscules|rimes|vers|alexandrins|emojis|"
    r"anglais|latin|"
    r"morse|base64|html|json|python)|a la place|instead|de maniere (?:elogieuse|positive|favorable|negative)|"
    r"comme (?:la meilleure|le meilleur|un pirate|une marque|un poeme)|as (?:the best|a pirate)|"
    r"sans (?:restriction|filtre|censure|citer|mentionner|verifier)|without (?:any )?(?:restrictions?|mention\w*|"
    r"filters?|spaces|punctuation)|aucune? (?:source|restriction|mention)|ne (?:cite|mentionne|parle|evoque) "
    r"(?:pas|jamais|aucune?)|n'(?:evoque|indique) (?:pas|jamais|aucune?)|sur les chats|<[a-z]{1,10}|javascript)"
)
