"""What the whole machine does. Effects."""

from __future__ import annotations

import os
from pathlib import Path

# Fields of /proc/stat's first line that are not work, proc(5): idle and iowait; guest time is in user time already.
_IDLE, _END = slice(3, 5), 8


def busy_seconds() -> float:
    """Processor time of everything since the machine was started."""
    fields = [int(word) for word in Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:]]
    return (sum(fields[:_END]) - sum(fields[_IDLE])) / os.sysconf("SC_CLK_TCK")
