"""Being told to end: by a signal to the process, or by way of the make that runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from netdocs.lab.interruption import makes_above, was_terminated

HOOKS = Path(__file__).parents[3] / "hooks"
PROGRAM = """
import pathlib, sys, time
from netdocs.lab.interruption import end_on_sigterm
end_on_sigterm()
try:
    pathlib.Path(sys.argv[1], "begun").touch()
    time.sleep(60)
finally:
    time.sleep(0.5)
    pathlib.Path(sys.argv[1], "ended").touch()
"""
MAKEFILE = "work:\n\t@A=b exec {python} {program} {folder}\nouter:\n\t@$(MAKE) work\n"


@contextmanager
def started(argv: list[str], folder: Path, *, ignored: tuple[signal.Signals, ...] = ()) -> Iterator[int]:
    """The process that runs the program, from when it has begun, with signals as at a terminal."""

    def as_at_a_terminal() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for number in ignored:
            signal.signal(number, signal.SIG_IGN)

    environ = {**os.environ, "PYTHONPATH": str(HOOKS)}
    # A thread would be in the way of preexec_fn, and there is none.
    process = subprocess.Popen(argv, cwd=folder, env=environ, preexec_fn=as_at_a_terminal, start_new_session=True)  # noqa: PLW1509
    try:
        wait_for((folder / "begun").exists)
        yield process.pid
        process.wait(timeout=20)
    finally:
        process.kill()
        process.wait()


def wait_for(happened: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.05)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the program and a Makefile that runs it."""
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    (tmp_path / "Makefile").write_text(MAKEFILE.format(python=sys.executable, program=program, folder=tmp_path))
    return tmp_path


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_unwinds_the_process_once(folder: Path, number: signal.Signals) -> None:
    """What it does at its end is done, and a second signal does not break into it."""
    with started([sys.executable, str(folder / "program.py"), str(folder)], folder) as pid:
        os.kill(pid, number)
        time.sleep(0.2)
        os.kill(pid, signal.SIGTERM)

    assert (folder / "ended").exists()


def test_a_signal_that_was_ignored_stays_so(folder: Path) -> None:
    """`nohup make serve &` outlives its terminal."""
    argv = [sys.executable, str(folder / "program.py"), str(folder)]
    with started(argv, folder, ignored=(signal.SIGHUP,)) as pid:
        os.kill(pid, signal.SIGHUP)
        time.sleep(1)
        went_on = not (folder / "ended").exists()
        os.kill(pid, signal.SIGTERM)

    assert went_on


@pytest.mark.parametrize("target", ["work", "outer"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_make_that_is_told_alone_takes_along_what_it_runs(folder: Path, target: str, number: signal.Signals) -> None:
    """GNU make hands on SIGTERM only; that it got SIGINT is seen from below, and so is its death."""
    began = time.monotonic()
    with started(["make", target], folder) as pid:
        began = time.monotonic()
        os.kill(pid, number)
        wait_for((folder / "ended").exists)

    assert time.monotonic() - began < 10


def test_makes_are_found_by_name() -> None:
    """Whatever else is above is left alone."""
    assert [] == list(makes_above(os.getpid()))
    assert not was_terminated(os.getpid())
    assert was_terminated(2**22 + 1)
