"""Looking at a lab: what is there is seen, ends of cables are matched, what is made up is not."""

from __future__ import annotations

from netdocs.protocol.snapshot import Link, Snapshot
from support import Play


def snapshot_of(play: Play, text: str, step: str = "all") -> Snapshot:
    """What was seen at the end of a step of a play without problems."""
    outcome = play(text)
    assert outcome.problems == ()
    assert outcome.recording is not None
    record = outcome.recording.step(step)
    look = record.capture("picture") if record else None
    assert look is not None
    assert look.network is not None
    return look.network


def link(network: Snapshot, space: str, name: str) -> Link:
    """The interface of that name."""
    (match,) = (
        candidate
        for namespace in network.namespaces
        if namespace.name == space
        for candidate in namespace.links
        if candidate.name == name
    )
    return match


def test_cables_bridges_namespaces_and_ports(play: Play) -> None:
    """Containers on several networks, on the host's, on none, and one that is stopped; namespaces made by hand."""
    text = """# All kinds.
# nodes: docker1 client
# %% all [picture]
docker network create --internal back
docker run -dit --name alpha -p 8080:80 busybox
docker network connect back alpha
docker run -dit --name web --network host busybox
docker run -dit --name hermit --network none busybox
docker create --name asleep busybox
ip netns add red
ip link add to-red type veth peer name eth0 netns red
ip -n red addr add 198.51.100.1/24 dev eth0
"""
    network = snapshot_of(play, text)
    spaces = {space.name: space for space in network.namespaces}
    outer = [
        link(network, "docker1", link(network, "docker1/alpha", name).peer.split()[1]) for name in ("eth0", "eth1")
    ]

    assert spaces.keys() == {"client", "docker1", "router", "docker1/alpha", "docker1/hermit", "docker1/netns red"}
    assert [spaces["docker1"].containers, spaces["docker1/alpha"].containers] == [("web",), ("alpha",)]
    assert [end.peer for end in outer] == ["docker1/alpha eth0", "docker1/alpha eth1"]
    assert [link(network, "docker1", end.master).network for end in outer] == ["bridge", "back"]
    assert [interface.name for interface in spaces["docker1/hermit"].links] == ["lo"]
    assert link(network, "docker1/netns red", "eth0").peer == "docker1 to-red"
    assert link(network, "docker1", "to-red").down
    assert link(network, "docker1", "eth0").segment == link(network, "client", "eth0").segment == "lan"
    assert spaces["docker1"].masquerades == ("172.17.0.0/16",)
    assert {container.name: container.namespace for container in network.containers} == {
        "alpha": "docker1/alpha",
        "asleep": "",
    }
    assert "0.0.0.0:8080->80/tcp" in network.containers[0].ports


def test_a_macvlan_and_its_parent(play: Play) -> None:
    """The container's interface names the host's card, in whose place it is on the LAN."""
    text = """# Macvlan.
# needs: kernel macvlan
# %% all [picture]
docker network create -d macvlan --subnet 192.0.2.0/24 --gateway 192.0.2.1 -o parent=eth0 lan
docker run -dit --name alpha --network lan --ip 192.0.2.65 busybox
"""
    macvlan = link(snapshot_of(play, text), "docker1/alpha", "eth0")

    assert (macvlan.kind, macvlan.mode, macvlan.parent, macvlan.network) == ("macvlan", "bridge", "docker1 eth0", "lan")
    assert macvlan.addresses == ("192.0.2.65/24",)


def test_two_looks_at_one_network_are_equal(play: Play) -> None:
    """Looking changes nothing, and nothing in what is seen depends on when."""
    outcome = play("# Twice.\n# %% one [picture]\ndocker run -dit --name alpha busybox\n# %% two [picture]\ntrue\n")

    assert outcome.recording is not None
    _, first, second = outcome.recording.steps
    assert first.captures == second.captures
