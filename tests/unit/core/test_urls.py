"""URLs: where things are, known before anything is rendered."""

from __future__ import annotations

import pytest

from netdocs.core import urls


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ("index.md", ""),
        ("README.md", ""),
        ("drivers/bridge.md", "drivers/bridge/"),
        ("drivers/index.md", "drivers/"),
        ("v1.2.md", "v1.2/"),
    ],
)
def test_a_page_is_a_folder(page: str, url: str) -> None:
    """As MkDocs makes them with directory URLs."""
    assert url == urls.url_of(page)


def test_anchors_can_be_guessed() -> None:
    """Claims, their mentions, steps and lines have different ones."""
    assert "scenarios/bridge/default.md" == urls.scenario_page("bridge/default")
    assert "claim-a" == urls.claim_anchor("a")
    assert "says-a" == urls.mention_anchor("a")
    assert "bridge-default--start" == urls.step_anchor("bridge/default", "start")
    assert "sh-12" == urls.line_anchor("sh", 12)
