"""A second opinion on a draft: which sentences are asked about, batch by batch, and how the answers are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from assistant.desk.drafting import now
from assistant.desk.points import Checked, review_of, sources_digest
from assistant.facts.judgement import compare
from assistant.facts.material import read_material
from assistant.facts.opinions import quoted_passage
from assistant.model import Draft, Opinion, Passage, Usage
from assistant.text.markup import visible_text
from assistant.writing.conversation import Conversation
from assistant.writing.endpoints import Endpoint
from assistant.writing.opinions import Question, Reader, ask_opinions, batches, estimate_opinions

Scope = Literal["unsupported", "all"]
"""What is asked about: only what the rules did not find, or every sentence that an opinion can change."""
NEAREST: Final = 3


@dataclass(frozen=True, slots=True)
class OpinionsGiven:
    """What came of it: opinions that count, those that were void, and sentences that got none."""

    count: int
    void: int
    silent: int


def asked_about(draft: Draft, scope: Scope) -> tuple[Checked, ...]:
    """Return the sentences that have no opinion yet and that one can change, those that were not found first.

    Left out are what the rules call altered, what stands in a source word for word, what claims nothing, the address,
    and what a person has decided on.
    """
    asked: dict[str, Checked] = {}
    for sentence in review_of(draft).sentences:
        verdict = sentence.check.verdict
        wanted = ("unsupported",) if scope == "unsupported" else ("unsupported", "supported")
        if verdict not in wanted or sentence.opinion is not None or sentence.field == "slug":
            continue
        if sentence.decision is None and quoted_passage(visible_text(sentence.sentence), draft.sources) is None:
            asked.setdefault(sentence.sentence, sentence)
    return tuple(sorted(asked.values(), key=lambda sentence: sentence.check.verdict != "unsupported"))


def estimate(draft: Draft, scope: Scope, endpoint: Endpoint) -> Usage:
    """Return about what the opinions on these sentences will take, with the money where the model has a price."""
    return estimate_opinions([_question(draft, each) for each in asked_about(draft, scope)], _reader(draft), endpoint)


def give_opinions(
    conversation: Conversation, draft: Draft, scope: Scope, keep: Callable[[tuple[Opinion, ...]], object]
) -> OpinionsGiven:
    """Ask about the sentences, batch by batch, and hand each batch of opinions to `keep` as it comes.

    Stopped when somebody hangs up; what came before is kept. Raises ModelError like `ask_opinions`.
    """
    reader = _reader(draft)
    questions = [_question(draft, sentence) for sentence in asked_about(draft, scope)]
    count = void = 0
    for batch in batches(questions):
        if conversation.left:
            break
        opinions = ask_opinions(conversation, batch, reader, now())
        keep(opinions.given)
        count += len(opinions.given)
        void += opinions.void
    return OpinionsGiven(count, void, max(0, len(questions) - count - void))


def keep_opinions(draft: Draft, opinions: tuple[Opinion, ...]) -> Draft:
    """Return the draft with these opinions, each in the place of an earlier one on the same words.

    Those on other sources than the present ones are dropped: they would never be shown again.
    """
    digest = sources_digest(draft.sources)
    known = {opinion.sentence: opinion for opinion in (*draft.opinions, *opinions) if opinion.sources == digest}
    return replace(draft, opinions=tuple(known.values()))


def _reader(draft: Draft) -> Reader:
    return Reader(draft.sources, sources_digest(draft.sources), draft.title, draft.language)


def _question(draft: Draft, sentence: Checked) -> Question:
    shown = visible_text(sentence.sentence) if sentence.field == "text" else sentence.sentence
    return Question(sentence.sentence, shown.strip(), _near(draft, sentence, shown))


def _near(draft: Draft, sentence: Checked, shown: str) -> tuple[Passage, ...]:
    """Return the passages that the check compared, else those that share most words with the sentence."""
    if sentence.check.passages:
        return sentence.check.passages
    evidence = compare(shown, read_material(draft.sources, draft.language)).evidence
    return tuple(told.passage for told in evidence if told.passage is not None)[:NEAREST]
