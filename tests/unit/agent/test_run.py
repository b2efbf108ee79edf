"""Playing: the events a scenario gives, and that the fold understands every one of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn, cast

import pytest

from agent import run as run_module
from agent.bash_session import Bash
from agent.executor import CONTROLS, Executor
from agent.interpreters import End, Interpreter, Reply
from agent.network import Node
from agent.run import RunAbortedError, ScenarioRun
from factories import CONTEXT, FINGERPRINT, READY
from netdocs.lab.runner import Task, job_spec
from netdocs.lab.settings import Settings
from netdocs.protocol.events import ClaimChecked, CommandEnded, CommandFailed, Done, Event, FailureKind, StepStarted
from netdocs.protocol.job import decode, encode
from netdocs.recording.from_events import Outcome, recording_from_events
from netdocs.scenario.parser import parse


def reply(text: str = "0", output: str = "", end: End = "replied") -> Reply:
    return Reply(end, text if end == "replied" else "", output, 0, 0.05)


@dataclass
class Shell:
    """An interpreter that answers as it was told, and remembers what it was asked."""

    answers: list[Reply]
    requests: list[str] = field(default_factory=list)

    def execute(self, request: str, _: float, *_pattern: object) -> Reply:
        """A command of bash, or a request to Python."""
        self.requests.append(request)
        return self.answers.pop(0)

    def check(self, text: str, status: int, out: str, _: float) -> Reply:
        """A claim's check, asked about the last command."""
        self.requests.append(f"{text} # {status} {out}")
        return self.answers.pop(0)


def stage(path: str, text: str, shells: Mapping[str, Shell]) -> tuple[ScenarioRun, list[Event]]:
    """A stage with such interpreters, and the list its events go to."""
    task = Task(parse(path, text), FINGERPRINT, "28.5", "sha256:1")
    job = decode(encode(job_spec(task, Settings(Path(), "live"))))
    events: list[Event] = []
    nodes = {name: Node(name, 1) for name in ("docker1", *shells)}
    python = cast("Interpreter | None", shells.get("python"))
    executor = Executor(job, nodes, cast("dict[str, Bash]", dict(shells)), python)
    return ScenarioRun(job, nodes, events.append, executor), events


def shell_play(text: str, *answers: Reply) -> tuple[list[Event], Shell]:
    """The events of a shell scenario whose commands are answered so."""
    shell = Shell(list(answers))
    run, events = stage("snippets/a/b.sh", text, {"docker1": shell})
    run.run()
    return events, shell


def stopped(path: str, text: str, name: str, *answers: Reply) -> tuple[list[Event], Outcome]:
    """Events and outcome of a play that stops."""
    run, events = stage(path, text, {name: Shell(list(answers))})
    with pytest.raises(RunAbortedError):
        run.run()
    return events, recording_from_events(parse(path, text), [READY, *events], CONTEXT)


def test_a_shell_scenario_gives_steps_entries_and_claims() -> None:
    """The events the fold knows, with the fields it reads."""
    text = "# %% start\ndocker ps\n# claim a: So.\ntrue\n"
    events, _ = shell_play(text, reply("0", "NAMES\n"), reply("0"))
    outcome = recording_from_events(
        parse("snippets/a/b.sh", text),
        [READY, *events, Done()],
        CONTEXT,
    )

    assert [StepStarted, StepStarted, CommandEnded, ClaimChecked] == [type(event) for event in events]
    assert () == outcome.problems
    assert outcome.recording is not None
    assert "NAMES\n" == outcome.recording.steps[1].commands[0].output
    assert "passed" == outcome.recording.claims[0].status


def test_a_claim_sees_the_last_commands_status_and_output() -> None:
    """`$status` and `$out` are the command's, not another claim's."""
    text = "# fails\ndocker ps\n# claim a: So.\ntrue\n# claim b: So too.\ntrue\n"
    _, shell = shell_play(text, reply("7", "it's \0 bad\n\n"), reply("0", "noise\n"), reply("0"))

    assert ["docker ps", "true # 7 it's  bad", "true # 7 it's  bad"] == shell.requests


def test_a_claim_that_does_not_apply_is_not_checked() -> None:
    """Nothing is run for it."""
    events, shell = shell_play("# claim a [engine < 28]: So.\nfalse\n")

    assert ClaimChecked("a", "_setup", 2, 2, "not applicable") == events[-1]
    assert [] == shell.requests


def test_a_false_claim_does_not_stop_the_play() -> None:
    """What was checked, what the names held and what was printed are reported."""
    text = "docker ps\n# claim a: So.\n[[ $out == x ]]\ntrue\n"
    events, _ = shell_play(text, reply("0", "y\n"), reply("1", "printed\n"), reply("0"))
    claim, last = events[-2:]
    values = {"$status": "0", "$out": "y"}

    assert ClaimChecked("a", "_setup", 3, 3, "failed", values, "", "[[ $out == x ]]", "printed\n") == claim
    assert isinstance(last, CommandEnded)


@pytest.mark.parametrize(
    ("text", "answer", "kind"),
    [
        ("false\n", reply("1"), "command"),
        ("# fails\ntrue\n", reply("0"), "no failure"),
        ("sleep 99\n", reply(end="timed out"), "timed out"),
        ("exit\n", reply(end="ended"), "ended"),
        ("# fails\nexit 1\n", reply(end="ended"), "ended"),
        ("# claim a: So.\nsleep 99\n", reply(end="timed out"), "timed out"),
        ("# claim a: So.\nexit\n", reply(end="ended"), "ended"),
    ],
)
def test_a_shell_scenario_stops_where_it_cannot_go_on(text: str, answer: Reply, kind: FailureKind) -> None:
    """The kind of trouble is reported, and the fold makes one problem of it."""
    events, outcome = stopped("snippets/a/b.sh", text, "docker1", answer)

    assert isinstance(events[-1], CommandFailed)
    assert kind == events[-1].kind
    assert outcome.recording is None
    assert 1 == len(outcome.problems)


@pytest.mark.parametrize("status", ["0", "1"])
def test_a_command_that_may_fail_stops_nothing(status: str) -> None:
    """Engines differ; either exit code will do, and it is recorded."""
    events, _ = shell_play("# may fail\ndocker ps\n", reply(status))

    assert isinstance(events[-1], CommandEnded)
    assert int(status) == events[-1].exit_code


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (reply(json.dumps({"error": "KeyError: 'x'", "line": 2, "values": {}})), "exception"),
        (reply(end="timed out"), "timed out"),
        (reply(end="ended"), "ended"),
    ],
)
def test_a_python_scenario_stops_where_it_cannot_go_on(tmp_path: Path, answer: Reply, kind: FailureKind) -> None:
    """Python's exceptions have a line; whatever it is, the fold makes one problem of it."""
    path = str(tmp_path / "b.py")
    events, outcome = stopped(path, "x = 1\ny = 2\n", "python", answer)

    assert isinstance(events[-1], CommandFailed)
    assert kind == events[-1].kind
    assert 1 == len(outcome.problems)


def test_a_python_scenario_is_put_on_its_node_and_run_by_its_lines(tmp_path: Path) -> None:
    """Each unit is asked for by its lines, a check after one that fails; one that fails is a false claim."""
    path, text = str(tmp_path / "b.py"), "# %% start\nx = 1\n# claim a: So.\nassert x == 2\n"
    wrong = reply(json.dumps({"error": "AssertionError", "line": 4, "values": {"x": "1"}}))
    python = Shell([reply("{}"), *[wrong] * (CONTROLS + 1)])
    run, events = stage(path, text, {"docker1": Shell([]), "python": python})
    run.run()

    assert text == Path(path).read_text(encoding="utf-8")
    requests = [json.loads(request.removesuffix("\0")) for request in python.requests]
    lines = [(request["first"], request["last"]) for request in requests]
    assert [(2, 2), *[(4, 4)] * (CONTROLS + 1)] == lines
    assert len(requests) == len({request["token"] for request in requests})
    assert [len({*request["words"]}) for request in requests[1:]].count(1) == 1
    assert ClaimChecked("a", "start", 4, 4, "failed", {"x": "1"}, "AssertionError") == events[-1]


def test_commands_are_typed_at_their_machines() -> None:
    """Each machine has a shell of its own, and a step goes on where the last one was."""
    docker1, client = Shell([reply()]), Shell([reply(), reply()])
    text = "# nodes: client\nhostname\n# on: client\nhostname\n# %% next\nhostname\n"
    run, events = stage("snippets/a/b.sh", text, {"docker1": docker1, "client": client})
    run.run()

    assert (1, 2) == (len(docker1.requests), len(client.requests))
    assert ["docker1", "client", "client"] == [event.node for event in events if isinstance(event, CommandEnded)]


def test_a_machine_named_above_a_step_is_the_steps() -> None:
    """`# on: client` just above `# %% next` must not leave the next step at docker1, unsaid."""
    docker1, client = Shell([reply(), reply()]), Shell([reply()])
    text = "# nodes: client\nhostname\n# on: client\n# %% next\nhostname\n"
    run, events = stage("snippets/a/b.sh", text, {"docker1": docker1, "client": client})
    run.run()

    assert ["docker1", "client"] == [event.node for event in events if isinstance(event, CommandEnded)]


def test_a_machine_named_inside_a_here_document_is_text() -> None:
    """What a command writes into a file says nothing about where the next step is typed."""
    docker1, client = Shell([reply(), reply()]), Shell([reply()])
    text = "# nodes: client\ncat <<END\n# on: client\nEND\n# %% next\nhostname\n"
    run, events = stage("snippets/a/b.sh", text, {"docker1": docker1, "client": client})
    run.run()

    assert ["docker1", "docker1"] == [event.node for event in events if isinstance(event, CommandEnded)]


def test_a_lab_without_a_process_left_stops_at_the_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scenario can use up all there are; what the agent cannot start then is told with file and line."""

    def full(*_: object) -> NoReturn:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(run_module, "split", full)
    events, outcome = stopped("snippets/a/b.sh", "true\n", "docker1", reply())

    assert isinstance(events[-1], CommandFailed)
    assert "Resource temporarily unavailable" in outcome.problems[0].actual
