"""`python3 -m tryit.player SCENARIO STEP`: the lab's side: machines, steps, drawings. Wiring.

It tells the container's first process how it goes, a JSON object a line, and then answers what the reader's
commands ask at a socket that every machine sees.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO

import docker
from requests.exceptions import RequestException

from agent import engines, network
from agent.machines import build
from agent.network import LabError, Node
from agent.snapshot import take_snapshot
from agent.trace import trace_packet
from netdocs.diagram.snapshot_fields import SnapshotError
from tryit import outline, stories
from tryit.exercise import Exercise
from tryit.picture import picture
from tryit.session import Say, Session, StepError, start
from tryit.stories import State

SOCKET = network.STATE / "try.sock"
ALL = ("docker1", "docker2", "docker3", "client", "router", "server")
LOOK_ERRORS = (
    LabError,
    SnapshotError,
    docker.errors.DockerException,
    RequestException,
    subprocess.SubprocessError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class Lab:
    """What a reader's commands are about."""

    nodes: Mapping[str, Node]
    session: Session | None
    """The scenario under way, if there is one."""
    exercise: Exercise | None
    """The task under way, if there is one."""


def main() -> None:
    """Build the lab, play up to the state, answer until the container ends."""
    state = stories.find(sys.argv[1:]) if sys.argv[1:] else None
    if state and (missing := network.missing_features(state.story.job.features)):
        tell(failed=stories.unplayable(state.story, missing))
        return
    try:
        lab = started_lab(state)
    except LabError as error:
        tell(failed=str(error))
        return
    listening = listen()
    tell(inits={name: node.init for name, node in lab.nodes.items()})
    serve(listening, lab)


def started_lab(state: State | None) -> Lab:
    """The machines, and what was played on them."""
    nodes = build(state.story.job.nodes if state else ALL)
    session = start(state.story, nodes) if state else None
    exercise = Exercise(state.task, session) if state and session and state.task else None
    tell(engine=engines.version(nodes["docker1"]), title=state.story.title if state and not exercise else "")
    try:
        if exercise and state:
            exercise.begin(state.step, lambda text: tell(say=f"\n{text}\n"))
        elif session and state and state.step:
            session.play_to(state.step, lambda text: tell(say=text))
    except StepError as error:
        tell(say=f"{error}\n")
    return Lab(nodes, session, exercise)


def tell(**facts: object) -> None:
    """Report to the container's first process."""
    sys.stdout.write(f"{json.dumps(facts)}\n")
    sys.stdout.flush()


def listen() -> socket.socket:
    """The socket that the reader's commands ask."""
    SOCKET.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(SOCKET))
    listening.listen()
    return listening


def serve(listening: socket.socket, lab: Lab) -> None:
    """Answer one request after the other: a line of JSON comes, text goes back, then a zero byte and the exit code."""
    while True:
        connection, _ = listening.accept()
        with connection, connection.makefile("rw", encoding="utf-8", errors="backslashreplace") as wire:
            try:
                code = _answer(wire.readline(), lab, lambda text: _send(wire, text.replace("\0", "")))
                _send(wire, f"\0{code}")
            except (BrokenPipeError, ConnectionError):
                continue  # the reader has pressed Ctrl-C


def _send(wire: IO[str], text: str) -> None:
    wire.write(text)
    wire.flush()


def _answer(line: str, lab: Lab, say: Say) -> int:
    try:
        return _do(json.loads(line), lab, say)
    except StepError as error:
        say(f"{error}\n")
    except LOOK_ERRORS as error:
        say(f"{str(error).strip()}\n")
    return 1


def _do(words: Sequence[str], lab: Lab, say: Say) -> int:
    match words:
        case ["look"]:
            say("\n".join(outline.network(take_snapshot(lab.nodes))) + "\n")
        case ["look", "--svg"]:
            say(picture(take_snapshot(lab.nodes)))
        case ["path", origin, destination]:
            say("\n".join(outline.path(trace_packet(lab.nodes, origin, destination))) + "\n")
        case ["task" | "hint" | "done?" | "solution" as verb]:
            return _of_task(verb, lab.exercise, say)
        case ["check"] if lab.exercise:
            return lab.exercise.verdict(say)
        case ["next" | "check"] if lab.session is None:
            raise StepError("no scenario is being played: `at bridge/default start` goes to a state of a page")
        case ["next"] if lab.session:
            lab.session.play_next(say)
        case ["check"] if lab.session:
            return int(lab.session.check(say) > 0)
        case _:
            raise StepError("`help` names the commands and what each needs")
    return 0


def _of_task(verb: str, exercise: Exercise | None, say: Say) -> int:
    if exercise is None:
        raise StepError("no task is under way: `tasks` lists them, `task NAME` starts one")
    match verb:
        case "task":
            exercise.ask(say)
        case "hint":
            exercise.hint(say)
        case "solution":
            exercise.solution(say)
        case _:
            return exercise.verdict(say)
    return 0


if __name__ == "__main__":
    main()
