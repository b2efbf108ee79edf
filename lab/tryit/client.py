"""`python3 -m tryit.client VERB …`: the reader's commands, at whichever machine they are typed. Wiring."""

from __future__ import annotations

import base64
import io
import json
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from agent.network import missing_features
from netdocs.protocol.story import Story
from tryit import stories

SOCKET = "/lab/state/try.sock"
HELP = Path(__file__).with_name("help.txt")
SIGNAL = "\x1b]9;try:{}\x07"
"""What the container's first process looks for in what a machine prints; a terminal would show nothing of it."""


def main(words: Sequence[str]) -> int:
    """Do what the reader asks; the exit code."""
    match words:
        case ["help" | "list" | "panes" as verb]:
            return _say(_text_of(verb))
        case ["list", name]:
            return _steps(name)
        case ["done?"] | ["task", "check"]:
            return _done()
        case ["look", "--svg"] if sys.stdout.isatty():
            return _picture()
        case ["on" | "at" | "reset" | "task" | "tasks", *_] if words != ["task"]:
            return _elsewhere(words)
    return _ask(words)


def _text_of(verb: str) -> str:
    """What can be told without asking anybody."""
    if verb == "panes":
        return panes(os.environ["TRY_CONTAINER"], os.environ["TRY_MACHINES"].split())
    return HELP.read_text(encoding="utf-8") if verb == "help" else "".join(f"{name}\n" for name in stories.names())


def _elsewhere(words: Sequence[str]) -> int:
    """What the container's first process does: another machine, another lab, the list of tasks."""
    match words:
        case ["on", *node]:
            return _on(node[0].rpartition("@")[2] if len(node) == 1 else "")
        case ["tasks", *_]:
            return _say(SIGNAL.format("tasks"))
        case ["at", *state]:
            return _again(state)
        case ["task", *_]:
            return _again(words[:2])
    return _again(_state())


def _state() -> list[str]:
    """The words that led here."""
    return os.environ.get("TRY_STATE", "").split()


def _done() -> int:
    """Ask what is missing; if nothing is, the container's first process keeps that the task is done."""
    code = _ask(["done?"])
    return code or _say(SIGNAL.format(f"done {_state()[1]}"))


def _picture() -> int:
    """Hand the picture to the container's first process, which can put it where the reader gets at it."""
    picture = io.BytesIO()
    code = _ask(["look", "--svg"], picture)
    if code:
        return _say(picture.getvalue().decode()) or code
    return _say(SIGNAL.format(f"picture {base64.b64encode(picture.getvalue()).decode()}"))


def panes(container: str, machines: Sequence[str]) -> str:
    """The commands that open more terminals in this lab, each at a machine."""
    lines = (f"  docker exec -it {container} python3 -m tryit on {machine}\n" for machine in machines)
    return f"In another terminal of your computer, or another pane of its tmux:\n{''.join(lines)}"


def _say(text: str) -> int:
    sys.stdout.write(text)
    return 0


def _refuse(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 2


def _steps(name: str) -> int:
    try:
        story = stories.find([name]).story
    except stories.UnknownStateError as error:
        return _refuse(str(error))
    sys.stdout.write(f"{story.title}\n" + "".join(f"at {name} {step}\n" for step in story.steps))
    return 0


def _on(node: str) -> int:
    if not node:
        return _refuse("say which machine, and then type there: `on docker2`; `exit` comes back")
    machines = os.environ["TRY_MACHINES"].split()
    if node not in machines:
        return _refuse(f"there is no machine {node!r} here: there are {', '.join(machines)}")
    sys.stdout.write(SIGNAL.format(f"on {node}"))
    return 0


def _again(state: Sequence[str]) -> int:
    """Ask for a new lab, unless it could not be begun: the one that is there would be gone by then."""
    try:
        if state:
            _require_kernel(stories.find(state).story)
    except stories.UnknownStateError as error:
        return _refuse(str(error))
    sys.stdout.write(SIGNAL.format(" ".join(["at", *state])))
    return 0


def _require_kernel(story: Story) -> None:
    if missing := missing_features(story.job.features):
        raise stories.UnknownStateError(stories.unplayable(story, missing))


def _ask(words: Sequence[str], output: BinaryIO | None = None) -> int:
    """Show what the lab's side answers; what follows a zero byte is the exit code."""
    target = output or sys.stdout.buffer
    with socket.socket(socket.AF_UNIX) as wire:
        wire.connect(SOCKET)
        wire.sendall(f"{json.dumps(list(words))}\n".encode())
        reply = b""
        while chunk := wire.recv(65536):
            text, zero, code = (reply + chunk).partition(b"\0")
            target.write(text)
            target.flush()
            reply = zero + code
    return int(reply[1:] or b"1")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except (ConnectionError, FileNotFoundError):
        sys.exit(_refuse("the lab does not answer: leave with `exit` and start it again"))
