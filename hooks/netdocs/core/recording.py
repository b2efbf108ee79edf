"""A recording: what one scenario printed on one engine, and how its claims went. JSON in and out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

FORMAT = 2

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
    return value.split("\n") if name in ("output", "source", "text", "state") else _plain(value)


def from_json(text: str) -> Recording:
    """The recording that `text` holds; BadRecordingError, saying what is wrong, if it holds none."""
    try:
        data = json.loads(text)
        if data.pop("format") != FORMAT:
            raise BadRecordingError("it was written in another format")
        return _recording(data)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadRecordingError(f"{type(error).__name__}: {error}") from error


def _recording(data: Mapping[str, Any]) -> Recording:
    steps = tuple(_step(step) for step in data["steps"])
    claims = tuple(ClaimRecord(**claim) for claim in data["claims"])
    return Recording(
        **{**data, "key": Key(**data["key"]), "steps": steps, "claims": claims, "state": _text(data["state"])}
    )


def _step(data: Mapping[str, Any]) -> StepRecord:
    entries = tuple(
        Entry(**{**entry, "text": _text(entry["text"]), "output": _text(entry["output"])}) for entry in data["entries"]
    )
    return StepRecord(data["name"], _text(data["source"]), entries)


def _text(lines: Any) -> str:
    if not isinstance(lines, list):
        raise BadRecordingError("lines are missing")
    return "\n".join(lines)
