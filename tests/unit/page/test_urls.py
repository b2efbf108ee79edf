"""URLs: where things are, known before anything is rendered."""

from __future__ import annotations

import pytest
from mkdocs.structure.files import File

from netdocs.page import urls

PAGES = ["index.md", "README.md", "drivers/bridge.md", "drivers/index.md", "v1.2.md", "sp ace/ü page.md"]


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_where_mkdocs_puts_it(page: str, directory_urls: bool) -> None:
    """With and without directory URLs, as Material's offline plugin sets them; encoded."""
    url = File(page, "docs", "site", directory_urls).url

    assert url.removeprefix("./") == urls.url_of(page, directory_urls=directory_urls)


@pytest.mark.parametrize(
    ("url", "page_url", "expected"),
    [
        ("scenarios/bridge/default/", "drivers/bridge/", "../../scenarios/bridge/default/"),
        ("scenarios/bridge/default/#claim-a", "drivers/bridge/", "../../scenarios/bridge/default/#claim-a"),
        ("scenarios/bridge/default/#claim-a", "", "scenarios/bridge/default/#claim-a"),
        ("scenarios/bridge/default/#claim-a", "scenarios/bridge/default/", "./#claim-a"),
        ("scenarios/bridge/default/", "scenarios/bridge/user-defined/", "../default/"),
        ("scenarios/bridge/default/", "404.html", "scenarios/bridge/default/"),
        ("scenarios/bridge/default.html#claim-a", "drivers/bridge.html", "../scenarios/bridge/default.html#claim-a"),
        ("drivers/bridge.html#a", "drivers/bridge.html", "bridge.html#a"),
        ("drivers/", "drivers/bridge/", "../"),
        ("assets/a.svg", "drivers/bridge/", "../../assets/a.svg"),
        ("", "drivers/bridge/", "../../"),
        ("", "", "./"),
        ("#top", "drivers/bridge/", "../../#top"),
    ],
)
def test_urls_are_made_relative(url: str, page_url: str, expected: str) -> None:
    """A site works below any folder, so no link begins at a root."""
    assert expected == urls.relative_url(url, page_url)


def test_anchors_can_be_guessed() -> None:
    """Claims, their mentions, steps and lines have different ones."""
    assert "scenarios/bridge/default.md" == urls.scenario_page("bridge/default")
    assert "claim-a" == urls.claim_anchor("a")
    assert "says-a" == urls.mention_anchor("a")
    assert "bridge-default--start" == urls.step_anchor("bridge/default", "start")
    assert "sh-12" == urls.line_anchor("sh", 12)
