"""Playing: the events a scenario gives, and that the fold understands every one of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from inside.interpreters import Answer, End, Interpreter
from inside.play import Job, Stage, StoppedError
from inside.world import Node
from netdocs.core.fold import Outcome, fold
from netdocs.core.parse import parse
from netdocs.wiring.perform import Task, job
from netdocs.wiring.settings import Settings
from samples import AROUND, KEY


def said(reply: str = "0", output: str = "", end: End = "replied") -> Answer:
    return Answer(end, reply if end == "replied" else "", output, 0, 0.05)


@dataclass
class Shell:
    """An interpreter that answers as it was told, and remembers what it was asked."""

    answers: list[Answer]
    asked: list[str] = field(default_factory=list)

    def ask(self, request: str, _: float) -> Answer:
        """Settings of ours are taken as they come."""
        self.asked.append(request)
        return said() if request.startswith(":") else self.answers.pop(0)


def stage(path: str, text: str, shells: Mapping[str, Shell]) -> tuple[Stage, list[Mapping[str, Any]]]:
    """A stage with such interpreters, and the list its events go to."""
    task = Task(parse(path, text), KEY, "28.5", "sha256:1")
    made = Job(**job(task, Settings(Path(), "live")))
    events: list[Mapping[str, Any]] = []
    nodes = {name: Node(name, 1) for name in ("docker1", *shells)}
    return Stage(made, nodes, events.append, _shells=cast("dict[str, Interpreter]", dict(shells))), events


def shell_play(text: str, *answers: Answer) -> tuple[list[Mapping[str, Any]], Shell]:
    """The events of a shell scenario whose commands are answered so."""
    shell = Shell(list(answers))
    made, events = stage("snippets/a/b.sh", text, {"docker1": shell})
    made.run()
    return events, shell


def stopped(path: str, text: str, name: str, *answers: Answer) -> tuple[list[Mapping[str, Any]], Outcome]:
    """Events and outcome of a play that stops."""
    made, events = stage(path, text, {name: Shell(list(answers))})
    with pytest.raises(StoppedError):
        made.run()
    return events, fold(parse(path, text), [{"event": "ready", "kernel": "6", "version": "28.5.2"}, *events], AROUND)


def test_a_shell_scenario_gives_steps_entries_and_claims() -> None:
    """The events the fold knows, with the fields it reads."""
    text = "# %% start\ndocker ps\n# claim a: So.\ntrue\n"
    events, _ = shell_play(text, said("0", "NAMES\n"), said("0"))
    outcome = fold(
        parse("snippets/a/b.sh", text),
        [{"event": "ready", "kernel": "6", "version": "28.5.2"}, *events, {"event": "done"}],
        AROUND,
    )

    assert ["step", "step", "entry", "claim"] == [event["event"] for event in events]
    assert () == outcome.problems
    assert outcome.recording is not None
    assert "NAMES\n" == outcome.recording.steps[1].entries[0].output
    assert "passed" == outcome.recording.claims[0].status


def test_a_claim_sees_the_last_commands_status_and_output() -> None:
    """`$status` and `$out` are set before its check, quoted, and are the command's, not another claim's."""
    text = "# fails\ndocker ps\n# claim a: So.\ntrue\n# claim b: So too.\ntrue\n"
    _, shell = shell_play(text, said("7", "it's \0 bad\n\n"), said("0", "noise\n"), said("0"))

    assert ["docker ps", ":status=7 out='it'\"'\"'s  bad'", "true", ":status=7 out='it'\"'\"'s  bad'", "true"] == (
        shell.asked
    )


def test_a_claim_that_does_not_apply_is_not_checked() -> None:
    """Nothing is run for it."""
    events, shell = shell_play("# claim a [engine < 28]: So.\nfalse\n")

    assert "not applicable" == events[-1]["status"]
    assert [] == shell.asked


def test_a_false_claim_does_not_stop_the_play() -> None:
    """What was checked, what the names held and what was printed are reported."""
    text = "docker ps\n# claim a: So.\n[[ $out == x ]]\ntrue\n"
    events, _ = shell_play(text, said("0", "y\n"), said("1", "printed\n"), said("0"))
    claim, last = events[-2:]

    assert ("failed", "[[ $out == x ]]", {"$status": "0", "$out": "y"}, "printed\n") == (
        claim["status"],
        claim["checked"],
        claim["values"],
        claim["printed"],
    )
    assert "entry" == last["event"]


@pytest.mark.parametrize(
    ("text", "answer", "kind"),
    [
        ("false\n", said("1"), "command"),
        ("# fails\ntrue\n", said("0"), "no failure"),
        ("sleep 99\n", said(end="timed out"), "timed out"),
        ("exit\n", said(end="ended"), "ended"),
        ("# fails\nexit 1\n", said(end="ended"), "ended"),
        ("# claim a: So.\nsleep 99\n", said(end="timed out"), "timed out"),
        ("# claim a: So.\nexit\n", said(end="ended"), "ended"),
    ],
)
def test_a_shell_scenario_stops_where_it_cannot_go_on(text: str, answer: Answer, kind: str) -> None:
    """The kind of trouble is reported, and the fold makes one problem of it."""
    events, outcome = stopped("snippets/a/b.sh", text, "docker1", answer)

    assert ("failed", kind) == (events[-1]["event"], events[-1]["kind"])
    assert outcome.recording is None
    assert 1 == len(outcome.problems)


@pytest.mark.parametrize("status", ["0", "1"])
def test_a_command_that_may_fail_stops_nothing(status: str) -> None:
    """Engines differ; either exit code will do, and it is recorded."""
    events, _ = shell_play("# may fail\ndocker ps\n", said(status))

    assert ("entry", int(status)) == (events[-1]["event"], events[-1]["status"])


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (said(json.dumps({"error": "KeyError: 'x'", "line": 2, "values": {}})), "exception"),
        (said(end="timed out"), "timed out"),
        (said(end="ended"), "ended"),
    ],
)
def test_a_python_scenario_stops_where_it_cannot_go_on(tmp_path: Path, answer: Answer, kind: str) -> None:
    """Python's exceptions have a line; whatever it is, the fold makes one problem of it."""
    path = str(tmp_path / "b.py")
    events, outcome = stopped(path, "x = 1\ny = 2\n", "python", answer)

    assert ("failed", kind) == (events[-1]["event"], events[-1]["kind"])
    assert 1 == len(outcome.problems)


def test_a_python_scenario_is_put_on_its_node_and_run_by_its_lines(tmp_path: Path) -> None:
    """Each unit is asked for by its first and last line; a failed assertion is a false claim."""
    path, text = str(tmp_path / "b.py"), "# %% start\nx = 1\n# claim a: So.\nassert x == 2\n"
    python = Shell([said("{}"), said(json.dumps({"error": "AssertionError", "line": 4, "values": {"x": "1"}}))])
    made, events = stage(path, text, {"docker1": Shell([]), "python": python})
    made.run()

    assert text == Path(path).read_text(encoding="utf-8")
    assert [{"first": 2, "last": 2}, {"first": 4, "last": 4}] == [json.loads(request) for request in python.asked]
    assert ("failed", {"x": "1"}) == (events[-1]["status"], events[-1]["values"])


def test_commands_are_typed_at_their_machines() -> None:
    """Each machine has a shell of its own, and a step goes on where the last one was."""
    here, there = Shell([said()]), Shell([said(), said()])
    text = "# nodes: client\nhostname\n# on: client\nhostname\n# %% next\nhostname\n"
    made, events = stage("snippets/a/b.sh", text, {"docker1": here, "client": there})
    made.run()

    assert (1, 2) == (len(here.asked), len(there.asked))
    assert ["docker1", "client", "client"] == [event["node"] for event in events if event["event"] == "entry"]


def test_a_machine_named_above_a_step_is_the_steps() -> None:
    """`# on: client` just above `# %% next` must not leave the next step at docker1, unsaid."""
    here, there = Shell([said(), said()]), Shell([said()])
    text = "# nodes: client\nhostname\n# on: client\n# %% next\nhostname\n"
    made, events = stage("snippets/a/b.sh", text, {"docker1": here, "client": there})
    made.run()

    assert ["docker1", "client"] == [event["node"] for event in events if event["event"] == "entry"]


def test_a_machine_named_inside_a_here_document_is_text() -> None:
    """What a command writes into a file says nothing about where the next step is typed."""
    here, there = Shell([said(), said()]), Shell([said()])
    text = "# nodes: client\ncat <<END\n# on: client\nEND\n# %% next\nhostname\n"
    made, events = stage("snippets/a/b.sh", text, {"docker1": here, "client": there})
    made.run()

    assert ["docker1", "docker1"] == [event["node"] for event in events if event["event"] == "entry"]
