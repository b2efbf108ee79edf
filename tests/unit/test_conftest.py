"""The tests' own options and fixtures."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("ci", "refused"), [("true", True), ("", False)])
def test_golden_files_are_not_rewritten_in_ci(ci: str, refused: bool) -> None:
    """What CI expects is what a person has read and committed."""
    argv = [sys.executable, "-m", "pytest", "--update", "--collect-only", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*argv, "tests/golden/test_error_messages.py"],
        cwd=ROOT,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )

    assert refused == (done.returncode == pytest.ExitCode.USAGE_ERROR)
    assert refused == ("--update rewrites golden files, and CI is set" in done.stderr)


def test_the_environment_of_a_unit_test_says_nothing() -> None:
    """No engine, no mode, no CI: whatever a test wants said it says itself."""
    assert not [name for name in os.environ if name.startswith(("NETDOCS_", "DOCKER_")) or name == "CI"]
