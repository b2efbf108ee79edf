"""A picture in words, for pages that are read as plain text."""

from __future__ import annotations

from netdocs.core.observed import Journey, Link, Look, Observation, Sighting, Space
from netdocs.core.picture import Wanted, in_text
from netdocs.core.recording import StepRecord
from netdocs.core.words import ENGLISH
from samples import recording

UPLINK = Link("eth0", "veth", addresses=("192.0.2.11/24",), wire="lan")
OTHER = Link("eth0", "veth", addresses=("192.0.2.50/24",), wire="lan")
MACHINES = (Space("docker1", "docker1", "machine", (UPLINK,)), Space("client", "client", "machine", (OTHER,)))
SEEN = Look("picture", Observation(MACHINES))
WAY = Look(
    "path client 192.0.2.11",
    journey=Journey("client", "192.0.2.11", "192.0.2.11", True, (
        Sighting("client", "client", "eth0", "out", "192.0.2.50", "192.0.2.11"),
    )),
)  # fmt: skip
RECORDED = recording(StepRecord("start", "", (), (SEEN, WAY)))


def test_a_picture_is_told_as_a_title_and_a_list() -> None:
    """Whoever cannot see it reads the same facts."""
    told = in_text(RECORDED, Wanted("start", "picture"), ENGLISH).split("\n")

    assert "**The network after the step “start”, a picture in words:**" == told[0]
    assert told[1] == ""
    assert all(line.startswith("- ") for line in told[2:])
    assert "eth0" in told[2]


def test_a_way_is_told_too() -> None:
    """From where it began to whether the answer came back."""
    told = in_text(RECORDED, Wanted("start", "path client 192.0.2.11"), ENGLISH)

    assert told.startswith("**The way of a packet from client to 192.0.2.11, a picture in words:**")
    assert "192.0.2.50" in told


def test_nothing_run_is_said_with_its_reason() -> None:
    """There is no picture of what did not happen."""
    told = in_text(recording(not_run="this kernel has no ipvlan"), Wanted("start", "picture"), ENGLISH)

    assert "Not run here: this kernel has no ipvlan." == told
