"""`python -m benchmarks`: measures, prints the table, writes results.md. Wiring."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import playing, rows, tryit
from benchmarks.table import Row, notes, table
from netdocs.console import say

RESULTS = Path(__file__).parent / "results.md"
HEAD = """# How fast the site is made

`make bench` wrote this on {day}: medians, and from the least to the most of n runs where there are several.
The machine has {cores} processors, for which {load:.1f} programs were waiting on average while it ran.
Seconds of builds are processor time, which a busy machine changes least; those of `serve` are by the clock.
The two sides of a row are measured in turn.

"""


def main() -> int:
    """Measure, tell row by row, and write the table."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        bench = rows.Bench(Path(folder), options.times, tuple(n for n in rows.GROWTH if n <= options.steps))
        measured = [_logged(row) for row in _all(bench, options.scenarios)]
    say(table(measured))
    head = HEAD.format(day=datetime.now(UTC).date(), cores=os.cpu_count(), load=os.getloadavg()[2])
    RESULTS.write_text(f"{head}{table(measured)}\n\n{notes(measured)}\n", encoding="utf-8")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--times", type=int, default=5, help="how often what is quick is measured")
    parser.add_argument("--steps", type=int, default=rows.GROWTH[-1], help="the largest made-up project to build")
    parser.add_argument("--scenarios", type=int, default=24, help="how many are played; 0 for none")
    return parser.parse_args()


def _all(bench: rows.Bench, scenarios: int) -> Iterator[Row]:
    if scenarios:
        yield from playing.with_engines(bench, scenarios)
        yield from tryit.rows(bench.times)
    yield rows.unchanged(bench)
    yield rows.sentence(bench)
    yield from rows.second_language(bench)
    yield from rows.growth(bench)


def _logged(row: Row) -> Row:
    say(f"{row.name}: {', '.join(f'{value:.2f}' for value in row.values)} {row.unit} {row.note}")
    return row


if __name__ == "__main__":
    sys.exit(main())
