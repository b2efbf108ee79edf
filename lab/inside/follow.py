"""Following a packet through a lab: a socket listens in every namespace while one ping, or one connection, is made."""

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
from typing import Any

from inside import spaces
from inside.engines import connect, is_engine
from inside.packets import PAYLOAD, Connection, Judge, Packet, is_ping, parse, port_of
from inside.spaces import LAB, Seen, Space
from inside.world import Node, WorldError

ALL_FRAMES, SO_TIMESTAMPNS, FOREIGN, LEAVING = 3, 35, 3, 4
"""ETH_P_ALL; nanoseconds with each frame; PACKET_OTHERHOST; PACKET_OUTGOING."""
ROOM = 4 * 1024**2
SECONDS = 2
EARLIER = 3_000_000
"""Nanoseconds between a stamp and now that only a stamp made on the way can have."""
_GOAL = re.compile(r"^\[?(?P<host>[^\[\]]+?)\]?(?::(?P<port>\d+))?$")


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame at one interface."""

    time: int
    space: Space
    interface: str
    kind: int
    """What the kernel says of it: for this machine, for another, leaving."""
    data: bytes


def follow(nodes: Mapping[str, Node], origin: str, goal: str) -> dict[str, Any]:
    """The way of a packet from a container or machine to a name, an address, or a port of either."""
    host, port = _parts(goal)
    found = [space for space in spaces.find(nodes) if space.name != LAB]
    seen = spaces.read(found)
    home, argv = _command(nodes, found, origin, host, port)
    with ExitStack() as stack:
        listening = [(space, stack.enter_context(_listen(space))) for space in found]
        _wait_for_the_clock()
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=30)
        time.sleep(0.05)  # an answer may be under way to somebody else's socket
        frames = sorted((frame for space, own in listening for frame in _read(space, own)), key=lambda one: one.time)
    judge: Judge = Connection(int(port)) if port else is_ping
    judged = [(frame, packet, judge(packet)) for frame in frames if (packet := parse(frame.data))]
    way = _way([(frame, packet) for frame, packet, verdict in judged if verdict], seen)
    if not way:
        raise WorldError(f"no packet left {origin} for {goal}\n{(done.stdout + done.stderr).strip()}".strip())
    answered = any(v is False and f.space is home and f.kind != LEAVING for f, _, v in judged)
    return {
        "start": origin,
        "goal": goal,
        "asked": way[0][1].target,
        "answered": answered,
        "sightings": [_sighting(frame, packet) for frame, packet in way],
    }


def _parts(goal: str) -> tuple[str, str]:
    """Host and port of a goal; an IPv6 address without brackets has no port."""
    if goal.count(":") > 1 and not goal.startswith("["):
        return goal, ""
    found = _GOAL.match(goal)
    if not found:
        raise WorldError(f"{goal!r} is no name, address, or either with a port")
    return found["host"], found["port"] or ""


def _command(
    nodes: Mapping[str, Node], found: Sequence[Space], origin: str, host: str, port: str
) -> tuple[Space, list[str]]:
    """The namespace of the origin, and what is run there."""
    ping = ["ping", "-c", "1", "-W", str(SECONDS), "-s", str(PAYLOAD), host]
    dial = ["timeout", str(SECONDS + 1), "nc", "-w", str(SECONDS), host, port]
    words = dial if port else ping
    if origin in nodes:
        return next(space for space in found if space.name == origin), nodes[origin].command(*words)
    for node in (node for node in nodes.values() if is_engine(node.name)):
        for one in connect(node, 30).containers.list():
            name = str(one.name)
            if name == origin or name.startswith(f"{origin}."):
                home = next(space for space in found if space.node == node.name and name in space.holders)
                return home, nodes[node.name].command("docker", "exec", name, *words)
    raise WorldError(f"{origin!r} is neither a machine of this lab nor a running container")


def _listen(space: Space) -> socket.socket:
    """A socket that from now on gets a copy of every frame in the namespace."""
    listening = spaces.inside(
        space.path, lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ALL_FRAMES))
    )
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, ROOM)
    listening.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
    listening.setblocking(False)
    return listening


def _read(space: Space, listening: socket.socket) -> Iterator[Frame]:
    """Every frame that has arrived."""
    while True:
        try:
            data, notes, _, place = listening.recvmsg(65535, 64)
        except BlockingIOError:
            return
        stamps = [struct.unpack("=qq", note[:16]) for level, kind, note in notes if kind == SO_TIMESTAMPNS]
        yield Frame(stamps[0][0] * 10**9 + stamps[0][1] if stamps else 0, space, place[0], place[2], data)


def _wait_for_the_clock() -> None:
    """Return once the kernel stamps frames when they pass; until then they get the time at which they are read."""
    lab = Space(LAB, LAB, "machine", Path("/proc/self/ns/net"))
    with _listen(lab) as listening, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sending:
        for _ in range(500):
            sending.sendto(b"", ("127.0.0.1", 9))
            time.sleep(0.004)
            if any(time.time_ns() - frame.time > EARLIER for frame in _read(lab, listening)):
                return
    raise WorldError("the kernel did not begin to stamp frames with the time")


Sight = tuple[Frame, Packet]


def _way(sights: Sequence[Sight], seen: Mapping[str, Seen]) -> list[Sight]:
    """The sights of the packet itself: a switch that has not learnt yet sends copies where nobody wants them."""
    kept = [(frame, packet) for frame, packet in sights if frame.kind != FOREIGN or _passes_on(frame, seen)]
    places = {(frame.space.name, frame.interface) for frame, _ in kept}
    return [(f, p) for f, p in kept if f.kind != LEAVING or _other_end(f, seen) in {("", ""), *places}]


def _passes_on(frame: Frame, seen: Mapping[str, Seen]) -> bool:
    """Whether an interface takes in frames for others: a switch's port, or a card that has macvlans on it."""
    own = _link(frame, seen)
    if "master" in own:
        return True
    return any(
        link.get("linkinfo", {}).get("info_kind") in ("macvlan", "ipvlan")
        and link.get("link_index") == own.get("ifindex")
        and other.neighbours.get(link.get("link_netnsid", -1), name) == frame.space.name
        for name, other in seen.items()
        for link in other.links
    )


def _link(frame: Frame, seen: Mapping[str, Seen]) -> Mapping[str, Any]:
    links = seen[frame.space.name].links
    return next((link for link in links if link["ifname"] == frame.interface), {})


def _other_end(frame: Frame, seen: Mapping[str, Seen]) -> tuple[str, str]:
    """Namespace and name of the other end of a bridge's port; empty where there is none, or none that we listen at."""
    own = _link(frame, seen)
    other = seen[frame.space.name].neighbours.get(own.get("link_netnsid", -1), "")
    if "master" not in own or own.get("linkinfo", {}).get("info_kind") != "veth" or other not in seen:
        return "", ""
    return other, next((one["ifname"] for one in seen[other].links if one["ifindex"] == own["link_index"]), "")


def _sighting(frame: Frame, packet: Packet) -> dict[str, str]:
    facts = {
        "node": frame.space.node,
        "space": frame.space.name,
        "interface": frame.interface,
        "going": "out" if frame.kind == LEAVING else "in",
        "source": packet.source,
        "target": packet.target + port_of(packet),
        "outer": packet.outer,
    }
    return {name: fact for name, fact in facts.items() if fact}
