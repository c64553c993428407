"""A denial that the article leaves out is a key fact that it lacks."""

from __future__ import annotations

from assistant.checks.base import Reading
from assistant.checks.sourcing import missing_facts
from assistant.model import Article, Block, Source

DENIAL = "La préfecture a déclaré qu’aucune convention n’avait été conclue sur le barrage."
TEXTS = (
    "Le maire de Sauveterre a rencontré mardi le préfet.",
    "Les pêcheurs de la vallée étaient présents.",
    "Une convention sur la vidange du barrage serait prête, selon un quotidien.",
    DENIAL,
)
SOURCE = Source("one", "", "", "fr", None, None, tuple(Block("paragraph", text) for text in TEXTS))


def _missing(markdown: str) -> tuple[int, tuple[str, ...]]:
    return missing_facts(Reading(Article(language="fr", title="", markdown=markdown), sources=(SOURCE,)))


def test_a_denial_that_is_left_out_is_missing_and_named() -> None:
    wanted, missing = _missing("\n\n".join(TEXTS[:3]))
    assert DENIAL in missing
    assert wanted == _missing("\n\n".join(TEXTS))[0]


def test_a_denial_that_is_told_in_other_words_is_not_missing() -> None:
    told = "Aucune convention n’a été conclue sur le barrage, assure la préfecture."
    assert DENIAL not in _missing("\n\n".join((*TEXTS[:3], told)))[1]
