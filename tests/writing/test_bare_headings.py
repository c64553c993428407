"""A heading says what happened rather than naming a thing; what is one more of several stays with them."""

from __future__ import annotations

from assistant.model import Block, Source
from assistant.writing.cues import cues
from assistant.writing.merging import turn_of
from assistant.writing.outline import propose_outline
from assistant.writing.sentences import leans_back
from tests.writing.bridge_story import draft

PARAGRAPHS = (
    "Le club de voile de Kerlann a fêté dimanche ses cent ans sur le port, devant trois mille spectateurs venus de "
    "toute la région.",
    "Une délégation irlandaise assistait aux régates depuis la jetée. La présidente a décoré trois anciens marins, qui "
    "avaient sauvé un équipage en 1978.",
    "Le maire a promis un nouveau hangar, dont la ville paiera la moitié. Les travaux dureront deux ans, de mars 2027 "
    "à mars 2029, et coûteront 800 000 euros.",
    "Le port de Kerlann accueille deux cents bateaux, et une école de voile où s’inscrivent chaque année cent enfants "
    "du canton.",
)


def test_a_clause_that_says_what_happened_is_preferred_to_a_bare_noun() -> None:
    source = Source("one", "", "", "fr", None, None, tuple(Block("paragraph", text) for text in PARAGRAPHS))
    headings = [section.heading for section in propose_outline(draft(source, keyphrase="club de voile")).sections]
    assert "Une délégation irlandaise" not in headings
    assert "La présidente a décoré trois anciens marins" in headings
    assert all(len(heading) <= 65 for heading in headings)


def test_one_more_of_several_things_leans_on_the_sentence_before_it() -> None:
    more = "Un canot gonflable, offert par le port voisin, était un cadeau supplémentaire."
    assert leans_back(more, cues("fr"), opens_paragraph=False)
    assert not leans_back("Le club demande une heure supplémentaire.", cues("fr"), opens_paragraph=False)


def test_what_heads_for_the_border_leaves() -> None:
    assert turn_of("Le convoi se dirigeait vers la frontière à la tombée de la nuit.", "fr") == -1
    assert turn_of("Le convoi est rentré à Brest.", "fr") == 1
    assert turn_of("La route longe la frontière.", "fr") == 0
