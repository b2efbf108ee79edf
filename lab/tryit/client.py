"""`python3 -m tryit.client VERB …`: the reader's commands, at whichever machine they are typed. Wiring."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from tryit import stories

SOCKET = "/lab/state/try.sock"
SIGNAL = "\x1b]9;try:{}\x07"
"""What the container's first process looks for in what a machine prints; a terminal would show nothing of it."""


def main(words: Sequence[str]) -> int:
    """Do what the reader asks; the exit code."""
    match words:
        case ["help"]:
            return _say(Path(__file__).with_name("help.txt").read_text(encoding="utf-8"))
        case ["list"]:
            return _say("\n".join(stories.names()) + "\n")
        case ["list", name]:
            return _steps(name)
        case ["done?"] | ["task", "check"]:
            return _done()
        case ["on" | "at" | "reset" | "task" | "tasks", *_] if words != ["task"]:
            return _elsewhere(words)
    return _ask(words)


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
    try:
        if state:
            stories.find(state)
    except stories.UnknownStateError as error:
        return _refuse(str(error))
    sys.stdout.write(SIGNAL.format(" ".join(["at", *state])))
    return 0


def _ask(words: Sequence[str]) -> int:
    """Show what the lab's side answers; what follows a zero byte is the exit code."""
    with socket.socket(socket.AF_UNIX) as wire:
        wire.connect(SOCKET)
        wire.sendall(f"{json.dumps(list(words))}\n".encode())
        held = b""
        while chunk := wire.recv(65536):
            text, zero, code = (held + chunk).partition(b"\0")
            sys.stdout.buffer.write(text)
            sys.stdout.flush()
            held = zero + code
    return int(held[1:] or b"1")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
    except (ConnectionError, FileNotFoundError):
        sys.exit(_refuse("the lab does not answer: leave with `exit` and start it again"))
