"""Unit tests see an environment that says nothing, need no engine and touch nothing outside their folder."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _bare(bare_environment: None) -> None:
    """Every unit test begins with the same environment."""
