"""Owners: whether the process that started a lab still lives."""

from __future__ import annotations

import platform
import subprocess
import time

import pytest

from netdocs.lab import owner


def test_this_process_lives() -> None:
    """Nobody reaps the labs of the build that is running."""
    assert not owner.owner_is_gone(owner.label())


def test_a_process_that_ended_is_dead() -> None:
    """Its number is free again, and its labs are nobody's."""
    _, _, began, started = owner.label().split(" ")
    process = subprocess.Popen(["true"])
    process.wait()

    assert owner.owner_is_gone(f"{platform.node()} {process.pid} {began} {started}")


def test_a_later_process_of_the_same_number_is_another() -> None:
    """A number that was given out again is told apart by when its process began."""
    node, pid, began, started = owner.label().split(" ")

    assert owner.owner_is_gone(f"{node} {pid} {int(began) + 1} {started}")


@pytest.mark.parametrize(
    ("age", "dead"), [(0, False), (owner.REMOTE_LAB_TTL - 60, False), (owner.REMOTE_LAB_TTL + 60, True)]
)
def test_a_process_of_another_machine_is_given_time(age: int, dead: bool) -> None:
    """On an engine that machines share, a lab of another one is left alone for a day."""
    assert dead == owner.owner_is_gone(f"elsewhere-{platform.node()} 1 1 {int(time.time()) - age}")


@pytest.mark.parametrize("label", ["", "garbage", "a b c", "a b c d e", "a b c d", "elsewhere 1 1 yesterday"])
def test_a_label_nobody_wrote_is_dead(label: str) -> None:
    """A lab whose label says nothing belongs to nobody."""
    assert owner.owner_is_gone(label)


def test_a_label_of_this_machine_without_a_process_is_dead() -> None:
    """Where a number should be there is none."""
    assert owner.owner_is_gone(f"{platform.node()} me now 5")
