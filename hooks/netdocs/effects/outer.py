"""The outer engine: found where `docker.from_env()` looks, or started by lab/engine where that is allowed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import docker
from requests.exceptions import RequestException

from netdocs.core.errors import MachineError, Problem

SECONDS = 60
"""How long one request to the engine may take; building and playing stream and have limits of their own."""


def connect(root: Path, environ: Mapping[str, str], *, wanted: bool) -> docker.DockerClient | None:
    """A client of an engine that answers, or None where there is none and none may be started.

    One is started only for root on Debian or Ubuntu, when no DOCKER_HOST names another, and, unless an
    engine is `wanted` (not merely welcome), when nobody turned ours off with `lab/engine stop`.
    """
    if client := _reach():
        return client
    if "DOCKER_HOST" in environ or not is_root_on_debian():
        return None
    if not wanted and _engine(root, "status") == _TURNED_OFF:
        return None
    return _reach() if _engine(root, "start") == 0 else None


_TURNED_OFF = 4
"""Exit code of `lab/engine status` after `lab/engine stop`."""


def _engine(root: Path, verb: str) -> int:
    quiet = subprocess.DEVNULL if verb == "status" else None
    return subprocess.run(
        [root / "lab" / "engine", verb], stdin=subprocess.DEVNULL, stderr=quiet, check=False
    ).returncode


def _reach() -> docker.DockerClient | None:
    try:
        client = docker.from_env(timeout=SECONDS)
    except docker.errors.DockerException:
        return None
    try:
        client.ping()
    except (docker.errors.DockerException, RequestException):
        client.close()
        return None
    return client


def is_root_on_debian(release: Path = Path("/etc/os-release")) -> bool:
    """Whether packages can be installed here with apt-get, by this very process."""
    if os.name != "posix" or os.geteuid() != 0 or not release.exists():
        return False
    lines = release.read_text(encoding="utf-8").splitlines()
    names = " ".join(line.partition("=")[2] for line in lines if line.startswith(("ID=", "ID_LIKE=")))
    return "debian" in names or "ubuntu" in names


def no_engine() -> MachineError:
    """The error for work that cannot do without an engine."""
    return MachineError(
        Problem(
            "docker",
            "no Docker Engine answers",
            "start one (`docker version` must show a server), or build with MODE=recorded",
            expected="an engine at DOCKER_HOST, or root on Debian or Ubuntu so that lab/engine can start one",
            seen=f"DOCKER_HOST={os.environ['DOCKER_HOST']}"
            if "DOCKER_HOST" in os.environ
            else "nothing at the default address",
        )
    )
