"""Splitting a shell step into commands where bash itself would: the lab's own bash is asked."""

from __future__ import annotations

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
    unfinished = ("unexpected end of file", "unexpected EOF", "delimited by end-of-file")
    return not any(words in done.stderr for words in unfinished)


def _ends_in_continuation(text: str) -> bool:
    line = text.rstrip("\n").rpartition("\n")[2]
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


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
