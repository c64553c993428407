"""What no heading may be: half a quotation, cut off, the opposite of what is said, or a frame where words are left."""

from __future__ import annotations

import pytest

from assistant.intake import read_text
from assistant.model import Brief, Draft
from assistant.writing.cues import cues
from assistant.writing.outline import propose_outline
from assistant.writing.phrases import phrases
from assistant.writing.reduction import without_weekday
from assistant.writing.support import verdict_of


@pytest.mark.parametrize(
    "sentence",
    [
        '"Le hameau entier est coupé du monde", a raconté la bergère.',
        "La route de la crête restera fermée jusqu’à vendredi soir au moins.",
        "Le prix du billet de train 12 euros ne bouge pas.",
        "Le péage est fixé à 12 euros pour les riverains du plateau.",
    ],
)
def test_a_phrase_closes_its_quotation_and_breaks_off_before_no_number(sentence: str) -> None:
    words = cues("fr")
    for phrase in phrases(sentence, "fr"):
        assert '"' not in phrase.text
        assert phrase.text.count("«") == phrase.text.count("»")
        assert phrase.text.split()[-1] not in words.prepositions | {"à"}
        assert "12" in phrase.text or not sentence.split(phrase.text[1:])[-1].startswith((" 12", "\u00a012"))


def test_the_words_of_a_quotation_are_no_heading_of_the_article_itself() -> None:
    found = phrases('"Le hameau entier est coupé du monde", a raconté la bergère.', "fr")
    assert all(phrase.kind == "quote" for phrase in found)


def test_a_day_that_a_preposition_binds_stays() -> None:
    text = "La route restera fermée jusqu’à vendredi soir au moins."
    assert without_weekday(text, "fr") == text


STORY = (
    "Un éboulement a coupé dimanche la route de la crête, au-dessus du village de Valcombe.\n"
    "La thèse d’un tir de mine n’est pas exclue par les enquêteurs. Deux géologues inspectent la paroi depuis lundi.\n"
    "La mairie de Valcombe a ouvert un gymnase pour les familles bloquées. Quarante lits y ont été installés.\n"
    "Le département promet une déviation provisoire. Elle passera par l’ancienne voie du tramway.\n"
    '"Le hameau entier est coupé du monde", a raconté la bergère Ève Nadal. Le ravitaillement arrive par hélicoptère.\n'
    "La route de la crête restera fermée jusqu’à vendredi soir au moins. Les camions font demi-tour dans la vallée."
)


def test_headings_of_a_story_deny_what_it_denies_and_are_words_of_its_own() -> None:
    draft = Draft("d", "fr", (read_text(STORY, name="one").source,), Brief(n_subheadings=4), "Valcombe")
    frames = {heading for texts in cues("fr").role_headings.values() for heading in texts}
    headings = [section.heading for section in propose_outline(draft).sections]
    assert len(headings) >= 4
    for heading in headings:
        assert "tir de mine" not in heading or "n’est pas exclue" in heading
        assert heading.split(" : ")[-1].capitalize() not in frames
        assert verdict_of(heading, draft.sources, "fr") == "supported"
