"""Small drawings beside the score, of plain boxes: no library has to be loaded for a few strokes.

Boxes and no SVG, because the page's own HTML filter takes SVG out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from assistant.checks.base import Reading
from assistant.i18n import format_number
from assistant.ui.html import escaped
from assistant.ui.state import session, t

BARS_SHOWN: Final = 60
LOWEST_BAR_PERCENT: Final = 12


def total_history(totals: Sequence[float]) -> str:
    """Return the latest totals of this session as bars from 0 to 100, first and last as text."""
    shown = totals[-BARS_SHOWN:]
    bars = "".join(f"<i style='height:{max(total, LOWEST_BAR_PERCENT):.0f}%'></i>" for total in shown)
    first, last = (format_number(total, session().language) for total in (totals[0], totals[-1]))
    label = escaped(t("score.history", first=first, last=last))
    return (
        f"<figure class='drawing'><div class='bars' role='img' aria-label='{label}'>{bars}</div>"
        f"<figcaption>{label}</figcaption></figure>"
    )


def keyphrase_strip(reading: Reading) -> str:
    """Return a strip of the text from its first to its last word with a stroke wherever the topic is named.

    Tall strokes are the keyphrase, short ones its variants; a notch at the top begins a section.
    """
    length = max(1, len(reading.article.markdown))
    exact = [start for start, _ in reading.keyphrase_matches]
    naming = [sentence.span for sentence in reading.sentences if reading.names_topic(sentence)]
    variants = [span[0] for span in naming if not any(span[0] <= place < span[1] for place in exact)]
    strokes = [
        f"<i class='{kind}' style='left:{100 * place / length:.1f}%'></i>"
        for kind, places in (
            ("section", [heading.start for heading in reading.headings]),
            ("exact", exact),
            ("variant", variants),
        )
        for place in places
    ]
    label = escaped(t("score.strip", count=len(exact), variants=len(variants)))
    return (
        f"<figure class='drawing'><div class='strip' role='img' aria-label='{label}'>{''.join(strokes)}</div>"
        f"<figcaption>{label}</figcaption></figure>"
    )
