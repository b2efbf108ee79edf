"""What a container lacks for a lab: one line each, with what to do."""

from __future__ import annotations

import pytest

from tryit.__main__ import explain
from tryit.needs import IDS, MEMORY, PROCESSES, ids_problem, kernel_problem, memory_problem, process_problem

PLENTY = 8 * MEMORY


@pytest.mark.parametrize(
    ("problem", "do"),
    [
        (kernel_problem("5.10.0-28-amd64"), "use a machine with Linux 5.11 or later"),
        (kernel_problem("4.19.0"), "use a machine with Linux 5.11 or later"),
        (memory_problem(MEMORY - 1, None), "end other programs"),
        (memory_problem(PLENTY, MEMORY - 1), "leave out `--memory`"),
        (process_problem(100), "leave out `--pids-limit`"),
        (ids_problem("         0     100000      65536\n"), "use one that runs as root"),
        (ids_problem("0 1000 1\n1 100000 65536\n"), "use one that runs as root"),
        (explain("no user namespace: No space left on device"), "sysctl user.max_user_namespaces"),
        (explain("mount: permission denied"), "take the flags as the page has them"),
    ],
)
def test_what_to_do_is_said_in_one_line(problem: str, do: str) -> None:
    """So that it can be read aloud, and fits on a screen."""
    assert do in problem
    assert "\n" not in problem
    assert len(problem) < 160


@pytest.mark.parametrize(
    "problem",
    [
        kernel_problem("5.11.0"),
        kernel_problem("6.1.0-56-cloud-amd64"),
        memory_problem(MEMORY, None),
        memory_problem(PLENTY, MEMORY),
        process_problem(None),
        process_problem(PROCESSES),
        ids_problem("         0          0 4294967295\n"),
        ids_problem(f"0 100000 {IDS}\n"),
    ],
)
def test_what_is_enough_is_no_problem(problem: str) -> None:
    assert problem == ""
