"""Labs: what is copied into each, and which are reaped. That they play is for tests/lab."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import docker

from netdocs.lab import containers, owner, payload

ROOT = Path(__file__).parents[3]


def test_a_lab_gets_all_that_its_code_imports() -> None:
    """Every module of ours that the code inside imports is among the files that are copied."""
    files = payload.lab_payload(ROOT)
    modules = {name.removesuffix(".py").replace("/", ".").removesuffix(".__init__") for name in files}
    required = {
        node.module
        for name, data in files.items()
        if name.endswith(".py")
        for node in ast.walk(ast.parse(data))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in ("agent", "netdocs")
    }

    assert set() == required - modules
    assert {"agent/node.sh", "agent/bash_session.py", "agent/__main__.py"} <= set(files)
    assert not [name for name in files if "__pycache__" in name]


@dataclass
class Api:
    """As much of an engine's API as reaping needs."""

    labs: list[dict[str, Any]]
    removed: list[str] = field(default_factory=list)

    def containers(self, **_: Any) -> list[dict[str, Any]]:
        """Every container with the label, dead or alive."""
        return self.labs

    def remove_container(self, container: str, **_: Any) -> None:
        """Note it; one of them refuses."""
        self.removed.append(container)
        if container == "stuck":
            raise docker.errors.APIError("it is being removed already")


@dataclass
class Client:
    """A client of such an engine."""

    api: Api


def test_only_labs_of_the_dead_are_reaped() -> None:
    """One that cannot be removed does not keep the others."""
    alive, dead = {owner.LABEL: owner.label()}, {owner.LABEL: "nobody"}
    api = Api([{"Id": "stuck", "Labels": dead}, {"Id": "mine", "Labels": alive}, {"Id": "old", "Labels": dead}])

    assert 2 == containers.reap(cast("docker.DockerClient", Client(api)))
    assert ["stuck", "old"] == api.removed
