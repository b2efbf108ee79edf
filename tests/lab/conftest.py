"""Lab tests play small scenarios in real labs; without an engine they are skipped, and in CI that is a failure."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from netdocs.core.fold import Outcome
from netdocs.core.keys import key
from netdocs.core.parse import parse
from netdocs.effects import image, outer, owner
from netdocs.wiring.perform import Task, perform
from netdocs.wiring.settings import Settings
from support import ROOT, Play, unavailable


@pytest.fixture(scope="session")
def client() -> Iterator[Any]:
    """A client of the outer engine."""
    found = outer.connect(ROOT, os.environ, wanted=True)
    if found is None:
        unavailable("no Docker Engine answers")
    with closing(found):
        yield found


@pytest.fixture(scope="session")
def lab_image(client: Any) -> str:
    """The lab image of the default engine."""
    return image.ensure(client, ROOT, image.DEFAULT_ENGINE, print)


@pytest.fixture
def play(client: Any, lab_image: str) -> Iterator[Play]:
    """Play a scenario given as text; keyword arguments go to the settings."""

    def played(text: str, dialect: str = "sh", **limits: Any) -> Outcome:
        scenario = parse(f"snippets/test/case.{dialect}", text)
        settings = Settings(ROOT, "live", **limits)
        task = Task(scenario, key(scenario, "", ""), settings.engine, lab_image)
        ((_, outcome),) = perform(client, [task], settings, print)
        return outcome

    yield played
    assert labs_left(client) == []


def labs_left(client: Any) -> list[str]:
    """The labs on the outer engine that this process started."""
    mine = owner.mine().rsplit(" ", 1)[0]
    found = client.api.containers(all=True, filters={"label": owner.LABEL})
    labels = [container["Labels"][owner.LABEL] for container in found]
    return [label for label in labels if label.startswith(mine)]
