"""From the text of a scenario to a `Scenario`, or to every problem it has at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from netdocs.core.errors import Problem, raise_for
from netdocs.core.looks import HOW_TO_LOOK, complaint
from netdocs.core.markers import ClaimMark, FailsMark, Mark, NeedsMark, NodesMark, OnMark, StepMark, mark
from netdocs.core.needs import HOW_TO_NEED, EngineLimit, need
from netdocs.core.python_source import PythonSource, shown_source, statement_of, units
from netdocs.core.scenario import NODES, SETUP, Claim, Scenario, Step
from netdocs.core.terminal import spelt_out

_STEP_NAME = re.compile(r"_?[a-z0-9]+(-[a-z0-9]+)*$")
_CLAIM_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")


@dataclass(frozen=True, slots=True)
class Draft:
    """A scenario half read: what its checks look at."""

    path: str
    text: str
    marks: Mapping[int, Mark]
    source: PythonSource | None
    """None in the shell dialect."""

    @property
    def lines(self) -> list[str]:
        """The text by lines, as Python and bash count them; `splitlines` knows more line ends than they."""
        return self.text.removesuffix("\n").split("\n") if self.text else []

    @property
    def nodes(self) -> tuple[str, ...]:
        """The nodes the scenario starts; docker1 always."""
        asked = [node for found in self.marks.values() if isinstance(found, NodesMark) for node in found.nodes]
        return tuple(dict.fromkeys(["docker1", *asked]))

    def claims(self) -> Iterator[Claim]:
        """Every claim, in order."""
        for line, found in self.marks.items():
            if isinstance(found, ClaimMark):
                limit = need(found.limit)
                yield Claim(found.id, found.text, line, limit if isinstance(limit, EngineLimit) else None)

    def where(self, line: int) -> str:
        """A line of this file, for a problem."""
        return f"{self.path}:{line}"


def parse(path: str, text: str) -> Scenario:
    """The scenario at `path` (below the project's root); AuthorError with every problem found in it."""
    source = PythonSource.read(path, text) if path.endswith(".py") else None
    draft = Draft(path, text, source.marks() if source else _shell_marks(text), source)
    raise_for(_problems(draft))
    steps = tuple(_step(draft, found, first, last) for found, first, last in _spans(draft))
    needs = tuple(
        known for found in draft.marks.values() if isinstance(found, NeedsMark) and (known := need(found.need))
    )
    return Scenario(path, "py" if source else "sh", text, _title(draft), draft.nodes, needs, steps)


def _shell_marks(text: str) -> Mapping[int, Mark]:
    return {number: found for number, line in enumerate(text.split("\n"), 1) if (found := mark(line))}


def _title(draft: Draft) -> str:
    if draft.source:
        return draft.source.title
    comments = (line[2:] for line in draft.lines if line.startswith("# ") and not mark(line))
    return next(comments, "")


def _spans(draft: Draft) -> Iterator[tuple[StepMark, int, int]]:
    """Mark, first and last line of every step, the set-up first."""
    starts = [(1, StepMark(SETUP)), *((n, found) for n, found in draft.marks.items() if isinstance(found, StepMark))]
    ends = [*(n - 1 for n, _ in starts[1:]), len(draft.lines)]
    yield from ((found, first, last) for (first, found), last in zip(starts, ends, strict=True))


def _step(draft: Draft, found: StepMark, first: int, last: int) -> Step:
    claims = tuple(claim for claim in draft.claims() if first <= claim.line <= last)
    if draft.source is None:
        return Step(found.name, first, last, claims, looks=found.looks)
    code = units(draft.source, first, last, claims)
    return Step(found.name, first, last, claims, code, shown_source(draft.source, first, last, claims))


def _problems(draft: Draft) -> Iterator[Problem]:
    for number, found in draft.marks.items():
        yield from _bad_name(draft.where(number), found)
        yield from _bad_need(draft.where(number), found)
        yield from _bad_nodes(draft, number, found)
        yield from _bad_dialect(draft, number, found)
        yield from _bad_looks(draft, number, found)
    yield from _unseen_characters(draft)
    yield from _repeated(draft)
    yield from _bad_claims(draft)
    yield from _torn_statements(draft)


def _unseen_characters(draft: Draft) -> Iterator[Problem]:
    """A character that reorders or hides what follows would show a reader other code than runs."""
    for number, line in enumerate(draft.lines, 1):
        if (shown := spelt_out(line)) != line:
            what, do = "a character here cannot be seen, or reorders what can", "remove it, or write it as an escape"
            yield Problem(draft.where(number), what, do, seen=shown)


def _bad_name(where: str, found: Mark) -> Iterator[Problem]:
    how = "use lower-case letters, digits and single hyphens"
    if isinstance(found, StepMark) and not _STEP_NAME.match(found.name):
        yield Problem(where, "this is no name for a step", how, seen=repr(found.name))
    if isinstance(found, ClaimMark) and not _CLAIM_ID.match(found.id):
        yield Problem(where, "this is no id for a claim", f"{how}: `# claim some-id: A sentence.`", seen=repr(found.id))


def _bad_need(where: str, found: Mark) -> Iterator[Problem]:
    if isinstance(found, NeedsMark) and need(found.need) is None:
        yield Problem(where, "unknown need", HOW_TO_NEED, seen=repr(found.need))
    if isinstance(found, ClaimMark) and found.limit and not isinstance(need(found.limit), EngineLimit):
        do = "write `[engine >= 28]` (or <=, ==, >, <)"
        yield Problem(where, "unknown limit of a claim", do, seen=repr(found.limit))


def _bad_nodes(draft: Draft, number: int, found: Mark) -> Iterator[Problem]:
    named = found.nodes if isinstance(found, NodesMark) else (found.node,) if isinstance(found, OnMark) else ()
    for node in named:
        if node not in NODES:
            what, do = "there is no such node in a lab", "name one of those expected"
            yield Problem(draft.where(number), what, do, expected=", ".join(NODES), seen=repr(node))
        elif node not in (*draft.nodes, "router"):
            what, do = f"this scenario does not start {node}", f"add {node} to the `# nodes:` line at the top"
            yield Problem(draft.where(number), what, do, expected=", ".join(draft.nodes), seen=node)


def _bad_dialect(draft: Draft, number: int, found: Mark) -> Iterator[Problem]:
    if draft.source and isinstance(found, OnMark | FailsMark):
        what, do = "this mark means nothing in Python", "remove it; use another client, or catch the exception"
        yield Problem(draft.where(number), what, do, seen=draft.lines[number - 1])
    if draft.source and isinstance(found, StepMark) and found.looks:
        what, do = "pictures are taken in the shell dialect alone", "remove the brackets here, or move them there"
        yield Problem(draft.where(number), what, do, seen=draft.lines[number - 1])


def _bad_looks(draft: Draft, number: int, found: Mark) -> Iterator[Problem]:
    for asked in found.looks if isinstance(found, StepMark) else ():
        if wrong := complaint(asked, draft.nodes):
            yield Problem(draft.where(number), *wrong, expected=HOW_TO_LOOK, seen=f"[{asked}]")


def _repeated(draft: Draft) -> Iterator[Problem]:
    seen: dict[tuple[str, str], int] = {("step", SETUP): 1}
    for number, found in draft.marks.items():
        if not isinstance(found, StepMark | ClaimMark):
            continue
        kind, name = ("step", found.name) if isinstance(found, StepMark) else ("claim", found.id)
        first = seen.setdefault((kind, name), number)
        if first != number:
            what, do = f"{kind} {name!r} stands here a second time", f"give this {kind} a name of its own"
            yield Problem(draft.where(number), what, do, seen=f"the first is at {draft.where(first)}")


def _bad_claims(draft: Draft) -> Iterator[Problem]:
    stops = [number for number, found in draft.marks.items() if isinstance(found, StepMark | ClaimMark)]
    until = dict(pairwise([*sorted(stops), len(draft.lines) + 1]))
    for claim in draft.claims():
        if not claim.sentence:
            what, do = f"claim {claim.id!r} claims nothing", "write `# claim id: One sentence.`"
            yield Problem(draft.where(claim.line), what, do)
        if not _is_proven(draft, claim.line, until[claim.line]):
            kind = "an `assert` at the start of a line" if draft.source else "a command that exits 0 if the claim holds"
            what, do = f"claim {claim.id!r} has no statement", "write the statement that proves it right below"
            yield Problem(draft.where(claim.line), what, do, expected=kind)


def _is_proven(draft: Draft, line: int, before: int) -> bool:
    """Whether a statement that can prove a claim at `line` stands between there and line `before`."""
    if draft.source:
        return statement_of(draft.source, line, before) is not None
    following = draft.lines[line : before - 1]
    return any(text.strip() and not text.lstrip().startswith("#") for text in following)


def _torn_statements(draft: Draft) -> Iterator[Problem]:
    for number, found in draft.marks.items():
        torn = draft.source and any(s.first < number <= s.last for s in draft.source.statements)
        if torn and isinstance(found, StepMark | ClaimMark):
            kind = f"step {found.name!r}" if isinstance(found, StepMark) else f"claim {found.id!r}"
            what, do = f"{kind} begins inside a statement", "move the mark before or after the statement"
            yield Problem(draft.where(number), what, do)
