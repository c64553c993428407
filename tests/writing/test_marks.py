"""The marks of passages and quotations: taken out while the text streams, wherever it is cut."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.model import Evidence, Passage, Piece
from assistant.writing.marks import Mark, marked_pieces, read_marks

STAND_INS = {"Q1": "«\u00a0Nous avons attendu\u00a0»", "H1": "Ma phrase à moi."}
PASSAGES = tuple(Passage("s", place, place + 1) for place in range(6))


def read(pieces: Iterable[str]) -> tuple[str, list[tuple[int, ...]]]:
    text, marks = "", []
    for event in read_marks(pieces, STAND_INS):
        if isinstance(event, Mark):
            marks.append(event.numbers)
        else:
            text += event
    return text, marks


@pytest.mark.parametrize(
    ("answer", "text", "marks"),
    [
        ("La halle ouvre [1].", "La halle ouvre.", [(1,)]),
        ("La halle ouvre. [1, 3]", "La halle ouvre.", [(1, 3)]),
        ("La halle ouvre [2][3].", "La halle ouvre.", [(2,), (3,)]),
        ("La halle ouvre [passages 2 et 4].", "La halle ouvre.", [(2, 4)]),
        ("La halle ouvre [2-4].", "La halle ouvre.", [(2, 3, 4)]),
        ("La halle ouvre [^5].", "La halle ouvre.", [(5,)]),
        ("[Q1], dit-elle.", "«\u00a0Nous avons attendu\u00a0», dit-elle.", []),
        ("« [Q1] », dit-elle.", "«\u00a0Nous avons attendu\u00a0», dit-elle.", []),
        ("Elle dit : “[q1]”.", "Elle dit : «\u00a0Nous avons attendu\u00a0».", []),
        ("[H1] Puis rien.", "Ma phrase à moi. Puis rien.", []),
        ("Un mot [Q9] perdu.", "Un mot perdu.", []),
        ("Le mot [sic] reste.", "Le mot [sic] reste.", []),
        ("Un crochet [ seul et « ouvert", "Un crochet [ seul et « ouvert", []),
        ("Le [lien](http://a.example).", "Le [lien](http://a.example).", []),
    ],
)
def test_marks_leave_the_text_and_are_known(answer: str, text: str, marks: list[tuple[int, ...]]) -> None:
    assert read([answer]) == (text, marks)


@given(
    st.lists(
        st.sampled_from(
            ["La", " halle", "[1]", " [2, 3]", "[Q1]", "« ", " »", "[", "]", "\u00a0", "12", ".", "\n", "[sic]", '"']
        ),
        max_size=14,
    )
)
@example(["[1]", '"', " [2, 3]", "La"])
def test_where_an_answer_is_cut_never_changes_what_is_read(fragments: list[str]) -> None:
    answer = "".join(fragments)
    assert read([answer]) == read(list(answer)) == read(fragments)


def test_a_stretch_is_bound_to_the_passages_that_it_names() -> None:
    answer = "La halle ouvre [1]. «\u00a0Bien\u00a0», dit-elle [2, 9]. Sans rien."
    steps = list(marked_pieces(read_marks([answer], {}), PASSAGES))
    text = "".join(step.text for step in steps if isinstance(step, Piece))
    found = [(text[step.start : step.end], step.passages) for step in steps if isinstance(step, Evidence)]
    assert found == [
        ("La halle ouvre", (PASSAGES[0],)),
        ("«\u00a0Bien\u00a0», dit-elle", (PASSAGES[1],)),
    ]


def test_text_without_a_mark_passes_at_once() -> None:
    shown = read_marks(iter(["La", " maire", " parle"]), {})
    assert next(shown) == "La"
    assert next(shown) == " maire"
