"""Instruction lines: every setting of every line, and no false alarm."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from assistant.intake import find_brief, parse_brief
from assistant.intake.brief import without_text
from assistant.model import Brief
from tests.intake.brief_lines import ASKED, NOT_ASKED

DEVELOPMENT_LINES = Path(__file__).parents[2] / "../shared/data/intake/brief/briefs.jsonl"


def settings(brief: Brief) -> dict[str, object]:
    """The settings as the contract compares them: what is not wanted and what is not said are the same for switches."""
    fields = asdict(replace(without_text(brief)))
    return {
        name: value or None if name in ("seo", "meta_description", "faq") else value for name, value in fields.items()
    }


@pytest.mark.parametrize(("line", "wanted"), ASKED.items())
def test_an_instruction_line_gives_its_settings(line: str, wanted: Brief) -> None:
    brief = parse_brief(line)
    assert brief is not None
    assert brief.text == line
    assert settings(brief) == settings(wanted)


@pytest.mark.parametrize("sentence", NOT_ASKED)
def test_an_ordinary_sentence_is_no_instruction(sentence: str) -> None:
    assert parse_brief(sentence) is None


@pytest.mark.parametrize("text", ["", "   ", "\n", "700", "?", "mots", "x" * 5_000])
def test_a_text_without_settings_is_no_instruction(text: str) -> None:
    assert parse_brief(text) is None


ARTICLE = (
    "La piscine municipale de Saint-Avel fermera ses portes le 3 mars pour dix-huit mois de travaux. "
    "Le bassin, construit en 1974, perd chaque jour douze mètres cubes d’eau.\n"
    "« Nous avons trop attendu », reconnaît la maire, Claire Aubin, qui promet des créneaux dans les villes voisines."
)


@pytest.mark.parametrize("line", [line for line in ASKED if len(line) > 40])
def test_an_instruction_on_its_own_line_is_found_at_the_head(line: str) -> None:
    found = find_brief(f"  {line}\n\n{ARTICLE}")
    assert found is not None
    (start, end), brief = found
    assert (start, end) == (2, 2 + len(line))
    assert brief == parse_brief(line)


@pytest.mark.parametrize(
    "line",
    [
        "Write this in French, at least 700 words",
        "Article SEO en français, minimum 800 mots",
        "rewrite with subheadings, SEO friendly, be in french, create at least 900 words",
        "Fais un texte neutre, en français, avec des intertitres, 650 mots",
        "Fais un article SEO en français, 700 mots minimum, intertitres",
    ],
)
@pytest.mark.parametrize("joint", ["", " ", ". ", " : "])
@pytest.mark.parametrize(
    "article", [ARTICLE, "La ville de Saint-Avel a présenté lundi son plan pour les écoles, a dit la maire."]
)
def test_an_instruction_glued_to_the_article_ends_with_its_last_setting(line: str, joint: str, article: str) -> None:
    found = find_brief(line + joint + article)
    assert found is not None
    (start, end), brief = found
    assert start == 0
    assert (line + joint + article)[start:end].rstrip(" .:") == line
    assert brief.wanted_words in (650, 700, 800, 900)


def test_an_instruction_at_the_tail_is_found() -> None:
    raw = f"{ARTICLE}\n\nMerci d’en faire un article de 700 mots minimum, avec des intertitres.\n"
    found = find_brief(raw)
    assert found is not None
    (start, end), brief = found
    assert raw[start:end] == "Merci d’en faire un article de 700 mots minimum, avec des intertitres."
    assert (brief.min_words, brief.subheadings) == (700, True)


def test_an_instruction_of_several_lines_is_one() -> None:
    lines = "Consignes :\n- langue : français\n- longueur : 800 mots minimum\n- H2 et H3\n- ton neutre"
    found = find_brief(f"{lines}\n\n{ARTICLE}")
    assert found is not None
    (start, end), brief = found
    assert (start, end) == (0, len(lines))
    assert (brief.language, brief.min_words, brief.heading_levels, brief.tone) == ("fr", 800, (2, 3), "neutre")


@pytest.mark.parametrize("sentence", NOT_ASKED)
def test_an_ordinary_first_paragraph_stays_in_the_article(sentence: str) -> None:
    assert find_brief(f"{sentence} {ARTICLE}") is None
    assert find_brief(f"{sentence}\n{ARTICLE}") is None
    assert find_brief(f"{ARTICLE}\n{sentence}") is None


@pytest.mark.skipif(not DEVELOPMENT_LINES.exists(), reason="the development lines are not on this machine")
def test_the_development_lines_are_read_exactly() -> None:
    wrong = []
    for row in map(json.loads, DEVELOPMENT_LINES.read_text(encoding="utf-8").splitlines()):
        gold, brief = row["gold"], parse_brief(row["text"])
        if not gold.pop("is_brief"):
            wrong += [row["text"]] if brief else []
            continue
        gold |= {"keywords": tuple(gold["keywords"]), "heading_levels": tuple(gold["heading_levels"] or ()) or None}
        if brief is None or settings(brief) != settings(Brief(**gold)):
            wrong.append(row["text"])
    assert wrong == []


@pytest.mark.parametrize("after", ["Accueil > Actualités > Saint-Orly", "La piscine rouvre"])
def test_a_keyword_ends_where_a_menu_or_a_title_is_glued_to_it(after: str) -> None:
    line = "Rends cet article SEO, en français, 800 mots minimum, mot-clé : piscine municipale"
    raw = f"{line}{after}\n\nLa piscine municipale rouvrira le 12 mai après deux ans de travaux, selon la mairie."
    found = find_brief(raw)
    assert found is not None
    assert found[0] == (0, len(line))
    assert found[1].keywords == ("piscine municipale",)


def test_a_name_with_a_capital_inside_is_one_keyword() -> None:
    found = find_brief("Article SEO, 800 mots, mot-clé : YouTube Shorts France gratuit\n\nLe site a grandi en 2025.")
    assert found is not None
    assert found[1].keywords == ("YouTube Shorts France gratuit",)
