"""Checks that cannot fail, or that a command which printed nothing would pass. Pure.

What is fault is a hint: only a person can say whether absence is just what the sentence claims. Then a comment
right above the claim, `# control: what shows that the check can fail`, ends the hint.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from netdocs.scenario.model import Scenario
from netdocs.scenario.shell_terms import alternatives, comparison
from netdocs.scenario.statements import Check, checks

CONSTANT = "looks at nothing that a command printed or did"
STATUS = "asks only whether a command succeeded, which the play demands anyway"
ITSELF = "compares a text with itself"
ABSENCE = "asks only for what is not there, so a command that printed nothing passes"
BYPASS = "passes on a side of an `||` that does not look at the output"

_VARIES = re.compile(r"[$`]")
_STATUS = re.compile(r'"?\$\{?status\}?"?')
_OUTPUT = re.compile(r"\$\{?out\b")
_EMPTY = ("", '""', "''")


def weak_checks(scenario: Scenario) -> Iterator[str]:
    """A hint, with file and line, for every check that proves less than it seems to."""
    judge = _python_fault if scenario.dialect == "py" else _shell_fault
    for check in checks(scenario):
        if not check.controlled and (fault := judge(check)):
            yield f"{scenario.path}:{check.first}: the check of claim {check.claim.id!r} {fault}"


def _shell_fault(check: Check) -> str:
    """What is weak about the check; empty if nothing is."""
    sides = alternatives(check.text)
    if fault := next(filter(None, map(_side_fault, sides)), ""):
        return fault
    looks = [any(map(_OUTPUT.search, side)) for side in sides]
    return BYPASS if any(looks) and not all(looks) else ""


def _side_fault(terms: tuple[str, ...]) -> str:
    if any(map(_is_reflexive, terms)):
        return ITSELF
    kinds = set(map(_kind, terms))
    if kinds == {CONSTANT}:
        return CONSTANT
    if "" in kinds:
        return ""
    return ABSENCE if ABSENCE in kinds else STATUS


def _is_reflexive(term: str) -> bool:
    match comparison(term):
        case left, "==" | "=" | "=~", right:
            return _plain(left) == _plain(right)
    return False


def _plain(word: str) -> str:
    return word.strip("\"'*")


def _kind(term: str) -> str:
    """What is weak about one term; empty if it shows something."""
    if term in ("true", ":"):
        return CONSTANT
    if term.startswith(("!", "-z ")):
        return ABSENCE
    compared = comparison(term)
    return _kind_of_comparison(*compared) if compared else ""


def _kind_of_comparison(left: str, operator: str, right: str) -> str:
    if not _VARIES.search(left + right):
        return CONSTANT
    differs = operator in ("!=", "-ne")
    if _STATUS.fullmatch(left):
        return STATUS if differs or right == "0" else ""
    if differs:
        # Two outputs that differ are not both empty.
        return "" if "$(" in left and "$(" in right else ABSENCE
    return ABSENCE if right in _EMPTY else ""


def _python_fault(check: Check) -> str:
    statement = ast.parse(check.text).body[0]
    if not isinstance(statement, ast.Assert):
        return ""
    terms = list(_conjuncts(statement.test))
    if any(isinstance(term, ast.Compare) and _compares_with_itself(term) for term in terms):
        return ITSELF
    if not any(isinstance(node, ast.Name) for node in ast.walk(statement.test)):
        return CONSTANT
    return ABSENCE if all(map(_is_absence, terms)) else ""


def _conjuncts(test: ast.expr) -> Iterator[ast.expr]:
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        for value in test.values:
            yield from _conjuncts(value)
    else:
        yield test


def _compares_with_itself(term: ast.Compare) -> bool:
    return isinstance(term.ops[0], ast.Eq) and ast.dump(term.left) == ast.dump(term.comparators[0])


def _is_absence(term: ast.expr) -> bool:
    """Whether nothing at all would make the term true: `not x`, `x not in y`, `x != y`, `x == []`."""
    if isinstance(term, ast.UnaryOp):
        return isinstance(term.op, ast.Not)
    if not isinstance(term, ast.Compare):
        return False
    if isinstance(term.ops[0], ast.NotEq):
        return isinstance(term.comparators[0], ast.Constant)
    if isinstance(term.ops[0], ast.NotIn):
        return True
    return isinstance(term.ops[0], ast.Eq) and _is_empty(term.comparators[0])


def _is_empty(value: ast.expr) -> bool:
    if isinstance(value, ast.Constant):
        return value.value in ("", b"")
    return (isinstance(value, ast.List | ast.Tuple) and not value.elts) or (
        isinstance(value, ast.Dict) and not value.keys
    )
