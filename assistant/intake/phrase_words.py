"""Small and empty words by which phrases are told apart, folded; French and English together where they can be."""

from __future__ import annotations

from typing import Final

from assistant.lang.pack import word_set

NAME_JOINTS: Final = word_set(
    """
    de du des d la le of the von van bin ben al el di da y and et sur
    """
)
PHRASE_JOINTS: Final = word_set(
    """
    de du des d en a au aux l la of in for to on the
    """
)
INTRODUCERS: Final = word_set(
    """
    le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs notre nos votre vos en deux
    trois quatre cinq six sept huit neuf dix plusieurs quelques chaque par pour sur sous sans avec the a an
    of this that these those its his her their our in on for with by two three four five six seven eight nine
    ten several from to
    """
)
# Words that only the capitals of an English headline put into a name: "Cells That Taste", "Unite With Ann Calder".
NEVER_NAMES: Final = word_set(
    """
    that with for from and or but in at by as into after before when while than this these those what why how if
    """
)
EMPTY_WORDS: Final[dict[str, frozenset[str]]] = {
    "fr": word_set(
    """
    ete aujourd hui hier demain ici ailleurs
    an ans annee annees jour jours semaine semaines mois heure heures minute minutes fois temps moment
    moments fin debut soir matin nuit cours suite part parts cas facon maniere sorte type nombre partie
    parties chose choses point points place niveau rapport sein lors premier premiere premiers premieres
    dernier derniere derniers dernieres nouveau nouvelle nouveaux nouvelles grand grande grands grandes petit
    petite autre meme plus moins environ pays monde gens personne personnes homme hommes femme femmes selon
    agence media medias porte-parole deux trois quatre cinq six sept huit neuf dix cent mille million
    millions milliard milliards euro euros dollar dollars kilometre kilometres oeuvre effet outre titre
    exemple question questions situation fait faits raison raisons mise avoir etre mars
    """
),
    "en": word_set(
    """
    year years day days week weeks month months hour hours minute minutes time times moment end start night
    morning evening today yesterday way ways part parts case kind sort type number thing things point points
    place level lot people man men woman women first last new old great big small other same more less
    country world one two three four five six seven eight nine ten hundred thousand million billion percent
    dollar dollars mile miles mr mrs ms dr fact reason reasons example question
    """
),
}  # fmt: skip
