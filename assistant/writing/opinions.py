"""The second opinion: a model reads sentences against the sources; what it quotes must stand there, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.facts.opinions import quoted_passage
from assistant.model import Opinion, Passage, Source, Usage, Verdict
from assistant.writing.answer import estimate_tokens
from assistant.writing.client import Schema
from assistant.writing.conversation import Conversation
from assistant.writing.endpoints import Endpoint
from assistant.writing.prices import cost_of
from assistant.writing.prompting import Prompt, fence, fill_template, harmless, language_name
from assistant.writing.structured import Object, ask_object, text_of

BATCH: Final = 10
"""Sentences of one request. House rule: an answer to more is often cut short by small models."""
WHOLE_SOURCES: Final = 16_000
"""Characters of the sources up to which a model reads them whole: it finds what rules do not. About 4,500 tokens."""
AROUND: Final = 300
"""Characters read on both sides of a passage of longer sources."""
LONGEST_SENTENCE: Final = 1_000
TOKENS_AN_OPINION: Final = 160
"""Tokens that the answer on one sentence may take: forty words of passage and the rest."""
USUAL_TOKENS: Final = 70
VERDICTS: Final[dict[str, Verdict]] = {
    "supported": "supported",
    "altered": "altered",
    "not-found": "unsupported",
    "unsupported": "unsupported",
    "not-a-claim": "not-a-claim",
}
SCHEMA: Final[Schema] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["opinions"],
    "properties": {
        "opinions": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["number", "verdict", "words", "passage"],
                "properties": {
                    "number": {"type": "integer"},
                    "verdict": {"type": "string", "enum": ["supported", "altered", "not-found", "not-a-claim"]},
                    "words": {"type": "string"},
                    "passage": {"type": "string"},
                },
            },
        }
    },
}


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence to be read, as readers see it, and the passages of the sources that come near it.

    `sentence` is what the opinion will belong to: the words as they stand in the draft.
    """

    sentence: str
    shown: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """What opinions are made against: the sources, the words that stand for them, the article's title and language."""

    sources: tuple[Source, ...]
    digest: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Opinions:
    """What came of one request: opinions that count, and how many were void for want of an exact passage."""

    given: tuple[Opinion, ...]
    void: int = 0


def ask_opinions(conversation: Conversation, questions: Sequence[Question], reader: Reader, at: str) -> Opinions:
    """Return the model's opinions of at most `BATCH` sentences; `at` is an ISO 8601 instant in UTC.

    A sentence that it says nothing useful about has none. Raises ModelError, `model-bad-schema` for an answer that is
    no list of opinions.
    """
    prompt = opinion_prompt(questions, reader)
    answer = ask_object(conversation, prompt, SCHEMA, TOKENS_AN_OPINION * len(questions) + 200)
    if not isinstance(answer.get("opinions"), list):
        raise conversation.error("model-bad-schema", reason="opinions")
    return read_opinions(answer, questions, reader, conversation.endpoint.model, at)


def read_opinions(answer: Object, questions: Sequence[Question], reader: Reader, model: str, at: str) -> Opinions:
    """Return what counts of an answer: each sentence once, with a verdict that exists and a passage that stands."""
    given: dict[int, Opinion] = {}
    void = 0
    listed = answer.get("opinions")
    for item in listed if isinstance(listed, list) else []:
        number = _number(item.get("number"), len(questions)) if isinstance(item, dict) else None
        verdict = VERDICTS.get(text_of(item.get("verdict"))) if number is not None else None
        if number is None or verdict is None or number in given:
            continue
        passage = quoted_passage(text_of(item.get("passage")), reader.sources)
        if verdict in ("supported", "altered") and passage is None:
            void += 1
            continue
        sentence, words = questions[number].sentence, text_of(item.get("words"))
        named = words if words in sentence else ""
        shown = passage if verdict in ("supported", "altered") else None
        given[number] = Opinion(sentence, reader.digest, verdict, model, at, named, shown)
    return Opinions(tuple(given[number] for number in sorted(given)), void)


def batches(questions: Sequence[Question]) -> Iterator[Sequence[Question]]:
    """Yield the questions as they are asked: in their order, at most `BATCH` at a time."""
    for start in range(0, len(questions), BATCH):
        yield questions[start : start + BATCH]


def estimate_opinions(questions: Sequence[Question], reader: Reader, endpoint: Endpoint) -> Usage:
    """Return about what the opinions will take, with the money where the model has a price."""
    asked = requests = 0
    for batch in batches(questions):
        prompt = opinion_prompt(batch, reader)
        asked += estimate_tokens(len(prompt.instructions) + len(prompt.material))
        requests += 1
    answered = USUAL_TOKENS * len(questions)
    return Usage(asked, answered, requests, estimated=True, cost=cost_of(endpoint, asked, answered))


def opinion_prompt(questions: Sequence[Question], reader: Reader) -> Prompt:
    """Return the prompt for these sentences: the sources whole where they are short, else the passages near them."""
    fences = [
        fence(text, number, place) for number, (place, text) in enumerate(_material(questions, reader.sources), start=1)
    ]
    numbered = [
        f"{number}: {' '.join(harmless(question.shown).split())[:LONGEST_SENTENCE]}"
        for number, question in enumerate(questions, start=1)
    ]
    values = {
        "language": language_name(reader.language),
        "title": " ".join(harmless(reader.title).split())[:LONGEST_SENTENCE],
        "passages": "\n".join(fences),
        "sentences": "\n".join(numbered),
    }
    return fill_template("opinion", reader.language, values)


def _material(questions: Sequence[Question], sources: Sequence[Source]) -> Iterator[tuple[int, str]]:
    """Yield the number of a source and a stretch of its text."""
    if sum(len(source.body) for source in sources) <= WHOLE_SOURCES:
        yield from ((place, source.body) for place, source in enumerate(sources, start=1))
        return
    for place, source in enumerate(sources, start=1):
        near = sorted(
            (max(0, passage.start - AROUND), min(len(source.body), passage.end + AROUND))
            for question in questions
            for passage in question.passages
            if passage.source == source.id
        )
        merged: list[tuple[int, int]] = []
        for start, end in near:
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        yield from ((place, source.body[start:end]) for start, end in merged)


def _number(value: object, count: int) -> int | None:
    """Return the place of the sentence that a model numbers from 1, None for a number that it was not given."""
    number = int(value) if isinstance(value, str) and value.isdecimal() and len(value) < 4 else value
    return number - 1 if isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= count else None
