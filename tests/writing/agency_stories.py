"""Two invented stories, each told by three invented agencies, every sentence labelled by hand with its fact.

A label is a word before the bar. A sentence that tells a labelled fact and a new number, name or date has a label of
its own: to leave it out would lose something.
"""

from __future__ import annotations

from assistant.model import Block, Draft, Source

DAM = (
    """
    evacuated | Les 4 200 habitants de la vallée de l’Ambre ont fui lundi soir une brèche dans le barrage de Coulvert.
    rain | Il était tombé 190 millimètres de pluie en deux jours sur le massif des Aigues.
    breach | La brèche, longue de douze mètres, s’est ouverte peu après 18 heures sur le flanc est de l’ouvrage.
    prefect | « Personne ne rentre chez soi avant notre feu vert », a déclaré le préfet Alain Morvan.
    shelter | Deux gymnases et un lycée de Saint-Berthin accueillent les familles pour la nuit.
    helicopters | Trois hélicoptères de la gendarmerie survolent la zone pour repérer les personnes isolées.
    operator | L’exploitant Hydrama a ouvert toutes les vannes afin de faire baisser le niveau du lac.
    inquiry | Le parquet de Saint-Berthin a ouvert une enquête pour mise en danger de la vie d’autrui.
    built | Le barrage de Coulvert a été mis en service en 1957 et retient 31 millions de mètres cubes d’eau.
    audit | Un audit remis en mars recommandait de renforcer le flanc est avant l’hiver.
    trains | La circulation des trains est interrompue entre Saint-Berthin et Lorme jusqu’à nouvel ordre.
    minister | La ministre de la Transition écologique, Carole Jaubert, se rendra sur place mardi matin.
    """,
    """
    evacuated | La brèche du barrage de Coulvert a chassé 4 200 habitants de la vallée lundi soir, dit l’agence Norda.
    rain | Le massif des Aigues a reçu 190 millimètres de pluie en deux jours, selon les services météorologiques.
    breach | C’est sur le flanc est de l’ouvrage que la brèche de douze mètres s’est ouverte, peu après 18 heures.
    shelter | Les familles passent la nuit dans deux gymnases et un lycée de Saint-Berthin.
    mayor | La maire de Lorme, Odile Sarrazin, a demandé aux habitants de couper le gaz avant de partir.
    operator | Toutes les vannes ont été ouvertes par l’exploitant Hydrama pour faire baisser le niveau du lac.
    level | Le niveau du lac avait baissé de 80 centimètres à minuit.
    inquiry | Une enquête pour mise en danger de la vie d’autrui a été ouverte par le parquet de Saint-Berthin.
    union | Le syndicat des agents d’Hydrama affirme avoir alerté sa direction à trois reprises.
    built | Mis en service en 1957, le barrage de Coulvert retient 31 millions de mètres cubes.
    farmers | Une centaine de vaches ont été déplacées vers les hauteurs par les éleveurs.
    minister | Carole Jaubert, ministre de la Transition écologique, est attendue sur place mardi matin.
    """,
    """
    prefect | Le préfet Alain Morvan a prévenu : « Personne ne rentre chez soi avant notre feu vert. »
    audit | Le renforcement du flanc est avant l’hiver était recommandé par un audit remis en mars.
    trains | Entre Saint-Berthin et Lorme, les trains sont interrompus jusqu’à nouvel ordre.
    schools | Les écoles de neuf communes resteront fermées mardi.
    helicopters | Pour repérer les personnes isolées, trois hélicoptères de la gendarmerie survolent la zone.
    injured | Un agent d’Hydrama, légèrement blessé à la main, a été hospitalisé à Lorme.
    rebuilt | Hydrama estime à 45 millions d’euros le coût de la réparation du barrage.
    insurers | Les assureurs de la région ont ouvert un numéro d’appel pour les sinistrés.
    opposition | L’opposition régionale réclame la démission du président d’Hydrama, Bruno Castel.
    firemen | Deux cent soixante pompiers venus de quatre départements sont mobilisés.
    water | L’eau du robinet ne doit pas être bue dans la vallée, prévient l’agence de santé.
    evacuated | Lundi soir, 4 200 habitants de la vallée ont quitté leur maison à cause du barrage de Coulvert.
    """,
)

CUP = (
    """
    won | Le voilier Alizé a remporté samedi la coupe des Trois-Îles avec 14 minutes d’avance sur son rival Borée.
    skipper | Sa skippeuse, Maïwenn Le Goas, devient à 24 ans la plus jeune lauréate de l’épreuve.
    wind | Des rafales de 90 kilomètres à l’heure ont obligé onze équipages à abandonner.
    mast | Le favori Tramontane a perdu son mât vendredi au large de l’île Grise.
    rescued | Ses quatre marins ont été secourus par le canot de sauvetage de Port-Haliguet.
    money | La gagnante reçoit un chèque de 60 000 euros, qu’elle partagera avec son équipage.
    quote | « J’ai cru dix fois que nous allions chavirer », a raconté Maïwenn Le Goas à son arrivée.
    crowd | Près de 15 000 spectateurs attendaient les bateaux sur les quais de Kerdrel.
    history | La coupe des Trois-Îles a été créée en 1931 par deux armateurs de Kerdrel.
    protest | L’équipage de Borée a déposé une réclamation pour un virage trop serré à la dernière bouée.
    next | La prochaine édition partira de Lannec le 12 septembre 2027.
    sponsor | Le principal mécène, la biscuiterie Penhoël, se retirera après trente ans de soutien.
    """,
    """
    won | Alizé a gagné samedi la coupe des Trois-Îles, devançant son rival Borée de 14 minutes.
    skipper | À 24 ans, Maïwenn Le Goas est la plus jeune lauréate de l’épreuve.
    wind | Onze équipages ont dû abandonner à cause de rafales de 90 kilomètres à l’heure.
    mast | Vendredi, Tramontane, le favori, a démâté au large de l’île Grise.
    rescued | Le canot de sauvetage de Port-Haliguet a secouru ses quatre marins.
    injured | L’un des marins souffre d’une fracture du poignet.
    crowd | Sur les quais de Kerdrel, ils étaient près de 15 000 spectateurs à attendre les bateaux.
    protest | Borée a déposé une réclamation : un virage aurait été trop serré à la dernière bouée.
    jury | Le jury rendra sa décision lundi à 10 heures.
    women | Trois femmes seulement ont remporté la coupe depuis sa création.
    sponsor | La biscuiterie Penhoël, principal mécène, se retirera après trente ans de soutien.
    boat | Long de douze mètres, Alizé a été construit à Lannec en 2019.
    """,
    """
    won | La coupe des Trois-Îles a été remportée samedi par Alizé, 14 minutes devant Borée.
    quote | À son arrivée, Maïwenn Le Goas a confié : « J’ai cru dix fois que nous allions chavirer. »
    money | Un chèque de 60 000 euros récompense la gagnante, qui le partagera avec son équipage.
    history | Deux armateurs de Kerdrel ont créé la coupe des Trois-Îles en 1931.
    next | L’édition prochaine partira le 12 septembre 2027 de Lannec.
    jury | La décision du jury est attendue lundi à 10 heures.
    mayor | Le maire de Kerdrel, Yann Tanguy, promet une digue plus haute avant l’été.
    second | Borée, mené par l’Irlandais Colm Daly, participait pour la neuvième fois.
    weather | Une accalmie est prévue à partir de mardi sur les trois îles.
    rivals | Daly avait gagné les deux éditions précédentes, en 2022 et en 2024.
    bars | Les cafés du port sont restés ouverts jusqu’à 4 heures du matin.
    safety | Les organisateurs étudient l’obligation d’une balise pour chaque marin.
    """,
)
STORIES = (DAM, CUP)


def labelled(telling: str) -> tuple[tuple[str, str], ...]:
    """The labels and sentences of one agency, in order."""
    lines = [line.strip().split(" | ", 1) for line in telling.strip().splitlines()]
    return tuple((label, text) for label, text in lines)


def story_draft(story: tuple[str, ...]) -> Draft:
    """A draft of the three agencies, two sentences a paragraph."""
    sources = []
    for number, telling in enumerate(story):
        texts = [text for _, text in labelled(telling)]
        blocks = tuple(Block("paragraph", " ".join(texts[place : place + 2])) for place in range(0, len(texts), 2))
        sources.append(Source(f"agency-{number}", f"{number}.txt", "", "fr", None, None, blocks))
    return Draft("draft", "fr", tuple(sources))
