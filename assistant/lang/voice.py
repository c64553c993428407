"""The words that make a verb passive, by article language. Words are lower case, with composed accents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from assistant.lang.pack import word_set


@dataclass(frozen=True, slots=True)
class PassiveWords:
    """How the passive of one language is recognised: a form of *to be*, words in between, a participle."""

    be: frozenset[str]
    """Forms of *to be* that make a passive on their own: `est`, `was`."""
    been: frozenset[str]
    """Participles of *to be* that make one after a form of *to have* only; empty where `be` holds them."""
    have: frozenset[str]
    reflexives: frozenset[str]
    """Pronouns before a form of *to be* that make the verb pronominal: `se sont rencontrés`."""
    doubled_reflexives: frozenset[str]
    """Pronouns that do so only when they follow themselves: `nous nous sommes rendus`."""
    before_nouns: frozenset[str]
    """Words after which a form of *to be* is none: `l'est`."""
    subjects: frozenset[str]
    """What may be hooked to the verb by a hyphen: `a-t-il été`."""
    between: frozenset[str]
    """Adverbs and negations that may stand between verb and participle."""
    between_endings: tuple[str, ...]
    """Endings of such adverbs."""
    intensifiers: frozenset[str]
    """Adverbs of degree: the participle behind one is an adjective, unless an agent follows."""
    locutions: tuple[tuple[str, ...], ...]
    """Phrases that may stand in between: `à nouveau`."""
    participle_endings: tuple[str, ...]
    participles: frozenset[str]
    """Participles without one of those endings, in all their forms."""
    adjectives: frozenset[str]
    """What looks like a participle and is an adjective or a noun."""
    states: frozenset[str]
    """Participles that tell a state after a simple form of *to be*, unless an agent follows."""
    intransitives: frozenset[str]
    """Participles of verbs whose compound past is made with *to be*, after a simple form of it."""
    set_phrases: frozenset[tuple[str, str]]
    """Form of *to be* and participle that together are another word: `étant donné`."""
    agents: frozenset[str]
    """What leads to the agent: `par`, `by`."""


def _inflected(text: str) -> frozenset[str]:
    """Return French participles with their feminine and plural."""
    return frozenset(form for word in text.split() for form in _french_forms(word))


def _french_forms(word: str) -> Iterable[str]:
    yield word
    stem = {"dû": "du", "mû": "mu", "dissous": "dissout", "absous": "absout"}.get(word, word)
    yield from (f"{stem}e", f"{stem}es")
    if not word.endswith("s"):
        yield f"{stem}s"


FRENCH: Final = PassiveWords(
    be=word_set("""
        suis es est sommes êtes sont étais était étions étiez étaient serai seras sera serons serez seront serais serait
        serions seriez seraient fus fut fûmes fûtes furent sois soit soyons soyez soient fût fussent être étant
        """),
    been=word_set("été"),
    have=word_set("""
        ai as a avons avez ont avais avait avions aviez avaient aurai auras aura aurons aurez auront aurais aurait
        aurions auriez auraient eus eut eûmes eûtes eurent aie ait ayons ayez aient eût eussent avoir ayant
        """),
    reflexives=word_set("se s me m te t"),
    doubled_reflexives=word_set("nous vous"),
    before_nouns=word_set("l d nord sud"),
    subjects=word_set("il elle ils elles on je tu nous vous t ce"),
    between=word_set("""
        pas plus jamais point guère rien encore déjà bien mal toujours souvent parfois aussi ensuite alors ainsi donc
        désormais aujourd'hui aujourd hui hier demain depuis tôt tard vite enfin même tous toutes tout toute deux trois
        quatre chacun chacune ni peut-être eux elles mêmes lui-même presque quasi quelque environ maintenant autant
        longtemps naguère jadis bientôt aussitôt d'abord pourtant cependant toutefois notamment également surtout ici
        là partout lundi mardi mercredi jeudi vendredi samedi dimanche matin soir soit seul seule seuls seules non
        seulement mieux autrefois sitôt récemment plusieurs fois dernièrement dehors
        """),
    between_endings=("ment",),
    intensifiers=word_set("très trop si assez tellement plutôt peu fort moins extrêmement particulièrement"),
    locutions=tuple(
        tuple(phrase.split())
        for phrase in (
            "à nouveau",
            "de nouveau",
            "en effet",
            "par ailleurs",
            "en outre",
            "en partie",
            "en grande partie",
            "à peine",
            "tout à fait",
            "d abord",
            "tout d abord",
            "dans un premier temps",
            "dans un second temps",
            "en ce moment",
            "pour l instant",
            "pour le moment",
            "à ce jour",
            "jusqu à présent",
            "jusqu ici",
            "à son tour",
            "à leur tour",
            "sans cesse",
            "une fois de plus",
            "une nouvelle fois",
            "une première fois",
            "à plusieurs reprises",
            "à deux reprises",
            "pour la première fois",
            "pour la plupart",
            "en même temps",
            "dans la nuit",
            "dans la matinée",
            "dans la soirée",
            "dans l après midi",
            "le plus souvent",
            "par la suite",
            "en revanche",
            "au contraire",
            "à la fois",
            "sur place",
            "sur le champ",
            "à tort",
            "en vain",
            "d ores et",
            "de fait",
            "en fait",
            "en urgence",
            "de force",
            "d office",
            "eux mêmes",
            "elles mêmes",
            "lui même",
            "elle même",
            "au moins",
            "au total",
            "les uns et les autres",
            "l un et l autre",
            "ce matin",
            "ce soir",
            "d ailleurs",
            "par exemple",
            "à l avance",
            "dès le début",
            "dès lors",
            "peut être",
            "aujourd hui",
            "peu à peu",
            "un jour",
            "tour à tour",
            "plus tard",
            "à temps",
            "au préalable",
            "à l unanimité",
            "en direct",
        )
    ),
    participle_endings=("é", "ée", "és", "ées"),
    participles=_inflected("""
        fini choisi saisi réuni averti investi blanchi nourri puni établi rétabli rempli fourni garanti accompli démoli
        envahi accueilli recueilli servi suivi poursuivi trahi franchi élargi bâti rebâti ralenti aboli banni converti
        affaibli enrichi agrandi approfondi assorti assaini durci défini embelli englouti enfoui enseveli haï infléchi
        noirci obscurci raccourci raidi rafraîchi refroidi réparti réussi sali subi terni unifié anéanti applaudi
        épaissi grossi muni muni racorni vomi cueilli élu réélu lu relu vu revu reçu perçu conçu aperçu vendu revendu
        rendu perdu entendu attendu défendu suspendu étendu répandu mordu tordu fondu confondu pendu battu abattu
        combattu vaincu reconnu connu tenu retenu maintenu soutenu détenu obtenu contenu prévenu convenu entretenu vêtu
        pourvu prévu résolu dissous absous voulu dû mû bu cru secouru parcouru rompu interrompu corrompu cousu exclu
        conclu inclus reclus mis remis promis permis admis commis soumis transmis compromis omis démis émis pris repris
        appris compris surpris entrepris acquis conquis requis fait refait défait dit redit contredit interdit prédit
        écrit décrit inscrit prescrit proscrit souscrit transcrit réécrit conduit reconduit construit reconstruit
        détruit produit reproduit réduit introduit traduit séduit instruit déduit enduit cuit extrait soustrait abstrait
        distrait retrait ouvert rouvert couvert recouvert découvert offert peint repeint atteint éteint craint contraint
        plaint rejoint joint adjoint astreint restreint enfreint dépeint ceint feint teint clos élucidé endommagé
        """),
    adjectives=_inflected("""
        âgé situé satisfait doué aisé sensé censé supposé désolé réputé persuadé convaincu passionné carré privé isolé
        éloigné avancé élevé illimité inachevé inchangé inattendu inédit inconnu inoccupé inhabité imprévu démesuré
        modéré fortuné spécialisé expérimenté qualifié dévoué zélé déterminé motivé habitué opposé hésité étonné
        député salarié retraité employé délégué réfugié allié associé invité café degré abbé curé préjugé marié divorcé
        pressé fatigué épuisé malgré côté moitié musée lycée année journée soirée entrée armée idée durée arrivée
        santé sécurité majorité minorité priorité réalité vérité qualité unité autorité collectivité université
        gratuité activité volonté société liberté égalité beauté cité clé pré blé été thé pitié amitié karaté
        """),
    states=_inflected("""
        basé composé constitué lié dédié connecté concentré peuplé préoccupé intéressé inquiété concerné obligé engagé
        installé blessé armé équipé doté motivé endetté entouré bordé adapté destiné consacré orienté axé centré fondé
        implanté serré partagé mitigé contrasté bloqué saturé limité connu couvert ouvert tenu assis rempli vêtu dévasté
        divisé
        """),
    intransitives=_inflected("""
        allé arrivé entré rentré tombé retombé resté passé repassé monté remonté retourné né décédé mort parti reparti
        sorti ressorti venu devenu redevenu revenu parvenu intervenu survenu provenu advenu descendu redescendu apparu
        disparu réapparu éclos demeuré accouru
        """),
    set_phrases=frozenset({("étant", "donné"), ("étant", "entendu")}),
    agents=word_set("par"),
)

ENGLISH: Final = PassiveWords(
    be=word_set("am is are was were be been being isn't aren't wasn't weren't isn aren wasn weren"),
    been=frozenset(),
    have=frozenset(),
    reflexives=frozenset(),
    doubled_reflexives=frozenset(),
    before_nouns=frozenset(),
    subjects=word_set("he she it they we i you there"),
    between=word_set("""
        not never yet already also just now then still since often always ever even ever all both each soon later again
        he she it they we once long twice first finally t there being been be thus therefore however further sometimes
        today yesterday tomorrow together largely much well ill better best half
        """),
    between_endings=("ly",),
    intensifiers=word_set("very too so quite rather extremely highly really deeply"),
    locutions=tuple(
        tuple(phrase.split())
        for phrase in (
            "at last",
            "at first",
            "in fact",
            "of course",
            "for now",
            "so far",
            "once more",
            "in part",
            "by now",
            "for example",
            "to date",
            "at the time",
            "at once",
            "in turn",
            "for the first time",
            "on the spot",
        )
    ),
    participle_endings=("ed",),
    participles=word_set("""
        done made taken given seen known built rebuilt held found told said sent sold paid lost won shot hit put set cut
        shut read written rewritten broken chosen driven drawn thrown shown grown stolen spoken frozen hidden forgotten
        forgiven forbidden eaten beaten bitten torn worn sworn born borne brought bought caught taught thought fought
        sought kept met led fed bred laid left lent spent bent meant dealt felt heard understood withdrawn overthrown
        undertaken mistaken shaken woken bound ground wound hung struck stuck sung rung begun run overrun split spread
        hurt cast broadcast forecast upheld withheld misled overcome lit slain proven quit rid sunk
        """)
    - word_set("born"),
    adjectives=word_set("""
        interested tired pleased excited worried scared bored married divorced retired delighted determined supposed
        concerned convinced experienced talented gifted crowded aged naked sacred wicked hundred indeed need speed seed
        red bed shed feed deed weed breed greed exceed proceed succeed unchanged unexpected unprecedented unemployed
        limited located situated ashamed dedicated committed opposed used biased relaxed satisfied
        """),
    states=word_set("based involved linked related"),
    intransitives=word_set("arrived retired finished departed"),
    set_phrases=frozenset({("be", "damned")}),
    agents=word_set("by"),
)
