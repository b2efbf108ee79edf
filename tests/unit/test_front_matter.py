"""The YAML before a page: what is more than it looks is refused, with its line."""

from __future__ import annotations

import time

import pytest

from netdocs.front_matter import front_matter_problems

BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))


@pytest.mark.parametrize(
    ("facts", "line", "message"),
    [
        ("title: x\n" + BOMB, 4, "aliases"),
        ("x: &a\n  y: *a\n", 3, "aliases"),
        (f"title: x\nx: {'[' * 5000}{']' * 5000}\n", 3, "levels"),
        (f"x: {'{a: ' * 900}1{'}' * 900}\n", 2, "levels"),
        ("title: !!python/object/apply:os.system ['x']\n", 2, "tags"),
        ("title: x\nhome: !ENV HOME\n", 3, "tags"),
        ('title: "gpj\\u202ea"\n', 2, "cannot be seen"),
        ('title: "\\e[31m"\n', 2, "cannot be seen"),
        ('title: "a\\ud800b"\n', 2, ""),
        ("title: x\nlearn: ]\n", 3, "no YAML"),
        ("title: \x01\n", 2, "no YAML"),
        ("title: x\nsearch: 5\n", 3, "not what"),
        ("title: x\nsearch:\n  boost: 1\n  synonyms: 5\n", 3, "not what"),
        ("title: [1]\n", 2, "not what"),
        ("title: x\ntemplate: ../x.html\n", 3, "not what"),
        ("icon: ../../../etc/passwd\n", 2, "not what"),
        ("1: 2\n", 2, "not what"),
        ("- a\n", 2, "not what"),
    ],
)
def test_front_matter_holds_plain_facts(facts: str, line: int, message: str) -> None:
    """One problem, at the line, in bounded time."""
    begun = time.monotonic()
    (problem,) = front_matter_problems("docs/en/a.md", f"---\n{facts}---\n# A\n")

    assert time.monotonic() - begun < 5
    assert problem.location == f"docs/en/a.md:{line}"
    assert message in problem.message
    assert "\x1b" not in str(problem)


@pytest.mark.parametrize(
    "text", ["# A\n", "---\n", "---\ntitle: x\nsearch: {boost: 0.3, synonyms: [a, 'b*']}\n---\n# A\n"]
)
def test_plain_facts_are_no_problem(text: str) -> None:
    """Text, numbers, lists and lists of lists."""
    assert [] == list(front_matter_problems("docs/en/a.md", text))
