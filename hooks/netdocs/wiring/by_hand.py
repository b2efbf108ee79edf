"""`make lab`: a shell on docker1 of a fresh lab, for trying things by hand."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sys
import termios
import threading
import tty
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from typing import Any

from docker.utils.socket import frames_iter

from netdocs.core.errors import AuthorError, MachineError, Problem
from netdocs.core.scenario import NODES
from netdocs.effects import image, outer
from netdocs.effects.labs import open_labs
from netdocs.wiring.settings import Settings


def open_shell(settings: Settings, nodes: Sequence[str], say: Callable[[str], None]) -> None:
    """Build a lab with these nodes (docker1 always) and hand the terminal to a shell on docker1."""
    if unknown := [node for node in nodes if node not in NODES]:
        problem = Problem(
            "lab", "there is no such node in a lab", "name some of those expected", ", ".join(NODES), ", ".join(unknown)
        )
        raise AuthorError(problem)
    client = outer.connect(settings.root, os.environ, wanted=True)
    if client is None:
        raise outer.no_engine()
    with closing(client), open_labs(client, settings.root) as labs:
        lab_image = image.ensure(client, settings.root, settings.engine, say)
        with labs.hold(lab_image, list(dict.fromkeys(["docker1", *nodes]))) as (lab, event):
            if event["event"] != "ready":
                what, do = "the lab could not be built", "see what it printed"
                raise MachineError(Problem("lab", what, do, output=str(event.get("message", event))))
            say(f"you are on docker1 of a lab with {', '.join(event['inits'])}; leave with exit or Ctrl-D")
            _attach(client.api, lab, event["inits"]["docker1"])


def _attach(api: Any, lab: str, init: int) -> None:
    """Run a shell in the namespaces of docker1, at this terminal or fed from a pipe, until it ends."""
    spaces = ["--mount", "--uts", "--ipc", "--net", "--pid", "--root", "--wdns=/root"]
    argv = ["nsenter", f"--target={init}", *spaces, "bash", "--norc"]
    terminal = sys.stdin.isatty()
    environ = {"PS1": r"\h\$ ", "TERM": os.environ.get("TERM", "dumb")}
    shell = api.exec_create(lab, argv, stdin=True, tty=terminal, environment=environ)["Id"]
    stream = api.exec_start(shell, socket=True, tty=terminal)
    wire: socket.socket = getattr(stream, "_sock", stream)
    wire.settimeout(None)
    with _raw_terminal(lambda size: api.exec_resize(shell, height=size.lines, width=size.columns)):
        _relay(wire, terminal=terminal)


@contextmanager
def _raw_terminal(resize: Callable[[os.terminal_size], None]) -> Iterator[None]:
    if not sys.stdin.isatty():
        yield
        return
    resize(shutil.get_terminal_size())
    signal.signal(signal.SIGWINCH, lambda *_: resize(shutil.get_terminal_size()))
    before = termios.tcgetattr(sys.stdin)
    try:
        tty.setraw(sys.stdin)
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
        signal.signal(signal.SIGWINCH, signal.SIG_DFL)


def _relay(wire: socket.socket, *, terminal: bool) -> None:
    """Carry bytes both ways until the shell ends; a thread that waits for the keyboard does not hold it up."""
    threading.Thread(target=_feed, args=(wire,), daemon=True).start()
    for _, chunk in frames_iter(wire, terminal):  # type: ignore[no-untyped-call]
        os.write(sys.stdout.fileno(), chunk)


def _feed(wire: socket.socket) -> None:
    with suppress(OSError):
        while chunk := os.read(sys.stdin.fileno(), 65536):
            wire.sendall(chunk)
        wire.shutdown(socket.SHUT_WR)
