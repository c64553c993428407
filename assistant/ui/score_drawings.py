"""Small drawings beside the score, as SVG of our own: no library has to be loaded for a line and a few strokes."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checks.base import Reading
from assistant.i18n import format_number
from assistant.ui.html import escaped
from assistant.ui.state import session, t

WIDTH = 300
HISTORY_HEIGHT = 36
STRIP_HEIGHT = 22


def total_history(totals: Sequence[float]) -> str:
    """Return the totals of this session as a line, the first and the last as text."""
    low, high = min(totals), max(totals)
    step = WIDTH / (len(totals) - 1)
    points = " ".join(
        f"{index * step:.1f},{HISTORY_HEIGHT - 3 - (total - low) / ((high - low) or 1) * (HISTORY_HEIGHT - 6):.1f}"
        for index, total in enumerate(totals)
    )
    first, last = (format_number(total, session().language) for total in (totals[0], totals[-1]))
    label = escaped(t("score.history", first=first, last=last))
    return (
        f"<figure class='drawing'><svg viewBox='0 0 {WIDTH} {HISTORY_HEIGHT}' preserveAspectRatio='none' role='img' "
        f"aria-label='{label}'><polyline points='{points}'/></svg><figcaption>{label}</figcaption></figure>"
    )


def keyphrase_strip(reading: Reading) -> str:
    """Return a strip of the text from its first to its last word with a stroke wherever the topic is named.

    Tall strokes are the keyphrase, short ones its variants; a notch at the top begins a section.
    """
    length = max(1, len(reading.article.markdown))
    exact = [start for start, _ in reading.keyphrase_matches]
    naming = [sentence.span for sentence in reading.sentences if reading.names_topic(sentence)]
    variants = [span[0] for span in naming if not any(span[0] <= place < span[1] for place in exact)]
    headings = [heading.start for heading in reading.headings]
    strokes = [
        *(_stroke(place / length, 0, 5, "section") for place in headings),
        *(_stroke(place / length, 5, STRIP_HEIGHT, "exact") for place in exact),
        *(_stroke(place / length, 13, STRIP_HEIGHT, "variant") for place in variants),
    ]
    label = escaped(t("score.strip", count=len(exact), variants=len(variants)))
    return (
        f"<figure class='drawing strip'><svg viewBox='0 0 {WIDTH} {STRIP_HEIGHT}' preserveAspectRatio='none' "
        f"role='img' aria-label='{label}'>{''.join(strokes)}</svg><figcaption>{label}</figcaption></figure>"
    )


def _stroke(share: float, top: int, bottom: int, kind: str) -> str:
    x = 1 + share * (WIDTH - 2)
    return f"<line class='{kind}' x1='{x:.1f}' x2='{x:.1f}' y1='{top}' y2='{bottom}'/>"
