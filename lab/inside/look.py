"""Looking at a lab: its namespaces, what is in them and how it hangs together, as data a picture is drawn from.

What no reader sees and every play changes (MAC addresses, ids, interface numbers) is left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import docker

from inside import spaces
from inside.engines import connect, is_engine
from inside.spaces import LAB, Seen, Space
from inside.world import Node, run

_MASQUERADE = re.compile(r"^-A POSTROUTING -s (\S+) .*-j MASQUERADE", re.MULTILINE)

State = dict[str, Any]


def look(nodes: Mapping[str, Node]) -> State:
    """The state of the whole lab."""
    found = spaces.find(nodes)
    seen = spaces.read(found)
    engines = {name: connect(node, 30) for name, node in nodes.items() if is_engine(name)}
    labels = {name: Labels(client) for name, client in engines.items()}
    return {
        "spaces": [
            {**_described(space, seen, labels.get(space.node)), **_routing(space, nodes)}
            for space in sorted(found, key=lambda one: (one.kind != "machine", one.name))
            if space.name != LAB
        ],
        "containers": [fact for name, known in labels.items() for fact in known.containers(name, found)],
        "services": sorted(
            {fact["name"]: fact for known in labels.values() for fact in known.services()}.values(),
            key=lambda fact: str(fact["name"]),
        ),
    }


class Labels:
    """What an engine knows of its networks and containers, and no interface says."""

    def __init__(self, client: docker.DockerClient) -> None:
        self._client = client
        self._all = sorted((one.attrs for one in client.containers.list(all=True)), key=lambda one: one["Name"])
        self.bridges = {_bridge(one.attrs): str(one.name) for one in client.networks.list()}
        self.cards = {
            endpoint["MacAddress"]: network
            for one in self._all
            for network, endpoint in one["NetworkSettings"]["Networks"].items()
            if endpoint["MacAddress"]
        }

    def containers(self, node: str, found: Sequence[Space]) -> Iterator[dict[str, Any]]:
        """What of the engine's containers their namespaces do not say: ports, and which are not running."""
        for one in self._all:
            name = one["Name"].lstrip("/")
            space = next((space.name for space in found if space.node == node and name in space.holders), "")
            ports = sorted(_ports(one["NetworkSettings"]["Ports"] or {}))
            if ports or not space:
                yield _sparse({"node": node, "name": name, "space": space, "ports": ports})

    def services(self) -> Iterator[dict[str, Any]]:
        """Services and what they publish on every machine of the swarm."""
        if self._client.info()["Swarm"].get("ControlAvailable"):
            for one in self._client.services.list():
                ports = one.attrs["Endpoint"].get("Ports", [])
                shown = [f"{port.get('PublishedPort', '')}->{port['TargetPort']}/{port['Protocol']}" for port in ports]
                yield _sparse({"name": str(one.name), "ports": sorted(shown)})


def _bridge(network: Mapping[str, Any]) -> str:
    given = (network["Options"] or {}).get("com.docker.network.bridge.name", "")
    return str(given or f"br-{network['Id'][:12]}") if network["Driver"] == "bridge" else ""


def _ports(ports: Mapping[str, Sequence[Mapping[str, str]] | None]) -> Iterator[str]:
    for inner, bound in ports.items():
        for one in bound or ():
            host = f"[{one['HostIp']}]" if ":" in one["HostIp"] else one["HostIp"]
            yield f"{host}:{one['HostPort']}->{inner}"


def _sparse(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that say something."""
    return {name: fact for name, fact in facts.items() if fact not in ("", [], 0, None)}


def _described(space: Space, seen: Mapping[str, Seen], labels: Labels | None) -> dict[str, Any]:
    found = [link for link in seen[space.name].links if link["ifname"] != "lo"] or seen[space.name].links
    links = [_link(space.name, link, seen, labels) for link in found]
    routes = [f"{one['gateway']} {one['dev']}" for one in seen[space.name].routes if _is_way_out(one)]
    facts = {"name": space.name, "node": space.node, "kind": space.kind, "holders": space.holders, "routes": routes}
    return {**_sparse(facts), "links": sorted(links, key=_order)}


def _is_way_out(route: Mapping[str, Any]) -> bool:
    return route["dst"] == "default" and "gateway" in route


def _order(link: Mapping[str, Any]) -> tuple[int, str, int]:
    """Ends of cables by where they lead, because their names are made up; the rest in the order it was made in."""
    generated = link["name"].startswith("veth")
    return (int(generated), str(link.get("peer", "")) if generated else "", link.get("vni", 0))


def _link(space: str, link: Mapping[str, Any], seen: Mapping[str, Seen], labels: Labels | None) -> dict[str, Any]:
    info = link.get("linkinfo", {})
    kind, data = info.get("info_kind", "loopback" if link["ifname"] == "lo" else ""), info.get("info_data", {})
    other, name = ("", "") if kind == "vxlan" else _other_end(space, link, seen)
    facts = {
        "name": link["ifname"],
        "kind": kind,
        "down": "UP" not in link["flags"],
        "addresses": [f"{one['local']}/{one['prefixlen']}" for one in link["addr_info"] if one["scope"] != "link"],
        "master": link.get("master", ""),
        "network": _network(link, labels),
        "mode": data.get("mode", "") if kind in ("macvlan", "ipvlan") else "",
        "vni": data.get("id", 0) if kind == "vxlan" else 0,
        "tag": data.get("id", 0) if kind == "vlan" else 0,
        "wire": _wire(name, seen) if name and other == LAB else "",
        "peer" if kind == "veth" else "parent": f"{other} {name}" if name and other != LAB else "",
    }
    return _sparse({name: fact for name, fact in facts.items() if fact is not False})


def _network(link: Mapping[str, Any], labels: Labels | None) -> str:
    if labels is None:
        return ""
    return labels.bridges.get(link["ifname"], "") or labels.cards.get(link["address"], "")


def _other_end(space: str, link: Mapping[str, Any], seen: Mapping[str, Seen]) -> tuple[str, str]:
    """Namespace and name of the interface that a link names as its peer or parent; empty if it names none."""
    if "link_netnsid" not in link:
        return (space, str(link["link"])) if link.get("link") else ("", "")
    other = seen[space].neighbours.get(link["link_netnsid"])
    if other is None:
        return "", ""
    return other, next((one["ifname"] for one in seen[other].links if one["ifindex"] == link["link_index"]), "")


def _wire(port: str, seen: Mapping[str, Seen]) -> str:
    return next((one.get("master", "") for one in seen[LAB].links if one["ifname"] == port), "")


def _routing(space: Space, nodes: Mapping[str, Node]) -> dict[str, Any]:
    """Whether a machine passes packets on, and behind which of its ranges it puts its own address."""
    if space.kind != "machine" or not is_engine(space.node):
        return {}
    rules = run(*nodes[space.node].command("iptables", "-t", "nat", "-S", "POSTROUTING"))
    forwards = run(*nodes[space.node].command("cat", "/proc/sys/net/ipv4/ip_forward")).strip() == "1"
    return _sparse({"forwards": forwards or "", "masquerades": sorted(set(_MASQUERADE.findall(rules)))})
