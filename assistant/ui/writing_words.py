"""What a writer does and leaves, in words: the same on the article and in the workshop."""

from __future__ import annotations

import time
from typing import Final

from assistant.desk.job import JobView
from assistant.desk.proposals import compare_texts
from assistant.errors import ModelError
from assistant.i18n import describe, format_number
from assistant.model import Remark, RemarkKind, Usage
from assistant.ui.html import escaped
from assistant.ui.state import session, t
from assistant.ui.writers import configured_endpoint, money

UNSOLVED: Final[tuple[RemarkKind, ...]] = (
    "short", "long", "altered", "unsupported", "repeated", "language", "off-heading",
    "passages-left-out", "sources-disagree",
)  # fmt: skip
"""What is still to be looked at; the others say what was done about it."""


def remark_of(remark: Remark) -> str:
    """Return a remark as a sentence."""
    return t(f"remark.{remark.kind}", count=remark.count)


def progress_of(view: JobView) -> str:
    """Return what a running section is at, in a few words: what its writer does, else the seconds so far."""
    progress = view.progress
    if progress is None:
        return t("section.running_for", count=_seconds(view))
    if progress.kind == "retry":
        endpoint = configured_endpoint()
        names = {"model": endpoint.model if endpoint else "", "host": endpoint.host if endpoint else ""}
        why = describe(ModelError(progress.code, **names), session().language).split(". ")[0] + "."
        return t("progress.retry", why=why, number=progress.count, count=max(1, round(progress.wait_s)))
    return t(f"progress.{progress.kind}", count=progress.count)


def usage_of(usage: Usage) -> str:
    """Return what something cost: tokens, requests, and money where it costs some."""
    tokens = usage.prompt_tokens + usage.answer_tokens
    words = [t("cost.tokens_about" if usage.estimated else "cost.tokens", count=tokens)]
    if usage.cost:
        words.append(money(usage.cost))
    if usage.retries:
        words.append(t("cost.retries", count=usage.retries))
    return " · ".join(words)


def seconds_text(seconds: float) -> str:
    """Return a duration in seconds, as the language writes numbers."""
    return f"{format_number(seconds, session().language, 0 if seconds >= 10 else 1)} s"


def _seconds(view: JobView) -> int:
    return round((view.finished or time.time()) - view.started) if view.started else 0


def difference(before: str, after: str) -> str:
    """Return HTML that shows how one text becomes the other: what goes struck, what comes underlined."""
    tags = {"same": "{}", "gone": "<del>{}</del>", "new": "<ins>{}</ins>"}
    parts = (tags[change.kind].format(escaped(change.text)) for change in compare_texts(before, after))
    return f"<p class='difference'>{''.join(parts)}</p>"
