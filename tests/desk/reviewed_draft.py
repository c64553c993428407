"""An article with one sentence of every verdict, and its source. Written for these tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from assistant.desk.points import Checked, review_of
from assistant.intake import read_text
from assistant.model import Draft, Section, Version

SOURCE: Final = """\
Le port de Varennes a rouvert mardi après six semaines de travaux. La maire, Odile Ferrand, a coupé le ruban devant \
trois cents habitants.

Le chantier a coûté 4,2 millions d’euros, dont la moitié payée par la région. « Nous avons tenu les délais », a \
déclaré Odile Ferrand. Douze bateaux de pêche sont revenus à quai dès le premier jour.

Selon la capitainerie, le trafic devrait doubler d’ici deux ans. La criée reprendra le 3 avril.
"""
ALTERED: Final = "Le chantier a coûté 6,8 millions d’euros, dont la moitié payée par la région."
INVENTED: Final = "Un feu d’artifice tiré par des plongeurs canadiens a illuminé la baie jusqu’à minuit."
CARRIED: Final = "Douze bateaux de pêche sont revenus à quai dès le premier jour."
OPENING: Final = "Le port de Varennes a rouvert mardi après six semaines de travaux."
AT: Final = "2026-03-03T09:00:00+00:00"


def reviewed_draft() -> Draft:
    """Return a draft whose first section holds an altered, an invented and two carried sentences."""
    source = replace(read_text(SOURCE, "varennes.txt").source, id="varennes")
    sections = (
        Section("s1", 2, "Le port rouvre", versions=(version(f"{OPENING} {ALTERED}\n\n{INVENTED} {CARRIED}"),)),
        Section("s2", 2, "La criée reprendra le 3 avril", versions=(version("La criée reprendra le 3 avril."),)),
    )
    return Draft("d1", "fr", sources=(source,), title="Le port de Varennes a rouvert mardi", sections=sections)


def version(text: str) -> Version:
    """Return a text as a model wrote it."""
    return Version(f"v{abs(hash(text)) % 10_000}", text, "model", "2026-03-02T08:00:00+00:00", model="grand-modèle")


def checked(draft: Draft, sentence: str) -> Checked:
    """Return the sentence of the draft beside its sources."""
    return next(each for each in review_of(draft).sentences if each.sentence == sentence)


def text_of(draft: Draft) -> str:
    """Return the text of the first section."""
    return draft.sections[0].text
