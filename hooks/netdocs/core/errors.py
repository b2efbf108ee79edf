"""What can go wrong, told to the person who can mend it.

    NetdocsError          holds one or more problems
      AuthorError         a page, a scenario or a claim is wrong: its author acts
      MachineError        no engine, no kernel feature, a time-out: whoever runs the machine acts

Everything else that is raised is a bug of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: facts only, turned into words by `message`."""

    where: str
    """`path:line`, or the path alone where no line is meant."""
    what: str
    do: str
    """What to do next."""
    expected: str = ""
    seen: str = ""
    output: str = ""
    """The end of what a program printed; long output is shortened from the front."""

    def message(self) -> str:
        """The problem in a few lines, the place first, what to do last."""
        facts = (("expected", self.expected), ("seen", self.seen))
        lines = [f"{self.where}: {self.what}"]
        lines += [f"  {name}: {_indent(fact)}" for name, fact in facts if fact]
        if self.output.strip():
            lines += ["  it printed:", *(f"    | {line}" for line in _tail(self.output))]
        return "\n".join([*lines, f"  do: {_indent(self.do)}"])


def _indent(fact: str) -> str:
    return fact.replace("\n", "\n    ")


def _tail(output: str, most: int = 12) -> list[str]:
    lines = output.rstrip("\n").split("\n")
    return lines if len(lines) <= most else [f"({len(lines) - most} lines before)", *lines[-most:]]


class NetdocsError(Exception):
    """One or more problems; `str()` is the whole report."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n\n".join(problem.message() for problem in problems))


class AuthorError(NetdocsError):
    """A page, scenario or claim is wrong, or no longer true."""


class MachineError(NetdocsError):
    """The machine cannot do what was asked: no engine, no feature, no time."""


def raise_for(problems: Iterable[Problem]) -> None:
    """Raise AuthorError with all the problems, if there are any."""
    if found := tuple(problems):
        raise AuthorError(*found)
