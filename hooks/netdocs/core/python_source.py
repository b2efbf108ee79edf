"""The Python dialect: statements and comments of a scenario, and what is cut out of them."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from netdocs.core.errors import AuthorError, Problem
from netdocs.core.markers import Mark, mark
from netdocs.core.scenario import Claim, Unit


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
    """Line and text of every comment that begins its line; those inside strings are none."""
    title: str
    """First line of the docstring."""

    @staticmethod
    def read(path: str, text: str) -> PythonSource:
        """Parse `text`; AuthorError at `path` if it is not Python."""
        try:
            tree = ast.parse(text)
        except ValueError as error:  # what Python 3.11.2 says of a NUL byte; later ones call it a SyntaxError
            raise AuthorError(Problem(path, "this is not Python", "correct the syntax", seen=str(error))) from error
        except SyntaxError as error:
            seen = f"{error.msg}: {(error.text or '').strip()}"
            where = f"{path}:{error.lineno}" if error.lineno else path
            raise AuthorError(Problem(where, "this is not Python", "correct the syntax", seen=seen)) from error
        title = (ast.get_docstring(tree) or "").partition("\n")[0]
        return PythonSource(tuple(text.split("\n")), tuple(map(_statement, tree.body)), tuple(_comments(text)), title)

    def marks(self) -> dict[int, Mark]:
        """The comments that mean something to us, by line."""
        return {line: found for line, text in self.comments if (found := mark(text))}


def _statement(node: ast.stmt) -> Statement:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(d.lineno for d in decorators)])
    return Statement(first, node.end_lineno or node.lineno, isinstance(node, ast.Assert))


def _comments(text: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and token.start[1] == 0:
            yield token.start[0], token.string


def statement_of(source: PythonSource, claim_line: int, before: int) -> Statement | None:
    """The assertion that proves the claim at `claim_line`: the next statement, if it begins before line `before`."""
    following = next((s for s in source.statements if s.first > claim_line), None)
    return following if following and following.asserts and following.first < before else None


def units(source: PythonSource, first: int, last: int, claims: Iterable[Claim]) -> tuple[Unit, ...]:
    """What is executed at once in these lines: each claim's assertion alone, the code between them together."""
    proofs = {s.first: claim.id for claim in claims if (s := statement_of(source, claim.line, last + 1))}
    found: list[Unit] = []
    for statement in source.statements:
        if not first <= statement.first <= last:
            continue
        claim = proofs.get(statement.first, "")
        if found and not claim and not found[-1].claim:
            found[-1] = Unit(found[-1].first, statement.last)
        else:
            found.append(Unit(statement.first, statement.last, claim))
    return tuple(found)


def shown_source(source: PythonSource, first: int, last: int, claims: Iterable[Claim]) -> str:
    """The code in these lines as a reader sees it: no marks, no claims, no blank lines around."""
    hidden = {line for line, text in source.comments if mark(text)}
    for claim in claims:
        if proof := statement_of(source, claim.line, last + 1):
            hidden.update(range(claim.line, proof.last + 1))
    kept = [line for number, line in enumerate(source.lines[first - 1 : last], first) if number not in hidden]
    return _squeeze(kept)


def _squeeze(lines: Iterable[str]) -> str:
    """The lines with no more than two blank ones in a row, and none at either end."""
    kept: list[str] = []
    for line in lines:
        if line.strip() or (kept and kept[-2:] != ["", ""]):
            kept.append(line.rstrip())
    return "\n".join(kept).strip("\n")
