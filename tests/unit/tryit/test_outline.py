"""The network and a packet's path as plain text."""

from __future__ import annotations

from netdocs.protocol.snapshot import Container, Hop, Link, Namespace, PacketTrace, Snapshot
from tryit.outline import network, path

UPLINK = Link("eth0", addresses=("192.0.2.11/24",), segment="lan")
PORT = Link("veth1", "veth", master="docker0", peer="docker1/alpha eth0")


def test_a_machine_from_its_interfaces_to_its_containers() -> None:
    """What is in what is told by indenting, and who is plugged in where by both ends."""
    bridge = Link("docker0", "bridge", addresses=("172.17.0.1/16",), network="bridge")
    inside = Link("eth0", "veth", addresses=("172.17.0.2/16",), network="bridge", peer="docker1 veth1")
    machine = Namespace("docker1", "docker1", "machine", (UPLINK, bridge, PORT))
    alpha = Namespace("docker1/alpha", "docker1", "container", (inside,), ("alpha",), ("172.17.0.1 eth0",))
    container = Container("docker1", "alpha", "docker1/alpha", ("0.0.0.0:8080->80/tcp",))

    assert network(Snapshot((machine, alpha), (container,))) == [
        "docker1",
        "  eth0 192.0.2.11/24 on lan",
        "  docker0 bridge 172.17.0.1/16 of network bridge",
        "    port veth1 to docker1/alpha eth0",
        "  container alpha",
        "    eth0 172.17.0.2/16 of network bridge",
        "    default route via 172.17.0.1 on eth0",
        "  published 0.0.0.0:8080->80/tcp to alpha",
    ]


def test_what_is_down_or_not_running_is_said() -> None:
    """Neither can be seen by a colour."""
    machine = Namespace("docker1", "docker1", "machine", (Link("dummy0", "dummy", down=True),))

    assert network(Snapshot((machine,), (Container("docker1", "beta"),))) == [
        "docker1",
        "  dummy0 dummy (down)",
        "  container beta does not run",
    ]


def test_a_path_names_addresses_where_they_change() -> None:
    """A line a hop, and how it ended."""
    hops = (
        Hop("docker1", "docker1/alpha", "eth0", "out", "172.17.0.2", "203.0.113.10"),
        Hop("docker1", "docker1", "docker0", "in", "172.17.0.2", "203.0.113.10"),
        Hop("docker1", "docker1", "eth0", "out", "192.0.2.11", "203.0.113.10"),
    )

    assert path(PacketTrace("alpha", "server", "203.0.113.10", answered=False, hops=hops)) == [
        "out docker1/alpha eth0  172.17.0.2 > 203.0.113.10",
        "in  docker1 docker0",
        "out docker1 eth0        192.0.2.11 > 203.0.113.10",
        "No answer came back to alpha.",
    ]
