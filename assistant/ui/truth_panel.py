"""Points to check: what the sources say against the article, what was decided, and the passages behind it all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, get_args

from assistant.desk import deciding
from assistant.desk.articles import place_sections
from assistant.desk.deciding import Signature
from assistant.desk.drafting import now
from assistant.desk.inserting import insert_omission, undo_insertion
from assistant.desk.points import Checked, Review, key_of, review_of
from assistant.desk.scoring import ScoredDraft
from assistant.errors import ReviewError
from assistant.model import DecisionKind, Draft
from assistant.ui.components.truth import truth_list
from assistant.ui.resources import store
from assistant.ui.state import attempt, keep_change, say, session, t
from assistant.ui.truth_facts import facts_view, omission_id, omissions_of
from assistant.ui.truth_marks import sentence_of
from assistant.ui.truth_view import decision_id, truth_view

MOST_PUT_BACK: Final = 20
"""Changed facts of one sentence that have a button. House rule: no sentence tells more."""
Change = Callable[[Draft, Checked, Signature], Draft]
CHANGES: Final[Mapping[str, Change]] = {
    "put-back": deciding.correct,
    **{f"put-back:{number}": partial(deciding.correct, number=number) for number in range(MOST_PUT_BACK)},
    "remove": deciding.remove,
}
"""What changes the text besides. Of several changed facts each is put back by a button of its own."""


def show_truth(draft: Draft, review: Review, scored: ScoredDraft) -> None:
    """Show the points, what was decided, the facts left out, and the source behind the sentence that is looked at."""
    if draft.sources:
        view = truth_view(draft, review, facts_view(draft, scored))
        truth_list(key=f"truth_{draft.id}", view=view, on_act=partial(do, draft))


def on_mark(draft: Draft, mark_id: str, action: str) -> None:
    """Do what a button in the explanation of a mark says."""
    identifier = sentence_of(mark_id)
    if identifier and action != "open":
        do(draft, {"name": action, "id": identifier})


def do(draft: Draft, act: Mapping[str, object]) -> None:
    """Do what the panel or a mark says; a decision without a name is kept until the name is given."""
    session().notice = None
    name, identifier, reference = (str(act.get(field) or "") for field in ("name", "id", "reference"))
    session().reviewer = str(act.get("by") or "").strip() or session().reviewer
    session().asking = ()
    if name == "sign":
        return
    if name == "insert":
        _insert(draft, identifier)
    elif name == "copied":
        session().shows_copied = not session().shows_copied
    elif name == "withdraw":
        _withdraw(draft, identifier)
    elif name in (*get_args(DecisionKind), *CHANGES):
        needs_reference = name == "elsewhere" and not reference.strip()
        if not session().reviewer or needs_reference:
            session().asking = (name, identifier, reference)
        else:
            _decide(draft, name, identifier, reference)


def _decide(draft: Draft, name: str, identifier: str, reference: str) -> None:
    signature = Signature(session().reviewer, now())
    before: list[tuple[Draft, Checked]] = []

    def change(newest: Draft) -> Draft:
        before.clear()
        point = review_of(newest).sentence(identifier)
        if point is None:
            raise ReviewError("sentence-gone")
        before.append((newest, point))
        if name in CHANGES:
            return CHANGES[name](newest, point, signature)
        kind = next(kind for kind in get_args(DecisionKind) if kind == name)
        return deciding.decide(newest, point, kind, signature, reference)

    if keep_change(draft.id, change) and before:
        say("done", t(f"truth.done.{name.partition(':')[0]}"), undo=partial(_take_back, *before[0], name))


def _take_back(before: Draft, point: Checked, name: str) -> None:
    """Undo a decision, and the change of the text that came with it."""

    def change(newest: Draft) -> Draft:
        if name in CHANGES:
            return deciding.take_back(newest, before, point.key)
        return deciding.withdraw(newest, point.key)

    attempt(lambda: store().update(before.id, change))


def _insert(draft: Draft, identifier: str) -> None:
    """Put a sentence of a source into the section where it belongs, and lead there."""
    before: list[tuple[Draft, str]] = []

    def change(newest: Draft) -> Draft:
        before.clear()
        omissions = omissions_of(newest, place_sections(newest))
        omission = next((each for each in omissions if omission_id(each) == identifier), None)
        if omission is None:
            raise ReviewError("passage-gone")
        changed = insert_omission(newest, omission, now())
        pairs = zip(newest.sections, changed.sections, strict=True)
        before.append((newest, next(new.id for old, new in pairs if old.versions != new.versions)))
        return changed

    if keep_change(draft.id, change) and before:
        say("done", t("truth.done.insert"), undo=partial(_take_out, *before[0]))


def _take_out(before: Draft, section_id: str) -> None:
    """Undo an insertion: the text before it becomes current again, and the plan as it was."""

    def change(newest: Draft) -> Draft:
        return undo_insertion(newest, before, section_id)

    attempt(lambda: store().update(before.id, change))


def _withdraw(draft: Draft, identifier: str) -> None:
    """Take back the decision of that name, or the one on that sentence; the text stays as it is."""

    def change(newest: Draft) -> Draft:
        sentence = review_of(newest).sentence(identifier)
        for decision in newest.decisions:
            if decision_id(decision) == identifier or (sentence and key_of(decision) == sentence.key):
                return deciding.withdraw(newest, key_of(decision))
        return newest

    keep_change(draft.id, change)
