"""Frames: which hold the packet that is followed."""

from __future__ import annotations

import ipaddress
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.frames import PAYLOAD, Connection, Packet, is_ping, parse, port_of


def frame(source: str, target: str, protocol: int, body: bytes) -> bytes:
    """An Ethernet frame with an IP packet in it."""
    source_bytes, target_bytes = ipaddress.ip_address(source).packed, ipaddress.ip_address(target).packed
    if len(source_bytes) == 4:
        head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(body), 0, 0, 64, protocol, 0) + source_bytes + target_bytes
        return bytes(12) + b"\x08\x00" + head + body
    return (
        bytes(12)
        + b"\x86\xdd"
        + struct.pack("!IHBB", 6 << 28, len(body), protocol, 64)
        + source_bytes
        + target_bytes
        + body
    )


def ping(kind: int, size: int = PAYLOAD) -> bytes:
    return bytes([kind]) + bytes(7 + size)


def tcp(port: int, sequence: int, confirmed: int, flags: int) -> bytes:
    return struct.pack("!HHIIBBHHH", 40000, port, sequence, confirmed, 0x50, flags, 0, 0, 0)


def parsed(raw: bytes) -> Packet:
    packet = parse(raw)
    assert packet is not None
    return packet


def test_ipv4_and_ipv6() -> None:
    """Addresses as people write them; what fills a short frame up is not the packet's."""
    four = parsed(frame("172.17.0.2", "203.0.113.10", 1, ping(8)) + bytes(9))
    six = parsed(frame("2001:db8:1::11", "2001:db8:2::10", 58, ping(128)))

    assert (four.source, four.destination, four.outer) == ("172.17.0.2", "203.0.113.10", "")
    assert (six.source, six.destination) == ("2001:db8:1::11", "2001:db8:2::10")
    assert [is_ping(four), is_ping(six)] == [True, True]


def test_a_packet_in_a_tunnel() -> None:
    """The inner packet, and what is around it."""
    inner = frame("10.0.1.2", "10.0.1.4", 1, ping(8))
    headers = struct.pack("!HHHH", 50000, 4789, 8 + 8 + len(inner), 0) + struct.pack("!II", 8 << 24, 4097 << 8)
    packet = parsed(frame("192.0.2.11", "192.0.2.12", 17, headers + inner))

    assert (packet.source, packet.destination, packet.outer) == ("10.0.1.2", "10.0.1.4", "192.0.2.11 192.0.2.12 4097")


@pytest.mark.parametrize(
    ("kind", "size", "verdict"), [(8, PAYLOAD, True), (0, PAYLOAD, False), (8, 56, None), (3, PAYLOAD, None)]
)
def test_the_ping_is_known_by_its_size(kind: int, size: int, verdict: bool | None) -> None:
    """Request, answer, somebody else's, another message."""
    assert is_ping(parsed(frame("192.0.2.11", "192.0.2.1", 1, ping(kind, size)))) is verdict


def test_a_connection_is_known_by_its_first_number() -> None:
    """Also behind NAT, where address and port are others; an answer confirms that number."""
    judge = Connection(8080)
    packets = [
        tcp(9999, 5, 0, 0x02),
        tcp(8080, 77, 0, 0x02),
        tcp(80, 77, 0, 0x02),
        tcp(40000, 1, 78, 0x12),
        tcp(80, 78, 2, 0x10),
        tcp(8080, 99, 0, 0x02),
    ]
    verdicts = [judge(parsed(frame("192.0.2.50", "192.0.2.11", 6, body))) for body in packets]

    assert verdicts == [None, True, True, False, None, None]
    assert port_of(parsed(frame("192.0.2.50", "192.0.2.11", 6, packets[1]))) == ":8080"


@given(st.binary(max_size=120))
def test_no_frame_is_too_strange(raw: bytes) -> None:
    """Anything may be on a wire: it is a packet or it is none, and nothing is raised."""
    for start in (b"", bytes(12) + b"\x08\x00", bytes(12) + b"\x86\xdd", frame("192.0.2.1", "192.0.2.2", 17, b"")[:24]):
        packet = parse(start + raw)
        if packet is not None:
            assert is_ping(packet) in (True, False, None)
            assert Connection(80)(packet) in (True, None)
