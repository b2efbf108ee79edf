"""What `help` prints."""

from __future__ import annotations

import re

from support import ROOT

HELP = (ROOT / "lab" / "tryit" / "help.txt").read_text(encoding="utf-8")


def test_it_fits_a_screen() -> None:
    """80 columns and 24 lines, of which the prompt takes one and the command another."""
    lines = HELP.splitlines()

    assert len(lines) <= 22
    assert max(map(len, lines)) <= 80


def test_it_names_every_command() -> None:
    """And none that is not there."""
    commands = re.search(r"for _word in (.*); do", (ROOT / "lab" / "tryit" / "rc.bash").read_text(encoding="utf-8"))
    assert commands
    named = set(re.findall(r"^  ([\w?]+)", HELP, re.MULTILINE))

    assert named == {*commands[1].split(), "exit"} - {"help"}
