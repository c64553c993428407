"""One function a command. Each reads, calls the core and prints."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.cli import answers
from assistant.cli.files import read_bytes, read_utf8, write_bytes
from assistant.cli.jsonl import Fields, Handler, optional_text, run_jsonl, text_field
from assistant.cli.requests import DEFAULT_ARTICLE_LANGUAGE, read_page, read_source, score_fields, sources_from
from assistant.errors import ExportError, SourceError, WritingError
from assistant.model import Draft
from assistant.writing.writer import Writer

if TYPE_CHECKING:
    from assistant.writing.endpoints import Endpoint

MILLION: Final = 1_000_000


def intake(options: argparse.Namespace) -> None:
    """Clean sources: files, standard input, or JSON lines."""
    from assistant.intake import read_file, read_text

    if options.jsonl:
        _stream(lambda fields: answers.intake_answer(read_source(fields)), options)
        return
    if not options.files:
        raise SourceError("empty-source")
    for name in options.files:
        if name.startswith(("http://", "https://")):
            source = read_page(name)
        else:
            source = read_text(sys.stdin.read(), "-") if name == "-" else read_file(name, read_bytes(Path(name)))
        _print({"id": name, **answers.intake_answer(source)})


def brief(options: argparse.Namespace) -> None:
    """Read instruction lines."""
    from assistant.intake import parse_brief

    def answer(fields: Fields) -> Fields:
        found = parse_brief(text_field(fields, "text"))
        return {"brief": answers.brief_fields(found) if found else None}

    _stream(answer, options)


def sentences(options: argparse.Namespace) -> None:
    """Find the sentences of texts."""
    from assistant.text.sentences import sentence_spans

    def answer(fields: Fields) -> Fields:
        language = text_field(fields, "language", DEFAULT_ARTICLE_LANGUAGE)
        return {"spans": [list(span) for span in sentence_spans(text_field(fields, "text"), language)]}

    _stream(answer, options)


def keyphrases(options: argparse.Namespace) -> None:
    """Suggest keyphrases."""
    from assistant.intake import suggest_keyphrases

    def answer(fields: Fields) -> Fields:
        language = text_field(fields, "language", DEFAULT_ARTICLE_LANGUAGE)
        found = suggest_keyphrases(text_field(fields, "text"), optional_text(fields, "title") or None, language)
        return {"keyphrases": [answers.keyphrase_fields(keyphrase) for keyphrase in found]}

    _stream(answer, options)


def score(options: argparse.Namespace) -> None:
    """Score a Markdown file, or JSON lines."""
    from assistant.checks.rules import DEFAULT_RULES
    from assistant.checks.rules_file import read_rules
    from assistant.text.markup import split_front_matter

    rules = read_rules(read_utf8(Path(options.rules))) if options.rules else DEFAULT_RULES
    if options.jsonl:
        _stream(lambda fields: score_fields(fields, options.lang, rules), options)
        return
    if not options.file:
        raise SourceError("empty-source")
    text = read_utf8(Path(options.file))
    front, _ = split_front_matter(text)
    given = {"keyphrase": options.keyphrase, "language": options.language}
    _print(
        {
            "id": options.file,
            **score_fields({**front, **{k: v for k, v in given.items() if v}, "markdown": text}, options.lang, rules),
        }
    )


def outline(options: argparse.Namespace) -> None:
    """Print the outline of one story; with a model its angles, the first one in full."""
    from assistant.model import Outline

    draft = _prepared(options)
    if options.writer == "extractive":
        _print(answers.outline_answer(Outline(draft.title, draft.sections, draft.orphans)))
        return
    from assistant.writing.answer import Limits
    from assistant.writing.conversation import Conversation
    from assistant.writing.planning import propose_angles

    angles = propose_angles(draft, Conversation(_endpoint(), Limits()), instruction=options.instruction)
    _print({**answers.outline_answer(angles[0].outline), "angles": [answers.angle_fields(angle) for angle in angles]})


def draft(options: argparse.Namespace) -> None:
    """Write the article of one story and print its figures."""
    from assistant.desk.drafting import write_article
    from assistant.desk.publishing import publication_of
    from assistant.desk.report import report_on
    from assistant.export import EXPORTERS

    begun = time.perf_counter()
    writer = writer_named(options.writer)
    limit = None if options.max_cost is None else round(options.max_cost * MILLION)
    written = write_article(_prepared(options), writer, most_millionths=limit)
    publication = publication_of(written)
    if options.output:
        write_bytes(Path(options.output), EXPORTERS["md"].render(publication))
    if options.project:
        write_bytes(Path(options.project), EXPORTERS["json"].render(publication))
    _print(answers.report_fields(written, report_on(written), writer, seconds=time.perf_counter() - begun))


def export(options: argparse.Namespace) -> None:
    """Turn a project file into an article."""
    from assistant.desk.publishing import publication_of
    from assistant.export import EXPORTERS
    from assistant.storage.codec import draft_from_json

    if options.list:
        _print({"formats": list(EXPORTERS)})
        return
    if options.format not in EXPORTERS:
        raise ExportError("unknown-format", format=options.format, formats=", ".join(EXPORTERS))
    if not options.project:
        raise SourceError("empty-source")
    content = EXPORTERS[options.format].render(publication_of(draft_from_json(read_utf8(Path(options.project)))))
    if options.output:
        write_bytes(Path(options.output), content)
    else:
        sys.stdout.buffer.write(content)


def check(options: argparse.Namespace) -> None:
    """Say what the sources support of texts."""
    from assistant.facts.support import support

    def answer(fields: Fields) -> Fields:
        language = text_field(fields, "language", DEFAULT_ARTICLE_LANGUAGE)
        sources = sources_from(fields, language)
        return answers.support_fields(support(text_field(fields, "draft"), sources, language))

    _stream(answer, options)


def batch(options: argparse.Namespace) -> None:
    """Do one command for many articles and print how it went."""
    from assistant.cli.batch import run_batch

    _print(
        run_batch(
            options.what,
            Path(options.input),
            Path(options.output),
            language=options.lang,
            writer=options.writer,
            shard=options.shard,
            scheduler=options.scheduler,
            resume=options.resume,
        )
    )


COMMANDS: Final[dict[str, Callable[[argparse.Namespace], None]]] = {
    "intake": intake,
    "brief": brief,
    "sentences": sentences,
    "keyphrases": keyphrases,
    "score": score,
    "outline": outline,
    "draft": draft,
    "export": export,
    "check": check,
    "batch": batch,
}


def _prepared(options: argparse.Namespace) -> Draft:
    from assistant.desk.drafting import draft_from_sources, with_outline
    from assistant.intake import read_file

    intakes = [read_file(Path(name).name, read_bytes(Path(name))) for name in options.sources]
    return with_outline(
        draft_from_sources(intakes, keyphrase=options.keyphrase, language=options.language, min_words=options.min_words)
    )


def writer_named(name: str) -> Writer:
    """Return the writer "extractive" or "model". Raises WritingError "no-model"."""
    if name == "extractive":
        from assistant.writing.extractive import ExtractiveWriter

        return ExtractiveWriter()
    from assistant.writing.chat import ChatWriter

    return ChatWriter(_endpoint())


def _endpoint() -> Endpoint:
    """Return the model that the environment names. Raises WritingError "no-model"."""
    from assistant.writing.endpoints import find_endpoint

    endpoint = find_endpoint()
    if endpoint is None or not endpoint.model:
        raise WritingError("no-model")
    return endpoint


def _stream(handler: Handler, options: argparse.Namespace) -> None:
    run_jsonl(handler, sys.stdin, sys.stdout, options.lang)


def _print(answer: Fields) -> None:
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
