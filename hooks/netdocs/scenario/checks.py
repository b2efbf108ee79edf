"""What is wrong with a scenario: every rule its text must keep. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from netdocs.errors import Diagnostic
from netdocs.scenario.directives import (
    ClaimDirective,
    Directive,
    FailsDirective,
    NeedsDirective,
    NodesDirective,
    OnDirective,
    StepDirective,
    parse_directive,
)
from netdocs.scenario.model import NODES, SETUP
from netdocs.scenario.near_misses import intended_directive
from netdocs.scenario.parsed_source import ParsedSource
from netdocs.scenario.python_source import statement_of
from netdocs.scenario.requirements import REQUIREMENT_SYNTAX, EngineConstraint, parse_requirement
from netdocs.scenario.snapshots import SNAPSHOT_SYNTAX, validate
from netdocs.terminal import escape_invisible

# `start`, `two-networks`; `_cleanup` is never shown. Both are parts of addresses: #claim-no-names
_STEP_NAME = re.compile(r"_?[a-z0-9]+(-[a-z0-9]+)*$")
_CLAIM_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")


def problems(source: ParsedSource) -> Iterator[Diagnostic]:
    """Every rule the scenario breaks, with its line."""
    for number, directive in source.directives.items():
        yield from _check_name(source.location(number), directive)
        yield from _check_requirement(source.location(number), directive)
        yield from _check_nodes(source, number, directive)
        yield from _check_dialect(source, number, directive)
        yield from _check_snapshots(source, number, directive)
    yield from _check_near_misses(source)
    yield from _check_failures(source)
    yield from _check_characters(source)
    yield from _check_uniqueness(source)
    yield from _check_claims(source)
    yield from _directives_inside_statements(source)


def _check_characters(source: ParsedSource) -> Iterator[Diagnostic]:
    """A character that reorders or hides what follows would show a reader other code than runs."""
    for number, line in enumerate(source.lines, 1):
        if (visible := escape_invisible(line)) != line:
            message = "a character here cannot be seen, or reorders what can"
            yield Diagnostic(source.location(number), message, "remove it, or write it as an escape", actual=visible)


def _check_name(location: str, directive: Directive) -> Iterator[Diagnostic]:
    rule = "use lower-case letters, digits and single hyphens"
    if isinstance(directive, StepDirective) and not _STEP_NAME.match(directive.name):
        yield Diagnostic(location, "this is no name for a step", rule, actual=repr(directive.name))
    if isinstance(directive, ClaimDirective) and not _CLAIM_ID.match(directive.id):
        yield Diagnostic(
            location,
            "this is no id for a claim",
            f"{rule}: `# claim some-id: A sentence.`",
            actual=repr(directive.id),
        )


def _check_requirement(location: str, directive: Directive) -> Iterator[Diagnostic]:
    if isinstance(directive, NeedsDirective) and parse_requirement(directive.requirement) is None:
        yield Diagnostic(location, "unknown need", REQUIREMENT_SYNTAX, actual=repr(directive.requirement))
    if (
        isinstance(directive, ClaimDirective)
        and directive.limit
        and not isinstance(parse_requirement(directive.limit), EngineConstraint)
    ):
        hint = "write `[engine >= 28]` (or <=, ==, >, <)"
        yield Diagnostic(location, "unknown limit of a claim", hint, actual=repr(directive.limit))


def _check_nodes(source: ParsedSource, number: int, directive: Directive) -> Iterator[Diagnostic]:
    named = directive.nodes if isinstance(directive, NodesDirective) else ()
    for node in (directive.node,) if isinstance(directive, OnDirective) else named:
        if node not in NODES:
            message, hint = "there is no such node in a lab", "name one of those expected"
            yield Diagnostic(source.location(number), message, hint, expected=", ".join(NODES), actual=repr(node))
        elif node not in (*source.nodes, "router"):
            message, hint = f"this scenario does not start {node}", f"add {node} to the `# nodes:` line at the top"
            yield Diagnostic(source.location(number), message, hint, expected=", ".join(source.nodes), actual=node)


def _check_dialect(source: ParsedSource, number: int, directive: Directive) -> Iterator[Diagnostic]:
    if source.python and isinstance(directive, OnDirective | FailsDirective):
        message, hint = "this mark means nothing in Python", "remove it; use another client, or catch the exception"
        yield Diagnostic(source.location(number), message, hint, actual=source.lines[number - 1])
    if source.python and isinstance(directive, StepDirective) and directive.snapshots:
        message, hint = "pictures are taken in the shell dialect alone", "remove the brackets here, or move them there"
        yield Diagnostic(source.location(number), message, hint, actual=source.lines[number - 1])


def _check_snapshots(source: ParsedSource, number: int, directive: Directive) -> Iterator[Diagnostic]:
    for snapshot in directive.snapshots if isinstance(directive, StepDirective) else ():
        if wrong := validate(snapshot, source.nodes):
            yield Diagnostic(source.location(number), *wrong, expected=SNAPSHOT_SYNTAX, actual=f"[{snapshot}]")


def _check_uniqueness(source: ParsedSource) -> Iterator[Diagnostic]:
    lines: dict[tuple[str, str], int] = {("step", SETUP): 1}
    for number, directive in source.directives.items():
        if not isinstance(directive, StepDirective | ClaimDirective):
            continue
        kind, name = ("step", directive.name) if isinstance(directive, StepDirective) else ("claim", directive.id)
        first = lines.setdefault((kind, name), number)
        if first != number:
            message, hint = f"{kind} {name!r} stands here a second time", f"give this {kind} a name of its own"
            yield Diagnostic(source.location(number), message, hint, actual=f"the first is at {source.location(first)}")


def _check_claims(source: ParsedSource) -> Iterator[Diagnostic]:
    stops = [
        number
        for number, directive in source.directives.items()
        if isinstance(directive, StepDirective | ClaimDirective)
    ]
    until = dict(pairwise([*sorted(stops), len(source.lines) + 1]))
    for claim in source.claims():
        if not claim.sentence:
            message, hint = f"claim {claim.id!r} claims nothing", "write `# claim id: One sentence.`"
            yield Diagnostic(source.location(claim.line), message, hint)
        if not _is_proven(source, claim.line, until[claim.line]):
            kind = (
                "an `assert` at the start of a line" if source.python else "a command that exits 0 if the claim holds"
            )
            message, hint = f"claim {claim.id!r} has no statement", "write the statement that proves it right below"
            yield Diagnostic(source.location(claim.line), message, hint, expected=kind)


def _is_proven(source: ParsedSource, line: int, before: int) -> bool:
    """Whether a statement that can prove a claim at `line` stands between there and line `before`."""
    if source.python:
        return statement_of(source.python, line, before) is not None
    following = source.lines[line : before - 1]
    return any(text.strip() and not text.lstrip().startswith("#") for text in following)


def _directives_inside_statements(source: ParsedSource) -> Iterator[Diagnostic]:
    for number, directive in source.directives.items():
        inside_statement = source.python and any(s.first < number <= s.last for s in source.python.statements)
        if inside_statement and isinstance(directive, StepDirective | ClaimDirective):
            kind = f"step {directive.name!r}" if isinstance(directive, StepDirective) else f"claim {directive.id!r}"
            message, hint = f"{kind} begins inside a statement", "move the mark before or after the statement"
            yield Diagnostic(source.location(number), message, hint)


def _check_near_misses(source: ParsedSource) -> Iterator[Diagnostic]:
    """A directive with a slip in it is a comment to everybody, and what it asks for does not happen."""
    for number, comment in source.comments:
        if directive := intended_directive(comment):
            message, hint = "this looks like a directive and is none", "write it as expected, or say it in other words"
            yield Diagnostic(source.location(number), message, hint, expected=directive, actual=comment)


def _check_failures(source: ParsedSource) -> Iterator[Diagnostic]:
    """`# fails` is about the command below it; a claim's command must succeed, and a step's end has none."""
    if source.python:
        return
    for number, directive in source.directives.items():
        if not isinstance(directive, FailsDirective):
            continue
        if not _precedes_command(source, number):
            message, hint = "no command follows this line", "put it right above the command that fails"
            yield Diagnostic(source.location(number), message, hint, actual=source.lines[number - 1])
        elif _follows_claim(source, number):
            message, hint = "a claim's command must exit 0", "write `! command`, or check `[[ $status -ne 0 ]]`"
            yield Diagnostic(source.location(number), message, hint, actual=source.lines[number - 1])


def _precedes_command(source: ParsedSource, number: int) -> bool:
    for line in source.lines[number:]:
        if isinstance(parse_directive(line), StepDirective | ClaimDirective):
            return False
        if _is_code(line):
            return True
    return False


def _follows_claim(source: ParsedSource, number: int) -> bool:
    """Whether a claim is between the directive and the code above it."""
    above = takewhile(lambda line: not _is_code(line), reversed(source.lines[: number - 1]))
    return any(isinstance(parse_directive(line), ClaimDirective) for line in above)


def _is_code(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")
