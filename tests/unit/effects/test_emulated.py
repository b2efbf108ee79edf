"""The emulated computer: what it is made of. That it boots is for tests/lab."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import docker
import pytest

from netdocs.core.errors import MachineError
from netdocs.effects import emulated

ROOT = Path(__file__).parents[3]


def test_it_gets_all_its_scripts() -> None:
    """The command is among them, and each is named by the one before it."""
    files = emulated.emulator_files(ROOT)

    assert emulated.COMMAND[0] == "/lab/emulated/start.sh"
    assert {"emulated/start.sh", "emulated/init.sh", "emulated/play.sh"} == set(files)
    assert b"/lab/emulated/init.sh" in files["emulated/start.sh"]
    assert b"/lab/emulated/play.sh" in files["emulated/init.sh"]


def test_it_has_no_network_and_a_disk_it_cannot_change() -> None:
    """What the threat model says of it."""
    start = emulated.emulator_files(ROOT)["emulated/start.sh"].decode()

    assert " -nic none " in start
    assert "readonly=on" in start
    assert "-netdev" not in start


def test_on_another_processor_it_is_refused() -> None:
    """Its image holds a kernel for one kind only; an error says which."""

    class Client:
        def info(self) -> dict[str, Any]:
            return {"Architecture": "aarch64"}

    with pytest.raises(MachineError, match=r"no kernel can be borrowed.*\n.*x86_64\n.*aarch64"):
        emulated.ensure(cast("docker.DockerClient", Client()), ROOT, "28.5", "sha256:1", print)
