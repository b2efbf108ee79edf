"""Scenarios that need more of a kernel than this machine's has: what stands in for them, and how old it is. Pure."""

from __future__ import annotations

from netdocs.recording.fingerprint import digest
from netdocs.recording.model import Recording
from netdocs.scenario.model import Scenario


def missing_kernel_feature(scenario: Scenario, played: Recording) -> bool:
    """Whether it was not run for want of a kernel feature; an engine that is none of its is another reason."""
    return bool(played.skipped_reason and scenario.features and not scenario.unmet(played.engine))


def is_stale(scenario: Scenario, recording: Recording) -> bool:
    """Whether the scenario has changed since it was recorded."""
    return recording.fingerprint.scenario != digest(scenario.text)


def fallback_recording(scenario: Scenario, played: Recording, committed: Recording | None) -> Recording | None:
    """The committed recording, if it says what this machine cannot; None if what was played is all there is."""
    if committed is None or committed.skipped_reason or not missing_kernel_feature(scenario, played):
        return None
    return committed


def rerun_command(session: str) -> str:
    """The command that plays it anew."""
    return f"make record KERNEL=emulated ENGINE=all ONLY={session}"
