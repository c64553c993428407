"""What a model is told: rules as instructions, the passages of one section as material. The texts are in `prompts/`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

from assistant.lang import ARTICLE_LANGUAGES
from assistant.model import Section
from assistant.writing.writer import SectionTask

PROMPTS: Final = Path(__file__).parent / "prompts"
FALLBACK_LANGUAGE: Final = "en"
LANGUAGE_NAMES: Final = {"de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian"}
FENCE: Final = "passage"
VALUE_LIMIT: Final = 300
"""Characters of one value outside the fence. House rule: a heading is far shorter, an article pasted into it is not."""

_SEPARATOR = "\n---\n"
_FENCE_MARK = re.compile(rf"<(?=[\s/]{{0,10}}{FENCE})", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """The two messages of one request: what to do, and what to do it with."""

    instructions: str
    material: str


def render(task: SectionTask, language: str) -> Prompt:
    """Return the prompt for one section, in that language (English for a language without prompts).

    Lines whose value is missing are left out. Raises LookupError when a passage's source is gone.
    """
    template = _template(_folder(language), "section")
    values = _values(task, language)
    instructions, material = (_fill(part, values) for part in template.split(_SEPARATOR, 1))
    return Prompt(instructions, material)


@cache
def prompt_hash(language: str) -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of all templates of that language."""
    folder = PROMPTS / _folder(language)
    templates = "\0".join(_template(folder.name, path.stem) for path in sorted(folder.glob("*.md")))
    return hashlib.sha256(templates.encode()).hexdigest()[:12]


def fenced(task: SectionTask) -> str:
    """Return the section's passages between marks that no passage can close: theirs are made harmless."""
    order = list(dict.fromkeys(passage.source for passage in task.section.passages))
    lines: list[str] = []
    for number, passage in enumerate(task.section.passages, 1):
        text = _FENCE_MARK.sub("‹", task.text_of(passage)).strip()
        source = order.index(passage.source) + 1
        lines.append(f'<{FENCE} number="{number}" source="{source}">\n{text}\n</{FENCE}>')
    return "\n".join(lines)


def _values(task: SectionTask, language: str) -> dict[str, str]:
    draft, section = task.draft, task.section
    before, after = _neighbours(task)
    form = _template(_folder(language), section.kind).strip() if section.kind != "story" else ""
    values = {
        "language": LANGUAGE_NAMES.get(draft.language, draft.language),
        "title": draft.title,
        "heading": section.heading,
        "previous": before,
        "next": after,
        "keyphrase": draft.keyphrase,
        "tone": draft.brief.tone or "",
        "audience": draft.brief.audience or "",
        "words": str(section.target_words or ""),
    }
    return {name: _one_line(value) for name, value in values.items()} | {"form": form, "passages": fenced(task)}


def _neighbours(task: SectionTask) -> tuple[str, str]:
    """Return the headings before and after the section, empty where there is none."""
    sections: tuple[Section, ...] = task.draft.sections
    place = next((index for index, section in enumerate(sections) if section.id == task.section.id), None)
    if place is None:
        return "", ""
    before = sections[place - 1].heading if place else ""
    after = sections[place + 1].heading if place + 1 < len(sections) else ""
    return before, after


def _fill(part: str, values: Mapping[str, str]) -> str:
    """Return the template filled in; a line is left out when one of its values is empty."""
    lines = [line for line in part.splitlines() if all(values[name] for name in Template(line).get_identifiers())]
    kept = _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()
    return Template(kept).substitute(values)


def _one_line(value: str) -> str:
    return " ".join(_FENCE_MARK.sub("‹", value).split())[:VALUE_LIMIT]


def _folder(language: str) -> str:
    return language if language in ARTICLE_LANGUAGES else FALLBACK_LANGUAGE


@cache
def _template(folder: str, name: str) -> str:
    return (PROMPTS / folder / f"{name}.md").read_text(encoding="utf-8")
