"""Standfirst, description and slug, all in the sources’ own words; the title has a module of its own.

The standfirst is the sentence that leads the story, and no section repeats it; it is the source's own standfirst
where that one tells something that the body does not.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from assistant.lang import pack
from assistant.model import Draft
from assistant.text.matching import contains_keyphrase, content_words, stem
from assistant.text.words import count_words, fold
from assistant.writing.clauses import main_clause, shortened
from assistant.writing.cues import cues
from assistant.writing.editing import printed
from assistant.writing.merging import turn_of
from assistant.writing.resemblance import compare
from assistant.writing.sentences import is_damaged, stammering
from assistant.writing.story import Fact, Story, tell
from assistant.writing.titles import propose_title

__all__ = ["propose_description", "propose_slug", "propose_standfirst", "propose_title"]

FEWEST_DESCRIPTION: Final = 121
MOST_DESCRIPTION: Final = 156
"""Characters of a description: Yoast SEO's assessment of the meta description."""
LONGEST_SLUG: Final = 75
"""Characters of a slug. House rule: what result lists show of an address."""
DEK_WORDS: Final = (8, 45)
DEK_REPEATED_SHARE: Final = 0.45
DESCRIBED_FACTS: Final = 12
MOST_PAIRED: Final = 10
ANNOUNCED_WORTH: Final = 2.0
NAMED_WORTH: Final = 0.7
RANK_COST: Final = 0.12
SHORT_WORTH: Final = 0.8
OPENING_SHARE: Final = 0.4
WHOLE_WORTH: Final = 0.3
"""Against 1 for the right length: a description is about what the title announces before all else. House rule."""

_SLUG_WORD = re.compile(r"[a-z0-9]+")


def propose_standfirst(draft: Draft) -> str:
    """Return one sentence that opens the article: the lead, or the source's own standfirst where it tells more.

    Empty where the sources hold a single sentence.
    """
    story = tell(draft)
    if story.lead is None or len(story.facts) < 2:
        return ""  # the only sentence is for the section
    return _own_standfirst(draft, story) or printed(story.facts[story.lead].sentence.text, draft.language)


def is_lead_in_standfirst(draft: Draft, story: Story) -> bool:
    """Whether the proposed standfirst tells the lead, so that no section has to.

    The standfirst that the draft has does not matter: a new outline comes with a new standfirst.
    """
    if story.lead is None:
        return False
    lead = fold(printed(story.facts[story.lead].sentence.text, draft.language)).rstrip(" .")
    return lead in fold(propose_standfirst(draft))


def propose_description(draft: Draft) -> str:
    """Return 121 to 156 characters of whole sentences or clauses of the sources, with the keyphrase where they have it.

    Shorter where the sources have nothing of that length; empty without a sentence.
    """
    story = tell(draft)
    if story.lead is None:
        return ""
    lead = story.facts[story.lead]
    others = [
        fact
        for fact in story.facts
        if fact is not lead and not fact.sentence.leans and not is_damaged(fact.sentence.text, draft.language)
    ]
    facts = [lead, *sorted(others, key=lambda fact: (-len(fact.twins), fact.sentence.place, fact.index))]
    texts: list[tuple[str, int]] = []
    for rank, fact in enumerate(facts[:DESCRIBED_FACTS]):
        texts.extend((text, rank) for text in _describing(fact, draft.language))
    announced = story.keys_of(draft.title or propose_title(draft))
    texts = sorted(_of_one_event(draft, story, texts), key=lambda item: item[1])
    openings = [item for item in texts if _opens(story, announced, *item)]
    pairs = [
        (f"{one} {other}", next_rank)
        for one, rank in openings[:MOST_PAIRED]
        for other, next_rank in texts[:MOST_PAIRED]
        if rank < next_rank and len(one) + len(other) < MOST_DESCRIPTION
    ]
    whole = frozenset(printed(fact.sentence.text, draft.language) for fact in facts[:DESCRIBED_FACTS])
    fitting = [item for item in (*openings, *pairs) if len(item[0]) <= MOST_DESCRIPTION]
    return max(
        fitting or texts, key=lambda item: _description_worth(draft, story, announced, whole, *item), default=("", 0)
    )[0]


def propose_slug(title: str, keyphrase: str, language: str) -> str:
    """Return the address of the article: lower-case ASCII words joined by hyphens, at most 75 characters.

    Small words are dropped, but where they stand within the keyphrase (Kim Jong-un); its words lead where the title
    lacks them.
    """
    wanted = (
        [part for word in content_words(keyphrase, language) for part in _slug_words(word)] if keyphrase.strip() else []
    )
    keys = {stem(word, language) for word in wanted}
    words = _telling_words(_slug_words(title), wanted, language)
    if not keys <= {stem(word, language) for word in words}:
        words = [*wanted, *(word for word in words if stem(word, language) not in keys)]
    kept: list[str] = []
    needed = len(keys)
    for word in words:
        is_needed = stem(word, language) in keys
        reserve = 0 if is_needed else sum(len(w) + 1 for w in wanted if w not in kept) if needed else 0
        if len("-".join([*kept, word])) + reserve <= LONGEST_SLUG:
            kept.append(word)
    return "-".join(kept)[:LONGEST_SLUG].strip("-")


def _telling_words(words: list[str], wanted: list[str], language: str) -> list[str]:
    """Return `words` without the small ones; one of `wanted` stays beside its neighbour there: Jong-un, not "un"."""
    small = {fold(word) for word in pack(language).function_words}
    joints = set(pairwise(wanted))
    around = zip(["", *words], words, [*words[1:], ""], strict=False)
    return [
        word
        for before, word, after in around
        if word not in small or [word] == wanted or joints & {(before, word), (word, after)}
    ]


def _slug_words(text: str) -> list[str]:
    return _SLUG_WORD.findall(fold(text))


def _own_standfirst(draft: Draft, story: Story) -> str:
    """Return the standfirst of the lead's source, if it is a sentence and tells what no sentence of the body tells."""
    source = draft.source(story.facts[story.lead or 0].sentence.source)
    dek = (source.dek or "").strip() if source else ""
    fewest, most = DEK_WORDS
    if not fewest <= count_words(dek) <= most or stammering(dek):
        return ""
    texts = [dek, *(sentence.text for sentence in story.sentences)]
    resemblance = compare(texts, draft.language)
    if any(resemblance.containment(0, place) >= DEK_REPEATED_SHARE for place in range(1, len(texts))):
        return ""
    return dek if dek[-1] in ".!?…»" else f"{dek}."


def _describing(fact: Fact, language: str) -> list[str]:
    """Return the sentence where it fits, and the clauses of it that stand alone."""
    text = printed(fact.sentence.text, language)
    found = [text] if len(text) <= MOST_DESCRIPTION else []
    borders = cues(language).title_borders
    for length in (MOST_DESCRIPTION - 1, MOST_DESCRIPTION // 2):
        clause = main_clause(text, language, longest=length, most_words=40, borders=borders)
        cut = clause or shortened(text, language, longest=length, fewest_words=8, needs_verb=True)
        found.extend([f"{cut}."] if cut and f"{cut}." not in found else [])
    return found


def _of_one_event(draft: Draft, story: Story, texts: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the texts without those that tell the departure where the title tells the return, or the other way.

    All of them where none is left.
    """
    turn = turn_of(draft.title or propose_title(draft), story.language)
    return [item for item in texts if turn * turn_of(item[0], story.language) >= 0] or texts


def _opens(story: Story, announced: frozenset[str], text: str, rank: int) -> bool:
    """Whether a description may begin with the text: it is the lead, or tells much of what the title announces.

    Not with what somebody says: a reader of a result list does not know yet what it is about.
    """
    if text.startswith(("«", "“", '"')):
        return False
    return not rank or _told_share(story, announced, text) >= OPENING_SHARE


def _told_share(story: Story, announced: frozenset[str], text: str) -> float:
    return story.resemblance.weight(announced & story.keys_of(text)) / (story.resemblance.weight(announced) or 1.0)


def _description_worth(
    draft: Draft, story: Story, announced: frozenset[str], whole: frozenset[str], text: str, rank: int
) -> tuple[float, int]:
    """Return how well the text describes the article: it tells what the title announces, and has the length."""
    told = _told_share(story, announced, text)
    fits = 1.0 if len(text) >= FEWEST_DESCRIPTION else SHORT_WORTH * len(text) / FEWEST_DESCRIPTION
    worth = ANNOUNCED_WORTH * told + fits + _named_worth(draft, text) - RANK_COST * rank + WHOLE_WORTH * (text in whole)
    return worth, len(text)


def _named_worth(draft: Draft, text: str) -> float:
    """Return the worth of the keyphrase in the text: full as the draft spells it, half in another spelling."""
    phrases = (draft.keyphrase, *draft.synonyms)
    if not draft.keyphrase or not contains_keyphrase(text, phrases, draft.language):
        return 0.0
    return NAMED_WORTH if draft.keyphrase.casefold() in text.casefold() else NAMED_WORTH / 2
