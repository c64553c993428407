"""The writer without a model: the sources' own sentences, each fact once, every piece with its passages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from assistant.model import Draft, Origin, Passage, Piece
from assistant.text.markup import escape_markdown
from assistant.writing.antecedents import safe_wording
from assistant.writing.cues import cues
from assistant.writing.editing import printed
from assistant.writing.sentences import Sentence, points_back
from assistant.writing.service_blocks import service_pieces
from assistant.writing.story import Fact, Story, tell
from assistant.writing.strands import PARAGRAPH_WORDS, REMARK_WORDS, is_question
from assistant.writing.writer import SectionTask

PARAGRAPH_SENTENCES: Final = 4
MOST_PARAGRAPH_SENTENCES: Final = 7
"""Of one paragraph of the source, and with those whose pronoun needs the sentence before. House rule: a pronoun opens
no paragraph, and a thought that the source tells in seven short sentences stays one."""
FEWEST_PARAGRAPH_SENTENCES: Final = 2


class ExtractiveWriter:
    """Writes a section from the sentences of its passages, in their order. Same task, same text."""

    origin: Origin = "extractive"
    model: str | None = None

    def prompt_hash(self, task: SectionTask) -> str | None:
        """Return None: there is no prompt."""
        return None

    def stream(self, task: SectionTask) -> Iterator[Piece]:
        """Yield the sentences of the section, joined to paragraphs; nothing for a section without passages."""
        story = tell(task.draft)
        told = bound_facts(story, task.section.passages)
        if task.section.kind != "story":
            yield from service_pieces(story, task.section.kind, told)
            return
        yield from _write(task.draft, story, told)


def bound_facts(story: Story, passages: tuple[Passage, ...]) -> tuple[tuple[Fact, Sentence], ...]:
    """Return the facts that the passages tell, in their order, each once, with the sentence to print for it.

    That is the sentence chosen for the whole story, unless the journalist bound only one of its twins.
    """
    bound: dict[int, list[Sentence]] = {}
    for passage in passages:
        for sentence in story.sentences_in(passage):
            bound.setdefault(story.fact_of(sentence), []).append(sentence)
    return tuple(
        (fact, fact.sentence if fact.sentence in sentences else sentences[0])
        for fact, sentences in ((story.facts[index], sentences) for index, sentences in bound.items())
    )


def _write(draft: Draft, story: Story, told: tuple[tuple[Fact, Sentence], ...]) -> Iterator[Piece]:
    """Yield the sentences with the gaps between them and the marks of lists and quotations before them."""
    previous: Sentence | None = None
    for paragraph in _paragraphs(story, told):
        for place, (fact, sentence) in enumerate(paragraph):
            continues = previous is not None and _goes_on(previous, sentence)
            text = printed(sentence.text, story.language, opens=not continues)
            wording = safe_wording(draft, story, fact, sentence, text, alone=not continues)
            if place:
                gap = " "
            elif previous is None:
                gap = ""
            else:
                gap = "\n" if previous.kind == sentence.kind == "list" else "\n\n"
            mark = "" if place else {"list": "- ", "quote": "> "}.get(sentence.kind, "")
            yield Piece(gap + mark + escape_markdown(wording.text), wording.passages)
            previous = sentence


def _paragraphs(story: Story, told: tuple[tuple[Fact, Sentence], ...]) -> list[list[tuple[Fact, Sentence]]]:
    """Return the sentences in paragraphs of 2 to 4 where they allow it; each item of a list alone."""
    paragraphs: list[list[tuple[Fact, Sentence]]] = []
    for fact, sentence in told:
        if not paragraphs or not _joins(story, sentence, [known for _, known in paragraphs[-1]]):
            paragraphs.append([])
        paragraphs[-1].append((fact, sentence))
    for before, after in pairwise(paragraphs):
        alone = len(after) == 1 and after is paragraphs[-1] and after[0][1].kind == "paragraph"
        alone = alone and not before[-1][1].leans
        if alone and len(before) > FEWEST_PARAGRAPH_SENTENCES and before[-1][1].kind == "paragraph":
            after.insert(0, before.pop())
    return paragraphs


def _goes_on(previous: Sentence, sentence: Sentence) -> bool:
    """Whether the sentence follows in its source on the one that was just written."""
    return previous.source == sentence.source and previous.place == sentence.place - 1


def _joins(story: Story, sentence: Sentence, paragraph: list[Sentence]) -> bool:
    """Whether the sentence belongs to the paragraph: the source has it so, or the paragraph is still short."""
    previous = paragraph[-1]
    if sentence.kind != previous.kind or sentence.kind == "list":
        return False
    same = previous.source == sentence.source and previous.block == sentence.block
    if sentence.kind == "quote":
        return same
    if is_question(sentence):
        return False
    if is_question(previous) and _goes_on(previous, sentence):
        return True
    words = sum(known.words for known in paragraph) + sentence.words
    if _goes_on(previous, sentence) and points_back(sentence.text, cues(story.language)):
        return len(paragraph) < MOST_PARAGRAPH_SENTENCES
    most = MOST_PARAGRAPH_SENTENCES if same else PARAGRAPH_SENTENCES
    if len(paragraph) >= most or words > PARAGRAPH_WORDS:
        return sentence.leans and len(paragraph) < FEWEST_PARAGRAPH_SENTENCES
    remark = sentence.words < REMARK_WORDS and _goes_on(previous, sentence)
    return same or sentence.leans or remark or len(paragraph) < FEWEST_PARAGRAPH_SENTENCES
