"""From the events of a play to a recording, or to the problems the play met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from netdocs.core.errors import Problem
from netdocs.core.observed import Look
from netdocs.core.recording import ClaimRecord, Entry, Key, Recording, StepRecord
from netdocs.core.scenario import Scenario, Step

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When, where and in what a scenario was played."""

    engine: str
    """The series that was to be played, `28.5`."""
    played: str
    """When, in UTC."""
    seconds: float
    key: Key
    step_seconds: float
    """The time limit of a step."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a play gave: a recording if it went to its end, and every problem met on the way."""

    recording: Recording | None
    problems: tuple[Problem, ...]


def fold(scenario: Scenario, events: Sequence[Event], around: Circumstances) -> Outcome:
    """The outcome of a play; a play with no last event was cut off (the engine died, the lab was killed)."""
    by_kind: dict[str, list[Event]] = {}
    for event in events:
        by_kind.setdefault(event["event"], []).append(event)
    claims = by_kind.get("claim", [])
    problems = [_false_claim(scenario, event, around) for event in claims if event["status"] == "failed"]
    problems += [_failure(scenario, event, around) for event in by_kind.get("failed", [])]
    problems += [_other_engine(event, around) for event in by_kind.get("ready", []) if not _is(event, around)]
    ended = "done" in by_kind or "not run" in by_kind
    if not ended and not by_kind.get("failed"):
        problems.append(_cut_off(scenario, events, around))
    if "done" in by_kind:
        problems += _unchecked(scenario, claims)
    return Outcome(_recording(scenario, by_kind, around) if ended else None, tuple(problems))


def _is(ready: Event, around: Circumstances) -> bool:
    return str(ready["version"]).startswith(f"{around.engine}.")


def _other_engine(ready: Event, around: Circumstances) -> Problem:
    what, do = (
        "the lab image holds another engine than its name says",
        "the Debian release has moved on: change ENGINES there",
    )
    return Problem("hooks/netdocs/effects/image.py", what, do, f"engine {around.engine}", f"engine {ready['version']}")


def _recording(scenario: Scenario, by_kind: Mapping[str, Sequence[Event]], around: Circumstances) -> Recording:
    not_run = next((event["reason"] for event in by_kind.get("not run", [])), "")
    ready = next(iter(by_kind.get("ready", [])), {"kernel": "", "version": ""})
    entries = by_kind.get("entry", [])
    looks = by_kind.get("look", [])
    steps = () if not_run else tuple(_step(step, entries, looks) for step in scenario.steps)
    state = "\n".join(line for event in by_kind.get("state", []) for line in event["lines"])
    claims = tuple(ClaimRecord(e["id"], e["step"], e["first"], e["status"]) for e in by_kind.get("claim", []))
    return Recording(
        scenario.name,
        around.engine,
        ready["version"],
        ready["kernel"],
        around.played,
        around.seconds,
        around.key,
        not_run,
        steps,
        claims,
        state,
    )


def _step(step: Step, entries: Iterable[Event], looks: Iterable[Event]) -> StepRecord:
    own = tuple(_entry(event) for event in entries if event["step"] == step.name)
    seen = tuple(msgspec.convert(event["seen"], Look) for event in looks if event["step"] == step.name)
    return StepRecord(step.name, step.source, own, seen)


def _entry(event: Event) -> Entry:
    fields = ("first", "last", "node", "text", "output", "cut", "status", "seconds")
    return Entry(**{name: event[name] for name in fields})


def _false_claim(scenario: Scenario, event: Event, around: Circumstances) -> Problem:
    claim = next(claim for claim in scenario.claims if claim.id == event["id"])
    words = [event["error"]] if event.get("error") not in (None, "", "AssertionError") else []
    values = [f"{name} = {value}" for name, value in event.get("values", {}).items()]
    checked = event.get("checked") or _lines(scenario, event["first"], event["last"])
    return Problem(
        f"{scenario.path}:{claim.line}",
        f"claim {claim.id!r} is false on engine {around.engine}",
        "correct the sentence and its check, or limit the claim, e.g. `[engine >= 28]`",
        expected=claim.sentence,
        seen="\n".join([checked.strip(), *words, *values]),
        output=event.get("printed", ""),
    )


def _failure(scenario: Scenario, event: Event, around: Circumstances) -> Problem:
    """The problem that stopped a play; the kinds are those lab/inside/play.py reports."""
    if event["kind"] == "lab":
        return Problem(
            scenario.path,
            "the lab could not be built",
            "see what the lab printed; `make lab` builds one by hand",
            output=event["message"],
        )
    if event["kind"] == "look":
        return _not_seen(scenario, event, around)
    where = f"{scenario.path}:{event.get('line', event['first'])}"
    step = f"step {event['step']!r} on engine {around.engine}"
    line = event.get("line", 0)
    ran = event["text"] or _lines(scenario, line or event["first"], line or event["last"])
    what, expected, do = _kinds(event, step, around)[event["kind"]]
    ended = event.get("error") or (f"exit code {event['status']}" if event["kind"] == "command" else "")
    seen = f"{ran}\n{ended}" if ended else ran
    return Problem(where, what, do, expected, seen, event["output"])


def _not_seen(scenario: Scenario, event: Event, around: Circumstances) -> Problem:
    """The problem of a drawing for which there was nothing to see."""
    known = scenario.step(event["step"])
    return Problem(
        f"{scenario.path}:{known.first if known else 1}",
        f"[{event['asked']}] of step {event['step']!r} cannot be drawn on engine {around.engine}",
        "mend the mark, or what the step leaves behind; `make lab` shows both by hand",
        seen=event["message"],
    )


def _kinds(event: Event, step: str, around: Circumstances) -> Mapping[str, tuple[str, str, str]]:
    """For each kind of failure: what happened, what was expected, what to do."""
    limit = f"an end within {event.get('limit', around.step_seconds):.0f} s (the limit of {event.get('of', 'a step')})"
    shell = "mend the command; if it is meant to fail, write `# fails` on the line above it"
    return {
        "command": (f"a command failed in {step}", "exit code 0", shell),
        "no failure": (
            f"a command marked `# fails` succeeded in {step}",
            "an exit code other than 0",
            "mend the command or remove `# fails`",
        ),
        "exception": (
            f"Python raised an exception in {step}",
            "no exception",
            "mend the statement, or catch the exception to show it",
        ),
        "timed out": (f"{step} ran out of time", limit, "make the step shorter, or end what keeps it waiting"),
        "ended": (
            f"the shell or Python itself ended in {step}",
            "a process that waits for the next command",
            "remove what ends it (`exit`, `exec`, `kill $$`)",
        ),
    }


def _lines(scenario: Scenario, first: int, last: int) -> str:
    return "\n".join(scenario.text.split("\n")[first - 1 : last])


def _cut_off(scenario: Scenario, events: Sequence[Event], around: Circumstances) -> Problem:
    step = next((event["step"] for event in reversed(events) if event["event"] == "step"), "")
    known = scenario.step(step)
    where = f"{scenario.path}:{known.first}" if known else scenario.path
    return Problem(
        where,
        f"the lab ended in the middle of {f'step {step!r}' if step else 'its start'} on engine {around.engine}",
        "see whether the outer engine still answers (`docker version`) and what it logged, then build again",
        expected="a lab that lives until its scenario is over",
    )


def _unchecked(scenario: Scenario, claims: Iterable[Event]) -> list[Problem]:
    checked = {event["id"] for event in claims}
    missed = [claim for claim in scenario.claims if claim.id not in checked]
    what, do = "was never checked", "put the claim between commands, not inside one (a here-document, a loop)"
    return [Problem(f"{scenario.path}:{claim.line}", f"claim {claim.id!r} {what}", do) for claim in missed]
