"""`make lab`: a shell on docker1 of a fresh lab."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from support import netdocs, project


def test_a_shell_on_docker1(tmp_path: Path, client: Any, lab_image: str) -> None:
    """What is typed runs on docker1, beside the machines asked for, and the end of the shell ends the lab."""
    folder = project(tmp_path / "p", {})
    code, printed = netdocs(folder, "lab", "client", typed="hostname\nping -c1 client | grep received\nexit\n")

    assert code == 0, printed
    assert "you are on docker1 of a lab with router, docker1, client" in printed
    assert "\ndocker1\n1 packets transmitted, 1 received" in printed


def test_an_unknown_machine(tmp_path: Path) -> None:
    """A name that no machine of a lab has is refused, with those that do."""
    code, printed = netdocs(project(tmp_path / "p", {}), "lab", "docker4")

    assert code == 1
    assert "there is no such node in a lab" in printed
    assert "docker1, docker2, docker3, client, router, server" in printed
