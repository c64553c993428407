"""Instruction lines of our own with what they ask for, and sentences that only look like instructions."""

from __future__ import annotations

from assistant.model import Brief

ASKED: dict[str, Brief] = {
    "À adapter pour le site : minimum 450 mots maximum 600 mots, FR - SEO": Brief(
        language="fr", min_words=450, max_words=600, seo=True, instruction_language="fr"
    ),
    "Réécris pour un public lycéen (mot-clé : marée basse), avec une balise description": Brief(
        keywords=("marée basse",), meta_description=True, audience="public lycéen", instruction_language="fr"
    ),
    "Texte à reprendre : 6 sous-titres, 700 mots au moins, ton sérieux, public : jeunes parents": Brief(
        min_words=700,
        subheadings=True,
        n_subheadings=6,
        tone="sérieux",
        audience="jeunes parents",
        instruction_language="fr",
    ),
    "Résume en 300 mots maximum en espagnol, avec une description": Brief(
        language="es", max_words=300, meta_description=True, instruction_language="fr"
    ),
    "Rewrite for SEO, word count 900, warm tone": Brief(
        target_words=900, seo=True, tone="warm", instruction_language="en"
    ),
    "SEO, un résumé de 50 mots, 800 mots au total": Brief(target_words=800, seo=True, instruction_language="fr"),
    "Write a 500-word article in English for a general audience": Brief(
        language="en", target_words=500, audience="grand public", instruction_language="en"
    ),
    "please rewrite this text in French with 5 subheadings, around 850 words": Brief(
        language="fr", target_words=850, subheadings=True, n_subheadings=5, instruction_language="en"
    ),
    "Turn this into an SEO optimised news story, 650 to 750 words, informative tone": Brief(
        min_words=650, max_words=750, seo=True, tone="informatif", instruction_language="en"
    ),
    "I need an article of no more than 400 words, without headings, in plain English, casual tone": Brief(
        language="en", max_words=400, subheadings=False, tone="décontracté", instruction_language="en"
    ),
    "Can you translate this from English into French, keep it under 600 words": Brief(
        language="fr", max_words=600, instruction_language="en"
    ),
    "min 800 words / max 1000 words, H2 only, FAQ at the end": Brief(
        min_words=800, max_words=1000, subheadings=True, heading_levels=(2,), faq=True, instruction_language="en"
    ),
    "Make it 1.5k words, educational tone, add a meta description and an FAQ": Brief(
        target_words=1500, tone="pédagogique", meta_description=True, faq=True, instruction_language="en"
    ),
    "seven hundred words minimum, in French": Brief(language="fr", min_words=700, instruction_language="en"),
    "Article in French, at least one thousand two hundred words, keywords: school meals, local farms": Brief(
        language="fr", min_words=1200, keywords=("school meals", "local farms"), instruction_language="en"
    ),
    "Language: French; length: 900 words; tone: neutral; keyword: bike lanes": Brief(
        language="fr", target_words=900, tone="neutre", keywords=("bike lanes",), instruction_language="en"
    ),
    "French, 700 words, SEO": Brief(language="fr", target_words=700, seo=True, instruction_language="en"),
    "write about 600 words on the new tram line, H2 and H3": Brief(
        target_words=600, subheadings=True, heading_levels=(2, 3), instruction_language="en"
    ),
    "Rewrite for SEO, 1,000 words +/- 10%, in English": Brief(
        language="en", min_words=900, max_words=1100, target_words=1000, seo=True, instruction_language="en"
    ),
    "Create an SEO-friendly article in French, at least 800 words, target audience: young parents": Brief(
        language="fr", min_words=800, seo=True, audience="young parents", instruction_language="en"
    ),
    "No FAQ, no subheadings, 300 words max": Brief(
        max_words=300, subheadings=False, faq=False, instruction_language="en"
    ),
    "Please add subheadings every 200 words, wire style, not more than 800 words": Brief(
        max_words=800, subheadings=True, tone="agence", instruction_language="en"
    ),
    "Draft a piece in english, 1200w, sober style, 6 headings": Brief(
        language="en", target_words=1200, subheadings=True, n_subheadings=6, tone="sobre", instruction_language="en"
    ),
    "The article should be in French and contain at least 650 words": Brief(
        language="fr", min_words=650, instruction_language="en"
    ),
    "Consignes : 600 mots environ, ton pédagogique, pour un public de lycéens": Brief(
        target_words=600, tone="pédagogique", audience="lycéens", instruction_language="fr"
    ),
    "Rédige un article de sept cents mots au minimum, en français, avec des intertitres": Brief(
        language="fr", min_words=700, subheadings=True, instruction_language="fr"
    ),
    "Peux-tu me faire un texte SEO de 1000 mots +/- 10 % ?": Brief(
        min_words=900, max_words=1100, target_words=1000, seo=True, instruction_language="fr"
    ),
    "Traduis de l’anglais vers le français, 800 mots au plus, style agence": Brief(
        language="fr", max_words=800, tone="agence", instruction_language="fr"
    ),
    "article optimisé pour le référencement, 900 mots, H2/H3, mots-clés : vélo, piste cyclable": Brief(
        target_words=900,
        subheadings=True,
        heading_levels=(2, 3),
        seo=True,
        keywords=("vélo", "piste cyclable"),
        instruction_language="fr",
    ),
    "Merci de réécrire ce texte en anglais, 500 mots maximum, sans sous-titres": Brief(
        language="en", max_words=500, subheadings=False, instruction_language="fr"
    ),
    "Longueur : entre 700 et 900 mots. Langue : français. Ton : neutre. FAQ : non.": Brief(
        language="fr", min_words=700, max_words=900, tone="neutre", faq=False, instruction_language="fr"
    ),
    "1 500 signes, style dépêche, en français": Brief(
        language="fr", target_words=250, tone="agence", instruction_language="fr"
    ),
    "un papier de deux feuillets, ton sobre": Brief(target_words=500, tone="sobre", instruction_language="fr"),
    "Il me faut 750 mots minimum avec trois intertitres et une méta-description": Brief(
        min_words=750, subheadings=True, n_subheadings=3, meta_description=True, instruction_language="fr"
    ),
    "Fais un article SEO de 800 à 1 000 mots pour le grand public, ton décontracté": Brief(
        min_words=800, max_words=1000, seo=True, tone="décontracté", audience="grand public", instruction_language="fr"
    ),
    "Je voudrais un article engagé ? non : ton neutre, 600 mots, en français": Brief(
        language="fr", target_words=600, tone="neutre", instruction_language="fr"
    ),
    "au minimum 1000 mots, mot-clé principal : « transition énergétique », h2": Brief(
        min_words=1000,
        subheadings=True,
        heading_levels=(2,),
        keywords=("transition énergétique",),
        instruction_language="fr",
    ),
    "700+ mots, français, sous-titres, SEO": Brief(
        language="fr", min_words=700, subheadings=True, seo=True, instruction_language="fr"
    ),
    "Transforme ce communiqué en article de presse de 450 mots, ton journalistique": Brief(
        target_words=450, tone="journalistique", instruction_language="fr"
    ),
    "texte de mille deux cents mots, titres H2 et H3, FAQ": Brief(
        target_words=1200, subheadings=True, heading_levels=(2, 3), faq=True, instruction_language="fr"
    ),
    "Écris 650 mots environ en français sur la fermeture de la piscine, avec 4 intertitres": Brief(
        language="fr", target_words=650, subheadings=True, n_subheadings=4, instruction_language="fr"
    ),
    "Optimise ce texte pour Google, pas moins de 700 mots, ajoute des intertitres": Brief(
        min_words=700, subheadings=True, seo=True, instruction_language="fr"
    ),
    "Brief SEO / mot clé : rentrée scolaire / 800 mots mini / ton informatif": Brief(
        min_words=800, seo=True, tone="informatif", keywords=("rentrée scolaire",), instruction_language="fr"
    ),
    "L’article doit faire au moins 700 mots et rester neutre, en français": Brief(
        language="fr", min_words=700, tone="neutre", instruction_language="fr"
    ),
    "Réécrire en français, phrases de 20 mots maximum, 900 mots au total": Brief(
        language="fr", target_words=900, instruction_language="fr"
    ),
    "mets ça en français stp, 700 mots, avec des h2": Brief(
        language="fr", target_words=700, subheadings=True, heading_levels=(2,), instruction_language="fr"
    ),
    "Génère une version française de 600 mots max, public : retraités du quartier": Brief(
        language="fr", max_words=600, audience="retraités du quartier", instruction_language="fr"
    ),
    "Jusqu’à 1200 mots, ton formel, H2 : oui, méta description : oui": Brief(
        max_words=1200,
        subheadings=True,
        heading_levels=(2,),
        tone="formel",
        meta_description=True,
        instruction_language="fr",
    ),
    'Optimize for SEO, keywords "climate change" and "Paris agreement", 1000 words, French': Brief(
        language="fr",
        target_words=1000,
        seo=True,
        keywords=("climate change", "Paris agreement"),
        instruction_language="en",
    ),
    'An SEO piece of roughly 850 words with the keyword "sea level rise" in English': Brief(
        language="en", target_words=850, seo=True, keywords=("sea level rise",), instruction_language="en"
    ),
    "Texte pédagogique de 600 mots maxi pour des lycéens, en français": Brief(
        language="fr", max_words=600, tone="pédagogique", audience="lycéens", instruction_language="fr"
    ),
    "Ton décontracté, 500 mots, public jeune": Brief(
        target_words=500, tone="décontracté", audience="public jeune", instruction_language="fr"
    ),
    "je veux un article seo, 1200 mots, avec mot-clé principal « vélo » et mots-clés « pile », « prix »": Brief(
        target_words=1200, seo=True, keywords=("vélo", "pile", "prix"), instruction_language="fr"
    ),
    "3000 signes espaces compris, en français, avec un chapô": Brief(
        language="fr", target_words=500, instruction_language="fr"
    ),
    "News article, wire-style, 400 words, French": Brief(
        language="fr", target_words=400, tone="agence", instruction_language="en"
    ),
}

NOT_ASKED: tuple[str, ...] = (
    "Le conseil municipal a adopté lundi un texte de 800 mots qui encadre les terrasses du centre-ville.",
    "La maire a répondu en français, avec un ton neutre, aux questions des habitants.",
    "Un article de 600 mots publié par le journal local a suffi à relancer la polémique.",
    "Écrire 1 000 mots par jour : c’est le défi que s’est lancé cette institutrice de Quimper.",
    "Créer au moins 700 emplois en trois ans, voilà la promesse de l’usine de batteries.",
    "Faites vos jeux : le casino de la station rouvre ses portes samedi après deux ans de travaux.",
    "Comment rédiger un article SEO de 700 mots en français avec des sous-titres",
    "Le français recule dans les sous-titres des séries, selon une étude de 1 200 pages.",
    "Merci de votre visite, a lancé le directeur aux 400 élèves réunis dans la cour.",
    "Entre 800 et 1 000 personnes ont défilé samedi dans les rues de la ville.",
    "Les 700 mots du président",
    "Ajoutez à cela 300 mètres de canalisation percés et l’on comprend la colère des riverains.",
    "Le référencement naturel fait vivre une trentaine d’agences dans la région.",
    "Le brief de la rédaction a duré dix minutes, puis chacun est parti sur le terrain.",
    "Son discours tenait en 500 mots, sans une note, sans un regard vers la salle.",
    "En anglais, le mot désigne aussi un petit pont de bois.",
    "Réécrire l’histoire en 200 pages : le pari d’un historien de Rennes.",
    "La lettre compte 350 mots et deux fautes d’orthographe.",
    "Nous publions ci-dessous l’intégralité de sa réponse, en français.",
    "The ministry published a 700-word statement in French with three subheadings on Monday.",
    "Make no mistake, said the mayor: at least 700 people will lose their homes.",
    "Write 1,000 words a day and you will finish in spring, the novelist told her students.",
    "She wrote 500 words in English before breakfast and deleted them all by noon.",
    "The new headings in the budget cover between 800 and 1,000 projects.",
    "How to write an SEO article of 700 words in French",
    "Create jobs or lose the vote: the choice facing the coastal town’s council.",
    "An article of 600 words was enough to end his career.",
    "Use of French in schools has fallen by a third since 1990, the report says.",
    "The keyword of the evening was patience, and the crowd had plenty of it.",
    "Turn left after the bridge and the old mill appears, its wheel still turning after 300 years.",
    "Let there be no doubt: the harbour will reopen, the minister said in English and French.",
    "Please note that the library closes at noon on Friday.",
)
