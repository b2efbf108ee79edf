"""What a scenario leaves behind on an engine, in lines that two dialects of one story must agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import docker

from inside.engines import connect
from inside.world import Node

_GENERATED = re.compile(r"[a-z]+_[a-z0-9]+$")


def left_behind(node: Node) -> list[str]:
    """Networks, containers and services of the node's engine, sorted; names the engine made up are `(generated)`."""
    with_client = connect(node, 30)
    lines = [*_networks(with_client), *_containers(with_client), *_services(with_client)]
    return [f"{node.name}: {line}" for line in sorted(lines)]


def _networks(client: docker.DockerClient) -> Iterator[str]:
    for network in client.networks.list():
        facts = network.attrs
        subnets = [str(config.get("Subnet", "")) for config in (facts["IPAM"]["Config"] or [])]
        options = [f"{name}={value}" for name, value in sorted((facts["Options"] or {}).items())]
        kind = " internal" if facts["Internal"] else ""
        what = f"network {network.name} {facts['Driver']} {facts['Scope']}{kind}"
        yield " ".join([what, *subnets, *options])


def _containers(client: docker.DockerClient) -> Iterator[str]:
    for container in client.containers.list(all=True):
        facts = container.attrs
        places = sorted(_places(facts["NetworkSettings"]["Networks"]))
        ports = sorted(
            f"{port}->{_bindings(bound)}" for port, bound in (facts["NetworkSettings"]["Ports"] or {}).items()
        )
        yield " ".join([f"container {_name(container.name or '')} {facts['State']['Status']}", *places, *ports])


def _places(networks: dict[str, Any]) -> Iterator[str]:
    for name, endpoint in networks.items():
        addresses = [endpoint["IPAddress"], endpoint["GlobalIPv6Address"]]
        yield f"{name}={','.join(filter(None, addresses))}"


def _bindings(bound: list[dict[str, str]] | None) -> str:
    return ",".join(sorted(f"{one['HostIp']}:{one['HostPort']}" for one in bound or []))


def _services(client: docker.DockerClient) -> Iterator[str]:
    if client.info()["Swarm"].get("ControlAvailable"):
        for service in client.services.list():
            mode = service.attrs["Spec"]["Mode"]
            yield f"service {service.name} {mode.get('Replicated', {}).get('Replicas', 'global')}"


def _name(name: str) -> str:
    """A task of a service has a generated end too: `web.1.k3j…`."""
    return "(generated)" if _GENERATED.match(name) else re.sub(r"(\.\d+)\.[a-z0-9]{25}$", r"\1", name)
