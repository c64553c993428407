"""The worker that reads a PDF: its bytes on standard input, its pages or the code of an error as JSON on the output.

It is started by its path and imports nothing of the desk, so that it starts fast and holds little memory.
"""

from __future__ import annotations

import io
import json
import logging
import signal
import struct
import sys
import time
import zlib
from types import FrameType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pypdf import PdfReader

# House rules. A newspaper's page costs 0.02 to 0.3 s of work and 40 MB; what needs more is built to need it. 400 pages
# of print are more than the longest text that is taken (80,000 words).
MOST_PAGES: Final = 400
LONGEST_STEP_S: Final = 0.9
LONGEST_WORK_S: Final = 10.0
MOST_MEMORY: Final = 110 * 1024 * 1024
LARGEST_STREAM: Final = 8 * 1024 * 1024


class RefusedError(BaseException):
    """A file that is not read; its argument is the code of the error.

    The library catches every Exception in some places; the end of the time must pass through all of them.
    """


def main() -> None:
    """Read standard input, answer, and end; whatever the library does is an answer too."""
    logging.disable(logging.CRITICAL)
    data = sys.stdin.buffer.read()
    try:
        _limit_memory()
        answer: dict[str, object] = {"pages": read_pages(data, int(sys.argv[1]))}
    except RefusedError as error:
        answer = {"error": error.args[0]}
    except MemoryError:
        answer = {"error": "heavy-file"}
    _allow(0)
    sys.stdout.write(json.dumps(answer))


def read_pages(data: bytes, longest_text: int) -> list[str]:
    """Return the text of each page, its lines as printed. Raises RefusedError, MemoryError."""
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

    # The library meets broken files with whatever its own code happens to raise.
    broken = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError,
              RuntimeError, OSError, zlib.error, struct.error)  # fmt: skip
    with apply_configuration(
        zlib_maximum_output_length=LARGEST_STREAM,
        lzw_maximum_output_length=LARGEST_STREAM,
        run_length_maximum_output_length=LARGEST_STREAM,
        array_based_stream_maximum_output_length=LARGEST_STREAM,
        zlib_maximum_recovery_input_length=1_000_000,
        stream_decoding_work_maximum_length=4 * LARGEST_STREAM,
        page_tree_maximum_entries=10 * MOST_PAGES,
        page_tree_maximum_page_entries=40 * MOST_PAGES,
        jbig2dec_binary=None,
    ):
        try:
            _allow(LONGEST_STEP_S)
            reader = PdfReader(io.BytesIO(data), xref_stream_maximum_entries=200_000)
            if reader.is_encrypted and not reader.decrypt(""):
                raise RefusedError("encrypted-file")
            return _extract(reader, longest_text)
        except (FileNotDecryptedError, DependencyError) as error:
            raise RefusedError("encrypted-file") from error
        except LimitReachedError as error:
            raise RefusedError("too-many-pages" if "age tree" in str(error) else "heavy-file") from error
        except broken as error:
            raise RefusedError("broken-file") from error


def _extract(reader: PdfReader, longest_text: int) -> list[str]:
    if len(reader.pages) > MOST_PAGES:
        raise RefusedError("too-many-pages")
    texts: list[str] = []
    size = 0
    for page in reader.pages:
        _allow(min(LONGEST_STEP_S, LONGEST_WORK_S - time.process_time()))
        texts.append(page.extract_text())
        size += len(texts[-1])
        if size > longest_text:
            raise RefusedError("too-large-source")
    if not any(text.strip() for text in texts):
        raise RefusedError("no-text-in-file")
    return texts


def _allow(seconds: float) -> None:
    """Let the work go on for `seconds` of processor time from now; 0 is for ever, less is an end at once."""
    if seconds < 0:
        raise RefusedError("slow-file")
    if hasattr(signal, "setitimer"):  # not on Windows, where only the waiting desk ends the worker
        signal.signal(signal.SIGPROF, _stop)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _stop(number: int, frame: FrameType | None) -> None:
    raise RefusedError("slow-file")


def _limit_memory() -> None:
    """Refuse more than MOST_MEMORY of data, and end what no signal ends, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    last = int(LONGEST_WORK_S) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (last, last))


if __name__ == "__main__":
    main()
