"""What keeps a lab's world from the machine it runs on: a user namespace of its own, a seccomp filter, masks. Pure.

lab/supervisor has the other end: it runs as the container's first process and makes the world.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from netdocs.errors import Diagnostic, MachineError

Isolation = Literal["userns", "none", "vm"]
"""`userns`: root in the world is nobody outside. `none`: root in the world is the container's root, as in any
container, but with the privilege to make namespaces and without a filter. `vm`: a lab is in an emulated computer."""

WORLD_ROOT = 1_000_000
"""The user and group outside that the world's root is; lab/Dockerfile and lab/supervisor/world.py have it too."""
REFUSED = "no user namespace: "
"""How the supervisor's complaint begins where it cannot make one."""
CAPABILITIES = ("SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE")
"""Beyond an ordinary container's: to make namespaces and mounts, to plug links, and what runc 1.3 needs to start a
container in another one's namespace: it reads /proc/PID/ns of a process that may not be traced by then."""


def command(isolation: Isolation, argv: Sequence[str]) -> list[str]:
    """The container's first command: the supervisor, which runs `argv` in the world."""
    return ["python3", "-m", "supervisor", isolation, *argv]


def host_config(isolation: Isolation, seccomp: str) -> dict[str, Any]:
    """What the container may do, as keyword arguments of docker-py's create_host_config."""
    # AppArmor's profile for containers forbids every mount, those in a user namespace included.
    filters = ["seccomp=unconfined"] if isolation == "none" else [f"seccomp={seccomp}", "no-new-privileges"]
    return {"cap_add": [*CAPABILITIES], "security_opt": [*filters, "apparmor=unconfined"]}


def without_masks(isolation: Isolation, config: Mapping[str, Any]) -> dict[str, Any]:
    """With a cgroup namespace; without the engine's masks on /proc where the world is not hidden from them."""
    masks: dict[str, Any] = {} if isolation == "userns" else {"MaskedPaths": [], "ReadonlyPaths": []}
    return {**config, **masks, "CgroupnsMode": "private"}


def place(name: str) -> tuple[str, int]:
    """Where a file of the payload goes in the container, and whose it is: the world sees all but the supervisor."""
    return (f"lab/{name}", 0) if name.startswith("supervisor/") else (f"machine/lab/{name}", WORLD_ROOT)


def shell_at(init: int, argv: Sequence[str], supervisor: int = 1) -> list[str]:
    """`argv` run at the machine whose first process the agent knows as `init`; to be executed in its container."""
    # The agent is the only child of the only child of the supervisor, which is the container's first process but in
    # the image to try. The lists do not end in a newline, which `read` takes for a failure.
    children = f"/proc/{supervisor}/task/{supervisor}/children"
    agent = f"read child <{children}; read agent </proc/$child/task/$child/children; agent=${{agent%% *}}"
    # Where a lab is not isolated there is no other user namespace to enter.
    users = "[ /proc/$0/ns/user -ef /proc/1/ns/user ] || users=--user"
    spaces = "--mount --uts --ipc --net --pid --cgroup --root --wdns=/root"
    inner = f'{users}; exec nsenter --target="$0" $users {spaces} "$@"'
    outer = f'{agent}; inner=$1; shift; exec nsenter --target="$agent" --all --root --wd sh -c "$inner" "$@"'
    return ["sh", "-c", outer, "sh", inner, str(init), *argv]


def refusal(message: str) -> MachineError | None:
    """The error that a lab's message stands for, if it says that there can be no user namespace here."""
    if not message.startswith(REFUSED):
        return None
    do = (
        "use an outer engine that runs as root on Linux 5.11 or later and leaves user namespaces on "
        "(`sysctl user.max_user_namespaces`), or, for pages you trust, set ISOLATION=none"
    )
    problem = "labs cannot be isolated from this machine"
    return MachineError(
        Diagnostic("ISOLATION", problem, do, "a user namespace for each lab", message.removeprefix(REFUSED).strip())
    )
