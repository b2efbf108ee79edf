"""Splitting a shell step into commands where bash itself would: the lab's own bash is asked."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from netdocs.core.markers import ClaimMark, FailsMark, OnMark, mark


@dataclass(frozen=True, slots=True)
class Unit:
    """What is sent to an interpreter at once, and where it stands in the scenario (1-based lines)."""

    first: int
    last: int
    text: str
    node: str = "docker1"
    fails: bool | None = False
    """Whether it must exit non-zero; None if either will do."""
    claim: str = ""
    """Id of the claim this unit proves; empty for what a reader would type."""


def bash_is_done(text: str) -> bool:
    """Whether bash would run `text` now, rather than prompt for another line.

    A syntax error that more lines cannot mend counts as done: bash will say what is wrong with it.
    """
    if _ends_in_continuation(text):
        return False
    argv = ["bash", "--norc", "-n"]
    done = subprocess.run(argv, input=text, capture_output=True, text=True, check=False, env={"LC_ALL": "C"})
    return not any(words in done.stderr for words in _UNFINISHED)


_UNFINISHED = (
    "unexpected end of file",
    "unexpected EOF",
    "unexpected token `EOF'",
    "delimited by end-of-file",
)
"""What bash says, in the C locale, of text that only lacks its end."""


def _ends_in_continuation(text: str) -> bool:
    """Whether the last line goes on: it ends in an odd number of backslashes, outside a comment."""
    line = text.removesuffix("\n").rpartition("\n")[2]
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1 and not _ends_in_comment(line)


def _ends_in_comment(line: str) -> bool:
    if not re.search(r"(?:^|\s)#", line):
        return False
    try:
        return shlex.split(line[:-1], comments=True) != shlex.split(line[:-1])
    except ValueError:  # a quotation goes on, so the # is in it
        return False


def node_after(lines: Sequence[str], first: int, units: Sequence[Unit], node: str) -> str:
    """The machine at which what follows `lines` is typed; a here-document in one of their `units` moves nobody."""
    inside = {number for unit in units for number in range(unit.first, unit.last + 1)}
    between = (line for number, line in enumerate(lines, first) if number not in inside)
    named = [found.node for line in between if isinstance(found := mark(line), OnMark)]
    return named[-1] if named else node


def split(lines: Sequence[str], first: int, node: str, done: Callable[[str], bool] = bash_is_done) -> list[Unit]:
    """The commands in `lines`, the first of which has number `first`, typed at `node` until `# on:` moves on.

    Comment lines between commands are read as marks or dropped; a last command bash would still wait
    for is returned as it stands, for bash to complain about.
    """
    return list(_units(lines, first, node, done))


def _units(lines: Sequence[str], first: int, node: str, done: Callable[[str], bool]) -> Iterator[Unit]:
    held: list[str] = []
    claim: str = ""
    fails: bool | None = False
    for number, line in enumerate(lines, first):
        if not held and (not line.strip() or line.lstrip().startswith("#")):
            match mark(line):
                case OnMark(node=name):
                    node = name
                case ClaimMark(id=name):
                    claim = name
                case FailsMark(must=must):
                    fails = must or None
            continue
        held.append(line)
        if done("\n".join(held) + "\n") or number == first + len(lines) - 1:
            yield Unit(number - len(held) + 1, number, "\n".join(held), node, fails, claim)
            held, claim, fails = [], "", False
