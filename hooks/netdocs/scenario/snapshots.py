"""What a step's mark may ask for in square brackets: a picture of the network, or the way of a packet. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netdocs.scenario.model import NODES

PICTURE = "picture"
SNAPSHOT_SYNTAX = "[picture], [path alpha example.com] or [path client 192.0.2.11:8080]"
# A container's or machine's name
_NAME = re.compile(r"[a-zA-Z0-9][\w.-]*$")
# A name or an IPv4 address, an IPv6 address in brackets or bare (`2001:db8::1`), and perhaps a port
_GOAL = re.compile(
    r"(?!.{260})(?:[a-zA-Z0-9][\w.-]*|\[[0-9a-fA-F:]+\]|[0-9a-fA-F:]*::[0-9a-fA-F:]*|[0-9a-fA-F:]{11,})(?P<port>:\d{1,5})?$"
)
"""A name has at most 253 characters and a port six more; what is longer is not read, for it could take for ever."""


def path(origin: str, goal: str) -> str:
    """How a mark asks for the way of a packet."""
    return f"path {origin} {goal}"


def endpoints(snapshot: str) -> tuple[str, str]:
    """Where the packet starts and where it is sent to; empty for a picture."""
    _, *words = snapshot.split()
    return (words[0], words[1]) if words else ("", "")


def validate(snapshot: str, nodes: Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with a mark, and what to do, if anything is; `nodes` are those the scenario starts."""
    kind, *words = snapshot.split() or [""]
    if kind not in (PICTURE, "path"):
        return "a step cannot be looked at like this", "write one of those expected, or remove the brackets"
    if kind == PICTURE:
        return ("a picture shows the whole lab", "write [picture] and nothing else") if words else None
    if len(words) != 2 or not _NAME.match(words[0]) or not _GOAL.match(words[1]):  # noqa: PLR2004  (both ends)
        return "a path needs two ends", "name a container or machine, then a name, an address, or an address and a port"
    if words[0] in NODES and words[0] not in (*nodes, "router"):
        return f"this scenario does not start {words[0]}", f"add {words[0]} to the `# nodes:` line at the top"
    return None
