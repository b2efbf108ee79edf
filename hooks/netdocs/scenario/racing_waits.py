"""Waits for the end of containers that fail when one ends at the wrong moment. Pure.

The SDK asks for a list of containers and then for each one's details; one that is removed between the two is a
`NotFound`, unless the list was asked for with `ignore_removed=True`.
Source: https://docker-py.readthedocs.io/en/stable/containers.html#docker.models.containers.ContainerCollection.list
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from netdocs.errors import Diagnostic
from netdocs.scenario.model import Scenario

_LIST = re.compile(r"\bcontainers\.list$")
_SAFE = {"ignore_removed", "sparse"}


def racing_waits(scenario: Scenario) -> Iterator[Diagnostic]:
    """A problem for each `while` of a Python scenario that lists containers until there are none, and can trip."""
    tree = ast.parse(scenario.text if scenario.dialect == "py" else "")
    loops = (node for node in ast.walk(tree) if isinstance(node, ast.While))
    yield from (_problem(scenario.path, call) for loop in loops for call in _lists_until_gone(loop.test))


def _problem(path: str, call: ast.Call) -> Diagnostic:
    return Diagnostic(
        f"{path}:{call.lineno}",
        "a wait that fails if a container is removed while it is listed",
        f"write `{_with_ignore_removed(call)}`",
        "`ignore_removed=True`",
        f"`{ast.unparse(call)}`",
    )


def _lists_until_gone(test: ast.expr) -> Iterator[ast.Call]:
    """The lists a condition needs to be empty; one that is compared or negated waits for a start."""
    if isinstance(test, ast.Compare | ast.UnaryOp):
        return
    lists = (node for node in ast.walk(test) if isinstance(node, ast.Call) and _LIST.search(ast.unparse(node.func)))
    yield from (call for call in lists if not _SAFE & {keyword.arg for keyword in call.keywords})


def _with_ignore_removed(call: ast.Call) -> str:
    keywords = [*call.keywords, ast.keyword("ignore_removed", ast.Constant(value=True))]
    return ast.unparse(ast.Call(call.func, call.args, keywords))
