"""A recording: what one scenario printed on one engine, and how its claims went. JSON in and out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import msgspec

FORMAT = 2
_LINES = ("output", "source", "text", "state")
"""Fields that are written as lists of lines."""

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

    def step(self, name: str) -> StepRecord | None:
        """The step of that name, if it was recorded."""
        return next((step for step in self.steps if step.name == name), None)


def to_json(recording: Recording) -> str:
    """The recording as text, one output line a line, so that a diff reads like the output itself."""
    return json.dumps({"format": FORMAT, **_plain(recording)}, indent=1, ensure_ascii=False) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: _field(name, getattr(value, name)) for name in value.__dataclass_fields__}
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


def _joined(value: Any) -> Any:
    """Plain data with the lists of lines that `to_json` made joined again."""
    if isinstance(value, list):
        return [_joined(item) for item in value]
    if isinstance(value, dict):
        return {name: "\n".join(item) if name in _LINES else _joined(item) for name, item in value.items()}
    return value
