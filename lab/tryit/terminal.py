"""The reader's terminal, at one of the lab's machines at a time; each has a shell that stays. Effects."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from netdocs.lab.isolation import shell_at
from netdocs.lab.raw_terminal import raw_terminal

SIGNAL = re.compile(rb"\x1b\]9;try:([^\x07]*)\x07")
"""What lab/tryit/client.py prints to be moved; in the stream itself, so that nothing overtakes it."""
_PARTIAL_SIGNAL = re.compile(rb"\x1b(?:\](?:9(?:;(?:t(?:r(?:y(?::[^\x07]*)?)?)?)?)?)?)?$")
"""The beginning of one, at the end of what has arrived."""
BACKLOG_BYTES = 64 * 1024
"""Bytes kept of what a machine prints while the reader is at another."""
FIRST = "docker1"


@dataclass(slots=True)
class Shell:
    """A shell at a machine, and what it printed that nobody has seen."""

    process: subprocess.Popen[bytes]
    terminal: int
    backlog: bytes = b""


@dataclass(slots=True)
class Machines:
    """The machines of a lab; a shell is started at each when the reader first goes there."""

    supervisor: int
    inits: Mapping[str, int]
    environment: Mapping[str, str]
    shells: dict[str, Shell] = field(default_factory=dict)
    home: str = FIRST
    """Where the reader comes back to, and leaves from."""
    current: str = ""

    def __post_init__(self) -> None:
        self.current = self.home

    def shell(self) -> Shell:
        """The shell where the reader is."""
        if self.current not in self.shells:
            self.shells[self.current] = self._start(self.inits[self.current])
        return self.shells[self.current]

    def _start(self, init: int) -> Shell:
        controller, terminal = pty.openpty()
        fcntl.ioctl(controller, termios.TIOCSWINSZ, _window_size())
        # A session of its own in there, or job control would not know whose terminal it is.
        argv = ["setsid", "--ctty", "--wait", "bash", "--noprofile", "--rcfile", "/lab/tryit/rc.bash", "-i"]
        process = subprocess.Popen(
            shell_at(init, argv, self.supervisor),
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env={**os.environ, **self.environment},
            start_new_session=True,
        )
        os.close(terminal)
        return Shell(process, controller)

    def resize(self) -> None:
        """Tell every shell how large the terminal is now."""
        for shell in self.shells.values():
            fcntl.ioctl(shell.terminal, termios.TIOCSWINSZ, _window_size())

    def hold(self, readable: Sequence[int]) -> None:
        """Keep what machines print while the reader is elsewhere, and forget shells that end meanwhile."""
        for name, shell in [*self.shells.items()]:
            if name != self.current and shell.terminal in readable:
                printed = _read(shell.terminal)
                shell.backlog = (shell.backlog + printed)[-BACKLOG_BYTES:]
                if not printed:
                    os.close(self.shells.pop(name).terminal)

    def leave(self) -> bool:
        """Forget the shell that has ended and go back home; whether there is a way back."""
        os.close(self.shells.pop(self.current).terminal)
        previous, self.current = self.current, self.home
        return previous != self.home


def _window_size() -> bytes:
    return fcntl.ioctl(sys.stdin.fileno(), termios.TIOCGWINSZ, bytes(8))


def relay(machines: Machines, answer: Callable[[Sequence[str]], str]) -> Sequence[str] | None:
    """Carry bytes both ways until the reader leaves (None) or asks for another lab (the words of `at`).

    What else a machine asks of us, `answer` has text for.
    """
    with raw_terminal(machines.resize):
        while True:
            shell = machines.shell()
            _show(shell.backlog)
            shell.backlog = b""
            words = _until_moved(machines, shell)
            if words[:1] == ["at"]:
                return words
            if words[:1] == ["on"]:
                machines.current = words[1]
            elif words:
                _show(answer(words).replace("\n", "\r\n").encode())
            elif not machines.leave():
                return None


def _until_moved(machines: Machines, shell: Shell) -> list[str]:
    """Carry bytes while the reader stays at this machine; what makes them move, nothing if the shell has ended."""
    keyboard, pending = sys.stdin.fileno(), b""
    while True:
        readable, _, _ = select.select([keyboard, *(other.terminal for other in machines.shells.values())], [], [])
        machines.hold(readable)
        if keyboard in readable:
            typed = _read(keyboard)
            if not typed:
                return []
            os.write(shell.terminal, typed)
        if shell.terminal in readable:
            printed = _read(shell.terminal)
            if not printed:
                return []
            pending += printed
            if request := SIGNAL.search(pending):
                _show(pending[: request.start()])
                shell.backlog = pending[request.end() :]
                return request[1].decode().split()
            partial = _PARTIAL_SIGNAL.search(pending)
            cut = partial.start() if partial else len(pending)
            _show(pending[:cut])
            pending = pending[cut:]


def _show(text: bytes) -> None:
    while text:
        text = text[os.write(sys.stdout.fileno(), text) :]


def _read(descriptor: int) -> bytes:
    """What has arrived; nothing at the end, which a terminal tells by an error."""
    with suppress(OSError):
        return os.read(descriptor, 65536)
    return b""
