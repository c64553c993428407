"""Short forms of names: a family name may come first, and a town is nobody."""

from __future__ import annotations

import pytest

from assistant.text.short_names import has_family_name_first, name_variants


@pytest.mark.parametrize("name", ["Kim Jong-un", "Moon Jae-in", "Ban Ki-moon", "Chung Eui‑yong"])
def test_a_small_letter_after_the_hyphen_shows_that_the_family_name_comes_first(name: str) -> None:
    assert has_family_name_first(name)
    assert name_variants(name, f"{name} parle.") == (name.split()[0],)


@pytest.mark.parametrize("name", ["Marie Dupont-Durand", "Jean-Luc Moulin", "Maëlle Floc’h", "Kim Jong Un", "Brest"])
def test_other_spellings_show_nothing(name: str) -> None:
    assert not has_family_name_first(name)


@pytest.mark.parametrize(
    ("name", "text", "family"),
    [
        ("Xi Jinping", "Xi Jinping est arrivé lundi. Xi repart mardi.", "Xi"),
        ("Mao Zedong", "Le portrait de Mao Zedong. La veuve de Mao se tait.", "Mao"),
        ("Kim Jong Un", "Kim Jong Un a souri, puis Kim a salué.", "Kim"),
        ("Paul Le Goff", "Paul Le Goff est élu. Le Goff promet.", "Le Goff"),
        ("Maëlle Floc’h", "Maëlle Floc’h arrive. Floc’h parle ; Maëlle rit.", "Floc’h"),
        ("Paul Armand", "Paul Armand est élu. Paul Legendre aussi.", "Armand"),
        ("Kim Jong Un", "Kim Jong Un a souri, puis Kim Jong-un a dormi.", "Kim"),
    ],
)  # fmt: skip
def test_the_text_tells_which_part_of_a_name_stands_for_the_whole(name: str, text: str, family: str) -> None:
    assert name_variants(name, text) == (family,)


def test_a_keyphrase_without_capitals_or_hyphen_is_the_same_person() -> None:
    assert name_variants("kim jong un", "Kim Jong-un a reçu un gilet. Kim l’a porté.") == ("Kim",)


def test_a_town_is_not_the_short_form_of_its_club() -> None:
    text = "Brest Bretagne a gagné. Le match se jouait à Brest, et les supporters de Brest Bretagne dansent à Brest."
    assert name_variants("Brest Bretagne", text) == ("Bretagne",)


def test_a_name_that_the_text_does_not_hold_has_no_short_form() -> None:
    assert name_variants("Kim Jong-un", "Le maire parle.") == ()
    assert name_variants("marche blanche", "Une marche blanche a eu lieu.") == ()


def test_the_acronym_in_brackets_is_a_short_form() -> None:
    assert name_variants("Union européenne", "L’Union européenne (UE) vote.") == ("UE",)
