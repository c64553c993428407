"""Quotations travel as marks, and none comes back altered."""

from __future__ import annotations

import pytest

from assistant.model import Block, Draft, Passage, Section, Source
from assistant.writing.lines import join_lines, read_lines
from assistant.writing.material import material_of
from assistant.writing.mending import with_true_quotations
from assistant.writing.quotations import is_verbatim, original_of
from assistant.writing.writer import SectionTask

BODY = (
    "La maire a parlé. «\u00a0Nous avons attendu douze ans. Nous ouvrons enfin\u00a0», a-t-elle dit. Voir [1] et [Q1]."
)
SOURCE = Source("s", "note", BODY, "fr", None, None, (Block("paragraph", BODY),))


def task(*spans: tuple[int, int]) -> SectionTask:
    section = Section("a", 2, "La halle", tuple(Passage("s", *span) for span in spans))
    return SectionTask(Draft("d", "fr", (SOURCE,), sections=(section,)), section)


def test_a_quotation_over_two_passages_travels_in_two_whole_parts() -> None:
    cut = BODY.index("Nous ouvrons")
    material = material_of(task((0, cut), (cut, len(BODY))))
    assert material.texts[0] == "La maire a parlé. [Q1]"
    assert material.texts[1].startswith("[Q2], a-t-elle dit.")
    assert [quotation.text for quotation in material.quotations] == [
        "«\u00a0Nous avons attendu douze ans.\u00a0»",
        "«\u00a0Nous ouvrons enfin\u00a0»",
    ]


def test_brackets_of_a_source_are_no_marks() -> None:
    material = material_of(task((0, len(BODY))))
    assert material.texts[0].endswith("Voir (1) et (Q1).")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("« Nous avons attendu douze ans. Nous ouvrons enfin »", True),
        ("“nous avons attendu douze ans”", True),
        ("« Nous avons attendu dix ans »", False),
    ],
)
def test_typography_is_no_alteration_and_a_word_is(written: str, kept: bool) -> None:
    assert is_verbatim(written, [BODY]) is kept


def test_an_altered_quotation_is_known_and_an_invented_one_is_not() -> None:
    originals = ["«\u00a0Nous avons attendu douze ans\u00a0»"]
    assert original_of("« Nous avons patienté douze ans »", originals) == originals[0]
    assert original_of("« Le soleil brille sur Vichy »", originals) is None


def test_an_altered_quotation_comes_back_in_the_words_of_its_source() -> None:
    text = "«\u00a0Nous avons attendu dix ans. Nous ouvrons enfin\u00a0», a dit la maire."
    lines, remarks = with_true_quotations(read_lines(text, (), "fr"), task().draft)
    assert "attendu douze ans. Nous ouvrons enfin" in join_lines(lines)[0]
    assert [(remark.kind, remark.count) for remark in remarks] == [("quotation-restored", 1)]
