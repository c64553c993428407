"""The writer without a model: the sources' own sentences, each fact once, every piece with its passages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assistant.model import Origin, Passage, Piece
from assistant.text.markup import escape_markdown
from assistant.writing.editing import printed
from assistant.writing.sentences import Sentence
from assistant.writing.service_blocks import service_pieces
from assistant.writing.story import Fact, Story, tell
from assistant.writing.writer import SectionTask

PARAGRAPH_SENTENCES: Final = 4
PARAGRAPH_WORDS: Final = 90
"""Words after which a new sentence opens a new paragraph. House rule: six lines of a phone."""
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
        yield from _paragraphs(story, told)


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


def _paragraphs(story: Story, told: tuple[tuple[Fact, Sentence], ...]) -> Iterator[Piece]:
    sentences = words = 0
    previous: Sentence | None = None
    for fact, sentence in told:
        continues = previous is not None and _goes_on(previous, sentence)
        text = escape_markdown(printed(sentence.text, story.language, opens=not continues))
        if previous is None:
            gap = ""
        elif sentence.kind == "list" or previous.kind == "list":
            gap = "\n" if sentence.kind == previous.kind == "list" else "\n\n"
        elif _joins(sentence, previous, sentences, words):
            gap = " "
        else:
            gap = "\n\n"
        if gap != " ":
            sentences = words = 0
            text = _opening_mark(sentence) + text
        yield Piece(gap + text, fact.passages)
        sentences += 1
        words += sentence.words
        previous = sentence


def _opening_mark(sentence: Sentence) -> str:
    return {"list": "- ", "quote": "> "}.get(sentence.kind, "")


def _goes_on(previous: Sentence, sentence: Sentence) -> bool:
    """Whether the sentence follows in its source on the one that was just written."""
    return previous.source == sentence.source and previous.place == sentence.place - 1


def _joins(sentence: Sentence, previous: Sentence, sentences: int, words: int) -> bool:
    """Whether the sentence belongs to the paragraph: it leans on it, or the paragraph is still short."""
    if "quote" in (sentence.kind, previous.kind):
        return sentence.kind == previous.kind and sentence.block == previous.block
    if sentence.leans and _goes_on(previous, sentence):
        return words <= 2 * PARAGRAPH_WORDS
    if sentences >= PARAGRAPH_SENTENCES or words + sentence.words > PARAGRAPH_WORDS:
        return False
    same = previous.source == sentence.source and previous.block == sentence.block
    return same or sentences < FEWEST_PARAGRAPH_SENTENCES
