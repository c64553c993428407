"""Accidents of a paste: what is mended, what is only proposed, what must be left alone."""

from __future__ import annotations

import pytest

from assistant.intake import read_text
from assistant.model import Repair, Source

LEAD = (
    "La ville de Saint-Avel a présenté lundi son plan pour les écoles, a indiqué la maire Claire "
    "Aubin devant la presse."
)
END = (
    "Le projet sera débattu au mois de mars par le conseil, qui dispose de trois semaines pour proposer des retouches."
)


def read(line: str) -> Source:
    return read_text(f"{LEAD}\n{line}\n{END}").source


def repairs_of(source: Source, kind: str) -> list[Repair]:
    return [repair for repair in source.repairs if repair.kind == kind]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            (
                "Le chantier commence en avril.Les élèves seront accueillis dans le collège voisin pendant la "
                "durée des travaux."
            ),
            ("Le chantier commence en avril.", "Les élèves seront accueillis"),
        ),
        (
            (
                "Le budget est « tenable ».Une hausse des impôts n’est pas prévue, assure l’adjointe aux "
                "finances de la ville."
            ),
            ("Le budget est « tenable ».", "Une hausse des impôts"),
        ),
        (
            "Qui paiera ?Les parents posent la question depuis des mois sans obtenir de réponse claire de la mairie.",
            ("Qui paiera ?", "Les parents posent"),
        ),
        (
            (
                "Le dossier a été transmis à l’ARS.Cette agence doit rendre son avis avant la fin du mois de "
                "juin prochain."
            ),
            ("Le dossier a été transmis à l’ARS.", "Cette agence doit"),
        ),
        (
            (
                "Des parents d’élèves ont manifesté devant la mairie mardiLes syndicats annoncent une nouvelle "
                "journée de grève."
            ),
            ("Des parents d’élèves", "Les syndicats annoncent"),
        ),
    ],
)
def test_glued_sentences_come_apart(line: str, parts: tuple[str, str]) -> None:
    source = read(line)
    for part in parts:
        assert any(block.text.startswith(part) for block in source.blocks)
    assert len(repairs_of(source, "glued-sentences")) == 1
    assert all(repair.applied for repair in source.repairs)


@pytest.mark.parametrize(
    "line",
    [
        (
            "La chaîne YouTube de la ville et le compte LinkedIn de l’agence ont relayé l’annonce dès lundi "
            "matin à huit heures."
        ),
        "L’adjoint McCarthy et l’ingénieure LeGoff ont visité l’école avec un iPhone et un iPad fournis par la région.",
        "Le site www.saint-avel.fr/Ecoles et l’adresse contact@Saint-Avel.fr sont ouverts aux questions des habitants.",
        (
            "M.Dupont, directeur de l’école, et Mme.Leroy, son adjointe, n’ont pas souhaité répondre à nos "
            "questions lundi."
        ),
        "Le collectif CitéVerte a réuni 300 signatures, et CitéVerte entend bien peser dans le débat qui commence.",
        "Le taux atteint 3.5 % dans l’U.E. et 2,1 % aux U.S.A. selon les chiffres publiés vendredi par l’institut.",
    ],
)
def test_names_and_addresses_are_no_glued_sentences(line: str) -> None:
    source = read(line)
    assert line in source.body
    assert source.repairs == ()


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        (
            "Le plan a été discuté avec la préfecture de Bretagneprécise la maire, qui attend une réponse avant l’été.",
            "Bretagneprécise",
            "Bretagne précise",
        ),
        (
            "Les enfants iront au collège Pasteurdans la commune voisine, où quatre salles ont été libérées pour eux.",
            "Pasteurdans",
            "Pasteur dans",
        ),
        (
            (
                "Le groupe scolaire Jean-Mouliné en 1958 sera le premier rénové, avant ceux des deux autres "
                "quartiers de la ville."
            ),
            "Mouliné",
            None,
        ),
    ],
)
def test_a_word_glued_to_a_name_comes_apart(line: str, before: str, after: str | None) -> None:
    source = read(line)
    found = [(repair.before, repair.after) for repair in repairs_of(source, "glued-words") if repair.applied]
    assert found == ([(before, after)] if after else [])
    assert (after or before) in source.body


@pytest.mark.parametrize(
    "line",
    [
        "Désormais, les familles de Nevers et d’Anvers paieront le même prix, selon les Univers du Livre de la région.",
        "Lorsque Mme Monet et M. Bouquet sont arrivés, Romain Rolland et Alexandre Dumas étaient déjà dans la salle.",
        (
            "Les Marseillais et les Parisiens, les Sénateurs et les Députés, les Danois et les Suédois : "
            "tous ont protesté."
        ),
    ],
)
def test_whole_words_are_left_alone(line: str) -> None:
    source = read(line)
    assert line in source.body
    assert not [repair for repair in source.repairs if repair.applied]


def test_a_name_cut_by_a_full_stop_is_joined_when_it_stands_whole_elsewhere() -> None:
    line = (
        "Jean Paul Marat est venu lundi. Selon l’entourage de Jean Paul. Marat, la décision est déjà "
        "prise depuis l’été."
    )
    source = read(line)
    assert "de Jean Paul Marat, la décision" in source.body
    assert repairs_of(source, "broken-name") == [Repair("broken-name", "Jean Paul. Marat", "Jean Paul Marat")]


def test_a_closing_mark_that_opens_a_quotation_is_turned() -> None:
    line = (
        "Le directeur se dit confiant, selon l’agence. »Il s’agit d’un accord solide », a-t-il répété devant les élus."
    )
    source = read(line)
    assert "l’agence. «\u00a0Il s’agit d’un accord solide », a-t-il" in source.body
    assert len(repairs_of(source, "quote-mark")) == 1


def test_a_closed_quotation_keeps_its_mark() -> None:
    line = (
        "« Nous sommes prêts, a dit le directeur. » Il a ensuite quitté la salle sans répondre aux questions des élus."
    )
    source = read(line)
    assert line in source.body
    assert source.repairs == ()


def test_text_decoded_with_the_wrong_table_is_mended() -> None:
    source = read(
        "Les Ã©lÃ¨ves de lâ€™Ã©cole ont Ã©tÃ© accueillis par le maire de la commune et son Ã©quipe lundi matin."
    )
    assert "Les élèves de l’école ont été accueillis" in source.body
    assert repairs_of(source, "encoding")


def test_a_full_stop_that_tears_a_sentence_is_shown_and_the_text_stays() -> None:
    line = (
        "Le maire craint que la vidange ne menace toute la vallée. Arzon – une crainte qui a gagné les pêcheurs de la "
        "région."
    )
    source = read(line)
    assert line in source.body
    assert repairs_of(source, "stray-stop") == [
        Repair("stray-stop", "vallée. Arzon –", "vallée, Arzon –", applied=False)
    ]
    whole = (
        "Le maire a parlé de la vallée. Arzon – la ville entière – a écouté sans dire un mot, selon la presse locale."
    )
    assert not repairs_of(read(whole), "stray-stop")
