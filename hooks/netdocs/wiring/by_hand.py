"""`make lab`: a shell on docker1 of a fresh lab, for trying things by hand."""

from __future__ import annotations

import os
import select
import shutil
import signal
import socket
import sys
import termios
import tty
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

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
    argv = [
        "nsenter",
        f"--target={init}",
        "--mount",
        "--uts",
        "--ipc",
        "--net",
        "--pid",
        "--wdns=/root",
        "bash",
        "--norc",
    ]
    shell = api.exec_create(
        lab,
        argv,
        stdin=True,
        tty=sys.stdin.isatty(),
        environment={"PS1": r"\h\$ ", "TERM": os.environ.get("TERM", "dumb")},
    )["Id"]
    stream = api.exec_start(shell, socket=True, tty=sys.stdin.isatty())
    wire: socket.socket = getattr(stream, "_sock", stream)
    wire.settimeout(None)
    with _raw_terminal(lambda size: api.exec_resize(shell, height=size.lines, width=size.columns)):
        _relay(wire)


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


def _relay(wire: socket.socket) -> None:
    """Carry bytes both ways until the shell ends."""
    readers: list[Any] = [wire, sys.stdin.fileno()]
    while True:
        for ready in select.select(readers, [], [])[0]:
            if ready is wire:
                if not (chunk := wire.recv(65536)):
                    return
                os.write(sys.stdout.fileno(), chunk)
            elif chunk := os.read(sys.stdin.fileno(), 65536):
                wire.sendall(chunk)
            else:
                readers.remove(ready)
                wire.shutdown(socket.SHUT_WR)
