"""From the events of a play to a recording, or to the problems the play met. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from netdocs.errors import Diagnostic
from netdocs.protocol import events as ev
from netdocs.recording.failures import failure, lines_of
from netdocs.recording.model import ClaimResult, CommandResult, Fingerprint, Recording, StepResult, to_lines
from netdocs.scenario.model import Scenario, Step

E = TypeVar("E", bound=ev.Event)


@dataclass(frozen=True, slots=True)
class RunContext:
    """When, where and in what a scenario was played."""

    engine: str
    """The series that was to be played, `28.5`."""
    recorded_at: str
    """When, in UTC."""
    seconds: float
    fingerprint: Fingerprint
    removed_after: float = 0
    """Seconds after which the lab was removed because it did not end by itself; 0 if it did."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a play gave: a recording if it went to its end, and every problem met on the way."""

    recording: Recording | None
    problems: tuple[Diagnostic, ...]
    timed_out: bool = False
    """Whether a limit of time ended it: of a step, of the scenario, or of the lab."""


def recording_from_events(scenario: Scenario, events: Sequence[ev.Event], context: RunContext) -> Outcome:
    """The outcome of a play; a play with no last event was cut off (the engine died, the lab was killed)."""
    problems = list(_problems(scenario, events, context))
    failed = any(isinstance(event, ev.Failure) for event in events) or _foreign(scenario, events)
    ended = any(isinstance(event, ev.Done | ev.Skipped) for event in events)
    if not ended and not failed:
        problems.append(_cut_off(scenario, events, context))
    recording = _recording(scenario, events, context) if ended and not failed else None
    return Outcome(recording, tuple(problems), timed_out=not recording and _timed_out(events, context))


def _timed_out(events: Iterable[ev.Event], context: RunContext) -> bool:
    return context.removed_after > 0 or any(event.kind == "timed out" for event in _of_type(ev.CommandFailed, events))


def _problems(scenario: Scenario, events: Sequence[ev.Event], context: RunContext) -> Iterator[Diagnostic]:
    claims = _of_type(ev.ClaimChecked, events)
    if foreign := _foreign(scenario, events):
        yield Diagnostic(
            scenario.path,
            "the lab reported what this scenario does not have",
            "remove what writes to the lab's own standard output; only the lab's agent may",
            actual=foreign,
        )
        return
    yield from (_false_claim(scenario, event, context) for event in claims if event.status == "failed")
    yield from (failure(scenario, event, context.engine) for event in events if isinstance(event, ev.Failure))
    yield from (
        _other_engine(ready, context) for ready in _of_type(ev.Ready, events) if not _is_expected(ready, context)
    )
    if _of_type(ev.Done, events):
        yield from _unchecked(scenario, claims)


def _of_type(cls: type[E], events: Iterable[ev.Event]) -> list[E]:
    return [event for event in events if isinstance(event, cls)]


def _foreign(scenario: Scenario, events: Iterable[ev.Event]) -> str:
    """What among the events names a step or claim that is not there, or a claim twice; empty if nothing does.

    Only a scenario that writes events itself gets here: agent and host are of one version.
    """
    steps, claims = {step.name for step in scenario.steps}, {claim.id for claim in scenario.claims}
    checks = Counter(event.id for event in events if isinstance(event, ev.ClaimChecked))
    for event in events:
        step = getattr(event, "step", "")
        if step and step not in steps:
            return f"step {step!r}"
    unknown = [claim for claim in checks if claim not in claims]
    repeated = [claim for claim, times in checks.items() if times > 1]
    return next((f"claim {claim!r}" for claim in unknown), "") or next(
        (f"claim {claim!r} twice" for claim in repeated), ""
    )


def _is_expected(ready: ev.Ready, context: RunContext) -> bool:
    return ready.version.startswith(f"{context.engine}.")


def _other_engine(ready: ev.Ready, context: RunContext) -> Diagnostic:
    message = "the lab image holds another engine than its name says"
    hint = "the Debian release has moved on: change its entry there"
    expected, actual = f"engine {context.engine}", f"engine {ready.version}"
    return Diagnostic("lab/engines.toml", message, hint, expected, actual)


def _recording(scenario: Scenario, events: Sequence[ev.Event], context: RunContext) -> Recording:
    skipped = next(iter(_of_type(ev.Skipped, events)), None)
    ready = next(iter(_of_type(ev.Ready, events)), ev.Ready("", ""))
    claims = _of_type(ev.ClaimChecked, events)
    return Recording(
        scenario=scenario.name,
        engine=context.engine,
        version=ready.version,
        kernel=ready.kernel,
        recorded_at=context.recorded_at,
        seconds=context.seconds,
        fingerprint=context.fingerprint,
        skipped_reason=skipped.reason if skipped else "",
        steps=() if skipped else tuple(_step(step, events) for step in scenario.steps),
        claims=tuple(ClaimResult(claim.id, claim.step, claim.first, claim.status) for claim in claims),
        state_lines=tuple(line for state in _of_type(ev.EngineState, events) for line in state.lines),
    )


def _step(step: Step, events: Sequence[ev.Event]) -> StepResult:
    commands = tuple(_command(event) for event in _of_type(ev.CommandEnded, events) if event.step == step.name)
    captures = tuple(event.capture for event in _of_type(ev.SnapshotTaken, events) if event.step == step.name)
    return StepResult(step.name, to_lines(step.source), commands, captures)


def _command(event: ev.CommandEnded) -> CommandResult:
    return CommandResult(
        first=event.first,
        last=event.last,
        node=event.node,
        text_lines=to_lines(event.text),
        output_lines=to_lines(event.output),
        truncated_bytes=event.truncated_bytes,
        exit_code=event.exit_code,
        seconds=event.seconds,
    )


def _false_claim(scenario: Scenario, event: ev.ClaimChecked, context: RunContext) -> Diagnostic:
    claim = next(claim for claim in scenario.claims if claim.id == event.id)
    # A bare `AssertionError` says no more than that the claim is false.
    reason = [event.error] if event.error not in ("", "AssertionError") else []
    values = [f"{name} = {value}" for name, value in event.values.items()]
    check = event.checked or lines_of(scenario, event.first, event.last)
    return Diagnostic(
        f"{scenario.path}:{claim.line}",
        f"claim {claim.id!r} is false on engine {context.engine}",
        "correct the sentence and its check, or limit the claim, e.g. `[engine >= 28]`",
        expected=claim.sentence,
        actual="\n".join([check.strip(), *reason, *values]),
        output=event.output,
    )


def _cut_off(scenario: Scenario, events: Sequence[ev.Event], context: RunContext) -> Diagnostic:
    name = next((event.step for event in reversed(_of_type(ev.StepStarted, events))), "")
    step = scenario.step(name)
    location = f"{scenario.path}:{step.first}" if step else scenario.path
    place = f"{f'step {name!r}' if name else 'its start'} on engine {context.engine}"
    if context.removed_after:
        return Diagnostic(
            location,
            f"the lab hung in {place} and was removed",
            "remove what stops the lab itself: its own limits of time no longer worked",
            expected=f"an end within {context.removed_after:.0f} s",
        )
    return Diagnostic(
        location,
        f"the lab ended in the middle of {place}",
        "see whether the outer engine still answers (`docker version`) and what it logged, then build again",
        expected="a lab that lives until its scenario is over",
    )


def _unchecked(scenario: Scenario, checks: Iterable[ev.ClaimChecked]) -> Iterator[Diagnostic]:
    checked = {check.id for check in checks}
    hint = "put the claim between commands, not inside one (a here-document, a loop)"
    for claim in scenario.claims:
        if claim.id not in checked:
            yield Diagnostic(f"{scenario.path}:{claim.line}", f"claim {claim.id!r} was never checked", hint)
