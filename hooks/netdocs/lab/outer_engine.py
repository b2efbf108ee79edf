"""The outer engine: found where the Docker CLI would look, or started by lab/engine where that is allowed. Effects."""

from __future__ import annotations

import logging
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import docker
from docker.tls import TLSConfig
from requests.exceptions import RequestException

from netdocs.errors import MachineError
from netdocs.lab.docker_context import Endpoint, endpoint
from netdocs.lab.no_engine import explain, is_absent, no_engine_error
from netdocs.lab.tooling import lab_folder

log = logging.getLogger(f"mkdocs.hooks.{__name__}")

ANSWER_SECONDS = 30
"""How long an engine may take to say that it is there."""
REQUEST_SECONDS = 60
"""How long one request to the engine may take; building and playing stream and have limits of their own."""
TURNED_OFF = 4
"""Exit code of `lab/engine status` after `lab/engine stop`."""


def connect_or_start(root: Path, environ: Mapping[str, str]) -> docker.DockerClient | None:
    """A client of an engine that answers, or None, and the reason logged, where there is none.

    One is started only for root on Debian or Ubuntu, where nothing is at the default address, neither DOCKER_HOST nor
    a Docker context names another, and nobody turned ours off with `lab/engine stop`.
    """
    try:
        return _connect_or_start(root, environ, start_again=False)
    except MachineError as error:
        log.info(str(error))
        return None


def require_engine(root: Path, environ: Mapping[str, str]) -> docker.DockerClient:
    """As `connect_or_start`, but an engine that was turned off is started too; MachineError where there is none."""
    return _connect_or_start(root, environ, start_again=True)


def _connect_or_start(root: Path, environ: Mapping[str, str], *, start_again: bool) -> docker.DockerClient:
    daemon = endpoint(environ)
    try:
        return _connect(daemon, environ)
    except MachineError as error:
        # One that hangs or refuses this user is there: a second one would not help.
        may_start = not daemon.chosen_by and is_absent(error) and is_root_on_debian()
        if not may_start or (not start_again and _lab_engine(root, "status") == TURNED_OFF):
            raise
        if _lab_engine(root, "start") != 0:
            raise
    return _connect(daemon, environ)


def _lab_engine(root: Path, verb: str) -> int:
    stderr = subprocess.DEVNULL if verb == "status" else None
    command = [str(lab_folder(root) / "engine"), verb]
    return subprocess.run(command, stdin=subprocess.DEVNULL, stderr=stderr, check=False).returncode


def _connect(daemon: Endpoint, environ: Mapping[str, str]) -> docker.DockerClient:
    """A client of the engine that answers there; MachineError with the reason if none does."""
    if daemon.problem:
        hint = "name one that `docker context ls` shows, or unset DOCKER_CONTEXT"
        raise no_engine_error(daemon, daemon.problem, hint)
    try:
        client = _client(daemon, environ)
    # ValueError is what the SDK lets through where DOCKER_HOST has no number after its last colon.
    except (docker.errors.DockerException, RequestException, OSError, ValueError) as error:
        raise no_engine_error(daemon, *explain(daemon, error)) from error
    try:
        client.ping()
    except (docker.errors.DockerException, RequestException, OSError) as error:
        client.close()
        raise no_engine_error(daemon, *explain(daemon, error)) from error
    client.api.timeout = REQUEST_SECONDS
    return client


def _client(daemon: Endpoint, environ: Mapping[str, str]) -> docker.DockerClient:
    """A client for that address; it asks the engine for its version."""
    if not daemon.of_context:
        return docker.from_env(timeout=ANSWER_SECONDS, environment=dict(environ), use_context=False)
    return docker.DockerClient(base_url=daemon.address, tls=tls_config(daemon), timeout=ANSWER_SECONDS)


def tls_config(daemon: Endpoint) -> TLSConfig | Literal[False]:
    """What the SDK is told of a context's encryption; False where the context says nothing."""
    tls = daemon.tls
    if tls is None:
        return False
    client_cert = (tls.cert, tls.key) if tls.cert and tls.key else None
    return TLSConfig(client_cert=client_cert, ca_cert=tls.ca or None, verify=tls.verify)


def is_root_on_debian(release: Path = Path("/etc/os-release")) -> bool:
    """Whether packages can be installed here with apt-get, by this very process."""
    if os.name != "posix" or os.geteuid() != 0 or not release.exists():
        return False
    lines = release.read_text(encoding="utf-8").splitlines()
    names = " ".join(line.partition("=")[2] for line in lines if line.startswith(("ID=", "ID_LIKE=")))
    return "debian" in names or "ubuntu" in names
