"""Unit tests see an environment that says nothing, need no engine and touch nothing outside their folder."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[[str, str], Path]
"""Puts a text at a path below the project's root."""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write files of a project in a folder of its own."""

    def put(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return put


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """An outer engine is named, and does not answer."""
    monkeypatch.setenv("DOCKER_HOST", "unix:///nonexistent/docker.sock")


@pytest.fixture(autouse=True)
def _bare(bare_environment: None, caplog: pytest.LogCaptureFixture) -> None:
    """Every unit test begins with the same environment, and may read what is logged."""
    caplog.set_level(logging.INFO, logger="mkdocs.hooks.netdocs")
