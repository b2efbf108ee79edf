"""Building lab images."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import cast

import docker
import pytest

from netdocs.errors import MachineError
from netdocs.lab.image import Dockerfile, build

OWN_STAGE, FOREIGN_STAGE = "aaaaaaaaaaaa", "bbbbbbbbbbbb"


class Engine:
    """An engine on which two builds have left a stage each, one of them not over yet."""

    def __init__(self, *events: Mapping[str, object]) -> None:
        self.removed: list[str] = []
        self.api = SimpleNamespace(build=lambda **_: iter(events))
        stages = [SimpleNamespace(id=f"sha256:{name}{'0' * 52}") for name in (OWN_STAGE, FOREIGN_STAGE)]
        self.images = SimpleNamespace(list=lambda **_: stages, remove=self.removed.append)

    def client(self) -> docker.DockerClient:
        """For what expects the SDK's."""
        return cast("docker.DockerClient", self)


@pytest.mark.parametrize("fails", [False, True])
def test_a_build_removes_its_own_stages(*, fails: bool) -> None:
    """The stage of a build that runs at the same time is still needed."""
    events: list[Mapping[str, object]] = [
        {"stream": "Step 1/2 : FROM debian AS machine"},
        {"stream": "\n"},
        {"stream": f" ---> {OWN_STAGE}\n"},
    ]
    engine = Engine(*events, *([{"error": "no space left on device"}] if fails else []))
    recipe = Dockerfile("lab/Dockerfile", "FROM debian")
    if fails:
        with pytest.raises(MachineError, match="could not be built"):
            build(engine.client(), recipe, "lab:1", {})
    else:
        build(engine.client(), recipe, "lab:1", {})

    assert engine.removed == [f"sha256:{OWN_STAGE}{'0' * 52}"]
