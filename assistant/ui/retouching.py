"""A retouch of a few sentences: asked for where they stand in the article or in the workshop, taken or left."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from assistant.desk.drafting import now
from assistant.desk.proposals import compare_texts, problems_of, take_retouch
from assistant.desk.retouches import choices_of, with_choices
from assistant.errors import IntertitreError
from assistant.i18n import describe, render
from assistant.model import Draft, Span
from assistant.text.markup import visible_text
from assistant.text.sentences import sentence_spans
from assistant.ui.errand_box import leave, start_errand
from assistant.ui.marks import Place, text_field, visible_span
from assistant.ui.resources import errands, store
from assistant.ui.state import attempt, keep_change, say, session, t
from assistant.ui.writers import configured_endpoint
from assistant.writing.conversation import Conversation
from assistant.writing.retouching import ACTIONS, Action, Retouch, ask_retouch, restore_wording

KIND: Final = "retouch"
WITHOUT_MODEL: Final[Action] = "restore"

Value = str | int | bool | list["Value"] | dict[str, "Value"]


def offered_actions() -> tuple[Action, ...]:
    """Return what can be done to sentences here: without a model, only to bring the source's wording back."""
    try:
        endpoint = configured_endpoint()
    except IntertitreError:
        endpoint = None
    return ACTIONS if endpoint is not None and endpoint.model else (WITHOUT_MODEL,)


def ask(draft_id: str, section_id: str, span: Span, action: Action) -> None:
    """Have a stretch of a section's text retouched; says why where that cannot be done."""
    drafts: list[Draft] = []
    if not attempt(lambda: drafts.append(store().load(draft_id).draft)):
        return
    draft = drafts[0]
    section = draft.section(section_id)
    if section is None or not section.text[slice(*span)].strip():
        say("info", t("retouch.nothing"))
        return
    session().retouched = Place(text_field(section_id), *span)
    if action != WITHOUT_MODEL:
        start_errand(draft, KIND, lambda conversation: _asked(conversation, draft, section_id, span, action))
        return
    retouch = restore_wording(draft, section, span)
    if retouch is None:
        say("info", t("retouch.no_source"))
    else:
        errands().keep(draft_id, KIND, retouch)


def _asked(conversation: Conversation, draft: Draft, section_id: str, span: Span, action: Action) -> object:
    section = draft.section(section_id)
    return None if section is None else ask_retouch(conversation, draft, section, span, action)


def ask_where(draft_id: str, act: Mapping[str, object]) -> None:
    """Do as `ask` for the sentences that the article's selection touches, as the browser names them."""
    section_id, action = str(act.get("section")), act.get("action")
    drafts: list[Draft] = []
    if action not in ACTIONS or not attempt(lambda: drafts.append(store().load(draft_id).draft)):
        return
    section = drafts[0].section(section_id)
    start, quote = act.get("start"), act.get("quote")
    if section is None or not isinstance(start, int) or not isinstance(quote, str):
        return
    span = touched_sentences(section.text, drafts[0].language, start, quote)
    ask(draft_id, section_id, span, next(known for known in ACTIONS if known == action))


def touched_sentences(markdown: str, language: str, start: int, quote: str) -> Span:
    """Return the stretch of the sentences that a selection touches; the one at `start` when nothing is selected.

    `start` counts UTF-16 units of the visible text, `quote` is what is selected of it. An empty stretch when there is
    no sentence.
    """
    shown = visible_text(markdown)
    first = len(shown.encode("utf-16-le")[: 2 * start].decode("utf-16-le", "ignore"))
    if shown[first : first + len(quote)] != quote:
        first = max(shown.find(quote), 0)
    last = first + len(quote)
    spans = [(span, visible_span(markdown, span)) for span in sentence_spans(markdown, language)]
    touched = [span for span, (begin, end) in spans if begin < last and first < end]
    if not touched:
        touched = [span for span, (begin, end) in spans if begin <= first <= end][:1]
    return (touched[0][0], touched[-1][1]) if touched else (0, 0)


def standing_retouch(draft: Draft, retouch: Retouch) -> Retouch | None:
    """Return the retouch, None when the text that it was made for has changed."""
    section = draft.section(retouch.section_id)
    is_there = section is not None and section.text[retouch.start : retouch.end] == retouch.before
    return retouch if is_there else None


def take(draft_id: str, retouch: Retouch) -> None:
    """Put the retouched sentences into the article."""
    if keep_change(draft_id, partial(take_retouch, retouch=retouch, instant=now())):
        leave(draft_id, KIND)


def take_choices(draft_id: str, places: object) -> None:
    """Put those of the proposed sentences into the article whose places are given; anything else is no place."""
    view = errands().view(draft_id, KIND)
    retouch = view.result if view is not None else None
    drafts: list[Draft] = []
    if not isinstance(retouch, Retouch) or not attempt(lambda: drafts.append(store().load(draft_id).draft)):
        return
    chosen = frozenset(place for place in places if isinstance(place, int)) if isinstance(places, list) else frozenset()
    choices = choices_of(retouch, drafts[0].language)
    take(draft_id, with_choices(drafts[0], retouch, choices, chosen))


def retouch_view(draft: Draft) -> tuple[Place, dict[str, Value]] | None:
    """Return where the article shows a retouch and what it says of it; None when this page asked for none."""
    view, place = errands().view(draft.id, KIND), session().retouched
    if view is None or place is None:
        return None
    told: dict[str, Value] = {"number": round(view.started * 1000), "state": view.state}
    if view.error is not None:
        return place, {**told, "text": describe(view.error, session().language)}
    retouch = standing_retouch(draft, view.result) if isinstance(view.result, Retouch) else None
    if view.state == "done" and retouch is None:
        return place, {**told, "state": "failed", "text": t("error.text-changed")}
    if retouch is None:
        return place, {**told, "text": t("retouch.running")}
    problems = problems_of(draft, retouch.checks, retouch.after)
    return place, {
        **told,
        "text": t("retouch.same") if retouch.after == retouch.before else "",
        "choices": [_runs(choice.before, choice.after) for choice in choices_of(retouch, draft.language)],
        "problems": [render(problem, session().language) for problem in problems],
    }


def _runs(before: str, after: str) -> list[Value]:
    return [{"kind": change.kind, "text": change.text} for change in compare_texts(before, after)]
