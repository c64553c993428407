"""Where a keyphrase stands, as a careful reader would count."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.matching import (
    contains_keyphrase,
    content_words,
    find_keyphrase,
    keyphrase_position,
    slug_keyphrase_percent,
    stem,
)

SAME_FRENCH = [
    "drone drones", "journal journaux", "travail travaux", "cheval chevaux", "château châteaux", "jeu jeux",
    "bijou bijoux", "noyau noyaux", "œil yeux", "directeur directrice directeurs directrices", "auteur auteure autrice",
    "chanteur chanteuse", "heureux heureuse heureuses", "actif active actifs actives", "officiel officielle officiels",
    "européen européenne européennes", "premier première premières", "national nationale nationaux nationales",
    "nouveau nouvelle nouvel nouveaux nouvelles", "vieux vieille vieil", "blessé blessée blessés blessées",
    "élu élue élus élues", "président présidente", "étudiant étudiante", "français française", "chinois chinoise",
    "candidat candidate", "américain américaine", "féminin féminine", "espagnol espagnole", "public publique",
    "blanc blanche", "grand grande grands", "bref brève", "complet complète", "coréen coréenne",
    "disparu disparue", "vendu vendue", "petit petite", "ouvert ouverte", "détenu détenue", "mort morte", "noir noire",
    "gros grosse grosses", "vieux vieilles", "frais fraîche fraîches", "doux douces", "bas basses",
    "faux fausses",
    "conseiller conseillère", "cheffe chef cheffes", "écrivain écrivaine", "ouvrier ouvrière", "festival festivals",
    "hôpital hôpitaux", "vœu vœux", "sénateur sénatrice", "tuyau tuyaux", "prévu prévue", "reçu reçue",
    "détail détails",
]  # fmt: skip
OTHER_FRENCH = [
    ("Russie", "russe"), ("Niger", "Nigeria"), ("port", "porte"), ("police", "policier"), ("Chine", "chinois"),
    ("mer", "mère"), ("pari", "Paris"), ("arme", "armée"), ("capital", "capitale"), ("passion", "passionné"),
    ("retrait", "retraite"), ("médecin", "médecine"), ("parti", "partie"), ("train", "traîne"), ("dessin", "dessine"),
    ("foi", "fois"), ("signal", "signale"), ("sanction", "sanctionne"), ("bois", "boire"), ("marin", "marine"),
    ("vent", "vente"), ("droit", "droite"), ("appel", "appelle"), ("élection", "électeur"), ("ville", "village"),
    ("ministre", "ministère"), ("maire", "mairie"), ("grève", "gréviste"), ("pêche", "pêcheur"), ("côte", "coteau"),
]  # fmt: skip
SAME_ENGLISH = [
    "drone drones", "city cities", "church churches", "box boxes", "house houses", "class classes", "movie movies",
    "hero heroes", "woman women", "policeman policemen", "child children", "wife wives", "tax taxes", "bus buses",
    "prize prizes", "crisis crises", "cache caches", "boy boys", "shoe shoes", "tie ties",
]  # fmt: skip
OTHER_ENGLISH = [
    ("Russia", "Russian"), ("port", "porter"), ("new", "news"), ("police", "policy"), ("Niger", "Nigeria"),
    ("elect", "election"), ("Wale", "Wales"), ("farm", "farmer"),
]  # fmt: skip


def count(text: str, keyphrase: str, language: str = "fr") -> int:
    return len(find_keyphrase(text, keyphrase, language))


@pytest.mark.parametrize("forms", SAME_FRENCH)
def test_french_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form, "fr") for form in forms.split()}) == 1


@pytest.mark.parametrize(("word", "other"), OTHER_FRENCH)
def test_french_neighbours_have_stems_of_their_own(word: str, other: str) -> None:
    assert stem(word, "fr") != stem(other, "fr")


@pytest.mark.parametrize("forms", SAME_ENGLISH)
def test_english_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form, "en") for form in forms.split()}) == 1


@pytest.mark.parametrize(("word", "other"), OTHER_ENGLISH)
def test_english_neighbours_have_stems_of_their_own(word: str, other: str) -> None:
    assert stem(word, "en") != stem(other, "en")


@pytest.mark.parametrize(
    ("text", "keyphrase", "times"),
    [
        ("La visite à l’Élysée, puis l'Élysée dit qu’Élysée", "Elysée", 3),
        ("Le bal de Bretagne et le bal en Bretagne", "bal d’une Bretagne", 2),
        ("Kim Jong Un, Kim Jong-un et Kim Jong\u2011un", "Kim Jong-un", 3),
        ("Kim Jong-il", "Kim Jong-un", 0),
        ("Kim Jong-il et Kim Jong-un", "kim jong un", 1),
        ("L’ONU, l’Onu et l’O.N.U. votent", "O.N.U.", 3),
        ("Guerre et paix", "guerre et paix", 1),
        ("La guerre et la paix", "guerre paix", 0),
        ("Les pommes, rouges", "pomme rouge", 0),
        ("Les pommes « rouges »", "pomme rouge", 1),
        ("Les pommes – rouges", "pomme rouge", 0),
        ("Une pomme. Rouge comme le soir", "pomme rouge", 0),
        ("Une pomme\nrouge", "pomme rouge", 0),
        ("Le rouge de la pomme", "pomme rouge", 0),
        ("Le porte-avions et l’avion-cargo", "avion", 1),
        ("Le porte-parole", "porte", 0),
        ("Le Nord-Coréen", "coréen", 0),
        ("Le péché", "pêche", 0),
        ("La peche", "pêche", 1),
        ("Le cout du coeur", "coût du cœur", 1),
        ("Quelque 2\u202f000 soldats et 2000 soldats", "2 000 soldats", 2),
        ("À l’été 2023", "été 2023", 1),
        ("le chat et le chien", "le", 2),
        ("le chat", "", 0),
        ("le chat", "… !", 0),
        ("", "chat", 0),
        ("pomme pomme pomme", "pomme pomme", 1),
    ],
)
def test_french_keyphrases_are_counted_as_a_reader_would(text: str, keyphrase: str, times: int) -> None:
    assert count(text, keyphrase) == times
    assert count(unicodedata.normalize("NFD", text), keyphrase) == times


@pytest.mark.parametrize(
    ("text", "keyphrase", "times"),
    [
        ("Biden’s aides and Biden's car", "Biden", 2),
        ("Tell us: the US and the U.S. agree", "US", 2),
        ("Will Smith met John Smith", "Will Smith", 1),
        ("The farmers’ protests", "farmer protest", 1),
        ("A change in the climate", "climate change", 0),
        ("The woman of Romania", "Oman", 0),
        ("State of the union", "State of the Union", 1),
        ("12,500 people and 12 500 people", "12,500 people", 2),
    ],
)
def test_english_keyphrases_are_counted_as_a_reader_would(text: str, keyphrase: str, times: int) -> None:
    assert count(text, keyphrase, "en") == times


@given(st.text(alphabet="drone l’a-s.,é\n", max_size=60), st.text(alphabet="drone l’a-s", max_size=12))
def test_matches_are_ordered_and_hold_no_space_at_their_ends(text: str, keyphrase: str) -> None:
    spans = find_keyphrase(text, keyphrase, "fr")
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


@given(st.lists(st.sampled_from(["bal", "chien", "grande", "fête", "ville", "île"]), min_size=1, max_size=4))
def test_a_phrase_stands_in_itself(words: list[str]) -> None:
    phrase = " ".join(words)
    assert find_keyphrase(phrase, phrase, "fr") == ((0, len(phrase)),)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("la guerre d’Ukraine", ("guerre", "ukraine")),
        ("Kim Jong-un", ("kim", "jong", "un")),
        ("l’O.N.U.", ("onu",)),
        ("de la", ("de", "la")),
        ("", ()),
    ],
)
def test_content_words_leave_small_words_out(phrase: str, words: tuple[str, ...]) -> None:
    assert content_words(phrase, "fr") == words


def test_a_synonym_is_enough() -> None:
    assert contains_keyphrase("Le bal commence", ("fête", "bals"), "fr")
    assert not contains_keyphrase("Le bal commence", ("fête",), "fr")


@pytest.mark.parametrize(
    ("title", "position"),
    [("Le bal", 0), ("« Le bal »", 0), ("Dans l’un des bals", 0), ("Lyon : le bal", 10), ("La fête", None)],
)
def test_only_small_words_may_stand_before_a_keyphrase_at_the_start(title: str, position: int | None) -> None:
    assert keyphrase_position(title, "bal", "fr") == position


@pytest.mark.parametrize(
    ("slug", "keyphrase", "percent"),
    [
        ("reforme-de-l-elysee", "réforme de l’Élysée", 100),
        ("les-oeuvres", "œuvre d’art", 50),
        ("kim-jong-un", "Kim Jong-un", 100),
        ("2-000-soldats", "2 000 soldats", 100),
        ("autre", "bal", 0),
        ("", "bal", None),
        ("bal", "", None),
    ],
)
def test_the_share_of_main_words_in_a_slug(slug: str, keyphrase: str, percent: float | None) -> None:
    assert slug_keyphrase_percent(slug, keyphrase, "fr") == percent
