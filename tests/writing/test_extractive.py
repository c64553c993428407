"""The writer without a model: the sources' own sentences, each once, each with its passages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.facts.verification import verify
from assistant.model import Block, Brief, Draft, Evidence, Passage, Section, Source
from assistant.text.sentences import sentence_spans
from assistant.text.words import count_words
from assistant.writing.editing import printed
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.length import honest_maximum, shortfall
from assistant.writing.metadata import propose_standfirst
from assistant.writing.outline import propose_outline
from assistant.writing.service_blocks import propose_service_sections
from assistant.writing.writer import SectionTask
from tests.writing.bridge_story import both, draft, first_source, second_source

CASES = (both(), draft(first_source()), draft(second_source()), both(Brief(target_words=200)))


def write(case: Draft, section: Section) -> tuple[str, tuple[Evidence, ...]]:
    text = ""
    evidence: list[Evidence] = []
    for piece in ExtractiveWriter().stream(SectionTask(case, section)):
        evidence.append(Evidence(len(text), len(text) + len(piece.text), piece.passages))
        text += piece.text
    return text, tuple(evidence)


def write_all(case: Draft) -> list[tuple[str, tuple[Evidence, ...]]]:
    return [write(case, section) for section in propose_outline(case).sections]


@pytest.mark.parametrize("case", CASES)
def test_every_sentence_is_verified_in_the_passages_that_it_names(case: Draft) -> None:
    for text, evidence in write_all(case):
        checks = verify(text, case, evidence)
        assert checks
        assert [check for check in checks if check.verdict != "supported"] == []


@pytest.mark.parametrize("case", CASES)
def test_no_sentence_stands_twice_in_the_article(case: Draft) -> None:
    article = "\n".join([propose_standfirst(case), *(text for text, _ in write_all(case))])
    sentences = [article[start:end] for start, end in sentence_spans(article, "fr")]
    assert len(set(sentences)) == len(sentences)


def test_a_fact_of_two_sources_is_written_once_with_both_passages() -> None:
    case = both()
    written = [(text[piece.start : piece.end], piece) for text, evidence in write_all(case) for piece in evidence]
    (shared,) = [piece for text, piece in written if "neuf semaines" in text]
    assert {passage.source for passage in shared.passages} == {"one", "two"}


def test_of_two_numbers_that_disagree_one_is_written() -> None:
    (text,) = [text for text, _ in write_all(both()) if "ouvriers" in text]
    assert "quinze ouvriers" in text  # the sentence says who counts them
    assert "douze ouvriers" not in text


def test_the_same_task_gives_the_same_pieces() -> None:
    case = both()
    section = propose_outline(case).sections[0]
    writer = ExtractiveWriter()
    assert list(writer.stream(SectionTask(case, section))) == list(writer.stream(SectionTask(case, section)))
    assert [s.heading for s in propose_outline(case).sections] == [s.heading for s in propose_outline(case).sections]


def test_paragraphs_have_at_most_four_sentences() -> None:
    for text, _ in write_all(both()):
        for paragraph in text.split("\n\n"):
            assert 1 <= len(sentence_spans(paragraph, "fr")) <= 4


def test_a_section_without_passages_is_empty() -> None:
    assert write(both(), Section("id", 2, "Titre")) == ("", ())


def test_a_passage_that_the_journalist_adds_is_written() -> None:
    case = both()
    start = first_source().body.index("Elle avait déjà")
    section = Section("id", 2, "Titre", (Passage("one", start, start + 40),))
    assert write(case, section)[0] == "Elle avait déjà été fermée pendant trois mois en 2009, après une crue."


def test_a_connector_to_an_absent_sentence_is_dropped_and_nothing_else_changes() -> None:
    texts = " ".join(text for text, _ in write_all(both()))
    assert "Le conseil municipal doit voter lundi" in texts
    assert "Par ailleurs" not in texts


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Cependant, la ville hésite encore.", "La ville hésite encore."),
        ("Plus tard dimanche, la ville a tranché.", "Plus tard dimanche, la ville a tranché."),
        ("Plus tard, la ville a tranché.", "Plus tard, la ville a tranché."),
        ("Peu après, la ville a tranché.", "Peu après, la ville a tranché."),
        ("La veille, la ville avait tranché.", "La veille, la ville avait tranché."),
        ("Entre-temps, la ville a tranché.", "Entre-temps, la ville a tranché."),
        ("Plus tard dans la journée, la ville a tranché.", "Plus tard dans la journée, la ville a tranché."),
        ("Nord breton Le maire Hugo Lestrade a signé.", "Le maire Hugo Lestrade a signé."),
        ("Dans Le temps retrouvé, il cite sa ville.", "Dans Le temps retrouvé, il cite sa ville."),
        ("« Enfin, c’est signé », dit-elle.", "« Enfin, c’est signé », dit-elle."),
        ("La ville hésite", "La ville hésite."),
    ],
)
def test_edits_are_light(sentence: str, expected: str) -> None:
    assert printed(sentence, "fr") == expected


def test_lists_and_quotations_keep_their_form() -> None:
    blocks = (
        Block("paragraph", "La mairie de Montreval a présenté jeudi trois mesures pour le centre :"),
        Block("list", "la navette sera gratuite"),
        Block("list", "le pont Neuf sera élargi"),
        Block("quote", "Le centre doit vivre pendant les travaux."),
    )
    source = Source("one", "", "", "fr", None, None, blocks)
    story = replace(draft(source), standfirst="Un autre chapeau.")
    passages = (Passage("one", 0, len(source.body)),)
    text, _ = write(story, Section("id", 2, "Titre", passages))
    assert text.splitlines()[2:] == [
        "- la navette sera gratuite.",
        "- le pont Neuf sera élargi.",
        "",
        "> Le centre doit vivre pendant les travaux.",
    ]


def test_the_honest_maximum_is_what_can_be_written() -> None:
    case = both()
    words = count_words(propose_standfirst(case)) + sum(count_words(text) for text, _ in write_all(case))
    assert honest_maximum(case) == words


def test_the_shortfall_is_exact_and_zero_where_nothing_is_missing() -> None:
    case = both(Brief(min_words=700))
    assert shortfall(case) == 700 - honest_maximum(case)
    assert shortfall(both(Brief(min_words=100))) == 0
    assert shortfall(both()) == 0


def test_a_shorter_article_lands_in_its_band() -> None:
    case = both(Brief(min_words=150))
    words = count_words(propose_standfirst(case)) + sum(count_words(text) for text, _ in write_all(case))
    assert 150 <= words <= 165


def test_service_sections_are_marked_and_carry_verified_sentences() -> None:
    case = both(Brief(min_words=700))
    sections = propose_service_sections(case)
    assert [section.kind for section in sections] == ["essentials", "dates", "people", "questions"]
    for section in sections:
        text, evidence = write(case, section)
        assert count_words(text) == section.target_words
        assert {check.verdict for check in verify(text, case, evidence)} <= {"supported", "not-a-claim"}


def test_who_is_who_gives_the_source_s_own_titles() -> None:
    people = next(section for section in propose_service_sections(both()) if section.kind == "people")
    assert "**Claire Vasseur**\u00a0: adjointe aux travaux." in write(both(), people)[0]


def test_a_name_in_two_spellings_is_one_person_with_the_whole_title() -> None:
    texts = (
        "Le ministre de la Défense Serge Choïgou a visité la base de Montreval jeudi matin avec plusieurs élus.",
        "La préfète Anne Petit a salué la visite du ministre, la première depuis six ans dans le département.",
        "Le ministre de la Défense Serge Shoigu a promis de revenir avant la fin de l’année prochaine.",
    )
    source = Source("s", "", "", "fr", None, None, tuple(Block("paragraph", text) for text in texts))
    people = next(section for section in propose_service_sections(draft(source)) if section.kind == "people")
    assert write(draft(source), people)[0].splitlines() == [
        "- **Serge Choïgou**\u00a0: le ministre de la Défense.",
        "- **Anne Petit**\u00a0: la préfète.",
    ]


def test_a_sentence_that_a_line_break_cut_is_written_whole_and_verified() -> None:
    blocks = (
        Block("paragraph", "La piscine de Montreval rouvrira lundi, a annoncé la mairie. Le bassin a été refait"),
        Block("paragraph", "et les vestiaires agrandis. Une réunion est prévue en juin."),
    )
    case = draft(Source("one", "", "", "fr", None, None, blocks))
    for text, evidence in write_all(case):
        assert [check.verdict for check in verify(text, case, evidence) if check.verdict != "supported"] == []
    assert "Le bassin a été refait et les vestiaires agrandis." in " ".join(written for written, _ in write_all(case))
