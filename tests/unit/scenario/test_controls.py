"""Each check run once more, before the commands that are to make it true."""

from __future__ import annotations

from netdocs.scenario.controls import true_before, with_controls
from netdocs.scenario.parser import parse

PATH = "snippets/a/b.sh"


def controlled(text: str) -> str:
    """The text with its controls, which must be a scenario again."""
    changed = with_controls(parse(PATH, text))
    parse(PATH, changed)
    return changed


def test_a_check_is_put_before_the_commands_above_it() -> None:
    """Those between it and the check before."""
    assert controlled("# %% s\nls\nid\n# claim a: A.\ntrue\nps\n# claim b: B.\nfalse\n") == (
        "# %% s\n# claim before-a: A.\ntrue\nls\nid\n# claim a: A.\ntrue\n"
        "# claim before-b: B.\nfalse\nps\n# claim b: B.\nfalse\n"
    )


def test_a_check_right_below_another_is_about_the_same_commands() -> None:
    """Both stand before them, in their order."""
    assert controlled("# %% s\nls\n# claim a: A.\ntrue\n# claim b: B.\nfalse\n") == (
        "# %% s\n# claim before-a: A.\ntrue\n# claim before-b: B.\nfalse\n"
        "ls\n# claim a: A.\ntrue\n# claim b: B.\nfalse\n"
    )


def test_the_commands_are_those_of_the_step() -> None:
    """And of the step before, if the check stands first in its own."""
    same_step = controlled("# %% s\nls\n# %% t\nps\n# claim a: A.\ntrue\n")
    none = controlled("# %% s\nls\n# %% t\n# claim a: A.\ntrue\n")

    assert same_step == "# %% s\nls\n# %% t\n# claim before-a: A.\ntrue\nps\n# claim a: A.\ntrue\n"
    assert none == "# %% s\n# claim before-a: A.\ntrue\nls\n# %% t\n# claim a: A.\ntrue\n"


def test_the_marks_of_a_command_stay_with_it() -> None:
    """A control below `# fails` would take the mark for itself."""
    text = controlled("# %% s\n# fails\nls x\n# claim a [engine >= 28]: A.\ntrue\n")

    assert text.startswith("# %% s\n# claim before-a [engine >= 28]: A.\ntrue\n# fails\nls x\n")


def test_a_control_is_checked_where_the_check_is() -> None:
    """The commands after it are typed where they were before."""
    text = controlled("# nodes: docker1 client\n# %% s\nls\n# on: client\nid\n# claim a: A.\ntrue\n")

    assert "# %% s\n# on: client\n# claim before-a: A.\ntrue\n# on: docker1\nls\n# on: client\nid\n" in text


def test_what_was_true_before_is_told() -> None:
    """With file and line, unless the author says that it is meant."""
    scenario = parse(PATH, "ls\n# claim a: A.\ntrue\n# control: so it is\n# claim b: B.\nfalse\n")
    hints = list(true_before(scenario, ["before-a", "a", "before-b", "b"]))

    assert hints == [f"{PATH}:3: the check of claim 'a' passes already before the commands above it"]
    assert not list(true_before(scenario, ["a", "b"]))
