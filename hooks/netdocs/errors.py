"""What can go wrong, told to the person who can mend it. Pure.

    NetdocsError          holds one or more problems
      AuthorError         a page, a scenario or a claim is wrong: its author acts
      MachineError        no engine, no kernel feature, a time-out: whoever runs the machine acts

Everything else that is raised is a bug of ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from netdocs.terminal import escape_invisible, render_terminal_output


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong: facts only, turned into words by `str()`."""

    location: str
    """`path:line`, or the path alone where no line is meant."""
    message: str
    hint: str
    """What to do next."""
    expected: str = ""
    actual: str = ""
    output: str = ""
    """The end of what a program printed; long output is shortened from the front."""

    def __str__(self) -> str:
        """The problem in a few lines, the place first, what to do last; nothing it quotes moves a terminal."""
        facts = (("expected", self.expected), ("actual", self.actual))
        place = self.location.replace("\n", "\\n")  # a file may be called so
        lines = [f"{place}: {self.message}"]
        lines += [f"  {name}: {_indent(fact)}" for name, fact in facts if fact]
        if self.output.strip():
            lines += ["  it printed:", *(f"    | {line}" for line in _tail(self.output))]
        return escape_invisible("\n".join([*lines, f"  hint: {_indent(self.hint)}"]))


def _indent(fact: str) -> str:
    return fact.replace("\n", "\n    ")


def _tail(output: str, limit: int = 12) -> list[str]:
    lines = render_terminal_output(output).rstrip("\n").split("\n")
    return lines if len(lines) <= limit else [f"({len(lines) - limit} lines before)", *lines[-limit:]]


class NetdocsError(Exception):
    """One or more problems; `str()` is the whole report."""

    def __init__(self, *problems: Diagnostic) -> None:
        self.problems = problems
        super().__init__("\n\n".join(str(problem) for problem in problems))


class AuthorError(NetdocsError):
    """A page, scenario or claim is wrong, or no longer true."""


class MachineError(NetdocsError):
    """The machine cannot do what was asked: no engine, no feature, no time."""


def raise_if_any(problems: Iterable[Diagnostic]) -> None:
    """Raise AuthorError with all the problems, if there are any."""
    if diagnostics := tuple(problems):
        raise AuthorError(*diagnostics)


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """` (did you mean 'x'?)` for the end of a hint, x the candidate most like `name`; empty where none is alike."""
    matches = get_close_matches(name, list(candidates), 1)
    return f" (did you mean {matches[0]!r}?)" if matches else ""


def disk_error(error: OSError | UnicodeEncodeError) -> MachineError:
    """The error for a file that the disk does not take or give, or a text that no file can hold."""
    if isinstance(error, UnicodeEncodeError):
        text = error.object[max(error.start - 40, 0) : error.start + 20].encode(errors="backslashreplace").decode()
        hint = "remove it where it is written: in a page, its front matter, mkdocs.yml"
        return MachineError(Diagnostic("a text", "half of a surrogate pair is no character", hint, actual=repr(text)))
    path = str(error.filename2 or error.filename or "a file")
    hint = "make room for it, or let it be read and written, and run this again"
    return MachineError(Diagnostic(path, "this cannot be read or written", hint, actual=error.strerror or str(error)))


def name_some(name: str, candidates: Iterable[str], limit: int = 12) -> str:
    """All the candidates; of more than `limit`, those most like `name`, and how many are left out."""
    names = list(candidates)
    if len(names) <= limit:
        return ", ".join(names)
    return f"{', '.join(get_close_matches(name, names, limit, cutoff=0))} and {len(names) - limit} more"
