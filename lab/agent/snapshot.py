"""Capturing a lab's network: its namespaces, what is in them and how it hangs together, for a picture.

What no reader sees and every play changes (MAC addresses, ids, interface numbers) is left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import docker

from agent import namespaces
from agent.engines import client_of, is_engine
from agent.namespaces import LAB, IpLink, IpRoute, NamespaceState, other_end
from agent.network import Node, run
from netdocs.protocol.snapshot import Container, Link, Namespace, Service, Snapshot

_MASQUERADE = re.compile(r"^-A POSTROUTING -s (\S+) .*-j MASQUERADE", re.MULTILINE)
"""A rule as `iptables -S` prints it."""


def take_snapshot(nodes: Mapping[str, Node]) -> Snapshot:
    """The network of the whole lab; LabError, DockerException or OSError where it changes meanwhile."""
    spaces = namespaces.find(nodes)
    states = namespaces.read(spaces)
    engines = {name: EngineInventory(client_of(node)) for name, node in nodes.items() if is_engine(name)}
    services = {service.name: service for engine in engines.values() for service in engine.services()}
    return Snapshot(
        namespaces=tuple(
            _namespace(space, states, nodes, engines.get(space.node))
            for space in sorted(spaces, key=lambda space: (space.kind != "machine", space.name))
            if space.name != LAB
        ),
        containers=tuple(c for name, engine in engines.items() for c in engine.containers(name, spaces)),
        services=tuple(services[name] for name in sorted(services)),
    )


class EngineInventory:
    """What an engine knows of its networks and containers, and no interface says."""

    def __init__(self, client: docker.DockerClient) -> None:
        self._client = client
        containers = (container.attrs for container in client.containers.list(all=True))
        self._containers = sorted(containers, key=lambda attrs: str(attrs["Name"]))
        self._bridges = {_bridge(network.attrs): str(network.name) for network in client.networks.list()}
        self._networks_by_mac: dict[str, str] = {
            endpoint["MacAddress"]: network
            for attrs in self._containers
            for network, endpoint in attrs["NetworkSettings"]["Networks"].items()
            if endpoint["MacAddress"]
        }

    def network(self, link: IpLink) -> str:
        """The name of the network that a bridge or a container's interface belongs to; empty if to none."""
        return self._bridges.get(link["ifname"], "") or self._networks_by_mac.get(link["address"], "")

    def containers(self, node: str, spaces: Sequence[namespaces.Namespace]) -> Iterator[Container]:
        """What of the engine's containers their namespaces do not say: ports, and which are not running."""
        for attrs in self._containers:
            name = attrs["Name"].lstrip("/")
            space = next((space.name for space in spaces if space.node == node and name in space.containers), "")
            ports = tuple(sorted(_ports(attrs["NetworkSettings"]["Ports"] or {})))
            if ports or not space:
                yield Container(node, name, space, ports)

    def services(self) -> Iterator[Service]:
        """Services and what they publish on every machine of the swarm."""
        if self._client.info()["Swarm"].get("ControlAvailable"):
            for service in self._client.services.list():
                ports = service.attrs["Endpoint"].get("Ports", [])
                texts = (f"{port.get('PublishedPort', '')}->{port['TargetPort']}/{port['Protocol']}" for port in ports)
                yield Service(str(service.name), tuple(sorted(texts)))


def _bridge(network: Mapping[str, Any]) -> str:
    """The name of a network's bridge on the machine; empty if it has none."""
    configured = (network["Options"] or {}).get("com.docker.network.bridge.name", "")
    return str(configured or f"br-{network['Id'][:12]}") if network["Driver"] == "bridge" else ""


def _ports(ports: Mapping[str, Sequence[Mapping[str, str]] | None]) -> Iterator[str]:
    for port, bindings in ports.items():
        for binding in bindings or ():
            host = f"[{binding['HostIp']}]" if ":" in binding["HostIp"] else binding["HostIp"]
            yield f"{host}:{binding['HostPort']}->{port}"


def _namespace(
    space: namespaces.Namespace,
    states: Mapping[str, NamespaceState],
    nodes: Mapping[str, Node],
    engine: EngineInventory | None,
) -> Namespace:
    state = states[space.name]
    # Loopback is only worth a word where there is nothing else (`--network none`).
    drawn_links = [link for link in state.links if link["ifname"] != "lo"] or state.links
    links = (_link(space.name, link, states, engine) for link in drawn_links)
    ip_forward, masquerades = _routing(nodes[space.node]) if space.kind == "machine" else (False, ())
    return Namespace(
        name=space.name,
        node=space.node,
        kind=space.kind,
        links=tuple(sorted(links, key=_order)),
        containers=tuple(space.containers),
        routes=tuple(f"{route['gateway']} {route['dev']}" for route in state.routes if _is_default(route)),
        ip_forward=ip_forward,
        masquerades=masquerades,
    )


def _is_default(route: IpRoute) -> bool:
    return route["dst"] == "default" and "gateway" in route


def _order(link: Link) -> tuple[bool, str, int]:
    """Veth ends by where they lead, because their names are random; the rest in the order it was made in."""
    is_random = link.name.startswith("veth")
    return (is_random, link.peer if is_random else "", link.vni)


def _link(namespace: str, link: IpLink, states: Mapping[str, NamespaceState], engine: EngineInventory | None) -> Link:
    info = link.get("linkinfo", {})
    kind, data = info.get("info_kind", "loopback" if link["ifname"] == "lo" else ""), info.get("info_data", {})
    # iproute2 names the underlying interface of a vxlan too, and that is no end of a cable.
    peer_namespace, name = ("", "") if kind == "vxlan" else other_end(namespace, link, states)
    end = f"{peer_namespace} {name}" if name and peer_namespace != LAB else ""
    return Link(
        name=link["ifname"],
        kind=kind,
        down="UP" not in link["flags"],
        addresses=tuple(f"{a['local']}/{a['prefixlen']}" for a in link["addr_info"] if a["scope"] != "link"),
        master=link.get("master", ""),
        network=engine.network(link) if engine else "",
        mode=data.get("mode", "") if kind in ("macvlan", "ipvlan") else "",
        vni=data.get("id", 0) if kind == "vxlan" else 0,
        vlan_id=data.get("id", 0) if kind == "vlan" else 0,
        segment=_segment(name, states) if name and peer_namespace == LAB else "",
        peer=end if kind == "veth" else "",
        parent="" if kind == "veth" else end,
    )


def _segment(port: str, states: Mapping[str, NamespaceState]) -> str:
    link = states[LAB].link(port)
    return link.get("master", "") if link else ""


def _routing(node: Node) -> tuple[bool, tuple[str, ...]]:
    """Whether a machine with an engine passes packets on, and behind which of its ranges it puts its own address."""
    if not is_engine(node.name):
        return False, ()
    rules = run(*node.command("iptables", "-t", "nat", "-S", "POSTROUTING"))
    ip_forward = run(*node.command("cat", "/proc/sys/net/ipv4/ip_forward")).strip() == "1"
    return ip_forward, tuple(sorted(set(_MASQUERADE.findall(rules))))
