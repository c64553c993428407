"""What a model proposes for a draft, checked before it is shown, and taken by the journalist or left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final, Literal

from assistant.checks.base import Reading
from assistant.desk import editing
from assistant.desk.articles import article_of
from assistant.desk.evidence import evidence_after_edit
from assistant.desk.typesetting import typeset_outline
from assistant.errors import StorageError
from assistant.facts.verification import verify_line
from assistant.model import ClaimFinding, Draft, Message, Outline, Result, SentenceCheck, Version, new_id
from assistant.scorecard import score_reading
from assistant.text.words import count_words
from assistant.writing.detailing import Details
from assistant.writing.retouching import Retouch
from assistant.writing.support import coverage

DetailName = Literal["title", "standfirst", "description", "slug", "post", "point"]
LONGEST_POST: Final = 280
"""Characters of a social post: X's limit, the narrowest of the large networks."""
LONGEST_STANDFIRST: Final = 45
"""Words of a standfirst. House rule: what the desk itself proposes at most."""

BARE_SHARE: Final = 0.95
"""Share of a sentence's words that the passages next to it have, from which on only what is left off can be wrong."""
LONGEST_WORDS_SHOWN: Final = 80
"""Characters of the words at fault that a problem names. House rule: enough to find them again."""

_WORD_AND_SPACE = re.compile(r"\S+\s*|\s+")
_CHECKS: Final = {
    "title": ("title-width", "keyphrase-in-title"),
    "description": ("description-length", "keyphrase-in-description"),
    "slug": ("keyphrase-in-slug",),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One text to take or leave. `problems` are what checks say against it, none when it is ready to be taken."""

    name: DetailName
    text: str
    problems: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a comparison: words that stay, go, or come."""

    kind: Literal["same", "gone", "new"]
    text: str


def checked_details(draft: Draft, details: Details) -> tuple[Proposal, ...]:
    """Return what a model proposed, each text with what the scorecard and the sources say against it."""
    texts: list[tuple[DetailName, str]] = [("title", title) for title in details.titles]
    texts += [("standfirst", details.standfirst), ("description", details.description), ("slug", details.slug)]
    texts += [("post", post) for post in details.posts]
    texts += [("point", point) for point in details.points]
    return tuple(Proposal(name, text, _problems(draft, name, text)) for name, text in texts if text)


def take_proposal(draft: Draft, proposal: Proposal) -> Draft:
    """Return the draft with the proposal as its title, standfirst, description or slug; others change nothing."""
    if proposal.name == "title":
        return editing.set_details(draft, title=proposal.text)
    if proposal.name == "standfirst":
        return editing.set_details(draft, standfirst=proposal.text)
    if proposal.name == "description":
        return editing.set_details(draft, description=proposal.text)
    if proposal.name == "slug":
        return editing.set_details(draft, slug=proposal.text)
    return draft


def take_outline(draft: Draft, outline: Outline) -> Draft:
    """Return the draft with a proposed outline; sections that it keeps keep their texts, as they are by now."""
    now = {section.id: section for section in draft.sections}
    sections = tuple(
        replace(section, versions=now[section.id].versions, kind=now[section.id].kind) if section.id in now else section
        for section in outline.sections
    )
    return editing.exchange_outline(draft, typeset_outline(replace(outline, sections=sections), draft.language))


def take_retouch(draft: Draft, retouch: Retouch, *, instant: str) -> Draft:
    """Return the draft with a retouched stretch as a new version of its section; evidence that still stands is kept.

    Raises StorageError "section-gone", and "text-changed" when the stretch is not what it was.
    """
    section = draft.section(retouch.section_id)
    if section is None:
        raise StorageError("section-gone")
    if not section.versions or section.text[retouch.start : retouch.end] != retouch.before:
        raise StorageError("text-changed")
    text = section.text[: retouch.start] + retouch.after + section.text[retouch.end :]
    version = Version(
        id=new_id(),
        text=text,
        origin="model" if retouch.model else "extractive",
        created=instant,
        evidence=evidence_after_edit(section.versions[-1], text),
        model=retouch.model,
        prompt_hash=retouch.prompt_hash,
    )
    return editing.keep_version(draft, section.id, version)


def compare_texts(before: str, after: str) -> tuple[Change, ...]:
    """Return how one text becomes the other, word by word; spaces belong to the word before them."""
    old, new = _words(before), _words(after)
    changes: list[Change] = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            changes.append(Change("same", "".join(old[start:end])))
            continue
        if end > start:
            changes.append(Change("gone", "".join(old[start:end])))
        if last > first:
            changes.append(Change("new", "".join(new[first:last])))
    return tuple(changes)


def problems_of(draft: Draft, checks: Sequence[SentenceCheck], text: str) -> tuple[Message, ...]:
    """Return what the sources say against a text, in the words at fault; the offsets of the checks point into it.

    A sentence whose words the sources have, but not without who said it or what limits it, is told apart.
    """
    found: list[Message] = []
    for check in checks:
        if check.verdict not in ("altered", "unsupported"):
            continue
        sentence = text[check.start : check.end]
        told = [_problem(finding) for finding in check.findings]
        is_bare = check.verdict == "unsupported" and coverage(sentence, check.passages, draft) >= BARE_SHARE
        key = "proposal.bare" if is_bare and check.passages else f"proposal.{check.verdict}"
        found += told or [Message(key, (("found", _shortened(sentence)),))]
    return tuple(dict.fromkeys(found))


def set_target(draft: Draft, section_id: str, words: int) -> Draft:
    """Return the draft with that target for a section; the others share what is left of the sum as they did before.

    Raises StorageError "section-gone".
    """
    if draft.section(section_id) is None:
        raise StorageError("section-gone")
    total = sum(section.target_words for section in draft.sections)
    others = [section for section in draft.sections if section.id != section_id]
    weight = sum(section.target_words for section in others)
    left = max(0, total - words)
    shares = {section.id: (left * section.target_words // weight if weight else 0) for section in others}
    if weight:
        largest = max(others, key=lambda section: section.target_words)
        shares[largest.id] += left - sum(shares.values())
    shares[section_id] = words
    return replace(
        draft, sections=tuple(replace(section, target_words=shares[section.id]) for section in draft.sections)
    )


def _words(text: str) -> list[str]:
    return _WORD_AND_SPACE.findall(text)


def _problems(draft: Draft, name: DetailName, text: str) -> tuple[Message, ...]:
    problems: list[Message] = []
    if name in _CHECKS:
        article = article_of(take_proposal(draft, Proposal(name, text)))
        results = score_reading(Reading(article, draft.brief)).results
        problems += [result.message for result in results if result.check in _CHECKS[name] and _is_bad(result)]
    if name == "post" and len(text) > LONGEST_POST:
        problems.append(Message("proposal.too-long", (("count", len(text)), ("limit", LONGEST_POST))))
    if name == "standfirst" and count_words(text) > LONGEST_STANDFIRST:
        problems.append(Message("proposal.too-long", (("count", count_words(text)), ("limit", LONGEST_STANDFIRST))))
    if name != "slug":
        checks = verify_line(text, draft.sources, draft.language, is_heading=name == "title")
        problems += problems_of(draft, checks, text)
    return tuple(problems)


def _problem(finding: ClaimFinding) -> Message:
    words = ("found", _shortened(finding.found)), ("expected", _shortened(finding.expected))
    return Message("proposal.expected", words) if finding.expected else Message("proposal.unsupported", words[:1])


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_WORDS_SHOWN else f"{line[:LONGEST_WORDS_SHOWN].rstrip()}…"


def _is_bad(result: Result) -> bool:
    return result.state in ("improve", "bad")
