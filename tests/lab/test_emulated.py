"""The emulated computer plays what this machine's kernel may not be able to."""

from __future__ import annotations

from typing import Any

from agent.network import PROBES
from lab.conftest import labs_left
from netdocs.errors import MachineError
from netdocs.lab import emulator
from netdocs.lab.containers import open_labs
from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.runner import Task, run_tasks
from netdocs.lab.settings import Settings
from netdocs.recording.fingerprint import fingerprint
from netdocs.run import make_tasks
from netdocs.scenario.parser import parse
from support import ROOT, outputs, unavailable

TEXT = """\
# An ipvlan network, in a kernel that has the driver.
# needs: kernel ipvlan
# needs: kernel ip_vs
# %% links
ls /sys/class/net
# %% network
docker network create --driver ipvlan --subnet 192.0.2.0/24 --opt parent=eth0 lan
docker run --rm --network lan --ip 192.0.2.201 busybox cat /sys/class/net/eth0/address
# claim one-mac: The container has its host's MAC address.
[[ $out == "$(cat /sys/class/net/eth0/address)" ]]
"""


def test_a_lab_tells_what_its_kernel_lacks(client: Any, lab_image: str) -> None:
    """Of all it is asked about, no more."""
    with open_labs(client, ROOT) as labs:
        missing = labs.missing_features(lab_image, sorted(PROBES))

    assert set(missing) <= set(PROBES)
    assert "bridge" not in missing
    assert labs_left(client) == []


def test_a_borrowed_kernel_plays_a_scenario(client: Any, lab_image: str) -> None:
    """It boots, plays, says which kernel it is, has no way out, and leaves nothing."""
    if client.info()["Architecture"] != emulator.ARCHITECTURE:
        unavailable("the kernel that is borrowed is for another kind of processor")
    computer = emulator.ensure_emulator(client, ROOT, DEFAULT_ENGINE, lab_image)
    scenario = parse("snippets/test/borrowed.sh", TEXT)
    task = Task(scenario, fingerprint(scenario, "", ""), DEFAULT_ENGINE, lab_image, computer)
    ((_, outcome),) = run_tasks(client, [task], Settings(ROOT, "live"))
    links, _, mac = outputs(outcome)

    assert outcome.recording
    assert outcome.recording.emulated
    assert outcome.recording.kernel.startswith("6.1.")
    assert [claim.status for claim in outcome.recording.claims] == ["passed"]
    assert "eth0" in links
    assert mac == "52:54:00:00:02:0b\n"
    assert labs_left(client) == []


def test_acceleration_plays_or_is_refused(client: Any, lab_image: str) -> None:
    """`ISOLATION=vm`: in a kernel of its own where /dev/kvm is of use, or an error that names the other way."""
    settings = Settings(ROOT, "live", isolation="vm")
    scenario = parse("snippets/test/vm.sh", "# Kernel.\n# %% say\nuname -r\n")
    refusal = ""
    try:
        tasks = make_tasks(client, [scenario], settings)
    except MachineError as error:
        refusal = str(error)
    if refusal:
        assert "ISOLATION=userns" in refusal
    else:
        ((_, outcome),) = run_tasks(client, tasks, settings)
        assert outputs(outcome)[0].startswith("6.1.")
