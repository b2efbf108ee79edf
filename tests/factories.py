"""Values that unit and golden tests start from, small enough to be read beside the test."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from netdocs.i18n.catalogue import content_strings
from netdocs.protocol import events
from netdocs.recording.from_events import RunContext
from netdocs.recording.model import CommandResult, Fingerprint, Recording, StepResult, to_lines

ENGLISH = content_strings("en")
RECORDED_AT = "2026-11-23T22:41:05Z"
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
"""Two and a half days after RECORDED_AT."""
FINGERPRINT = Fingerprint(scenario="5" * 64, player="9" * 64, image="sha256:" + "1" * 64)
CONTEXT = RunContext(engine="28.5", recorded_at=RECORDED_AT, seconds=4.2, fingerprint=FINGERPRINT)


def command(text: str = "", output: str = "", **changes: Any) -> CommandResult:
    """One command at docker1 that went well, in the shell dialect if it has a text."""
    lines = {"text_lines": to_lines(text), "output_lines": to_lines(output)}
    return replace(CommandResult(1, 1, "docker1", seconds=0.12), **lines, **changes)


def recording(*steps: StepResult, **changes: Any) -> Recording:
    """A recording of `bridge/default.sh` with these steps."""
    facts = ("bridge/default.sh", "28.5", "28.5.2+dfsg4", "6.12.48-amd64", RECORDED_AT, 4.2, FINGERPRINT)
    return replace(Recording(*facts, steps=steps), **changes)


def one_step(text: str = "", output: str = "", **changes: Any) -> Recording:
    """A recording whose only step, `start`, has one command."""
    return recording(StepResult("start", (), (command(text, output, **changes),)))


READY = events.Ready("6.12.48-amd64", "28.5.2+dfsg4")
STARTED = events.StepStarted("start")
DONE = events.Done()


def ended(**facts: Any) -> events.CommandEnded:
    """A command of step `start` that went well."""
    defaults = {"first": 4, "last": 4, "node": "docker1", "text": "docker network ls", "output": ""}
    return events.CommandEnded(
        **{"step": "start", **defaults, "truncated_bytes": 0, "exit_code": 0, "seconds": 0.12, **facts}
    )


def failed(kind: events.FailureKind, **facts: Any) -> events.CommandFailed:
    """The same command, and why the play stops after it."""
    defaults = {"step": "start", "first": 4, "last": 4, "text": "docker network ls", "output": "", "exit_code": 0}
    return events.CommandFailed(kind, **{**defaults, "limit_seconds": 60, "limited": "step", **facts})


def checked(status: events.ClaimStatus = "passed", **facts: Any) -> events.ClaimChecked:
    """The check of claim `some-id` in step `start`."""
    return events.ClaimChecked(status=status, **{"id": "some-id", "step": "start", "first": 6, "last": 6, **facts})
