"""Why no engine answers: the SDK's nested errors in one line, and what to do about it. Effects."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator

from requests.exceptions import SSLError, Timeout

from netdocs.errors import Diagnostic, MachineError
from netdocs.lab.docker_context import Endpoint

START = "start one (`docker version` must show a server), or build with MODE=recorded"
RESTART = "see what it logged, and start it again if `docker version` hangs too; or build with MODE=recorded"
JOIN = "join its group and log in again: `sudo usermod -aG docker $USER`"
PARAMIKO = "the Docker SDK needs paramiko for ssh://", "install it: `.venv/bin/pip install paramiko`"

_BY_TYPE: tuple[tuple[tuple[type[BaseException], ...], str, str], ...] = (
    ((PermissionError,), "no permission to use it", JOIN),
    ((ConnectionRefusedError,), "the connection is refused: nothing listens there", START),
    ((FileNotFoundError,), "nothing is there", START),
    ((TimeoutError, Timeout), "it takes the connection and does not answer", RESTART),
    ((socket.gaierror,), "there is no machine of that name", "correct the address"),
    ((SSLError,), "TLS fails", "see that the context, or DOCKER_CERT_PATH, has the CA and the key for it"),
)
_UNREACHABLE = (errno.EHOSTUNREACH, errno.ENETUNREACH)


def no_engine_error(daemon: Endpoint, reason: str, hint: str) -> MachineError:
    """The error for work that cannot do without an engine."""
    return MachineError(Diagnostic("docker", "no Docker Engine answers", hint, actual=f"{reason}\nat {daemon}"))


def silent_engine_error(address: str, seconds: float) -> MachineError:
    """The error for an engine that answered before and does no longer."""
    message = f"the Docker Engine has not answered for {seconds:.0f} s"
    return MachineError(Diagnostic("docker", message, RESTART, "an answer to `/_ping`", f"silence at {address}"))


def is_absent(error: BaseException) -> bool:
    """Whether nothing at all is where an engine was looked for."""
    return any(isinstance(cause, FileNotFoundError | ConnectionRefusedError) for cause in _causes(error))


def explain(daemon: Endpoint, error: BaseException) -> tuple[str, str]:
    """Why no engine answers there, and what to do about it."""
    causes = tuple(_causes(error))
    for types, reason, hint in _BY_TYPE:
        if matching := [cause for cause in causes if isinstance(cause, types)]:
            return f"{reason}: {matching[-1]}" if isinstance(matching[-1], SSLError) else reason, hint
    if any(isinstance(cause, OSError) and cause.errno in _UNREACHABLE for cause in causes):
        return "its machine is unreachable", "see whether the network to it is up"
    if daemon.address.startswith("ssh://") and any("paramiko" in str(cause) for cause in causes):
        return PARAMIKO
    if any(isinstance(cause, ValueError) or "bind address" in str(cause) for cause in causes):
        return f"this is no address: {error}", "write it like unix:///var/run/docker.sock or tcp://127.0.0.1:2375"
    return str(error), START


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all it was made of: requests and urllib3 hand on the first one among their arguments."""
    yield error
    nested = [error.__cause__, error.__context__, *error.args]
    for cause in nested:
        if isinstance(cause, BaseException):
            yield from _causes(cause)
