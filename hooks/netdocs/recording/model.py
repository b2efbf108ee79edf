"""A recording: what one scenario printed on one engine, and how its claims went. Pure."""

from __future__ import annotations

from datetime import datetime

import msgspec

from netdocs.protocol.events import ClaimStatus
from netdocs.protocol.snapshot import Capture

EMULATED = " (emulated)"
"""What stands behind the kernel's release where it ran in an emulated computer."""

Lines = tuple[str, ...]
"""A text by its lines, so that a recording shows it, and a diff compares it, line by line."""


def to_lines(text: str) -> Lines:
    """The lines of a text; a newline at its end gives an empty last one, no text gives none."""
    return tuple(text.split("\n")) if text else ()


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all parts of a recording are: values, read strictly, written without the fields that hold nothing."""


class Fingerprint(_Part, frozen=True):
    """What a recording depends on: equal fingerprints, and nothing needs to be played again."""

    scenario: str
    """SHA-256 of the scenario's text."""
    player: str
    """SHA-256 over the code that plays."""
    image: str
    """Id of the lab image, as the outer engine gives it."""


class CommandResult(_Part, frozen=True, rename={"text_lines": "text", "output_lines": "output"}):
    """One command (or, in Python, one run of statements) and what came of it."""

    first: int
    last: int
    """Lines of the scenario, 1-based."""
    node: str
    """The machine it was typed at."""
    text_lines: Lines = ()
    output_lines: Lines = ()
    truncated_bytes: int = 0
    """Bytes of the output that were left out."""
    exit_code: int = 0
    seconds: float = 0.0

    @property
    def text(self) -> str:
        """The command as typed; empty in the Python dialect, where the step has the source."""
        return "\n".join(self.text_lines)

    @property
    def output(self) -> str:
        """What it printed."""
        return "\n".join(self.output_lines)


class StepResult(_Part, frozen=True, rename={"source_lines": "source"}):
    """A step: its commands, in order, and what was captured at its end."""

    name: str
    source_lines: Lines = ()
    commands: tuple[CommandResult, ...] = ()
    captures: tuple[Capture, ...] = ()

    @property
    def source(self) -> str:
        """The Python a reader sees; empty in the shell dialect."""
        return "\n".join(self.source_lines)

    @property
    def seconds(self) -> float:
        """How long the step ran."""
        return sum(command.seconds for command in self.commands)

    def capture(self, request: str) -> Capture | None:
        """What was captured for this request, `picture` or `path alpha example.com`."""
        return next((capture for capture in self.captures if capture.request == request), None)


class ClaimResult(_Part, frozen=True):
    """How a claim went."""

    id: str
    step: str
    line: int
    status: ClaimStatus


class Recording(_Part, frozen=True, rename={"state_lines": "state"}):
    """One play of one scenario; ValueError if its time is no time with a zone."""

    scenario: str
    """`bridge/default.sh`."""
    engine: str
    """The series the lab image stands for, `28.5`."""
    version: str
    """What the engine says it is, `28.5.2+dfsg4`; empty if the scenario was skipped."""
    kernel: str
    """Its release; empty if the scenario was skipped."""
    recorded_at: str
    """When, in UTC: `2026-11-23T22:41:05Z`."""
    seconds: float
    """How long the play took, the lab's start included."""
    fingerprint: Fingerprint
    skipped_reason: str = ""
    """Why the scenario could not be played here; empty if it was."""
    steps: tuple[StepResult, ...] = ()
    claims: tuple[ClaimResult, ...] = ()
    state_lines: Lines = ()

    def __post_init__(self) -> None:
        if datetime.fromisoformat(self.recorded_at).tzinfo is None:
            raise ValueError("its time has no zone")

    @property
    def state(self) -> str:
        """What the scenario left behind on its engines, a line a network, container or service."""
        return "\n".join(self.state_lines)

    @property
    def emulated(self) -> bool:
        """Whether the kernel was an emulated computer's."""
        return self.kernel.endswith(EMULATED)

    @property
    def display_version(self) -> str:
        """The engine's version as readers know it, `28.5.2`; the series where nothing was run."""
        return self.version.partition("+")[0] or self.engine

    def step(self, name: str) -> StepResult | None:
        """The step of that name, if it was recorded."""
        return next((step for step in self.steps if step.name == name), None)
