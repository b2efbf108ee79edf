"""A driven bash, here this machine's: nothing a scenario defines changes a verdict, nor what a reader sees."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from agent.bash_session import Bash, bash
from agent.interpreters import Reply
from agent.network import Node
from shell_cases import ERRORS, HOSTILE, REDEFINED, TRANSCRIPT, TRUE, WRONG


@dataclass(frozen=True)
class LocalShell:
    """A node that is the machine of the tests."""

    def command(self, *argv: str) -> list[str]:
        """As it stands."""
        return list(argv)


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Bash]:
    """A bash of this machine, in English, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    session = bash(cast("Node", LocalShell()), 65536)
    yield session
    session.interpreter.close()


def typed(shell: Bash, text: str) -> tuple[str, str]:
    """Exit code (or how it ended) and output of a command."""
    reply = shell.execute(text, time.monotonic() + 10)
    return reply.text or reply.end, reply.output


def checked(shell: Bash, text: str, status: int = 1, out: str = "") -> Reply:
    """How a claim's check went."""
    return shell.check(text, status, out, time.monotonic() + 10)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_that_is_defined_changes_a_verdict_or_the_page(shell: Bash, hostile: str) -> None:
    """What comes after reads as in a new shell, false checks are false, and true ones true."""
    for command in hostile.split("\n\n"):
        typed(shell, command)
    typed(shell, "false")
    verdicts = {text: checked(shell, text).text for text in (*WRONG, TRUE)}

    assert {text: verdict for text, verdict in verdicts.items() if verdict == "0"} == {TRUE: "0"}
    assert [(text, *typed(shell, text)) for text, *_ in TRANSCRIPT] == TRANSCRIPT


@pytest.mark.parametrize(("before", "check"), REDEFINED)
def test_a_word_in_a_check_means_what_it_means_in_a_new_shell(shell: Bash, before: str, check: str) -> None:
    """Neither functions with the names of programs, nor settings, nor traps make a false check true."""
    assert "0" != checked(shell, check).text
    typed(shell, before)

    assert "0" != checked(shell, check).text


def test_a_shell_in_which_all_would_be_true_is_told_of(shell: Bash) -> None:
    """A check that is known to be false goes before, and who makes it true is told what may have done it."""
    typed(shell, "set -T; trap '[[ $BASH_COMMAND == POSIX* ]] && exit 0; true' DEBUG")
    reply = checked(shell, "true")

    assert ("1", True) == (reply.text, "even a check that is false would hold" in reply.output)


def test_helpers_of_the_author_are_there_in_a_check(shell: Bash) -> None:
    """A function whose name is no program's is the author's own."""
    typed(shell, "has_alpha() { grep -q alpha; }")

    assert ["0", "1"] == [checked(shell, f"has_alpha <<<{word}").text for word in ("alpha", "beta")]


def test_digits_in_the_place_of_a_reply_take_no_time(shell: Bash) -> None:
    """As many as a reply may have, which would be looked through from each of them."""
    begun = time.monotonic()
    typed(shell, f"head -c 900000 /dev/zero | tr '\\0' 1 >&{shell.interpreter.replies}")

    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(("command", "printed"), ERRORS)
def test_bash_speaks_as_at_a_keyboard(shell: Bash, command: str, printed: str) -> None:
    """Its errors are those of an interactive bash: no script, no line number."""
    assert (printed, "0") == (typed(shell, command)[1], typed(shell, "true")[0])


@pytest.mark.parametrize(
    ("before", "command", "printed"),
    [
        ("set -x", "echo a $(echo b)", "++ echo b\n+ echo a b\na b\n"),
        ("PS4='> '; set -x", "echo a", "> echo a\na\n"),
        ("set -v", "for i in 1; do\necho $i\ndone", "for i in 1; do\necho $i\ndone\n1\n"),
        ("set -v; false", "echo a", "echo a\na\n"),
        ("trap 'echo D' DEBUG", "echo a", "D\na\n"),
        ("trap 'echo \"$BASH_COMMAND\"' DEBUG", "false", "false\n"),
        ("set -T; trap 'echo D' DEBUG", "false", "D\n"),
        ("trap 'echo ERR $?' ERR", "false", "ERR 1\n"),
        ("set -E; trap 'echo ERR $?' ERR; false", "true", ""),
        ("f() { :; }; set -T; trap 'echo RET' RETURN", "f", "RET\n"),
        ("exec >/dev/null", "echo a", ""),
        ("exec >&-", "echo b >&2", "b\n"),
        ("exec 2>&1", "ls /nosuch", "ls: cannot access '/nosuch': No such file or directory\n"),
        ("alias ll='echo ll'", "ll", "ll\n"),
        ("shopt -s extglob", "echo /et@(c|d)", "/etc\n"),
        ("false | true", "echo ${PIPESTATUS[@]}", "1 0\n"),
        ("(exit 7)", "echo $?", "7\n"),
        ("true", "echo $? ${PIPESTATUS[@]}", "0 0\n"),
        ("! false", "echo $?", "0\n"),
        ("trap 'echo D' DEBUG; true", "echo $?", "D\n0\n"),
        ("exit() { :; }; (builtin exit 7)", "echo $?", "7\n"),
        ("set -a", "env | grep -cE '^(_nd|out|status)'", "0\n"),
        ("command_not_found_handle() { echo no $1; }", "nosuch", "no nosuch\n"),
        (": nothing", "echo $0 $# $-", "bash 0 hiB\n"),
        ("set -- a b", "echo $2", "b\n"),
        ("exec 10>&1", "echo a >&10", "a\n"),
        ("(sleep 0.1; echo later) &", "sleep 0.5", "later\n"),
        (": nothing", "cat <<'E'\n# claim no: $x\nE", "# claim no: $x\n"),
        (": nothing", "=x", "bash: =x: command not found\n"),
        (": nothing", "printf 'a\\0b'", "a\0b"),
    ],
)
def test_settings_show_the_authors_commands_alone(shell: Bash, before: str, command: str, printed: str) -> None:
    """Traces, traps and settings tell of what the author typed, also with a check between."""
    typed(shell, before)
    checked(shell, "false")

    assert printed == typed(shell, command)[1]


@pytest.mark.parametrize("name", ["out", "status"])
def test_a_read_only_name_makes_no_claim_true(shell: Bash, name: str) -> None:
    """A check that cannot see what it asks about is false, and says why."""
    typed(shell, f"readonly {name}=0")
    reply = checked(shell, f"[[ ${name} == 0 ]]", 1, "1")

    assert ("1", True) == (reply.text, "readonly variable" in reply.output)


@pytest.mark.parametrize("name", ["builtin", "eval", "unset", "test", "["])
def test_a_read_only_function_makes_no_claim_true(shell: Bash, name: str) -> None:
    """One that stands in for a builtin and cannot be put aside makes checks false."""
    typed(shell, f"{name}() {{ true; }}")
    typed(shell, f"readonly -f {name}")

    assert "0" != checked(shell, "test 2 = 3").text


@pytest.mark.parametrize("before", ["readonly POSIXLY_CORRECT", "enable -n builtin", "enable -n eval printf"])
def test_what_keeps_a_check_from_being_made_makes_it_false(shell: Bash, before: str) -> None:
    """There are ways to break our lines on purpose; none of them makes a false check true."""
    typed(shell, before)
    typed(shell, "builtin() { ((1)); }")

    assert "0" != checked(shell, "false").text


def test_a_check_leaves_nothing_behind(shell: Bash) -> None:
    """It sees the shell's variables, functions, jobs and $?, and changes none of them."""
    typed(shell, "x=5 out=mine; f() { [[ $1 == a ]]; }; sleep 5 &")
    typed(shell, "(exit 3)")
    text = "[[ $? == 3 && $status == 3 && $out == it\\'s && -n $(jobs -r) ]] && f a && ((x++ == 5)) && cd /; exit"

    assert "0" == checked(shell, text, 3, "it's").text
    assert ("0", f"3 5 mine {Path.cwd()}\n") == typed(shell, "echo $? $x $out $PWD")


@pytest.mark.parametrize(
    ("command", "end"),
    [
        ("exit 4", ("ended", "")),
        ("set -e; false", ("ended", "")),
        ("exec true", ("ended", "")),
        ("exec sleep 5", ("ended", "")),
        ("(while read -t 5 x <> <(:); do :; done) & exit", ("ended", "")),
    ],
)  # fmt: skip
def test_a_shell_that_ends_is_no_reply(shell: Bash, command: str, end: tuple[str, str]) -> None:
    """There is nothing more to be typed at it."""
    assert end[0] == typed(shell, command)[0] or end[0] == typed(shell, "true")[0]


def test_a_shell_that_reads_no_more_runs_out_of_time(shell: Bash) -> None:
    """Also where what is typed at it is longer than a pipe can hold."""
    typed(shell, "(sleep 0.2; kill -STOP $$) & sleep 0.1")
    time.sleep(0.3)
    begun = time.monotonic()
    reply = shell.execute(f": {'x' * 300_000}", begun + 1)

    assert "timed out" == reply.end
    assert time.monotonic() - begun < 4


def test_a_long_command_arrives_whole(shell: Bash) -> None:
    """In as many pieces as the pipe takes."""
    assert ("0", "300000\n") == typed(shell, f"x={'x' * 300_000}; echo ${{#x}}")
