"""Title, standfirst, description and slug in the sources' own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.facts.verification import verify
from assistant.model import Block, Source
from assistant.text.sentences import sentence_spans
from assistant.writing.clauses import main_clause, shortened
from assistant.writing.main_verbs import has_main_verb
from assistant.writing.metadata import propose_description, propose_slug, propose_standfirst, propose_title
from assistant.writing.phrases import phrases
from tests.writing.bridge_story import both, draft, first_source, second_source


def test_the_title_is_the_source_s_own() -> None:
    assert propose_title(both()) == "La passerelle des Tanneurs fermée jusqu’au 15 mars"


def test_a_long_title_is_shortened_at_a_clause_and_keeps_its_attribution() -> None:
    long = "La passerelle des Tanneurs fermée aux cyclistes jusqu’au 15 mars après la découverte de fissures"
    assert propose_title(draft(replace(first_source(), title=long))) == (
        "La passerelle des Tanneurs fermée aux cyclistes jusqu’au 15 mars"
    )
    attributed = "La passerelle des Tanneurs est dangereuse pour les cyclistes et les piétons, selon un expert"
    assert shortened(attributed, "fr", longest=65) is None


def test_a_title_from_the_lead_is_its_main_clause() -> None:
    text = "La maire Anne Petit a inauguré la halle de Montreval, après six mois de travaux menés par deux entreprises."
    source = Source("s", "", "", "fr", None, None, (Block("paragraph", text),))
    assert propose_title(draft(source)) == "La maire Anne Petit a inauguré la halle de Montreval"


@pytest.mark.parametrize(
    "sentence",
    [
        "La halle a brûlé entièrement, selon les pompiers.",
        "La halle sera rouverte, sauf avis contraire du préfet.",
        "Il a rouvert la halle, après six mois.",
    ],
)
def test_a_clause_never_loses_its_source_its_condition_or_its_subject(sentence: str) -> None:
    assert main_clause(sentence, "fr", longest=len(sentence) - 5) is None


def test_the_description_has_the_length_that_result_lists_show() -> None:
    for case in (both(), draft(first_source()), draft(second_source())):
        description = propose_description(case)
        assert 121 <= len(description) <= 156
        assert {check.verdict for check in verify(description, case)} == {"supported"}


def test_the_standfirst_is_verified() -> None:
    assert [check.verdict for check in verify(propose_standfirst(both()), both())] == ["supported"]


def test_a_dek_that_tells_something_else_is_the_standfirst() -> None:
    dek = "Montreval cherche une solution pour les habitants privés de leur raccourci le plus emprunté."
    case = draft(replace(first_source(), dek=dek))
    assert propose_standfirst(case) == dek
    assert [check.verdict for check in verify(dek, case)] == ["supported"]


def test_a_dek_that_repeats_the_body_is_not_told_again() -> None:
    dek = "Les fissures ont été repérées vendredi par une équipe du bureau Ponteo."
    assert propose_standfirst(draft(replace(first_source(), dek=dek))).startswith("La passerelle des Tanneurs, à")


@pytest.mark.parametrize(
    ("title", "keyphrase", "expected"),
    [
        ("La passerelle des Tanneurs fermée", "passerelle des Tanneurs", "passerelle-tanneurs-fermee"),
        ("L’été à l’École d’Œnologie !", "", "ete-ecole-oenologie"),
        ("Une fermeture prolongée", "passerelle des Tanneurs", "passerelle-tanneurs-fermeture-prolongee"),
        ("Kim Jong-un a reçu un gilet", "Kim Jong-un", "kim-jong-un-recu-gilet"),
        ("Un gilet pour Kim Jong-un", "Kim Jong-un", "gilet-kim-jong-un"),
        ("", "", ""),
    ],
)
def test_slugs_are_short_ascii_and_keep_the_keyphrase(title: str, keyphrase: str, expected: str) -> None:
    assert propose_slug(title, keyphrase, "fr") == expected


def test_a_slug_is_cut_between_words() -> None:
    slug = propose_slug("Fermeture " * 20 + "passerelle", "passerelle", "fr")
    assert len(slug) <= 75
    assert slug.endswith("passerelle")


def test_an_empty_draft_has_no_metadata() -> None:
    assert (propose_title(draft()), propose_standfirst(draft()), propose_description(draft())) == ("", "", "")


@pytest.mark.parametrize(
    ("sentence", "expected", "rejected"),
    [
        (
            "Le préfet a signé un accord avec les communes, qui prévoit la fermeture de la carrière du Loup.",
            "La fermeture de la carrière du Loup",
            "Le préfet",
        ),
        (
            "Les élus remercient les écoles voisines de la halle.",
            "Les écoles voisines de la halle",
            "Les élus remercient",
        ),
        (
            "Le ministre « refuse la fermeture de la halle ».",
            "« Refuse la fermeture de la halle »",
            "La fermeture de la halle",
        ),
        ("L’agence AFP évoque la fermeture de la halle.", "La fermeture de la halle", "L’agence AFP"),
    ],
)
def test_phrases_end_where_they_surely_end(sentence: str, expected: str, rejected: str) -> None:
    found = [phrase.text.replace("\u00a0", " ") for phrase in phrases(sentence, "fr")]
    assert expected in found
    assert rejected not in found


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("La longue tournée du maire dans les quartiers, qui a débuté mardi", False),
        ("Un pont qui a fermé hier et s’est affaissé", False),
        ("La halle dont la ville a payé le toit", False),
        ("La halle, qui a fermé mardi, rouvrira en mai", True),
        ("Lorsque le train est arrivé, il a été salué", True),
        ("La maire a annoncé que la halle rouvrira", True),
        ("Une rencontre entre les deux élus", False),
    ],
)
def test_a_noun_with_a_relative_clause_has_no_main_verb(text: str, says: bool) -> None:
    assert has_main_verb(text, "fr") is says


RETURN = (
    "L’alpiniste Lou Kerbrat-Lenoir est rentrée à Montreval, ont annoncé jeudi ses proches, recevant un accueil "
    "fervent après une expédition de six semaines dans le massif du Grand Arvel.",
    "Son équipe a été accueillie à la gare par trois cents habitants, selon la mairie.",
)
DEPARTURE = (
    "L’alpiniste Lou Kerbrat Lenoir a quitté le massif du Grand Arvel lundi, mettant fin à une expédition qui a "
    "alimenté les inquiétudes des secouristes sur la fonte des glaciers de la région.",
    "La longue expédition de Lou Kerbrat Lenoir dans le Grand Arvel, qui a débuté en mai, s’est surtout consacrée aux "
    "relevés de température, avec une équipe composée de glaciologues et un médecin.",
    "Lou Kerbrat Lenoir a reçu trois piolets du refuge du Grand Arvel.",
)


def _of(name: str, texts: tuple[str, ...]) -> Source:
    return Source(name, f"{name}.txt", "", "fr", None, None, tuple(Block("paragraph", text) for text in texts))


def test_a_description_tells_the_title_s_event_in_whole_sentences_and_its_spelling() -> None:
    sources = (_of("return", RETURN), _of("departure", DEPARTURE))
    for order in (sources, sources[::-1]):
        case = draft(*order, keyphrase="Lou Kerbrat-Lenoir")
        description = propose_description(case)
        assert "rentrée" in propose_title(case)
        assert "est rentrée à Montreval" in description
        assert "Lou Kerbrat-Lenoir" in description
        assert "a quitté" not in description
        assert all(has_main_verb(description[start:end], "fr") for start, end in sentence_spans(description, "fr"))


def test_one_more_source_does_not_worsen_the_description() -> None:
    alone = draft(_of("return", RETURN), keyphrase="Lou Kerbrat-Lenoir")
    more = draft(_of("return", RETURN), _of("departure", DEPARTURE), keyphrase="Lou Kerbrat-Lenoir")
    assert propose_description(alone).split(",")[0] == propose_description(more).split(",")[0]
