"""How long an article takes from source to file, as a whole process, without a model."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from assistant.desk.drafting import draft_from_sources, with_outline, write_article
from assistant.intake import read_text
from assistant.writing.extractive import ExtractiveWriter

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
EXAMPLE = ROOT / "assistant" / "ui" / "examples" / "fr.txt"
RUNS = 5
Row = tuple[str, float, str, float]


def rows() -> Iterator[Row]:
    """Yield the medians in seconds."""
    yield ("draft: the example, whole process", _draft([EXAMPLE]), "s", 5.0)
    seeds = sorted(SEEDS.glob("*.txt"))
    if seeds:
        yield (f"draft: {len(seeds)} sources on one story, whole process", _draft(seeds), "s", 5.0)
        _written([EXAMPLE])
        yield ("draft: the slowest source alone, warm", max(_written([seed]) for seed in seeds), "s", 1.0)
        yield (f"draft: {len(seeds)} sources on one story, warm", _written(seeds), "s", 5.0)


def _draft(sources: list[Path]) -> float:
    times = []
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder) / "article.md")
        for _ in range(RUNS):
            begun = time.perf_counter()
            command = [sys.executable, "-m", "assistant", "draft", *map(str, sources), "-o", output]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            times.append(time.perf_counter() - begun)
    return statistics.median(times)


def _written(sources: list[Path]) -> float:
    """Return the seconds from the texts to the written article in this process, nothing of it remembered."""
    begun = time.perf_counter()
    draft = draft_from_sources([read_text(source.read_text(encoding="utf-8"), source.name) for source in sources])
    write_article(with_outline(draft), ExtractiveWriter())
    return time.perf_counter() - begun
