"""Everything that the sources say of one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.facts.originality import measure_originality
from assistant.facts.verification import verify
from assistant.model import Evidence, Source, Support


def support(markdown: str, sources: Sequence[Source], language: str, evidence: Iterable[Evidence] = ()) -> Support:
    """Return the checks of the sentences of `markdown`, the facts it leaves out, and what it copied."""
    checks = verify(markdown, sources, evidence, language)
    return Support(checks, (), measure_originality(markdown, sources))
