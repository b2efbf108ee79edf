"""Ways out of a lab, each tried in a lab and refused: every file of `escapes` ends with 0 only where it got out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from netdocs.errors import MachineError
from netdocs.lab.containers import open_labs
from netdocs.recording.from_events import Outcome
from support import ROOT, Play, entries

ESCAPES = Path(__file__).parent / "escapes"
END = "ESCAPE"
"""Names the way before what became of it: `ESCAPE core-pattern 1`."""


def scenario() -> str:
    """Every way out, one after the other, as root of a machine, each in a shell of its own."""
    tries = [
        f"cat >/tmp/{path.stem} <<'{END}'\n{path.read_text(encoding='utf-8')}{END}\n"
        f"timeout 20 bash /tmp/{path.stem} >/dev/null 2>&1; echo {END} {path.stem} $?"
        for path in files()
    ]
    return "# Ways out.\n# %% try\n" + "\n".join(tries) + f"\necho {END} control 0\n"


def files() -> list[Path]:
    """The ways out."""
    return sorted(ESCAPES.glob("*.sh"))


def results(outcome: Outcome) -> dict[str, int]:
    """What each of them ended with."""
    lines = [line.split() for entry in entries(outcome) for line in entry.output.splitlines()]
    return {words[1]: int(words[2]) for words in lines if words[:1] == [END]}


@pytest.fixture(scope="module")
def tried() -> dict[str, int]:
    """Filled by the first test that needs it: one lab for all of them."""
    return {}


@pytest.mark.parametrize("name", [path.stem for path in files()])
def test_no_way_out(name: str, play: Play, tried: dict[str, int]) -> None:
    """Refused: its exit code is neither 0 nor that of a time-out or of a shell that could not run it."""
    if not tried:
        tried.update(results(play(scenario(), step_seconds=280)))
    assert tried["control"] == 0
    assert tried[name] not in (0, 124, 126, 127), (ESCAPES / f"{name}.sh").read_text(encoding="utf-8")


def test_there_are_many() -> None:
    """A glob that finds nothing would pass."""
    assert len(files()) > 40


def test_what_a_scenario_must_do_still_works(play: Play) -> None:
    """The controls: what the same root may do with what is its own."""
    text = (
        "# Own.\n# %% own\nsysctl -qw net.ipv4.ip_forward=1\nip link add own type bridge\n"
        "docker run --rm --memory 64m busybox true\nmount -t tmpfs none /mnt\nunshare --user true\n"
    )
    assert [entry.exit_code for entry in entries(play(text))] == [0, 0, 0, 0, 0]


def test_no_user_namespace_no_lab(client: Any, lab_image: str) -> None:
    """Where none can be had the build says so; here because the filter refuses the call that makes one."""
    with open_labs(client, ROOT) as labs:
        refusing = replace(labs, seccomp=labs.seccomp.replace('"unshare"', '"getpid"'))
        with pytest.raises(MachineError, match="ISOLATION=none"):
            refusing.missing_features(lab_image, ["bridge"])
