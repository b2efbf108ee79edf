"""The engines inside the lab: waiting for them, and giving each the one image the pages use."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import docker
from requests.exceptions import RequestException

from agent.network import STATE, TIME_FACTOR, LabError, Node, poll_until

BUSYBOX = Path("/bin/busybox")
REQUEST_SECONDS = 60
"""Limit of one request: importing an image is the slowest, and takes seconds."""


def is_engine(node: str) -> bool:
    """Whether the node of that name runs a Docker Engine."""
    return node.startswith("docker")


def wait_ready(node: Node) -> None:
    """Return once the node's engine answers; LabError, with the end of its log, if it never does."""
    poll_until(lambda: _answers(node), f"the engine of {node.name} did not answer", node.name, 60)


def _answers(node: Node) -> bool:
    try:
        return bool(client_of(node).ping())
    except (docker.errors.DockerException, RequestException):
        return False


def version(node: Node) -> str:
    """What the node's engine says it is, `28.5.2+dfsg4`."""
    return str(client_of(node).version()["Version"])


def load_busybox(nodes: Sequence[Node]) -> None:
    """Import Debian's static busybox, with a link for each of its commands, as `busybox:latest`."""
    archive = _busybox_archive()
    for node in nodes:
        client_of(node).api.import_image_from_data(archive, repository="busybox", tag="latest", changes=['CMD ["sh"]'])


@cache
def client_of(node: Node) -> docker.DockerClient:
    """The client of the node's engine, one for as long as the lab lives; DockerException if the engine is not up."""
    limit = round(REQUEST_SECONDS * TIME_FACTOR)
    return docker.DockerClient(base_url=f"unix://{STATE}/socket/{node.name}", timeout=limit, version="auto")


def _busybox_archive() -> bytes:
    applets = subprocess.run([BUSYBOX, "--list"], capture_output=True, text=True, check=True).stdout.split()
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for folder in ("bin", "dev", "etc", "home", "proc", "root", "sys", "tmp", "usr", "usr/bin", "var"):
            tar.addfile(_member(folder, tarfile.DIRTYPE))
        tar.add(BUSYBOX, "bin/busybox")
        for applet in sorted({*applets} - {"busybox"}):
            tar.addfile(_member(f"bin/{applet}", tarfile.SYMTYPE, "/bin/busybox"))
        for name, text in (("passwd", "root:x:0:0:root:/root:/bin/sh\n"), ("group", "root:x:0:\n")):
            member = _member(f"etc/{name}", tarfile.REGTYPE)
            member.size = len(text)
            tar.addfile(member, io.BytesIO(text.encode()))
    return buffer.getvalue()


def _member(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname, member.mode = kind, target, 0o755
    return member


def share_contexts(first: Node, peers: Sequence[Node]) -> None:
    """Make the other engines reachable from the first as Docker contexts of their names."""
    for node in peers:
        argv = ["docker", "context", "create", node.name, "--docker", f"host=unix://{STATE}/socket/{node.name}"]
        done = subprocess.run(first.command(*argv), capture_output=True, text=True, check=False)
        if done.returncode:
            raise LabError(f"{' '.join(argv)}\n{done.stderr.strip()}")
