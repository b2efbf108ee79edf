"""From the supervisor's child to the agent and, in namespaces below its own, the world of a scenario. Effects.

Two user namespaces, one below the other, map the same ids: the agent's, and the world's. Whoever is root in the world
has no power over a process of the agent's, while the agent has every power over the world's.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from supervisor import cgroups, kernel, quotas

BASE, COUNT = 1_000_000, 65_536
"""The world's ids 0 to 65535 are these outside: far from people's, and from the ranges /etc/subuid hands out first.
lab/Dockerfile gives the machines' files to the first of them."""
MACHINE, STAGE = "/machine", "/world"
"""The machines' root file system as the image has it, and where the world's own view of it is put together."""
LAYER_SIZE, STATE_SIZE = "1g", "1g"
"""Most that may be written to the machines' root, and to the engines' data; both count towards the lab's memory."""
REFUSED = "no user namespace: "
"""How the complaint begins where there can be none; hooks/netdocs/lab/isolation.py looks for it."""
DEVICES = ("null", "zero", "full", "random", "urandom", "tty")
LINKS = {"fd": "/proc/self/fd", "stdin": "/proc/self/fd/0", "stdout": "/proc/self/fd/1", "stderr": "/proc/self/fd/2",
         "ptmx": "pts/ptmx"}  # fmt: skip
AGENT_SPACES = (
    kernel.CLONE_NEWNS | kernel.CLONE_NEWNET | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS | kernel.CLONE_NEWPID
)
WORLD_SPACES = AGENT_SPACES | kernel.CLONE_NEWCGROUP
FOLDERS = ("upper", "work", "root", "agent", "state", "proc", "sysfs")


@dataclass(frozen=True, slots=True)
class World:
    """What the supervisor prepared."""

    root: str
    """Mount point of the machines' root file system."""
    groups: list[Path]
    """The world's cgroups."""
    own_users: bool
    """Whether the world has a user namespace of its own."""


def prepare(own_users: bool) -> World:
    """As root outside: what the world cannot do for itself."""
    Path(STAGE).mkdir(exist_ok=True)
    kernel.mount("tmpfs", STAGE, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, f"mode=755,size={LAYER_SIZE}")
    for folder in FOLDERS:
        Path(STAGE, folder).mkdir()
    for folder in ("upper", "root"):
        os.chown(f"{STAGE}/{folder}", BASE, BASE)
    # Mounted here and not in the world: kernels before 6.6 have no extended attributes for users on a tmpfs, which
    # an overlay of the world's own would need.
    layers = f"lowerdir={MACHINE},upperdir={STAGE}/upper,workdir={STAGE}/work"
    # No flags: runc before 1.2 takes them off a file it mounts read-only (`run --init`), which the world may not.
    kernel.mount("overlay", f"{STAGE}/root", "overlay", data=layers)
    # A user namespace may mount proc and sysfs only where its creator has both in full view and writable. The outer
    # engine masks parts of the one and mounts the other read-only, so there they are once more.
    for kind in ("proc", "sysfs"):
        kernel.mount(kind, f"{STAGE}/{kind}", kind)
    kernel.mount("none", f"{STAGE}/sysfs", flags=kernel.MS_REMOUNT)
    return World(f"{STAGE}/root", cgroups.delegate(BASE if own_users else 0), own_users)


@contextmanager
def refusing() -> Iterator[None]:
    """Say that there can be no user namespace here, in the words the build looks for, if this fails; then end."""
    try:
        yield
    except OSError as error:
        sys.stderr.write(f"{REFUSED}{error}\n")
        sys.stderr.flush()
        os._exit(1)


def enter(world: World, unshared: int, mapped: int, argv: list[str]) -> None:
    """In the supervisor's child: become the agent's first process and run `argv`; returns the exit status."""
    kernel.die_with_parent()
    cgroups.enter(world.groups)
    cgroups.step_down()
    capabilities = kernel.bounding_set()
    with refusing():
        kernel.unshare(AGENT_SPACES | (kernel.CLONE_NEWUSER if world.own_users else 0))
    os.write(unshared, b"u")
    os.read(mapped, 1)
    _become_root()
    kernel.forget_keys()
    # Whoever unshares a PID namespace stays outside; its first child is the first process.
    if first := os.fork():
        _, status = os.waitpid(first, 0)
        os._exit(os.waitstatus_to_exitcode(status) % 256)
    kernel.die_with_parent()
    kernel.mount("none", "/", flags=kernel.MS_REC | kernel.MS_PRIVATE)
    # Its own children are in the /proc of its own PID namespace only.
    kernel.mount("proc", "/proc", "proc")
    if world.own_users:
        quotas.limit()
    kernel.mount("tmpfs", f"{STAGE}/state", "tmpfs", data=f"mode=1777,size={STATE_SIZE}")
    first = start_world(world, capabilities)
    build_agent_root(f"{STAGE}/agent")
    kernel.raise_loopback()
    # A new user namespace comes with every capability there is; the agent gets no more than the container has.
    kernel.limit_capabilities(capabilities)
    os.closerange(3, 1024)
    os.chdir("/lab")
    os.environ["LAB_WORLD"] = str(first)
    os.execvp(argv[0], argv)  # noqa: S606 - the very point: there is no shell to start it without


def _become_root() -> None:
    os.setgroups([])
    os.setresgid(0, 0, 0)
    os.setresuid(0, 0, 0)


def start_world(world: World, capabilities: frozenset[int]) -> int:
    """As the agent's first process: start the world's, which only keeps its namespaces; its process id as seen here."""
    unshared, mapped, up = os.pipe(), os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        # Nobody in the world is to have what the agent reports to.
        _close_all_but(unshared[1], mapped[0], up[1])
        hold_world(world, unshared[1], mapped[0], up[1], capabilities)
    for end in (unshared[1], mapped[0], up[1]):
        os.close(end)
    if os.read(unshared[0], 1):
        if world.own_users:
            map_ids(child, 0)
        os.write(mapped[1], b"m")
    answer = os.read(up[0], 300).decode()
    if not answer.isdigit():
        sys.stderr.write(answer or "the world could not be built\n")
        sys.stderr.flush()
        os._exit(1)
    return int(answer)


def _close_all_but(*kept: int) -> None:
    for number in (1, 2):
        os.dup2(0, number)
    for number in sorted({*range(3, 1024)} - {*kept}):
        with suppress(OSError):
            os.close(number)


def hold_world(world: World, unshared: int, mapped: int, up: int, capabilities: frozenset[int]) -> None:
    """In a child of the agent's first process: unshare the world's namespaces, and build it in a child of its own."""
    try:
        # A cgroup namespace begins at the group that its maker is in.
        cgroups.enter(world.groups)
        # The user namespace in the same call as the cgroup namespace, or the latter belongs to the agent's and
        # version 1 hierarchies cannot be mounted.
        kernel.unshare(WORLD_SPACES | (kernel.CLONE_NEWUSER if world.own_users else 0))
        cgroups.step_down()
        kernel.give_to_parent()
        os.write(unshared, b"u")
        os.read(mapped, 1)
        _become_root()
        built = os.pipe()
        if first := os.fork():
            os.close(built[1])
            os.write(up, str(first).encode() if os.read(built[0], 1) else b"the world could not be built\n")
            os.close(up)
            os.waitpid(first, 0)
            os._exit(0)
        build_root(world)
        kernel.raise_loopback()
        kernel.limit_capabilities(capabilities)
        os.write(built[1], b"b")
        os.closerange(3, 1024)
        os.execvp("sleep", ["sleep", "infinity"])  # noqa: S606 - as above
    except OSError as error:
        os.write(up, f"{REFUSED}{error}\n".encode())
        os._exit(1)


def map_ids(child: int, base: int) -> None:
    """Say whom outside the ids of the child's user namespace stand for; each map can be written once."""
    for kind in ("uid_map", "gid_map"):
        with refusing():
            Path(f"/proc/{child}/{kind}").write_text(f"0 {base} {COUNT}")


def build_agent_root(root: str) -> None:
    """The agent's own view of the machines' files, read-only: nothing that the world writes is run by the agent."""
    kernel.mount(MACHINE, root, flags=kernel.MS_BIND | kernel.MS_REC)
    kernel.mount("none", root, flags=kernel.MS_REMOUNT | kernel.MS_BIND | kernel.MS_RDONLY)
    _mount_kernel_files(root)
    for folder in ("run", "tmp"):
        kernel.mount("tmpfs", f"{root}/{folder}", "tmpfs", data="mode=755,size=16m")
    kernel.mount(f"{STAGE}/state", f"{root}/lab/state", flags=kernel.MS_BIND)
    kernel.pivot_root(root)


def _mount_kernel_files(root: str) -> None:
    kernel.mount("proc", f"{root}/proc", "proc")
    kernel.mount("sysfs", f"{root}/sys", "sysfs")
    # `ip -netns` unmounts /sys before it mounts that of the other namespace, which the kernel allows only while some
    # sysfs is in full view: so there is one that nobody unmounts.
    kernel.mount("sysfs", f"{root}/lab/sysfs", "sysfs")
    _make_devices(f"{root}/dev")


def build_root(world: World) -> None:
    """In the world's first process: mount what a container's runtime would, and leave everything else behind."""
    root = world.root
    # An inherited mount cannot become the root; a copy can.
    kernel.mount(root, root, flags=kernel.MS_BIND | kernel.MS_REC)
    _mount_kernel_files(root)
    cgroups.mount_below(root, cgroups.is_unified(), [group.parent.name for group in world.groups])
    kernel.mount(f"{STAGE}/state", f"{root}/lab/state", flags=kernel.MS_BIND)
    _try_overlay(Path(root, "lab/state"))
    for path in (Path(root, "etc", name) for name in ("hostname", "hosts", "resolv.conf")):
        # Every machine mounts its own there. What is there may be another user's, whom touching would offend.
        if not path.exists():
            path.touch()
    kernel.pivot_root(root)


def _try_overlay(folder: Path) -> None:
    """Engines in the world store layers in overlays; a user namespace may mount those since Linux 5.11."""
    layers = [folder / name for name in ("lower", "upper", "work")]
    for layer in layers:
        layer.mkdir()
    options = ",".join(f"{layer.name}dir={layer}" for layer in layers)
    kernel.mount("overlay", str(folder / "lower"), "overlay", data=options)
    kernel.unmount(str(folder / "lower"))
    shutil.rmtree(layers[2])
    for layer in layers[:2]:
        layer.rmdir()


def _make_devices(dev: str) -> None:
    # Not 1777: in a sticky directory that all may write to, root may not open others' files to write (`>/dev/null`).
    kernel.mount("tmpfs", dev, "tmpfs", data="mode=755,size=64k")
    for name in DEVICES:
        Path(dev, name).touch()
        kernel.mount(f"/dev/{name}", f"{dev}/{name}", flags=kernel.MS_BIND)
    for name, target in LINKS.items():
        Path(dev, name).symlink_to(target)
    for folder in ("pts", "shm", "mqueue"):
        Path(dev, folder).mkdir()
    kernel.mount("devpts", f"{dev}/pts", "devpts", data="newinstance,ptmxmode=0666,mode=0620")
    kernel.mount("tmpfs", f"{dev}/shm", "tmpfs", data="mode=1777,size=64m")
    kernel.mount("mqueue", f"{dev}/mqueue", "mqueue")
