"""Two snapshots as one: what is new, gone or changed between an earlier and a later one. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from netdocs.diagram.renderer import Status
from netdocs.protocol.snapshot import Container, Link, Namespace, Snapshot


def diff(before: Snapshot, after: Snapshot) -> tuple[Snapshot, dict[str, Status]]:
    """Everything that was there at either time, and the status of what was not there, or not the same, at both.

    What has gone is in the snapshot as well: a diagram that only left it out would not show that it has gone.
    """
    earlier = {space.name: space for space in before.namespaces}
    later = {space.name for space in after.namespaces}
    spaces = [_merged(earlier.get(space.name), space) for space in after.namespaces]
    spaces += [space for space in before.namespaces if space.name not in later]
    containers = tuple(_all_containers(before.containers, after.containers))
    merged = replace(after, namespaces=tuple(spaces), containers=containers)
    return merged, dict(_changes(before, after))


def _merged(before: Namespace | None, after: Namespace) -> Namespace:
    if before is None:
        return after
    names = {link.name for link in after.links}
    links = (*after.links, *(link for link in before.links if link.name not in names))
    holders = (*after.containers, *(name for name in before.containers if name not in after.containers))
    return replace(after, links=links, containers=holders)


def _all_containers(before: Sequence[Container], after: Sequence[Container]) -> Iterator[Container]:
    """Containers with the ports they published at either time; of those that have gone, the ones that published any."""
    earlier = {(container.node, container.name): container for container in before}
    for container in after:
        previous = earlier.pop((container.node, container.name), container)
        closed = tuple(port for port in previous.ports if port not in container.ports)
        yield replace(container, ports=(*container.ports, *closed))
    yield from (container for container in earlier.values() if container.ports)


def _changes(before: Snapshot, after: Snapshot) -> Iterator[tuple[str, Status]]:
    earlier, later = _drawn_parts(before), _drawn_parts(after)
    for key in later.keys() - earlier.keys():
        yield key, "new"
    for key in earlier.keys() - later.keys():
        yield key, "gone"
    yield from ((key, "changed") for key in earlier.keys() & later.keys() if earlier[key] != later[key])


def _drawn_parts(snapshot: Snapshot) -> dict[str, object]:
    """Everything that a diagram has a part for, by its key, with what would look different if it changed."""
    parts: dict[str, object] = {space.name: () for space in snapshot.namespaces}
    parts |= {f"{space.name}+{name}": () for space in snapshot.namespaces for name in space.containers}
    parts |= {f"{space.name} {link.name}": _look(link) for space in snapshot.namespaces for link in _drawn_links(space)}
    parts |= {f"{container.node} port {port}": () for container in snapshot.containers for port in container.ports}
    return parts | {f"vni {link.vni}": () for space in snapshot.namespaces for link in space.links if link.vni}


def _drawn_links(space: Namespace) -> Iterator[Link]:
    """The interfaces that say something; `lo` is drawn where there is no other, and is new or gone nowhere."""
    return (link for link in space.links if link.kind != "loopback")


def _look(link: Link) -> object:
    return link.addresses, link.master, link.peer, link.parent, link.down
