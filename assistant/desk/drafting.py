"""From cleaned sources to a draft, and from a draft to a written article, in one go and without a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from assistant.desk import editing
from assistant.errors import SourceError
from assistant.lang import ARTICLE_LANGUAGES
from assistant.model import Brief, Draft, Evidence, Passage, Piece, Section, Version, new_id
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
    from assistant.intake import suggest_keyphrases

    if not draft.sources:
        return ()
    body = "\n".join("\n".join(filter(None, (source.dek, source.body))) for source in draft.sources)
    return suggest_keyphrases(body, draft.sources[0].title, draft.language)


def first_keyphrase(draft: Draft) -> str:
    """Return the keyphrase that the brief asks for, else the best suggestion, else the empty text."""
    if draft.brief.keywords:
        return draft.brief.keywords[0]
    suggestions = keyphrase_suggestions(draft)
    return suggestions[0].phrase if suggestions else ""


def with_outline(draft: Draft) -> Draft:
    """Return the draft with a newly proposed outline, title, standfirst, description and slug."""
    from assistant.writing.metadata import propose_description, propose_slug, propose_standfirst, propose_title
    from assistant.writing.outline import propose_outline

    outline = propose_outline(draft)
    title = propose_title(draft)
    return replace(
        draft,
        title=title,
        standfirst=propose_standfirst(draft),
        description=propose_description(draft),
        slug=propose_slug(title, draft.keyphrase, draft.language),
        sections=outline.sections,
        orphans=outline.orphans,
    )


def write_section(draft: Draft, section: Section, writer: Writer) -> Version:
    """Return the version that `writer` makes of a section. Raises WritingError as the writer does."""
    task = SectionTask(draft, section)
    return version_of(tuple(writer.stream(task)), writer, task)


def version_of(pieces: Sequence[Piece], writer: Writer, task: SectionTask, *, complete: bool = True) -> Version:
    """Return the version that the pieces of a writer make, each piece's passages kept as evidence."""
    text, evidence = joined(pieces)
    return Version(
        id=new_id(),
        text=text,
        origin=writer.origin,
        created=now(),
        evidence=evidence,
        model=writer.model,
        prompt_hash=writer.prompt_hash(task),
        complete=complete,
    )


def joined(pieces: Sequence[Piece]) -> tuple[str, tuple[Evidence, ...]]:
    """Return the text of pieces and where in it each piece with passages stands."""
    text = ""
    evidence: list[Evidence] = []
    for piece in pieces:
        if piece.passages:
            evidence.append(Evidence(len(text), len(text) + len(piece.text), piece.passages))
        text += piece.text
    return text, tuple(evidence)


def write_article(draft: Draft, writer: Writer) -> Draft:
    """Return the draft with every section written, one after the other."""
    for section in draft.sections:
        draft = editing.keep_version(draft, section.id, write_section(draft, section, writer))
    return draft


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
    from assistant.writing.length import honest_maximum

    brief = draft.brief
    return SourceLength(honest_maximum(draft), brief.min_words, brief.max_words, brief.wanted_words)


def used_passages(draft: Draft) -> frozenset[Passage]:
    """Return the passages that the outline's story sections use."""
    return frozenset(
        passage for section in draft.sections if section.kind == "story" for passage in section.passages
    )
