"""Threads: work at once, results as they come, and no end that waits for them."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from netdocs.lab.threads import in_threads

HOOKS = Path(__file__).parents[3] / "hooks"
HANGS = """
import time
from netdocs.lab.interruption import end_on_sigterm
from netdocs.lab.threads import in_threads
end_on_sigterm()
for _ in in_threads(lambda _: print(flush=True) or time.sleep(60), [1, 2], 2):
    pass
"""


def _double_after(seconds: float, item: int) -> int:
    time.sleep(seconds)
    return item * 2


def test_what_ends_first_comes_first() -> None:
    """All of it, each with its item."""
    assert [(1, 2), (4, 8)] == list(in_threads(lambda item: _double_after(item / 5, item), [4, 1], 2))


def test_no_more_at_a_time_than_there_are_threads() -> None:
    """One thread takes them in order."""
    assert [(4, 8), (1, 2)] == list(in_threads(lambda item: _double_after(item / 50, item), [4, 1], 1))


def test_what_is_raised_there_is_raised_here() -> None:
    """A fault of the code is not lost in a thread."""
    with pytest.raises(ZeroDivisionError):
        list(in_threads(lambda item: 1 // item, [0], 1))


def test_a_process_ends_though_its_threads_hang() -> None:
    """As one does that reads from an engine which says nothing."""
    with subprocess.Popen([sys.executable, "-c", HANGS], cwd=HOOKS, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        process.terminate()
        began = time.monotonic()

        assert 143 == process.wait(timeout=50)
        assert time.monotonic() - began < 30
