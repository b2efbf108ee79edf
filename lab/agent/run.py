"""Playing one scenario: from a job to a line of events."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NoReturn

from agent import engines, network
from agent.engine_state import engine_state
from agent.executor import Executor, Result
from agent.interpreters import Reply
from agent.machines import build, with_engines
from agent.network import Node
from agent.snapshot import take_snapshot
from agent.split_commands import Unit, node_after, split
from agent.trace import trace_packet
from netdocs.protocol.events import (
    STATE_REQUEST,
    CaptureFailed,
    ClaimChecked,
    CommandEnded,
    CommandFailed,
    Done,
    EngineState,
    Event,
    FailureKind,
    LabFailed,
    Ready,
    Skipped,
    SnapshotTaken,
    StepStarted,
)
from netdocs.protocol.job import Job, Step
from netdocs.protocol.snapshot import Capture

Emit = Callable[[Event], None]
OUTPUT_SHOWN = 2000
"""How many characters of what its check printed a false claim shows: the end, where programs put what matters."""


class RunAbortedError(Exception):
    """The scenario cannot go on; what went wrong has been reported."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when a unit may take, and what sets that limit."""

    at: float
    """On the monotonic clock."""
    seconds: float
    limited: Literal["step", "scenario"]


def play(job: Job, emit: Emit) -> None:
    """Build the lab, run every step, report each event; the last is `Done`, or says why there is none."""
    try:
        if missing := network.missing_features(job.features):
            emit(Skipped(f"this kernel has no {', '.join(missing)}"))
            return
        nodes = build(job.nodes)
        kernel = Path("/proc/sys/kernel/osrelease").read_text().strip()
        emit(Ready(kernel, engines.version(nodes["docker1"])))
        ScenarioRun(job, nodes, emit, Executor(job, nodes)).run()
        _report_state(job, nodes, emit)
        emit(Done())
    except network.LabError as error:
        emit(LabFailed(str(error)))
    except RunAbortedError:
        return


@contextmanager
def _capturing(step: str, request: str, emit: Emit) -> Iterator[None]:
    """Report what cannot be captured, and stop the play.

    Whatever is raised: a scenario that has put itself in the place of an engine may answer anything.
    """
    try:
        yield
    except Exception as error:
        cause = str(error) if isinstance(error, network.LabError) else f"{type(error).__name__}: {error}"
        emit(CaptureFailed(step, request, cause[:OUTPUT_SHOWN]))
        raise RunAbortedError from error


def _report_state(job: Job, nodes: Mapping[str, Node], emit: Emit) -> None:
    """Report what the engines hold in the end; RunAbortedError where one does not answer any more."""
    with _capturing(job.steps[-1].name if job.steps else "", STATE_REQUEST, emit):
        state = tuple(line for node in with_engines(nodes) for line in engine_state(node, job.text))
    emit(EngineState(state))


@dataclass(slots=True)
class ScenarioRun:
    """One scenario under way."""

    job: Job
    nodes: Mapping[str, Node]
    emit: Emit
    executor: Executor
    _started: float = field(default_factory=time.monotonic)

    def run(self) -> None:
        """Every step in order; RunAbortedError at the first that cannot go on."""
        if self.job.dialect == "py":
            self._put_scenario()
        node = "docker1"
        for step in self.job.steps:
            self.emit(StepStarted(step.name))
            deadline = self._deadline()
            units = self._units(step, node, deadline)
            for unit in units:
                if unit.claim:
                    self._check_claim(unit, step.name, deadline)
                else:
                    self._run_command(unit, step.name, deadline)
            node = node_after(self._lines(step), step.first, units, node)
            for request in step.requests:
                self._capture(request, step.name)

    def _deadline(self) -> Deadline:
        """A step that begins late in a scenario has what is left of the scenario's time."""
        step = Deadline(time.monotonic() + self.job.step_seconds, self.job.step_seconds, "step")
        scenario = Deadline(self._started + self.job.scenario_seconds, self.job.scenario_seconds, "scenario")
        return min(step, scenario, key=lambda deadline: deadline.at)

    def _capture(self, request: str, step: str) -> None:
        """Report what there is at the end of a step; the play stops where there is nothing to capture."""
        _, *ends = request.split()
        with _capturing(step, request, self.emit):
            if ends:
                capture = Capture(request, trace=trace_packet(self.nodes, *ends))
            else:
                capture = Capture(request, network=take_snapshot(self.nodes))
        self.emit(SnapshotTaken(step, capture))

    def _lines(self, step: Step) -> list[str]:
        return self.job.text.split("\n")[step.first - 1 : step.last]

    def _put_scenario(self) -> None:
        target = Path(f"/proc/{self.nodes['docker1'].init}/root/root", self.job.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(self.job.text, encoding="utf-8")

    def _units(self, step: Step, node: str, deadline: Deadline) -> list[Unit]:
        if self.job.dialect == "py":
            return [Unit(unit.first, unit.last, "", claim=unit.claim) for unit in step.units]
        try:
            return split(self._lines(step), step.first, node)
        except OSError as error:
            self._stop(error, Unit(step.first, step.last, f"step {step.name!r}", node), step.name, deadline)

    def _run_command(self, unit: Unit, step: str, deadline: Deadline) -> None:
        """Run what a reader would type; report what it printed, or why the play stops here."""
        reply, result = self._execute(self.executor.run, unit, step, deadline)
        self.emit(
            CommandEnded(
                step=step,
                first=unit.first,
                last=unit.last,
                node=unit.node,
                text=unit.text,
                output=reply.output,
                truncated_bytes=reply.truncated_bytes,
                exit_code=result.exit_code,
                seconds=round(reply.seconds, 3),
            )
        )
        if kind := _failure_kind(reply, result, unit.fails):
            self._abort(kind, unit, step, deadline=deadline, reply=reply, result=result)

    def _check_claim(self, unit: Unit, step: str, deadline: Deadline) -> None:
        """Check a claim and report how it went; a false one does not stop the play."""
        if unit.claim in self.job.skipped_claims:
            self.emit(ClaimChecked(unit.claim, step, unit.first, unit.last, "not applicable"))
            return
        reply, result = self._execute(self.executor.check, unit, step, deadline)
        if reply.end != "replied":
            self._abort(reply.end, unit, step, deadline=deadline, reply=reply, result=result)
        if result.ok:
            self.emit(ClaimChecked(unit.claim, step, unit.first, unit.last, "passed"))
        else:
            output = reply.output[-OUTPUT_SHOWN:]
            facts = (result.values, result.error, unit.text, output)
            self.emit(ClaimChecked(unit.claim, step, unit.first, unit.last, "failed", *facts))

    def _execute(
        self, how: Callable[[Unit, float], tuple[Reply, Result]], unit: Unit, step: str, deadline: Deadline
    ) -> tuple[Reply, Result]:
        """What came of a unit; the play stops where the interpreter's reply is none, for then others write there."""
        try:
            return how(unit, deadline.at)
        except (ValueError, OSError) as error:
            self._stop(error, unit, step, deadline)

    def _stop(self, error: ValueError | OSError, unit: Unit, step: str, deadline: Deadline) -> NoReturn:
        """The play ends: there was no reply, or no process to be had, of which a scenario may use up all."""
        why = "no process could be started for it" if isinstance(error, OSError) else "its reply was none"
        nothing = Result(error=f"{why}: {error}"[:OUTPUT_SHOWN])
        self._abort("ended", unit, step, deadline=deadline, reply=Reply("ended", "", "", 0, 0), result=nothing)

    def _abort(
        self, kind: FailureKind, unit: Unit, step: str, *, deadline: Deadline, reply: Reply, result: Result
    ) -> NoReturn:
        self.emit(
            CommandFailed(
                kind=kind,
                step=step,
                first=unit.first,
                last=unit.last,
                text=unit.text,
                output=reply.output,
                exit_code=result.exit_code,
                error=result.error,
                line=result.line,
                limit_seconds=deadline.seconds,
                limited=deadline.limited,
            )
        )
        raise RunAbortedError


def _failure_kind(reply: Reply, result: Result, fails: bool | None) -> FailureKind | None:
    """Why the play must stop after this reply, if it must."""
    if reply.end != "replied":
        return reply.end
    if result.error:
        return "exception"
    if fails is not None and bool(result.exit_code) != fails:
        return "no failure" if fails else "command"
    return None
