"""A job: what the host tells a lab to play. Standard library only, shared with labs. Pure."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

from netdocs.protocol.codec import convert, parse


@dataclass(frozen=True, slots=True)
class Unit:
    """Python statements executed at once, code of the step or one claim's check, by their lines in the scenario."""

    first: int
    last: int
    claim: str = ""
    """Id of the claim this unit proves; empty for the step's own code."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a lab needs to know of a step; its lines are the scenario's, 1-based."""

    name: str
    first: int
    last: int
    units: tuple[Unit, ...] = ()
    """Python only; a shell step is split by the lab's bash."""
    requests: tuple[str, ...] = ()
    """What is captured when the step is over: `picture`, `path alpha example.com`."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to play."""

    path: str
    """The scenario's path, also where its text is put on the node (below /root)."""
    dialect: Literal["sh", "py"]
    text: str
    nodes: tuple[str, ...]
    """Machines to start besides the router."""
    features: tuple[str, ...]
    """Kernel features without which nothing is run."""
    steps: tuple[Step, ...]
    skipped_claims: tuple[str, ...]
    """Ids of claims that do not apply to this engine."""
    step_seconds: float
    """Time limit of each step."""
    scenario_seconds: float
    """Time limit of all steps together."""
    output_bytes: int
    """How much of one command's output is kept."""


def encode(job: Job) -> str:
    """The job as one line of JSON."""
    return json.dumps(asdict(job))


def decode(text: str) -> Job:
    """The job that `text` holds; ProtocolError if it holds none."""
    return convert(parse(text), Job)
