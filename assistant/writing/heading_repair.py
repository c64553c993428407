"""Headings that a model wrote, judged: what is torn, false or said twice gets the heading that the sources offer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.facts.verification import verify_line
from assistant.model import Draft, Section
from assistant.text.matching import contains_keyphrase
from assistant.text.words import count_words, fold
from assistant.writing.cues import cues
from assistant.writing.grouping import theme_of
from assistant.writing.headings import FEWEST_KEYPHRASE_SHARE, write_headings
from assistant.writing.story import Story
from assistant.writing.strands import Strand
from assistant.writing.tokens import read_tokens

LONGEST_HEADING: Final = 90
"""Characters of a heading. House rule: two lines of a phone."""
MOST_HEADING_WORDS: Final = 14
AND_OR: Final = frozenset(("et", "ou", "mais", "ni", "and", "or", "but", "nor"))


def with_sound_headings(
    draft: Draft, story: Story, sections: Sequence[Section], facts: Sequence[tuple[int, ...]]
) -> tuple[tuple[Section, ...], int]:
    """Return the sections with what is wrong in their headings mended, and how many headings were exchanged.

    `facts` are those of each section, as indices of `story.facts`. A heading that cannot stand is exchanged for one in
    the words of the sources; so are others, one by one, until the keyphrase stands in 30 % of them where the sources'
    words allow it. What has a text by now keeps its heading.
    """
    keyphrases = tuple(phrase for phrase in (draft.keyphrase, *draft.synonyms) if phrase.strip())
    themes = [theme_of(story, [Strand((fact,)) for fact in sorted(own)]) for own in facts]
    offered = write_headings(story, themes, draft.sources, title=draft.title, keyphrases=keyphrases)
    headings = [section.heading for section in sections]
    for place, heading in enumerate(headings):
        others = (draft.title, draft.title.partition(cues(draft.language).colon)[2], *headings[:place])
        if not is_sound(heading, draft) or fold(heading) in map(fold, others):
            headings[place] = offered[place]
    if keyphrases:
        _place_keyphrase(headings, offered, keyphrases, draft.language)
    exchanged = sum(new != section.heading for new, section in zip(headings, sections, strict=True))
    pairs = zip(sections, headings, strict=True)
    return tuple(replace(section, heading=heading) for section, heading in pairs), exchanged


def is_sound(heading: str, draft: Draft) -> bool:
    """Whether a heading can be printed: whole, not too long, and without a changed fact of the sources."""
    if len(heading) > LONGEST_HEADING or count_words(heading) > MOST_HEADING_WORDS or _is_torn(heading, draft.language):
        return False
    checks = verify_line(heading, draft.sources, draft.language, is_heading=True)
    return all(check.verdict != "altered" for check in checks)


def _is_torn(heading: str, language: str) -> bool:
    """Whether the heading breaks off: behind a small word that governs something, or within a quotation."""
    tokens, words = read_tokens(heading), cues(language)
    if not tokens or heading.count("«") != heading.count("»") or heading.count("“") != heading.count("”"):
        return True
    last = tokens[-1]
    linking = {fold(connector) for connector in words.connectors if " " not in connector}
    governs = words.prepositions | words.determiners | words.relatives | linking | AND_OR
    return not last.name and last.folded in governs and heading.rstrip()[-1:] not in "?!»”"


def _place_keyphrase(headings: list[str], offered: Sequence[str], keyphrases: tuple[str, ...], language: str) -> None:
    """Exchange headings for offered ones that hold the keyphrase in a phrase of their own, as many as are missing."""
    missing = math.ceil(FEWEST_KEYPHRASE_SHARE * len(headings))
    missing -= sum(contains_keyphrase(heading, keyphrases, language) for heading in headings)
    for place, heading in enumerate(offered):
        taken = fold(heading) in map(fold, headings)
        holds = contains_keyphrase(headings[place], keyphrases, language)
        natural = cues(language).colon not in heading and contains_keyphrase(heading, keyphrases, language)
        if missing > 0 and natural and not holds and not taken:
            headings[place] = heading
            missing -= 1
