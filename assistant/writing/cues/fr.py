"""French news writing."""

from typing import Final

from assistant.writing.cues.nouns_fr import EVENT_NOUNS, PERSON_TITLES, PHRASE_STOPS, VAGUE_NOUNS
from assistant.writing.cues.story_cues import StoryCues, listed, words_of
from assistant.writing.cues.verbs_fr import ALSO_NOUNS, PRESENT_VERBS

CUES: Final = StoryCues(
    code="fr",
    role_cues={
        "fact": (),
        "declarations": listed(
            """
            a declare, ont declare, a affirme, ont affirme, a indique, ont indique, a explique, a precise
            a assure, a estime, a souligne, a annonce, a confie, a rappele, a ajoute, a promis, a ecrit
            a insiste, a raconte, a martele, a conclu, selon, d apres, precise, explique, affirme, assure
            estime, indique, souligne, declare, raconte, temoigne
            """
        ),
        "reactions": listed(
            """
            crainte*, craignent, craint, alarme*, inquiet*, preoccup*, condamne*, denonce*, critique*
            salue la, salue le, salue l, saluent, regrette*, deplore*, reagi*, reaction*, protest*, opposition
            opposant*, colere, polemique, rejoui*, mis en garde, met en garde, averti*, avertissement, experts
            analystes, observateurs, riverain*, syndicat*, association*, speculation*, rumeur*, conteste*
            reproch*, s oppos*, etonn*, satisf*, petition, bien accueilli*, mal accueilli*
            scepti*, mecontent*
            """
        ),
        "context": listed(
            """
            depuis, historique*, remonte*, auparavant, decennie*, a l epoque, siecle, l an dernier
            l annee derniere, annees, il y a, premiere fois, deuxieme fois, derniere fois, traditionnel*
            fonde en, cree en, construit en, ouvert en, en 19*, en 20*, jadis, autrefois, longtemps
            pour memoire, rappel*, jusqu alors, jusqu a present, toile de fond, a deja, avait deja
            jusqu ici, habitants
            """
        ),
        "next": listed(
            """
            doit, doivent, devra, devront, devrait, devraient, prevu, prevue, prevus, prevues, prochain*
            est attendu*, sont attendu*, d ici, calendrier, reste a, sera, seront, aura, auront, pas encore
            a partir de, des lundi, avant la fin, demain, a l avenir, debutera, commencera, commenceront
            ouvrira, se tiendra, aura lieu, prevoit, se prononcera, en attendant, invitation
            """
        ),
    },
    dependent_openings=listed(
        """
        il, elle, ils, elles, celui*, celle*, ceux*, ce, cet, cette, ces, c, cela, ca, ceci, son, sa, ses
        leur, leurs, lui, eux, y, en effet, d autres, l un, l une, les uns, un autre, une autre, les deux
        tous deux, toutes deux, tous, toutes, parmi eux, parmi elles, le premier, la premiere, le second
        la seconde, ainsi, aussi, de meme, pour lui, pour elle, pour eux, selon lui, selon elle, selon eux
        parallelement, en revanche, au contraire, mais, et, or, car, donc, pourtant, toutefois, cependant
        neanmoins, a l inverse, d un autre cote, resultat, consequence, plus loin, la meme, le meme, les memes
        une perspective, par consequent, c est, autant de, l interesse, l interessee, l homme, le couple, d ou
        plus tard, un peu plus tard, peu apres, la veille, le lendemain, le surlendemain, l avant veille, entre temps
        dans la foulee, dans le meme temps, au meme moment, ensuite, puis, quelques jours plus tard
        quelques heures plus tard, quelques minutes plus tard, plus tot, peu avant, un peu plus tot, dans l intervalle
        deux jours plus tard, une heure plus tard, depuis lors, a ce moment, a cette occasion, ce jour la
        un point, une premiere, dont, la bas, sur place, le tout, entre les deux, une telle, un tel
        """
    ),
    dependent_phrases=listed(
        """
        a t il, a t elle, ont ils, ont elles, a ajoute, ont ajoute, a poursuivi, a conclu, a repris, ajoute t
        poursuit, conclut, a rencheri, egalement, ne les, ne l a, ne l avait, les avait, les avaient, les a
        les ont, l avait, l avaient, l ont, etait un * supplementaire, etait une * supplementaire
        est un * supplementaire, est une * supplementaire, s y ajoute, s y ajoutent, s y ajoutait, s y ajoutaient
        """
    ),
    dependent_nouns=listed(
        """
        l agence, l agence russe, l institution, l organisation, le groupe, la societe, l entreprise, l elu
        l elue, l edile, le ministre, la ministre, le texte, le document, l etude, le projet, la mesure
        le dispositif, l association, le syndicat, le train, le batiment, l etablissement, le chantier
        la decision, l accord, la reunion, l evenement
        """
    ),
    reporting_nouns=("l agence", "le quotidien", "le journal", "la chaine", "le media", "l hebdomadaire"),
    subject_pronouns=words_of(
        """
        elle elles il ils leur lui
        """
    ),
    speaking_words=words_of("je j nous on notre nos mon ma mes c est sont ne n faut vous"),
    impersonal=listed(
        """
        il y a, il y avait, il y aura, il faut, il faudra, il fallait, il faudrait, il est prevu
        il est possible, il est difficile, il est temps, il reste, il semble, il suffit, il pleut
        que va t il se passer, que reste t il, faut il, faudra t il, faudrait il, y a t il, y aura t il
        que se passe t il, que s est il passe, pourquoi faut il, comment faut il, que faut il
        """
    ),
    connectors=listed(
        """
        Par ailleurs, En outre, De plus, Cependant, Toutefois, Néanmoins, Pourtant, En revanche, Enfin
        Ensuite, Puis, Ainsi, Aussi, De même, Parallèlement, En effet, Au contraire, D’autre part, D’ailleurs
        À l’inverse, Or, Du coup
        Par conséquent, En conséquence, Dès lors, Bref
        """
    ),
    determiners=words_of(
        """
        au aucun aucune aux ce ces cet cette des du l la le les un une
        """
    ),
    prepositions=words_of(
        """
        au autour aux avec chez contre d dans de depuis des du en entre envers hors par parmi pendant pour
        pres sans sous sur vers à
        """
    ),
    opening_articles=words_of("le la les l un une des"),
    event_nouns=EVENT_NOUNS,
    event_endings=("tion", "tions", "sion", "sions", "ment", "ments", "age", "ages", "ance", "ances", "ure", "ures"),
    bodies=words_of(
        """
        delegation delegations association associations organisation organisations institution institutions population
        populations administration administrations direction directions nation nations federation federations station
        stations commission commissions section sections equipage equipages village villages voiture voitures batiment
        batiments gouvernement gouvernements parlement parlements departement departements regiment document documents
        parquet tribunal cour prefecture mairie ministere syndicat prefet procureur
        """
    ),
    phrase_stops=PHRASE_STOPS,
    possessives=words_of(
        """
        leur leurs ma mes mon nos notre sa ses son vos votre
        """
    ),
    demonstratives=words_of("ce cet cette ces"),
    indefinites=words_of("tous toutes tout certains certaines plusieurs beaucoup aucun aucune chacun"),
    auxiliaries=words_of(
        """
        a aura auraient aurait auront avaient avait demande demandent devra devraient devrait devront doit
        doivent est etaient etait fait font ont peut peuvent pourraient pourrait reste restent sera seraient
        serait seront sont souhaite souhaitent va veulent veut vont
        """
    ),
    finite_verbs=PRESENT_VERBS,
    verbs_or_nouns=ALSO_NOUNS,
    fronting_words=words_of("apres avant lors a ce cette cet malgre face"),
    before_nouns=words_of(
        """
        nouvelle nouveau nouvelles nouveaux premiere premier premieres premiers derniere dernier dernieres derniers
        seconde second deuxieme troisieme quatrieme forte fort fortes grande grand grandes grands petite petit petites
        petits seule seul autre autres meme memes belle beau bonne bon mauvaise mauvais longue long haute haut vieille
        vieux simple vaste lourde lourd large prochaine prochain ancienne ancien veritable rare rares double courte
        possible eventuelle actuelle legere profonde quelques plusieurs chaque
        """
    ),
    after_nouns=words_of("de du d par"),
    clause_borders=listed(
        """
        apres, alors que, alors qu, avant de, avant d, avant que, lorsque, lorsqu, tandis que, tandis qu, mais
        afin de, afin d, depuis que, pendant que, parce que, parce qu, puisque, en attendant, au cours de
        au cours du, a l issue de, a l issue du, lors de, lors du, lors d, a bord de, a bord d, a bord du
        pendant, durant, en presence
        """
    ),
    title_borders=listed(
        """
        pour, en guise de, dans le cadre, en raison de, en raison d, face a, suite a, au terme
        """
    ),
    conditions=listed(
        """
        si, s il, s ils, sauf, a condition, sous reserve, a moins, en cas de, en cas d, hormis
        """
    ),
    vague_nouns=VAGUE_NOUNS,
    relative_days=words_of(
        """
        aujourd demain dimanche hier hui jeudi lundi mardi mercredi samedi vendredi
        """
    ),
    plain_places=(("dans la capitale ", "à "), ("dans la ville de ", "à ")),
    finished=(
        "après avoir (?:terminé|achevé|effectué|accompli|bouclé|conclu)",
        "à l’issue d[’e]",
        "au terme d[’e]",
        "après",
    ),
    relative_times=listed(
        """
        le mois dernier, la semaine derniere, l an dernier, l annee derniere, plus tot dans la semaine, cette semaine
        la semaine prochaine, le mois prochain, ce mois ci, hier, demain, aujourd hui, ces derniers jours
        il y a quelques jours
        au debut du mois, en debut de semaine, en fin de semaine, dans les prochains jours
        """
    ),
    day_parts=("matin", "midi", "après-midi", "soir", "dernier"),
    time_units=words_of(
        """
        an annee annees ans fois heure heures jour jours minute minutes mois semaine
        """
    ),
    measures=words_of(
        """
        metre metres kilometre kilometres hectare hectares tonne tonnes litre litres euro euros dollar
        dollars degre degres personne personnes habitant habitants million millions milliard milliards but
        buts point points carre carres cube cubes voix emploi emplois place places page pages centimetre
        centimetres millimetre millimetres
        """
    ),
    degrees=words_of("moins plus tres trop assez peu presque environ quasi aussi si tellement encore jusqu jusque"),
    casualties=words_of(
        """
        blesse blesses blessees mort morts mortes tue tues tuees decedes decedees victimes disparus disparues
        hospitalises hospitalisees evacues evacuees interpelles interpellees arretes arretees
        """
    ),
    severe=words_of("grave graves grievement gravement"),
    relatives=words_of("dont ou que qu qui"),
    speech_verbs=words_of(
        """
        affirmé ajouté annoncé assuré confié conclu déclaré déploré estimé expliqué indiqué insisté poursuivi précisé
        promis raconté rappelé regretté répondu souligné
        """
    ),
    speaking_pronouns=("Il", "Elle"),
    comparatives=words_of("plus moins meilleur meilleure meilleurs meilleures pire"),
    vague_adjectives=words_of(
        """
        actuel actuelle actuels actuelles certain certaine certains certaines different differente differents
        differentes divers diverse diverses general generale grand grande grands grandes important importante
        importants importantes meilleur meilleure meme memes possible possibles precis precise present presente
        principal principale principaux recent recente recents recentes seul seule suivant suivante supplementaire
        supplementaires tel telle tels telles total totale eventuel eventuelle
        """
    ),
    according=("selon", "d’après"),
    returns=listed("est rentre*, sont rentre*, de retour, est revenu*, sont revenu*, ont regagne, a regagne"),
    departures=listed(
        """
        quitte*, a quitte, ont quitte, est parti*, sont parti*, parti ce, s en va, s est envole*, ceremonie d adieu
        ceremonie de depart, avant de partir, au depart du, du depart de, se dirigeait vers la frontiere
        se dirigeaient vers la frontiere, se dirige vers la frontiere, se dirigent vers la frontiere, au depart de l
        en route vers la frontiere, a pris le chemin du retour, ont pris le chemin du retour
        """
    ),
    number_words={
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "sept": 7,
        "huit": 8,
        "neuf": 9,
        "dix": 10,
        "onze": 11,
        "douze": 12,
        "treize": 13,
        "quatorze": 14,
        "quinze": 15,
        "seize": 16,
        "vingt": 20,
        "vingts": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "septante": 70,
        "huitante": 80,
        "octante": 80,
        "nonante": 90,
        "cent": 100,
        "cents": 100,
        "mille": 1000,
        "million": 1000000,
        "millions": 1000000,
        "milliard": 1000000000,
        "milliards": 1000000000,
    },
    abstract_words=words_of(
        """
        affirme agence ajoute annonce assure declare disent dit dite egalement estime etat explique indique
        media medias montre montrent notamment officiel officielle precise presse publie rapporte selon
        souligne
        """
    ),
    person_titles=PERSON_TITLES,
    role_headings={
        "fact": listed("Les faits, Le récit, Ce que l’on sait"),
        "declarations": listed("Les explications, Les déclarations, Les précisions apportées"),
        "reactions": listed("Les réactions, Les inquiétudes et les réactions, Les regards extérieurs"),
        "context": listed("Le contexte, Les antécédents, Retour en arrière, L’arrière-plan"),
        "next": listed("La suite, Et maintenant, Les prochaines étapes, Ce qui est attendu"),
    },
    essentials_heading="L’essentiel",
    dates_heading="Les dates clés",
    people_heading="Qui est qui",
    questions_heading="Questions et réponses",
    questions={
        "what": "Que s’est-il passé\u202f?",
        "who": "Qui\u202f?",
        "when": "Quand\u202f?",
        "how-many": "Combien\u202f?",
        "next": "Et ensuite\u202f?",
    },
    colon="\u00a0: ",
)
