"""What the article surface shows of a draft, as plain values for the browser: texts, sections, marks, words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from assistant.desk.evidence import typed_sentences
from assistant.desk.hand_edits import excerpt_of_difference
from assistant.desk.job import FINISHED, JobView
from assistant.i18n import describe
from assistant.model import Draft, Section, Version
from assistant.text.words import count_words
from assistant.ui.article_edits import shown_in
from assistant.ui.components.surface import shown_for
from assistant.ui.marks import STANDFIRST, TITLE, Mark, heading_field, shown_place, text_field
from assistant.ui.retouching import offered_actions, retouch_view
from assistant.ui.state import session, t
from assistant.ui.writing_words import UNSOLVED, progress_of, remark_of

VERSIONS_SHOWN: Final = 8
_OWN_WORDS: Final = (
    *("loading", "article", "help", "writing", "saving", "saved", "waiting", "recovered", "close"),
    *("toolbar", "bold", "italic", "link", "bullets", "numbers", "quote", "undo", "redo", "typography"),
    *("address", "set", "unlink", "retouch"),
)

Value = str | int | bool | None | Sequence["Value"] | Mapping[str, "Value"]


def article_view(draft: Draft, views: Mapping[str, JobView], marks: Sequence[Mark]) -> dict[str, Value]:
    """Return the article as the surface shows it; a section that is being written shows what its job has."""
    texts = _texts(draft, views)
    going = session().going
    return {
        "draft": draft.id,
        "language": draft.language,
        "tries": session().surface_tries,
        "words": _words(),
        "fields": {name: _field(draft, name, text, views) for name, text in texts.items()},
        "gone": _acknowledged_elsewhere(draft, texts),
        "asides": session().asides,
        "sections": [_section(section, views.get(section.id), draft.language) for section in draft.sections],
        "marks": [_mark(mark, texts) for mark in marks if mark.place.field in texts],
        "retouches": [{"name": action, "label": t(f"retouch.{action}")} for action in offered_actions()],
        "retouch": _retouch(draft, texts),
        "go": {"number": going.number, **shown_place(going.place, texts[going.place.field])}
        if going and going.place.field in texts
        else None,
    }


def stream_view(draft: Draft, views: Mapping[str, JobView]) -> dict[str, Value]:
    """Return what `article_view` says of the sections that are being written, and nothing of the others."""
    texts = _texts(draft, views)
    running = [section for section in draft.sections if is_running(views.get(section.id))]
    names = [text_field(section.id) for section in running]
    return {
        "draft": draft.id,
        "fields": {name: _field(draft, name, texts[name], views) for name in names},
        "facts": {section.id: _facts(section, views[section.id]) for section in running},
    }


def is_running(view: JobView | None) -> bool:
    """Whether a section is being written or waits for it."""
    return view is not None and view.state not in FINISHED


def other_versions(section: Section) -> tuple[Version, ...]:
    """Return the versions of a section that are not shown, the latest first, each text once."""
    by_text = {version.text: version for version in section.versions if version.text.strip()}
    by_text.pop(section.text, None)
    kept = {version.id for version in by_text.values()}
    return tuple(version for version in reversed(section.versions) if version.id in kept)


def origin_of(version: Version) -> str:
    """Return who wrote a version, in a few words."""
    return t(f"origin.{version.origin}", model=version.model or "")


def facts_of(section: Section, view: JobView | None) -> list[tuple[str, str]]:
    """Return what is to be known of a section: words and the kind of their chip, "" for plain words."""
    facts = []
    if view is not None and view.state == "queued":
        facts.append((t("section.queued_at", place=view.place), "busy"))
    elif view is not None and view.state == "running":
        facts.append((progress_of(view), "busy"))
    elif section.text.strip():
        current = section.versions[-1]
        facts.append((origin_of(current), current.origin))
        if not current.complete:
            facts.append((t("section.incomplete"), "warning"))
        facts.extend((remark_of(remark), "warning") for remark in current.remarks if remark.kind in UNSOLVED)
    if section.kind != "story":
        facts.append((t("kind.marked", kind=t(f"kind.{section.kind}")), "service"))
    words = view.words if view is not None and view.state == "running" else count_words(section.text)
    target = section.target_words
    facts.append((t("section.words_of", words=words, count=target) if target else t("section.words", count=words), ""))
    return facts


def is_by_hand(section: Section, language: str) -> bool:
    """Whether a person wrote or edited what stands in the current text, so that rewriting it has to be asked for."""
    if not section.text.strip() or all(version.origin != "hand" for version in section.versions):
        return False
    return section.versions[-1].origin == "hand" or bool(typed_sentences(section, language))


def _texts(draft: Draft, views: Mapping[str, JobView]) -> dict[str, str]:
    texts = {TITLE: draft.title, STANDFIRST: draft.standfirst}
    for section in draft.sections:
        view = views.get(section.id)
        texts[heading_field(section.id)] = section.heading
        texts[text_field(section.id)] = view.text if view and is_running(view) and view.text else section.text
    return texts


def _field(draft: Draft, name: str, text: str, views: Mapping[str, JobView]) -> dict[str, Value]:
    kind, _, section_id = name.partition(":")
    is_text = kind == "text"
    shown = shown_for(session().surfaces, shown_in(draft.id, name), text, is_line=not is_text)
    section = draft.section(section_id) if is_text else None
    base = (section.versions[-1].id if section.versions else "") if section else text
    readonly = is_text and is_running(views.get(section_id))
    field: dict[str, Value] = {"text": shown.text, "rev": shown.rev, "acknowledged": shown.acknowledged}
    return {**field, "base": base, "readonly": readonly}


def _acknowledged_elsewhere(draft: Draft, texts: Mapping[str, str]) -> dict[str, Value]:
    """Return what was acknowledged of texts that the article no longer shows: the browser stops sending them."""
    prefix = shown_in(draft.id, "")
    fields = {name.removeprefix(prefix): shown for name, shown in session().surfaces.items() if name.startswith(prefix)}
    return {
        name: shown.acknowledged
        for name, shown in fields.items()
        if name not in texts and name.startswith(("text:", "heading:"))
    }


def _section(section: Section, view: JobView | None, language: str) -> dict[str, Value]:
    others = other_versions(section)
    error = view.error if view is not None else None
    return {
        "id": section.id,
        "level": section.level,
        "label": t("section.actions", heading=section.heading or t("section.no_heading")),
        "textLabel": t("section.text", heading=section.heading),
        "facts": _facts(section, view),
        "actions": [_action(section, view, language)],
        "versions": [] if is_running(view) else [_version(other, section.text) for other in others[:VERSIONS_SHOWN]],
        "versionsLabel": t("section.versions", count=len(others)),
        "error": describe(error, session().language) if error is not None else None,
    }


def _facts(section: Section, view: JobView | None) -> list[Value]:
    return [{"text": text, "kind": kind} for text, kind in facts_of(section, view)]


def _action(section: Section, view: JobView | None, language: str) -> dict[str, Value]:
    if is_running(view):
        return {"name": "stop", "label": t("section.stop")}
    if not section.text.strip():
        return {"name": "write", "label": t("section.write")}
    # The browser asks always, or only when the person has just typed what the server does not know yet.
    question = {"question": t("section.rewrite.question"), "no": t("section.rewrite.no"), "yes": t("section.rewrite")}
    around = t("section.rewrite.around") if section.passages else None
    asks = is_by_hand(section, language)
    return {"name": "write", "label": t("section.rewrite"), "confirm": {**question, "around": around, "always": asks}}


def _retouch(draft: Draft, texts: Mapping[str, str]) -> dict[str, Value] | None:
    shown = retouch_view(draft)
    if shown is None or shown[0].field not in texts:
        return None
    place, told = shown
    place = replace(place, end=min(place.end, len(texts[place.field])))
    return {**told, **shown_place(place, texts[place.field])}


def _version(version: Version, current: str) -> dict[str, Value]:
    excerpt = excerpt_of_difference(version.text, current)
    return {"id": version.id, "when": version.created, "origin": origin_of(version), "excerpt": excerpt}


def _mark(mark: Mark, texts: Mapping[str, str]) -> dict[str, Value]:
    return {
        "id": mark.id,
        **shown_place(mark.place, texts[mark.place.field]),
        "kind": mark.kind,
        "label": mark.label,
        "explanation": mark.explanation,
        "actions": [{"name": action.name, "label": action.label} for action in mark.actions],
    }


def _words() -> dict[str, Value]:
    own: dict[str, Value] = {name: t(f"surface.{name}") for name in _OWN_WORDS}
    fields = {"title": t("detail.title.empty"), "standfirst": t("detail.standfirst.empty")}
    sections = {"heading": t("section.no_heading"), "text": t("section.placeholder"), "restore": t("section.restore")}
    proposal = {"take": t("proposal.take"), "leave": t("proposal.leave"), "stop": t("section.stop")}
    words = {"retouchAsk": t("retouch.action"), "retouchModel": t("retouch.needs_model")}
    return {
        **own,
        **fields,
        **sections,
        **proposal,
        **words,
        "boldGlyph": t("surface.bold.glyph"),
        "locale": session().language,
    }
