"""From what was seen to what is drawn, for networks that not every kernel or engine can make."""

from __future__ import annotations

import pytest

from factories import ENGLISH
from netdocs.diagram import alt_text
from netdocs.diagram.layout import layout
from netdocs.diagram.shapes import Text
from netdocs.diagram.topology import Host
from netdocs.diagram.topology_builder import build_topology
from netdocs.protocol.snapshot import Container, Hop, Link, Namespace, PacketTrace, Service, Snapshot

ETH0 = Link("eth0", "veth", addresses=("192.0.2.11/24", "2001:db8:1::11/64"), segment="lan")
ROUTER = Namespace("router", "router", "machine", (Link("eth0", "veth", addresses=("192.0.2.1/24",), segment="lan"),))


def snapshot(*spaces: Namespace, links: tuple[Link, ...] = (), containers: tuple[Container, ...] = ()) -> Snapshot:
    """A lab whose docker1 has these further links, and these namespaces."""
    host = Namespace("docker1", "docker1", "machine", (ETH0, *links), ip_forward=True)
    return Snapshot((host, ROUTER, *spaces), containers)


def container(name: str, *links: Link, also: tuple[str, ...] = ()) -> Namespace:
    return Namespace(f"docker1/{name}", "docker1", "container", links, (name, *also))


def docker1(observation: Snapshot) -> Host:
    return build_topology(observation, ENGLISH).hosts[0]


def texts(observation: Snapshot, room: int = 690) -> list[str]:
    block = layout(build_topology(observation, ENGLISH), room, ENGLISH, {})
    return [shape.text for shape in block.shapes if isinstance(shape, Text)]


@pytest.mark.parametrize(("mode", "link_mode"), [("l2", "ipvlan, L2"), ("l3", "ipvlan, L3")])
def test_an_ipvlan_says_its_mode(mode: str, link_mode: str) -> None:
    """It hangs on the machine's card like a macvlan."""
    alpha = container("alpha", Link("eth0", "ipvlan", addresses=("192.0.2.65/24",), mode=mode, parent="docker1 eth0"))

    assert link_mode in texts(snapshot(alpha))
    assert docker1(snapshot(alpha)).boxes[0].interfaces[0].bridge == "docker1 eth0"


def test_a_network_on_a_vlan() -> None:
    """The container is on the subinterface, and that on the card."""
    vlan = Link("eth0.10", "vlan", vlan_id=10, parent="docker1 eth0")
    alpha = container(
        "alpha", Link("eth0", "macvlan", addresses=("10.10.0.2/24",), mode="bridge", parent="docker1 eth0.10")
    )

    assert {"eth0.10", "vlan 10", "macvlan"} <= set(texts(snapshot(alpha, links=(vlan,))))


def test_containers_in_one_namespace_share_a_box() -> None:
    """The one whose namespace it is gives its name; a guest of the host has a box without interfaces."""
    port = Link("veth1234567", "veth", master="docker0", peer="docker1/app eth0")
    bridge = Link("docker0", "bridge", addresses=("172.17.0.1/16",), network="bridge")
    app = container(
        "app", Link("eth0", "veth", addresses=("172.17.0.2/16",), peer="docker1 veth1234567"), also=("helper",)
    )
    (box,) = docker1(snapshot(app, links=(bridge, port))).boxes

    assert (box.name, box.note) == ("app", "and helper, in the same namespace")


def test_a_port_published_on_ipv4_and_ipv6_is_one_port() -> None:
    """An address is only named where it is not every address."""
    ports = ("0.0.0.0:8080->80/tcp", "[::]:8080->80/tcp", "127.0.0.1:9000->9000/udp")
    ports_text = docker1(snapshot(containers=(Container("docker1", "web", "docker1/web", ports),))).ports

    assert [text for _, text in ports_text] == ["8080 → web 80/tcp", "127.0.0.1:9000 → web 9000/udp"]


def test_ipv6_is_shown_where_a_container_has_it() -> None:
    """Elsewhere it would be in the way."""
    four = container("alpha", Link("eth0", "macvlan", addresses=("192.0.2.65/24",), parent="docker1 eth0"))
    six = container("alpha", Link("eth0", "macvlan", addresses=("2001:db8:1::65/64",), parent="docker1 eth0"))

    assert "2001:db8:1::11/64" not in texts(snapshot(four))
    assert "2001:db8:1::11/64" in texts(snapshot(six))


def test_an_overlay_that_no_container_is_on_is_left_out() -> None:
    """Every swarm has such a network, its ingress."""
    ingress = Namespace(
        "docker1/overlay ingress",
        "docker1",
        "overlay",
        (Link("br0", "bridge"), Link("vxlan0", "vxlan", master="br0", vni=4096)),
    )

    assert build_topology(snapshot(ingress), ENGLISH).tunnels == ()
    assert docker1(snapshot(ingress)).bridges == ()


def test_a_service_is_published_on_every_machine_of_the_swarm() -> None:
    """Whether or not a task of it runs there."""
    ingress = Namespace("docker1/overlay ingress", "docker1", "overlay", (Link("br0", "bridge"),))
    observation = Snapshot(snapshot(ingress).namespaces, services=(Service("web", ("8080->80/tcp",)),))

    assert [text for _, text in docker1(observation).ports] == ["8080 → web 80/tcp"]


def test_a_card_that_is_down_says_so() -> None:
    """The name alone would look as if it worked."""
    assert "docker0 (down)" in " ".join(texts(snapshot(links=(Link("docker0", "bridge", down=True),))))


def test_a_cable_whose_other_end_was_not_seen_is_drawn_as_far_as_it_goes() -> None:
    """A network may change while it is looked at."""
    alpha = container("alpha", Link("eth0", "veth", addresses=("172.17.0.2/16",), peer="docker1 veth7654321"))
    sentences = alt_text.sentences(build_topology(snapshot(alpha), ENGLISH), snapshot(alpha), ENGLISH.diagram, {})

    assert "172.17.0.2/16" in texts(snapshot(alpha))
    assert "On docker1, container alpha has eth0 (172.17.0.2/16), connected to nothing." in sentences


def test_places_on_the_way_have_names() -> None:
    """As a reader knows them."""
    spaces = [
        "server",
        "docker1/alpha",
        "docker1/overlay mesh",
        "docker1/balancer mesh",
        "docker1/ingress_sbox",
        "docker1/netns red",
    ]

    assert [alt_text.place(space, ENGLISH.diagram) for space in spaces] == [
        "server, example.com",
        "container alpha on docker1",
        "overlay network mesh on docker1",
        "load balancer of mesh on docker1",
        "swarm's entrance on docker1",
        "namespace red on docker1",
    ]


def test_a_lost_packet_is_told_by_where_it_was_last() -> None:
    """Name and machine of the interface."""
    trace = PacketTrace(
        "client",
        "172.17.0.2",
        "172.17.0.2",
        False,
        (Hop("docker1", "docker1", "eth0", "in", "192.0.2.50", "172.17.0.2"),),
    )

    assert alt_text.trace_sentences(trace, ENGLISH.diagram) == [
        "Into docker1 by eth0: from 192.0.2.50 to 172.17.0.2.",
        "No answer. Last seen: eth0 of docker1.",
    ]
