"""The emulated computer: what it is made of. That it boots is for tests/lab."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import docker
import pytest

from netdocs.errors import MachineError
from netdocs.lab import emulator

ROOT = Path(__file__).parents[3]


def test_it_gets_all_its_scripts() -> None:
    """The command is among them, and each is named by the one before it."""
    files = emulator.emulator_files(ROOT)

    assert emulator.Emulator("", {}).command == ["/lab/emulated/start.sh", "10", "tcg"]
    assert {"emulated/start.sh", "emulated/init.sh", "emulated/play.sh"} == set(files)
    assert b"/lab/emulated/init.sh" in files["emulated/start.sh"]
    assert b"/lab/emulated/play.sh" in files["emulated/init.sh"]


def test_it_has_no_network_and_a_disk_it_cannot_change() -> None:
    """What the threat model says of it."""
    start = emulator.emulator_files(ROOT)["emulated/start.sh"].decode()

    assert " -nic none " in start
    assert "readonly=on" in start
    assert "-netdev" not in start


def test_on_another_processor_it_is_refused() -> None:
    """Its image holds a kernel for one kind only; an error says which."""

    class Client:
        def info(self) -> dict[str, Any]:
            return {"Architecture": "aarch64"}

    with pytest.raises(MachineError, match=r"no kernel can be emulated.*\n.*x86_64\n.*aarch64"):
        emulator.ensure_emulator(cast("docker.DockerClient", Client()), ROOT, "28.5", "sha256:1")


def test_an_accelerated_one_gets_the_one_device_and_less_time() -> None:
    """Nothing else of the host's; one without acceleration gets nothing."""
    fast = emulator.Emulator("", {}, accelerated=True)

    assert fast.devices == ["/dev/kvm:/dev/kvm:rw"]
    assert fast.command == ["/lab/emulated/start.sh", "2", "kvm"]
    assert emulator.Emulator("", {}).devices == []


def test_without_acceleration_it_is_said_what_to_do() -> None:
    """The outer engine's own words, and the other way to play."""

    class Containers:
        def run(self, *_: object, **__: object) -> None:
            raise docker.errors.APIError("no such file or directory: /dev/kvm")

    class Client:
        containers = Containers()

    with pytest.raises(
        MachineError, match=r"ISOLATION: labs cannot be played(.|\n)*no such file(.|\n)*ISOLATION=userns"
    ):
        emulator.require_acceleration(cast("docker.DockerClient", Client()), emulator.Emulator("", {}))
