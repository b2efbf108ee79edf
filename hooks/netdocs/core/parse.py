"""From the text of a scenario to a `Scenario`, or to every problem it has at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from netdocs.core.errors import Problem, raise_for
from netdocs.core.markers import ClaimMark, Mark, NeedsMark, NodesMark, OnMark, StepMark, mark
from netdocs.core.needs import HOW_TO_NEED, EngineLimit, need
from netdocs.core.python_source import PythonSource, shown_source, statement_of, units
from netdocs.core.scenario import NODES, SETUP, Claim, Dialect, Scenario, Step

_STEP_NAME = re.compile(r"_?[a-z0-9]+(-[a-z0-9]+)*$")
_CLAIM_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")

Marks = Mapping[int, Mark]


def parse(path: str, text: str) -> Scenario:
    """The scenario at `path` (below the project's root); AuthorError with every problem found in it."""
    dialect: Dialect = "py" if path.endswith(".py") else "sh"
    source = PythonSource.read(path, text) if dialect == "py" else None
    marks = source.marks() if source else _shell_marks(text)
    nodes = _nodes(marks)
    claims = {number: claim for number, found in marks.items() if (claim := _claim(number, found))}
    raise_for(_problems(path, text, marks, nodes, claims, source))
    steps = [_step(name, first, last, claims, source) for name, first, last in _spans(text, marks)]
    needs = [known for found in marks.values() if isinstance(found, NeedsMark) and (known := need(found.need))]
    return Scenario(path, dialect, text, _title(text, source), nodes, tuple(needs), tuple(filter(_is_real, steps)))


def _is_real(step: Step) -> bool:
    return step.name != SETUP or bool(step.source.strip() or step.last >= step.first)


def _shell_marks(text: str) -> Marks:
    return {number: found for number, line in enumerate(text.splitlines(), 1) if (found := mark(line))}


def _title(text: str, source: PythonSource | None) -> str:
    if source:
        return source.title
    comments = [line.lstrip("# ") for line in text.splitlines() if line.startswith("# ") and not mark(line)]
    return comments[0] if comments else ""


def _nodes(marks: Marks) -> tuple[str, ...]:
    asked = [node for found in marks.values() if isinstance(found, NodesMark) for node in found.nodes]
    return tuple(dict.fromkeys(["docker1", *asked]))


def _claim(line: int, found: Mark) -> Claim | None:
    if not isinstance(found, ClaimMark):
        return None
    limit = need(found.limit) if found.limit else None
    return Claim(found.id, found.text, line, limit if isinstance(limit, EngineLimit) else None)


def _spans(text: str, marks: Marks) -> Iterator[tuple[str, int, int]]:
    """Name, first and last line of every step, the set-up first."""
    starts = [(1, SETUP), *((n, found.name) for n, found in marks.items() if isinstance(found, StepMark))]
    ends = [*(n - 1 for n, _ in starts[1:]), len(text.splitlines())]
    yield from ((name, first, last) for (first, name), last in zip(starts, ends, strict=True))


def _step(name: str, first: int, last: int, claims: Mapping[int, Claim], source: PythonSource | None) -> Step:
    own = tuple(claim for line, claim in claims.items() if first <= line <= last)
    if source is None:
        return Step(name, first, last, own)
    return Step(name, first, last, own, units(source, first, last, own), shown_source(source, first, last, own))


def _problems(
    path: str, text: str, marks: Marks, nodes: tuple[str, ...], claims: Mapping[int, Claim], source: PythonSource | None
) -> Iterator[Problem]:
    yield from _bad_names(path, marks)
    yield from _repeated(path, marks)
    yield from _bad_headers(path, marks, nodes)
    yield from _bad_claims(path, text, marks, claims, source)
    if source:
        yield from _torn_statements(path, marks, source)


def _bad_names(path: str, marks: Marks) -> Iterator[Problem]:
    how = "use lower-case letters, digits and single hyphens"
    for number, found in marks.items():
        if isinstance(found, StepMark) and not _STEP_NAME.match(found.name):
            yield Problem(f"{path}:{number}", "this is no name for a step", how, seen=repr(found.name))
        if isinstance(found, ClaimMark) and not _CLAIM_ID.match(found.id):
            yield Problem(f"{path}:{number}", "this is no id for a claim", f"{how}: `# claim some-id: A sentence.`", seen=repr(found.id))


def _repeated(path: str, marks: Marks) -> Iterator[Problem]:
    seen: dict[tuple[str, str], int] = {}
    for number, found in marks.items():
        if not isinstance(found, StepMark | ClaimMark):
            continue
        kind, name = ("step", found.name) if isinstance(found, StepMark) else ("claim", found.id)
        first = seen.setdefault((kind, name), number)
        if first != number:
            yield Problem(f"{path}:{number}", f"{kind} {name!r} stands here a second time", f"give this {kind} a name of its own", seen=f"the first is at {path}:{first}")


def _bad_headers(path: str, marks: Marks, nodes: tuple[str, ...]) -> Iterator[Problem]:
    for number, found in marks.items():
        where = f"{path}:{number}"
        if isinstance(found, NeedsMark) and need(found.need) is None:
            yield Problem(where, "unknown need", HOW_TO_NEED, seen=repr(found.need))
        if isinstance(found, ClaimMark) and found.limit and not isinstance(need(found.limit), EngineLimit):
            yield Problem(where, "unknown limit of a claim", "write `[engine >= 28]` (or <=, ==, >, <)", seen=repr(found.limit))
        named = found.nodes if isinstance(found, NodesMark) else (found.node,) if isinstance(found, OnMark) else ()
        for node in named:
            yield from _bad_node(where, node, nodes)


def _bad_node(where: str, node: str, nodes: tuple[str, ...]) -> Iterator[Problem]:
    if node not in NODES:
        yield Problem(where, "there is no such node in a lab", "name one of those expected", expected=", ".join(NODES), seen=repr(node))
    elif node not in (*nodes, "router"):
        yield Problem(where, f"this scenario does not start {node}", f"add {node} to the `# nodes:` line at the top", expected=", ".join(nodes), seen=node)


def _bad_claims(path: str, text: str, marks: Marks, claims: Mapping[int, Claim], source: PythonSource | None) -> Iterator[Problem]:
    lines = text.splitlines()
    stops = sorted([*(n for n, found in marks.items() if isinstance(found, StepMark | ClaimMark)), len(lines) + 1])
    until = dict(pairwise(stops))
    for number, claim in claims.items():
        if not claim.sentence:
            yield Problem(f"{path}:{number}", f"claim {claim.id!r} claims nothing", "write `# claim id: One sentence.`")
        proven = bool(statement_of(source, number, until[number])) if source else _has_command(lines[number : until[number] - 1])
        if not proven:
            what = "an `assert` at the start of a line" if source else "a command that exits 0 if the claim holds"
            yield Problem(f"{path}:{number}", f"claim {claim.id!r} has no statement", "write the statement that proves it right below", expected=what)


def _has_command(lines: Iterable[str]) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines)


def _torn_statements(path: str, marks: Marks, source: PythonSource) -> Iterator[Problem]:
    for number, found in marks.items():
        if isinstance(found, StepMark) and any(s.first < number <= s.last for s in source.statements):
            yield Problem(f"{path}:{number}", f"step {found.name!r} begins inside a statement", "move the mark before or after the whole statement")
