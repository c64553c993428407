"""Pasted text to a clean source: nothing lost, nothing hidden, reading twice changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import SourceError
from assistant.i18n import INTERFACE_LANGUAGES, describe
from assistant.intake import read_text
from assistant.limits import LONGEST_TEXT
from tests.intake.conservation import lost_characters

SEEDS = Path(__file__).parents[2] / "../shared/seeds"

PARAGRAPHS = (
    "La commune de Saint-Avel va remplacer les quatre cents lampadaires de son centre d’ici à la fin "
    "de l’année, a annoncé "
    "mardi la maire, Claire Aubin, lors du conseil municipal.",
    "« Nous divisons la facture par deux », assure l’élue, qui chiffre l’économie à 60 000 euros par an. Le chantier "
    "commencera rue des Tanneurs, la plus sombre de la ville.",
    "Les riverains, eux, s’inquiètent du bruit. Plusieurs d’entre eux ont demandé que les travaux "
    "s’arrêtent à 18 heures, "
    "une promesse que la mairie n’a pas encore faite.",
    "L’opposition reproche à la majorité de ne pas avoir consulté les commerçants avant de fermer la "
    "rue à la circulation "
    "pendant trois semaines.",
    "Une réunion publique est prévue le 12 mars à la salle des fêtes. Elle sera retransmise sur le site de la commune.",
)
TITLE = "Saint-Avel change tous ses lampadaires pour réduire sa facture"
SUBHEADING = "Des riverains inquiets du bruit"
JUNK = (
    "Accueil", "Menu", "Politique", "Partager", "Facebook", "S’abonner", "Publicité", "Par Jean Durand",
    "Publié le 4 février 2026 à 10h12", "Mis à jour dimanche 8 février 2026 – 11h01", "Lire aussi",
    "Laisser un commentaire",
    "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *", "3 commentaires",
    "Inscrivez-vous à notre newsletter et recevez chaque matin l’essentiel de l’actualité.",
    "Nous utilisons des cookies pour améliorer votre expérience sur ce site.", "Répondre", "Le 21/04/2025 à 02:20",
    "La maire devant la salle des fêtes. (Photo Le Courrier/AFP)", "• Un bulletin de liste", "Mentions légales",
    "fr-01", "12", "—",
)  # fmt: skip

pieces = st.one_of(
    st.sampled_from(JUNK), st.sampled_from(PARAGRAPHS), st.just(TITLE), st.just(SUBHEADING), st.text(max_size=60)
)
joints = st.sampled_from(["\n", "\n\n", "\r\n", "", " ", "\n  • ", "\u2028", "\t"])


@st.composite
def pastes(draw: st.DrawFn) -> str:
    """A page as a browser copies it, with anything between its parts."""
    return "".join(draw(pieces) + draw(joints) for _ in range(draw(st.integers(1, 14))))


@given(pastes())
@settings(max_examples=120, deadline=None)
def test_every_character_of_a_paste_is_accounted_for(raw: str) -> None:
    try:
        intake = read_text(raw)
    except SourceError:
        return
    assert not lost_characters(intake)


@given(pastes())
@settings(max_examples=80, deadline=None)
def test_every_span_slices_to_its_own_text(raw: str) -> None:
    try:
        source = read_text(raw).source
    except SourceError:
        return
    for removed in source.removed:
        assert source.raw[removed.start : removed.end] == removed.text
    for block in source.blocks:
        assert block.start is not None
        assert block.end is not None
        assert block.start < block.end
    places = [(block.start, block.end) for block in source.blocks]
    assert places == sorted(places, key=lambda place: place[0] or 0)


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=5, unique=True), st.booleans())
@settings(max_examples=40, deadline=None)
def test_reading_a_clean_body_again_changes_nothing(paragraphs: list[str], with_subheading: bool) -> None:
    if with_subheading:
        paragraphs = [*paragraphs[:1], SUBHEADING, *paragraphs[1:]]
    source = read_text("\n\n".join(paragraphs)).source
    assert source.body == "\n".join(paragraphs)
    assert read_text(source.body).source.body == source.body


def dirty_page() -> str:
    return "\n".join(
        (
            "Accueil", "Politique", "Faits divers", "S’abonner", TITLE, "Par Jean Durand",
            "Publié le 4 février 2026 à 10h12",
            "La maire devant l’hôtel de ville. (Photo Le Courrier/AFP)", *PARAGRAPHS[:2], SUBHEADING, *PARAGRAPHS[2:],
            "Lire aussi", "La piscine municipale rouvrira en juin", "3 commentaires", "paul56", "Le 05/02/2026 à 09:12",
            "Encore une dépense inutile alors que nos routes sont pleines de trous, on marche sur la tête.", "Répondre",
            "lucie", "Le 05/02/2026 à 10:40",
            "Enfin une bonne nouvelle pour le quartier, la rue était dans le noir depuis des mois.", "Répondre",
            "Inscrivez-vous à notre newsletter et recevez chaque matin l’essentiel de l’actualité.", "Mentions légales",
        )
    )  # fmt: skip


def test_a_page_becomes_its_title_its_paragraphs_and_its_subheading() -> None:
    source = read_text(dirty_page()).source
    assert source.title == TITLE
    assert [block.text for block in source.blocks if block.kind == "paragraph"] == list(PARAGRAPHS)
    assert [block.text for block in source.blocks if block.kind == "subheading"] == [SUBHEADING]
    assert source.language == "fr"


def test_what_is_removed_says_what_it_is() -> None:
    categories = {removed.text: removed.category for removed in read_text(dirty_page()).source.removed}
    assert categories["La maire devant l’hôtel de ville. (Photo Le Courrier/AFP)"] == "caption"
    assert categories["Publié le 4 février 2026 à 10h12"] == "stamp"
    assert categories["3 commentaires"] == "comments"
    assert categories["Lire aussi"] == "related"
    assert categories["Accueil"] == "menu"
    assert categories["Par Jean Durand"] == "credit"
    assert (
        categories["Inscrivez-vous à notre newsletter et recevez chaque matin l’essentiel de l’actualité."]
        == "newsletter"
    )


def test_an_instruction_glued_to_a_glued_article_is_taken_off() -> None:
    line = "Make this article SEO compatible, let there be subheadings, be in french, create at least 700 words"
    raw = line + "".join(PARAGRAPHS)
    intake = read_text(raw)
    assert intake.brief_span == (0, len(line))
    assert intake.brief is not None
    assert (intake.brief.language, intake.brief.min_words, intake.brief.subheadings) == ("fr", 700, True)
    assert [block.text for block in intake.source.blocks] == list(PARAGRAPHS)
    assert sum(repair.kind == "glued-sentences" for repair in intake.source.repairs) == len(PARAGRAPHS) - 1


def test_a_caption_a_chart_title_and_a_subheading_glued_into_the_line_are_told_apart() -> None:
    caption = "La rue des Tanneurs, la nuit, vue du pont de pierre. (Le Courrier/AFP)"
    raw = (
        PARAGRAPHS[0]
        + caption
        + PARAGRAPHS[2]
        + "Les communes les plus économes du département"
        + SUBHEADING
        + PARAGRAPHS[3]
    )
    source = read_text(raw).source
    assert [block.text for block in source.blocks] == [PARAGRAPHS[0], PARAGRAPHS[2], SUBHEADING, PARAGRAPHS[3]]
    assert [removed.text for removed in source.removed] == [caption, "Les communes les plus économes du département"]


def test_the_second_of_two_equal_paragraphs_is_shown_as_removed() -> None:
    source = read_text("\n".join((*PARAGRAPHS, PARAGRAPHS[1]))).source
    assert [block.text for block in source.blocks] == list(PARAGRAPHS)
    assert [removed.text for removed in source.removed] == [PARAGRAPHS[1]]


@pytest.mark.parametrize(
    ("raw", "title", "blocks"),
    [
        ("La mairie ferme la piscine.", None, ["La mairie ferme la piscine."]),
        (
            (
                "Incendie à Quimper : deux blessés\n\nDeux personnes ont été blessées.\n\nLe feu a pris vers 3 "
                "heures rue Kéréon."
            ),
            "Incendie à Quimper : deux blessés",
            ["Deux personnes ont été blessées.", "Le feu a pris vers 3 heures rue Kéréon."],
        ),
        (
            "Retour à la normale sur la ligne 4\n\nLe trafic a repris mardi matin sur la ligne 4 après une "
            "longue panne.\n\n"
            "Par la force des choses\n\nLes usagers ont patienté. Publié en 2019, un rapport annonçait ces incidents.",
            "Retour à la normale sur la ligne 4",
            [
                "Le trafic a repris mardi matin sur la ligne 4 après une longue panne.",
                "Par la force des choses",
                "Les usagers ont patienté. Publié en 2019, un rapport annonçait ces incidents.",
            ],
        ),
        (
            "Trois cents personnes se sont rassemblées jeudi devant la préfecture de la région.\nElles réclament :\n"
            "- le maintien des urgences ;\n- dix postes de sages-femmes.\nLe préfet les recevra lundi. (AFP)",
            None,
            [
                "Trois cents personnes se sont rassemblées jeudi devant la préfecture de la région.",
                "Elles réclament :",
                "le maintien des urgences ;",
                "dix postes de sages-femmes.",
                "Le préfet les recevra lundi.",
            ],
        ),
    ],
)
def test_a_short_article_pasted_alone_keeps_every_sentence(raw: str, title: str | None, blocks: list[str]) -> None:
    source = read_text(raw).source
    assert source.title == title
    assert [block.text for block in source.blocks] == blocks


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "empty-source"),
        (" \n\t\u200b\ufeff ", "empty-source"),
        ("\x00\x01\x02" * 50, "binary-source"),
        ("%PDF-1.7 \x00 stream", "binary-source"),
        ("Une phrase. " * (LONGEST_TEXT // 10), "too-large-source"),
    ],
)
def test_bad_input_is_one_plain_sentence(raw: str, code: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_text(raw)
    assert caught.value.code == code
    for language in INTERFACE_LANGUAGES:
        assert describe(caught.value, language).endswith(".")


@pytest.mark.parametrize(
    "raw",
    [
        PARAGRAPHS[0] + "\x00" + PARAGRAPHS[1],
        PARAGRAPHS[0] + "\ud800",
        PARAGRAPHS[0] * 600,
        "mot " * 25_000,
        "a" * 100_000,
        "« " * 30_000 + PARAGRAPHS[0],
        "\n" * 50_000 + PARAGRAPHS[0],
        "Kim Jong. " * 10_000,
    ],
)
def test_strange_text_is_read_and_can_be_stored(raw: str) -> None:
    source = read_text(raw).source
    assert len(source.raw) == len(raw)
    assert source.raw.encode("utf-8").decode("utf-8") == source.raw
    assert "\x00" not in source.raw


@pytest.mark.skipif(not (SEEDS / "gold.json").exists(), reason="the seed articles are not on this machine")
def test_the_seeds_keep_their_body_and_lose_their_clutter() -> None:
    for gold in json.loads((SEEDS / "gold.json").read_text(encoding="utf-8")):
        with (SEEDS / gold["file"]).open(encoding="utf-8", newline="") as file:
            intake = read_text(file.read())
        source = intake.source
        shown = " ".join(filter(None, (source.title, source.dek, source.body)))
        assert source.title == gold["title"]
        assert intake.brief_span == (gold["brief"] and (gold["brief"]["start"], gold["brief"]["end"]))
        assert [b.text for b in source.blocks if b.kind == "subheading"] == [
            b["text"] for b in gold["blocks"] if b["label"] == "subheading"
        ]
        noise = [b["text"] for b in gold["blocks"] if b["label"] == "noise" and len(b["text"]) > 3]
        assert [text for text in noise if text in shown] == []
        assert not lost_characters(intake)


@pytest.mark.parametrize(
    "line",
    [
        "Par Claire Aubin — Publié le 3 mars 2026 à 10h12 — Temps de lecture : 3 minutes",
        "Par Claire Aubin, à Saint-Orly",
        "Photo Claire Aubin / Le Courrier du Val",
        "Photo Jean Roux",
        "Thomas LEGENDRE",
        "M. LE GOFF",
        "Marie-Anne RUIZ et Paul ROUX, avec AFP",
    ],
)
def test_a_line_that_names_an_author_or_a_photographer_is_a_credit(line: str) -> None:
    source = read_text(
        f"La piscine de Saint-Orly rouvrira le 12 mai\n{line}\n\nLa piscine de Saint-Orly rouvrira le 12 mai "
        "après deux ans de travaux. Le maire l’a annoncé lundi soir devant les habitants réunis à la salle des fêtes."
    ).source
    assert [(removed.category, removed.text) for removed in source.removed] == [("credit", line)]
    assert len(source.blocks) == 1


def test_a_subheading_that_begins_like_a_byline_stays() -> None:
    source = read_text(
        "La crue a surpris la ville dans la nuit de lundi à mardi, et les secours ont évacué trente habitants.\n\n"
        "Par la force des choses\n\nLes écoles sont restées fermées mardi, et la mairie a ouvert un gymnase à ceux qui "
        "ont dû quitter leur maison pendant la nuit."
    ).source
    assert "Par la force des choses" in [block.text for block in source.blocks]


def test_a_name_in_capitals_between_paragraphs_stays() -> None:
    told = "La crue a surpris la ville dans la nuit de lundi à mardi, et les secours ont évacué trente habitants."
    source = read_text(f"{told}\n\nAffaire LEGENDRE\n\n{told.replace('lundi', 'jeudi')}").source
    assert "Affaire LEGENDRE" in [block.text for block in source.blocks]


def test_what_praises_a_newsletter_goes_with_its_form_and_a_menu_at_the_end_with_the_page() -> None:
    source = read_text(
        "La halle de Vaubreuil rouvre\n\nLa halle de Vaubreuil rouvrira samedi après onze mois de travaux, a annoncé "
        "la mairie, qui attend deux mille visiteurs dès la première matinée.\n\nÉconomie\nDes marchés aux usines, "
        "retrouvez toute la vie économique de la vallée.\nLa Gazette utilise votre adresse pour vous envoyer la "
        "newsletter.\n\nLe chantier a coûté deux millions d’euros, dont une part payée par le département, et il a "
        "duré plus que prévu.\n\nLes trente-deux étals ont tous trouvé preneur, et une liste d’attente a été ouverte "
        "pour les maraîchers de la vallée.\n\npasser une annonce\nproposer une sortie\nécrire au courrier des lecteurs"
    ).source
    assert [block.text[:12] for block in source.blocks] == ["La halle de ", "Le chantier ", "Les trente-d"]
    assert [removed.category for removed in source.removed].count("newsletter") == 2


@pytest.mark.parametrize(
    ("line", "category"),
    [("Partager Enregistrer Imprimer", "menu"), ("Le 16/03 à 22:47 | modifié à 23:10", "stamp")],
)
def test_a_row_of_buttons_and_a_date_of_change_are_no_title(line: str, category: str) -> None:
    source = read_text(
        f"{line}\n\nUn incendie a détruit lundi soir la moitié de la scierie de Vaubreuil, sans faire de blessé, selon "
        "les pompiers. Le commissaire enquêteur rendra son avis le 12 février."
    ).source
    assert source.title is None
    assert [(removed.category, removed.text) for removed in source.removed] == [(category, line)]
    assert source.flagged == ()


MATCH_PAGE = """\
Le Réveil du Marais
MENU
Football
Basket
S’abonner à partir de 1 €
Ce site utilise des cookies pour mesurer son audience.
TOUT ACCEPTER
Accueil > Sport > Basket > Nationale 2
Basket (N2 masculine). Vernoux renverse Castelrive au bout du suspense (81-80)
Distancés de douze points à la pause, les basketteurs de Vernoux l’ont emporté vendredi soir contre Castelrive.
Le Réveil du Marais
Publié le 14/03/2026 à 08h05
Lecture : 3 min.
Écouter l’article
À Vernoux (salle des Ormes), Vernoux bat Castelrive : 81-80 (35-47).
Vernoux : Traoré 24, Le Bras 17, Simonet 12.
Ils y ont cru jusqu’à la sirène. Devant 900 spectateurs, les joueurs de Karim Assel ont repris un match que tout le \
monde pensait perdu. À cinq minutes de la fin, ils comptaient encore huit points de retard.
Le meneur Idris Traoré a tout changé en entrant, avec neuf points inscrits dans les trois dernières minutes, dont le \
panier de la victoire au moment où la sirène retentissait dans la salle.
Prochain match : samedi 21 mars à 20 heures, à Castelrive.
Partager :
#Basket
Les plus lus
Météo : le vent se renforce
Mentions légales
"""


def test_a_match_report_keeps_its_result_its_scorers_and_the_next_match() -> None:
    source = read_text(MATCH_PAGE).source
    assert source.title == "Basket (N2 masculine). Vernoux renverse Castelrive au bout du suspense (81-80)"
    assert source.dek is not None
    assert source.dek.startswith("Distancés de douze points")
    texts = [block.text for block in source.blocks]
    assert texts[0] == "À Vernoux (salle des Ormes), Vernoux bat Castelrive : 81-80 (35-47)."
    assert texts[1] == "Vernoux : Traoré 24, Le Bras 17, Simonet 12."
    assert texts[-1] == "Prochain match : samedi 21 mars à 20 heures, à Castelrive."
    assert "Météo : le vent se renforce" not in texts


def test_a_sentence_that_ends_with_an_hour_is_no_stamp_of_a_comment() -> None:
    told = "L’alerte a été donnée vers 6h20. Trente riverains ont été relogés."
    source = read_text(
        f"Un entrepôt a brûlé lundi à Saint-Brice, dans la zone des Prés.\n{told}\nLes dégâts sont importants."
    ).source
    assert told in [block.text for block in source.blocks]


def test_a_word_cut_at_the_end_of_a_line_is_made_whole_and_said() -> None:
    raw = (
        "Le conseil a voté jeudi la rénovation du gymnase, qui sera fermé un an. Aucune étude n’a été communi-\n"
        "quée aux élus, regrette l’opposition, qui demande un report du vote à la rentrée.\n"
        "Le maire a répondu que le dossier serait prêt et que chacun pourrait le consulter, peut-\n"
        "être dès le mois prochain, à l’accueil de la mairie."
    )
    intake = read_text(raw)
    source = intake.source
    assert "Aucune étude n’a été communiquée aux élus" in source.body
    assert "peut-être dès le mois prochain" in source.body
    assert ("hyphenation", "communi-\nquée", "communiquée") in [
        (repair.kind, repair.before, repair.after) for repair in source.repairs
    ]
    assert not lost_characters(intake)


def _after(form: str, *paragraphs: str) -> str:
    page = ["Accueil", "Politique", "Sports", TITLE, "Publié le 3 mars 2025", *PARAGRAPHS, *form.split("\n")]
    return "\n\n".join([*page, *paragraphs, "Commentaires (3)", "Mentions légales", "Contact"])


GOES_ON = (
    "La commune avait commandé une étude sur ses lampadaires en 2019. Le centre consomme chaque année autant que "
    "trois écoles, assure la maire, et le conseil municipal avait promis de diviser cette facture avant la fin."
)


def test_what_goes_on_below_the_form_of_a_newsletter_is_told() -> None:
    source = read_text(_after("À lire également\nInscrivez-vous à notre newsletter", GOES_ON)).source
    assert "une étude sur ses lampadaires" in source.body
    assert "newsletter" not in source.body


def test_another_text_below_the_form_of_a_newsletter_is_not_told() -> None:
    other = (
        "Le club de handball de Pleyben a battu Morlaix samedi soir, au terme d’un match qui s’est joué dans les "
        "toutes dernières secondes. L’entraîneur a félicité ses joueuses et attend Brest, premier du championnat."
    )
    assert "handball" not in read_text(_after("À lire également\nInscrivez-vous à notre newsletter", other)).source.body


def test_a_question_above_a_long_paragraph_is_a_subheading_unless_it_speaks_to_somebody() -> None:
    text = "\n\n".join(
        [
            TITLE,
            *PARAGRAPHS[:2],
            "Que gagne la commune avec ces lampadaires ?",
            GOES_ON,
            "Que répondez-vous à ceux qui vous reprochent ce bruit ?",
            GOES_ON,
        ]
    )
    kinds = {block.text: block.kind for block in read_text(text).source.blocks}
    assert kinds["Que gagne la commune avec ces lampadaires ?"] == "subheading"
    assert kinds["Que répondez-vous à ceux qui vous reprochent ce bruit ?"] == "paragraph"
