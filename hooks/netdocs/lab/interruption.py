"""Being told to end, by a signal or by way of the make that runs this, and ending as Ctrl-C does. Effects."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType

INTERVAL = 0.5
"""Seconds between two looks at the makes above."""
_MAKES = ("make", "gmake")


def end_on_sigterm() -> None:
    """From now on SIGINT, SIGTERM and SIGHUP raise what unwinds this process: labs and temporary files are removed.

    The first counts, later ones are ignored: what a process does when it ends is short. A signal that was ignored
    already, as SIGHUP is below nohup, stays so.
    """
    terminated = threading.Event()

    def end(number: int, _: FrameType | None) -> None:
        if terminated.is_set():
            return
        terminated.set()
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(128 + number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, end)
    if makes := tuple(makes_above(os.getppid())):
        threading.Thread(target=_follow, args=[makes], name="makes", daemon=True).start()


def _follow(makes: Sequence[int]) -> None:
    """End this process with the first of these."""
    while not any(was_terminated(pid) for pid in makes):
        time.sleep(INTERVAL)
    os.kill(os.getpid(), signal.SIGTERM)


def makes_above(pid: int) -> Iterator[int]:
    """The process of that number if it is a make, and every make right above it; none where there is no /proc."""
    while (status := _status(pid)).get("Name") in _MAKES:
        yield pid
        pid = int(status["PPid"])


def was_terminated(pid: int) -> bool:
    """Whether this make is gone, or was told to end.

    GNU make hands on SIGTERM. On SIGINT it only stops catching it and waits for what it runs, which has had the signal
    too if somebody pressed Ctrl-C, but not if somebody sent it to make alone.
    """
    status = _status(pid)
    if not status or status["State"].startswith("Z"):
        return True
    handled = int(status["SigCgt"], 16) | int(status["SigIgn"], 16)
    return not handled >> (signal.SIGINT - 1) & 1


def _status(pid: int) -> dict[str, str]:
    """What the kernel says of a process; empty where there is none."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
