"""What a program takes: time, processor time, memory. Effects."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """One run."""

    seconds: float
    """By the clock on the wall."""
    cpu_seconds: float
    """Of processors, in the program and in the kernel for it."""
    peak_bytes: int


class FailedError(Exception):
    """A program that was to be measured failed; the message is the end of what it printed."""


def run(words: Sequence[str], folder: Path, environ: Mapping[str, str], log: Path) -> Cost:
    """What a program takes in a folder; FailedError if it fails."""
    # Linux counts the memory of whoever starts a program as the program's own, so something small has to start it.
    argv = [sys.executable, "-S", __file__, *words]
    with log.open("wb") as file:
        done = subprocess.run(
            argv, cwd=folder, env={**os.environ, **environ}, stdout=subprocess.PIPE, stderr=file, check=False
        )
    if done.returncode:
        raise FailedError(f"{' '.join(words)}, in {folder}:\n{log.read_text(encoding='utf-8')[-2000:]}")
    return Cost(*json.loads(done.stdout))


def _measured(words: Sequence[str]) -> int:
    """Run a program, its output with the errors, and print what it took; its exit code."""
    start = time.monotonic()
    process = subprocess.Popen(words, stdout=sys.stderr)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    print(json.dumps([seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024]))  # noqa: T201
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode


if __name__ == "__main__":
    sys.exit(_measured(sys.argv[1:]))
