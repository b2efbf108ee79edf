"""A lab's network, and a packet's way through it, as lines of plain text for 80 columns. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netdocs.protocol.snapshot import Link, Namespace, PacketTrace, Snapshot


def network(snapshot: Snapshot) -> list[str]:
    """Every machine with its interfaces, bridges and containers, indented by what is in what."""
    machines = [space for space in snapshot.namespaces if space.kind == "machine"]
    return [line for machine in machines for line in _machine(machine, snapshot)]


def _machine(machine: Namespace, snapshot: Snapshot) -> Iterator[str]:
    yield machine.name
    uplinks = [link for link in machine.links if link.segment]
    # What is plugged into a bridge is told from the container's side; the bridge names its ports.
    others = [link for link in machine.links if not link.segment and not link.master]
    for link in (*uplinks, *others):
        yield f"  {_interface(link)}"
        yield from (f"    port {_port(port)}" for port in machine.links if port.master == link.name)
    for space in snapshot.namespaces:
        if space.node == machine.name and space is not machine:
            yield from _inner(space)
    for container in snapshot.containers:
        if container.node == machine.name:
            yield from (f"  published {port} to {container.name}" for port in container.ports)
            if not container.namespace:
                yield f"  container {container.name} does not run"


def _inner(space: Namespace) -> Iterator[str]:
    kind = space.kind if space.kind != "named" else "namespace"
    names = ", ".join(space.containers) or space.name.partition("/")[2]
    yield f"  {kind} {names}"
    yield from (f"    {_interface(link)}" for link in space.links)
    yield from (f"    default route via {route.replace(' ', ' on ')}" for route in space.routes)


def _port(link: Link) -> str:
    return f"{link.name} to {link.peer}" if link.peer else link.name


def _interface(link: Link) -> str:
    """`docker0 bridge 172.17.0.1/16 of network bridge`."""
    kind = f"{link.kind} {link.mode}".strip() if link.kind not in ("veth", "loopback") else ""
    words = [link.name, kind, *link.addresses]
    words += [f"on {link.segment}"] if link.segment else []
    words += [f"on {link.parent}"] if link.parent else []
    words += [f"VNI {link.vni}"] if link.vni else []
    words += [f"VLAN {link.vlan_id}"] if link.vlan_id else []
    words += [f"of network {link.network}"] if link.network else []
    words += ["(down)"] if link.down else []
    return " ".join(word for word in words if word)


def path(trace: PacketTrace) -> list[str]:
    """A line for every interface that the packet passed, its addresses where they changed, and how it ended."""
    rows = [
        (f"{hop.direction:3} {hop.namespace} {hop.interface}", f"{hop.source} > {hop.destination}")
        for hop in trace.hops
    ]
    width = max((len(place) for place, _ in rows), default=0)
    ending = f"The answer came back to {trace.origin}." if trace.answered else f"No answer came back to {trace.origin}."
    return [*_aligned(rows, width), ending]


def _aligned(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    before = ""
    for place, addresses in rows:
        yield f"{place:{width}}  {addresses}" if addresses != before else place
        before = addresses
