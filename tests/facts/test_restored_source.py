"""A passage that intake took out and the journalist put back is a source like any other."""

from __future__ import annotations

from typing import Final

from assistant.desk import sources
from assistant.facts.omissions import missing_facts
from assistant.facts.verification import verify
from assistant.intake import read_text
from assistant.model import Draft, Section, Version

TAKEN_OUT: Final = "Lire aussi : la régie des eaux a relevé 37 fuites entre Hautmont et Brécey"
SOURCE: Final = f"""\
Le réseau d’eau de Brécey sera rénové au printemps. Le conseil municipal a voté les travaux lundi soir.

{TAKEN_OUT}

Les habitants seront prévenus par courrier une semaine avant chaque coupure.
"""
ARTICLE: Final = "Le réseau d’eau de Brécey sera rénové au printemps."
CLAIM: Final = "La régie des eaux a relevé 37 fuites entre Hautmont et Brécey."


def draft_of() -> Draft:
    source = read_text(SOURCE, "eau.txt").source
    version = Version("v", ARTICLE, "hand", "2026-03-02T08:00:00+00:00")
    return Draft("d", "fr", (source,), sections=(Section("s", 2, "Le réseau", versions=(version,)),))


def missing(draft: Draft) -> str:
    return " ".join(omission.text for omission in missing_facts(ARTICLE, draft.sources, "fr", draft.sections))


def test_a_passage_put_back_carries_sentences_and_its_facts_are_missing_ones() -> None:
    before = draft_of()
    (source,) = before.sources
    (index,) = (place for place, removed in enumerate(source.removed) if "37 fuites" in removed.text)
    assert "37 fuites" not in missing(before)
    assert [check.verdict for check in verify(CLAIM, before)] == ["unsupported"]
    after = sources.restore_removed(before, source.id, index)
    assert "37 fuites" in missing(after)
    (check,) = verify(CLAIM, after)
    assert check.verdict == "supported"
    assert all("37 fuites" in after.sources[0].body[each.start : each.end] for each in check.passages)
