"""From the text of a scenario to a `Scenario`, or to every problem it has at once. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from netdocs.errors import raise_if_any
from netdocs.scenario.checks import problems
from netdocs.scenario.directives import NeedsDirective, StepDirective, parse_directive
from netdocs.scenario.model import SETUP, Dialect, Scenario, Step
from netdocs.scenario.parsed_source import ParsedSource
from netdocs.scenario.python_source import execution_units, visible_source
from netdocs.scenario.requirements import parse_requirement

CACHE_SIZE = 4096
"""Scenarios that are kept parsed: `serve` reads the same ones again and again."""


@lru_cache(maxsize=CACHE_SIZE)
def parse(path: str, text: str) -> Scenario:
    """The scenario at `path` (below the project's root); AuthorError with every problem in it."""
    source = ParsedSource.read(path, text)
    raise_if_any(problems(source))
    steps = tuple(_step(source, directive, first, last) for directive, first, last in _spans(source))
    requirements = tuple(
        requirement
        for directive in source.directives.values()
        if isinstance(directive, NeedsDirective) and (requirement := parse_requirement(directive.requirement))
    )
    dialect: Dialect = "py" if source.python else "sh"
    return Scenario(path, dialect, text, _title(source), source.nodes, requirements, steps)


def _title(source: ParsedSource) -> str:
    if source.python:
        return source.python.title
    comments = (line[2:] for line in source.lines if line.startswith("# ") and not parse_directive(line))
    return next(comments, "")


def _spans(source: ParsedSource) -> Iterator[tuple[StepDirective, int, int]]:
    """Mark, first and last line of every step, the set-up first."""
    starts = [
        (1, StepDirective(SETUP)),
        *((n, directive) for n, directive in source.directives.items() if isinstance(directive, StepDirective)),
    ]
    ends = [*(n - 1 for n, _ in starts[1:]), len(source.lines)]
    yield from ((directive, first, last) for (first, directive), last in zip(starts, ends, strict=True))


def _step(source: ParsedSource, directive: StepDirective, first: int, last: int) -> Step:
    claims = tuple(claim for claim in source.claims() if first <= claim.line <= last)
    if source.python is None:
        return Step(directive.name, first, last, claims, snapshots=directive.snapshots)
    code = execution_units(source.python, first, last, claims)
    return Step(directive.name, first, last, claims, code, visible_source(source.python, first, last, claims))
