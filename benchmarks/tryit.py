"""The image to try a lab in: how large it is, and how long a reader waits for a prompt. Effects."""

from __future__ import annotations

import json
import os
import pty
import select
import shlex
import subprocess
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress

from benchmarks.measure import FailedError
from benchmarks.table import Row
from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.try_command import image_tag, try_command

SECONDS = 3.0
"""Until the prompt, after the image is there."""
MEGABYTES = 300.0
"""To be downloaded."""
PATIENCE = 120
PROMPT = b"docker1$ "
CHUNK = 1 << 20


def rows(times: int, name: str = "") -> Iterator[Row]:
    """The image that `make image` built under that name."""
    yield size(image_tag(name, DEFAULT_ENGINE))
    yield prompt(times, name)
    yield prompt(times, name, "bridge/default", "start")


def size(tag: str) -> Row:
    """What is downloaded; the note says what it is on the disk."""
    megabytes = compressed_bytes(tag) / 10**6
    argv = ["docker", "image", "inspect", tag]
    on_disk = json.loads(subprocess.run(argv, capture_output=True, check=True).stdout)[0]["Size"]
    note = f"compressed with gzip, as registries keep it; on the disk it takes {on_disk / 10**6:.0f} MB"
    name, peer_name, target = "the image to try, download", "no peer", f"< {MEGABYTES:.0f} MB"
    return Row(name, peer_name, target, "MB", [megabytes], passed=megabytes < MEGABYTES, note=note)


def compressed_bytes(tag: str) -> int:
    """The image's layers as they are sent, without keeping them."""
    packer, total = zlib.compressobj(6, wbits=31), 0
    with subprocess.Popen(["docker", "save", tag], stdout=subprocess.PIPE) as saving:
        while chunk := saving.stdout.read(CHUNK) if saving.stdout else b"":
            total += len(packer.compress(chunk))
    if saving.returncode:
        raise FailedError(f"docker save {tag}: it is built by `make image`")
    return total + len(packer.flush())


def prompt(times: int, name: str, *state: str) -> Row:
    """From the copied command to the prompt of docker1."""
    waits = [seconds_until_prompt(try_command(name, DEFAULT_ENGINE, *state)) for _ in range(times)]
    name = f"time to prompt, {' '.join(state) or 'nothing played, six machines'}"
    passed = sorted(waits)[len(waits) // 2] < SECONDS
    return Row(name, "no peer", f"< {SECONDS:.0f} s", "s", waits, passed=passed)


def seconds_until_prompt(command: str) -> float:
    """Type the command into a terminal and wait; the lab is ended by `exit`."""
    start = time.monotonic()
    process, terminal = pty.fork()
    if not process:
        os.execvp("docker", shlex.split(command))  # noqa: S606  (the child of a fork)
    try:
        _wait_for_prompt(terminal, command)
        waited = time.monotonic() - start
        os.write(terminal, b"exit\n")
        with suppress(OSError):  # the end of a terminal
            while os.read(terminal, CHUNK):
                pass
    finally:
        os.close(terminal)
        os.waitpid(process, 0)
    return waited


def _wait_for_prompt(terminal: int, command: str) -> None:
    printed = b""
    while not printed.endswith(PROMPT):
        if not select.select([terminal], [], [], PATIENCE)[0]:
            raise FailedError(f"{command}\nno prompt after:\n{printed.decode(errors='replace')}")
        try:
            printed += os.read(terminal, CHUNK)
        except OSError as error:
            raise FailedError(f"{command}\nended with:\n{printed.decode(errors='replace')}") from error
