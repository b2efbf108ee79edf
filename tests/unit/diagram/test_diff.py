"""Two pictures as one: everything of both, and a mark at what differs."""

from __future__ import annotations

from dataclasses import replace

from netdocs.diagram.diff import diff
from netdocs.protocol.snapshot import Container, Link, Namespace, Snapshot

ETH0 = Link("eth0", "veth", addresses=("192.0.2.11/24",), segment="lan")
BRIDGE = Link("docker0", "bridge", addresses=("172.17.0.1/16",))
HOST_ONLY = Namespace("docker1", "docker1", "machine", (ETH0, BRIDGE))
PORT = Link("veth1234567", "veth", master="docker0", peer="docker1/alpha eth0")
INNER = Link("eth0", "veth", addresses=("172.17.0.2/16",), peer="docker1 veth1234567")
ALPHA = Namespace("docker1/alpha", "docker1", "container", (INNER,), ("alpha",))
BEFORE = Snapshot((HOST_ONLY,))
AFTER = Snapshot(
    (replace(HOST_ONLY, links=(ETH0, BRIDGE, PORT)), ALPHA),
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
    assert diff(AFTER, AFTER) == (AFTER, {})


def test_what_is_new() -> None:
    """A container with its interface, the other end of its cable and the port it publishes."""
    merged, marks = diff(BEFORE, AFTER)

    assert merged == AFTER
    assert marks == dict.fromkeys(KEYS, "new")


def test_what_is_gone_is_still_drawn() -> None:
    """Otherwise nobody would see that it has gone."""
    merged, marks = diff(AFTER, BEFORE)

    assert [space.name for space in merged.namespaces] == ["docker1", "docker1/alpha"]
    assert [link.name for link in merged.namespaces[0].links] == ["eth0", "docker0", "veth1234567"]
    assert merged.containers == AFTER.containers
    assert marks == dict.fromkeys(KEYS, "gone")


def test_what_has_changed() -> None:
    """Another address is the same interface."""
    moved = replace(ALPHA, links=(replace(INNER, addresses=("172.17.0.9/16",)),))
    _, marks = diff(AFTER, replace(AFTER, namespaces=(AFTER.namespaces[0], moved)))

    assert marks == {"docker1/alpha eth0": "changed"}


def test_lo_is_neither_new_nor_gone() -> None:
    """It is only recorded where there is nothing else."""
    lonely = replace(ALPHA, links=(Link("lo", "loopback", addresses=("127.0.0.1/8",)),))
    _, marks = diff(Snapshot((lonely,)), Snapshot((ALPHA,)))

    assert marks == {"docker1/alpha eth0": "new"}
