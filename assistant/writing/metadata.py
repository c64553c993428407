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
from assistant.writing.resemblance import compare
from assistant.writing.sentences import stammering
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
    others = [fact for fact in story.facts if fact is not lead and not fact.sentence.leans]
    facts = [lead, *sorted(others, key=lambda fact: (-len(fact.twins), fact.sentence.place, fact.index))]
    texts: list[tuple[str, int]] = []
    for rank, fact in enumerate(facts[:DESCRIBED_FACTS]):
        texts.extend((text, rank) for text in _describing(fact, draft.language))
    texts.extend(
        (f"{one} {other}", rank + 1)
        for (one, rank), (other, next_rank) in pairwise(sorted(texts, key=lambda item: item[1]))
        if rank != next_rank and len(one) + len(other) < MOST_DESCRIPTION
    )
    whole = frozenset(printed(fact.sentence.text, draft.language) for fact in facts[:DESCRIBED_FACTS])
    fitting = [item for item in texts if len(item[0]) <= MOST_DESCRIPTION]
    if not fitting:
        return ""
    return max(fitting, key=lambda item: _description_worth(draft, whole, *item))[0]


def propose_slug(title: str, keyphrase: str, language: str) -> str:
    """Return the address of the article: lower-case ASCII words joined by hyphens, at most 75 characters.

    Small words are dropped; the words of the keyphrase stay, and lead where the title lacks them.
    """
    small = {fold(word) for word in pack(language).function_words}
    wanted = (
        [part for word in content_words(keyphrase, language) for part in _slug_words(word)] if keyphrase.strip() else []
    )
    keys = {stem(word, language) for word in wanted}
    words = [word for word in _slug_words(title) if word not in small or word in wanted]
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
    text = printed(fact.sentence.text, language)
    if len(text) <= MOST_DESCRIPTION:
        return [text]
    borders = cues(language).title_borders
    clause = main_clause(text, language, longest=MOST_DESCRIPTION - 1, most_words=40, borders=borders)
    cut = clause or shortened(text, language, longest=MOST_DESCRIPTION - 1, fewest_words=8, needs_verb=True)
    return [f"{cut}."] if cut else []


def _description_worth(draft: Draft, whole: frozenset[str], text: str, rank: int) -> tuple[bool, float, int]:
    fits = FEWEST_DESCRIPTION <= len(text) <= MOST_DESCRIPTION
    named = bool(draft.keyphrase) and contains_keyphrase(text, (draft.keyphrase, *draft.synonyms), draft.language)
    return fits, 1.5 * named - 0.4 * rank - 0.5 * (text not in whole), len(text)
