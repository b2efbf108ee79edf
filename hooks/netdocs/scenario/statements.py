"""The statement below a claim, as text, and what its author says of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from netdocs.scenario.model import Claim, Scenario

_UNFINISHED = re.compile(r"(\\|&&|\|\||\|)\s*$")
_CONTROL = re.compile(r"# control: \S")


@dataclass(frozen=True, slots=True)
class Check:
    """The statement that proves a claim."""

    claim: Claim
    first: int
    """Its first line, 1-based."""
    last: int
    text: str
    controlled: bool
    """Whether a comment above the claim, `# control: …`, says what shows that the check can fail."""


def checks(scenario: Scenario) -> tuple[Check, ...]:
    """The check of every claim, in the order of the file."""
    lines = scenario.text.split("\n")
    units = {unit.claim: (unit.first, unit.last) for step in scenario.steps for unit in step.units if unit.claim}
    return tuple(_check(lines, claim, *(units.get(claim.id) or _shell_span(lines, claim))) for claim in scenario.claims)


def _check(lines: Sequence[str], claim: Claim, first: int, last: int) -> Check:
    controlled = claim.line > 1 and bool(_CONTROL.match(lines[claim.line - 2]))
    return Check(claim, first, last, "\n".join(lines[first - 1 : last]), controlled)


def _shell_span(lines: Sequence[str], claim: Claim) -> tuple[int, int]:
    """First and last line of the command below the claim; one that ends in an operator or backslash goes on."""
    first = next(
        number for number, line in enumerate(lines[claim.line :], claim.line + 1) if line.strip() and line[0] != "#"
    )
    last = first
    while last < len(lines) and _UNFINISHED.search(lines[last - 1]):
        last += 1
    return first, last
