"""The machines of a lab, built and ready for a scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agent import engines, network
from agent.network import Node


def build(names: Sequence[str]) -> dict[str, Node]:
    """The lab's machines, router included, with every engine answering and holding busybox."""
    network.create_segments()
    nodes = {name: network.start_node(name) for name in dict.fromkeys(["router", *names])}
    for node in with_engines(nodes):
        engines.wait_ready(node)
    engines.load_busybox(with_engines(nodes))
    engines.share_contexts(nodes["docker1"], [node for node in with_engines(nodes) if node.name != "docker1"])
    return nodes


def with_engines(nodes: Mapping[str, Node]) -> list[Node]:
    """The nodes that run a Docker Engine."""
    return [node for node in nodes.values() if engines.is_engine(node.name)]
