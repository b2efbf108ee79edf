"""A recording: what one scenario printed on one engine, and how its claims went. JSON in and out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import msgspec

from netdocs.core.observed import Look

FORMAT = 2
EMULATED = " (emulated)"
"""What stands behind the kernel's release where it ran in an emulated computer."""
_LINES = ("output", "source", "text", "state")
"""Fields that are written as lists of lines."""
_FLAT = ("links", "containers", "services", "sightings")
"""Lists of what was looked at, written with an object a line."""
_ONE_LINE = ("holders", "routes", "masquerades")
"""Short lists of what was looked at."""

ClaimStatus = Literal["passed", "failed", "not applicable"]


class BadRecordingError(ValueError):
    """The text is no recording of the format this code writes."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a recording depends on: equal keys, and nothing needs to be played again."""

    scenario: str
    """SHA-256 of the scenario's text."""
    player: str
    """SHA-256 over the code that plays."""
    image: str
    """Id of the lab image, as the outer engine gives it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One command (or, in Python, one run of statements) and what came of it."""

    first: int
    last: int
    node: str
    text: str
    """The command as typed; empty in the Python dialect, where the step has the source."""
    output: str
    cut: int
    """Bytes of the output that were left out."""
    status: int
    seconds: float


@dataclass(frozen=True, slots=True)
class StepRecord:
    """A step's entries, in order."""

    name: str
    source: str
    """The Python a reader sees; empty in the shell dialect."""
    entries: tuple[Entry, ...]
    looks: tuple[Look, ...] = ()
    """What was seen at the step's end; not written where nothing was looked at."""

    def look(self, asked: str) -> Look | None:
        """What was seen when the step's mark asked for this."""
        return next((look for look in self.looks if look.asked == asked), None)

    @property
    def seconds(self) -> float:
        """How long the step ran."""
        return sum(entry.seconds for entry in self.entries)


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """How a claim went."""

    id: str
    step: str
    line: int
    status: ClaimStatus


@dataclass(frozen=True, slots=True)
class Recording:
    """One play of one scenario."""

    scenario: str
    """`bridge/default.sh`."""
    engine: str
    """The series the lab image stands for, `28.5`."""
    version: str
    """What the engine says it is, `28.5.2+dfsg4`."""
    kernel: str
    played: str
    """When, in UTC: `2026-11-23T22:41:05Z`."""
    seconds: float
    key: Key
    not_run: str
    """Why the scenario could not be played here; empty if it was."""
    steps: tuple[StepRecord, ...]
    claims: tuple[ClaimRecord, ...]
    state: str = ""
    """What the scenario left behind on its engines, a line a network, container or service."""

    @property
    def emulated(self) -> bool:
        """Whether the kernel was a borrowed one, in an emulated computer."""
        return self.kernel.endswith(EMULATED)

    @property
    def release(self) -> str:
        """The engine's version as readers know it, `28.5.2`; the series where nothing was run."""
        return self.version.partition("+")[0] or self.engine

    def step(self, name: str) -> StepRecord | None:
        """The step of that name, if it was recorded."""
        return next((step for step in self.steps if step.name == name), None)


def to_json(recording: Recording) -> str:
    """The recording as text, one output line a line, so that a diff reads like the output itself."""
    return _dumped({"format": FORMAT, **_plain(recording)}, "\n") + "\n"


def _dumped(value: Any, line: str) -> str:
    """JSON as `json.dumps` indents it by one, except that what was looked at has an object a line."""
    if isinstance(value, dict) and value:
        fields = (f"{_json(name)}: {_shown(name, item, line)}" for name, item in value.items())
        return "{" + ",".join(f"{line} {field}" for field in fields) + line + "}"
    if isinstance(value, list) and value:
        return "[" + ",".join(f"{line} {_dumped(item, f'{line} ')}" for item in value) + line + "]"
    return _json(value)


def _shown(name: str, value: Any, line: str) -> str:
    if name in _ONE_LINE:
        return _json(value)
    if name not in _FLAT:
        return _dumped(value, f"{line} ")
    return "[" + ",".join(f"{line}  {_json(item)}" for item in value) + f"{line} ]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, msgspec.Struct):
        return json.loads(msgspec.json.encode(value))
    if hasattr(value, "__dataclass_fields__"):
        fields = ((name, getattr(value, name)) for name in value.__dataclass_fields__)
        return {name: _field(name, item) for name, item in fields if name != "looks" or item}
    return value


def _field(name: str, value: Any) -> Any:
    return value.split("\n") if name in _LINES else _plain(value)


def from_json(text: str) -> Recording:
    """The recording that `text` holds; BadRecordingError, saying what is wrong, if it holds none."""
    try:
        data = json.loads(text)
        if data.pop("format") != FORMAT:
            raise BadRecordingError("it was written in another format")
        found = msgspec.convert(_joined(data), Recording)
        if _plain(found) != data:
            raise BadRecordingError("it has fields that no recording has, or lacks some")
        if datetime.fromisoformat(found.played).tzinfo is None:
            raise BadRecordingError("its time has no zone")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadRecordingError(f"{type(error).__name__}: {error}") from error
    return found


def _read(name: str, value: Any) -> Any:
    return "\n".join(value) if name in _LINES and isinstance(value, list) else _joined(value)


def _joined(value: Any) -> Any:
    """Plain data with the lists of lines that `to_json` made joined again."""
    if isinstance(value, list):
        return [_joined(item) for item in value]
    if isinstance(value, dict):
        return {name: _read(name, item) for name, item in value.items()}
    return value
