"""Drift and flakes: what differs between a committed recording and what an engine prints today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from typing import Literal

import msgspec

from netdocs.core.normalise import normalise
from netdocs.core.observed import Look
from netdocs.core.recording import Recording

Kind = Literal["drift", "flake"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One scenario that printed something else than its recording says."""

    kind: Kind
    engine: str
    scenario: str
    diff: str


def same(one: Recording, other: Recording) -> bool:
    """Whether two recordings say the same, volatile words aside."""
    return normalise(one) == normalise(other)


def judge(committed: Recording | None, first: Recording, second: Recording) -> Finding | None:
    """What to make of a scenario whose first play differed from its recording, given a second play.

    Differing twice is drift; agreeing the second time is a flake. A scenario that differs from its
    recording and from itself is a flake too: it prints something new each time.
    """
    if committed is None:
        return Finding("drift", first.engine, first.scenario, "there is no committed recording")
    if same(committed, second) or not same(first, second):
        return Finding(
            "flake", first.engine, first.scenario, diff(committed if same(committed, second) else second, first)
        )
    return Finding("drift", first.engine, first.scenario, diff(committed, first))


def diff(before: Recording, after: Recording) -> str:
    """The two as a person would compare them: step by step, command, exit code, output, claims, state."""
    then, now = (tuple(_lines(normalise(one))) for one in (before, after))
    return "\n".join(unified_diff(then, now, "recorded", "played", lineterm="", n=2))


def _seen(look: Look) -> Iterator[str]:
    yield f"[{look.asked}]"
    for space in look.network.spaces if look.network else ():
        facts = msgspec.structs.replace(space, links=())
        yield msgspec.json.encode(facts).decode()
        yield from (f"  {msgspec.json.encode(link).decode()}" for link in space.links)
    rest = (*look.network.containers, *look.network.services) if look.network else ()
    yield from (msgspec.json.encode(one).decode() for one in rest)
    if look.journey:
        yield f"answered: {look.journey.answered}"
        yield from (msgspec.json.encode(one).decode() for one in look.journey.sightings)


def _lines(recording: Recording) -> Iterator[str]:
    if recording.not_run:
        yield f"not run: {recording.not_run}"
    for step in recording.steps:
        yield f"# %% {step.name}"
        yield from step.source.splitlines()
        for entry in step.entries:
            yield from (f"{entry.node}$ {line}" for line in entry.text.splitlines())
            yield from entry.output.splitlines()
            if entry.status:
                yield f"(exit code {entry.status})"
        yield from (line for look in step.looks for line in _seen(look))
    yield from (f"claim {claim.id}: {claim.status}" for claim in recording.claims)
    yield from recording.state.splitlines()
