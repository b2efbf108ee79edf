"""What was typed at a lab's shell, as a scenario."""

from __future__ import annotations

from pathlib import Path

import pytest

from netdocs.commands.record_shell import target_of, write_typed
from netdocs.commands.typed_scenario import TypedCommand as Command
from netdocs.commands.typed_scenario import scenario_text, typed_commands
from netdocs.errors import AuthorError
from netdocs.scenario.parser import parse


def history(*entries: tuple[int, int, str]) -> str:
    """What bash writes before each prompt: exit code, number and text of the last entry."""
    return "".join(f"{status}\0  {number}  {text}\0" for number, status, text in entries)


def test_an_empty_line_repeats_nothing() -> None:
    """It has the number of the entry before. What is no entry, before the first command, is none."""
    printed = "0\0\0" + history((1, 0, "docker ps"), (1, 0, "docker ps"), (2, 1, "docker rm x"), (3, 0, "docker ps"))

    assert (
        Command("docker ps", 0),
        Command("docker rm x", 1),
        Command("docker ps", 0),
    ) == typed_commands(printed)


def test_what_is_cut_off_is_left_out() -> None:
    """A shell that was killed wrote half an entry."""
    assert (Command("id", 0),) == typed_commands(history((1, 0, "id")) + "0\0  2  doc")


def test_it_is_a_scenario() -> None:
    """With steps as they were typed, and failures said, unless whoever typed said it already."""
    typed = [
        Command("docker network create garden", 0),
        Command("# %% gone", 0),
        Command("docker rm nobody", 1),
        Command("# fails", 1),
        Command("docker rm nobody", 1),
        Command("# may fail", 1),
        Command("docker rm nobody", 1),
        Command("cat <<END\na\nEND", 0),
    ]
    text = scenario_text(typed, ["docker1", "client"], "A garden.")

    assert text == (
        "# A garden.\n# nodes: docker1 client\n\n# %% first\ndocker network create garden\n\n"
        "# %% gone\n# fails\ndocker rm nobody\n# fails\ndocker rm nobody\n# may fail\ndocker rm nobody\n"
        "cat <<END\na\nEND\n"
    )
    assert ["first", "gone"] == [step.name for step in parse("snippets/a/b.sh", text).steps if step.name[0] != "_"]


@pytest.mark.parametrize(
    "typed",
    [[], [Command("# %% a", 0)], [Command("clear", 0), Command("history", 0), Command("", 0)]],
)
def test_where_there_is_no_command_there_is_no_scenario(typed: list[Command]) -> None:
    """Nor is there one where everything was about the terminal."""
    assert scenario_text(typed, ["docker1"], "Nothing.") == ""


def test_what_was_interrupted_is_left_out() -> None:
    """A play would wait for its end."""
    assert "sleep" not in scenario_text([Command("sleep 9999", 130), Command("id", 0)], ["docker1"], "Id.")


@pytest.mark.parametrize(
    ("name", "path"), [("guides/inspect/first", "inspect/first"), ("inspect/first", "inspect/first")]
)
def test_a_name_is_that_of_page_and_scenario(tmp_path: Path, name: str, path: str) -> None:
    """As `make page` has it."""
    target = target_of(tmp_path, name)
    messages = write_typed(target, history((1, 0, "docker ps")), ["docker1"])

    assert (tmp_path / f"snippets/{path}.sh").read_text(encoding="utf-8").endswith("\n\n# %% first\ndocker ps\n")
    assert f'session="{path}" step="first"' in "".join(messages)
    with pytest.raises(AuthorError, match="this is there already"):
        target_of(tmp_path, name)


@pytest.mark.parametrize("name", ["inspect", "a/b/c/d", "../x/y", "guides/Inspect/first", "a//b"])
def test_what_is_no_name_is_refused(tmp_path: Path, name: str) -> None:
    """Before a lab is built."""
    with pytest.raises(AuthorError, match="this is no name for a scenario"):
        target_of(tmp_path, name)


def test_nothing_typed_writes_nothing(tmp_path: Path) -> None:
    """And says so."""
    (messages,) = write_typed(target_of(tmp_path, "a/b"), "", ["docker1"])

    assert "nothing was typed" in messages
    assert not (tmp_path / "snippets").exists()
