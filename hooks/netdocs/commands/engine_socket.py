"""The engine of a lab as a DOCKER_HOST outside it: for another terminal, or an editor with percent cells. Effects."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import docker
from docker.utils.socket import STDOUT, frames_iter

from netdocs.lab import isolation

DIAL = ["docker", "system", "dial-stdio"]
"""What Docker's own client runs at the other end of ssh: the engine's socket on standard input and output."""
CHUNK = 65536


class _Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True
    block_on_close = False


class _Connection(socketserver.BaseRequestHandler):
    """One connection to the engine."""

    def __init__(self, api: docker.APIClient, lab: str, init: int, *address: Any) -> None:
        self.api, self.lab, self.init = api, lab, init
        super().__init__(*address)

    def handle(self) -> None:
        """Carry bytes both ways until either end closes."""
        process = self.api.exec_create(self.lab, isolation.shell_at(self.init, DIAL), stdin=True)["Id"]
        stream = self.api.exec_start(process, socket=True)
        wire = cast("socket.socket", getattr(stream, "_sock", stream))
        wire.settimeout(None)
        threading.Thread(target=_copy, args=(self.request, wire), daemon=True).start()
        with suppress(OSError):
            for number, chunk in frames_iter(wire, tty=False):  # type: ignore[no-untyped-call]
                if number == STDOUT:
                    self.request.sendall(chunk)


def _copy(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while chunk := source.recv(CHUNK):
            target.sendall(chunk)
        target.shutdown(socket.SHUT_WR)


@contextmanager
def engine_socket(api: docker.APIClient, lab: str, init: int) -> Iterator[str]:
    """The DOCKER_HOST of the engine on the machine whose first process is `init`; only this user can open it."""
    with TemporaryDirectory(prefix="netdocs-lab-") as folder:
        path = Path(folder) / "docker.sock"
        with _Server(str(path), partial(_Connection, api, lab, init)) as server:
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            try:
                yield f"unix://{path}"
            finally:
                server.shutdown()
