"""Frames as sockets of family AF_PACKET hand them over: which are the packet that is being traced."""

from __future__ import annotations

import ipaddress
import struct
from collections.abc import Callable
from dataclasses import dataclass

PAYLOAD = 77
"""Bytes in the pings that are traced: nobody else's have as many."""
IPV4, IPV6 = 0x0800, 0x86DD
ICMP, TCP, UDP, ICMPV6 = 1, 6, 17, 58
SYN, ACK = 0x02, 0x10
ECHO = {(ICMP, 8): True, (ICMP, 0): False, (ICMPV6, 128): True, (ICMPV6, 129): False}
"""Protocol and type of echo messages: whether each is the request."""
ETHERNET, VXLAN = 14, 8
VXLAN_PORT = 4789


@dataclass(frozen=True, slots=True)
class Packet:
    """An IP packet, and the VXLAN packet around it, if there was one."""

    source: str
    destination: str
    protocol: int
    body: bytes
    outer: str = ""
    """Source, destination and VNI, with blanks between."""


def parse(frame: bytes) -> Packet | None:
    """The innermost IP packet of a frame, if it has one."""
    kind = int.from_bytes(frame[12:14], "big") if len(frame) > ETHERNET else 0
    unpack = {IPV4: _ipv4, IPV6: _ipv6}.get(kind)
    packet = unpack(frame[ETHERNET:]) if unpack else None
    if packet and packet.protocol == UDP and int.from_bytes(packet.body[2:4], "big") == VXLAN_PORT:
        vni = int.from_bytes(packet.body[12:15], "big")
        inner = parse(packet.body[8 + VXLAN :])
        if inner:
            outer = f"{packet.source} {packet.destination} {vni}"
            return Packet(inner.source, inner.destination, inner.protocol, inner.body, outer)
    return packet


def _ipv4(data: bytes) -> Packet | None:
    if len(data) < 20:  # noqa: PLR2004  (an IPv4 header)
        return None
    head, length = (data[0] & 15) * 4, int.from_bytes(data[2:4], "big")
    return Packet(_address(data[12:16]), _address(data[16:20]), data[9], data[head:length])


def _ipv6(data: bytes) -> Packet | None:
    if len(data) < 40:  # noqa: PLR2004  (an IPv6 header)
        return None
    length = int.from_bytes(data[4:6], "big")
    return Packet(_address(data[8:24]), _address(data[24:40]), data[6], data[40 : 40 + length])


def _address(raw: bytes) -> str:
    return str(ipaddress.ip_address(raw))


Matcher = Callable[[Packet], bool | None]
"""Whether a packet is the one that is traced (True), the answer to it (False) or neither (None)."""


def is_ping(packet: Packet) -> bool | None:
    """The matcher of a ping; its size, which no machine on the way changes, tells it from others."""
    if packet.protocol not in (ICMP, ICMPV6) or len(packet.body) != 8 + PAYLOAD:
        return None
    return ECHO.get((packet.protocol, packet.body[0]))


class Connection:
    """The matcher of a TCP connection to a port: its first sequence number is what NAT leaves alone."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._first: int | None = None

    def __call__(self, packet: Packet) -> bool | None:
        """Match one packet; they have to come in the order in which they were captured."""
        if packet.protocol != TCP or len(packet.body) < 20:  # noqa: PLR2004  (a TCP header)
            return None
        _, port, sequence, confirmed, flags = struct.unpack("!HHIIxB", packet.body[:14])
        if flags & (SYN | ACK) == SYN:
            if self._first is None and port == self._port:
                self._first = sequence
            return True if sequence == self._first else None
        answers = flags & (SYN | ACK) == SYN | ACK and self._first is not None
        return False if answers and confirmed == (self._first + 1) % 2**32 else None  # type: ignore[operator]


def port_of(packet: Packet) -> str:
    """`:8080` for a packet of a TCP connection; empty for others."""
    return f":{int.from_bytes(packet.body[2:4], 'big')}" if packet.protocol == TCP else ""
