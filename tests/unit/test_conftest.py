"""The tests' own options and fixtures."""

from __future__ import annotations

import importlib.util
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


class Collected:
    """Stands in for a collected test: where it is written, and its markers."""

    def __init__(self, path: str) -> None:
        self.path = ROOT / "tests" / path
        self.markers: list[str] = []

    def add_marker(self, marker: pytest.MarkDecorator) -> None:
        """Remember its name."""
        self.markers.append(marker.name)


@pytest.mark.parametrize(
    ("path", "markers"),
    [
        ("lab/test_shell.py", ["flaky"]),
        ("site/test_browser.py", ["flaky"]),
        ("lab/test_isolation.py", []),
        ("lab/test_forging.py", []),
        ("unit/lab/test_runner.py", []),
        ("golden/test_pages.py", []),
    ],
)
def test_only_tests_with_an_engine_or_a_browser_are_run_again(path: str, markers: list[str]) -> None:
    """What is pure never fails by chance, and an escape that worked once has worked."""
    spec = importlib.util.spec_from_file_location("settings_of_tests", ROOT / "tests/conftest.py")
    assert spec
    assert spec.loader
    settings = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(settings)
    test = Collected(path)
    settings.pytest_collection_modifyitems([test])

    assert markers == test.markers
