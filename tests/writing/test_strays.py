"""A pronoun stands behind the sentence that names who it means, or is not told."""

from __future__ import annotations

import pytest

from assistant.desk.drafting import with_outline, write_article
from assistant.intake import read_text
from assistant.model import Brief, Draft
from assistant.writing.cues import cues
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.sentences import points_back

STORY = (
    "Le festival des Salines a vendu 12 000 billets en trois jours, a annoncé lundi la mairie de Port-Aubry.\n"
    "La harpiste Nora Delvaux a ouvert la première soirée devant une salle pleine jusqu’au dernier rang. "
    '"Je tremblais encore en saluant le public", avoue-t-elle.\n'
    "Deux heures plus tard, Marc Ollivier a joué un concerto que personne n’avait entendu ici depuis trente ans.\n"
    "Le directeur de l’école de musique, Paul Sarre, attend cent inscriptions de plus à la rentrée. "
    "Sa collègue Lise Amar prépare deux classes nouvelles. Elle aurait déjà trouvé un professeur de violon.\n"
    "Les hôtels de la côte affichaient complet. Les restaurateurs du port demandent une édition plus longue."
)


@pytest.mark.parametrize("words", [None, 60, 90, 110, 140])
def test_who_smiles_is_the_one_named_in_the_sentence_before(words: int | None) -> None:
    source = read_text(STORY, name="one").source
    draft = write_article(with_outline(Draft("d", "fr", (source,), Brief(target_words=words))), ExtractiveWriter())
    for section in draft.sections:
        for paragraph in section.text.split("\n\n"):
            if "avoue-t-elle" in paragraph:
                assert paragraph.index("Nora Delvaux") < paragraph.index("avoue-t-elle")
                assert "Ollivier" not in paragraph[: paragraph.index("avoue-t-elle")]
            if "Elle aurait" in paragraph:
                assert "classes nouvelles. Elle aurait" in paragraph


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ('"Je tremblais", avoue-t-elle.', "fr"),
        ("« Nous partirons demain », a-t-il promis.", "fr"),
        ("Elle aurait signé un contrat.", "fr"),
        ("“We leave tomorrow,” he said.", "en"),
    ],
)
def test_a_pronoun_that_speaks_or_acts_points_back(sentence: str, language: str) -> None:
    assert points_back(sentence, cues(language))


@pytest.mark.parametrize(
    "sentence",
    [
        "Paul Sarre attend la rentrée : « Nous serons prêts », dit-il.",
        "La salle rouvrira-t-elle au printemps ?",
        "Il y a trois ans, la mairie avait renoncé.",
        "« Nous serons prêts », promet Paul Sarre.",
    ],
)
def test_a_sentence_that_names_its_speaker_or_asks_does_not(sentence: str) -> None:
    assert not points_back(sentence, cues("fr"))
