"""From cleaned sources to a draft, and from a draft to a written article, in one go and without a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from assistant.desk import editing
from assistant.desk.job import Job
from assistant.desk.typesetting import typeset_outline
from assistant.errors import SourceError, WritingError
from assistant.lang import ARTICLE_LANGUAGES
from assistant.model import Brief, Draft, Section, Source, Version, new_id
from assistant.text.typography import typeset_line
from assistant.writing.estimating import spent_on
from assistant.writing.prices import price_list
from assistant.writing.writer import SectionTask, Writer

if TYPE_CHECKING:
    from assistant.intake import Intake
    from assistant.intake.keyphrases import Keyphrase

DEFAULT_ARTICLE_LANGUAGE = "fr"


def now() -> str:
    """Return this instant as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def draft_from_sources(
    intakes: Sequence[Intake],
    *,
    keyphrase: str | None = None,
    language: str | None = None,
    min_words: int | None = None,
) -> Draft:
    """Return a draft without outline: its sources, the first brief found in them, and a keyphrase.

    What is given by name wins over the brief. Raises SourceError("empty-source") without any source.
    """
    if not intakes:
        raise SourceError("empty-source")
    brief = next((intake.brief for intake in intakes if intake.brief), None) or Brief()
    if min_words is not None:
        brief = replace(brief, min_words=min_words, target_words=None)
    sources = tuple(intake.source for intake in intakes)
    instant = now()
    draft = Draft(
        id=new_id(),
        language=language or article_language(brief, sources[0].language),
        sources=sources,
        brief=brief,
        created=instant,
        updated=instant,
    )
    return replace(draft, keyphrase=keyphrase or first_keyphrase(draft))


def article_language(brief: Brief, source_language: str) -> str:
    """Return the language to write in: the brief's, else the source's where there is a pack for it, else French."""
    for language in (brief.language, source_language):
        if language in ARTICLE_LANGUAGES:
            return language
    return DEFAULT_ARTICLE_LANGUAGE


def keyphrase_suggestions(draft: Draft) -> tuple[Keyphrase, ...]:
    """Return suggested keyphrases for all sources together, best first."""
    return _keyphrases(draft.sources, draft.language)


def first_keyphrase(draft: Draft) -> str:
    """Return the keyphrase that the brief asks for, else the best suggestion, else the empty text."""
    if draft.brief.keywords:
        return draft.brief.keywords[0]
    suggestions = keyphrase_suggestions(draft)
    return _as_titled(draft, suggestions[0].phrase) if suggestions else ""


def _as_titled(draft: Draft, phrase: str) -> str:
    """Return the phrase as the proposed title spells it, whose spelling of a name the article goes by."""
    from assistant.writing.metadata import propose_title

    parts = r"[\s\u00a0\u202f-]+".join(re.escape(part) for part in re.split(r"[\s\u00a0\u202f-]+", phrase) if part)
    found = re.search(rf"\b{parts}\b", propose_title(replace(draft, keyphrase=phrase)), re.IGNORECASE)
    return found.group() if found and phrase != phrase.lower() else phrase


def with_outline(draft: Draft) -> Draft:
    """Return the draft with a newly proposed outline, title, standfirst, description and slug.

    The sections that it had are kept as deleted, with their texts.
    """
    from assistant.writing.metadata import propose_description, propose_slug, propose_standfirst, propose_title
    from assistant.writing.outline import propose_outline

    outline = propose_outline(draft)
    title = propose_title(draft)
    draft = editing.exchange_outline(draft, typeset_outline(outline, draft.language))
    return editing.set_details(
        draft,
        title=typeset_line(title, draft.language),
        standfirst=typeset_line(propose_standfirst(draft), draft.language),
        description=typeset_line(propose_description(draft), draft.language),
        slug=propose_slug(title, draft.keyphrase, draft.language),
    )


def write_section(draft: Draft, section: Section, writer: Writer) -> tuple[Version, ...]:
    """Return the versions that `writer` makes of a section, the current one last; none when it has nothing to write.

    Raises WritingError as the writer does.
    """
    task = SectionTask(draft, section)
    job = Job(draft.id, section.id, lambda: writer)
    job.sign(writer, task)
    for step in writer.stream(task):
        job.add(step)
    job.complete()
    return job.versions()


def write_article(draft: Draft, writer: Writer, *, most_millionths: int | None = None) -> Draft:
    """Return the draft with every section written, one after the other.

    Raises WritingError "cost-limit" before the section that would be begun when as much has been spent, in millionths
    of the price list's currency.
    """
    for section in draft.sections:
        refuse_over_limit(spent_on(draft).cost or 0, most_millionths)
        for version in write_section(draft, section, writer):
            draft = editing.keep_version(draft, section.id, version)
    return draft


def refuse_over_limit(spent: int, limit: int | None) -> None:
    """Raise WritingError "cost-limit" when as much was spent as is allowed; both in millionths of the currency."""
    if limit is not None and spent >= limit:
        currency = price_list().currency
        spent_text, limit_text = (f"{amount / 1_000_000:.4f} {currency}" for amount in (spent, limit))
        raise WritingError("cost-limit", spent=spent_text, limit=limit_text)


def with_more_sources(draft: Draft, intakes: Sequence[Intake]) -> Draft:
    """Return the draft with more sources on the same story.

    As long as nothing is written and nothing of the outline and the titles was changed by hand, both are proposed
    anew from all sources; otherwise they stay, and the new passages join the facts that no heading uses. A brief found
    in a new source counts only where there was none. A source whose name is taken gets a number after it.
    """
    from assistant.writing.sentences import read_sentences

    proposed = is_as_proposed(draft)
    for intake in intakes:
        draft = editing.add_source(draft, replace(intake.source, name=_free_name(draft, intake.source)))
    if not draft.brief.text:
        brief = next((intake.brief for intake in intakes if intake.brief), None)
        draft = replace(draft, brief=brief or draft.brief)
    if proposed:
        return with_outline(_without_proposals(draft))
    sources = (intake.source for intake in intakes)
    added = tuple(sentence.passage for source in sources for sentence in read_sentences(source, draft.language))
    return replace(draft, orphans=(*draft.orphans, *added))


def is_as_proposed(draft: Draft) -> bool:
    """Return whether nothing is written and the outline, the titles and the description are those of the proposal.

    A keyphrase chosen since then is no change: the proposal is compared with the first keyphrase and with this one.
    """
    if any(section.versions for section in draft.sections):
        return False
    bare = _without_proposals(draft)
    keyphrases = dict.fromkeys((draft.keyphrase, first_keyphrase(draft)))
    return any(_shown(with_outline(replace(bare, keyphrase=keyphrase))) == _shown(draft) for keyphrase in keyphrases)


def with_minimum(draft: Draft, min_words: int) -> Draft:
    """Return the draft asking for at least that many words, shared among the sections."""
    brief = replace(draft.brief, min_words=min_words, target_words=None)
    return editing.rebalance_targets(editing.set_brief(draft, brief))


def with_section(draft: Draft, section: Section) -> Draft:
    """Return the draft with one more section at its end; the same one again changes nothing."""
    if draft.section(section.id) is not None:
        return draft
    return replace(draft, sections=(*draft.sections, section))


def offered_service_sections(draft: Draft) -> tuple[Section, ...]:
    """Return the service blocks that the sources allow and the draft does not have yet."""
    kinds = {section.kind for section in draft.sections}
    offered = _service_sections(draft.sources, draft.language, draft.keyphrase)
    return tuple(section for section in offered if section.kind not in kinds)


@dataclass(frozen=True, slots=True)
class SourceLength:
    """How many words the sources' facts carry, and what the brief asks for, in words; None where nothing is asked."""

    honest_maximum: int
    minimum: int | None
    maximum: int | None
    wanted: int | None

    @property
    def shortfall(self) -> int:
        """The words that are missing for an honest article of the wanted length; 0 when none."""
        return max(0, (self.wanted or 0) - self.honest_maximum)


def source_length(draft: Draft) -> SourceLength:
    """Return what the sources carry against what the brief asks for."""
    brief = draft.brief
    most = _honest_maximum(draft.sources, draft.language, draft.keyphrase)
    return SourceLength(most, brief.min_words, brief.max_words, brief.wanted_words)


def _free_name(draft: Draft, source: Source) -> str:
    """Return the name of the source, with a number from 2 on when another source of the draft has it."""
    taken = {other.name for other in draft.sources if other.id != source.id}
    names = (source.name if number == 1 else f"{source.name} {number}".strip() for number in count(1))
    return next(name for name in names if name not in taken)


def _without_proposals(draft: Draft) -> Draft:
    """Return the draft as it was before its first outline was proposed; what was deleted stays deleted."""
    return replace(draft, title="", standfirst="", description="", slug="", sections=(), orphans=())


def _shown(draft: Draft) -> tuple[object, ...]:
    """Return what a journalist may have changed by hand of a draft without texts; a section's id tells nothing."""
    rows = tuple((section.level, section.heading, section.kind, section.passages) for section in draft.sections)
    return draft.title, draft.standfirst, draft.description, draft.slug, rows


# A page asks for these at every keystroke, and they depend on the sources alone.


@lru_cache(maxsize=64)
def _keyphrases(sources: tuple[Source, ...], language: str) -> tuple[Keyphrase, ...]:
    from assistant.intake import suggest_keyphrases

    if not sources:
        return ()
    body = "\n".join("\n".join(filter(None, (source.dek, source.body))) for source in sources)
    return suggest_keyphrases(body, sources[0].title, language)


@lru_cache(maxsize=64)
def _honest_maximum(sources: tuple[Source, ...], language: str, keyphrase: str) -> int:
    from assistant.writing.length import honest_maximum

    return honest_maximum(Draft("", language, sources=sources, keyphrase=keyphrase))


@lru_cache(maxsize=64)
def _service_sections(sources: tuple[Source, ...], language: str, keyphrase: str) -> tuple[Section, ...]:
    from assistant.writing.service_blocks import propose_service_sections

    return propose_service_sections(Draft("", language, sources=sources, keyphrase=keyphrase))
