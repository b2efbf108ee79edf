"""Scenarios and claims that are limited to engines there are none of: nothing would ever try them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from netdocs.errors import Diagnostic
from netdocs.scenario.directives import NeedsDirective, parse_directive
from netdocs.scenario.model import Scenario
from netdocs.scenario.requirements import EngineConstraint, parse_requirement

_HINT = "correct the limit, or add such an engine to lab/engines.toml"


def unmet_limits(scenario: Scenario, versions: Collection[str]) -> Iterator[Diagnostic]:
    """A problem for a scenario that no engine of these versions plays, or for each claim that none of them checks."""
    players = [version for version in versions if not scenario.unmet(version)]
    if not players:
        location, message = f"{scenario.path}:{_needs_line(scenario)}", "no engine plays this scenario"
        yield Diagnostic(
            location, message, _HINT, f"a limit that allows one of {', '.join(versions)}", _needs(scenario)
        )
        return
    for claim in scenario.claims:
        if not any(claim.applies(version) for version in players):
            location, message = f"{scenario.path}:{claim.line}", f"no engine checks claim {claim.id!r}"
            yield Diagnostic(
                location, message, _HINT, f"a limit that allows one of {', '.join(players)}", str(claim.limit)
            )


def _needs(scenario: Scenario) -> str:
    return ", ".join(str(need) for need in scenario.requirements if isinstance(need, EngineConstraint))


def _needs_line(scenario: Scenario) -> int:
    """The line of its first limit of engines."""
    for number, line in enumerate(scenario.text.split("\n"), 1):
        directive = parse_directive(line)
        if isinstance(directive, NeedsDirective) and isinstance(
            parse_requirement(directive.requirement), EngineConstraint
        ):
            return number
    return 1
