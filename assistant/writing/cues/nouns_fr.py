"""Longer lists of French words, kept apart from the cues that use them."""

from __future__ import annotations

from typing import Final

from assistant.writing.cues.story_cues import listed, words_of

PHRASE_STOPS: Final = words_of(
    """
    pourront pouvaient devaient pouvait devait quant voici voila grace faute suite face pourtant cependant toutefois
    neanmoins ensuite enfin
    egalement actuellement recemment seulement rapidement largement efficacement publiquement immediatement
    officiellement exactement directement desormais vraiment simplement fortement nettement progressivement
    probablement finalement uniquement totalement completement precisement regulierement particulierement
    principalement entierement legerement gravement lourdement massivement clairement rarement definitivement
    temporairement provisoirement gratuitement facilement difficilement notablement suffisamment constamment
    a afin ai aient ainsi ait alors apres as auquel aura auraient aurait auront aussi avaient avait avant
    avez avoir avons ayant bien c ca car cela celle celles celui ceux comme deja devraient devrait doit
    doivent donc dont duquel elle elles encore environ est et etaient etait etant ete etre eu faire
    faisaient faisait fait font furent fut ici il ils jamais je laquelle lequel lesquelles lesquels leur
    leurs lors lorsqu lorsque lui m ma mais malgre me meme mes mon n ne ni non nos notamment notre nous on
    ont or ou pas peut peuvent plus pourraient pourrait puisque qu quand que qui quoi s sa se selon sera
    seraient serait seront ses si soient soit son sont t tandis te toujours tous tout toute toutes tres tu
    va veulent veut vont vos votre vous y
    """
)

VAGUE_NOUNS: Final = words_of(
    """
    agence agences ajout annee annees article autre autres cadre cas cause chose choses cote cours debut
    dimanche effet ensemble euro euros exemple facon fait fin fois heure heures homologue image images
    jeudi jour journal jours kilometre kilometres lieu long longue lors lundi maniere mardi media medias
    mercredi metre metres milieu million millions minute minutes mois moment moments nombre occasion
    officiels page part partie parties parts perspective photo photos place plupart point points
    possibilite presse raison responsable responsables reste samedi semaine semaines site sorte suite
    texte titre type vendredi video
    gare region ville capitale frontiere promenade campus village commune quartier rue departement province
    pere mere fils fille frere soeur etranger nom pied pieds derniere dernier premiere premier zone zones
    commission sources long longs
    exception opportunite occasion issue dizaine dizaines quinzaine centaine centaines millier milliers proche
    proches symbole entree cap sujet sujets mot mots rang rangs source sources quantite entourage
    syndicat association entreprise societe mairie prefecture ministere gouvernement equipe groupe federation
    union conseil municipalite universite orchestre
    """
)

EVENT_NOUNS: Final = words_of(
    """
    accident accord accueil achat aide aides alerte alliance appel arrivee attaque avenir baisse bilan
    budget cadeau cadeaux calendrier campagne ceremonie chantier choix concert concours conditions conflit
    construction cooperation coupure cout couts crainte craintes crise critique critiques debat decouverte
    defaite demande demandes depart discussion discussions echange echanges election elections emploi
    emplois enjeu enjeux enquete entente essais etape etapes etude exposition fermeture festival financement
    greve guerre hausse incendie inondation inondations invasion invitation jugement liens livraison
    livraisons loi lutte manifestation match menace menaces mesure mesures negociation negociations
    ouverture panne peine plainte plan pourparlers priorite priorites prix proces production projet promesse
    promesses recherche reforme relation relations rencontre renovation reponse resultat resultats retour
    reunion risque risques role saison sanction sanctions sauvetage secheresse secours sommet soutien
    tempete tournee travaux treve vente victoire visite vote voyage
    """
)

PERSON_TITLES: Final = listed(
    """
    president, presidente, ministre, maire, directeur, directrice, dirigeant, dirigeante, leader
    gouverneur, prefet, prefete, depute, deputee, senateur, senatrice, porte parole, conseiller
    conseillere, adjoint, adjointe, secretaire, responsable, chef, cheffe, roi, reine, professeur
    professeure, chercheur, chercheuse, avocat, avocate, procureur, procureure, commandant, general
    capitaine, entraineur, entraineuse, fondateur, fondatrice, gerant, gerante, homologue, economiste
    medecin, infirmiere, agriculteur, agricultrice, habitant, habitante, riverain, riveraine, artisan
    coordinatrice, coordinateur, architecte, conservateur, conservatrice, historien, historienne, gardien
    gardienne, ecrivain, ecrivaine, juge, colonel, lieutenant, vice president, vice presidente, premier ministre
    premiere ministre, chanteur, chanteuse, realisateur, realisatrice, cineaste, patron, patronne, pdg
    delegue, deleguee, porte parole, ingenieur, ingenieure, sociologue, biologiste, skippeur, skippeuse
    navigateur, navigatrice, proviseur, proviseure, recteur, rectrice, magistrat, magistrate, enseignant
    enseignante, artiste, romancier, romanciere, paysagiste, couturier, couturiere, cheffe d entreprise
    """
)
