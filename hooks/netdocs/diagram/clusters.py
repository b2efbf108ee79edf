"""What hangs together on a host: the namespaces and the bridges they are connected to, as far as cables lead. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netdocs.diagram.topology import Bridge, Host, NamespaceBox

Cluster = tuple[list[NamespaceBox], dict[str, Bridge]]


def clusters(host: Host) -> list[tuple[list[NamespaceBox], list[Bridge]]]:
    """The clusters; what is plugged into the host's own interface comes last, to be right above it."""
    bridges = {bridge.key: bridge for bridge in host.bridges}
    order = {key: n for n, key in enumerate(bridges)}
    joined: list[Cluster] = []
    for box in host.boxes:
        joined = _joined(joined, box, bridges)
    used = {key for _, keys in joined for key in keys}
    joined += [([], {key: bridge}) for key, bridge in bridges.items() if key not in used]
    joined.sort(key=lambda cluster: (_rank(cluster), [order[key] for key in cluster[1]]))
    return [(boxes, sorted(keys.values(), key=lambda bridge: order[bridge.key])) for boxes, keys in joined]


def _joined(clusters: Sequence[Cluster], box: NamespaceBox, bridges: Mapping[str, Bridge]) -> list[Cluster]:
    """The clusters with one more box: those it connects become one."""
    keys = dict.fromkeys(interface.bridge for interface in box.interfaces if interface.bridge in bridges)
    box_bridges = {key: bridges[key] for key in keys}
    linked = [cluster for cluster in clusters if keys.keys() & cluster[1].keys() or _alike(cluster, box, box_bridges)]
    boxes = [linked_box for cluster in linked for linked_box in cluster[0]]
    merged = {key: bridge for cluster in linked for key, bridge in cluster[1].items()}
    return [*(cluster for cluster in clusters if cluster not in linked), ([*boxes, box], merged | box_bridges)]


def _alike(cluster: Cluster, box: NamespaceBox, box_bridges: Mapping[str, Bridge]) -> bool:
    """Whether neither the cluster nor the box has a bridge on its host, and both or neither lead to somewhere else."""
    return not box_bridges and not cluster[1] and _leads_out(cluster[0]) == _leads_out([box])


def _rank(cluster: Cluster) -> int:
    """Bridges first, then what is connected to nothing, then what is on the host's own interface."""
    return 0 if cluster[1] else 2 if _leads_out(cluster[0]) else 1


def _leads_out(boxes: Sequence[NamespaceBox]) -> bool:
    return any(interface.bridge for box in boxes for interface in box.interfaces)
