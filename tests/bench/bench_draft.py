"""How long an article takes from source to file, as a whole process, without a model."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

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
