"""An outline by a language model: asked for against a schema, checked in code, repaired, or refused with the reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from assistant.model import Draft, Outline, Passage, Section, new_id
from assistant.text.words import count_words
from assistant.writing.client import Schema
from assistant.writing.conversation import Conversation
from assistant.writing.heading_repair import with_sound_headings
from assistant.writing.metadata import is_lead_in_standfirst
from assistant.writing.outline import share_words
from assistant.writing.prompting import fence, fill_template, language_name
from assistant.writing.story import Fact, Story, tell
from assistant.writing.structured import Object, ask_object, text_of
from assistant.writing.tongue import is_in_language

ANGLES: Final = 3
FEWEST_HEADINGS: Final = 2
MOST_HEADINGS: Final = 12
LONGEST_ANGLE: Final = 90
"""Characters of an angle's name. House rule: one line of the page."""
OUTLINE_TOKENS: Final = 3000
"""House rule: three angles of ten headings with their passages."""

REFUSALS: Final = {
    "angles": "model-bad-schema",
    "headings": "model-bad-outline",
    "language": "model-outline-language",
}
"""The error that says why no angle could be used."""

_NUMBERING = re.compile(r"^(?:#{1,6}\s+|(?:H[23]|[0-9]{1,2}|[IVX]{1,4})\s?[.):–-]\s+)", re.IGNORECASE)

SCHEMA: Final[Schema] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["angles"],
    "properties": {
        "angles": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["angle", "sections"],
                "properties": {
                    "angle": {"type": "string"},
                    "sections": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["heading", "level", "passages"],
                            "properties": {
                                "heading": {"type": "string"},
                                "level": {"type": "integer", "enum": [2, 3]},
                                "passages": {"type": "array", "items": {"type": "integer"}},
                            },
                        },
                    },
                },
            },
        }
    },
}


@dataclass(frozen=True, slots=True)
class Angle:
    """One outline to choose from. `repairs` counts what had to be mended in it: headings dropped, passages moved.

    `exchanged` counts the headings that could not stand, or the keyphrase needed: they have the sources' words now.
    """

    name: str
    outline: Outline
    repairs: int = 0
    exchanged: int = 0


def propose_angles(
    draft: Draft, conversation: Conversation, *, instruction: str = "", angles: int = ANGLES
) -> tuple[Angle, ...]:
    """Return outlines by the model; with an `instruction`, the draft's own outline changed as it says.

    Each heading has passages, each passage is under one heading; orphans are the facts that none uses. Raises
    ModelError `model-bad-schema`, `model-bad-outline` or `model-outline-language` when no angle can be used.
    """
    story = tell(draft)
    facts = _facts(draft, story)
    wanted = draft.brief.n_subheadings
    prompt = fill_template(
        "outline",
        draft.language,
        {
            "language": language_name(draft.language),
            "angles": "1" if instruction else str(angles),
            "headings": str(wanted) if wanted else "4-7",
            "keyphrase": draft.keyphrase,
            "title": draft.title,
            "current": _current(draft, story, facts) if instruction else "",
            "instruction": " ".join(instruction.split())[:1000],
            "passages": "\n".join(
                fence(fact.sentence.text, number, _source_number(draft, fact)) for number, fact in enumerate(facts, 1)
            ),
        },
    )
    answer = ask_object(conversation, prompt, SCHEMA, OUTLINE_TOKENS)
    return _checked(draft, conversation, facts, answer)


def _checked(draft: Draft, conversation: Conversation, facts: Sequence[Fact], answer: Object) -> tuple[Angle, ...]:
    given = answer.get("angles")
    found: list[Angle] = []
    reason = "angles"
    for item in given if isinstance(given, list) else []:
        checked = check_angle(draft, facts, item)
        if isinstance(checked, Angle):
            found.append(checked)
        else:
            reason = checked
    if not found:
        raise conversation.error(REFUSALS[reason])
    return tuple(found[:ANGLES])


def check_angle(draft: Draft, facts: Sequence[Fact], item: object) -> Angle | str:
    """Return one angle of an answer, mended where that is safe; else the name of what is wrong with it.

    Dropped are headings without words or without passages of their own, and passages that do not exist or stand under
    an earlier heading already; headings that cannot be printed get the sources' words. "headings": too few are left;
    "language": they are in another one.
    """
    if not isinstance(item, dict):
        return "angles"
    rows = item.get("sections")
    used: set[int] = set()
    repairs = 0
    sections: list[Section] = []
    told: list[tuple[int, ...]] = []
    for row in rows if isinstance(rows, list) else []:
        before = frozenset(used)
        section, mended = _section(row, facts, used, is_first=not sections)
        repairs += mended
        if section is not None:
            sections.append(section)
            told.append(tuple(facts[index].index for index in used - before))
    if not min(FEWEST_HEADINGS, len(facts)) <= len(sections) <= MOST_HEADINGS:
        return "headings"
    if not is_in_language(". ".join(section.heading for section in sections), draft.language):
        return "language"
    wanted = draft.brief.wanted_words or sum(count_words(facts[index].sentence.text) for index in used)
    orphans = tuple(passage for index, fact in enumerate(facts) if index not in used for passage in fact.passages)
    sound, exchanged = with_sound_headings(draft, tell(draft), sections, told)
    outline = Outline(draft.title, share_words(_with_ids(draft, sound), wanted), orphans)
    return Angle(text_of(item.get("angle"))[:LONGEST_ANGLE], outline, repairs, exchanged)


def twice_used(draft: Draft) -> tuple[Passage, ...]:
    """Return the passages that stand under more than one heading of the draft."""
    counts = Counter(passage for section in draft.sections if section.kind == "story" for passage in section.passages)
    return tuple(passage for passage, count in counts.items() if count > 1)


def _section(row: object, facts: Sequence[Fact], used: set[int], *, is_first: bool) -> tuple[Section | None, int]:
    """Return a heading with its passages, and how much had to be mended; None for one that cannot be used."""
    if not isinstance(row, dict):
        return None, 1
    heading = clean_heading(text_of(row.get("heading")))
    numbers = row.get("passages")
    given = [number - 1 for number in numbers if type(number) is int] if isinstance(numbers, list) else []
    own = [index for index in dict.fromkeys(given) if 0 <= index < len(facts) and index not in used]
    if not heading or not own:
        return None, 1
    used.update(own)
    level: Literal[2, 3] = 3 if row.get("level") == 3 and not is_first else 2
    passages = tuple(passage for index in own for passage in facts[index].passages)
    return Section(new_id(), level, heading, passages), len(given) - len(own)


def clean_heading(text: str) -> str:
    """Return a heading without numbering, marks around it, or a final stop."""
    bare = _NUMBERING.sub("", text.strip().strip('*_"“”').strip())
    return bare.strip("*_ ").rstrip(".;: \u00a0")


def _with_ids(draft: Draft, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections, those whose heading or most passages the draft has already under their old id and texts."""
    free = list(draft.sections)
    kept: list[Section] = []
    for section in sections:
        same = next((old for old in free if old.heading == section.heading or _is_same(old, section)), None)
        if same is None:
            kept.append(section)
            continue
        free.remove(same)
        kept.append(replace(section, id=same.id, kind=same.kind, versions=same.versions))
    return tuple(kept)


def _is_same(one: Section, other: Section) -> bool:
    shared = len({*one.passages} & {*other.passages})
    return shared > 0.6 * max(len(one.passages), len(other.passages), 1)


def _facts(draft: Draft, story: Story) -> tuple[Fact, ...]:
    """Return what the sections may tell: all facts but the lead where the standfirst tells it."""
    skipped = story.lead if len(story.facts) > 1 and is_lead_in_standfirst(draft, story) else None
    return tuple(fact for fact in story.facts if fact.index != skipped)


def _source_number(draft: Draft, fact: Fact) -> int:
    return next((n for n, source in enumerate(draft.sources, 1) if source.id == fact.sentence.source), 1)


def _current(draft: Draft, story: Story, facts: Sequence[Fact]) -> str:
    numbers = {fact.index: number for number, fact in enumerate(facts, 1)}
    lines = []
    for section in draft.sections:
        told = {story.fact_of(sentence) for passage in section.passages for sentence in story.sentences_in(passage)}
        named = sorted(numbers[index] for index in told if index in numbers)
        lines.append(f"\n- H{section.level} {section.heading} {named}")
    return "".join(lines)
