"""`python3 -m supervisor userns|none COMMAND…`: run COMMAND, the agent, above a world of its own. Wiring.

The first process of a lab's container, and the only one that is root outside. It prepares agent and world, starts them,
passes on what the agent prints, and ends with it. `none` leaves out the user namespaces.
"""

from __future__ import annotations

import os
import resource
import selectors
import signal
import sys

from supervisor import world


def main() -> int:
    """Run the world; its exit status."""
    signal.signal(signal.SIGTERM, lambda *_: os._exit(143))
    # What core_pattern says is done by the kernel outside every container: nothing in a lab is to set it off.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    own_users, argv = sys.argv[1] == "userns", sys.argv[2:]
    here = world.prepare(own_users)
    unshared, mapped, out, err = os.pipe(), os.pipe(), os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
        os.dup2(out[1], 1)
        os.dup2(err[1], 2)
        world.enter(here, unshared[1], mapped[0], argv)
    for end in (unshared[1], mapped[0], out[1], err[1]):
        os.close(end)
    # Nothing comes where the child could not unshare: it has said why, and that is passed on below.
    if os.read(unshared[0], 1):
        if own_users:
            world.map_ids(child, world.BASE)
        os.write(mapped[1], b"m")
    forward({out[0]: 1, err[0]: 2})
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) % 256


def forward(pipes: dict[int, int]) -> None:
    """Copy what comes out of each pipe to its descriptor of ours, until all are closed at the other end."""
    with selectors.DefaultSelector() as selector:
        for pipe in pipes:
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                chunk = os.read(key.fd, 65536)
                if not chunk:
                    selector.unregister(key.fd)
                while chunk:
                    chunk = chunk[os.write(pipes[key.fd], chunk) :]


sys.exit(main())
