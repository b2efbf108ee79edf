"""Golden tests see an environment that says nothing; what a case needs said is in its folder."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _bare(bare_environment: None) -> None:
    """Every golden test begins with the same environment."""
