"""What a lab may have of things that count, across user namespaces, for root outside. Effects."""

from __future__ import annotations

from pathlib import Path

SETTINGS = Path("/proc/sys/user")
WATCHES = {"inotify_instances": 32, "inotify_watches": 16_384, "fanotify_groups": 8, "fanotify_marks": 8_192}
"""A machine's root has 128 instances in all, those of its own services included; an engine takes one."""
KINDS = ("cgroup", "ipc", "mnt", "net", "pid", "time", "user", "uts")
NAMESPACES = 4096
"""Most of each kind: as many as processes, though a descriptor is enough to hold one."""


def limit() -> None:
    """Set the limits of the user namespace this process is in; nobody in one below it can raise them."""
    limits = {**WATCHES, **{f"{kind}_namespaces": NAMESPACES for kind in KINDS}}
    for name, most in limits.items():
        setting = SETTINGS / f"max_{name}"
        if setting.exists():  # fanotify's came with Linux 5.13
            setting.write_text(str(most))
