"""The emulated computer plays what this machine's kernel may not be able to."""

from __future__ import annotations

from typing import Any

from inside.world import PROBES
from lab.conftest import labs_left
from netdocs.core.keys import key
from netdocs.core.parse import parse
from netdocs.effects import emulated, image
from netdocs.effects.labs import open_labs
from netdocs.wiring.perform import Task, perform
from netdocs.wiring.settings import Settings
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
    if client.info()["Architecture"] != emulated.PROCESSOR:
        unavailable("the kernel that is borrowed is for another kind of processor")
    emulator = emulated.ensure(client, ROOT, image.DEFAULT_ENGINE, lab_image, print)
    scenario = parse("snippets/test/borrowed.sh", TEXT)
    task = Task(scenario, key(scenario, "", ""), image.DEFAULT_ENGINE, lab_image, emulator)
    ((_, outcome),) = perform(client, [task], Settings(ROOT, "live"), print)
    links, _, mac = outputs(outcome)

    assert outcome.recording
    assert outcome.recording.emulated
    assert outcome.recording.kernel.startswith("6.1.")
    assert [claim.status for claim in outcome.recording.claims] == ["passed"]
    assert "eth0" in links
    assert mac == "52:54:00:00:02:0b\n"
    assert labs_left(client) == []
