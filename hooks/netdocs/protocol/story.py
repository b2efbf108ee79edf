"""A story: a scenario as the image to try it in has it, with what the pages show. Standard library only. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from netdocs.protocol.codec import convert, parse
from netdocs.protocol.job import Job


@dataclass(frozen=True, slots=True)
class RecordedOutput:
    """One command as the pages show it."""

    first: int
    """Its first line in the scenario, 1-based."""
    output: str


@dataclass(frozen=True, slots=True)
class Story:
    """A scenario that can be played step by step."""

    name: str
    """`bridge/default`."""
    title: str
    job: Job
    claims: Mapping[str, str]
    """The sentences that its checks prove, by id."""
    recorded_outputs: tuple[RecordedOutput, ...]
    """What the pages show, for commands that were recorded on this engine."""

    @property
    def steps(self) -> tuple[str, ...]:
        """The names of the steps a reader sees, in order."""
        return tuple(step.name for step in self.job.steps if not step.name.startswith("_"))


def encode(story: Story) -> str:
    """The story as one line of JSON."""
    return json.dumps(asdict(story))


def decode(text: str) -> Story:
    """The story that `text` holds; ProtocolError if it holds none."""
    return convert(parse(text), Story)
