"""The face without a browser: every command of the contract, a thin layer over the same core as the pages."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Final

from assistant.errors import IntertitreError
from assistant.i18n import DEFAULT_LANGUAGE, INTERFACE_LANGUAGES, describe

EXIT_FAILED: Final = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 done, 1 failed (one plain sentence on stderr), 2 wrong usage (from argparse)."""
    # Offsets are code points of the text as received: no newline may be translated on the way in or out.
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    options = _parser().parse_args(arguments)
    # Imported only now, so that --help answers at once.
    from assistant.cli import commands

    try:
        commands.COMMANDS[options.command](options)
    except IntertitreError as error:
        sys.stderr.write(describe(error, options.lang) + "\n")
        return EXIT_FAILED
    except BrokenPipeError:
        # The reader of our output has gone (`… | head`): nobody is left to tell.
        return EXIT_FAILED
    return 0


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=INTERFACE_LANGUAGES, default=DEFAULT_LANGUAGE, help="language of messages")
    stream = argparse.ArgumentParser(add_help=False)
    stream.add_argument("--jsonl", action="store_true", help="one JSON object a line in, one a line out")

    parser = argparse.ArgumentParser(prog="python -m assistant", description="Intertitre without a browser.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    intake = commands.add_parser("intake", parents=[shared, stream], help="raw material to a clean source")
    intake.add_argument("files", nargs="*", metavar="FILE", help="files to read; - for standard input")
    for name, purpose in (
        ("brief", "an instruction line to settings"),
        ("sentences", "spans of sentences"),
        ("keyphrases", "suggested keyphrases, best first"),
        ("check", "what the sources support"),
    ):
        commands.add_parser(name, parents=[shared, stream], help=purpose)

    score = commands.add_parser("score", parents=[shared, stream], help="the scorecard of an article")
    score.add_argument("file", nargs="?", metavar="ARTICLE.md")
    score.add_argument("--keyphrase")
    score.add_argument("--language", choices=("fr", "en", "es"))
    score.add_argument("--rules", metavar="RULES.toml", help="the house rules of a newsroom")

    for name, purpose in (("outline", "propose an outline"), ("draft", "write the article")):
        command = commands.add_parser(name, parents=[shared], help=purpose)
        command.add_argument("sources", nargs="+", metavar="SOURCE")
        command.add_argument("--writer", choices=("extractive", "model"), default="extractive")
        command.add_argument("--keyphrase")
        command.add_argument("--min-words", type=_positive)
        command.add_argument("--language", choices=("fr", "en"))
        if name == "outline":
            command.add_argument("--instruction", default="", help="what to change in the outline (with a model)")
        if name == "draft":
            command.add_argument(
                "--max-cost", type=float, metavar="AMOUNT", help="stop when a model has cost that much"
            )
            command.add_argument("-o", "--output", metavar="ARTICLE.md")
            command.add_argument("--project", metavar="PROJECT.json")

    export = commands.add_parser("export", parents=[shared], help="a project file to an article")
    export.add_argument("project", nargs="?", metavar="PROJECT.json")
    export.add_argument("--format", default="md")
    export.add_argument("-o", "--output", metavar="FILE")
    export.add_argument("--list", action="store_true", help="name the formats")

    batch = commands.add_parser("batch", parents=[shared], help="many articles: from a folder, JSON lines or Parquet")
    batch.add_argument("what", choices=("score", "intake", "draft"))
    batch.add_argument("input", metavar="IN", help="a folder, a .jsonl or a .parquet file")
    batch.add_argument("output", metavar="OUT", help="the folder of the shards and of summary.csv")
    batch.add_argument(
        "--scheduler", metavar="tcp://HOST:PORT", help="a Dask scheduler, instead of this machine's cores"
    )
    batch.add_argument("--shard", type=_positive, default=100, metavar="ITEMS", help="items in one file (100)")
    batch.add_argument("--resume", action="store_true", help="go on where an earlier run was interrupted")
    batch.add_argument("--writer", choices=("extractive", "model"), default="extractive")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
