"""Playing one scenario: from a job to a line of events."""

from __future__ import annotations

import json
import shlex
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import docker
from requests.exceptions import RequestException

from inside import engines, world
from inside.bash_split import Unit, node_after, split
from inside.follow import follow
from inside.interpreters import Answer, Interpreter, bash, python
from inside.look import look
from inside.state import left_behind
from inside.world import Node

Emit = Callable[[Mapping[str, Any]], None]
LOOK_TROUBLE = (world.WorldError, docker.errors.DockerException, RequestException, subprocess.SubprocessError, OSError)
"""What may come of looking at a network that changes at that moment, or is not what the mark says."""


class StoppedError(Exception):
    """The scenario cannot go on; what went wrong has been reported."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to play; the host writes it as JSON."""

    path: str
    """The scenario's path, also where its text is put on the node (below /root)."""
    dialect: str
    text: str
    nodes: list[str]
    features: list[str]
    steps: list[dict[str, Any]]
    """`name`, `first`, `last`, `looks`, and for Python the `units` (first, last, claim)."""
    skipped_claims: list[str]
    """Ids of claims that do not apply to this engine."""
    step_seconds: float
    scenario_seconds: float
    output_bytes: int


def play(job: Job, emit: Emit) -> None:
    """Build the world, run every step, report each event; the last is `done`, or says why there is none."""
    try:
        if missing := world.missing_features(job.features):
            emit({"event": "not run", "reason": f"this kernel has no {', '.join(missing)}"})
            return
        nodes = build(job.nodes)
        kernel = Path("/proc/sys/kernel/osrelease").read_text().strip()
        emit({"event": "ready", "kernel": kernel, "version": engines.version(nodes["docker1"])})
        Stage(job, nodes, emit).run()
        emit({"event": "state", "lines": [line for node in with_engines(nodes) for line in left_behind(node)]})
        emit({"event": "done"})
    except world.WorldError as error:
        emit({"event": "failed", "kind": "lab", "message": str(error)})
    except StoppedError:
        return


def build(names: list[str]) -> dict[str, Node]:
    """The lab's machines, router included, with every engine answering and holding busybox."""
    world.open_cgroups()
    world.build_wires()
    nodes = {name: world.boot(name) for name in dict.fromkeys(["router", *names])}
    for node in with_engines(nodes):
        engines.wait_ready(node)
    engines.load_busybox(with_engines(nodes))
    engines.share_contexts(nodes["docker1"], [node for node in with_engines(nodes) if node.name != "docker1"])
    return nodes


def with_engines(nodes: Mapping[str, Node]) -> list[Node]:
    """The nodes that run a Docker Engine."""
    return [node for node in nodes.values() if engines.is_engine(node.name)]


@dataclass(slots=True)
class Stage:
    """One scenario under way."""

    job: Job
    nodes: Mapping[str, Node]
    emit: Emit
    _shells: dict[str, Interpreter] = field(default_factory=dict)
    _last: Answer | None = None
    _status: int = 0
    _started: float = field(default_factory=time.monotonic)

    def run(self) -> None:
        """Every step in order; StoppedError at the first that cannot go on."""
        if self.job.dialect == "py":
            self._put_scenario()
        node = "docker1"
        for step in self.job.steps:
            self.emit({"event": "step", "step": step["name"]})
            deadline = min(time.monotonic() + self.job.step_seconds, self._end)
            units = self._units(step, node)
            for unit in units:
                self._claim(unit, step["name"], deadline) if unit.claim else self._type(unit, step["name"], deadline)
            node = node_after(self._lines(step), step["first"], units, node)
            for asked in step["looks"]:
                self._look(asked, step["name"])

    def _look(self, asked: str, step: str) -> None:
        """Report what is seen at the end of a step; the play stops where there is nothing to see."""
        _, *ends = asked.split()
        try:
            seen = {"journey": follow(self.nodes, *ends)} if ends else {"network": look(self.nodes)}
        except LOOK_TROUBLE as error:
            self.emit({"event": "failed", "kind": "look", "step": step, "asked": asked, "message": str(error)})
            raise StoppedError from error
        self.emit({"event": "look", "step": step, "seen": {"asked": asked, **seen}})

    @property
    def _end(self) -> float:
        """When the scenario's time is over."""
        return self._started + self.job.scenario_seconds

    def _limit(self, deadline: float) -> dict[str, Any]:
        """The limit that a deadline stands for, for whoever reads that it was hit."""
        if deadline == self._end:
            return {"limit": self.job.scenario_seconds, "of": "a scenario"}
        return {"limit": self.job.step_seconds, "of": "a step"}

    def _lines(self, step: Mapping[str, Any]) -> list[str]:
        return self.job.text.split("\n")[step["first"] - 1 : step["last"]]

    def _put_scenario(self) -> None:
        target = Path(f"/proc/{self.nodes['docker1'].init}/root/root", self.job.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(self.job.text, encoding="utf-8")

    def _units(self, step: Mapping[str, Any], node: str) -> list[Unit]:
        if self.job.dialect == "py":
            return [Unit(unit["first"], unit["last"], "", "docker1", False, unit["claim"]) for unit in step["units"]]
        return split(self._lines(step), step["first"], node)

    def _type(self, unit: Unit, step: str, deadline: float) -> None:
        """Run what a reader would type; report what it printed, or why the play stops here."""
        answer, error = self._ask(unit, deadline)
        self._last, self._status = answer, int(error.get("status", 0))
        place = {"step": step, "first": unit.first, "last": unit.last, "node": unit.node, "text": unit.text}
        shown = {
            "output": answer.output,
            "cut": answer.cut,
            "status": self._status,
            "seconds": round(answer.seconds, 3),
        }
        self.emit({"event": "entry", **place, **shown})
        kind = _trouble(answer, error, unit.fails)
        if kind:
            self.emit({"event": "failed", "kind": kind, **place, **shown, **error, **self._limit(deadline)})
            raise StoppedError

    def _claim(self, unit: Unit, step: str, deadline: float) -> None:
        """Check a claim and report how it went; a false one does not stop the play."""
        place = {"event": "claim", "step": step, "id": unit.claim, "first": unit.first, "last": unit.last}
        if unit.claim in self.job.skipped_claims:
            self.emit({**place, "status": "not applicable"})
            return
        answer, error = self._ask(unit, deadline)
        if answer.end != "replied":
            kind = _trouble(answer, error, False)
            facts = {"step": step, **asdict(unit), "output": answer.output, **self._limit(deadline)}
            self.emit({"event": "failed", "kind": kind, **facts})
            raise StoppedError
        seen = {
            "values": error.get("values", {}),
            "error": error.get("error", ""),
            "checked": unit.text,
            "printed": answer.output[-2000:],
        }
        self.emit({**place, **(seen if error else {}), "status": "failed" if error else "passed"})

    def _ask(self, unit: Unit, deadline: float) -> tuple[Answer, dict[str, Any]]:
        """What came of one unit: how it ended and, unless all was well, the facts of the error."""
        if self.job.dialect == "py":
            answer = self._python().ask(json.dumps({"first": unit.first, "last": unit.last}), deadline)
            return answer, json.loads(answer.reply or "{}")
        shell = self._bash(unit.node)
        if unit.claim:
            shell.ask(f":status={self._status} out={shlex.quote(self._printed())}", deadline)
        answer = shell.ask(unit.text, deadline)
        status = int(answer.reply or 0)
        if unit.claim and status:
            return answer, {"status": status, "values": {"$status": str(self._status), "$out": self._printed()[-1000:]}}
        return answer, {"status": status} if status else {}

    def _printed(self) -> str:
        """The last command's output as `$(…)` would give it."""
        return self._last.output.replace("\0", "").rstrip("\n") if self._last else ""

    def _bash(self, node: str) -> Interpreter:
        if node not in self._shells:
            self._shells[node] = bash(self.nodes[node], self.job.output_bytes)
        return self._shells[node]

    def _python(self) -> Interpreter:
        if "python" not in self._shells:
            self._shells["python"] = python(self.nodes["docker1"], self.job.path, self.job.output_bytes)
        return self._shells["python"]


def _trouble(answer: Answer, error: Mapping[str, Any], fails: bool | None) -> str:
    """Why the play must stop after this answer; empty if it need not."""
    if answer.end != "replied":
        return answer.end
    if "error" in error:
        return "exception"
    if fails is not None and bool(error.get("status")) != fails:
        return "no failure" if fails else "command"
    return ""
