"""Sentences that say what the sources say, in another typography, form or shortness: none of them is marked."""

from __future__ import annotations

from typing import Final

import pytest

from assistant.facts.headings import is_noun_phrase
from assistant.facts.numbers import quantities
from assistant.facts.support import check_fields
from assistant.facts.verification import verify_line
from assistant.model import Block, Draft, Source


def verdict(text: str, source: str, *, is_heading: bool = False) -> str:
    found = verify_line(text, (source_of(source),), "fr", is_heading=is_heading)
    assert len(found) == 1
    return found[0].verdict


def source_of(text: str) -> Source:
    return Source("s", "", "", "fr", None, None, (Block("paragraph", text),))


CUT = "« Le rapport n’a pas été trans- mis aux riverains », regrette Jeanne Morvan, présidente du comité."


def test_a_quotation_mends_the_word_that_the_end_of_a_line_cut() -> None:
    assert verdict("« Le rapport n’a pas été transmis aux riverains », regrette Jeanne Morvan.", CUT) == "supported"
    assert verdict("« Le rapport n’a pas été trans- mis aux riverains », regrette Jeanne Morvan.", CUT) == "supported"


def test_a_quotation_that_loses_its_negation_stays_red_though_a_word_is_cut() -> None:
    assert verdict("« Le rapport a été transmis aux riverains », regrette Jeanne Morvan.", CUT) == "altered"


def test_a_word_with_a_hyphen_of_its_own_is_the_same_cut_or_not() -> None:
    source = "« Ce partenariat franco- belge tiendra », promet la directrice."
    assert verdict("« Ce partenariat franco-belge tiendra », promet la directrice.", source) == "supported"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("640", "(640)"),
        ("640", "640*"),
        ("640", "640²"),
        ("640", "quelque640"),
        ("640", "\u00a0640\u202f"),
        ("1\u202f640", "1640"),
        ("1640", "1\u00a0640"),
        ("1640", "1.640"),
        ("six cent quarante", "640"),
    ],
)
def test_one_number_in_two_typographies_is_one_number(mine: str, theirs: str) -> None:
    source = f"Le quartier compte {theirs} arbres selon le relevé de la mairie, dont 40 platanes sur la place."
    assert verdict(f"Le quartier compte {mine} arbres, selon la mairie.", source) == "supported"


def test_another_number_stays_red_whatever_its_typography() -> None:
    source = "Le quartier compte (640) arbres selon le relevé de la mairie, dont 40 platanes sur la place."
    assert verdict("Le quartier compte 650 arbres, selon la mairie.", source) == "altered"


@pytest.mark.parametrize(
    ("text", "language", "rank"),
    [
        ("la dix-septième édition", "fr", 17),
        ("le vingt et unième convoi", "fr", 21),
        ("la 17 ème édition", "fr", 17),
        ("the twenty-third edition", "en", 23),
    ],
)
def test_a_rank_in_several_words_is_one_rank(text: str, language: str, rank: int) -> None:
    assert [(found.value, found.is_ordinal) for found in quantities(text, language)] == [(rank, True)]


def test_letters_before_figures_make_a_name_unless_they_are_a_small_word() -> None:
    assert quantities("A640 H1N1 covid19", "fr") == ()
    assert [found.value for found in quantities("avec640 arbres", "fr")] == [640]


@pytest.mark.parametrize("heading", ["17 villages sans eau", "Eau : 17 villages toujours privés"])
def test_a_title_in_figures_carries_a_number_in_words(heading: str) -> None:
    source = "Dix-sept villages du plateau sont privés d’eau depuis lundi."
    assert verdict(heading, source, is_heading=True) == "supported"
    assert verdict(heading.replace("17", "18"), source, is_heading=True) == "altered"


OFFICE = "Le cabinet du maire annonce la réouverture de la piscine. « Le bassin est presque prêt », précise le cabinet."


@pytest.mark.parametrize("speaker", ["le cabinet du maire", "l’entourage du maire", "le maire", "la mairie"])
def test_who_speaks_for_somebody_is_no_other_speaker(speaker: str) -> None:
    assert verdict(f"« Le bassin est presque prêt », précise {speaker}.", OFFICE) == "supported"


def test_the_office_of_another_one_is_another_speaker() -> None:
    source = f"{OFFICE} Le cabinet du préfet n’a pas souhaité répondre."
    assert verdict("Le cabinet du préfet annonce la réouverture de la piscine.", source) == "altered"


TOLD = (
    "Selon la régie, la fréquentation devrait atteindre 180 000 visites par an. D’après la direction, le musée aurait "
    "perdu 40 œuvres. Les plaintes des riverains, assure le préfet, seront entendues. Selon l’amicale, les loyers ont "
    "augmenté de 12 %. « Un lieu ouvert à tous », promet la conservatrice. Le comité demande une hausse des horaires, "
    "selon la conservatrice. Sauf en août, la salle restera ouverte."
)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("La fréquentation devrait atteindre 180 000 visites par an", "supported"),
        ("Le musée aurait perdu 40 œuvres", "supported"),
        ("Les plaintes des riverains", "supported"),
        ("« Un lieu ouvert à tous »", "supported"),
        ("La fréquentation atteindra 180 000 visites par an", "altered"),
        ("Le musée a perdu 40 œuvres", "altered"),
        ("Les loyers ont augmenté de 12 %", "unsupported"),
        ("Une hausse des horaires", "unsupported"),
        ("La salle restera ouverte", "unsupported"),
    ],
)
def test_a_heading_leaves_off_who_says_so_only_when_it_claims_no_more_than_the_source(
    heading: str, expected: str
) -> None:
    assert verdict(heading, TOLD, is_heading=True) == expected


def test_a_sentence_never_leaves_off_who_says_so() -> None:
    assert verdict("La fréquentation devrait atteindre 180 000 visites par an.", TOLD) == "unsupported"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Une sortie à vélo", True),
        ("La colère des riverains et des commerçants", True),
        ("Le maire dénonce un scandale", False),
        ("Les loyers ont augmenté", False),
        ("Les loyers augmentent", False),
    ],
)
def test_a_noun_phrase_holds_no_verb(text: str, expected: bool) -> None:
    assert is_noun_phrase(text, "fr") is expected


def test_a_slug_without_its_small_words_denies_nothing() -> None:
    source = source_of("La pluie n’arrête pas toujours les marcheurs de la vallée.")
    draft = Draft("d", "fr", (source,), slug="pluie-arrete-toujours-marcheurs")
    assert [check.verdict for field in check_fields(draft) for check in field.checks] == ["supported"]


RECKONED: Final = (
    "Le juge inculpa le maire le 12 octobre 1987. Le conseil avait levé son immunité trois semaines plus tôt. "
    "Le préfet n’autorisera pas de chantier dans la dune avant 2028. La cour l’a relaxé, faute de preuve. "
    "Onze parcelles ont été "
    "vendues au tiers de leur valeur. Le devis de Bativ est plus élevé de 9 millions que celui de Corvo, 78 millions. "
    "Un hommage a clos la séance. Zoé Carel a gagné devant Lise Aubin. La cotisation passera de 75 à 80 euros pour les "
    "adultes. Le port est fermé depuis trente-deux mois. C’est la première visite d’un ministre depuis 2021. "
    "Verrex, fondée en 1931 à Arles, emploie 640 personnes. Le site de Morlant était favori. Il a été écarté à cause "
    "du prix du terrain, selon Iris Caron. 120 personnes seront embauchées. La régie a annoncé mardi qu’elle "
    "rouvrirait le bassin de Crolles."
)


@pytest.mark.parametrize(
    "text",
    [
        "L’immunité du maire avait été levée par le conseil en septembre 1987.",
        "Aucun chantier ne sera autorisé dans la dune avant 2028.",
        "Rien ne prouvait sa faute, selon la cour qui l’a relaxé.",
        "La commune a cédé onze terrains à un prix trois fois inférieur à leur valeur.",
        "Bativ demandait 87 millions.",
        "La séance s’est achevée par un hommage.",
        "Lise Aubin termine derrière Zoé Carel.",
        "Les adultes paieront cinq euros de plus.",
        "Le port est fermé depuis près de trois ans.",
        "Aucun ministre n’était venu depuis 2021.",
        "Née à Arles en 1931, Verrex emploie 640 salariés.",
        "Le prix du terrain a écarté le site de Morlant.",
        "À la clé, 120 embauches.",
        "La régie va rouvrir le bassin de Crolles.",
    ],
)
def test_what_follows_from_the_source_is_not_red(text: str) -> None:
    assert verdict(text, RECKONED) != "altered"


def test_a_title_of_ordinary_words_is_a_name() -> None:
    source = "Le scandale a été révélé par l’hebdomadaire La Vigie en mars."
    assert verdict("Le scandale a été révélé par le quotidien Le Monde en mars.", source) in ("altered", "unsupported")


ASSEMBLY = "Le conseil a saisi mardi la Commission régionale des sites et des paysages, présidée par Aline Roux."


def test_letters_stand_for_the_name_whose_words_they_start_small_words_aside() -> None:
    assert verdict("La CRSP a été saisie mardi par le conseil.", ASSEMBLY) == "supported"
    assert verdict("La CRTP a été saisie mardi par le conseil.", ASSEMBLY) != "supported"


SHARE = "Le chantier coûtera 8 millions d'euros, dont la région pourrait payer 25 %."
CUT_SHARE = "La dotation du théâtre, fixée à 600 000 euros, sera réduite d'un quart l'an prochain."


def test_a_share_of_a_sum_and_what_is_left_of_it_are_told_by_the_two_together() -> None:
    assert verdict("La région pourrait payer deux millions d'euros.", SHARE) == "supported"
    assert verdict("La région pourrait payer trois millions d'euros.", SHARE) == "altered"
    assert verdict("La dotation du théâtre sera de 450 000 euros.", CUT_SHARE) == "supported"
    assert verdict("La dotation du théâtre sera de 480 000 euros.", CUT_SHARE) == "altered"


PRIZE = "L'essai du chercheur Paul Grandin a remporté jeudi le prix de la ville de Morlac."


def test_who_wins_a_prize_is_crowned_by_the_one_who_gives_it() -> None:
    assert verdict("La ville de Morlac a couronné le chercheur Paul Grandin pour son essai.", PRIZE) != "altered"


NEXT_DAY = "La piscine est restée fermée mardi et a rouvert le lendemain."


def test_the_day_after_is_the_weekday_that_it_is() -> None:
    assert verdict("La piscine a rouvert mercredi.", NEXT_DAY) == "supported"
    assert verdict("La piscine a rouvert jeudi.", NEXT_DAY) == "altered"


TWO_PEOPLE = "La maire, Sylvie Arnoux, refuse de payer. Claire Tellier, sa première adjointe, partage cet avis."


def test_a_family_name_behind_the_first_name_of_somebody_else_is_red() -> None:
    assert verdict("Claire Arnoux refuse de payer.", TWO_PEOPLE) == "altered"
    assert verdict("Sylvie Arnoux refuse de payer.", TWO_PEOPLE) == "supported"


LOST_CLAUSE = "Le groupe Alvéor, qui a gagné 90 millions d'euros l'an dernier, pourrait être poursuivi."


def test_a_clause_left_out_with_its_conditional_makes_nothing_surer() -> None:
    assert verdict("Alvéor a gagné 90 millions d'euros l'an passé.", LOST_CLAUSE) != "altered"
    assert verdict("Le groupe Alvéor sera poursuivi.", LOST_CLAUSE) == "altered"


EACH = "La ville compte 40 agents. Elle versera une prime de 500 euros à chaque agent en décembre."


def test_what_each_gets_so_many_times_is_what_all_get() -> None:
    assert verdict("Les primes versées aux agents coûteront 20 000 euros à la ville.", EACH) != "altered"
    assert verdict("Les primes versées aux agents coûteront 35 000 euros à la ville.", EACH) != "supported"


REST = "Quelque 85 familles doivent partir. La mairie leur a fait une offre. Seules 52 l'ont acceptée."


def test_what_is_left_of_two_counts_near_each_other_is_told_by_them() -> None:
    assert verdict("Il reste 33 familles qui n'ont pas signé.", REST) != "altered"
    assert verdict("Il reste 43 familles qui n'ont pas signé.", REST) == "altered"


CLOCK = "L'alarme s'est déclenchée à 4 h 50 dans l'entrepôt."


def test_shortly_before_the_hour_is_a_limit() -> None:
    assert verdict("L'alarme s'est déclenchée peu avant 5 heures dans l'entrepôt.", CLOCK) == "supported"
    assert verdict("L'alarme s'est déclenchée peu avant 4 heures dans l'entrepôt.", CLOCK) == "altered"


UNION = "La CGT a quitté la table. Son délégué, Marc Thévenin, affirme avoir signalé une fuite avant l'accident."


def test_what_the_delegate_says_the_union_says() -> None:
    assert verdict("La CGT affirme avoir signalé une fuite avant l'accident.", UNION) == "supported"


def test_an_english_verb_with_its_particle_is_another_verb() -> None:
    source = "The judges ruled that Corrin Rail had acted lawfully. Corrin Rail may sell the line."
    text = Source("s", "", "", "en", None, None, (Block("paragraph", source),))
    found = verify_line("Corrin Rail has not ruled out a sale of the line.", (text,), "en")
    assert found[0].verdict != "altered"


def test_what_somebody_belongs_to_took_nobodys_place() -> None:
    source = "Le capitaine, Paul Rey, auteur de 174 buts, part. Le club d'Aubrac a un déficit."
    assert verdict("Meilleur buteur du club avec 174 buts, Paul Rey part.", source) != "altered"


def test_a_share_in_words_rounds_the_one_in_figures() -> None:
    source = "Selon un sondage, 71 % des Français approuvent la réforme des pensions."
    assert verdict("Sept Français sur dix approuvent la réforme des pensions.", source) == "supported"
    assert verdict("Six Français sur dix approuvent la réforme des pensions.", source) == "altered"


def test_the_gap_between_two_numbers_is_told_in_so_many_words() -> None:
    source = "Un fermier retraité touche en moyenne 880 euros par mois, contre 1 510 euros pour les autres retraités."
    assert verdict("Un fermier touche en moyenne 630 euros de moins que les autres retraités.", source) != "altered"
    assert verdict("Un fermier touche en moyenne 730 euros de moins que les autres retraités.", source) == "altered"


def test_a_month_so_many_months_later_is_that_month() -> None:
    source = "Un audit a été remis en janvier. La trésorière a démissionné deux mois plus tard."
    assert verdict("La trésorière a démissionné en mars.", source) != "altered"


def test_somebody_hurt_where_nobody_was_is_red() -> None:
    source = "La coulée s'est abattue sur la route vers 6 heures. Personne n'a été blessé."
    assert verdict("Trois automobilistes ont été blessés par la coulée.", source) == "altered"
    assert verdict("La coulée n'a blessé personne.", source) != "altered"
