"""`make bench`: every figure that the project promises, measured here and now, beside its bound."""

from __future__ import annotations

import sys

from tests.bench import (
    bench_draft,
    bench_facts,
    bench_intake,
    bench_model,
    bench_score,
    bench_start,
    bench_truth,
    bench_typing,
)

MODULES = (
    bench_score,
    bench_draft,
    bench_start,
    bench_intake,
    bench_model,
    bench_facts,
    bench_truth,
    bench_typing,
)


def main() -> int:
    """Print the table; 0 when every bound is held, 1 otherwise."""
    broken = 0
    sys.stdout.write(f"{'what':58} {'median':>10}  {'bound':>10}\n")
    for module in MODULES:
        for name, value, unit, bound in module.rows():
            held = value <= bound
            broken += not held
            mark = "" if held else "  NOT HELD"
            sys.stdout.write(f"{name:58} {value:>7.2f} {unit:2}  {bound:>7.2f} {unit:2}{mark}\n")
            sys.stdout.flush()
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
