"""What every kind of test may ask for: golden files rewritten, an environment that says nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("test", derandomize=True, deadline=None, database=None)
# Other examples every night; what fails is printed as a line to paste above the test.
settings.register_profile(
    "fuzz",
    max_examples=int(os.environ.get("EXAMPLES", "10000")),
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))

TESTS = Path(__file__).parent
REAL = (TESTS / "lab", TESTS / "site")
"""Folders of tests that need a real engine or browser: there something may come up later than a test expects."""
GUARDS = ("test_forging.py", "test_isolation.py", "test_engine_socket.py")
"""Files of tests about what must never happen: once is once too often."""

SPOKEN = ("NETDOCS_", "DOCKER_")
"""Beginnings of the variables that tell the tooling or the Docker SDK something."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` rewrites what golden tests expect."""
    parser.addoption("--update", action="store_true", help="rewrite the expected files of golden tests (never in CI)")


def pytest_configure(config: pytest.Config) -> None:
    """In CI nothing is rewritten: there a golden file is what a person has read and committed."""
    if config.getoption("--update") and os.environ.get("CI"):
        raise pytest.UsageError("--update rewrites golden files, and CI is set: run it on your machine, read the diff")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run a test with an engine or a browser again if it fails, as scenarios are; the report lists it as RERUN."""
    for item in items:
        if item.path.parent in REAL and item.path.name not in GUARDS:
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=1))


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment in which nobody told the tooling anything."""
    for name in [name for name in os.environ if name.startswith(SPOKEN) or name == "CI"]:
        monkeypatch.delenv(name)
