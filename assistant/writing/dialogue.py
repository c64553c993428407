"""How one section comes about: asked for, streamed, measured, mended in targeted rounds, and left with its remarks."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from assistant.errors import ModelError
from assistant.model import Draft, Evidence, Piece, Remark
from assistant.writing.aiming import aim_of
from assistant.writing.answer import Answer
from assistant.writing.cleaning import cleaned
from assistant.writing.conversation import Conversation
from assistant.writing.lines import Line, join_lines, read_lines
from assistant.writing.marks import marked_pieces, read_marks
from assistant.writing.material import Material, material_of
from assistant.writing.measuring import Measure, measure
from assistant.writing.mending import (
    filled,
    trimmed_to,
    with_missing_quotations,
    with_true_quotations,
    without_doubles,
)
from assistant.writing.neighbours import told_elsewhere
from assistant.writing.prompting import Prompt, render, render_revision
from assistant.writing.revising import obeyed, read_orders, revision_wanted
from assistant.writing.writer import Progress, Revision, SectionTask, Step

LEAST_TOKENS: Final = 512
"""Tokens that any answer may have. House rule: a hundred words with their marks, twice; a small model that does not
find its end is cut there."""
TOKENS_PER_WORD: Final = 4
"""Tokens allowed for each word aimed at. House rule: French takes about two, and a long answer is not cut."""
FEWEST_PASSAGES: Final = 1
PASSAGES_KEPT: Final = 0.6
"""Share of the passages that is tried next when a model cannot read them all. House rule."""


def write_steps(conversation: Conversation, task: SectionTask, rounds: int) -> Iterator[Step]:
    """Yield what happens while the section is written; raises ModelError after the last piece that arrived."""
    passages = task.section.passages
    left_out: list[Remark] = []
    while True:
        material = material_of(task, passages)
        prompt = render(task, material, told_elsewhere(task.draft, task.section))
        try:
            lines = yield from _streamed(conversation, task, material, prompt)
        except ModelError as error:
            if error.code != "model-context-too-long" or len(passages) <= FEWEST_PASSAGES:
                raise
            passages = passages[: max(FEWEST_PASSAGES, int(PASSAGES_KEPT * len(passages)))]
            missing = len(task.section.passages) - len(passages)
            left_out = [Remark("passages-left-out", missing)]
            yield Progress("fewer-passages", missing)
            continue
        break
    if conversation.left:
        return
    yield from _mended(conversation, task, material, lines, rounds, tuple(left_out))


def _streamed(
    conversation: Conversation, task: SectionTask, material: Material, prompt: Prompt
) -> Generator[Step, None, tuple[Line, ...]]:
    """Yield the text as it comes and return its sentences. Raises ModelError, `model-empty` for no text at all."""
    answer = conversation.ask(prompt, _most_tokens(task))
    yield from _retries(answer)
    steps: list[Piece | Evidence] = []
    for step in _marked(answer, task, material):
        steps.append(step)
        yield step
    lines = _lines_of(steps, task.language)
    if not lines and not conversation.left:
        raise conversation.error("model-empty")
    return lines


def _marked(answer: Answer, task: SectionTask, material: Material) -> Iterator[Piece | Evidence]:
    events = read_marks(cleaned(answer.pieces(), task.section.heading), material.stand_ins)
    return marked_pieces(events, material.passages)


def _lines_of(steps: Iterable[Piece | Evidence], language: str) -> tuple[Line, ...]:
    steps = tuple(steps)
    text = "".join(step.text for step in steps if isinstance(step, Piece))
    return read_lines(text, (step for step in steps if isinstance(step, Evidence)), language)


def _mended(
    conversation: Conversation,
    task: SectionTask,
    material: Material,
    lines: tuple[Line, ...],
    rounds: int,
    remarks: tuple[Remark, ...],
) -> Iterator[Step]:
    """Yield the whole section as it came, and as it is after at most so many rounds; nothing more once hung up."""
    yield _revision(lines, conversation, (*remarks, *_measured(task, lines, material).remarks()))
    if not rounds:
        _refuse_language(conversation, _measured(task, lines, material))
        return
    lines, done = with_true_quotations(lines, task.draft)
    remarks += done
    for number in range(1, rounds + 1):
        found = _measured(task, lines, material)
        prompt, again = _next_request(task, lines, found, material, first=number == 1)
        if prompt is None:
            break
        yield Progress("repair", number)
        answer = conversation.ask(prompt, _most_tokens(task))
        try:
            yield from _retries(answer)
            lines = _answered(answer, task, material, lines, found, again=again)
        except ModelError:
            break  # what there is stays, and its faults stay marked
        if conversation.left:
            return
        lines, done = with_true_quotations(lines, task.draft)
        remarks += done
    lines, done, found = _mended_by_rule(task, lines, material)
    yield _revision(lines, conversation, (*_summed((*remarks, *done)), *found.remarks()))
    _refuse_language(conversation, found)


def _mended_by_rule(
    task: SectionTask, lines: tuple[Line, ...], material: Material
) -> tuple[tuple[Line, ...], tuple[Remark, ...], Measure]:
    """Return the sentences after what needs no model, what was done, and the measure of the result."""
    found = _measured(task, lines, material)
    lines, remarks = without_doubles(lines, found)
    found = _measured(task, lines, material)
    lines, done = with_missing_quotations(lines, found, _newest(task), task.section, material)
    remarks += done
    found = _measured(task, lines, material)
    if found.is_short:
        lines, done = filled(lines, found, _newest(task), material)
    elif found.is_long:
        lines, done = trimmed_to(lines, found, material)
    return lines, remarks + done, _measured(task, lines, material)


def _next_request(
    task: SectionTask, lines: Sequence[Line], found: Measure, material: Material, *, first: bool
) -> tuple[Prompt | None, bool]:
    """Return what to ask for next and whether it is the whole section again; no prompt when nothing is to be mended.

    The whole section is asked for again once, twice where it is in another language.
    """
    if not found.in_language or (first and not found.on_heading):
        told = told_elsewhere(_newest(task), task.section)
        return render(task, material, told, reason="off-heading" if found.in_language else "language"), True
    wanted = None if found.is_good else revision_wanted(lines, found, task.draft, material)
    return (render_revision(task, material, wanted) if wanted else None), False


def _answered(
    answer: Answer, task: SectionTask, material: Material, lines: tuple[Line, ...], found: Measure, *, again: bool
) -> tuple[Line, ...]:
    """Return the sentences as the answer has them. Raises ModelError."""
    if not again:
        orders = read_orders("".join(cleaned(answer.pieces())), material, len(lines))
        return obeyed(lines, orders, found, task.draft, material) or lines
    return _lines_of(_marked(answer, task, material), task.language) or lines


def _retries(answer: Answer) -> Iterator[Progress]:
    for retry in answer.retries():
        yield Progress("retry", retry.count, retry.code, retry.wait_s)


def _measured(task: SectionTask, lines: Sequence[Line], material: Material) -> Measure:
    newest = _newest(task)
    return measure(lines, newest, task.section, material, aim_of(newest, task.section))


def _newest(task: SectionTask) -> Draft:
    return task.newest() if task.newest is not None else task.draft


def _revision(lines: Sequence[Line], conversation: Conversation, remarks: Iterable[Remark]) -> Revision:
    text, evidence = join_lines(lines)
    return Revision(text, evidence, tuple(remarks), conversation.usage)


def _summed(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """Return one remark a kind, with the sum of their counts."""
    counts: dict[str, Remark] = {}
    for remark in remarks:
        before = counts.get(remark.kind, Remark(remark.kind))
        counts[remark.kind] = replace(before, count=before.count + remark.count)
    return tuple(counts.values())


def _refuse_language(conversation: Conversation, found: Measure) -> None:
    if not found.in_language:
        raise conversation.error("model-wrong-language")


def _most_tokens(task: SectionTask) -> int:
    return max(LEAST_TOKENS, TOKENS_PER_WORD * task.section.target_words)
