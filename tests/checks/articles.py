"""A whole article of our own writing, as a local newsroom would file it."""

from __future__ import annotations

from typing import Final

from assistant.model import Article

FERRY: Final = Article(
    language="fr",
    keyphrase="bac de Kerlann",
    synonyms=("traversée de l’Odet",),
    title="Bac de Kerlann : la traversée reprend après trois mois d’arrêt",
    description=(
        "Le bac de Kerlann reprend ses rotations lundi, après trois mois de réparations. Horaires, tarifs et accès : "
        "ce qui change pour les habitués."
    ),
    slug="bac-de-kerlann-reprise",
    author="Nolwenn Quéré",
    published="2026-06-12T18:30:00+02:00",
    image="https://journal.example/bac-de-kerlann.jpg",
    image_alternative="Le bac de Kerlann à quai, vu de la rive gauche",
    markdown="""# Bac de Kerlann : la traversée reprend après trois mois d’arrêt

Le bac de Kerlann reprend ses rotations lundi matin, après trois mois d’arrêt. La mairie l’a annoncé vendredi devant \
une cinquantaine d’habitants réunis à la salle des fêtes.

## Le bac de Kerlann sort du chantier

Le bateau était à quai depuis le 4 mars. Ce jour-là, un contrôle avait montré des fissures dans la coque. Toutefois, \
le chantier n’a commencé qu’en avril, faute de pièces.

« Nous avons changé douze mètres de tôle », explique Yann Le Dantec, le chef mécanicien. Son équipe a aussi remplacé \
les deux moteurs. En outre, elle a repeint la cabine.

La facture du bac de Kerlann atteint 412 000 euros. Le département en paie la moitié, la région un quart. \
En revanche, la commune a dû emprunter pour régler le reste.

## Des horaires plus larges

Le premier départ aura lieu à 6 h 30, une demi-heure plus tôt qu’avant. Ainsi, les ouvriers de la conserverie \
pourront prendre leur poste à sept heures. Le dernier retour passe à 20 h 15.

Le passage du bac de Kerlann reste gratuit pour les piétons et les cyclistes. Par contre, les voitures paieront \
désormais 2,50 euros, contre 2 euros jusqu’ici. Les abonnés gardent leur ancien tarif jusqu’en décembre.

### Un accès refait rive gauche

La cale de la rive gauche a changé de visage. Une rampe remplace les marches, et un abri protège la file d’attente. \
De plus, deux places sont réservées aux personnes à mobilité réduite.

## Traversée de l’Odet : les riverains restent prudents

Sur le port, le retour du bac de Kerlann soulage les commerçants. « J’ai perdu un tiers de mes clients ce \
printemps », raconte Maëlle Floc’h, qui tient le café du passage. Cependant, elle attend l’été pour se réjouir.

D’autres habitants demandent un second bateau. En effet, une seule panne suffit à couper les deux rives. La maire, \
Soizic Kervella, promet une étude avant la fin de l’année. Elle rappelle pourtant que le budget est serré.

## Ce qui se passera en cas de tempête

Le bac de Kerlann s’arrêtera dès que le vent dépassera 80 kilomètres à l’heure. Dans ce cas, un car partira de \
la place de l’église toutes les quarante minutes. La mairie enverra l’alerte par message aux 630 inscrits.
""",
)


HALL: Final = Article(
    language="fr",
    keyphrase="halle de Trévern",
    title="Halle de Trévern : les travaux commencent lundi",
    description="La halle de Trévern ferme pour quatorze mois.",
    slug="halle-trevern-travaux",
    markdown="""La halle de Trévern ferme lundi pour quatorze mois de travaux. La charpente de 1892 sera démontée \
pièce par pièce.

Les trente-deux commerçants s’installent sur la place des Ormes. Ils y resteront jusqu’à l’automne suivant. La commune \
a loué des tentes chauffées et des sanitaires.

Le chantier coûte quatre millions d’euros. La région en paie la moitié. Le reste vient d’un emprunt sur vingt ans.

La halle de Trévern rouvrira avec un ascenseur et une salle pour les associations. Les pompiers avaient demandé une \
seconde sortie. Elle donnera sur la rue du Four.

Des habitants regrettent la disparition du vieux pavage. Une partie sera replacée devant la fontaine. La halle de \
Trévern garde aussi ses vitraux.
""",
)
"""Nothing in it that the reference is known to count wrongly: no heading, no quotation, no abbreviation."""

RIVER_BRIDGE: Final = Article(
    language="fr",
    keyphrase="pont de Lanvaux",
    title="Pont de Lanvaux : la circulation reprend",
    markdown="""## Le pont de Lanvaux rouvre

Le pont de Lanvaux rouvre mardi, a annoncé M. Le Goff. Le chantier a coûté 412 000 euros.

## Les habitants attendent

« Enfin ! », a lancé une riveraine. Le pont était fermé depuis le 3 mars.Les bus reprennent leur trajet.
""",
)
"""All that the reference is known to count wrongly, in a few lines."""
