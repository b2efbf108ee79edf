"""Events: what a lab reports while it plays, one JSON object a line. Standard library only, shared with labs. Pure.

    Ready  (StepStarted  (CommandEnded | ClaimChecked)*  SnapshotTaken*)*  EngineState  Done

A play that does not get to `Done` ends with `Skipped` or one of the failures.
"""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from netdocs.protocol.codec import ProtocolError, convert, parse
from netdocs.protocol.snapshot import Capture

ClaimStatus = Literal["passed", "failed", "not applicable"]
FailureKind = Literal["command", "no failure", "exception", "timed out", "ended"]


@dataclass(frozen=True, slots=True)
class Skipped:
    """The scenario cannot be played here; the last event."""

    reason: str


@dataclass(frozen=True, slots=True)
class Ready:
    """The lab is built and its engines answer."""

    kernel: str
    """Its release, `6.12.48-amd64`."""
    version: str
    """What the engine of docker1 says it is, `28.5.2+dfsg4`."""


@dataclass(frozen=True, slots=True)
class ShellReady:
    """The lab is built, and kept for a person to try."""

    inits: Mapping[str, int]
    """By machine: process id, as the lab sees it, of its first process."""


@dataclass(frozen=True, slots=True)
class MissingFeatures:
    """The kernel features asked about that this kernel lacks."""

    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepStarted:
    """A step begins."""

    step: str


@dataclass(frozen=True, slots=True)
class CommandEnded:
    """One command (or, in Python, one run of statements) and what came of it."""

    step: str
    first: int
    last: int
    """Lines of the scenario, 1-based."""
    node: str
    """The machine it was typed at."""
    text: str
    """The command as typed; empty in the Python dialect."""
    output: str
    """Standard output and standard error as they came; bytes that are not UTF-8 as `\\xff`."""
    truncated_bytes: int
    """Bytes of the output that were left out in the middle."""
    exit_code: int
    """0 in the Python dialect."""
    seconds: float


@dataclass(frozen=True, slots=True)
class ClaimChecked:
    """How a claim went. A failed one does not end the play."""

    id: str
    step: str
    first: int
    last: int
    """Lines of the check, 1-based."""
    status: ClaimStatus
    values: Mapping[str, str] = field(default_factory=dict)
    """If it failed: what the names in the check held."""
    error: str = ""
    """If it failed, in Python: the exception, `AssertionError: why`."""
    checked: str = ""
    """If it failed, in the shell: the check as written."""
    output: str = ""
    """If it failed: the end of what the check printed."""


@dataclass(frozen=True, slots=True)
class SnapshotTaken:
    """What a step asked for in brackets was captured at its end."""

    step: str
    capture: Capture


@dataclass(frozen=True, slots=True)
class EngineState:
    """What the scenario left behind on its engines, a line a network, container or service."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """Every step was played; the last event."""


@dataclass(frozen=True, slots=True)
class CommandFailed:
    """A command, statement or check after which the play cannot go on; the last event."""

    kind: FailureKind
    """A failed command, a success that `# fails` forbids, an exception, no more time, no more interpreter."""
    step: str
    first: int
    last: int
    text: str
    """The command as typed; empty in the Python dialect."""
    output: str
    exit_code: int
    """Of the command, if it ended."""
    error: str = ""
    """The exception, `KeyError: 'x'`; or what else is known of how it ended."""
    line: int = 0
    """The line the exception came from; 0 where there was none."""
    limit_seconds: float = 0
    """The limit that was hit, if one was."""
    limited: Literal["", "step", "scenario"] = ""
    """What that limit is for."""


STATE_REQUEST = "state"
"""What `CaptureFailed` names where it is about what the engines hold when the scenario is over."""


@dataclass(frozen=True, slots=True)
class CaptureFailed:
    """What a step asked for in brackets could not be captured; the last event."""

    step: str
    request: str
    message: str


@dataclass(frozen=True, slots=True)
class LabFailed:
    """The lab itself could not be built or went wrong: a fault of the machine or of ours; the last event."""

    message: str

    def __str__(self) -> str:
        """The message."""
        return self.message


@dataclass(frozen=True, slots=True)
class StreamBroken:
    """The host's word for a stream that ended in something else than events; the last event."""

    reason: str
    output: str = ""
    """The end of what was printed instead."""

    def __str__(self) -> str:
        """Why, and what was printed."""
        return f"{self.reason}\n{self.output}".strip()


Event = (
    Skipped
    | Ready
    | ShellReady
    | MissingFeatures
    | StepStarted
    | CommandEnded
    | ClaimChecked
    | SnapshotTaken
    | EngineState
    | Done
    | CommandFailed
    | CaptureFailed
    | LabFailed
    | StreamBroken
)
Failure = CommandFailed | CaptureFailed | LabFailed | StreamBroken
LAST = (Skipped, Done, CommandFailed, CaptureFailed, LabFailed, StreamBroken)
"""Events after which none comes."""
_CLASSES: dict[str, type[Event]] = {cls.__name__: cls for cls in typing.get_args(Event)}


def encode(event: Event) -> str:
    """The event as one line of JSON, the name of its class with it."""
    return json.dumps({"event": type(event).__name__, **dataclasses.asdict(event)})


def decode(line: str | bytes) -> Event:
    """The event that a line holds; ProtocolError if it holds none."""
    try:
        data = parse(line if isinstance(line, str) else line.decode())
    except UnicodeDecodeError:
        raise ProtocolError("it is not UTF-8") from None
    name = data.pop("event", None)
    if not isinstance(name, str) or name not in _CLASSES:
        raise ProtocolError(f"there is no event {json.dumps(name)[:60]}")
    return convert(data, _CLASSES[name])
