"""The heartbeat: an engine that falls silent is told, whatever waits for it."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import docker
import pytest
from requests.exceptions import ConnectionError as RequestsConnectionError

from factories import FINGERPRINT
from fake_engine import FakeEngine, fake_engine
from netdocs.errors import MachineError
from netdocs.lab import containers, heartbeat
from netdocs.lab.heartbeat import while_answering
from netdocs.lab.runner import Task, run_tasks
from netdocs.lab.settings import Settings
from netdocs.scenario.parser import parse

ROOT = Path(__file__).parents[3]
TASK = Task(parse("snippets/a/b.sh", "# B.\n# %% c\ntrue\n"), FINGERPRINT, "28.5", "sha256:1")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Minutes become tenths of seconds."""
    monkeypatch.setattr(heartbeat, "INTERVAL", 0.2)
    monkeypatch.setattr(heartbeat, "SILENCE_SECONDS", 0.5)
    monkeypatch.setattr(containers, "ENDING_SECONDS", 0.5)


def client_of(engine: FakeEngine) -> docker.DockerClient:
    return docker.DockerClient(base_url=engine.address, timeout=60)


def image_build(client: docker.DockerClient) -> None:
    """A stream in the main thread: the SDK waits for the next line without a limit."""
    for _ in client.api.attach("1ab", stream=True, logs=False, demux=True):
        pass


def request(client: docker.DockerClient) -> None:
    client.info()


def plays(client: docker.DockerClient) -> None:
    """Streams in threads, and what becomes of their labs."""
    list(run_tasks(client, [TASK, TASK], Settings(ROOT, "live")))


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("silent_from", "work"), [("attach", image_build), ("info", request), ("attach", plays), ("create", plays)]
)
def test_an_engine_that_falls_silent_ends_all_that_waits(
    silent_from: str, work: Callable[[docker.DockerClient], None]
) -> None:
    """Within its time, with a message that says what to do, though the SDK would wait for a minute or for ever."""
    began = time.monotonic()
    with fake_engine(silent_from) as engine:
        with pytest.raises(MachineError) as caught, while_answering(client_of(engine)) as client:
            work(client)
        took = time.monotonic() - began

    (problem,) = caught.value.problems
    assert "the Docker Engine has not answered for 0 s" == problem.message
    assert f"silence at {engine.address.replace('tcp', 'http')}" == problem.actual
    assert "MODE=recorded" in problem.hint
    assert took < 20


@pytest.mark.usefixtures("impatient")
def test_an_engine_that_answers_is_left_alone() -> None:
    """Long work is no silence, and afterwards nobody asks any more."""
    handler = signal.getsignal(signal.SIGUSR1)
    with fake_engine() as engine:
        with while_answering(client_of(engine)):
            time.sleep(1.5)
        requests = engine.requests.count("GET _ping")
        time.sleep(0.6)

        assert requests >= 2
        assert requests == engine.requests.count("GET _ping")
    assert handler is signal.getsignal(signal.SIGUSR1)


@pytest.mark.usefixtures("impatient")
def test_in_another_thread_there_is_no_watch() -> None:
    """Only the main thread takes signals."""
    entered: list[str] = []

    def work(engine: FakeEngine) -> None:
        with while_answering(client_of(engine)):
            entered.append("work")

    with fake_engine() as engine:
        thread = threading.Thread(target=work, args=[engine])
        thread.start()
        thread.join(10)

    assert ["work"] == entered


@pytest.mark.parametrize(
    "error",
    [docker.errors.APIError("no such image"), RequestsConnectionError("Connection aborted.")],
)
def test_what_the_engine_refuses_is_told(error: Exception) -> None:
    """It is no fault of the code."""
    with (
        fake_engine() as engine,
        pytest.raises(MachineError, match="the Docker Engine failed or refused") as caught,
        while_answering(client_of(engine)),
    ):
        raise error

    assert str(error) in str(caught.value)


@pytest.fixture(autouse=True)
def _no_client_is_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A client is closed however its context ends."""
    closed: list[str] = []
    monkeypatch.setattr(heartbeat, "closing", lambda client: closing(Closed(client, closed)))
    yield
    assert closed


class Closed:
    """Notes that a client is closed."""

    def __init__(self, client: docker.DockerClient, closed: list[str]) -> None:
        self._client, self._closed = client, closed

    def close(self) -> None:
        """Close it and note it."""
        self._client.close()
        self._closed.append("closed")
