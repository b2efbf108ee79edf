"""What was measured, as a table. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

DASH = "-"


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: this site's figures, those of what it is compared with, and what was aimed at."""

    what: str
    against: str
    target: str
    unit: str = "s"
    ours: Sequence[float] = ()
    theirs: Sequence[float] = ()
    met: bool | None = None
    """None where that was not measured."""
    note: str = ""


def ratio(row: Row) -> float:
    """Of the medians."""
    return median(row.ours) / median(row.theirs)


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    head = ("what", "against", "here", "there", "ratio of medians", "target", "met")
    return "\n".join(map(_line, [head, ["---"] * len(head), *map(_cells, rows)]))


def _cells(row: Row) -> Sequence[str]:
    if not row.ours:
        return (row.what, row.against, "not measured here", DASH, DASH, row.target, DASH)
    verdict = DASH if row.met is None else "yes" if row.met else "**no**"
    compared = f"{ratio(row):.2f}" if row.theirs else DASH
    there = _spread(row.theirs, row.unit) if row.theirs else DASH
    return (row.what, row.against, _spread(row.ours, row.unit), there, compared, row.target, verdict)


def _spread(values: Sequence[float], unit: str) -> str:
    """The median, and the least and the most where there are several."""
    middle = f"{median(values):.2f} {unit}"
    return middle if len(values) == 1 else f"{middle} ({min(values):.2f} to {max(values):.2f}, n={len(values)})"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def notes(rows: Sequence[Row]) -> str:
    """What there is to say of single rows."""
    return "\n".join(f"- **{row.what}**: {row.note}" for row in rows if row.note)
