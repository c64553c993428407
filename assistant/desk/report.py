"""What a written article came to: its length against the sources, its score, and what the sources support."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import get_args

from assistant.desk.articles import article_of
from assistant.desk.drafting import source_length
from assistant.desk.scoring import score_draft
from assistant.facts.originality import copied_percent
from assistant.facts.verification import verify
from assistant.model import Draft, Verdict
from assistant.text.markup import parse_markdown
from assistant.text.words import count_words


@dataclass(frozen=True, slots=True)
class Report:
    """Figures of one article. `words` are body words, headings excluded; `total` is 0..100 or None.

    `verdicts` counts sentences of the sections; `copied_percent` is the share of words copied in long runs.
    """

    words: int
    honest_maximum: int
    shortfall: int
    total: float | None
    verdicts: tuple[tuple[str, int], ...]
    copied_percent: float


def report_on(draft: Draft) -> Report:
    """Return the figures of the article as it stands. The shortfall is measured on the text, not on the plan."""
    article = article_of(draft)
    body = [block.text for block in parse_markdown(article.markdown) if block.kind != "heading"]
    words = body_words(draft)
    length = source_length(draft)
    return Report(
        words=words,
        honest_maximum=length.honest_maximum,
        shortfall=max(0, (length.wanted or 0) - words),
        total=score_draft(draft).card.total,
        verdicts=_verdicts(draft),
        copied_percent=copied_percent("\n".join(body), draft.sources),
    )


def body_words(draft: Draft) -> int:
    """Return the words of the article as readers see them: standfirst and sections, headings excluded."""
    blocks = parse_markdown(article_of(draft).markdown)
    return sum(count_words(block.text) for block in blocks if block.kind != "heading")


def cost_of(draft: Draft) -> int | None:
    """Return what the model's texts of the draft cost so far, deleted sections included, in millionths of the currency.

    None when no model with a known price has written anything.
    """
    versions = (version for section in (*draft.sections, *draft.deleted) for version in section.versions)
    costs = [version.usage.cost for version in versions if version.usage and version.usage.cost is not None]
    return sum(costs) if costs else None


def _verdicts(draft: Draft) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for section in draft.sections:
        evidence = section.versions[-1].evidence if section.versions else ()
        counts.update(check.verdict for check in verify(section.text, draft.sources, evidence))
    return tuple((verdict, counts[verdict]) for verdict in get_args(Verdict))
