"""PDF files: their pages are read by a process of its own, which has little memory and little time."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import Final

from assistant.errors import SourceError
from assistant.intake.document import Document, DocumentLine
from assistant.intake.portable_pages import MOST_PAGES
from assistant.intake.print_layout import join_lines, part_edges
from assistant.limits import LONGEST_TEXT

_LOG: Final = logging.getLogger(__name__)
# House rule: the worker gives up by itself after ten seconds of work; a machine that is busy may take longer.
LONGEST_WAIT_S: Final = 30


def read_portable(data: bytes) -> Document:
    """Return the document in a PDF file, with words and paragraphs joined over lines and pages.

    Page headers, footers and page numbers are in `removed`; `printed` is the text as it stands on the pages. Raises
    SourceError: "encrypted-file" where a password is asked for, "broken-file", "too-many-pages", "slow-file",
    "heavy-file", "no-text-in-file" (pictures of pages), "too-large-source".
    """
    pages = _read_pages(data)
    bodies, removed = part_edges(pages)
    joined = join_lines([line for body in bodies for line in body])
    lines = tuple(DocumentLine(line) for line in joined.lines)
    return Document(lines, removed, joined.repairs, printed="\n".join(pages))


def _read_pages(data: bytes) -> list[str]:
    import subprocess

    # -P: this folder has modules that are named like some of the standard library.
    command = [sys.executable, "-P", str(Path(__file__).with_name("portable_pages.py")), str(LONGEST_TEXT)]
    try:
        worker = subprocess.run(  # noqa: S603 - our own module; the file goes to its standard input
            command, input=data, capture_output=True, timeout=LONGEST_WAIT_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError("slow-file") from error
    try:
        answer = json.loads(worker.stdout)
    except ValueError as error:
        if worker.returncode < 0 or b"MemoryError" in worker.stderr:
            # Killed by its limits: it had no more memory, or no more time, even to say so.
            raise SourceError("heavy-file") from error
        _LOG.warning("The reader of PDF files failed: %s", worker.stderr.decode("utf-8", "replace")[-2000:])
        raise SourceError("broken-file") from error
    if "pages" in answer:
        return [str(page) for page in answer["pages"]]
    raise SourceError(answer["error"], limit=LONGEST_TEXT if answer["error"] == "too-large-source" else MOST_PAGES)
