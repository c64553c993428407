"""The outline: what each heading will tell, from which passages, in how many words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal

from assistant.model import Brief, Draft, Outline, Passage, Section, new_id
from assistant.text.words import count_words
from assistant.writing.grouping import Theme, themes, without_lonely
from assistant.writing.headings import write_headings
from assistant.writing.metadata import is_lead_in_standfirst, propose_standfirst, propose_title
from assistant.writing.selection import Length, trim, wanted_length
from assistant.writing.sentences import read_fragments
from assistant.writing.story import Story, tell
from assistant.writing.strands import Strand, count_fact_words, strands
from assistant.writing.strays import without_strays

FEWEST_HEADINGS: Final = 4
MOST_HEADINGS: Final = 7
WORDS_PER_HEADING: Final = 100
"""House rule: three short paragraphs, well under the 300 words at which Yoast SEO asks for a subheading."""
FEWEST_WORDS_PER_HEADING: Final = 35
"""House rule: two sentences; a note of a hundred words is not cut into four."""
LONG_SECTION_WORDS: Final = 300
"""Yoast SEO's limit of a text without a subheading; a longer theme is divided by H3."""
SUBDIVIDED_WORDS: Final = 180
"""Words from which a section is divided when the brief asks for H3. House rule: two parts that stand alone."""


def propose_outline(draft: Draft) -> Outline:
    """Return 4 to 7 headings (as many as the brief says), each with its passages and its share of the wanted words.

    What the proposed standfirst tells is under no heading, nor what another source counts otherwise, where neither says
    who counted. Orphans are the passages left out because the sources carry
    more than the brief asks for, and leftovers that are no sentence. Fewer headings than 4 only where the sources hold
    less than 140 words. The shares of `target_words` add up to the wanted words, or to the words of the passages when
    the brief does not say.
    """
    story = tell(draft)
    title = draft.title or propose_title(draft)
    body = tuple(fact.index for fact in story.facts if not _is_in_standfirst(draft, story, fact.index))
    length = wanted_length(draft.brief)
    agreed = tuple(fact for fact in body if fact not in story.outvoted)
    told = strands(story, agreed)
    whole = count_fact_words(story, agreed)
    total = whole if length is None else min(whole, length.most)
    found = _themes(story, told, _count_headings(draft.brief, total))
    if length is not None:
        others = [source.title for source in draft.sources if source.title]
        found = trim(story, found, _without_standfirst(draft, length), title=title, others=others)
        if story.is_merged:
            kept = sorted((strand for theme in found for strand in theme.strands), key=lambda strand: strand.facts[0])
            found = themes(story, tuple(kept), min(_count_headings(draft.brief, total), len(kept)))
    found = without_lonely(story, found, draft.brief.n_subheadings or FEWEST_HEADINGS)
    found = without_strays(story, found)
    levels = _levels(story, draft.brief, found)
    ordered = [theme for theme, _ in levels]
    headings = write_headings(story, ordered, draft.sources, title=title, keyphrases=(draft.keyphrase, *draft.synonyms))
    shares = _shares(story, ordered, draft.brief.wanted_words or whole)
    sections = tuple(
        Section(new_id(), level, heading, _passages(story, theme), share)
        for (theme, level), heading, share in zip(levels, headings, shares, strict=True)
    )
    return Outline(title, sections, _orphans(draft, story, body, found))


def share_words(sections: Sequence[Section], wanted: int) -> tuple[Section, ...]:
    """Return the sections with `wanted` words shared out by the length of their passages; exactly `wanted` in sum."""
    weights = [sum(passage.end - passage.start for passage in section.passages) for section in sections]
    return tuple(
        replace(section, target_words=share) for section, share in zip(sections, _split(wanted, weights), strict=True)
    )


def _is_in_standfirst(draft: Draft, story: Story, fact: int) -> bool:
    return fact == story.lead and len(story.facts) > 1 and is_lead_in_standfirst(draft, story)


def _without_standfirst(draft: Draft, length: Length) -> Length:
    words = count_words(propose_standfirst(draft))
    return Length(max(length.fewest - words, 0), max(length.most - words, 0))


def _count_headings(brief: Brief, words: int) -> int:
    if brief.n_subheadings:
        return brief.n_subheadings
    fewest = min(FEWEST_HEADINGS, max(words // FEWEST_WORDS_PER_HEADING, 1))
    return min(max(round(words / WORDS_PER_HEADING), fewest), MOST_HEADINGS)


def _themes(story: Story, chosen: tuple[Strand, ...], count: int) -> tuple[Theme, ...]:
    """Return the themes; paragraphs are parted into sentences where there are fewer paragraphs than headings."""
    if len(chosen) < count:
        chosen = tuple(part for strand in chosen for part in _parted(story, strand))
    return themes(story, chosen, count)


def _parted(story: Story, strand: Strand) -> list[Strand]:
    parts: list[list[int]] = []
    for fact in strand.facts:
        if not parts or story.follows[fact] is None:
            parts.append([])
        parts[-1].append(fact)
    return [Strand(tuple(part)) for part in parts]


def _levels(story: Story, brief: Brief, found: Sequence[Theme]) -> list[tuple[Theme, Literal[2, 3]]]:
    """Return the themes with their level; a long one is divided, its second half under an H3."""
    wanted = brief.heading_levels
    if wanted is not None and 3 not in wanted:
        return [(theme, 2) for theme in found]
    longest = LONG_SECTION_WORDS if wanted is None else SUBDIVIDED_WORDS
    spare = len(found) if brief.n_subheadings is None else 0
    levels: list[tuple[Theme, Literal[2, 3]]] = []
    for theme in found:
        words = count_fact_words(story, theme.facts)
        if words <= longest or len(theme.strands) < 2 or not spare:
            levels.append((theme, 2))
            continue
        spare -= 1
        cut = _middle(story, theme)
        levels.append((replace(theme, strands=theme.strands[:cut]), 2))
        levels.append((replace(theme, strands=theme.strands[cut:]), 3))
    if wanted is not None and brief.n_subheadings is not None and len(levels) > FEWEST_HEADINGS:
        levels[-2] = (levels[-2][0], 3)
    return levels


def _middle(story: Story, theme: Theme) -> int:
    """Return the place of the strand at which the theme's words are halved best."""
    sizes = [count_fact_words(story, strand.facts) for strand in theme.strands]
    return min(range(1, len(sizes)), key=lambda cut: abs(sum(sizes[:cut]) - sum(sizes[cut:])))


def _passages(story: Story, theme: Theme) -> tuple[Passage, ...]:
    return tuple(passage for fact in theme.facts for passage in story.facts[fact].passages)


def _shares(story: Story, found: Sequence[Theme], wanted: int) -> list[int]:
    return _split(wanted, [count_fact_words(story, theme.facts) for theme in found])


def _split(total: int, weights: Sequence[int]) -> list[int]:
    """Return `total` in whole parts proportional to `weights`, adding up exactly."""
    weight = sum(weights) or 1
    sums = [round(total * sum(weights[: place + 1]) / weight) for place in range(len(weights))]
    return [end - start for start, end in zip([0, *sums], sums, strict=False)]


def _orphans(draft: Draft, story: Story, body: tuple[int, ...], found: tuple[Theme, ...]) -> tuple[Passage, ...]:
    told = {fact for theme in found for fact in theme.facts}
    left = tuple(passage for fact in body if fact not in told for passage in story.facts[fact].passages)
    fragments = (passage for source in draft.sources for passage in read_fragments(source, story.language))
    return (*left, *(sentence.passage for sentence in story.left), *fragments)
