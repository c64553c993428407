"""French."""

from typing import Final

from assistant.lang.pack import LanguagePack, word_set

PACK: Final = LanguagePack(
    code="fr",
    function_words=word_set("""
        le la les l un une des du de d au aux à a et ou où mais donc or ni car que qu qui quoi dont lequel laquelle
        lesquels lesquelles auquel auxquels duquel desquels ce c cet cette ces cela ça ceci celui celle ceux celles
        je j tu il elle on nous vous ils elles me m te t se s lui leur leurs y en moi toi soi eux
        mon ma mes ton ta tes son sa ses notre nos votre vos
        ne n pas plus jamais rien aucun aucune ni point
        dans par pour sur sous avec sans chez vers entre parmi depuis pendant avant après contre selon lors dès
        jusque jusqu malgré sauf outre envers comme si quand lorsque lorsqu puisque puisqu quoique
        est sont était étaient être été étant sera seront serait seraient soit soient fut furent
        ai as avons avez ont avait avaient avoir eu ayant aura auront aurait auraient ait aient
        fait font faire aussi très bien même tout toute tous toutes autre autres encore déjà alors ainsi
        y-compris afin tandis alors quelque quelques plusieurs chaque tel telle tels telles
        """),
    linking_words=word_set("""
        le la les l un une des du de d au aux à a en y
        dans par pour sur sous avec sans chez vers entre parmi depuis pendant avant après contre selon lors dès
        jusque jusqu malgré sauf outre envers via hors
        """),
    elisions=word_set("l d c j m n s t qu jusqu lorsqu puisqu quoiqu quelqu"),
    abbreviations=word_set("""
        m mm mme mmes mlle mlles me mgr dr pr prof st ste sts gal gén cap col lt sgt cdt
        av bd fg art al chap cf ex fig p pp n no nos vol t éd ed env hab tél tel réf ref j jr sr
        janv févr avr juil sept oct nov déc mr mrs s.a s.a.r.l u.s j.-c
        """),
    abbreviations_before_names=word_set(
        "m mm mme mmes mlle mlles me mgr dr pr prof st ste sts stes gal gén cap col lt sgt cdt mr mrs"
    ),
    abbreviations_before_numbers=word_set("art fig p pp n no nos vol t al chap ch éd tél réf ref"),
    plural_endings=(
        ("eaux", "eau"),
        ("yaux", "yau"),
        ("aux", "al"),
        ("eux", "eu"),
        ("oux", "ou"),
        ("ss", "ss"),
        ("s", ""),
    ),
    feminine_endings=(
        ("trice", "teu", 7),
        ("teure", "teu", 7),
        ("euse", "eu", 6),
        ("eure", "eu", 7),
        ("eur", "eu", 5),
        ("elle", "el", 7),
        ("enne", "en", 6),
        ("onne", "on", 6),
        ("anne", "an", 7),
        ("ive", "if", 4),
        ("iere", "ier", 5),
        ("gere", "ger", 6),
        ("chere", "cher", 5),
        ("ale", "al", 6),
        ("ee", "e", 4),
        ("ante", "ant", 7),
        ("ente", "ent", 7),
        ("aise", "ais", 6),
        ("oise", "ois", 6),
        ("ate", "at", 6),
        ("aine", "ain", 6),
        ("ine", "in", 7),
        ("ane", "an", 6),
        ("gnole", "gnol", 8),
        ("eue", "eu", 5),
        ("due", "du", 5),
        ("lue", "lu", 4),
        ("nue", "nu", 6),
    ),
    irregular_forms={"travaux": "travail", "yeux": "oeil"},
    unchanging_words=word_set("paris pays mois fois bois temps corps cours taux faux armee annee"),
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    transitions=(
        "cependant",
        "toutefois",
        "néanmoins",
        "pourtant",
        "en revanche",
        "au contraire",
        "alors que",
        "tandis que",
        "de plus",
        "en outre",
        "par ailleurs",
        "d'ailleurs",
        "ensuite",
        "enfin",
        "tout d'abord",
        "d'abord",
        "puis",
        "en effet",
        "c'est pourquoi",
        "c'est-à-dire",
        "dès lors",
        "en conséquence",
        "par conséquent",
        "ainsi",
        "donc",
        "par exemple",
        "notamment",
        "en somme",
        "bref",
        "finalement",
        "de même",
        "malgré tout",
        "à l'inverse",
        "d'une part … d'autre part",
        "d'un côté … de l'autre",
        "non seulement … mais",
        "soit … soit",
    ),
    generic_headings=frozenset(
        (
            "introduction",
            "conclusion",
            "développement",
            "résumé",
            "partie 1",
            "première partie",
            "titre",
            "sous-titre",
            "intertitre",
        )
    ),
    quotation_marks=("«\u00a0", "\u00a0»"),
)
