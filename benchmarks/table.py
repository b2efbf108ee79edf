"""What was measured, as a table. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

DASH = "-"


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: this site's figures, those of what it is compared with, and what was aimed at."""

    name: str
    peer: str
    target: str
    unit: str = "s"
    values: Sequence[float] = ()
    peer_values: Sequence[float] = ()
    passed: bool | None = None
    """None where that was not measured."""
    note: str = ""


def ratio(row: Row) -> float:
    """Of the medians."""
    return median(row.values) / median(row.peer_values)


def table(rows: Sequence[Row]) -> str:
    """The rows as Markdown."""
    head = ("what", "against", "here", "there", "ratio of medians", "target", "met")
    return "\n".join(map(_line, [head, ["---"] * len(head), *map(_cells, rows)]))


def _cells(row: Row) -> Sequence[str]:
    if not row.values:
        return (row.name, row.peer, "not measured here", DASH, DASH, row.target, DASH)
    verdict = DASH if row.passed is None else "yes" if row.passed else "**no**"
    compared = f"{ratio(row):.2f}" if row.peer_values else DASH
    peer_cost = _spread(row.peer_values, row.unit) if row.peer_values else DASH
    return (row.name, row.peer, _spread(row.values, row.unit), peer_cost, compared, row.target, verdict)


def _spread(values: Sequence[float], unit: str) -> str:
    """The median, and the least and the most where there are several."""
    middle = f"{median(values):.2f} {unit}"
    return middle if len(values) == 1 else f"{middle} ({min(values):.2f} to {max(values):.2f}, n={len(values)})"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def notes(rows: Sequence[Row]) -> str:
    """What there is to say of single rows."""
    return "\n".join(f"- **{row.name}**: {row.note}" for row in rows if row.note)
