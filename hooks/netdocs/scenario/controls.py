"""A scenario with every check run a second time, before the commands that are to make it true. Pure.

A check that passes there already is no fault by itself: it may be about what does not change. A comment right above
the claim, `# control: what shows that the check can fail`, says that this is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from netdocs.scenario.directives import ClaimDirective, FailsDirective, OnDirective, StepDirective, parse_directive
from netdocs.scenario.model import Scenario
from netdocs.scenario.statements import Check, checks

BEFORE = "before-"
"""What the id of a control begins with; behind it is the claim's."""


def with_controls(scenario: Scenario) -> str:
    """The text of a shell scenario, each check also above the commands between it and what was checked before it."""
    lines = scenario.text.split("\n")
    added: dict[int, list[str]] = defaultdict(list)
    for check, start in _with_start(lines, checks(scenario)):
        start_node, check_node = _node(lines, start), _node(lines, check.first)
        move, back = ([f"# on: {check_node}"], [f"# on: {start_node}"]) if check_node != start_node else ([], [])
        limit = f" [{check.claim.limit}]" if check.claim.limit else ""
        claim = f"# claim {BEFORE}{check.claim.id}{limit}: {check.claim.sentence}"
        added[start] += [*move, claim, check.text, *back]
    return "\n".join(line for number, text in enumerate(lines, 1) for line in [*added[number], text])


def true_before(scenario: Scenario, passed: Sequence[str]) -> Iterator[str]:
    """A hint, with file and line, for every claim whose control is among the ids that `passed`."""
    for check in checks(scenario):
        if BEFORE + check.claim.id in passed and not check.controlled:
            message = f"the check of claim {check.claim.id!r} passes already before the commands above it"
            yield f"{scenario.path}:{check.first}: {message}"


def _with_start(lines: Sequence[str], checks: Sequence[Check]) -> Iterator[tuple[Check, int]]:
    """Every check with the line of the first command that it may be about, marks above that command included."""
    free, start = 1, 0
    for check in checks:
        start = _start(lines, check, free) or start
        if start:
            yield check, start
        free = check.last + 1


def _start(lines: Sequence[str], check: Check, free: int) -> int:
    """The first command from line `free` on in the step that the check stands in, or else in the one above that.

    0 if there is none: then the check is about the same commands as the one above it.
    """
    mark = check.claim.line
    while mark > free:
        mark = _step_line(lines, mark)
        start = _first_command(lines, max(free, mark + 1))
        if start < check.claim.line:
            return start
    return 0


def _step_line(lines: Sequence[str], number: int) -> int:
    """The line of the last step mark above line `number`; 0 in the set-up."""
    above = range(number - 1, 0, -1)
    return next((n for n in above if isinstance(parse_directive(lines[n - 1]), StepDirective)), 0)


def _first_command(lines: Sequence[str], number: int) -> int:
    """The first line from `number` on that is a command, or a mark that belongs to it."""
    while number <= len(lines) and not _begins_command(lines[number - 1]):
        number += 1
    return number


def _begins_command(line: str) -> bool:
    directive = parse_directive(line)
    return isinstance(directive, FailsDirective | ClaimDirective) or bool(line.strip() and not line.startswith("#"))


def _node(lines: Sequence[str], number: int) -> str:
    """The machine at which line `number` is typed."""
    nodes = [
        directive.node for line in lines[: number - 1] if isinstance(directive := parse_directive(line), OnDirective)
    ]
    return nodes[-1] if nodes else "docker1"
