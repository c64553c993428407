"""Actions on a few sentences: shorten, simplify, make active, split, link, place the keyphrase, restore the source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from assistant.model import Draft, Section, SentenceCheck, Span
from assistant.text.markup import escape_markdown
from assistant.writing.cleaning import cleaned
from assistant.writing.conversation import Conversation
from assistant.writing.editing import printed
from assistant.writing.extractive import bound_facts
from assistant.writing.lines import Line, join_lines, read_lines
from assistant.writing.marks import Mark, read_marks
from assistant.writing.material import Material, material_of
from assistant.writing.measuring import notions_of
from assistant.writing.mending import with_true_quotations
from assistant.writing.prompting import fill_template, harmless, language_name, listed, phrase, prompt_hash
from assistant.writing.story import tell
from assistant.writing.support import check_support
from assistant.writing.writer import SectionTask

Action = Literal["shorten", "simplify", "activate", "split", "link", "keyphrase", "restore"]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)
ACTION_TOKENS: Final = 1200


@dataclass(frozen=True, slots=True)
class Retouch:
    """A proposal for a stretch of a section's text: `start` and `end` point into the text as it was.

    `checks` say what the sources support of `after`; their offsets point into it. `model` and `prompt_hash` are None
    for the wording of the source.
    """

    section_id: str
    start: int
    end: int
    before: str
    after: str
    checks: tuple[SentenceCheck, ...]
    model: str | None = None
    prompt_hash: str | None = None


def restore_wording(draft: Draft, section: Section, span: Span) -> Retouch | None:
    """Return the stretch in the words of the sentences of the sources that it is nearest to; None when none is near."""
    text = section.text
    evidence = section.versions[-1].evidence if section.versions else ()
    restored: list[Line] = []
    for line in read_lines(text[slice(*span)], (), draft.language):
        named = [
            passage for piece in evidence if line.text in text[piece.start : piece.end] for passage in piece.passages
        ]
        facts = bound_facts(tell(draft), tuple(named)) or bound_facts(tell(draft), section.passages)
        own = notions_of(line.text, draft.language)
        shared = {sentence: len(own & notions_of(sentence.text, draft.language)) for _, sentence in facts}
        best = max(shared, key=lambda sentence: shared[sentence], default=None)
        if best is None or not shared[best]:
            return None
        restored.append(Line(line.gap, escape_markdown(printed(best.text, draft.language))))
    return _retouch(draft, section, span, tuple(dict.fromkeys(restored)))


def ask_retouch(conversation: Conversation, draft: Draft, section: Section, span: Span, action: Action) -> Retouch:
    """Return the stretch as the model retouches it. Raises ModelError, `model-empty` for no text."""
    if not section.text[slice(*span)].strip():
        raise conversation.error("model-empty")
    material = material_of(SectionTask(draft, section))
    lines = read_lines(section.text, (), draft.language)
    before, after = section.text[: span[0]].strip(), section.text[span[1] :].strip()
    values = {
        "language": language_name(draft.language),
        "action": phrase(draft.language, f"action-{action}"),
        "before": _last(before, draft.language) if lines else "",
        "after": _first(after, draft.language),
        "keyphrase": draft.keyphrase if action == "keyphrase" else "",
        "quotations": listed(f"[{quotation.mark}] = {quotation.text}" for quotation in material.quotations),
        "passages": listed(material.texts),
        "text": harmless(material.masked(section.text[slice(*span)])),
    }
    answer = conversation.ask(fill_template("action", draft.language, values), ACTION_TOKENS)
    text = _plain_text("".join(cleaned(answer.pieces(), section.heading)), material)
    if not text.strip():
        raise conversation.error("model-empty")
    mended, _ = with_true_quotations(read_lines(text, (), draft.language), draft)
    retouch = _retouch(draft, section, span, mended)
    return replace(retouch, model=conversation.endpoint.model, prompt_hash=prompt_hash(draft.language))


def _retouch(draft: Draft, section: Section, span: Span, lines: tuple[Line, ...]) -> Retouch:
    after, _ = join_lines(lines)
    before = section.text[slice(*span)]
    after = before[: len(before) - len(before.lstrip())] + after + before[len(before.rstrip()) :]
    return Retouch(section.id, *span, before, after, check_support(after, draft, ()))


def _plain_text(text: str, material: Material) -> str:
    return "".join(event for event in read_marks([text], material.stand_ins) if not isinstance(event, Mark))


def _last(text: str, language: str) -> str:
    lines = read_lines(text, (), language)
    return lines[-1].text if lines else ""


def _first(text: str, language: str) -> str:
    lines = read_lines(text, (), language)
    return lines[0].text if lines else ""
