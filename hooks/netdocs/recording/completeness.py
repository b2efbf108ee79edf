"""What a recording lacks of its scenario: steps, checks of claims, pictures and paths added since. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from netdocs.errors import Diagnostic
from netdocs.recording.model import Recording
from netdocs.scenario.model import Scenario

_HINT = "play it where an engine is: `make record`"


def incompleteness(scenario: Scenario, recording: Recording | None, engine: str) -> list[Diagnostic]:
    """A problem for everything the scenario has now and the recording has not; none for one that was not run."""
    if recording is None:
        message = f"there is no recording of it on engine {engine}, and no engine to play it"
        return [Diagnostic(scenario.path, message, _HINT)]
    if recording.skipped_reason:
        return []
    checks = (_unchecked_claims, _missing_snapshots, _missing_steps)
    gaps = (gap for check in checks for gap in check(scenario, recording))
    return [Diagnostic(f"{scenario.path}:{line}", message, _HINT) for line, message in gaps]


def _unchecked_claims(scenario: Scenario, recording: Recording) -> Iterator[tuple[int, str]]:
    checked = {claim.id for claim in recording.claims}
    for claim in scenario.claims:
        if claim.id not in checked:
            yield claim.line, f"the recording has no check of claim {claim.id!r}, and there is no engine"


def _missing_snapshots(scenario: Scenario, recording: Recording) -> Iterator[tuple[int, str]]:
    for step in scenario.steps:
        if result := recording.step(step.name):
            for request in step.snapshots:
                if result.capture(request) is None:
                    yield (
                        step.first,
                        f"the recording has no [{request}] of step {step.name!r}, and there is no engine to look at",
                    )


def _missing_steps(scenario: Scenario, recording: Recording) -> Iterator[tuple[int, str]]:
    for step in scenario.steps:
        if recording.step(step.name) is None:
            yield step.first, f"the recording has no step {step.name!r}, and there is no engine to play it"
