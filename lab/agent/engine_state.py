"""What a scenario leaves behind on an engine, in lines that two dialects of one story must agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

import docker

from agent.engines import client_of
from agent.network import Node

_GENERATED = re.compile(r"[a-z]+_[a-z]+\d*$")
"""A container that is given no name is called after a mood and a scientist, `brave_curie`, with a digit if taken."""
_TASK = re.compile(r"(\.\d+)\.[a-z0-9]{25}$")
"""A task of a service has a generated end: `web.1.k3j…`."""


class _Endpoint(TypedDict):
    """A container's place in a network, as the engine's API says it."""

    IPAddress: str
    GlobalIPv6Address: str


class _Binding(TypedDict):
    """A host address that a container's port is published at."""

    HostIp: str
    HostPort: str


def engine_state(node: Node, source: str) -> list[str]:
    """Networks, containers and services of the node's engine, sorted.

    `source` is the scenario's text: a name that looks made up and is not in it is written as `(generated)`.
    """
    client = client_of(node)
    lines = [*_networks(client), *_containers(client, source), *_services(client)]
    return [f"{node.name}: {line}" for line in sorted(lines)]


def _networks(client: docker.DockerClient) -> Iterator[str]:
    for network in client.networks.list():
        attrs = network.attrs
        subnets = [str(config.get("Subnet", "")) for config in (attrs["IPAM"]["Config"] or [])]
        options = [f"{name}={value}" for name, value in sorted((attrs["Options"] or {}).items())]
        internal = " internal" if attrs["Internal"] else ""
        facts = f"network {network.name} {attrs['Driver']} {attrs['Scope']}{internal}"
        yield " ".join([facts, *subnets, *options])


def _containers(client: docker.DockerClient, source: str) -> Iterator[str]:
    for container in client.containers.list(all=True):
        settings = container.attrs["NetworkSettings"]
        addresses = sorted(_addresses(settings["Networks"]))
        ports = sorted(f"{port}->{_bindings(bound or ())}" for port, bound in (settings["Ports"] or {}).items())
        state = container.attrs["State"]["Status"]
        yield " ".join([f"container {stable_name(container.name or '', source)} {state}", *addresses, *ports])


def _addresses(networks: Mapping[str, _Endpoint]) -> Iterator[str]:
    for name, endpoint in networks.items():
        yield f"{name}={','.join(filter(None, [endpoint['IPAddress'], endpoint['GlobalIPv6Address']]))}"


def _bindings(bindings: Sequence[_Binding]) -> str:
    return ",".join(sorted(f"{binding['HostIp']}:{binding['HostPort']}" for binding in bindings))


def _services(client: docker.DockerClient) -> Iterator[str]:
    if client.info()["Swarm"].get("ControlAvailable"):
        for service in client.services.list():
            mode = service.attrs["Spec"]["Mode"]
            yield f"service {service.name} {mode.get('Replicated', {}).get('Replicas', 'global')}"


def stable_name(name: str, source: str) -> str:
    """A container's name without what the engine made up; an author who calls one `my_db` means that name."""
    return "(generated)" if _GENERATED.match(name) and name not in source else _TASK.sub(r"\1", name)
