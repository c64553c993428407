"""What the news checks know of French."""

from typing import Final

from assistant.lang.ligatures import LIGATURE_FR
from assistant.lang.news import NewsWords
from assistant.lang.pack import word_list, word_set

NEWS: Final = NewsWords(
    actors=word_set(
        """
        maire mairie prefet prefete prefecture gouvernement ministre ministere president presidente presidence depute
        deputee deputes senateur senatrice senateurs elu elue elus elues conseil commune departement region etat police
        policier policiers policiere gendarme gendarmes gendarmerie pompier pompiers procureur procureure parquet juge
        juges tribunal cour avocat avocate avocats justice armee soldat soldats militaire militaires troupes forces
        habitant habitants habitante riverain riverains citoyens electeurs manifestants grevistes salarie salaries
        employes ouvriers syndicat syndicats patron patronne direction directeur directrice entreprise societe groupe
        association collectif federation club equipe joueur joueuse joueurs entraineur supporters etudiants lyceens
        eleves enseignants professeur chercheur chercheuse chercheurs medecin medecins infirmiere soignants patients
        agriculteur agriculteurs eleveurs pecheurs commercants artisans marins usagers voyageurs touristes homme femme
        hommes femmes enfant enfants jeune jeunes adolescent adolescents personne personnes victime victimes
        automobiliste
        conducteur conductrice suspect candidat candidate candidats chef cheffe dirigeant dirigeants diplomate
        diplomates
        agence banque assemblee senat commission union organisation onu autorites famille familles frere soeur sœur pere
        mere
        artiste chanteur chanteuse auteur autrice ecrivain realisateur comedien comedienne bateau navire avion train bac
        """
    ),
    places=word_set(
        """
        port gare place rue avenue quai pont marche ville village bourg commune quartier centre-ville centre hameau
        canton departement region pays vallee montagne foret plage ile cote littoral mer riviere fleuve lac aeroport
        hopital ecole college lycee universite mairie prefecture tribunal cour palais stade salle theatre cinema musee
        eglise cathedrale mosquee prison caserne usine chantier zone frontiere capitale route autoroute rocade parking
        immeuble maison appartement domicile parc jardin campus site nord sud est ouest
        """
    ),
    place_prepositions=word_set("a au aux en dans sur pres vers devant entre depuis face sous hors de du des d'"),
    bare_place_prepositions=word_set("a au aux en dans sur pres vers depuis hors"),
    place_links=word_set("de du des d' dans entre"),
    times=(
        r"(?:a|vers|des|jusqu'a|avant|apres) \d{1,2} ?h(?:eures?)?\b",
        r"(?:a|vers) (?:midi|minuit)\b",
        r"(?:depuis|pendant|apres|avant|en|d'ici) (?:\w+ ){0,2}(?:minutes?|heures?|jours?|semaines?|mois|ans?)\b",
        r"(?:en|fin|debut|mi-|depuis|avant|apres|courant) ?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout)\b",
        r"(?:en|fin|debut|mi-|depuis|avant|apres|courant) ?(?:septembre|octobre|novembre|decembre|19\d\d|20\d\d)\b",
        r"(?:cet|l'|cette|ce) ?(?:ete|automne|hiver|printemps)\b",
        r"(?:l'annee|l'an|la rentree|le trimestre|le semestre)\b",
    ),
    relative_dates=(
        r"avant-hier|hier|apres-demain|demain|aujourd'hui",
        r"ce (?:matin|midi|soir|week-end|mois(?:-ci)?)\b",
        r"cette (?:nuit|semaine|annee|apres-midi)\b",
        r"la (?:semaine|nuit) (?:derniere|prochaine|passee)",
        r"le (?:mois|week-end|trimestre) (?:dernier|prochain|passe)",
        r"l'an(?:nee)? (?:derniere?|prochaine?|passee?)",
        r"il y a (?:un|une|deux|trois|quatre|cinq|six|dix|\d{1,3}|quelques) (?:jours?|semaines?|mois|heures?)\b",
        r"(?:en debut|en fin) de semaine",
    ),
    habits=("le", "les", "chaque", "tous les", "du", "au", "des", "un", "aux"),
    speech=word_list(
        """
        declar indiqu affirm ajout annonc expliqu precis assur estim soulign confirm revel racont rappel martel
        insist avanc evoqu justifi plaid regrett deplor denonc previen promett resum lach repliqu retorqu poursui
        conclu temoign detaill reconnai reconnu reclam exig interrog s'inquiet s'indign s'etonn s'alarm s'insurg
        s'agac s'enthousias rejoui felicit desol assen tweet murmur plaisant ironis admett
        """
    ),
    speech_forms=word_set(
        """
        fait-il fait-elle note notent notait considere confie confiait commente commentait rapporte rapportent
        rapportait demande-t-il observe observent analyse ecrivent ecrivait avertissent alertait averti valoir savoir
        declare rejouit felicite desole dit disent disait disaient dira diront dit-il dit-elle repond repondu repondent
        previent prevenu promet promis admis soutient soutenu repete ecrit lu conclut conclu poursuit avertit alerte
        soupire sourit assene interroge explique
        """
    ),
    according=(
        "selon",
        "d'apres",
        "de source",
        "aux yeux de",
        "de l'avis de",
        "pour sa part",
        "de son cote",
        "citant",
        "cite par",
        "citee par",
        "cites par",
        "dans un communique",
        "dans un entretien",
        "sur x",
        "sur twitter",
        "sur les reseaux sociaux",
        "au micro de",
        "devant la presse",
        "les mots de",
        "les termes de",
        "la formule est de",
        "la phrase est de",
        "les mots sont de",
        "peut-on lire",
        "dixit",
        "signe",
    ),
    works=word_set(
        """
        film films roman romans livre livres album chanson chansons titre titres intitule intitulee intitules baptise
        baptisee nomme nommee appele appelee surnomme surnommee exposition spectacle piece serie documentaire emission
        rapport article ouvrage tube poeme tableau podcast operation programme plan projet label slogan mention
        banderole
        devise dit dite journal magazine revue jeu comedie opera festival concours rubrique
        """
    ),
    hedges=(
        r"(?:aur|ser|fer|devr|pourr|voudr|viendr|tiendr|ir)(?:ait|aient)\b",
        r"\w{3,18}(?:er|ir|dr|tr)(?:aient)\b",
        r"(?<!por)(?<!re)(?<!ex)\b\w{2,16}erait\b",
        r"presume|suppose|soupconn|accus|suspect|allegu|pretend|apparemment|vraisembl|semble|probabl|possibl|peut-etre",
        r"aurait-|serait-",
    ),
    leftovers=(
        r"(?:a )?lire (?:aussi|egalement|notre|nos|ici|l'article|plus|la suite)\b",
        r"voir aussi\b|a voir aussi|a decouvrir aussi|sur le meme sujet|articles? (?:lies|similaires|recommandes?)",
        r"(?:abonnez|inscrivez|connectez)-vous\b|s'abonner\b|deja abonne|je m'abonne|reserve aux abonnes",
        r"newsletters?\b|lettres? d'information\b|recevez (?:toute|nos|chaque)",
        r"tous droits reserves|reproduction interdite|copyright|\(c\) \d{4}|©",
        r"(?:credits?|photos?) ?(?:photos?)? ?: |credit photo|photo d'illustration|image d'illustration",
        r"partage[rz]? (?:sur|cet article|l'article)|suivez-nous|rejoignez-nous|telechargez (?:l'|notre )application",
        r"accept(?:er|ez) (?:les|tous les|nos) cookies|ce site utilise des cookies|politique de confidentialite",
        r"cliquez (?:ici|sur)\b|temps de lecture ?:|publie le \d|mis a jour le \d|modifie le \d",
        r"laissez? un commentaire|\d+ commentaires?\b$|publicite$|la suite apres (?:la|cette) publicite",
    ),
    instructions=(
        r"voici (?:l'article|le texte|la section|une version|un article|votre|la reponse|le resultat)\b",
        r"en tant qu(?:'|e )(?:ia|modele|assistant|intelligence artificielle)\b|je suis une ia\b",
        r"(?:redige[rz]?|reecri(?:s|re|vez)|ecri(?:s|vez)|resume[rz]?)(?: moi|-moi)? (?:un|cet|cette|le|la|ce) "
        r"(?:article|texte|section)",
        r"(?:bien sur|certainement|avec plaisir) ?! ",
        r"j'espere que (?:cela|ceci|cet|ce texte)|n'hesitez pas a me\b|souhaitez-vous que je",
        r"\[(?:a completer|nom|date|lieu|titre|source|inserer[^\]]{0,60}|votre [^\]]{0,40}|todo)\]|lorem ipsum",
        r"\btodo\b|\bxxx+\b",
        r"(?:\d{3,4} mots|mots) (?:minimum|maximum|environ)\b.{0,40}(?:h2|seo|intertitres?)",
        r"mots?-cles? ?: |meta ?description ?:",
        r"ignore[rz]? (?:les|toutes les) instructions",
    ),
    fillers=(
        "il est important de noter que",
        "il est important de souligner que",
        "il convient de noter que",
        "il convient de souligner que",
        "il est a noter que",
        "force est de constater que",
        "il va sans dire que",
        "il est interessant de noter que",
        "il est essentiel de rappeler que",
        "n'oublions pas que",
        "comme nous l'avons vu",
        "comme chacun le sait",
        "comme chacun sait",
        "dans le monde d'aujourd'hui",
        "a l'heure actuelle",
        "de nos jours",
        "au jour d'aujourd'hui",
        "dans un monde en constante evolution",
        "a l'ere du numerique",
        "plus que jamais",
        "un veritable enjeu",
        "un enjeu majeur",
        "un tournant majeur",
        "joue un role crucial",
        "joue un role cle",
        "ne laisse personne indifferent",
        "l'avenir nous le dira",
        "seul l'avenir le dira",
        "affaire a suivre",
        "reste a savoir si",
        "quoi qu'il en soit",
        "en fin de compte",
        "en definitive",
        "pour conclure",
        "en conclusion",
        "en resume",
        "cet article explore",
        "dans cet article",
        "plongeons dans",
        "decouvrons ensemble",
        "qu'on se le dise",
        "on ne le repetera jamais assez",
        "le moins que l'on puisse dire",
        "et ce n'est pas tout",
    ),
    typography=(
        ("quote-marks", '"'),
        ("apostrophe", r"'(?<=[^\W\d_].)(?=[^\W\d_])"),
        ("guillemet-space", "[«»](?:(?<=«)(?![\u00a0\u202f])|(?<=»)(?<![\u00a0\u202f].))"),
        ("mark-space", r"[?!;](?<=[^\W_].)(?=[\s»”]|$)"),
        ("mark-space", r"[ \t](?=[;:!?](?:\s|$))(?<=[\w%].)"),
        ("mark-space", r":(?<=[^\W_].)(?=\s)"),
        ("comma-space", r"[ \u00a0](?<=[^\W_].)(?=[,.](?:\s|$))"),
        ("comma-space", r",(?<=[^\W\d_].)(?=[^\W\d_])"),
        ("double-space", r"  +(?=\S)"),
        ("ellipsis", r"\.{3,}"),
        ("ligature", LIGATURE_FR),
        (
            "capital-accent",
            r"A(?:(?<=^.)|(?<=[.!?…] .))(?= (?:l['’]|la |le |partir |propos |cause |noter |peine |savoir |son |sa |"
            r"ses |ce |cette |travers |moins |suivre |[A-ZÀ-Ý][a-zà-ÿ]|\d))",
        ),
        (
            "capital-accent",
            r"E(?<!\w.)(?:tat|cole|glise|lys[eé]e|conomie|ducation|gypte|galit[eé]|quateur|thiopie|mirat|v[eê]que|"
            r"dition|lectricit[eé]|nergie|tude|quipe|v[eé]nement|volution|poque|cologi)",
        ),
    ),
    person_titles=word_set(
        """
        monsieur madame mademoiselle maitre docteur professeur president presidente ministre maire prefet general
        colonel capitaine roi reine prince princesse pape monseigneur saint sainte
        """
    ),
)
