"""Handing the world a cgroup below the lab's limits, on version 1, version 2, or both. Effects.

The limits are on the lab's own cgroup, which the outer engine made and which belongs to root outside. The
world's is a child of it: of that the world owns the files it takes to move processes and make children, and
none of those that hold a limit.
"""

from __future__ import annotations

import os
from pathlib import Path

from supervisor import kernel

MOUNTED = Path("/sys/fs/cgroup")
NAME, FIRST = "world", "init"
"""The world's group; the group below it in which its first process is."""
DELEGATED = ("cgroup.procs", "cgroup.threads", "cgroup.subtree_control", "tasks", "cgroup.clone_children")
"""What the kernel's documentation says to hand over: cgroup-v2.rst, "Model of Delegation"; `tasks` is version 1's."""

LIMITS = ("memory.limit_in_bytes", "memory.max", "pids.max", "cpuset.cpus", "cpuset.mems")
"""What the world's group has of the lab's, so that those in it can read what holds for them.

The first three are enforced above in any case. A new cpuset of version 1 has no processor at all unless it is told.
"""


def hierarchies() -> list[Path]:
    """Where the cgroup file systems are mounted: one directory for version 2, one for each controller for version 1."""
    if is_unified():
        return [MOUNTED]
    return [path for path in sorted(MOUNTED.iterdir()) if path.is_dir() and not path.is_symlink()]


def is_unified() -> bool:
    """Whether version 2 is all there is."""
    return (MOUNTED / "cgroup.controllers").exists()


def delegate(owner: int) -> list[Path]:
    """Make the world's cgroup in every hierarchy and give it to that user; where they are."""
    return [_delegate(hierarchy, owner) for hierarchy in hierarchies()]


def _delegate(hierarchy: Path, owner: int) -> Path:
    kernel.mount("none", str(hierarchy), flags=kernel.MS_REMOUNT | kernel.MS_BIND)
    if (hierarchy / "cgroup.subtree_control").exists():
        _hand_down(hierarchy)
    world = hierarchy / NAME
    world.mkdir(exist_ok=True)
    for setting in LIMITS:
        if (hierarchy / setting).exists() and (limit := (hierarchy / setting).read_text().strip()):
            (world / setting).write_text(limit)
    _give(world, owner)
    if is_unified():
        (world / FIRST).mkdir(exist_ok=True)
        _give(world / FIRST, owner)
    return world


def _give(group: Path, owner: int) -> None:
    for path in (group, *(group / name for name in DELEGATED)):
        if path.exists():
            os.chown(path, owner, owner)


def _hand_down(hierarchy: Path) -> None:
    """Version 2 wants no process beside child groups, and its controllers handed down by name."""
    supervisor = hierarchy / "supervisor"
    supervisor.mkdir(exist_ok=True)
    for pid in (hierarchy / "cgroup.procs").read_text().split():
        (supervisor / "cgroup.procs").write_text(pid)
    _hand_all(hierarchy)


def _hand_all(group: Path) -> None:
    controllers = (group / "cgroup.controllers").read_text().split()
    (group / "cgroup.subtree_control").write_text(" ".join(f"+{name}" for name in controllers))


def enter(worlds: list[Path]) -> None:
    """Move this process into the world's cgroups."""
    for world in worlds:
        (world / "cgroup.procs").write_text("0")


def step_down() -> None:
    """Leave the world's group, where the world's cgroup namespace begins, for one below it.

    Version 2 lets the world hand controllers down only from a group without processes, and one that the world cannot
    see, as the supervisor's child is, it could not move out.
    """
    if is_unified():
        (MOUNTED / NAME / FIRST / "cgroup.procs").write_text("0")


def mount_below(root: str, unified: bool, names: list[str]) -> None:
    """Mount what the world may see of them below `root`; to be called in the world's cgroup namespace."""
    target = f"{root}{MOUNTED}"
    if unified:
        kernel.mount("cgroup2", target, "cgroup2")
        _hand_all(Path(target))
        return
    kernel.mount("tmpfs", target, "tmpfs", data="mode=755")
    for name in names:
        Path(target, name).mkdir()
        if name == "unified":
            kernel.mount("cgroup2", f"{target}/{name}", "cgroup2")
        else:
            # Version 1's own tree of systemd has a name where the others have controllers.
            kernel.mount(
                "cgroup", f"{target}/{name}", "cgroup", data="none,name=systemd" if name == "systemd" else name
            )
