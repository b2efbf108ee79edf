"""A scenario half read: its text and its directives, before anything is checked. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from netdocs.scenario.directives import ClaimDirective, Directive, NodesDirective, parse_directive
from netdocs.scenario.model import Claim
from netdocs.scenario.python_source import PythonSource
from netdocs.scenario.requirements import EngineConstraint, parse_requirement


@dataclass(frozen=True, slots=True)
class ParsedSource:
    """What the checks of a scenario look at."""

    path: str
    text: str
    directives: Mapping[int, Directive]
    python: PythonSource | None
    """None in the shell dialect."""

    @staticmethod
    def read(path: str, text: str) -> ParsedSource:
        """Read the scenario at `path` (below the project's root); AuthorError if it is not Python, and should be."""
        if path.endswith(".py"):
            source = PythonSource.read(path, text)
            return ParsedSource(path, text, source.directives(), source)
        lines = enumerate(text.split("\n"), 1)
        return ParsedSource(
            path, text, {n: directive for n, line in lines if (directive := parse_directive(line))}, None
        )

    @property
    def lines(self) -> list[str]:
        """The text by lines, as Python and bash count them; `splitlines` knows more line ends than they."""
        return self.text.removesuffix("\n").split("\n") if self.text else []

    @property
    def comments(self) -> tuple[tuple[int, str], ...]:
        """Number and text of every line that is nothing but a comment, indented or not.

        In the shell dialect here-documents count too: only bash knows where they begin.
        """
        if self.python:
            return self.python.comments
        return tuple((n, line) for n, line in enumerate(self.lines, 1) if line.lstrip().startswith("#"))

    @property
    def nodes(self) -> tuple[str, ...]:
        """The nodes the scenario starts; docker1 always."""
        nodes = [node for line in self.directives.values() if isinstance(line, NodesDirective) for node in line.nodes]
        return tuple(dict.fromkeys(["docker1", *nodes]))

    def claims(self) -> Iterator[Claim]:
        """Every claim, in order."""
        for line, directive in self.directives.items():
            if isinstance(directive, ClaimDirective):
                limit = parse_requirement(directive.limit)
                yield Claim(directive.id, directive.text, line, limit if isinstance(limit, EngineConstraint) else None)

    def location(self, line: int) -> str:
        """A line of this file, for a problem."""
        return f"{self.path}:{line}"
