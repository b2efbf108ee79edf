"""An engine that is none: as much of the API on a loopback port as a play asks for, until it falls silent."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

VERSION = {"ApiVersion": "1.41", "Version": "20.10.24"}
INFO = {"NCPU": 2, "MemTotal": 8 * 1024**3}
ANSWERS = {"version": VERSION, "info": INFO, "json": [], "create": {"Id": "1ab"}, "archive": None, "start": None}
"""By the last word of a path; everything else is answered with nothing."""


@dataclass(slots=True)
class FakeEngine:
    """What the test tells the engine, and what it sees of it."""

    silent_from: str = ""
    """The last word of the request's path with which it falls silent: connections are taken, answers never come."""
    port: int = 0
    requests: list[str] = field(default_factory=list)
    silent: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        """For DOCKER_HOST."""
        return f"tcp://127.0.0.1:{self.port}"


@contextmanager
def fake_engine(silent_from: str = "", tls: ssl.SSLContext | None = None) -> Iterator[FakeEngine]:
    """The engine, for as long as the context lasts."""
    engine = FakeEngine(silent_from)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(engine))
    server.daemon_threads, server.block_on_close = True, False
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    engine.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield engine
    finally:
        engine.ended.set()
        server.shutdown()
        server.server_close()


def _handler(engine: FakeEngine) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def _answer(self) -> None:
            word = self.path.partition("?")[0].rpartition("/")[2]
            engine.requests.append(f"{self.command} {word}")
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if word == engine.silent_from:
                engine.silent.set()
            if engine.silent.is_set() and word != "attach":
                engine.ended.wait()
                return
            self.send_response(200)
            if word == "attach":  # a stream in which nothing comes
                self.end_headers()
                self.wfile.flush()
                engine.ended.wait()
                return
            body = json.dumps(ANSWERS.get(word)).encode()
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _answer  # noqa: N815  (names of the standard library)

    return Handler
