"""What stopped a play, told to whoever can mend it. Pure."""

from __future__ import annotations

from netdocs.errors import Diagnostic
from netdocs.protocol import events as ev
from netdocs.scenario.model import Scenario

_LINES = {
    "command": (
        "a command failed in {step}",
        "exit code 0",
        "mend the command; if it is meant to fail, write `# fails` on the line above it",
    ),
    "no failure": (
        "a command marked `# fails` succeeded in {step}",
        "an exit code other than 0",
        "mend the command or remove `# fails`",
    ),
    "exception": (
        "Python raised an exception in {step}",
        "no exception",
        "mend the statement, or catch the exception to show it",
    ),
    "timed out": (
        "{step} ran out of time",
        "an end within {seconds:.0f} s (the limit of a {limited})",
        "make the step shorter, or end what keeps it waiting",
    ),
    "ended": (
        "the shell or Python itself ended in {step}",
        "a process that waits for the next command",
        "remove what ends it (`exit`, `exec`, `kill $$`, or `set -e` and a command that fails)",
    ),
}
"""For each kind of failure: what happened, what was expected, what to do."""


def failure(scenario: Scenario, event: ev.Failure, engine: str) -> Diagnostic:
    """The problem that ended a play on an engine of this series."""
    match event:
        case ev.CommandFailed():
            return _command(scenario, event, engine)
        case ev.CaptureFailed():
            return _capture(scenario, event, engine)
        case ev.LabFailed(message=message):
            hint = "see what the lab printed; `make lab` builds one by hand"
            return Diagnostic(scenario.path, "the lab could not be built", hint, output=message)
        case ev.StreamBroken(reason=reason, output=output):
            hint = "remove what writes to the lab's own output; if the scenario does not, this is a fault of the agent"
            message = "the lab reported something that is no event"
            return Diagnostic(scenario.path, message, hint, "one JSON object a line", reason, output)


def lines_of(scenario: Scenario, first: int, last: int) -> str:
    """The scenario's own text from one line to another, both 1-based."""
    return "\n".join(scenario.text.split("\n")[first - 1 : last])


def _command(scenario: Scenario, event: ev.CommandFailed, engine: str) -> Diagnostic:
    message, expected, hint = _LINES[event.kind]
    step = f"step {event.step!r} on engine {engine}"
    first, last = (event.line, event.line) if event.line else (event.first, event.last)
    source = event.text or lines_of(scenario, first, last)
    ending = event.error or (f"exit code {event.exit_code}" if event.kind == "command" else "")
    return Diagnostic(
        f"{scenario.path}:{first}",
        message.format(step=step),
        hint,
        expected.format(seconds=event.limit_seconds, limited=event.limited),
        f"{source}\n{ending}" if ending else source,
        event.output,
    )


def _capture(scenario: Scenario, event: ev.CaptureFailed, engine: str) -> Diagnostic:
    step = scenario.step(event.step)
    location = f"{scenario.path}:{step.first if step else 1}"
    if event.request == ev.STATE_REQUEST:
        message = f"engine {engine} does not tell what the scenario leaves behind"
        hint = "let the engines run and answer when the scenario is over"
        return Diagnostic(location, message, hint, "its networks, containers and services", event.message)
    return Diagnostic(
        location,
        f"[{event.request}] of step {event.step!r} cannot be drawn on engine {engine}",
        "mend the directive, or what the step leaves behind; `make lab` shows both by hand",
        actual=event.message,
    )
