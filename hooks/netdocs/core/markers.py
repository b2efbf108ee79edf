"""The lines of a scenario that mean something to us. Shared with the lab, so: standard library only.

All of them are comments at the start of a line, so that a scenario stays a plain script:

    # %% name                          a step begins
    # %% name [picture]                … and at its end the lab is looked at, for a picture
    # %% name [path alpha example.com] … and at its end a packet is followed from alpha to example.com
    # claim id [engine >= 28]: Text.   the next statement proves the text
    # fails                            the next command (shell) must exit non-zero
    # may fail                         the next command (shell) may: engines differ
    # on: docker2                      the machine the next commands (shell) are typed at
    # nodes: docker1 client            header: the nodes the scenario needs
    # needs: kernel ip_vs              header: a capability the scenario needs
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_STEP = re.compile(r"# %%\s*(?P<name>.*?)(?P<looks>(?:\s*\[[^\[\]]*\])*)\s*$")
_LOOK = re.compile(r"\[([^\[\]]*)\]")
_CLAIM = re.compile(r"# claim\b\s*(?P<id>[^\s:\[]*)\s*(?:\[(?P<limit>[^\]]*)\])?\s*:?\s*(?P<text>.*?)\s*$")
_ON = re.compile(r"# on:\s*(?P<node>\S*)\s*$")
_FAILS = re.compile(r"# (?P<may>may fail|fails)\s*$")
_NODES = re.compile(r"# nodes:\s*(?P<nodes>.*?)\s*$")
_NEEDS = re.compile(r"# needs:\s*(?P<need>.*?)\s*$")


@dataclass(frozen=True, slots=True)
class StepMark:
    """`# %% name`, with what is to be looked at when the step is over."""

    name: str
    looks: tuple[str, ...] = ()
    """What stands in square brackets behind the name: `picture`, `path alpha example.com`."""


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """`# claim id [limit]: text`; `id` or `text` is empty where the author left it out."""

    id: str
    limit: str
    text: str


@dataclass(frozen=True, slots=True)
class OnMark:
    """`# on: node`."""

    node: str


@dataclass(frozen=True, slots=True)
class FailsMark:
    """`# fails`, or `# may fail` where engines differ."""

    must: bool


@dataclass(frozen=True, slots=True)
class NodesMark:
    """`# nodes: docker1 client`."""

    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedsMark:
    """`# needs: kernel ip_vs`."""

    need: str


Mark = StepMark | ClaimMark | OnMark | FailsMark | NodesMark | NeedsMark

_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Mark]], ...] = (
    (_STEP, lambda found: StepMark(found["name"], tuple(_LOOK.findall(found["looks"])))),
    (_CLAIM, lambda found: ClaimMark(found["id"], found["limit"] or "", found["text"])),
    (_ON, lambda found: OnMark(found["node"])),
    (_FAILS, lambda found: FailsMark(found["may"] == "fails")),
    (_NODES, lambda found: NodesMark(tuple(found["nodes"].split()))),
    (_NEEDS, lambda found: NeedsMark(found["need"])),
)


def mark(line: str) -> Mark | None:
    """The meaning of one line of a scenario, or None for a line that is only code or comment."""
    for pattern, made in _KINDS:
        if found := pattern.match(line):
            return made(found)
    return None
