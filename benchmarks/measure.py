"""What a program takes: time, processor time, memory. Effects."""

from __future__ import annotations

import os
import subprocess
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
    with log.open("wb") as file:
        start = time.monotonic()
        process = subprocess.Popen(words, cwd=folder, env={**os.environ, **environ}, stdout=file, stderr=file)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"{' '.join(words)}, in {folder}:\n{log.read_text(encoding='utf-8')[-2000:]}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)
