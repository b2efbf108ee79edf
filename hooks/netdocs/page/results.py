"""What the pages ask for, and what engines printed: the outcome of a build, before it is drawn. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from netdocs.page.plan import Plan
from netdocs.recording.fallback import is_stale
from netdocs.recording.model import Recording
from netdocs.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class SourcedRecording:
    """A recording and how it came to this page."""

    recording: Recording
    live: bool
    """Whether this machine's engine printed it; a committed recording otherwise."""
    stale: bool
    """Whether the scenario has changed since."""
    differing: tuple[str, ...] = ()
    """Steps that print something else on other engines."""


@dataclass(frozen=True)
class BuildResult:
    """The plan, and the recording of everything in it."""

    plan: Plan
    results: Mapping[str, SourcedRecording] = field(default_factory=dict)
    """By scenario name, `bridge/default.sh`; on the default engine."""
    other_engines: Mapping[str, Mapping[str, Recording]] = field(default_factory=dict)
    """What is recorded on other engines: by engine, then by scenario name."""
    engine: str = ""
    """The series of the default engine, `28.5`."""
    live: bool = True
    """Whether this machine's engine ran: all but what only another kernel can run."""

    @cached_property
    def recordings(self) -> dict[str, Mapping[str, Recording]]:
        """Everything there is, by engine (the default one first), then by scenario name."""
        default_engine = {name: result.recording for name, result in self.results.items()}
        return {self.engine: default_engine, **self.other_engines}

    def on_engines(self, scenario: str) -> dict[str, Recording]:
        """The recordings of one scenario, by engine."""
        return {engine: names[scenario] for engine, names in self.recordings.items() if scenario in names}

    def results_for(self, session: str) -> tuple[SourcedRecording, ...]:
        """What there is of a session, the shell dialect first."""
        return tuple(self.results[scenario.name] for scenario in self.plan.dialects(session))

    def by_engine(self, session: str, step: str) -> dict[str, SourcedRecording]:
        """The first dialect of a step in which engines differ, on every engine that ran it; else nothing.

        Where the default engine could not run it, on those that could.
        """
        for result in self.results_for(session):
            scenario = self.plan.scenario(result.recording.scenario)
            recordings = self.on_engines(scenario.name)
            ran = {engine: recording for engine, recording in recordings.items() if recording.step(step)}
            if result.recording.skipped_reason and ran:
                return self._sourced(scenario, ran, live=result.live)
            if step in result.differing:
                comparable = {engine: r for engine, r in recordings.items() if engine in ran or r.skipped_reason}
                return self._sourced(scenario, comparable, live=result.live)
        return {}

    def _sourced(
        self, scenario: Scenario, recordings: Mapping[str, Recording], *, live: bool
    ) -> dict[str, SourcedRecording]:
        return {
            engine: SourcedRecording(recording, live and engine == self.engine, is_stale(scenario, recording))
            for engine, recording in recordings.items()
        }

    def unrecorded(self, session: str) -> tuple[tuple[str, str], ...]:
        """Engines that could play a session and have not been recorded, each with the first scenario that it lacks."""
        unrecorded = {
            engine: [s.name for s in self.plan.dialects(session) if s.name not in names and not s.unmet(engine)]
            for engine, names in self.recordings.items()
        }
        return tuple((engine, names[0]) for engine, names in unrecorded.items() if names)
