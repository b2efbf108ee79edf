"""`make lab`: a shell on docker1 of a fresh lab, for trying things by hand. Wiring."""

from __future__ import annotations

import logging
import os
import shutil
import socket
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import cast

import docker
from docker.utils.socket import frames_iter

from netdocs.commands.engine_socket import engine_socket
from netdocs.commands.record_shell import Target, write_typed
from netdocs.commands.typed_scenario import PROMPT_COMMAND
from netdocs.console import say
from netdocs.errors import AuthorError, Diagnostic, MachineError
from netdocs.lab import image, isolation, outer_engine
from netdocs.lab.containers import open_labs
from netdocs.lab.heartbeat import while_answering
from netdocs.lab.raw_terminal import raw_terminal
from netdocs.lab.settings import Settings
from netdocs.protocol.events import ShellReady
from netdocs.scenario.model import NODES

TYPED_LOG = "/run/netdocs-typed"
"""Where a shell that is recorded writes what was typed: on docker1, where it goes with the lab."""

log = logging.getLogger(f"mkdocs.hooks.{__name__}")


def open_shell(settings: Settings, nodes: Sequence[str], target: Target | None = None) -> int:
    """Build a lab with these nodes (docker1 always) and hand the terminal to a shell on docker1.

    With a target, what was typed is written there as a scenario.
    The exit code: that of a shell fed from a pipe; 0 of one at a terminal, where it is that of the last command typed.
    """
    if unknown := [node for node in nodes if node not in NODES]:
        problem = Diagnostic(
            "lab", "there is no such node in a lab", "name some of those expected", ", ".join(NODES), ", ".join(unknown)
        )
        raise AuthorError(problem)
    with (
        while_answering(outer_engine.require_engine(settings.root, os.environ)) as client,
        open_labs(client, settings.root, settings.isolation) as labs,
    ):
        lab_image = image.ensure_lab_image(
            client, settings.root, settings.engine, settings.dockerfile, settings.docker_packages
        )
        machines = list(dict.fromkeys(["docker1", *nodes]))
        with labs.interactive(lab_image, machines) as (lab, event):
            if not isinstance(event, ShellReady):
                message, hint = "the lab could not be built", "see what it printed"
                raise MachineError(Diagnostic("lab", message, hint, output=str(event)))
            log.info(f"you are on docker1 of a lab with {', '.join(event.inits)}; leave with exit or Ctrl-D")
            docker1 = event.inits["docker1"]
            with engine_socket(client.api, lab, docker1) as address:
                log.info(f"its engine, for another terminal or an editor: export DOCKER_HOST={address}")
                return _shell(client.api, lab, docker1, machines, target)


def _shell(api: docker.APIClient, lab: str, docker1: int, machines: Sequence[str], target: Target | None) -> int:
    """The shell, and what was typed written to the target, if there is one; its exit code."""
    if target is None:
        return _attach(api, lab, docker1, ["bash", "--norc"], {})
    log.info(f"what you type is written to {target.path}; `# %% name` begins a step")
    prompt = {"PROMPT_COMMAND": PROMPT_COMMAND.format(path=TYPED_LOG), "HISTCONTROL": ""}
    code = _attach(api, lab, docker1, ["bash", "--norc", "-i"], prompt)
    for line in write_typed(target, _read(api, lab, docker1, TYPED_LOG), machines):
        say(line)
    return code


def _read(api: docker.APIClient, lab: str, init: int, path: str) -> str:
    """The text of a file on docker1; empty if it is not there."""
    shell = api.exec_create(lab, isolation.shell_at(init, ["cat", path]))["Id"]
    printed, _ = api.exec_start(shell, demux=True)
    return (printed or b"").decode(errors="replace")


def _attach(api: docker.APIClient, lab: str, init: int, command: Sequence[str], variables: Mapping[str, str]) -> int:
    """Run a shell in the namespaces of docker1, at this terminal or fed from a pipe, until it ends; its exit code."""
    argv = isolation.shell_at(init, command)
    terminal = sys.stdin.isatty()
    prompt = r"\h\$ " if terminal else ""
    environ = {"PS1": prompt, "TERM": os.environ.get("TERM", "dumb"), **variables}
    shell = api.exec_create(lab, argv, stdin=True, tty=terminal, environment=environ)["Id"]
    stream = api.exec_start(shell, socket=True, tty=terminal)
    # Over a Unix socket the SDK hands out a reader around the socket, which cannot write; over TCP the socket itself.
    wire = cast("socket.socket", getattr(stream, "_sock", stream))
    wire.settimeout(None)

    def resize() -> None:
        size = shutil.get_terminal_size()
        api.exec_resize(shell, height=size.lines, width=size.columns)

    with raw_terminal(resize):
        _relay(wire, terminal=terminal)
    return 0 if terminal else int(api.exec_inspect(shell)["ExitCode"] or 0)


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
