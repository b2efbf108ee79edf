"""A terminal at which a test types, as a reader of the image would."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
from contextlib import suppress

import pytest

from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.try_command import image_tag

NAME = f"netdocs-test/lab-{os.getpid()}"
TAG = image_tag(NAME, DEFAULT_ENGINE)
SECONDS = 120
"""How long a terminal may say nothing new: a machine that is busy with other labs is slow."""
ESCAPES = re.compile(r"\x1b\[[?0-9;]*[a-zA-Z]|\r")


class Terminal:
    """A terminal of 80 columns in which a command runs."""

    def __init__(self, text: str) -> None:
        self.process, self._descriptor = pty.fork()
        if not self.process:
            os.execvp("sh", ["sh", "-c", f"stty cols 80 rows 24; exec {text}"])  # noqa: S606  (a shell is the point)
        self.code: int | None = None

    def until(self, machine: str, *, plain: bool = True) -> str:
        """What is printed until the prompt of that machine; without escapes if `plain`."""
        # With what bash sends before a prompt: a transcript has `docker1$ ` too, and may arrive in pieces.
        end, printed = f"\x1b[?2004h{machine}$ ", ""
        while not printed.endswith(end):
            readable, _, _ = select.select([self._descriptor], [], [], SECONDS)
            assert readable, f"no {end!r} after:\n{printed}"
            try:
                printed += os.read(self._descriptor, 65536).decode(errors="replace")
            except OSError:
                pytest.fail(f"it ended without {end!r}:\n{printed}")
        return ESCAPES.sub("", printed) if plain else printed

    def type(self, line: str, machine: str = "docker1", *, plain: bool = True) -> str:
        """Type a line; what is printed until the next prompt, which is that machine's."""
        os.write(self._descriptor, f"{line}\n".encode())
        return self.until(machine, plain=plain)

    def leave(self) -> int:
        """Type `exit`; the exit code."""
        os.write(self._descriptor, b"exit\n")
        self.rest()
        assert self.code is not None
        return self.code

    def rest(self) -> str:
        """What is printed until the command ends; its exit code is in `code` then."""
        printed = b""
        with suppress(OSError):
            while more := os.read(self._descriptor, 65536):
                printed += more
        self.code = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        return ESCAPES.sub("", printed.decode(errors="replace"))

    def close(self) -> None:
        """End what runs there, if it still does."""
        os.close(self._descriptor)
        if self.code is None:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
