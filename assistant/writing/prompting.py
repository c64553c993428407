"""What a model is told: rules as instructions, passages as material. The texts are in `prompts/`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Final

from assistant.lang import ARTICLE_LANGUAGES
from assistant.model import Section
from assistant.text.words import fold
from assistant.writing.material import Material
from assistant.writing.writer import SectionTask

PROMPTS: Final = Path(__file__).parent / "prompts"
FALLBACK_LANGUAGE: Final = "en"
LANGUAGE_NAMES: Final = {"de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian"}
FENCE: Final = "passage"
VALUE_LIMIT: Final = 300
"""Characters of one value outside the fence. House rule: a heading is far shorter, an article pasted into it is not."""

LINE_LIMIT: Final = 2000
"""Characters of one line of a list, such as a quotation: what `quotations` takes for one."""

MOST_HOUSE_RULES: Final = 60
"""Words of the house that a model is told. House rule: as many lines as the rest of the prompt has at most."""

_SEPARATOR = "\n---\n"
_FENCE_MARK = re.compile(rf"<(?=[\s/]{{0,10}}{FENCE})", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """The two messages of one request: what to do, and what to do it with."""

    instructions: str
    material: str


def render(task: SectionTask, material: Material, told: Sequence[str] = (), *, reason: str = "") -> Prompt:
    """Return the prompt for one section, in the article's language (English for a language without prompts).

    `told` are sentences of the rest of the article, `reason` the name of what was wrong with an answer before
    ("language", "off-heading"). Lines whose value is missing are left out.
    """
    language = task.language
    values = _values(task, language) | {
        "told": listed(told),
        "quotations": _quotations(material),
        "kept": listed(f"[H{number}] = {text}" for number, text in enumerate(material.kept, 1)),
        "passages": fenced(task, material),
        "house": listed(_house_rule(language, *rule) for rule in task.house[:MOST_HOUSE_RULES]),
        "reason": phrase(language, f"reason-{reason}") if reason else "",
    }
    return fill_template("section", language, values)


def render_revision(task: SectionTask, material: Material, revision: Mapping[str, str]) -> Prompt:
    """Return the prompt for mending sentences; `revision` gives `sentences`, `corrections`, `merges`, `additions`."""
    values = {
        "language": language_name(task.language),
        "heading": _one_line(task.section.heading),
        "quotations": _quotations(material),
        "passages": fenced(task, material),
    }
    return fill_template("revise", task.language, values | {name: harmless(value) for name, value in revision.items()})


def fill_template(name: str, language: str, values: Mapping[str, str]) -> Prompt:
    """Return the prompt of that name and language; values that are missing or empty leave their lines out."""
    instructions, material = (_fill(part, values) for part in _template(_folder(language), name).split(_SEPARATOR, 1))
    return Prompt(instructions, material)


def fence(text: str, number: int, source: int) -> str:
    """Return a passage between marks that it cannot close: its own are made harmless."""
    return f'<{FENCE} number="{number}" source="{source}">\n{harmless(text).strip()}\n</{FENCE}>'


@cache
def prompt_hash(language: str) -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 of all templates of that language."""
    folder = PROMPTS / _folder(language)
    templates = "\0".join(_template(folder.name, path.stem) for path in sorted(folder.glob("*.md")))
    return hashlib.sha256(templates.encode()).hexdigest()[:12]


def fenced(task: SectionTask, material: Material) -> str:
    """Return the section's passages, each in its fence."""
    order = list(dict.fromkeys(passage.source for passage in material.passages))
    pairs = zip(material.passages, material.texts, strict=True)
    return "\n".join(
        fence(text, number, order.index(passage.source) + 1) for number, (passage, text) in enumerate(pairs, 1)
    )


def _values(task: SectionTask, language: str) -> dict[str, str]:
    draft, section = task.draft, task.section
    before, after = _neighbours(task)
    form = _template(_folder(language), section.kind).strip() if section.kind != "story" else ""
    tense, person = wanted_voice(draft.brief.text)
    values = {
        "language": language_name(draft.language),
        "title": draft.title,
        "heading": section.heading,
        "previous": before,
        "next": after,
        "keyphrase": draft.keyphrase,
        "tone": draft.brief.tone or "",
        "audience": draft.brief.audience or "",
        "words": str(section.target_words or ""),
        "tense": phrase(language, f"tense-{tense}") if tense else "",
        "person": phrase(language, f"person-{person}") if person else "",
    }
    return {name: _one_line(value) for name, value in values.items()} | {"form": form}


def wanted_voice(request: str) -> tuple[str, str]:
    """Return the tense and the person that a request names, "" for what it does not: `("present", "first-plural")`."""
    folded = fold(request)
    found = (next((name for name, pattern in names if pattern.search(folded)), "") for names in (_TENSES, _PERSONS))
    tense, person = found
    return tense, person


_TENSES: Final = (
    ("present", re.compile(r"\bau present\b|\bpresent tense\b")),
    ("past", re.compile(r"\bau passe\b|\bpast tense\b")),
)
_PERSONS: Final = (
    ("first-plural", re.compile(r"\bpremiere personne du pluriel\b|\bfirst person plural\b|\ben disant nous\b")),
    ("first", re.compile(r"\ba la premiere personne\b|\bfirst person\b")),
    ("second", re.compile(r"\bvouvo\w+|\ba la deuxieme personne\b|\bsecond person\b")),
    ("third", re.compile(r"\btroisieme personne\b|\bthird person\b")),
)


def phrase(language: str, name: str, **values: str) -> str:
    """Return one phrase of the prompts, from `phrases.md` (a line `name: the phrase`), filled in."""
    lines = _template(_folder(language), "phrases").splitlines()
    return Template(dict(line.split(": ", 1) for line in lines if ": " in line)[name]).substitute(values)


def _house_rule(language: str, written: str, instead: str) -> str:
    name = "house-instead" if instead else "house-banned"
    return phrase(language, name, found=_one_line(written), expected=_one_line(instead))


def _quotations(material: Material) -> str:
    return listed(f"[{quotation.mark}] = {quotation.text}" for quotation in material.quotations)


def listed(lines: Iterable[str]) -> str:
    """Return the lines below one another, after a line break; empty without a line."""
    return "".join(f"\n- {_one_line(line, LINE_LIMIT)}" for line in lines)


def language_name(language: str) -> str:
    """Return the English name of a language, itself where none is known."""
    return LANGUAGE_NAMES.get(language, language)


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
    lines = [line for line in part.splitlines() if all(values.get(name) for name in Template(line).get_identifiers())]
    kept = _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()
    return Template(kept).substitute(values)


def _one_line(value: str, limit: int = VALUE_LIMIT) -> str:
    return " ".join(harmless(value).split())[:limit]


def harmless(text: str) -> str:
    """Return `text` with nothing in it that could open or close a fence."""
    return _FENCE_MARK.sub("‹", text)


def _folder(language: str) -> str:
    return language if language in ARTICLE_LANGUAGES else FALLBACK_LANGUAGE


@cache
def _template(folder: str, name: str) -> str:
    return (PROMPTS / folder / f"{name}.md").read_text(encoding="utf-8")
