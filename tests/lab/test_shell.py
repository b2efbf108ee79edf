"""The shell dialect, played by a real bash on a real node."""

from __future__ import annotations

import pytest

from netdocs.lab import runner
from shell_cases import HOSTILE, TRANSCRIPT, TRUE, WRONG
from support import Play, entries, outputs


def test_commands_are_split_where_bash_would(play: Play) -> None:
    """Loops, here-documents, continuations and multi-line quotes are one command each."""
    text = """# Splitting.
# %% all
for i in 1 2; do
  echo "$i"
done
cat <<END
# claim not-one: This is text.
END
echo a \\
  b
echo 'x
y'
true && \\
echo last |
  cat
"""
    commands = entries(play(text.replace("# claim not-one: This is text.", "inside")))

    assert [entry.output for entry in commands] == ["1\n2\n", "inside\n", "a b\n", "x\ny\n", "last\n"]
    assert [(entry.first, entry.last) for entry in commands] == [(3, 5), (6, 8), (9, 10), (11, 12), (13, 15)]


def test_one_shell_keeps_its_state(play: Play) -> None:
    """Variables, functions, directory and $? carry over from command to command and step to step."""
    text = """# State.
x=1
greet() { echo "hello $1"; }
# %% one
cd /tmp
# fails
(exit 7)
echo "$? $x"
# %% two
greet "$PWD"
"""
    assert outputs(play(text))[-2:] == ["7 1\n", "hello /tmp\n"]


def test_each_command_has_its_own_output_status_and_duration(play: Play) -> None:
    """What a command prints on either stream is its own, in order, with its exit code and time."""
    text = "# Streams.\n# %% all\necho out; echo err >&2; echo out\n# fails\nsh -c 'sleep 0.2; exit 3'\n"
    first, second = entries(play(text))

    assert first.output == "out\nerr\nout\n"
    assert (second.exit_code, second.output) == (3, "")
    assert 0.2 <= second.seconds < 2


def test_claims_see_the_last_command(play: Play) -> None:
    """A claim's command has $out and $status of the command before it, and a false one does not stop the play."""
    text = """# Claims.
# %% all
# fails
ls /nowhere
# claim it-failed: It failed.
[ "$status" -eq 2 ] && grep -q "No such file" <<<"$out"
# claim it-worked: It worked.
[ "$status" -eq 0 ]
echo still here
"""
    outcome = play(text)

    assert outcome.recording is not None
    assert [(claim.id, claim.status) for claim in outcome.recording.claims] == [
        ("it-failed", "passed"),
        ("it-worked", "failed"),
    ]
    assert outcome.recording.steps[-1].commands[-1].output == "still here\n"
    (problem,) = outcome.problems
    assert problem.location == "snippets/test/case.sh:7"
    assert "$status = 2" in problem.actual


def test_a_failing_command_stops_the_play(play: Play) -> None:
    """The problem names file and line, the command, its output and its exit code."""
    outcome = play("# It stops.\n# %% all\ntrue\ncat /nowhere\necho never\n")

    assert outcome.recording is None
    (problem,) = outcome.problems
    assert problem.location == "snippets/test/case.sh:4"
    assert problem.actual == "cat /nowhere\nexit code 1"
    assert "No such file" in problem.output


def test_success_where_failure_was_announced_is_a_problem(play: Play) -> None:
    """A command under `# fails` must fail."""
    (problem,) = play("# It stops.\n# %% all\n# fails\ntrue\n").problems

    assert problem.location == "snippets/test/case.sh:4"
    assert "succeeded" in problem.message


def test_a_step_that_hangs_is_ended(play: Play) -> None:
    """A step has its time limit, and what was printed until then is shown."""
    (problem,) = play("# Hangs.\n# %% all\necho before; sleep 100\n", step_seconds=1).problems

    assert problem.location == "snippets/test/case.sh:3"
    assert "ran out of time" in problem.message
    assert problem.output == "before\n"


def test_endless_output_is_bounded_and_ended(play: Play) -> None:
    """A program that prints for ever ends with its step, and only so much of it is kept."""
    (problem,) = play("# Endless.\n# %% all\nyes\n", step_seconds=1, output_bytes=1000).problems

    assert "ran out of time" in problem.message
    assert len(problem.output) < 1200
    assert "bytes left out" in problem.output


def test_long_output_is_cut_in_the_middle(play: Play) -> None:
    """100 MB of output leave its beginning, its end and the number of bytes between."""
    text = "# Long.\n# %% all\necho begin; head -c 100000000 /dev/zero | tr '\\0' x | fold -w 99; echo; echo end\n"
    (entry,) = entries(play(text, output_bytes=2000))

    assert entry.output.startswith("begin\nxxx")
    assert entry.output.endswith("x\nend\n")
    assert entry.truncated_bytes > 99_000_000
    assert f"[... {entry.truncated_bytes} bytes left out ...]" in entry.output


def test_bytes_that_are_not_utf8_are_spelt_out(play: Play) -> None:
    """Nothing a program prints breaks the recording."""
    assert outputs(play("# Bytes.\n# %% all\nprintf 'a\\377b\\033[31mc\\000d\\n'\n")) == ["a\\xffb\x1b[31mc\0d\n"]


def test_a_background_process_does_not_hold_the_play(play: Play) -> None:
    """A command left running in the background is no reason to wait."""
    assert outputs(play("# Background.\n# %% all\nsleep 100 &\necho on\n", step_seconds=5))[-1] == "on\n"


def test_leaving_the_shell_is_a_problem(play: Play) -> None:
    """`exit` ends the shell the scenario runs in; that is said, with the line."""
    (problem,) = play("# Exit.\n# %% all\nexit 0\n").problems

    assert problem.location == "snippets/test/case.sh:3"
    assert "ended" in problem.message


def test_commands_are_typed_at_the_machine_named(play: Play) -> None:
    """`# on:` moves to another node, which has its own name, address and shell."""
    text = """# Machines.
# nodes: client
# %% all
hostname
# on: client
hostname; ip -4 -br addr show eth0
# on: docker1
hostname
"""
    commands = entries(play(text))

    assert [entry.node for entry in commands] == ["docker1", "client", "docker1"]
    assert [entry.output.split()[0] for entry in commands] == ["docker1", "client", "docker1"]
    assert "192.0.2.50/24" in commands[1].output


def test_bash_prints_what_it_prints_at_a_keyboard(play: Play) -> None:
    """Its errors name neither the driver nor a line of it, and `set -x` shows the author's commands alone."""
    text = """# Keyboard.
# %% all
# fails
lls /
# fails
(echo >/dev/tcp/127.0.0.1/1)
set -x
echo a
set +x
"""
    assert outputs(play(text)) == [
        "bash: lls: command not found\n",
        "bash: connect: Connection refused\nbash: /dev/tcp/127.0.0.1/1: Connection refused\n",
        "",
        "+ echo a\na\n",
        "+ set +x\n",
    ]


@pytest.mark.parametrize("part", range(4))
def test_nothing_that_is_defined_changes_a_verdict_or_the_page(
    play: Play, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes after a quarter of what an author may do to a shell reads as if nothing had been done."""
    # Much of it bash cannot read, which is refused before a lab starts. A lab has to hold without that.
    monkeypatch.setattr(runner, "syntax_problems", lambda _: iter(()))
    # In POSIX mode an error of `return` ends a shell that reads a script. Half a command ends with its step.
    cases = [case for case in HOSTILE if "POSIX" not in case.upper() and not case.startswith("#")][part::4]
    commands = [command for case in cases for command in case.split("\n\n")]
    hostile = "\n".join(f"# %% step-{number}\n# may fail\n{command}" for number, command in enumerate(commands))
    checks = "".join(f"# claim wrong-{number}: So.\n{check}\n" for number, check in enumerate(WRONG))
    text = f"# Hostile.\n{hostile}\n# %% after\n# fails\nfalse\n{checks}# claim true: So.\n{TRUE}\n"
    outcome = play(f"{text}echo seen\n# fails\nnosuch\n")

    assert outcome.recording is not None
    assert {"true"} == {claim.id for claim in outcome.recording.claims if claim.status == "passed"}
    assert [*(f"wrong-{n}" for n in range(len(WRONG))), "true"] == [claim.id for claim in outcome.recording.claims]
    last = outcome.recording.steps[-1].commands[-2:]
    assert [(entry.text, str(entry.exit_code), entry.output) for entry in last] == TRANSCRIPT


@pytest.mark.parametrize(
    ("hostile", "printed"),
    [
        ("readonly out=x", "readonly variable"),
        ("builtin() { true; }\nreadonly -f builtin", ""),
        ("exec >/dev/null 2>&1", ""),
    ],
)
def test_a_check_that_cannot_be_made_is_false(play: Play, hostile: str, printed: str) -> None:
    """And the problem shows why, where bash says so."""
    outcome = play(f"# Hostile.\n# %% all\n{hostile}\ntrue\n# claim wrong: So.\n[[ $out == x ]]\n")

    (problem,) = outcome.problems
    assert problem.location == "snippets/test/case.sh:" + str(5 + hostile.count("\n"))
    assert printed in problem.output


def test_a_shell_that_set_e_ended_says_so(play: Play) -> None:
    """With the exit code of the command that failed."""
    (problem,) = play("# Ends.\n# %% all\nset -e\nls /nosuch\n").problems

    assert "the shell or Python itself ended" in problem.message
    assert problem.actual.endswith("exit code 2, under `set -e`")
    assert "set -e" in problem.hint
