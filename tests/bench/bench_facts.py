"""How long the fact check takes: one sentence, a source read for the first time, and an edit in a whole draft."""

from __future__ import annotations

import time
from dataclasses import replace

from assistant.facts.material import read_material
from assistant.facts.omissions import missing_facts
from assistant.facts.reading import read
from assistant.facts.support import support
from assistant.facts.verification import verify_line
from assistant.model import Block, Source
from tests.facts.events import rewritten, sources

Row = tuple[str, float, str, float]
WORDS_A_DRAFT = 700


def long_source(words: int, edit: int = 0) -> Source:
    """Return a source of about so many words, put together from the sources of the invented events."""
    parts = [block.text for source in sources("fr") for block in source.blocks]
    held = 0
    blocks: list[Block] = []
    while held < words:
        text = parts[len(blocks) % len(parts)].replace("20", str(20 + len(blocks) % 70))
        blocks.append(Block("paragraph", text))
        held += len(text.split())
    return Source(f"long {words} {edit}", "", "", "fr", None, None, (*blocks, Block("paragraph", f"Édition {edit}.")))


def draft(edit: int = 0) -> str:
    """Return a draft of about 700 words, one sentence of which changes with `edit`."""
    texts = [sentence.text for sentence in rewritten() if not sentence.event.endswith(("_en", "_fr"))]
    held = 0
    chosen: list[str] = []
    while held < WORDS_A_DRAFT:
        chosen.append(texts[len(chosen) * 7 % len(texts)])
        held += len(chosen[-1].split())
    chosen[len(chosen) // 2] = f"Le maire a reçu {edit} habitants dans la nuit de mardi, a-t-il déclaré."
    return "\n\n".join(" ".join(chosen[place : place + 4]) for place in range(0, len(chosen), 4))


def milliseconds(start: float) -> float:
    """Return the time since `start`, a moment of `time.perf_counter`."""
    return 1000 * (time.perf_counter() - start)


def sentence_times() -> list[float]:
    """Return how long each rewritten French sentence takes beside the source of its event, sorted."""
    found = []
    by_event = {source.id: source for source in sources("fr")}
    for sentence in rewritten():
        source = by_event.get(sentence.event)
        if source is None:
            continue
        verify_line("Rien.", (source,), "fr")
        tries = []
        # Another opening makes it another sentence, so that nothing is remembered.
        for opening in ("Ainsi", "Aussi", "Enfin"):
            start = time.perf_counter()
            verify_line(f"{opening}, {sentence.text}", (source,), "fr")
            tries.append(milliseconds(start))
        found.append(min(tries))
    return sorted(found)


def indexing(words: int) -> float:
    """Return the least of five times that reading a new source of so many words takes."""
    found = []
    for edit in range(5):
        source = long_source(words, edit)
        read.cache_clear()
        start = time.perf_counter()
        read_material((source,), "fr")
        found.append(milliseconds(start))
    return min(found)


def edits(words: int) -> float:
    """Return the median time of `support` after one sentence of a 700-word draft was changed."""
    source = long_source(words)
    support(draft(), (source,), "fr")
    found = []
    for edit in range(1, 12):
        text = draft(edit)
        start = time.perf_counter()
        support(text, (source,), "fr")
        found.append(milliseconds(start))
    return sorted(found)[len(found) // 2]


def first_support(words: int) -> float:
    """Return how long the first check of a 700-word draft takes beside a source of so many words, read already."""
    source = replace(long_source(words), id="first")
    read_material((source,), "fr")
    missing_facts("Rien.", (source,), "fr")
    start = time.perf_counter()
    support(draft(99), (source,), "fr")
    return milliseconds(start)


def rows() -> list[Row]:
    """Return name, value, unit and upper bound of each figure."""
    times = sentence_times()
    return [
        ("check one sentence, p95", times[int(0.95 * len(times))], "ms", 2.0),
        ("read a source of 1,000 words for the check", indexing(1000), "ms", 50.0),
        ("check 700 words again after an edit", edits(1000), "ms", 30.0),
        ("check 700 words again after an edit, source of 20,000 words", edits(20_000), "ms", 100.0),
        ("check 700 words for the first time, source of 20,000 words", first_support(20_000), "ms", 1000.0),
    ]


if __name__ == "__main__":
    print(*rows(), sep="\n")  # noqa: T201 - a benchmark prints
