"""More terminals in a lab: `docker exec -it CONTAINER python3 -m tryit on docker2`. Effects."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from tryit.terminal import Machines, relay

FILE = Path("/run/tryit.json")
ELSEWHERE = "That starts a new lab: type it in the terminal in which you started this one.\n"


@dataclass(frozen=True, slots=True)
class Running:
    """The lab under way, as the container's first process knows it."""

    supervisor: int
    inits: Mapping[str, int]
    environment: Mapping[str, str]

    def machines(self, home: str) -> Machines:
        """Its machines for one terminal, which begins at `home`."""
        return Machines(self.supervisor, self.inits, self.environment, home=home)

    def write(self, file: Path = FILE) -> None:
        """Let others in the container know, unless it was started read-only."""
        with suppress(OSError):
            file.write_text(json.dumps(asdict(self)), encoding="utf-8")


class NoLabError(Exception):
    """There is no such machine to go to; the message is one line and says what to do."""


def read(machine: str, file: Path = FILE) -> Running:
    """The lab under way, if it has that machine."""
    try:
        running = Running(**json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise NoLabError(
            "no lab is running here: `on` is for a second terminal, and `panes` in a lab prints it"
        ) from None
    if machine not in running.inits:
        raise NoLabError(f"there is no machine {machine!r} here: there are {', '.join(running.inits)}")
    return running


def attach(running: Running, machine: str, answer: Callable[[Sequence[str]], str]) -> None:
    """Hand the terminal to that machine until the reader leaves, or the lab ends."""
    machines = running.machines(machine)
    while relay(machines, answer):
        sys.stdout.write(ELSEWHERE)
