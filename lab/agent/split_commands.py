"""Splitting a shell step into commands where bash itself would: the lab's own bash is asked."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from netdocs.scenario.directives import ClaimDirective, FailsDirective, OnDirective, parse_directive


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


Ends = Callable[[str], bool]
"""Whether a line may end a command that is not whole yet; if it may not, bash need not be asked."""


def bash_is_done(text: str) -> bool:
    """Whether bash would run `text` now, rather than prompt for another line."""
    return missing_end(text) is None


def missing_end(text: str) -> Ends | None:
    """None if bash would run `text` now; else what tells whether a further line may end it.

    A syntax error that more lines cannot mend counts as whole: bash will say what is wrong with it.
    """
    if _ends_in_continuation(text):
        return lambda _: True
    _, complaint = _parsed(text)
    if not any(words in complaint for words in _UNFINISHED):
        return None
    # Asking bash about each line of a here-document would take a process, and all lines so far, a line.
    delimiter, quote = _DELIMITER.search(complaint), _QUOTE.search(complaint)
    if delimiter:
        return partial(_is_delimiter, delimiter[1])
    return partial(_contains, quote[1]) if quote else lambda _: True


def is_well_formed(text: str) -> bool:
    """Whether `text` is whole commands, as far as a bash that knows no aliases can tell."""
    return bash_is_done(f"{text}\n") and not _parsed(f"{text}\n")[0]


@lru_cache(1024)
def _parsed(text: str) -> tuple[int, str]:
    """Exit code and complaints of a bash that only reads `text`."""
    argv = ["bash", "--norc", "-n"]
    process = subprocess.run(argv, input=text, capture_output=True, text=True, check=False, env={"LC_ALL": "C"})
    return process.returncode, process.stderr


def _is_delimiter(delimiter: str, line: str) -> bool:
    return line.lstrip("\t") == delimiter  # after <<- there may be tabs


def _contains(mark: str, line: str) -> bool:
    return mark in line


_DELIMITER = re.compile(r"delimited by end-of-file \(wanted `(.*)'\)")
"""bash names the line a here-document waits for."""
_QUOTE = re.compile(r"unexpected EOF while looking for matching `(.)'")
"""And the quotation mark or bracket it waits for."""


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
    named = [directive.node for line in between if isinstance(directive := parse_directive(line), OnDirective)]
    return named[-1] if named else node


def split(lines: Sequence[str], first: int, node: str, ask: Callable[[str], Ends | None] = missing_end) -> list[Unit]:
    """The commands in `lines`, the first of which has number `first`, typed at `node` until `# on:` moves on.

    Comment lines between commands are read as marks or dropped; a last command bash would still wait
    for is returned as it stands, for bash to complain about.
    """
    return list(_units(lines, first, node, ask))


def _units(lines: Sequence[str], first: int, node: str, ask: Callable[[str], Ends | None]) -> Iterator[Unit]:
    held: list[str] = []
    may_end: Ends | None = None
    claim: str = ""
    fails: bool | None = False
    for number, line in enumerate(lines, first):
        if not held and (not line.strip() or line.lstrip().startswith("#")):
            match parse_directive(line):
                case OnDirective(node=name):
                    node = name
                case ClaimDirective(id=name):
                    claim = name
                case FailsDirective(must=must):
                    fails = must or None
            continue
        held.append(line)
        is_last = number == first + len(lines) - 1
        if may_end is None or may_end(line):
            may_end = ask("\n".join(held) + "\n")
        if may_end is None or is_last:
            yield Unit(number - len(held) + 1, number, "\n".join(held), node, fails, claim)
            held, may_end, claim, fails = [], None, "", False
