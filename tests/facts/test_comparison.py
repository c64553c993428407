"""The same sentence in several sources, or twice in one."""

from __future__ import annotations

from assistant.facts.comparison import same_sentences
from assistant.model import Block, Source


def source(identifier: str, *texts: str, kind: str = "paragraph") -> Source:
    assert kind in ("paragraph", "subheading")
    blocks = tuple(Block("subheading" if kind == "subheading" else "paragraph", text) for text in texts)
    return Source(identifier, identifier, "\n".join(texts), "fr", None, None, blocks)


def told(sources: tuple[Source, ...]) -> list[list[tuple[str, str]]]:
    bodies = {each.id: each.body for each in sources}
    return [
        [(place.source, bodies[place.source][place.start : place.end]) for place in places]
        for places in same_sentences(sources)
    ]


def test_a_sentence_of_two_sources_is_known_with_both_its_places() -> None:
    sources = (
        source("a", "Le pont a rouvert. « La ville l’attendait », a dit la maire.", "Deux camions l’ont essayé hier."),
        source("b", "Il pleuvait. Deux camions l'ont essayé hier !"),
    )
    assert told(sources) == [[("a", "Deux camions l’ont essayé hier."), ("b", "Deux camions l'ont essayé hier !")]]


def test_a_sentence_that_comes_back_within_one_source_is_known() -> None:
    sources = (source("a", "Le pont neuf a rouvert hier.", "Il pleuvait. Le pont neuf a rouvert hier."),)
    assert told(sources) == [[("a", "Le pont neuf a rouvert hier."), ("a", "Le pont neuf a rouvert hier.")]]


def test_a_changed_number_makes_another_sentence() -> None:
    assert not same_sentences(
        (source("a", "Le pont a coûté 12 millions."), source("b", "Le pont a coûté 21 millions."))
    )


def test_short_sentences_and_subheadings_come_back_unremarked() -> None:
    assert not same_sentences((source("a", "Il a refusé. Il a refusé."),))
    assert not same_sentences(tuple(source(name, "Deux ans de travaux perdus", kind="subheading") for name in "ab"))
