"""Where sentences end, in ordinary and in glued text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.sentences import sentence_spans


def split(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


WHOLE_FRENCH = [
    "« Bravo ! », a lancé la maire.",
    "« Qui est là ? » demande Marie.",
    "Elle a crié « Non ! » puis a ri.",
    "Mme. Dupont, Me Durand, MM. Roy et Mgr. Petit votent.",
    "Le Dr. Roy et le prof. Durand saluent le gén. Petit.",
    "Voir l’art. 5, la fig. 3, p. 12 et l’art. L. 121-1 du code.",
    "Le n° 5, le no. 7 et le vol. IV sont là.",
    "Vers 50 av. J.-C. Rome domine la Gaule.",
    "J. K. Rowling et J.-P. Dupont parlent avec A. Le Goff.",
    "Le 3 janv. 2023 et le 12 sept. 2024 à 12.5 km, le 17.09.2023.",
    "Il hésite… puis il part... enfin.",
    "Les pommes, poires, etc., sont mûres.",
    "Il faut […] Le lire entier.",
    "Le site www.exemple.Fr et l’adresse jean@exemple.Fr existent.",
    "Il part : le train attend ; la foule aussi.",
    "À 10 h. 30, rue Foch, 12 bis, av. Foch ou bd. Voltaire.",
    "Paru aux éd. Martin, coll. Poche, dir. Jean Roy.",
    "1. Le premier point",
    "IV. La suite",
    "Yahoo! est une entreprise.",
    "Écrire sur www.BonjourVoisin.Fr aujourd’hui.",
]
SPLIT_FRENCH = [
    ["Le bal finit.", "Ces adieux durent."],
    ["Elle a dit : « Je reste. »", "La salle a ri."],
    ["Elle a dit « Je reste. »", "« Moi aussi », dit Paul."],
    ["Quoi ?!", "Rien."],
    ["Il hésite…", "Puis il part."],
    ["Il est né en 1990.", "Le pays a changé."],
    ["Elle aime l’art.", "Les musées aussi."],
    ["Des fruits, etc.", "Le reste suit."],
    ["César meurt en 44 av. J.-C.", "Le Sénat tremble."],
    ["C’est le plan B.", "Le reste suit."],
    ["Louis XIV.", "Il régna longtemps."],
    ["Ils sont sept.", "Puis ils dorment."],
    ['Il a dit "Non."', "Puis il part."],
    ['C’est bon ! "', "Les clients reviennent."],
    ["(Il part.)", "Puis rien."],
    ["– Tu viens ?", "– Oui."],
    ["Il a 12,5 % des voix.", "35 élus suivent."],
]
GLUED_FRENCH = [
    ["Il quitte la ville.", "Ces adieux durent."],
    ["Il part.", "A Lyon, on attend."],
    ["Fin de l’enquête.", "L’homme est libre."],
    ["Il lit la BBC.", "Elle écoute."],
    ["C’était en 2023.", "Le maire part."],
    ["Bonjour !", "Tu viens ?", "Oui."],
    ["« Il part. »", "Le maire reste."],
    ["Une fête « réussie »", "Il y aura une suite."],
    ["selon (AFP/Reuters)", "Alors que le maire part."],
    ["Il part.", "« Je reviens », dit-il."],
    ["Cela coûte 5 €.", "Elle paie."],
]
WHOLE_ENGLISH = [
    "“Stop!” Mr. Smith said.",
    "“Did you go?” she asked.",
    "The U.S. Senate met Dr. Jones at 5 p.m. in London.",
    "It was 5 p.m. Monday when Gen. Lee and Gov. Roe met Lt. Col. Day.",
    "George W. Bush and J. K. Rowling met on Jan. 5 at No. 10.",
    "See e.g. London, i.e. the city, vs. Paris.",
    "She has a Ph.D. in law and lives in St. Louis.",
    "The case Roe v. Wade was heard in Fresno, Calif. Monday.",
    "It grew by 3.5 points... or not.",
]
SPLIT_ENGLISH = [
    ["He left the U.S.", "They stayed."],
    ["He lives on Main St.", "He is old."],
    ["“We won.”", "Biden spoke."],
    ["So did I.", "The end."],
    ["She left.", "He stayed."],
    ["Acme Co.", "The rest is known."],
]


@pytest.mark.parametrize("text", WHOLE_FRENCH)
def test_one_french_sentence_stays_one(text: str) -> None:
    assert split(text, "fr") == [text]


@pytest.mark.parametrize("sentences", SPLIT_FRENCH)
def test_french_sentences_are_split_behind_their_closing_marks(sentences: list[str]) -> None:
    assert split(" ".join(sentences), "fr") == sentences


@pytest.mark.parametrize("sentences", GLUED_FRENCH)
def test_glued_french_sentences_are_split(sentences: list[str]) -> None:
    assert split("".join(sentences), "fr") == sentences


@pytest.mark.parametrize("text", WHOLE_ENGLISH)
def test_one_english_sentence_stays_one(text: str) -> None:
    assert split(text, "en") == [text]


@pytest.mark.parametrize("sentences", SPLIT_ENGLISH)
def test_english_sentences_are_split(sentences: list[str]) -> None:
    assert split(" ".join(sentences), "en") == sentences


def test_a_line_ends_a_sentence_with_or_without_a_mark() -> None:
    assert split("Un titre\nUne phrase.\r\n\n  Une autre  ", "fr") == ["Un titre", "Une phrase.", "Une autre"]


def test_an_unknown_language_is_read_as_english() -> None:
    assert split("Er kam. Sie ging.", "de") == ["Er kam.", "Sie ging."]


@pytest.mark.parametrize("language", ["fr", "en"])
@given(text=st.text(alphabet='aÉB M.!?…»«"”’()[]-1\u00a0\n', max_size=80))
def test_sentences_are_ordered_stripped_and_cover_all_but_spaces(language: str, text: str) -> None:
    spans = sentence_spans(text, language)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
