"""The two dialects of a scenario, in the order readers meet them. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from netdocs.scenario.model import Scenario

ORDER = ("sh", "py")


def shell_first(scenarios: Iterable[Scenario]) -> list[Scenario]:
    """The scenarios in their order, those of the shell before those in Python."""
    return sorted(scenarios, key=lambda scenario: ORDER.index(scenario.dialect))
