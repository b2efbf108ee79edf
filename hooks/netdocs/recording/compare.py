"""What differs between recordings: one and a later one (drift, flakes), engines, the two dialects. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, ndiff, unified_diff
from functools import lru_cache
from typing import Literal

import msgspec

from netdocs.errors import Diagnostic
from netdocs.protocol.snapshot import Capture, Container, Hop, Link, Namespace, Service
from netdocs.recording.format import CACHE_SIZE
from netdocs.recording.model import Recording, StepResult
from netdocs.recording.normalise import Placeholders, normalise, normalise_text

Kind = Literal["drift", "flake"]

LONG = 1000
"""Lines of an output that is compared less exactly."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One scenario that printed something else than its recording says."""

    kind: Kind
    engine: str
    scenario: str
    diff: str

    @property
    def hint(self) -> str:
        """What to do about it."""
        if self.kind == "drift":
            session = self.scenario.rpartition(".")[0]
            return f"if what was played now is right, keep it: make record ENGINE={self.engine} ONLY={session}"
        return "the scenario prints something before it is always so; let it wait for that"


def equivalent(first: Recording, second: Recording) -> bool:
    """Whether two recordings say the same, volatile words aside."""
    return normalise(first) == normalise(second)


def classify(committed: Recording | None, first: Recording, second: Recording) -> Finding | None:
    """What to make of a scenario whose first play differed from its recording, given a second play.

    Differing twice is drift; agreeing the second time is a flake. A scenario that differs from its
    recording and from itself is a flake too: it prints something new each time.
    """
    if committed is None:
        return Finding("drift", first.engine, first.scenario, "there is no committed recording")
    if equivalent(committed, second) or not equivalent(first, second):
        return Finding(
            "flake", first.engine, first.scenario, diff(committed if equivalent(committed, second) else second, first)
        )
    return Finding("drift", first.engine, first.scenario, diff(committed, first))


def diff(before: Recording, after: Recording) -> str:
    """The two as a person would compare them: step by step, command, exit code, output, claims, state."""
    old, new = (tuple(_lines(normalise(recording))) for recording in (before, after))
    return "\n".join(unified_diff(old, new, "recorded", "played", lineterm="", n=2))


def _lines(recording: Recording) -> Iterator[str]:
    if recording.skipped_reason:
        yield f"not run: {recording.skipped_reason}"
    for step in recording.steps:
        yield f"# %% {step.name}"
        yield from step.source.splitlines()
        for command in step.commands:
            yield from (f"{command.node}$ {line}" for line in command.text.splitlines())
            yield from command.output.splitlines()
            if command.exit_code:
                yield f"(exit code {command.exit_code})"
        yield from (line for capture in step.captures for line in _capture_lines(capture))
    yield from (f"claim {claim.id}: {claim.status}" for claim in recording.claims)
    yield from recording.state.splitlines()


def _capture_lines(capture: Capture) -> Iterator[str]:
    yield f"[{capture.request}]"
    if network := capture.network:
        for namespace in network.namespaces:
            yield _fields(replace(namespace, links=()))
            yield from (f"  {_fields(link)}" for link in namespace.links)
        yield from map(_fields, network.containers)
        yield from map(_fields, network.services)
    if capture.trace:
        yield f"answered: {capture.trace.answered}"
        yield from (_fields(hop) for hop in capture.trace.hops)


def _fields(item: Namespace | Link | Container | Service | Hop) -> str:
    """What there is to say of a part of a capture, on one line."""
    fields = msgspec.to_builtins(item)
    return msgspec.json.encode({name: value for name, value in fields.items() if value}).decode()


def differing_steps(recordings: Mapping[str, Recording]) -> tuple[str, ...]:
    """Names of the steps, hidden ones aside, whose normalised outcome is not the same on every engine that ran them."""
    return _differing(tuple(recording for recording in recordings.values() if not recording.skipped_reason))


@lru_cache(maxsize=CACHE_SIZE)
def _differing(ran: tuple[Recording, ...]) -> tuple[str, ...]:
    names = dict.fromkeys(step.name for recording in ran for step in recording.steps if not step.name.startswith("_"))
    return tuple(name for name in names if len({_outcome(recording.step(name)) for recording in ran}) > 1)


def _outcome(step: StepResult | None) -> tuple[tuple[str, int], ...]:
    """What the step printed and how it ended, volatile words numbered within the step."""
    placeholders = Placeholders()
    commands = step.commands if step else ()
    return tuple((normalise_text(command.output, placeholders), command.exit_code) for command in commands)


def differing_lines(output: str, reference: str) -> frozenset[int]:
    """Numbers (from 0) of the lines of `output` that `reference` does not have, volatile words aside."""
    if output == reference:
        return frozenset()
    lines, expected = _normalised_lines(output), _normalised_lines(reference)
    # Thousands of equal lines (`yes`) would take minutes to compare: in long outputs frequent lines do not count.
    blocks = SequenceMatcher(None, lines, expected, autojunk=len(expected) > LONG).get_matching_blocks()
    matched = {number for block in blocks for number in range(block.a, block.a + block.size)}
    return frozenset(range(len(lines))) - matched


def state_differences(shell: Recording, python: Recording) -> Iterator[Diagnostic]:
    """A problem if what the two dialects leave behind on the engine differs, volatile words aside."""
    if shell.skipped_reason or python.skipped_reason:
        return
    compared = ndiff(_normalised_lines(shell.state), _normalised_lines(python.state))
    if lines := [line for line in compared if line[:1] in "+-"]:
        legend = f"- only after {shell.scenario}\n+ only after {python.scenario}"
        yield Diagnostic(
            f"snippets/{python.scenario}",
            f"its two dialects leave engine {python.engine} in different states",
            "make both dialects create, connect, stop and remove the same things",
            expected="the same networks, containers, addresses and services",
            actual="\n".join([legend, *lines]),
        )


@lru_cache(maxsize=CACHE_SIZE)
def _normalised_lines(text: str) -> tuple[str, ...]:
    """The lines of a text that stands alone, its volatile words numbered from one."""
    return tuple(normalise_text(text, Placeholders()).split("\n")) if text else ()
