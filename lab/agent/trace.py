"""Tracing a packet through a lab: a socket listens in every namespace while one ping, or one connection, is made."""

from __future__ import annotations

import re
import socket
import struct
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from agent import namespaces
from agent.engines import client_of, is_engine
from agent.frames import PAYLOAD, Connection, Matcher, Packet, is_ping, parse, port_of
from agent.namespaces import LAB, Namespace, NamespaceState, other_end
from agent.network import TIME_FACTOR, LabError, Node
from netdocs.protocol.snapshot import Hop, PacketTrace

# From the kernel's linux/if_ether.h, asm-generic/socket.h and linux/if_packet.h; Python has no names for them.
ETH_P_ALL, SO_TIMESTAMPNS, PACKET_OTHERHOST, PACKET_OUTGOING = 3, 35, 3, 4
RECEIVE_BUFFER = 4 * 1024**2
"""Bytes of frames that wait in each socket until the ping has ended; a busy overlay fills the default 200 kB."""
REPLY_SECONDS = round(2 * TIME_FACTOR)
"""How long the ping, or the connection, waits for its answer."""
RUN_SECONDS = 30 * TIME_FACTOR
"""How long its command may take in all: `docker exec`, and names that are looked up."""
CLOCK_LAG = 3_000_000
"""Nanoseconds between a stamp and now that only a stamp made on the way can have."""
_DESTINATION = re.compile(r"^\[?(?P<host>[^\[\]]+?)\]?(?::(?P<port>\d+))?$")
"""A name or an address, in brackets or not, and perhaps a port."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame at one interface."""

    time: int
    """When the kernel saw it, in nanoseconds."""
    space: Namespace
    interface: str
    kind: int
    """What the kernel says of it: for this machine, for another, leaving."""
    data: bytes


Sighting = tuple[Frame, Packet]


def trace_packet(nodes: Mapping[str, Node], origin: str, destination: str) -> PacketTrace:
    """The path of a packet from a container or machine to a name, an address, or a port of either.

    LabError if none leaves; OSError or SubprocessError if the network changes meanwhile.
    """
    host, port = _host_and_port(destination)
    spaces = [space for space in namespaces.find(nodes) if space.name != LAB]
    states = namespaces.read(spaces)
    home, argv = _command(nodes, spaces, origin, host, port)
    frames, printed = _capture(spaces, argv)
    matches: Matcher = Connection(int(port)) if port else is_ping
    matched = [(frame, packet, matches(packet)) for frame in frames if (packet := parse(frame.data))]
    path = _path([(frame, packet) for frame, packet, is_request in matched if is_request], states)
    if not path:
        raise LabError(f"no packet left {origin} for {destination}\n{printed}".strip())
    return PacketTrace(
        origin=origin,
        destination=destination,
        address=path[0][1].destination,
        answered=any(
            is_request is False and frame.space is home and frame.kind != PACKET_OUTGOING
            for frame, _, is_request in matched
        ),
        hops=tuple(_hop(frame, packet) for frame, packet in path),
    )


def _capture(spaces: Sequence[Namespace], argv: Sequence[str]) -> tuple[list[Frame], str]:
    """Every frame at every interface while a command runs, the oldest first, and what the command printed."""
    with ExitStack() as stack:
        sockets = [(space, stack.enter_context(_listen(space))) for space in spaces]
        _wait_for_timestamps()
        process = subprocess.run(
            argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=RUN_SECONDS
        )
        time.sleep(0.05 * TIME_FACTOR)  # an answer may be under way to somebody else's socket
        frames = [frame for space, listening in sockets for frame in _read(space, listening)]
    return sorted(frames, key=lambda frame: frame.time), (process.stdout + process.stderr).strip()


def _host_and_port(destination: str) -> tuple[str, str]:
    """Host and port of a destination; an IPv6 address without brackets has no port."""
    if destination.count(":") > 1 and not destination.startswith("["):
        return destination, ""
    match = _DESTINATION.match(destination)
    if not match:
        raise LabError(f"{destination!r} is no name, address, or either with a port")
    return match["host"], match["port"] or ""


def _command(
    nodes: Mapping[str, Node], spaces: Sequence[Namespace], origin: str, host: str, port: str
) -> tuple[Namespace, list[str]]:
    """The namespace of the origin, and what is run there."""
    ping = ["ping", "-c", "1", "-W", str(REPLY_SECONDS), "-s", str(PAYLOAD), host]
    # `nc -w` limits each phase on its own; `timeout` ends a connection that opens and then says nothing.
    connection = ["timeout", str(REPLY_SECONDS + 1), "nc", "-w", str(REPLY_SECONDS), host, port]
    words = connection if port else ping
    if origin in nodes:
        return next(space for space in spaces if space.name == origin), nodes[origin].command(*words)
    for node in (node for node in nodes.values() if is_engine(node.name)):
        for container in client_of(node).containers.list():
            name = str(container.name)
            if name == origin or name.startswith(f"{origin}."):
                home = next(space for space in spaces if space.node == node.name and name in space.containers)
                return home, node.command("docker", "exec", name, *words)
    raise LabError(f"{origin!r} is neither a machine of this lab nor a running container")


def _listen(space: Namespace) -> socket.socket:
    """A socket that from now on gets a copy of every frame in the namespace."""
    listening = namespaces.run_in_namespace(
        space.path, lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL))
    )
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER)
    listening.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
    listening.setblocking(False)
    return listening


def _read(space: Namespace, listening: socket.socket) -> Iterator[Frame]:
    """Every frame that has arrived."""
    while True:
        try:
            data, messages, _, sender = listening.recvmsg(65535, 64)
        except BlockingIOError:
            return
        stamps = [struct.unpack("=qq", message[:16]) for _, kind, message in messages if kind == SO_TIMESTAMPNS]
        yield Frame(stamps[0][0] * 10**9 + stamps[0][1] if stamps else 0, space, sender[0], sender[2], data)


def _wait_for_timestamps() -> None:
    """Return once the kernel stamps frames when they pass; until then they get the time at which they are read."""
    lab = Namespace(LAB, LAB, "machine", Path("/proc/self/ns/net"))
    with _listen(lab) as listening, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sending:
        for _ in range(500):
            sending.sendto(b"", ("127.0.0.1", 9))
            time.sleep(0.004)
            if any(time.time_ns() - frame.time > CLOCK_LAG for frame in _read(lab, listening)):
                return
    raise LabError("the kernel did not begin to stamp frames with the time")


def _path(sightings: Sequence[Sighting], states: Mapping[str, NamespaceState]) -> list[Sighting]:
    """The sightings of the packet itself: a switch that has not learnt yet sends copies to ports that drop them."""
    taken_in = [(f, p) for f, p in sightings if f.kind != PACKET_OTHERHOST or _passes_on(f, states)]
    interfaces = {(frame.space.name, frame.interface) for frame, _ in taken_in}
    return [
        (frame, packet)
        for frame, packet in taken_in
        if frame.kind != PACKET_OUTGOING or _end_of_port(frame, states) in {("", ""), *interfaces}
    ]


def _passes_on(frame: Frame, states: Mapping[str, NamespaceState]) -> bool:
    """Whether an interface takes in frames for others: a switch's port, or the parent of macvlans."""
    interface = states[frame.space.name].link(frame.interface)
    if interface is None or "master" in interface:
        return interface is not None
    return any(
        link.get("linkinfo", {}).get("info_kind") in ("macvlan", "ipvlan")
        and link.get("link_index") == interface["ifindex"]
        and state.nsids.get(link.get("link_netnsid", namespaces.NETNSA_NSID_NOT_ASSIGNED), name) == frame.space.name
        for name, state in states.items()
        for link in state.links
    )


def _end_of_port(frame: Frame, states: Mapping[str, NamespaceState]) -> tuple[str, str]:
    """The other end of a bridge's port; empty where there is none, or none that we listen at."""
    link = states[frame.space.name].link(frame.interface)
    if link is None or "master" not in link or link.get("linkinfo", {}).get("info_kind") != "veth":
        return "", ""
    return other_end(frame.space.name, link, states)


def _hop(frame: Frame, packet: Packet) -> Hop:
    return Hop(
        node=frame.space.node,
        namespace=frame.space.name,
        interface=frame.interface,
        direction="out" if frame.kind == PACKET_OUTGOING else "in",
        source=packet.source,
        destination=packet.destination + port_of(packet),
        outer=packet.outer,
    )
