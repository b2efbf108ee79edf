"""Playing a scenario step by step for a reader: the steps' own shells, what they printed, the checks. Effects."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from agent.executor import Executor
from agent.network import Node
from agent.split_commands import Unit, node_after, split
from netdocs.protocol.job import Job, Step
from netdocs.protocol.story import Story
from tryit.wrapping import wrapped

Say = Callable[[str], None]
"""Shows the reader some lines."""
SETUP = "_setup"


class StepError(Exception):
    """There is no step to play or to check; the message is one line."""


@dataclass(frozen=True, slots=True)
class Before:
    """What the last command before a check printed, and how it ended."""

    output: str
    exit_code: int


@dataclass(slots=True)
class Session:
    """One scenario under way at a reader's terminal."""

    story: Story
    nodes: Mapping[str, Node]
    executor: Executor
    units: Mapping[str, list[Unit]]
    """By step: its commands and checks."""
    played: list[str] = field(default_factory=list)
    """The steps so far."""
    before: dict[str, Before] = field(default_factory=dict)
    """By claim: what its check looks at."""

    def play_to(self, step: str, say: Say) -> None:
        """Play the set-up and every step up to this one; only what it prints is shown, and what all typed."""
        names = [name for name in self.units if name == SETUP or step]
        for name in names[: names.index(step) + 1] if step else names:
            self._play(name, say, with_output=name == step)

    def play_next(self, say: Say) -> None:
        """Play the step after the last one."""
        remaining = [name for name in self.units if name not in self.played]
        if not remaining:
            raise StepError("that was the last step: `reset` starts over, `list` names other scenarios")
        # A hidden step is part of what comes before the next one that is shown.
        visible = (number for number, name in enumerate(remaining, 1) if not name.startswith("_"))
        for name in remaining[: next(visible, len(remaining))]:
            self._play(name, say, with_output=True)

    def check(self, say: Say) -> int:
        """Run the checks of the last step that has any, as things are now; how many fail."""
        if not self.played:
            raise StepError("nothing has been played: `at bridge/default start` goes to a state of a page")
        units = [unit for unit in self.units[self.played[-1]] if unit.claim]
        if not units:
            say(f"The step {self.played[-1]} claims nothing.\n")
        return sum(not self._holds(unit, say) for unit in units)

    def missed(self, first: str) -> tuple[list[str], int]:
        """Run the checks from that step on as things are now: the claims that fail, and how many were checked."""
        names = [*self.units]
        of_steps = (self.units[name] for name in names[names.index(first) :])
        units = [unit for units in of_steps for unit in units if unit.claim and not self._is_skipped(unit)]
        return [unit.claim for unit in units if not self._passes(unit)], len(units)

    def _is_skipped(self, unit: Unit) -> bool:
        return unit.claim in self.story.job.skipped_claims

    def _passes(self, unit: Unit) -> bool:
        before = self.before.get(unit.claim, Before("", 0))
        self.executor.output, self.executor.exit_code = before.output, before.exit_code
        reply, result = self.executor.check(unit, time.monotonic() + self.story.job.step_seconds)
        return reply.end == "replied" and result.ok

    def _holds(self, unit: Unit, say: Say) -> bool:
        sentence = self.story.claims.get(unit.claim, unit.claim)
        if self._is_skipped(unit):
            say(f"{wrapped(f'not about this engine: {sentence}', later='  ')}\n")
            return True
        holds = self._passes(unit)
        verdict = "holds" if holds else "does not hold"
        say(f"{wrapped(f'{verdict}: {sentence}', later='  ')}\n")
        if not holds:
            say(f"  checked by: {unit.text}\n")
        return holds

    def _play(self, name: str, say: Say, *, with_output: bool) -> None:
        if not name.startswith("_"):
            say(f"# {self.story.name} {name}\n")
        elif any(not unit.claim for unit in self.units[name]):
            say("# not on the page:\n")
        self.played.append(name)
        for unit in self.units[name]:
            if unit.claim:
                self.before[unit.claim] = Before(self.executor.output, self.executor.exit_code)
            else:
                self._run(unit, say, with_output=with_output)

    def _run(self, unit: Unit, say: Say, *, with_output: bool) -> None:
        say("".join(f"{prompt} {line}\n" for prompt, line in prompted(unit)))
        reply, result = self.executor.run(unit, time.monotonic() + self.story.job.step_seconds)
        if with_output:
            say(reply.output)
            say("".join(self._differently(unit, reply.output)))
        if reply.end == "timed out":
            raise StepError(f"this took more than {self.story.job.step_seconds:.0f} s: `reset` starts over")
        if reply.end == "ended":
            raise StepError("the shell that plays the steps has ended: `reset` starts over")
        if unit.fails is not None and bool(result.exit_code) != unit.fails:
            say(f"# The exit code is {result.exit_code}; on the page this {'fails' if unit.fails else 'succeeds'}.\n")

    def _differently(self, unit: Unit, output: str) -> Iterator[str]:
        """What the page shows, where that has other lines."""
        recorded = next((entry.output for entry in self.story.recorded_outputs if entry.first == unit.first), None)
        if recorded is None or _words(recorded) == _words(output):
            return
        yield "# The page shows:\n"
        yield from (f"#   {line}\n" for line in recorded.rstrip("\n").split("\n"))


def _words(output: str) -> list[list[str]]:
    """Lines by their words, those without a digit: ids, times and ports differ from play to play."""
    return [[word for word in line.split() if not any(map(str.isdigit, word))] for line in output.rstrip().split("\n")]


def prompted(unit: Unit) -> Iterator[tuple[str, str]]:
    """Each line of a command, and the prompt before it."""
    for number, line in enumerate(unit.text.split("\n")):
        yield (f"{unit.node}$" if not number else ">"), line


def start(story: Story, nodes: Mapping[str, Node]) -> Session:
    """A session with nothing played yet."""
    return Session(story, nodes, Executor(story.job, nodes), dict(_units(story.job)))


def _units(job: Job) -> Iterator[tuple[str, list[Unit]]]:
    node, lines = "docker1", job.text.split("\n")
    for step in job.steps:
        of_step = _lines(lines, step)
        units = split(of_step, step.first, node)
        yield step.name, units
        node = node_after(of_step, step.first, units, node)


def _lines(lines: Sequence[str], step: Step) -> Sequence[str]:
    return lines[step.first - 1 : step.last]
