"""System calls that Python 3.11's standard library does not have. Effects."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import platform
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager

CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC = 0x00020000, 0x02000000, 0x04000000, 0x08000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 1, 2, 4, 32, 4096, 16384, 1 << 18
MNT_DETACH = 2
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_READ, PR_CAPBSET_DROP = 1, 4, 23, 24
SIOCSIFFLAGS, IFF_UP = 0x8914, 1
KEYCTL_JOIN_SESSION_KEYRING = 1

# Neither call has a wrapper in the C library of every Debian release; the numbers are the kernel's, by processor.
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
_KEYCTL = {"x86_64": 250, "aarch64": 219}
_LIBC = ctypes.CDLL(None, use_errno=True)


def _check(result: int, what: str) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def unshare(flags: int) -> None:
    """Leave the namespaces that these CLONE_NEW… flags name for new ones."""
    _check(_LIBC.unshare(flags), "unshare")


def mount(source: str, target: str, kind: str = "", flags: int = 0, data: str = "") -> None:
    """Mount `source`, a file system of type `kind` unless the flags say otherwise."""
    words = [source.encode(), target.encode(), kind.encode() or None, ctypes.c_ulong(flags), data.encode() or None]
    _check(_LIBC.mount(*words), f"mount {kind or source} on {target}")


def unmount(target: str) -> None:
    """Unmount at once, even of a mount that is in use."""
    _check(_LIBC.umount2(target.encode(), MNT_DETACH), f"umount {target}")


def pivot_root(new: str) -> None:
    """Make the mount point `new` the root, and let go of the old one and all that is mounted there."""
    os.chdir(new)
    # With both arguments the same, the old root ends up on top of the new one: no directory is needed for it.
    _check(_LIBC.syscall(_PIVOT_ROOT[platform.machine()], b".", b"."), "pivot_root")
    unmount(".")
    os.chdir("/")


def die_with_parent() -> None:
    """Be killed when the process that started this one ends."""
    _check(_LIBC.prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0), "prctl")


def give_to_parent() -> None:
    """Let the owner of this process write its files in /proc: leaving a user namespace gave them to root outside."""
    _check(_LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0), "prctl")


def forget_keys() -> None:
    """Join a new, empty session keyring; where the filter leaves no keys at all, nothing is to be forgotten."""
    with suppress_error(errno.ENOSYS):
        _check(_LIBC.syscall(_KEYCTL[platform.machine()], KEYCTL_JOIN_SESSION_KEYRING, None), "keyctl")


@contextmanager
def suppress_error(number: int) -> Iterator[None]:
    """Pass over an OSError of this number."""
    try:
        yield
    except OSError as error:
        if error.errno != number:
            raise


def bounding_set() -> frozenset[int]:
    """The capabilities this process and its children can ever have, by the kernel's numbers."""
    # A capability the kernel does not know is an error, and the numbers have no gaps.
    values = [_LIBC.prctl(PR_CAPBSET_READ, number, 0, 0, 0) for number in range(64)]
    return frozenset(number for number, value in enumerate(values) if value == 1)


def limit_capabilities(keep: frozenset[int]) -> None:
    """Give up all others for good; in force from the next exec on."""
    for number in bounding_set() - keep:
        _check(_LIBC.prctl(PR_CAPBSET_DROP, number, 0, 0, 0), "prctl")


def raise_loopback() -> None:
    """Turn on `lo`, which is off in a new network namespace."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH22x", b"lo", IFF_UP))
