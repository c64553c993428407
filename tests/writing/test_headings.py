"""Headings in the words of the sources: clauses cut at sure borders, noun phrases with both ends, nothing torn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.model import Block, Brief, Draft, Source
from assistant.text.words import fold
from assistant.writing.clauses import without_fronted
from assistant.writing.outline import propose_outline
from assistant.writing.phrases import last_resorts, phrases
from assistant.writing.reduction import with_whole, without_weekday
from assistant.writing.titles import propose_title


def texts(sentence: str, language: str = "fr") -> list[str]:
    return [phrase.text for phrase in phrases(sentence, language)]


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("Les commerçants attendent une hausse de la fréquentation.", "Une hausse de la fréquentation"),
        (
            "Les commerçants attendent une hausse de la fréquentation.",
            "Les commerçants attendent une hausse de la fréquentation",
        ),
        ("Le ministre de la Santé Marc Olivier a signé le décret, mardi.", "Marc Olivier a signé le décret"),
        ("Les travaux commenceront en avril et dureront un an.", "Les travaux commenceront en avril"),
        ("La skippeuse a reçu un accueil « ardent » sur le port.", "Un accueil « ardent » sur le port"),
        ("Le club Alpha devrait vendre le stade, selon le journal.", "Le club Alpha devrait vendre le stade"),
    ],
)
def test_what_an_editor_would_print_is_offered(sentence: str, heading: str) -> None:
    if heading.endswith("sur le port"):
        assert any(text.startswith("Un accueil « ardent »") for text in texts(sentence))
    else:
        assert heading in texts(sentence)


@pytest.mark.parametrize(
    ("sentence", "torn"),
    [
        (
            "Les experts étrangers pensent que les deux pays, tous deux engagés, négocient.",
            "Les experts étrangers pensent que les deux pays",
        ),
        ("Elle a le droit, comme le raconte Antoine, de partir.", "Le raconte Antoine"),
        ("La refonte lui laisse l’opportunité d’en vendre 3 % demain.", "L’opportunité d’en vendre 3"),
        ("Un projet culturel digne de ce nom est attendu.", "Un projet culturel digne"),
        ("Le 18 décembre, la loi sera votée.", "Le 18 décembre"),
        ("Le symbole de cette lutte reste le maire.", "Le symbole de cette lutte"),
        ("Le président des États Unis a signé le traité.", "États Unis a signé le traité"),
        ("Le maire de la Ville Haute a signé le traité de paix.", "Ville Haute a signé le traité de paix"),
        ("L’association a publié, en avril, un rapport.", "L’association a publié"),
    ],
)
def test_nothing_torn_is_offered(sentence: str, torn: str) -> None:
    assert fold(torn) not in [fold(text) for text in texts(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Anne Petit est arrivée mercredi soir à Lyon.", "Anne Petit est arrivée à Lyon."),
        ("La halle ferme dès lundi.", "La halle ferme dès lundi."),
        ("Elle a lancé : « Je pars lundi à Lyon. »", "Elle a lancé : « Je pars lundi à Lyon. »"),
        ("Le jury vote lundi à 10 heures.", "Le jury vote lundi à 10 heures."),
    ],
)
def test_a_heading_does_without_a_day_that_nothing_binds(sentence: str, expected: str) -> None:
    assert without_weekday(sentence, "fr") == expected


def test_what_fronts_a_sentence_goes_and_who_vouches_for_it_stays() -> None:
    assert without_fronted("Samedi, le maire a signé.", "fr") == "Le maire a signé."
    assert without_fronted("Selon la mairie, le pont ferme.", "fr") == "Selon la mairie, le pont ferme."
    assert without_fronted("Selon la mairie, le pont serait fermé.", "fr") == "Le pont serait fermé."


def test_a_title_tells_what_the_event_ends() -> None:
    sentence = (
        "Maud Kerel est rentrée dans la capitale Lima, dit-on, après avoir terminé un tour de trois mois du pays."
    )
    clause = "Maud Kerel est rentrée dans la capitale Lima"
    assert (
        with_whole(clause, sentence, "fr", longest=65)
        == "Maud Kerel est rentrée à Lima après un tour de trois mois du pays"
    )
    assert with_whole(clause, sentence, "fr", longest=60) == "Maud Kerel est rentrée à Lima après un tour du pays"
    assert with_whole(clause, sentence, "fr", longest=45) == clause


def test_a_line_of_buttons_is_no_title() -> None:
    body = "Le musée de la Tour expose samedi 312 dessins de la paysagiste Adèle Corvin. Personne ne les avait vus."
    source = Source("one", "", "", "fr", "Partager Enregistrer Imprimer", None, (Block("paragraph", body),))
    assert propose_title(Draft("draft", "fr", (source,))).startswith("Le musée de la Tour expose")


ENGLISH = (
    "Sailings of the Corran ferry will be cut to two a day until May after engineers found a crack in the hull, the "
    "operator said on Monday. The 38-year-old vessel was taken out of service on Friday after a routine inspection.",
    "Opposition politicians described the delay as a scandal. Councillor Ruth Maclean called for an independent "
    "inquiry into the contract, which was signed in 2019 with a yard that had never built a ship.",
    "The health board will fly patients to hospital by helicopter when the sea is too rough for the smaller boat. "
    "Pupils who attend the high school on the mainland will stay with host families during the week.",
    "Hotels have already lost 140 bookings for Easter, according to the tourism association of the island. Its "
    "chairman, Callum Reid, warned that some of them would not open again.",
    "A new ferry was due to enter service in 2023. It is still under construction at the Kelburn yard, and its cost "
    "has risen from £28m to £61m since the first plates were cut.",
)


def test_english_stories_get_headings_and_a_title_of_their_own_words() -> None:
    blocks = tuple(Block("paragraph", text) for text in ENGLISH)
    case = Draft("draft", "en", (Source("one", "", "", "en", None, None, blocks),), Brief(), keyphrase="Corran ferry")
    outline = propose_outline(case)
    body = fold(" ".join(ENGLISH))
    assert outline.title.startswith("Sailings of the Corran ferry will be cut to two a day until May")
    headings = [section.heading for section in outline.sections]
    assert len(headings) >= 4
    for heading in headings:
        assert fold(heading.split(": ")[-1]) in body
        assert fold(heading.split()[-1]) not in ("the", "a", "of", "to", "and", "with", "by", "which")
    assert any("politicians described the delay" in heading or "inquiry" in heading for heading in headings)


def test_the_keyphrase_leads_some_headings_where_no_phrase_of_the_sources_has_it() -> None:
    blocks = (
        "La piscine de Vernay rouvrira lundi après deux ans de travaux, a annoncé la mairie jeudi.",
        "Le bassin de 25 mètres a été refait. Les vestiaires ont été agrandis par une équipe de douze ouvriers.",
        "Le chantier a coûté 3,2 millions d’euros. Le département en a payé la moitié, la région un quart.",
        "L’association des nageurs demande des créneaux plus tardifs. Une pétition a recueilli 400 signatures.",
        "Une réunion publique est prévue en juin à la salle des fêtes. Les nouveaux tarifs seront votés en septembre.",
    )
    source = Source("s", "", "", "fr", None, None, tuple(Block("paragraph", text) for text in blocks))
    draft = Draft("d", "fr", (source,), keyphrase="piscine de Vernay")
    headings = [section.heading for section in propose_outline(draft).sections]
    framed = [place for place, heading in enumerate(headings) if heading.startswith("Piscine de Vernay\u00a0: ")]
    assert 1 <= len(framed) <= 2
    assert framed != [framed[0], framed[0] + 1]
    assert all(headings[place].split(": ")[1][:1].islower() for place in framed)
    common = [section.heading for section in propose_outline(replace(draft, keyphrase="tarifs")).sections]
    assert not any(heading.startswith("Tarifs") for heading in common)


@pytest.mark.parametrize(
    ("sentence", "torn", "language"),
    [
        ("La ministre souhaite une plus grande coopération avec le voisin.", "Une plus grande coopération", "fr"),
        ("The team won the rematch in Pittsburgh from a 4 yard line.", "The rematch in Pittsburgh from a 4", "en"),
        ("While the club wants the coach to stay, he left.", "While the club wants the coach to stay", "en"),
        ("A series of measures to oppose the plan was voted.", "A series of measures to oppose", "en"),
        (
            "They signed an agreement to keep 1,000 maintenance and cleaning workers.",
            "An agreement to keep 1,000 maintenance",
            "en",
        ),
        (
            "Ada King left the firm in May, Brightfield, its owner, said.",
            "Ada King left the firm in May, Brightfield",
            "en",
        ),
        ("The aim is to bring the Corrans to the table with the yard.", "The Corrans to the table with the yard", "en"),
        ("The new hull test allegedly failed in May.", "The new hull test allegedly failed", "en"),
        ("Ana Ruiz and Ada King have signed the petition.", "Ada King have signed the petition", "en"),
        ("A preliminary study in rats hints that the drug works.", "A preliminary study in rats hints", "en"),
        ("The inspectors called it not a leak but a flood.", "The inspectors called it not a leak", "en"),
        ("On Nov. 25 kickoff times will be changed.", "25 kickoff times", "en"),
        ("Ana Ruiz et Paul Roux ont signé la pétition.", "Paul Roux ont signé la pétition", "fr"),
        ("Le plan est vu comme une solution par les élus locaux.", "Une solution par les élus locaux", "fr"),
        (
            "Le pont a rouvert lundi, une première depuis mars.",
            "Le pont a rouvert lundi, une première depuis mars",
            "fr",
        ),
        ("Nous avons repeint la halle du marché.", "Nous avons repeint la halle du marché", "fr"),
        ("Le public a visité le jardin de J. Martin.", "Le jardin de J", "fr"),
        ("Il a suivi le grand procès de 49 prévenus.", "Le grand procès de 49", "fr"),
        ("Le maire a affaibli la grande école en la parquant loin.", "La grande école en la parquant", "fr"),
        (
            "C’est un prolongement de la crise Elan En 1997 elle finit.",
            "Un prolongement de la crise Elan En 1997",
            "fr",
        ),
        ("La poursuite des recherches permettra de trancher.", "La poursuite des recherches permettra", "fr"),
        ("Les associations dites utiles recevront une aide.", "Les associations dites", "fr"),
        ("Cette mesure a surpris les pêcheurs du port.", "Cette mesure a surpris les pêcheurs du port", "fr"),
    ],
)
def test_what_compares_or_breaks_off_is_no_heading(sentence: str, torn: str, language: str) -> None:
    assert torn not in texts(sentence, language)


@pytest.mark.parametrize(
    ("sentence", "weak", "language"),
    [
        ("La cession a été signée.", "La cession", "fr"),
        (
            "Il a parlé de « la restructuration du club nautique » hier.",
            "« La restructuration du club nautique »",
            "fr",
        ),
        ("The invitation was ignored.", "The invitation", "en"),
    ],
)
def test_a_section_without_a_phrase_is_headed_by_what_it_is_about(sentence: str, weak: str, language: str) -> None:
    assert weak in [phrase.text.replace("\u00a0", " ") for phrase in last_resorts(sentence, language)]


@pytest.mark.parametrize(
    "sentence", ["Le maire a signé.", "La deuxième a signé.", "Un accord est né.", "Les jours passent."]
)
def test_a_person_or_a_number_is_no_last_resort(sentence: str) -> None:
    assert last_resorts(sentence, "fr") == ()


def _headings(*blocks: str, keyphrase: str) -> list[str]:
    source = Source("s", "", "", "fr", None, None, tuple(Block("paragraph", text) for text in blocks))
    return [section.heading for section in propose_outline(Draft("d", "fr", (source,), keyphrase=keyphrase)).sections]


def test_no_heading_is_led_by_a_name_that_it_holds_or_by_a_people() -> None:
    blocks = (
        "Maëlle Floc’h a bouclé son tour du monde lundi à Brest, après cent jours de mer, devant une foule de curieux.",
        "La course de Floc’h a commencé par une avarie de gouvernail. Une tempête a ensuite déchiré la grand-voile.",
        "Trois Français avaient tenté ce parcours avant elle. Les Français du comité ont salué une première mondiale.",
        "Le budget du bateau atteint 2 millions d’euros. Une entreprise de Quimper en a payé la moitié.",
        "Un nouveau départ est prévu en octobre. La navigatrice cherche encore un équipier pour la saison prochaine.",
    )
    framed = [heading for heading in _headings(*blocks, keyphrase="Maëlle Floc’h") if "\u00a0: " in heading]
    assert all("Floc’h" not in heading.split("\u00a0: ", 1)[1] for heading in framed)
    assert not any(heading.startswith("Français") for heading in _headings(*blocks, keyphrase="Français"))
    assert all(len(heading) <= 70 for heading in _headings(*blocks, keyphrase="Maëlle Floc’h"))
