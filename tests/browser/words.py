"""A source text for the journeys: dirty as a paste, with its request glued on. Written for these tests."""

REQUEST = "Make this article seo compatible, let there be subheadings, be in french, create at least 300 words"

TITLE = "Brélaz : la bibliothèque municipale rouvre avec deux fois plus de places"

SOURCE = f"""\
{REQUEST}\
Le maire de Brélaz, Antoine Vasseur, a inauguré samedi 7 février la nouvelle \
bibliothèque municipale, après vingt mois de travaux.Le bâtiment de la rue des Tanneurs offre désormais 240 places de \
lecture, deux fois plus qu’avant le chantier.

Le projet a coûté 5,6 millions d’euros, financés à 60 % par la ville et à 40 % par la région. L’architecte, Nora \
Sellami, a conservé la façade de 1911 et ajouté un étage en bois.

Photo : la salle de lecture, samedi. (Marc Ovide / Le Courrier de Brélaz)

« Nous voulions un lieu où l’on reste, pas seulement un lieu où l’on emprunte », a déclaré Antoine Vasseur. La \
directrice, Inès Carbonnel, a précisé que les horaires passeraient de 28 à 42 heures par semaine, avec une ouverture \
le dimanche après-midi.

Selon la mairie, la fréquentation devrait atteindre 180 000 visites par an, contre 110 000 en 2023. Trois postes ont \
été créés pour assurer l’accueil.

L’association des parents d’élèves se dit satisfaite, mais elle regrette l’absence de navette. « Les familles des \
hauts de Brélaz devront encore prendre la voiture », souligne sa présidente, Léa Mounier.

L’ancienne bibliothèque, ouverte en 1978 dans un garage, avait fermé en juin 2024 après un dégât des eaux. Environ \
9 000 livres avaient été perdus ce jour-là.

Un second espace, consacré aux archives, doit ouvrir en septembre. Le conseil municipal votera son budget le 12 mars.

Ce site utilise des cookies. En poursuivant votre navigation, vous acceptez leur utilisation.
Laisser un commentaire
Votre adresse e-mail ne sera pas publiée.
"""
