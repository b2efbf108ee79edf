"""`python3 -m tryit [at SCENARIO STEP]`: the image's first process, with the reader's terminal. Wiring."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from netdocs.lab.isolation import REFUSED
from tryit import groups, second, stories
from tryit.desk import Desk
from tryit.needs import missing
from tryit.picture_file import CONTAINER
from tryit.terminal import FIRST, relay
from tryit.wrapping import wrapped

Report = dict[str, Any]
"""An object of JSON, as lab/tryit/player.py tells it."""
HELP = Path(__file__).with_name("help.txt")
USAGE = "say nothing, `list`, `help`, or a state of a page: `at bridge/default start`, or a task: `task names`"


def main(words: Sequence[str]) -> int:
    """Do what the command line asks; the exit code."""
    match words:
        case [] | ["task", _]:
            return begin(words)
        case ["at", _, *rest] if len(rest) < 2:  # noqa: PLR2004  (a step, or none)
            return begin(words[1:])
        case ["on", machine]:
            return join(machine)
        case ["list" | "tasks" | "help" as verb]:
            return show(text_of(verb).rstrip("\n"))
    return refuse(f"{' '.join(words)!r} is nothing to do here: {USAGE}")


def text_of(verb: str) -> str:
    """What can be told without a lab."""
    if verb == "list":
        return "\n".join(stories.names())
    return Desk().answer([verb]) if verb == "tasks" else HELP.read_text(encoding="utf-8")


def begin(state: Sequence[str]) -> int:
    """Start labs, the first one at this state, if it is there and the container can hold one."""
    try:
        if state:
            stories.find(state)
    except stories.UnknownStateError as error:
        return refuse(str(error))
    if message := missing():
        return refuse(message)
    return live(state)


def join(machine: str) -> int:
    """Open one more terminal in the lab that this container runs."""
    try:
        running = second.read(machine)
    except second.NoLabError as error:
        return refuse(str(error))
    if not sys.stdin.isatty():
        return refuse("these flags are missing: -it; put them behind `docker exec`")
    second.attach(running, machine, Desk().answer)
    return 0


def show(text: str) -> int:
    """Print this."""
    sys.stdout.write(f"{text}\n")
    return 0


def refuse(message: str) -> int:
    """Say in one line why not, and what to do."""
    sys.stderr.write(f"netdocs: {message}\n")
    return 2


def live(state: Sequence[str]) -> int:
    """One lab after the other, until the reader leaves."""
    desk = Desk()
    while True:
        with subprocess.Popen(
            ["python3", "-m", "supervisor", "userns", "python3", "-m", "tryit.player", *state],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # or the reader's terminal would be that of every process in the lab
        ) as supervisor:
            try:
                words = attend(supervisor, state, desk)
            finally:
                groups.end(supervisor.pid)
                supervisor.wait()
        if words is None:
            return 0
        if not words:
            return 1
        state = words[1:]
        groups.clear()


def attend(supervisor: subprocess.Popen[bytes], state: Sequence[str], desk: Desk) -> Sequence[str] | None:
    """Hand the terminal to the lab's machines; what the reader wants next: None to leave, nothing after a failure."""
    show("Starting the lab …")
    inits = until_ready(supervisor)
    if not inits:
        return []
    environment = {
        "TRY_MACHINES": " ".join(inits),
        "TRY_STATE": " ".join(state),
        "TRY_CONTAINER": CONTAINER,
        "TERM": os.environ.get("TERM", "dumb"),
    }
    show(f"Machines: {', '.join(inits)}.")
    show("You are at docker1; `help` says what there is, `exit` ends the lab.")
    running = second.Running(supervisor.pid, inits, environment)
    running.write()
    return relay(running.machines(FIRST), desk.answer)


def until_ready(supervisor: subprocess.Popen[bytes]) -> dict[str, int]:
    """Show what the lab tells until it hands over: its machines' first processes; none if it could not be built."""
    for facts in reports(supervisor):
        if "inits" in facts:
            return {str(name): int(init) for name, init in facts["inits"].items()}
        if "failed" in facts:
            refuse(facts["failed"])
            return {}
        if engine := facts.get("engine"):
            show(wrapped(f"Docker Engine {engine.partition('+')[0]}. {facts['title']}"))
        sys.stdout.write(facts.get("say", ""))
        sys.stdout.flush()
    return {}


def reports(supervisor: subprocess.Popen[bytes]) -> Iterator[Report]:
    """What the lab's side tells; what is no report is why it ended."""
    for line in supervisor.stdout or ():
        try:
            yield json.loads(line)
        except ValueError:
            yield {"failed": explain(line.decode(errors="replace").strip())}


def explain(complaint: str) -> str:
    """Why there is no lab, and what to do: what it says that was to build it."""
    do = "take the flags as the page has them"
    if complaint.startswith(REFUSED):
        do = "use a machine that leaves user namespaces on (`sysctl user.max_user_namespaces`)"
    return f"the lab could not be built ({complaint}): {do}"


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: os._exit(143))
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
