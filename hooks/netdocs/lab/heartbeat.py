"""Whether the outer engine still answers: one that falls silent ends whatever waits for it. Effects."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import NoReturn

import docker
from requests.exceptions import RequestException, Timeout
from urllib3.exceptions import HTTPError

from netdocs.errors import Diagnostic, MachineError
from netdocs.lab.no_engine import silent_engine_error

INTERVAL = 5
"""Seconds between two questions."""
SILENCE_SECONDS = 45
"""How long an answer may take: dockerd gives it without looking at anything, but the machine may be busy."""


@contextmanager
def while_answering(client: docker.DockerClient) -> Iterator[docker.DockerClient]:
    """The client, closed at the end; MachineError as soon as its engine is silent, and for what it refuses.

    The SDK reads streams without a time limit, so it is a signal that raises the error, in the main thread and out
    of whatever it waits for. In another thread there is no watch.
    """
    with closing(client), _watched(client):
        try:
            yield client
        except (docker.errors.DockerException, RequestException, HTTPError) as error:
            message, hint = "the Docker Engine failed or refused", "see what it logged, and whether it still answers"
            raise MachineError(
                Diagnostic("docker", message, hint, actual=f"{type(error).__name__}: {error}")
            ) from error


@contextmanager
def _watched(client: docker.DockerClient) -> Iterator[None]:
    main = threading.main_thread()
    if threading.current_thread() is not main or not main.ident:
        yield
        return
    ident, ended, lock = main.ident, threading.Event(), threading.Lock()

    def fail(_: int, __: FrameType | None) -> NoReturn:
        raise silent_engine_error(str(client.api.base_url), SILENCE_SECONDS)

    def watch() -> None:
        while not ended.wait(INTERVAL):
            if not _answers(client):
                with lock:
                    if not ended.is_set():
                        signal.pthread_kill(ident, signal.SIGUSR1)
                return

    before = signal.signal(signal.SIGUSR1, fail)
    threading.Thread(target=watch, name="heartbeat", daemon=True).start()
    try:
        yield
    finally:
        with lock:
            ended.set()
        signal.signal(signal.SIGUSR1, before)


def _answers(client: docker.DockerClient) -> bool:
    """Whether the engine says anything in time; one that refuses or is gone is not silent, and told elsewhere."""
    try:
        client.api.get(f"{client.api.base_url}/_ping", timeout=SILENCE_SECONDS)
    except Timeout:
        return False
    except (RequestException, HTTPError, OSError):
        return True
    return True
