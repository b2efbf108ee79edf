"""Lab tests play small scenarios in real labs; without an engine they are skipped, and in CI that is a failure."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any

import pytest

import terminals
from netdocs.errors import MachineError
from netdocs.lab import image, outer_engine, owner
from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.runner import Task, run_tasks
from netdocs.lab.settings import Settings
from netdocs.lab.try_command import try_command
from netdocs.recording.fingerprint import fingerprint
from netdocs.recording.from_events import Outcome
from netdocs.scenario.parser import parse
from support import ROOT, Play, PlayTogether, netdocs, unavailable


@pytest.fixture(scope="session")
def client() -> Iterator[Any]:
    """A client of the outer engine."""
    try:
        engine = outer_engine.require_engine(ROOT, os.environ)
    except MachineError as error:
        unavailable(str(error))
    with closing(engine):
        yield engine


@pytest.fixture(scope="session")
def lab_image(client: Any) -> str:
    """The lab image of the default engine."""
    return image.ensure_lab_image(client, ROOT, DEFAULT_ENGINE)


@pytest.fixture(scope="session")
def try_image(client: Any, lab_image: str) -> Iterator[str]:
    """The image as `make image` builds it, under a name of this run's; its tag."""
    if not shutil.which("docker"):
        unavailable("a `docker` command to type")
    code, printed = netdocs(ROOT, "image", "--name", terminals.NAME)
    assert code == 0, printed
    assert try_command(terminals.NAME, DEFAULT_ENGINE) in printed
    yield terminals.TAG
    client.images.remove(terminals.TAG, force=True)


@pytest.fixture
def run(client: Any, try_image: str) -> Iterator[Callable[[str], Any]]:
    """Run a command in a terminal; in the end no container of the image is left."""

    @contextmanager
    def running(text: str) -> Iterator[terminals.Terminal]:
        terminal = terminals.Terminal(text)
        try:
            yield terminal
        finally:
            terminal.close()

    yield running
    containers = client.containers.list(all=True, filters={"ancestor": try_image})
    for container in containers:
        container.remove(force=True)
    assert containers == []


@pytest.fixture(scope="session")
def play_together(client: Any, lab_image: str) -> PlayTogether:
    """Play commands, each a scenario of its own, by name; keyword arguments go to the settings."""

    def played(commands: Mapping[str, str], **limits: Any) -> dict[str, Outcome]:
        texts = {f"{name}.sh": f"# {name}.\n# %% all\n{command}\n" for name, command in commands.items()}
        outcomes = play_all(client, lab_image, texts, **limits)
        assert labs_left(client) == []
        return {name.removesuffix(".sh"): outcome for name, outcome in outcomes.items()}

    return played


@pytest.fixture
def play(client: Any, lab_image: str) -> Iterator[Play]:
    """Play a scenario given as text; keyword arguments go to the settings."""

    def played(text: str, dialect: str = "sh", **limits: Any) -> Outcome:
        return play_all(client, lab_image, {f"case.{dialect}": text}, **limits)[f"case.{dialect}"]

    yield played
    assert labs_left(client) == []


def play_all(client: Any, lab_image: str, texts: Mapping[str, str], **limits: Any) -> dict[str, Outcome]:
    """Play scenarios given as texts by name (`case.sh`), as many at a time as a build would."""
    settings = Settings(ROOT, "live", **limits)
    scenarios = [parse(f"snippets/test/{name}", text) for name, text in texts.items()]
    tasks = [Task(scenario, fingerprint(scenario, "", ""), settings.engine, lab_image) for scenario in scenarios]
    return {task.scenario.name.removeprefix("test/"): outcome for task, outcome in run_tasks(client, tasks, settings)}


def labs_left(client: Any) -> list[str]:
    """The labs on the outer engine that this process started."""
    prefix = owner.label().rsplit(" ", 1)[0]
    containers = client.api.containers(all=True, filters={"label": owner.LABEL})
    labels = [container["Labels"][owner.LABEL] for container in containers]
    return [label for label in labels if label.startswith(prefix)]
