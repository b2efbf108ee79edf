"""Two pictures as one: everything of both, and a mark at what differs."""

from __future__ import annotations

from msgspec.structs import replace

from netdocs.core.changes import compare
from netdocs.core.observed import Container, Link, Observation, Space

ETH0 = Link("eth0", "veth", addresses=("192.0.2.11/24",), wire="lan")
BRIDGE = Link("docker0", "bridge", addresses=("172.17.0.1/16",))
ALONE = Space("docker1", "docker1", "machine", (ETH0, BRIDGE))
PORT = Link("veth1234567", "veth", master="docker0", peer="docker1/alpha eth0")
INNER = Link("eth0", "veth", addresses=("172.17.0.2/16",), peer="docker1 veth1234567")
ALPHA = Space("docker1/alpha", "docker1", "container", (INNER,), ("alpha",))
BEFORE = Observation((ALONE,))
AFTER = Observation(
    (replace(ALONE, links=(ETH0, BRIDGE, PORT)), ALPHA),
    (Container("docker1", "alpha", "docker1/alpha", ("0.0.0.0:80->80/tcp",)),),
)
KEYS = {
    "docker1/alpha",
    "docker1/alpha+alpha",
    "docker1/alpha eth0",
    "docker1 veth1234567",
    "docker1 port 0.0.0.0:80->80/tcp",
}


def test_nothing_changed() -> None:
    """A picture compared with itself has no marks."""
    assert compare(AFTER, AFTER) == (AFTER, {})


def test_what_is_new() -> None:
    """A container with its interface, the other end of its cable and the port it publishes."""
    both, marks = compare(BEFORE, AFTER)

    assert both == AFTER
    assert marks == dict.fromkeys(KEYS, "new")


def test_what_is_gone_is_still_drawn() -> None:
    """Otherwise nobody would see that it has gone."""
    both, marks = compare(AFTER, BEFORE)

    assert [space.name for space in both.spaces] == ["docker1", "docker1/alpha"]
    assert [link.name for link in both.spaces[0].links] == ["eth0", "docker0", "veth1234567"]
    assert both.containers == AFTER.containers
    assert marks == dict.fromkeys(KEYS, "gone")


def test_what_has_changed() -> None:
    """Another address is the same interface."""
    moved = replace(ALPHA, links=(replace(INNER, addresses=("172.17.0.9/16",)),))
    _, marks = compare(AFTER, replace(AFTER, spaces=(AFTER.spaces[0], moved)))

    assert marks == {"docker1/alpha eth0": "changed"}


def test_lo_is_neither_new_nor_gone() -> None:
    """It is only recorded where there is nothing else."""
    lonely = replace(ALPHA, links=(Link("lo", "loopback", addresses=("127.0.0.1/8",)),))
    _, marks = compare(Observation((lonely,)), Observation((ALPHA,)))

    assert marks == {"docker1/alpha eth0": "new"}
