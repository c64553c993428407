"""The second opinion: asked for where a model is configured, its cost told before, kept batch by batch."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Final, get_args

import streamlit as st

from assistant.desk.errands import ErrandView
from assistant.desk.points import without_history
from assistant.desk.second_opinion import OpinionsGiven, Scope, asked_about, estimate, give_opinions, keep_opinions
from assistant.errors import IntertitreError
from assistant.model import Draft, Opinion
from assistant.storage.drafts import DraftStore
from assistant.ui.errand_box import ask_button
from assistant.ui.html import escaped
from assistant.ui.resources import errands, store
from assistant.ui.state import t
from assistant.ui.writers import configured_endpoint, money
from assistant.writing.conversation import Conversation
from assistant.writing.endpoints import Endpoint

KIND: Final = "opinion-{scope}"


def show_second_opinion(draft: Draft) -> None:
    """Offer the opinion of the model that is configured; nothing without one, or without sources."""
    endpoint = _endpoint()
    if endpoint is None or not draft.sources or not draft.is_written:
        return
    with st.container(key="second_opinion"):
        for scope in get_args(Scope):
            _offer(draft, scope, endpoint)


def _offer(draft: Draft, scope: Scope, endpoint: Endpoint) -> None:
    kind = KIND.format(scope=scope)
    count, amount = _asked(without_history(draft), scope, endpoint)
    view = errands().view(draft.id, kind)
    if not count and (view is None or view.state == "done"):
        _result(view)
        return
    label = t(f"opinion.ask.{scope}", count=count, model=endpoint.model)
    if amount:
        label = t("opinion.cost", label=label, cost=money(amount))
    # The store is taken here: the thread that asks knows nothing of the page.
    work = partial(_work, draft=draft, scope=scope, kept_in=store())
    _result(ask_button(draft, kind, label, work, disabled=not count))


def _result(view: ErrandView | None) -> None:
    if view is not None and isinstance(view.result, OpinionsGiven):
        st.html(f"<p class='quiet'>{escaped(_told(view.result))}</p>")


def _work(conversation: Conversation, *, draft: Draft, scope: Scope, kept_in: DraftStore) -> OpinionsGiven:
    def keep(opinions: tuple[Opinion, ...]) -> None:
        kept_in.update(draft.id, lambda newest: keep_opinions(newest, opinions))

    return give_opinions(conversation, draft, scope, keep)


def _told(given: OpinionsGiven) -> str:
    parts = [t("opinion.given", count=given.count)]
    if given.void:
        parts.append(t("opinion.void", count=given.void))
    if given.silent:
        parts.append(t("opinion.silent", count=given.silent))
    return " ".join(parts)


@lru_cache(maxsize=16)
def _asked(draft: Draft, scope: Scope, endpoint: Endpoint) -> tuple[int, int]:
    """Return how many sentences would be asked about, and what that costs in millionths, 0 without a price."""
    return len(asked_about(draft, scope)), estimate(draft, scope, endpoint).cost or 0


def _endpoint() -> Endpoint | None:
    try:
        endpoint = configured_endpoint()
    except IntertitreError:
        return None  # the settings say what is wrong with it
    return endpoint if endpoint and endpoint.model else None
