"""The Python dialect: statements and comments of a scenario, and what is cut out of them. Pure."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from netdocs.errors import AuthorError, Diagnostic
from netdocs.protocol.job import Unit
from netdocs.scenario.directives import Directive, parse_directive
from netdocs.scenario.model import Claim

MAX_DEPTH = 100
"""Levels of a scenario's syntax tree: twice as many as any needs, and few enough for what goes down it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement at module level: its lines, and whether it is an `assert`."""

    first: int
    last: int
    asserts: bool


@dataclass(frozen=True, slots=True)
class PythonSource:
    """A parsed Python scenario."""

    lines: tuple[str, ...]
    statements: tuple[Statement, ...]
    comments: tuple[tuple[int, str], ...]
    """Number and text, indent included, of every line that is only a comment; lines inside strings are none."""
    title: str
    """First line of the docstring."""

    @staticmethod
    def read(path: str, text: str) -> PythonSource:
        """Parse `text`; AuthorError at `path` if it is not Python."""
        try:
            tree = _bounded(ast.parse(text))
        # MemoryError is what the parser says of its own stack, ValueError what Python 3.11.2 says of a NUL byte.
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise AuthorError(_no_python(path, error)) from error
        title = (ast.get_docstring(tree) or "").partition("\n")[0]
        return PythonSource(tuple(text.split("\n")), tuple(map(_statement, tree.body)), tuple(_comments(text)), title)

    def directives(self) -> dict[int, Directive]:
        """The comments that mean something to us, by line."""
        return {line: directive for line, text in self.comments if (directive := parse_directive(text))}


def _no_python(path: str, error: Exception) -> Diagnostic:
    if isinstance(error, RecursionError | MemoryError):
        return Diagnostic(path, "this is nested too deeply", "write it in several statements")
    location, actual = path, str(error)
    if isinstance(error, SyntaxError):
        location = f"{path}:{error.lineno}" if error.lineno else path
        actual = f"{error.msg}: {(error.text or '').strip()}"
    return Diagnostic(location, "this is not Python", "correct the syntax", actual=actual)


def _bounded(tree: ast.Module) -> ast.Module:
    """The tree; RecursionError if it is too deep for what goes down it with a call a level, such as `ast.unparse`."""
    level: list[ast.AST] = [tree]
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        if not level:
            return tree
    raise RecursionError


def _statement(node: ast.stmt) -> Statement:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(d.lineno for d in decorators)])
    return Statement(first, node.end_lineno or node.lineno, isinstance(node, ast.Assert))


def _comments(text: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and token.line.lstrip().startswith("#"):
            yield token.start[0], token.line.rstrip("\n")


def statement_of(source: PythonSource, claim_line: int, before: int) -> Statement | None:
    """The assertion that proves the claim at `claim_line`: the next statement, if it begins before line `before`."""
    following = next((s for s in source.statements if s.first > claim_line), None)
    return following if following and following.asserts and following.first < before else None


def execution_units(source: PythonSource, first: int, last: int, claims: Iterable[Claim]) -> tuple[Unit, ...]:
    """What is executed at once in these lines: each claim's assertion alone, the code between them together."""
    proofs = {s.first: claim.id for claim in claims if (s := statement_of(source, claim.line, last + 1))}
    units: list[Unit] = []
    for statement in source.statements:
        if not first <= statement.first <= last:
            continue
        claim = proofs.get(statement.first, "")
        if units and not claim and not units[-1].claim:
            units[-1] = Unit(units[-1].first, statement.last)
        else:
            units.append(Unit(statement.first, statement.last, claim))
    return tuple(units)


def visible_source(source: PythonSource, first: int, last: int, claims: Iterable[Claim]) -> str:
    """The code in these lines as a reader sees it: no marks, no claims, no blank lines around."""
    hidden = {line for line, text in source.comments if parse_directive(text)}
    for claim in claims:
        if proof := statement_of(source, claim.line, last + 1):
            hidden.update(range(claim.line, proof.last + 1))
    lines = [line for number, line in enumerate(source.lines[first - 1 : last], first) if number not in hidden]
    return _collapse_blank_lines(lines)


def _collapse_blank_lines(lines: Iterable[str]) -> str:
    """The lines with no more than two blank ones in a row, and none at either end."""
    collapsed: list[str] = []
    for line in lines:
        if line.strip() or (collapsed and collapsed[-2:] != ["", ""]):
            collapsed.append(line.rstrip())
    return "\n".join(collapsed).strip("\n")
