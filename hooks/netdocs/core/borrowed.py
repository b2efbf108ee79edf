"""Scenarios that need more of a kernel than this machine's has: what stands in for them, and how old it is."""

from __future__ import annotations

from netdocs.core.keys import digest
from netdocs.core.recording import Recording
from netdocs.core.scenario import Scenario


def lacks_kernel(scenario: Scenario, played: Recording) -> bool:
    """Whether it was not run for want of a kernel feature; an engine that is none of its is another reason."""
    return bool(played.not_run and scenario.features and not scenario.unmet(played.engine))


def is_stale(scenario: Scenario, recording: Recording) -> bool:
    """Whether the scenario has changed since it was recorded."""
    return recording.key.scenario != digest(scenario.text)


def has_all(scenario: Scenario, recording: Recording) -> bool:
    """Whether the recording has every step, claim, picture and path the scenario has now."""
    checked = {claim.id for claim in recording.claims}
    return all(claim.id in checked for claim in scenario.claims) and all(
        (record := recording.step(step.name)) and all(map(record.look, step.looks)) for step in scenario.steps
    )


def stand_in(scenario: Scenario, played: Recording, committed: Recording | None) -> Recording | None:
    """The committed recording, if it says what this machine cannot; None if what was played is all there is."""
    if committed is None or committed.not_run or not lacks_kernel(scenario, played):
        return None
    return committed


def how_to_play(session: str) -> str:
    """The command that plays it anew."""
    return f"make record KERNEL=emulated ENGINE=all ONLY={session}"
