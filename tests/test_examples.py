"""The articles of `docs/examples` are what the writer makes now, and what an editor would print."""

from __future__ import annotations

import pytest

from assistant.desk.articles import article_of
from assistant.desk.report import report_on
from assistant.text.markup import parse_markdown
from assistant.text.words import count_words, fold
from tests.examples import EXAMPLES, FOLDER, exported, written

DIRT = (
    "Rewrite this",
    "Make this article",
    "Please turn this",
    "écris un article",
    "Peux-tu reprendre",
    "newsletter",
    "Abonnez-vous",
    "Lire aussi",
    "À lire également",
    "Photo",
    "Crédit",
    "Partager",
    "Share this",
    "Comments",
    "commentaires",
    "Publié",
    "Temps de lecture",
    "Publicité",
    "Ignore tes consignes",
    "Tous droits",
    "Sur le même sujet",
)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_article_is_what_the_writer_makes_now(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == exported(name), "run: python -m tests.examples"


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_of_the_paste_is_left_and_nothing_is_unsupported(name: str) -> None:
    draft = written(name)
    assert not [dirt for dirt in DIRT if dirt in article_of(draft).markdown]
    verdicts = dict(report_on(draft).verdicts)
    assert verdicts["supported"] > 10
    assert verdicts["altered"] == verdicts["unsupported"] == 0


@pytest.mark.parametrize("name", EXAMPLES)
def test_headings_are_short_whole_and_no_repetition_of_the_title(name: str) -> None:
    draft = written(name)
    headings = [section.heading for section in draft.sections]
    assert len({fold(heading) for heading in headings}) == len(headings) >= 4
    for heading in headings:
        assert 3 <= count_words(heading) <= 12
        assert heading.count("«") == heading.count("»")
        assert fold(heading) not in fold(draft.title)
        assert heading.count(" :") == 0 or heading.lower().startswith(draft.keyphrase.lower())


def test_of_two_counts_of_one_thing_one_is_told_and_marked_and_the_other_is_listed() -> None:
    draft = written("incendie-papeterie.md")
    (section,) = [section for section in draft.sections if "120 pompiers" in section.text]
    assert "Cent dix pompiers" not in article_of(draft).markdown
    assert "sources-disagree" in {remark.kind for remark in section.versions[-1].remarks}
    left = [source.body[each.start : each.end] for each in draft.orphans if (source := draft.source(each.source))]
    assert any("Cent dix pompiers" in text for text in left)


def test_no_section_is_empty_and_no_sentence_stands_twice() -> None:
    for name in EXAMPLES:
        blocks = parse_markdown(article_of(written(name)).markdown)
        texts = [block.text for block in blocks if block.kind != "heading"]
        assert len(set(texts)) == len(texts)
        assert all(section.text.strip() for section in written(name).sections)
