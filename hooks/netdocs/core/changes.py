"""Two pictures as one: what is new, gone or changed between an earlier look and a later one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from netdocs.core.observed import Container, Link, Observation, Space
from netdocs.core.pen import Status


def compare(before: Observation, after: Observation) -> tuple[Observation, dict[str, Status]]:
    """Everything that was there at either time, and the status of what was not there, or not the same, at both."""
    marks = dict(_marks(before, after))
    later = {space.name: space for space in after.spaces}
    earlier = {space.name: space for space in before.spaces}
    spaces = [_merged(earlier.get(space.name), space) for space in after.spaces]
    spaces += [space for space in before.spaces if space.name not in later]
    known = {(one.node, one.name) for one in after.containers}
    left = (one for one in before.containers if one.ports and (one.node, one.name) not in known)
    containers = [*after.containers, *left]
    both = msgspec.structs.replace(after, spaces=tuple(spaces), containers=tuple(_both(before.containers, containers)))
    return both, marks


def _merged(before: Space | None, after: Space) -> Space:
    if before is None:
        return after
    known = {link.name for link in after.links}
    links = (*after.links, *(link for link in before.links if link.name not in known))
    holders = (*after.holders, *(name for name in before.holders if name not in after.holders))
    return msgspec.structs.replace(after, links=links, holders=holders)


def _both(before: Sequence[Container], after: Sequence[Container]) -> Iterator[Container]:
    """Containers with the ports they published at either time."""
    earlier = {(one.node, one.name): one.ports for one in before}
    for one in after:
        gone = tuple(port for port in earlier.get((one.node, one.name), ()) if port not in one.ports)
        yield msgspec.structs.replace(one, ports=(*one.ports, *gone))


def _marks(before: Observation, after: Observation) -> Iterator[tuple[str, Status]]:
    earlier, later = _things(before), _things(after)
    for key in later.keys() - earlier.keys():
        yield key, "new"
    for key in earlier.keys() - later.keys():
        yield key, "gone"
    yield from ((key, "changed") for key in earlier.keys() & later.keys() if earlier[key] != later[key])


def _things(seen: Observation) -> dict[str, object]:
    """Everything a picture has a part for, by its key, with what would show if it changed."""
    things: dict[str, object] = {space.name: () for space in seen.spaces}
    things |= {f"{space.name}+{name}": () for space in seen.spaces for name in space.holders}
    things |= {f"{space.name} {link.name}": _shown(link) for space in seen.spaces for link in _cards(space)}
    things |= {f"{one.node} port {port}": () for one in seen.containers for port in one.ports}
    return things | {f"vni {link.vni}": () for space in seen.spaces for link in space.links if link.vni}


def _cards(space: Space) -> Iterator[Link]:
    """The interfaces that say something; `lo` is drawn where there is no other, and is new or gone nowhere."""
    return (link for link in space.links if link.kind != "loopback")


def _shown(link: Link) -> object:
    return link.addresses, link.master, link.peer, link.parent, link.down
