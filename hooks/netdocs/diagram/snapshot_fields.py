"""The fields of a snapshot that have a form: addresses, ranges, a packet around a packet. Pure.

A recording is a file that anybody can have edited. Most of its fields are only drawn, whatever they hold; these mean
something, and a diagram of what they do not mean would be wrong.
"""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_interface, ip_network

from netdocs.protocol.snapshot import Hop, Namespace, PacketTrace


class SnapshotError(ValueError):
    """A field of a snapshot is not what it must be; says which, what was expected and what is there."""

    def __init__(self, location: str, expected: str, actual: str) -> None:
        self.location, self.expected, self.actual = location, expected, actual
        super().__init__(f"{location}: expected {expected}; the snapshot has {actual!r}")


def network_of(address: str, interface: str) -> IPv4Network | IPv6Network:
    """The range that an address of an interface is in."""
    try:
        return ip_interface(address).network
    except ValueError:
        location = f"addresses of {interface}"
        raise SnapshotError(location, "an address with its prefix length, such as 172.17.0.2/16", address) from None


def masquerade_ranges(namespace: Namespace) -> set[IPv4Network | IPv6Network]:
    """The ranges behind whose packets a host puts its own address."""
    try:
        return {ip_network(network) for network in namespace.masquerades}
    except ValueError as error:
        location, ranges = f"masquerades of {namespace.name}", ", ".join(namespace.masquerades)
        raise SnapshotError(location, f"ranges such as 172.17.0.0/16 ({error})", ranges) from None


def outer_packet(hop: Hop) -> dict[str, str]:
    """The packet around a packet: its source, destination and VNI."""
    fields = hop.outer.split()
    if len(fields) != 3:  # noqa: PLR2004  (the three fields named below)
        location = f"the packet around the one at {hop.namespace} {hop.interface}"
        raise SnapshotError(location, "its source, destination and VNI", hop.outer)
    return dict(zip(("source", "destination", "vni"), fields, strict=True))


def last_hop(trace: PacketTrace) -> Hop:
    """Where a packet was last seen."""
    if not trace.hops:
        raise SnapshotError(
            f"hops from {trace.origin} to {trace.destination}", "an interface that the packet was at", "none"
        )
    return trace.hops[-1]
