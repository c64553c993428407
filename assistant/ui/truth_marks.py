"""The truth in the text: marks for what waits for a person and what was decided, and what a click on one does."""

from __future__ import annotations

from typing import Final

from assistant.desk.points import Checked, Review
from assistant.model import Draft
from assistant.ui.marks import Mark, MarkAction, MarkKind, Place
from assistant.ui.state import t
from assistant.ui.truth_view import decision_words, named_spans, notes_of, passages_of, place_of, put_back, state_of

PREFIX: Final = "truth:"
SHOW: Final = "show"
"""The action that leads to the panel; the browser does it by itself."""
LONGEST_PASSAGE: Final = 400


def truth_marks(draft: Draft, review: Review) -> tuple[Mark, ...]:
    """Return a mark for every sentence of the article: what it shows follows from its verdict and the decision."""
    return tuple(
        mark
        for sentence in review.sentences
        if sentence.field not in ("description", "slug")
        for mark in _marks(draft, sentence)
    )


def sentence_of(mark_id: str) -> str:
    """Return the id of the sentence that a mark belongs to, empty for a mark of another panel."""
    return mark_id.removeprefix(PREFIX).split(":")[0] if mark_id.startswith(PREFIX) else ""


def _marks(draft: Draft, sentence: Checked) -> tuple[Mark, ...]:
    place, name = place_of(sentence), f"{PREFIX}{sentence.id}"
    if sentence.is_point and not sentence.is_open and sentence.decision is not None:
        reopen = (MarkAction("withdraw", t("truth.undo")), MarkAction(SHOW, t("truth.show")))
        return (Mark(name, place, "decided", t("truth.state.decided"), decision_words(sentence.decision), reopen),)
    if not sentence.is_point:
        return (Mark(name, place, "sentence", _carried(sentence), _passage(draft, sentence)),)
    label, explanation = state_of(sentence), " ".join(notes_of(sentence))
    actions = _actions(sentence)
    changed = _changed(sentence, place) if sentence.verdict == "altered" else ()
    if not changed:
        return (Mark(name, place, _kind(sentence), label, explanation, actions),)
    words = (
        Mark(f"{name}:{number}", each, "altered", label, explanation, _actions(sentence, each.start))
        for number, each in enumerate(changed)
    )
    return (Mark(name, place, "sentence", label, explanation, actions), *words)


def _kind(sentence: Checked) -> MarkKind:
    return "altered" if sentence.verdict == "altered" else "unsupported"


def _changed(sentence: Checked, place: Place) -> tuple[Place, ...]:
    """Return the places of the words that are named."""
    return tuple(Place(place.field, start, end) for start, end in named_spans(sentence))


def _actions(sentence: Checked, start: int | None = None) -> tuple[MarkAction, ...]:
    """Return what can be done about the sentence, or about the words that start there."""
    return (
        *(MarkAction(name, label) for name, label, each in put_back(sentence) if start in (None, each.start)),
        MarkAction("kept", t("truth.kept")),
        MarkAction("remove", t("truth.remove")),
        MarkAction(SHOW, t("truth.show")),
    )


def _carried(sentence: Checked) -> str:
    return t("truth.carried" if sentence.check.passages else "truth.no_passage")


def _passage(draft: Draft, sentence: Checked) -> str:
    """Return the words of the first passage, for whoever reads the explanation instead of the panel."""
    passage = next(iter(passages_of(sentence)), None)
    source = draft.source(passage.source) if passage else None
    if passage is None or source is None:
        return ""
    told = " ".join(source.body[passage.start : passage.end].split())[:LONGEST_PASSAGE]
    return t("truth.passage_of", name=source.name, words=told)
