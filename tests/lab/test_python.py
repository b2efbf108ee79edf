"""The Python dialect, played by a real Python on a real node."""

from __future__ import annotations

from support import Play


def test_everything_printed_is_captured_in_order(play: Play) -> None:
    """print, standard error and child processes share one output, in the order they wrote."""
    text = '''"""Output."""
import os
import subprocess
import sys
# %% all
print("print")
subprocess.run(["echo", "child"])
os.system("echo system")
print("error", file=sys.stderr)
os.write(1, b"raw\\n")
'''
    outcome = play(text, "py")

    assert outcome.problems == ()
    assert outcome.recording is not None
    (entry,) = outcome.recording.steps[-1].commands
    assert entry.output == "print\nchild\nsystem\nerror\nraw\n"


def test_steps_share_one_process(play: Play) -> None:
    """Names of one step are there in the next, and each step has its own output."""
    outcome = play('"""State."""\n# %% one\nx = 41\nprint("one")\n# %% two\nx += 1\nprint(x)\n', "py")

    assert outcome.recording is not None
    assert [step.commands[0].output for step in outcome.recording.steps[1:]] == ["one\n", "42\n"]


def test_an_exception_names_the_line_and_shows_the_traceback(play: Play) -> None:
    """The traceback has the scenario's own path and line numbers, and nothing of ours."""
    text = '"""Raises."""\n# %% all\ndef deep():\n    return 1 / 0\n\n\nprint("before")\ndeep()\n'
    (problem,) = play(text, "py").problems

    assert problem.location == "snippets/test/case.py:4"
    assert 'File "snippets/test/case.py", line 8, in <module>' in problem.output
    assert 'File "snippets/test/case.py", line 4, in deep' in problem.output
    assert "return 1 / 0" in problem.output
    assert "driver" not in problem.output
    assert "ZeroDivisionError" in problem.actual


def test_a_false_claim_shows_what_its_names_held(play: Play) -> None:
    """The claim fails with the values it looked at, and the play goes on."""
    text = '"""Claims."""\n# %% all\nx = 3\n# claim four: It is four.\nassert x == 4\nprint("on")\n'
    outcome = play(text, "py")

    (problem,) = outcome.problems
    assert problem.location == "snippets/test/case.py:4"
    assert "x = 3" in problem.actual
    assert outcome.recording is not None
    assert outcome.recording.steps[-1].commands[-1].output == "on\n"


def test_sys_exit_is_a_problem(play: Play) -> None:
    """A scenario that leaves early is told so instead of passing."""
    (problem,) = play('"""Exit."""\nimport sys\n# %% all\nsys.exit(0)\n', "py").problems

    assert problem.location == "snippets/test/case.py:4"
    assert "SystemExit" in problem.actual


def test_a_python_step_that_hangs_is_ended(play: Play) -> None:
    """The time limit holds for Python too."""
    (problem,) = play('"""Hangs."""\nimport time\n# %% all\ntime.sleep(100)\n', "py", step_seconds=1).problems

    assert problem.location == "snippets/test/case.py:4"
    assert "ran out of time" in problem.message


def test_the_sdk_finds_the_nodes_engine(play: Play) -> None:
    """docker.from_env() on the node is a fresh engine with busybox."""
    text = """'''SDK.'''
import docker
client = docker.from_env()
# %% all
print(client.containers.run("busybox", "echo hello", remove=True).decode(), end="")
print(sorted(network.name for network in client.networks.list()))
"""
    outcome = play(text, "py")

    assert outcome.problems == ()
    assert outcome.recording is not None
    assert outcome.recording.steps[-1].commands[0].output == "hello\n['bridge', 'host', 'none']\n"
