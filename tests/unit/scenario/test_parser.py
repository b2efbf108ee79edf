"""Parsing: from the text of a scenario to steps, claims, nodes and needs, or to all its problems."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdocs.errors import AuthorError
from netdocs.scenario.model import Claim, Scenario
from netdocs.scenario.parser import parse
from netdocs.scenario.requirements import EngineConstraint, KernelFeature

SHELL = """\
#!/bin/bash
# Two containers on the default bridge.
# nodes: client docker2
# needs: kernel ip_vs
set -e

# %% start
docker run -dit --name alpha busybox
# claim is-up [engine >= 28]: The container runs.
docker exec alpha true
# %% _between
sleep 1
# %% ping
# on: client
# fails
ping -c 1 alpha
"""

PYTHON = '''\
"""Two containers on the default bridge."""

import docker

client = docker.from_env()

# %% start
alpha = client.containers.run("busybox", detach=True)
# claim is-up: The container runs.
assert alpha.id
'''


def sh(*lines: str) -> Scenario:
    return parse("snippets/bridge/default.sh", "\n".join(lines) + "\n")


def py(*lines: str) -> Scenario:
    return parse("snippets/bridge/default.py", "\n".join(lines) + "\n")


def problems(path: str, *lines: str) -> list[tuple[str, str]]:
    """Place and fact of every problem of a scenario that has some."""
    with pytest.raises(AuthorError) as caught:
        parse(path, "\n".join(lines) + "\n")
    return [(problem.location.removeprefix(path), problem.message) for problem in caught.value.problems]


def test_a_shell_scenario() -> None:
    """Title, nodes, needs, steps and claims of the shell dialect."""
    scenario = parse("snippets/bridge/default.sh", SHELL)

    assert ("bridge/default.sh", "bridge/default", "sh") == (scenario.name, scenario.session, scenario.dialect)
    assert "Two containers on the default bridge." == scenario.title
    assert ("docker1", "client", "docker2") == scenario.nodes
    assert (KernelFeature("ip_vs"),) == scenario.requirements
    assert [("_setup", 1, 6), ("start", 7, 10), ("_between", 11, 12), ("ping", 13, 16)] == [
        (step.name, step.first, step.last) for step in scenario.steps
    ]
    assert (Claim("is-up", "The container runs.", 9, EngineConstraint(">=", (28,))),) == scenario.claims


def test_a_python_scenario() -> None:
    """The Python dialect besides has units to run and a source to show."""
    scenario = parse("snippets/bridge/default.py", PYTHON)
    start = scenario.step("start")

    assert ("bridge/default", "py", "Two containers on the default bridge.") == (
        scenario.session,
        scenario.dialect,
        scenario.title,
    )
    assert start is not None
    assert 'alpha = client.containers.run("busybox", detach=True)' == start.source
    assert [(8, 8, ""), (10, 10, "is-up")] == [(unit.first, unit.last, unit.claim) for unit in start.units]


def test_a_scenario_without_steps_is_all_set_up() -> None:
    """Nothing but set-up is allowed; docker1 is always there."""
    scenario = sh("true")

    assert ["_setup"] == [step.name for step in scenario.steps]
    assert ("docker1",) == scenario.nodes
    assert "" == scenario.title


def test_an_empty_file_is_an_empty_scenario() -> None:
    """No text is no error: there is just nothing to show."""
    assert [("_setup", 1, 0)] == [(step.name, step.first, step.last) for step in parse("snippets/a/b.sh", "").steps]


def test_a_hidden_step_is_one_whose_name_begins_with_an_underscore() -> None:
    """Set-up and steps named so are run and never shown."""
    assert [True, False, True] == [step.hidden for step in sh("# %% one", "true", "# %% _two", "true").steps]


def test_an_unknown_step_is_none() -> None:
    """Asking for a step that is not there is no error."""
    assert sh("true").step("start") is None


@pytest.mark.parametrize("name", ["", "Start", "two words", "ping_by_name", "-a", "a-", "a--b", "_"])
def test_a_step_needs_a_plain_name(name: str) -> None:
    """Names of steps are lower-case words joined by hyphens, so that fences and file names can hold them."""
    assert [(":1", "this is no name for a step")] == problems("snippets/a/b.sh", f"# %% {name}".rstrip(), "true")


@pytest.mark.parametrize("name", ["No-Names", "a_b", "a--b", ""])
def test_a_claim_needs_a_plain_id(name: str) -> None:
    """Ids of claims are parts of URLs."""
    assert [(":1", "this is no id for a claim")] == problems("snippets/a/b.sh", f"# claim {name}: So.", "true")


def test_unknown_needs_and_limits_are_problems() -> None:
    """What asks for something nobody knows is never silently met."""
    reported = problems("snippets/a/b.sh", "# needs: kernel warp", "# claim a [kernel ip_vs]: So.", "true")

    assert [(":1", "unknown need"), (":2", "unknown limit of a claim")] == reported


def test_nodes_must_exist_and_be_started() -> None:
    """A command cannot be typed at a machine that is not there."""
    reported = problems("snippets/a/b.sh", "# nodes: docker9", "# on: client", "true", "# on:", "true")

    assert [
        (":1", "there is no such node in a lab"),
        (":2", "this scenario does not start client"),
        (":4", "there is no such node in a lab"),
    ] == reported


def test_the_router_is_always_there() -> None:
    """A command can be typed at the router without asking for it."""
    assert ("docker1",) == sh("# on: router", "ip route").nodes


def test_names_are_used_once() -> None:
    """A step or a claim that comes back is an error that names the first; a step and a claim may share a name."""
    lines = ("# %% one", "# claim one: So.", "true", "# %% one", "# claim one: So.", "true")

    assert [(":4", "step 'one' stands here a second time"), (":5", "claim 'one' stands here a second time")] == (
        problems("snippets/a/b.sh", *lines)
    )


def test_a_claim_says_something() -> None:
    """A claim without a sentence is no claim."""
    assert [(":1", "claim 'a' claims nothing")] == problems("snippets/a/b.sh", "# claim a:", "true")


@pytest.mark.parametrize(
    "lines",
    [
        ["# claim a: So."],
        ["# claim a: So.", "", "# only a comment"],
        ["# claim a: So.", "# %% next", "true"],
        ["# claim a: So.", "# claim b: So too.", "true"],
    ],
)
def test_a_shell_claim_needs_a_command(lines: list[str]) -> None:
    """The command that proves a claim stands before the next step and the next claim."""
    assert [(":1", "claim 'a' has no statement")] == problems("snippets/a/b.sh", *lines)


@pytest.mark.parametrize(
    "lines", [["# claim a: So."], ["# claim a: So.", "x = 1"], ["# claim a: So.", "# %% next", "assert 1"]]
)
def test_a_python_claim_needs_an_assertion(lines: list[str]) -> None:
    """The very next statement asserts, in the same step."""
    assert [(":1", "claim 'a' has no statement")] == problems("snippets/a/b.py", *lines)


def test_a_step_cannot_begin_inside_a_statement() -> None:
    """A Python statement runs whole, so it belongs to one step."""
    reported = problems("snippets/a/b.py", "for x in (1, 2):", "    y = x", "# %% one", "    print(y)")

    assert [(":3", "step 'one' begins inside a statement")] == reported


def test_all_problems_are_reported_at_once() -> None:
    """An author mends everything in one go."""
    reported = problems("snippets/a/b.sh", "# needs: luck", "# on: moon", "# %% Bad", "# claim a:")

    assert [":1", ":2", ":3", ":4", ":4"] == [location for location, _ in reported]


WORDS = st.sampled_from(
    [
        "",
        "true",
        "# %% one",
        "# %% two",
        "# %% Bad",
        "# claim a: So.",
        "# claim b:",
        "# fails",
        "# on: client",
        "x = (",
        ")",
    ]
)


@given(st.lists(WORDS, max_size=12).map("\n".join), st.sampled_from(["sh", "py"]))
def test_whatever_is_written_it_is_a_scenario_or_an_authors_error(text: str, dialect: str) -> None:
    """Parsing never fails in another way, and the steps of a scenario cover the file without gap or overlap."""
    try:
        steps = parse(f"snippets/a/b.{dialect}", text).steps
    except AuthorError:
        return

    assert (1, len(text.splitlines())) == (steps[0].first, steps[-1].last)
    assert all(step.last + 1 == next_one.first for step, next_one in pairwise(steps))


def test_the_name_of_the_set_up_is_taken() -> None:
    """A step named like the set-up would get the set-up's output, and the set-up the step's."""
    assert [(":2", "step '_setup' stands here a second time")] == problems(
        "snippets/a/b.sh", "true", "# %% _setup", "true"
    )


def test_a_claim_cannot_stand_inside_a_statement() -> None:
    """A claim there would take the rest of the statement out of what the reader sees."""
    lines = ("for x in (1, 2):", "    y = x", "# claim a: So.", "    print(y)", "assert y")

    assert [(":3", "claim 'a' begins inside a statement")] == problems("snippets/a/b.py", *lines)


@pytest.mark.parametrize("line", ["# on: docker1", "# fails"])
def test_marks_of_the_shell_dialect_are_refused_in_python(line: str) -> None:
    """`# on:` and `# fails` do nothing in Python, so an author who writes them is told."""
    with pytest.raises(AuthorError):
        py(line, "x = 1")


@pytest.mark.parametrize("path", ["snippets/a/b.sh", "snippets/a/b.py"])
def test_steps_end_where_the_file_does(path: str) -> None:
    """A line separator inside a string begins no line, in neither dialect."""
    assert [("_setup", 1, 1), ("two", 2, 3)] == [
        (step.name, step.first, step.last) for step in parse(path, "x='\u2028'\n# %% two\ny=1\n").steps
    ]


def located(path: str, text: str) -> list[tuple[str, str]]:
    """Place and message of every problem."""
    with pytest.raises(AuthorError) as caught:
        parse(path, text)
    return [(problem.location, problem.message) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# fails\n# claim x: So.\ntrue\nfalse\n", 1, "no command follows this line"),
        ("# %% one\ntrue\n# may fail\n# %% two\nfalse\n", 3, "no command follows this line"),
        ("# %% one\ntrue\n# fails\n\n# The end.\n", 3, "no command follows this line"),
        ("# claim x: So.\n# fails\ntrue\n", 2, "a claim's command must exit 0"),
        ("# claim x: So.\n# on: docker1\n# fails\ntrue\n", 3, "a claim's command must exit 0"),
    ],
)
def test_a_failure_belongs_to_a_command(text: str, line: int, message: str) -> None:
    """Where it would be dropped, its line is told."""
    assert [(f"snippets/a/b.sh:{line}", message)] == located("snippets/a/b.sh", text)


@pytest.mark.parametrize("text", ["# fails\n# on: docker1\nfalse\n", "# claim x: So.\ntrue\n\n# fails\nfalse\n"])
def test_a_failure_may_be_above_the_node_and_after_a_claim(text: str) -> None:
    """Both lines are about the command below."""
    assert text == parse("snippets/a/b.sh", text).text


@pytest.mark.parametrize(
    ("path", "text", "lines"),
    [
        ("snippets/a/b.sh", "#%% one\n  # %% two\n", (1, 2)),
        ("snippets/a/b.py", 'x = """\n#%% zero\n"""\n#%% one\nif x:\n    # claim a: So.\n    x = 1\n', (4, 6)),
    ],
)
def test_a_comment_that_is_almost_a_directive_is_told(path: str, text: str, lines: tuple[int, ...]) -> None:
    """Indented or not; in Python a string is no comment."""
    assert [(f"{path}:{line}", "this looks like a directive and is none") for line in lines] == located(path, text)
