"""The checks of the scorecard: each reads an article and says what to do next. `CHECKS` is all of them, in order."""

from __future__ import annotations

from typing import Final

from assistant.checks import keyphrase, length, readability, snippet, structure
from assistant.checks.judgement import Check

CHECKS: Final[tuple[Check, ...]] = (
    length.word_count,
    length.paragraph_length,
    length.section_balance,
    structure.single_h1,
    structure.heading_order,
    structure.heading_empty,
    structure.heading_duplicate,
    structure.heading_generic,
    structure.heading_repeats_title,
    structure.heading_without_text,
    structure.text_under_headings,
    keyphrase.keyphrase_length,
    keyphrase.keyphrase_density,
    keyphrase.keyphrase_in_title,
    keyphrase.keyphrase_in_opening,
    keyphrase.keyphrase_in_headings,
    keyphrase.keyphrase_in_description,
    keyphrase.keyphrase_in_slug,
    keyphrase.keyphrase_distribution,
    snippet.title_width,
    snippet.description_length,
    snippet.slug_form,
    readability.sentence_length,
    readability.reading_ease,
    readability.transition_words,
    readability.sentence_openings,
    readability.passive_voice,
    readability.repetition,
)
