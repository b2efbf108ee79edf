"""A scenario: one file that runs in a lab of its own, its steps and its claims. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from netdocs.protocol.job import Unit
from netdocs.scenario.requirements import EngineConstraint, KernelFeature, Requirement

Dialect = Literal["sh", "py"]
DIALECTS: tuple[Dialect, ...] = ("sh", "py")
"""In the order readers meet them."""
SETUP = "_setup"
"""The name of what precedes the first step."""
NODES = ("docker1", "docker2", "docker3", "client", "router", "server")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence and where the statement stands that proves it."""

    id: str
    sentence: str
    line: int
    limit: EngineConstraint | None = None
    """Engines the claim is about; None for all."""

    def applies(self, version: str) -> bool:
        """Whether the claim says anything about an engine of this version."""
        return self.limit is None or self.limit.allows(version)


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a scenario that pages show by its name."""

    name: str
    first: int
    """Line of its mark (for the set-up: of the file's first line), 1-based."""
    last: int
    claims: tuple[Claim, ...] = ()
    units: tuple[Unit, ...] = ()
    """Python only; a shell step is split by the lab's bash."""
    source: str = ""
    """Python only: the step's code as a reader sees it, without marks and claims."""
    snapshots: tuple[str, ...] = ()
    """What is looked at when the step is over: `picture`, `path alpha example.com`."""

    @property
    def hidden(self) -> bool:
        """Whether the step is never shown."""
        return self.name.startswith("_")


@dataclass(frozen=True, slots=True)
class Scenario:
    """One file of snippets/, parsed."""

    path: str
    """Below the project's root, `snippets/bridge/default.sh`."""
    dialect: Dialect
    text: str
    title: str
    nodes: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    steps: tuple[Step, ...]

    @property
    def name(self) -> str:
        """`bridge/default.sh`."""
        return self.path.removeprefix("snippets/")

    @property
    def session(self) -> str:
        """`bridge/default`, the name both dialects share."""
        return self.name.removesuffix(f".{self.dialect}")

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of the file."""
        return tuple(claim for step in self.steps for claim in step.claims)

    @property
    def features(self) -> tuple[str, ...]:
        """What it needs of the kernel."""
        return tuple(need.name for need in self.requirements if isinstance(need, KernelFeature))

    def unmet(self, engine: str) -> tuple[EngineConstraint, ...]:
        """Its limits that an engine of this version does not meet."""
        return tuple(
            need for need in self.requirements if isinstance(need, EngineConstraint) and not need.allows(engine)
        )

    def step(self, name: str) -> Step | None:
        """The step of that name, if there is one."""
        return next((step for step in self.steps if step.name == name), None)


def shell_first(scenarios: Iterable[Scenario]) -> list[Scenario]:
    """The scenarios in their order, those of the shell before those in Python."""
    return sorted(scenarios, key=lambda scenario: DIALECTS.index(scenario.dialect))
