"""However a build ends, no lab survives it for longer than until the next start."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from netdocs.lab import owner
from netdocs.lab.containers import reap
from support import ROOT, build, project, start_build, unavailable

SLOW = "# Slow.\n# %% wait\necho begun\nsleep 50\n"
ENGINE = os.environ.get("DOCKER_HOST", "unix:///var/run/docker.sock").removeprefix("unix://")
QUICK = "# Quick.\n# %% say\necho quick\n"


def labs(client: Any, process: subprocess.Popen[str]) -> list[str]:
    """The scenarios that labs of this build play; those of other builds on the same engine are not ours to count."""
    containers = client.api.containers(all=True, filters={"label": owner.LABEL})
    own_labels = [
        container["Labels"]
        for container in containers
        if container["Labels"][owner.LABEL].split()[1] == str(process.pid)
    ]
    return [labels["netdocs.scenario"] for labels in own_labels]


def until_step(process: subprocess.Popen[str], step: str) -> None:
    """Read the build's output until it says that the step is under way."""
    assert process.stdout
    for line in process.stdout:
        if line.rstrip().endswith(step):
            return
    raise AssertionError(f"the build ended before step {step}")


def allowed(seconds: float) -> float:
    """So many seconds, and as many times as much as this machine has more to do than it can."""
    return seconds * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def until_gone(leftovers: Callable[[], object]) -> None:
    """Wait until there is nothing any more: an engine goes on removing when the build is over."""
    end = time.monotonic() + allowed(20)
    while leftovers():
        assert time.monotonic() < end, f"left: {leftovers()}"
        time.sleep(0.2)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("verb", ["site", "record"])
def test_a_make_that_is_told_alone_ends_its_build(
    tmp_path: Path, client: Any, lab_image: str, end: signal.Signals, verb: str
) -> None:
    """Whoever sends a signal to the process they started need not know what that started."""
    name = f"x/{verb}{end.value}.sh"
    folder = project(tmp_path / "p", {name: SLOW})
    shutil.copy(ROOT / "Makefile", folder)
    argv = ["make", "--assume-old=.venv/site", f"VENV={Path(sys.executable).parent}", verb]
    process = subprocess.Popen(
        argv,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509  (at a terminal)
    )
    with process:
        until_step(process, "wait")
        began, limit = time.monotonic(), allowed(5)
        process.send_signal(end)
        assert process.stdout
        printed = process.stdout.read()  # until the last process that has it is gone
        process.wait(timeout=30)
    took = time.monotonic() - began
    until_gone(lambda: client.api.containers(all=True, filters={"label": f"netdocs.scenario={name}"}))

    assert process.returncode != 0, printed
    assert took < limit, printed
    assert "Traceback" not in printed
    assert not list(folder.rglob("*.tmp"))


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_nothing(tmp_path: Path, client: Any, lab_image: str, end: signal.Signals) -> None:
    """Ctrl-C and SIGTERM end a build within seconds, and its labs with it."""
    folder = project(tmp_path / "p", {"x/slow.sh": SLOW, "x/more.sh": SLOW, "x/third.sh": SLOW})
    process = start_build(folder)
    until_step(process, "wait")
    began, limit = time.monotonic(), allowed(5)
    process.send_signal(end)
    process.communicate(timeout=60)
    took = time.monotonic() - began
    until_gone(lambda: labs(client, process))

    assert process.returncode != 0
    assert took < limit


def test_labs_of_a_killed_build_are_reaped_by_the_next(tmp_path: Path, client: Any, lab_image: str) -> None:
    """SIGKILL leaves labs behind; whoever starts next removes them, and only them."""
    folder = project(tmp_path / "p", {"x/slow.sh": SLOW})
    process = start_build(folder)
    until_step(process, "wait")
    process.kill()
    process.communicate(timeout=30)
    scenarios = labs(client, process)
    code, printed = build(project(tmp_path / "q", {"x/quick.sh": QUICK}))

    assert scenarios == ["x/slow.sh"]
    assert code == 0, printed
    assert labs(client, process) == []


def test_a_living_builds_labs_are_left_alone(tmp_path: Path, client: Any, lab_image: str) -> None:
    """Two builds at once do not remove each other's labs."""
    process = start_build(project(tmp_path / "p", {"x/slow.sh": SLOW}))
    until_step(process, "wait")
    reap(client)
    during = labs(client, process)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)

    assert during == ["x/slow.sh"]


def test_an_engine_that_dies_in_the_middle(tmp_path: Path, client: Any, lab_image: str) -> None:
    """The build says which scenario and step it was in, and what to do; the lab left behind is reaped."""
    folder = project(tmp_path / "p", {"x/slow.sh": SLOW})
    with _proxy(tmp_path / "docker.sock") as cut:
        process = start_build(folder, host=f"unix://{tmp_path}/docker.sock")
        until_step(process, "wait")
        cut()
        printed, _ = process.communicate(timeout=120)
    reap(client)

    assert process.returncode != 0
    assert "snippets/x/slow.sh:2: the lab ended in the middle of step 'wait' on engine 28.5" in printed
    assert "see whether the outer engine still answers" in printed
    assert labs(client, process) == []


@contextmanager
def _proxy(path: Path) -> Iterator[Any]:
    """The engine's socket at another path, until it is cut: from then on the engine is dead for its client."""
    if not Path(ENGINE).is_socket():
        unavailable("the engine is not reached through a socket of this machine")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(path))
    listener.listen()
    wires: list[socket.socket] = []

    def accept() -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.socket(socket.AF_UNIX)
                far.connect(ENGINE)
                wires.extend((near, far))
                for source, target in ((near, far), (far, near)):
                    threading.Thread(target=_carry, args=(source, target), daemon=True).start()

    def cut() -> None:
        path.unlink(missing_ok=True)
        for wire in [listener, *wires]:
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
            wire.close()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield cut
    finally:
        cut()


def _carry(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while chunk := source.recv(65536):
            target.sendall(chunk)
        target.shutdown(socket.SHUT_WR)
