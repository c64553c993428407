"""French verbs of the press: the forms of the present by which a clause without an auxiliary shows its verb."""

from __future__ import annotations

from typing import Final

from assistant.writing.cues.story_cues import words_of

# Folded infinitives whose third persons are regular: `annoncer`, `annonce`, `annoncent`.
_REGULAR: Final = words_of(
    """
    abandonner aborder accepter accompagner accorder accuser adopter adresser affecter afficher affirmer affronter
    aggraver aider ajouter alerter alimenter allonger amender amorcer annoncer annuler apaiser apporter apprecier
    approuver arreter arriver assister associer assurer attaquer attirer attribuer augmenter autoriser avancer
    avertir baisser baptiser bloquer boucler bouleverser bousculer briguer briser cacher calmer ceder celebrer cesser
    changer charger chercher chuter circuler clarifier collecter commencer commenter compenser compliquer comporter
    compter concentrer concerner condamner confier confirmer confronter conseiller conserver considerer consacrer
    constater constituer consulter contester continuer contribuer controler convoquer couper couronner couter creer
    creuser critiquer cumuler debarquer debloquer debuter deceder dechirer decider declarer declencher decoller
    decrocher defiler degrader demander demarrer demeurer demissionner denoncer depasser deplacer deplorer deployer
    deposer designer destiner detailler deteriorer devoiler dicter diffuser diminuer diriger discuter
    disposer dissiper distribuer diviser dominer donner doubler douter durer ecarter echapper echouer eclairer eclater
    economiser ecouter edifier effectuer elaborer embaucher emporter encadrer encourager enchainer endommager engager
    enqueter enregistrer entamer entrainer envahir envisager equiper esperer esquiver estimer etudier evacuer
    evaluer eviter evoluer evoquer examiner executer exhorter exiger exister experimenter expliquer exploiter exploser
    exporter exposer exprimer fabriquer faciliter favoriser feliciter fermer feter figurer filmer financer fixer
    flamber fonctionner fonder forcer former frapper freiner froler fusionner gagner garder generer gerer grimper
    guetter habiter hesiter heurter ignorer illustrer immobiliser imposer inaugurer inciter incriminer indiquer
    influencer inquieter insister inspecter inspirer installer intensifier interesser interpeller interroger
    inventer inviter invoquer jouer juger justifier laisser lancer liberer limiter livrer loger lutter
    manifester manquer marquer massacrer mediter menacer mener mesurer meriter miser mobiliser moderniser
    modifier monter montrer motiver multiplier negocier nommer noter nuancer obliger observer occuper offenser operer
    opposer ordonner organiser orienter oublier pallier paralyser parier parler partager participer passer patienter
    peiner penaliser penser percuter perturber peser piloter placer plaider planter pleurer plonger pointer porter
    poser posseder pousser precipiter preciser preconiser preferer preparer presenter presider preserver presser
    priver privilegier proceder proclamer profiter programmer progresser prohiber projeter prolonger proner proposer
    proteger protester prouver provoquer publier quitter raconter rallier ramener ranger rappeler rapporter rassembler
    rassurer ratifier rattraper ravager realiser rebaptiser rechercher recolter recommander recompenser reclamer
    recruter reculer recuperer recuser redemarrer redouter refleter refuser regagner regarder regler regretter
    reinventer relancer relever relier remarquer rembourser remercier remonter remplacer remporter rencontrer renforcer
    renoncer renouveler renseigner rentrer renverser repasser reporter reposer representer reprocher reserver resider
    resister respecter ressembler restaurer rester retarder retirer retrouver reveler revendiquer riposter risquer
    rythmer sacrifier saluer sanctionner sauver savourer securiser sejourner sembler signaler signer simplifier
    solliciter sombrer sonner souhaiter soulager soulever souligner soupconner stagner stimuler stopper subventionner
    succeder suggerer superviser supprimer surmonter surplomber surveiller survoler susciter suspecter
    tabler tarder temoigner tenter terminer tirer tomber toucher tourner tracer trainer traiter transferer transformer
    transporter travailler traverser triompher tripler trouver tuer utiliser vanter varier veiller verser viser
    visiter voler voter
    """
)
# Folded third persons, singular and plural, of the others.
_IRREGULAR: Final = words_of(
    """
    accueille accueillent achete achetent acquiert acquierent agit agissent aboutit aboutissent affaiblit apparait
    apparaissent appartient appartiennent appelle appellent appuie appuient apprend apprennent atteint atteignent
    attend attendent bat battent choisit choisissent comprend comprennent compromet concluent conclut conduit conduisent
    connait connaissent consent consiste consistent construit construisent contient contiennent contraint convainc
    convient courent court couvre couvrent craignent craint croit croient decouvre decouvrent decrit
    defend defendent depend dependent descend descendent detient detiennent detruit devient deviennent disparait
    disparaissent disent dit divertit doit doivent elit emploie emploient encourt enfreint entend entendent
    entreprend entretient envoie envoient equivaut essaie essaient essuie etablit etablissent eteint etend
    exclut faiblit fait faillit finit finissent font fournit fournissent franchit franchissent
    grandit gravit inclut incluent inscrit inscrivent instruit interdit interdisent interrompt intervient
    interviennent introduit jaillit jette jettent joint lit maintient maintiennent met mettent meurt meurent
    nait naissent obtient obtiennent offre offrent ouvre ouvrent obeit parait paraissent parvient parviennent part
    partent perd perdent permet permettent peut peuvent poursuit poursuivent pourvoit predit prend prennent
    pretend pretendent previent previennent prevoit prevoient produit produisent promet promettent provient proviennent
    punit ralentit reagit reagissent reapparait recoit recoivent reconnait reconnaissent reconstruit reduit reduisent
    rejette rejettent rejoint rejoignent remet remettent rend rendent renvoie renvoient repand repart repond repondent
    reprend reprennent resout ressort retablit retient retiennent reunit reunissent reussit reussissent revet revient
    reviennent rompt rouvre rouvrent sait savent saisit sert servent sort sortent souffre souffrent soumet soumettent
    soutient soutiennent subit subissent suffit suit suivent surgit surprend surprennent survient survit suspend
    suspendent tend tendent tient tiennent traduit traduisent trahit transmet transmettent vainc vaut valent vend
    vendent vient viennent vit vivent voit voient veut veulent
    """
)


def _regular_forms(infinitive: str) -> tuple[str, ...]:
    """Return the third persons of the present, singular and plural; those in -ir are conjugated like `finir`."""
    stem = infinitive[:-2]
    if infinitive.endswith("ir"):
        return f"{stem}it", f"{stem}issent"
    return f"{stem}e", f"{stem}ent"


PRESENT_VERBS: Final = _IRREGULAR | frozenset(
    form for infinitive in _REGULAR if not infinitive.endswith("re") for form in _regular_forms(infinitive)
)
"""Folded third persons of the present."""

ALSO_NOUNS: Final = words_of(
    """
    adresse aide alerte annonce arrive attaque bloque boucle cache change charge chute compte concerne conduit
    conseille construit consulte controle coupe court critique debute decide decrit demande demeure descend
    detruit dit double doute ecoute elit entame entraine equipe evoque exploite expose fabrique fait ferme fete
    figure filme finance force forme frappe frole fusionne gagne garde grimpe guette habite heurte illustre
    inclut inquiete inscrit insiste instruit interdit interroge introduit joint joue juge laisse lance libere
    limite livre loge lutte manque marque menace mesure mise monte montre negocie note observe occupe offre
    ordonne oriente oublie parle part partage passe peine pense place plaide plante plonge pointe porte pose
    pousse presente presse prive produit programme proteste publie quitte ralentit range rapporte recherche
    reclame recolte recompense reduit regle relance relie rencontre rend renforce rentre reporte reserve reste
    retrouve riposte risque sacrifie sanctionne sauve sejourne sert signale signe sonne sort souffre subit suit
    suspecte temoigne tend tente termine tire tombe touche tourne trace traduit traite transfere transforme
    transporte traverse trouve tue utilise vante veille verse vise visite vit vole vote
    """
)
"""Those that are nouns or participles too, so that the words around must show the verb."""
