"""Whether everything of a raw text is accounted for: counted as the evaluation counts it."""

from __future__ import annotations

import unicodedata
from collections import Counter

from assistant.intake import Intake

LOOK_ALIKES = str.maketrans({**dict.fromkeys("’‘ʼ", "'"), **dict.fromkeys("“”«»„", '"'), **dict.fromkeys("–—‑‐−", "-")})


def characters(text: str) -> Counter[str]:
    """The visible characters of a text, look-alikes folded."""
    folded = unicodedata.normalize("NFKC", text).translate(LOOK_ALIKES)
    return Counter(c for c in folded if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))


def lost_characters(intake: Intake) -> Counter[str]:
    """The characters of the raw text that stand in no part of the result."""
    source = intake.source
    covered = [(removed.start, removed.end) for removed in source.removed]
    if intake.brief_span:
        covered.append(intake.brief_span)
    left = list(source.raw)
    for start, end in covered:
        assert start is not None
        assert end is not None
        left[start:end] = " " * (end - start)
    kept = Counter[str]()
    for text in (source.title, source.dek, *(block.text for block in source.blocks)):
        kept += characters(text or "")
    for repair in source.repairs:
        if repair.applied:
            kept += characters(repair.before) - characters(repair.after)
    return characters("".join(left)) - kept
