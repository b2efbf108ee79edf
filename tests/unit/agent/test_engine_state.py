"""What a scenario leaves behind: names that authors gave, and names that engines made up."""

from __future__ import annotations

import pytest

from agent.engine_state import stable_name


@pytest.mark.parametrize(
    ("name", "stable"),
    [
        ("brave_curie", "(generated)"),
        ("brave_curie7", "(generated)"),
        ("my_db", "my_db"),
        ("alpha", "alpha"),
        ("web.1.k3jx0q2m9w8e7r6t5y4u3i2o1", "web.1"),
    ],
)
def test_a_name_in_the_scenario_is_its_authors(name: str, stable: str) -> None:
    """Two dialects that call a container my_db and your_db tell different stories."""
    assert stable == stable_name(name, "docker run -d --name my_db busybox")
