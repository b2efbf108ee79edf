"""`make lab`: a shell on docker1 of a fresh lab."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from contextlib import suppress
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


def test_a_shell_fed_from_a_pipe_hands_on_its_exit_code(tmp_path: Path) -> None:
    """A script around `make lab` can tell."""
    folder = project(tmp_path / "p", {})
    code, _ = netdocs(folder, "lab", typed="exit 3\n")

    assert code == 3


def test_what_is_typed_becomes_a_scenario(tmp_path: Path) -> None:
    """At a terminal, as somebody types it."""
    folder = project(tmp_path / "p", {})
    lines = ["docker network create garden", "# %% look", "docker network ls", "docker rm nobody", "exit"]
    argv = [sys.executable, "-m", "netdocs", "lab", "--record", "guides/inspect/first"]
    main, child = pty.openpty()
    environ = {**os.environ, "PYTHONPATH": "hooks"}
    process = subprocess.Popen(argv, cwd=folder, env=environ, stdin=child, stdout=child, stderr=child)
    os.close(child)
    try:
        printed = ""
        for number, line in enumerate(lines, 1):
            while printed.count("docker1# ") < number:
                printed += os.read(main, 4096).decode(errors="replace")
            os.write(main, f"{line}\n".encode())
        while process.poll() is None:
            _drain(main)
    finally:
        process.kill()
        process.wait()
        os.close(main)

    text = (folder / "snippets/inspect/first.sh").read_text(encoding="utf-8")
    expected = "docker network ls\n# fails\ndocker rm nobody\n"
    assert text.endswith(f"# %% first\ndocker network create garden\n\n# %% look\n{expected}")


def _drain(terminal: int) -> None:
    """Read what is printed, so that whoever prints is not held up; at its end a terminal is an error on Linux."""
    with suppress(OSError):
        os.read(terminal, 4096)
