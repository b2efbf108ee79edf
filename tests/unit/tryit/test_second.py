"""A second terminal in a lab: which commands open one, and what is said where there is no lab."""

from __future__ import annotations

from pathlib import Path

import pytest

from tryit.client import panes
from tryit.second import NoLabError, Running, read

RUNNING = Running(7, {"docker1": 21, "client": 22}, {"TRY_STATE": "bridge/default"})


def test_a_command_for_each_machine() -> None:
    """It can be copied."""
    assert panes("4f3c", ["docker1", "client"]).splitlines()[1:] == [
        "  docker exec -it 4f3c python3 -m tryit on docker1",
        "  docker exec -it 4f3c python3 -m tryit on client",
    ]


def test_it_knows_the_lab_under_way(tmp_path: Path) -> None:
    """And begins at the machine that was named: `exit` there leaves."""
    RUNNING.write(tmp_path / "lab.json")
    running = read("client", tmp_path / "lab.json")

    assert running == RUNNING
    machines = running.machines("client")
    assert (machines.current, machines.home) == ("client", "client")


def test_without_a_lab_or_without_that_machine(tmp_path: Path) -> None:
    """One line, with what to do."""
    file = tmp_path / "lab.json"
    with pytest.raises(NoLabError, match="no lab is running here"):
        read("client", file)
    RUNNING.write(file)
    with pytest.raises(NoLabError, match="no machine 'docker2' here: there are docker1, client"):
        read("docker2", file)


def test_a_container_that_is_read_only_has_a_lab_all_the_same(tmp_path: Path) -> None:
    """Without second terminals."""
    RUNNING.write(tmp_path / "nothing" / "lab.json")
