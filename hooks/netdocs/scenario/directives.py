"""The lines of a scenario that mean something to us. Shared with the lab, so: standard library only. Pure.

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

# For lines without blanks at their end. Possessive (`*+`), because two runs of blanks that may share one are tried in
# every way: a line of 20,000 blanks would take hours.
# `# %% start [picture] [path alpha beta]`
_STEP = re.compile(r"# %%\s*+(?P<name>.*)$")
# `# claim no-names [engine >= 28]: A sentence.`; all but the word may be missing, so that it can be missed
_CLAIM = re.compile(r"# claim\b\s*+(?P<id>[^\s:\[]*+)\s*+(?:\[(?P<limit>[^\]]*+)\])?\s*+:?\s*+(?P<text>.*)$")
# `# on: docker2`
_ON = re.compile(r"# on:\s*+(?P<node>\S*)$")
# `# fails`, `# may fail`
_FAILS = re.compile(r"# (?P<may>may fail|fails)$")
# `# nodes: client server`
_NODES = re.compile(r"# nodes:\s*+(?P<nodes>.*)$")
# `# needs: kernel ipvlan`
_NEEDS = re.compile(r"# needs:\s*+(?P<requirement>.*)$")


@dataclass(frozen=True, slots=True)
class StepDirective:
    """`# %% name`, with what is to be looked at when the step is over."""

    name: str
    snapshots: tuple[str, ...] = ()
    """What stands in square brackets behind the name: `picture`, `path alpha example.com`."""


@dataclass(frozen=True, slots=True)
class ClaimDirective:
    """`# claim id [limit]: text`; `id` or `text` is empty where the author left it out."""

    id: str
    limit: str
    text: str


@dataclass(frozen=True, slots=True)
class OnDirective:
    """`# on: node`."""

    node: str


@dataclass(frozen=True, slots=True)
class FailsDirective:
    """`# fails`, or `# may fail` where engines differ."""

    must: bool


@dataclass(frozen=True, slots=True)
class NodesDirective:
    """`# nodes: docker1 client`."""

    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedsDirective:
    """`# needs: kernel ip_vs`."""

    requirement: str


Directive = StepDirective | ClaimDirective | OnDirective | FailsDirective | NodesDirective | NeedsDirective

_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Directive]], ...] = (
    (_STEP, lambda match: _step(match["name"])),
    (_CLAIM, lambda match: ClaimDirective(match["id"], match["limit"] or "", match["text"])),
    (_ON, lambda match: OnDirective(match["node"])),
    (_FAILS, lambda match: FailsDirective(match["may"] == "fails")),
    (_NODES, lambda match: NodesDirective(tuple(match["nodes"].split()))),
    (_NEEDS, lambda match: NeedsDirective(match["requirement"])),
)


def parse_directive(line: str) -> Directive | None:
    """The meaning of one line of a scenario, or None for a line that is only code or comment."""
    line = line.rstrip()
    for pattern, directive in _KINDS:
        if match := pattern.match(line):
            return directive(match)
    return None


def _step(name: str) -> StepDirective:
    """The step's mark, what stands in brackets at its end taken off one by one."""
    snapshots: list[str] = []
    while name.endswith("]") and "]" not in name[(start := name.rfind("[")) : -1] and start >= 0:
        snapshots.append(name[start + 1 : -1])
        name = name[:start].rstrip()
    return StepDirective(name, tuple(reversed(snapshots)))
