"""Targets: where the links lead that pages and proofs are full of."""

from __future__ import annotations

from factories import ENGLISH, recording
from netdocs.page.claims_table import claim_rows
from netdocs.page.fences import Fence, Request
from netdocs.page.link_syntax import Target
from netdocs.page.plan import Plan
from netdocs.scenario.parser import parse
from netdocs.site.link_targets import link_targets

SHELL = parse("snippets/bridge/default.sh", "# %% start\ntrue\n# claim a: `docker0` is there.\ntrue\n")
PAGES = {"docs/en/drivers/bridge.md": "drivers/bridge.md", "docs/en/index.md": "index.md"}


def targets(more: dict[str, str] | None = None, *, directory_urls: bool = True) -> dict[str, Target]:
    """The targets of a site on whose pages the step and the claim are shown."""
    page_fences = [Fence(page, 3, Request("console", "bridge/default", "start")) for page in PAGES]
    rows = claim_rows([SHELL], {"28.5": {SHELL.name: recording()}}, {"a": list(PAGES)})
    return link_targets(
        Plan(tuple(page_fences), (SHELL,)), rows, PAGES | (more or {}), ENGLISH, directory_urls=directory_urls
    )


def test_scenarios_lead_to_their_pages() -> None:
    """To the top, to where engines differ, to the line of a claim."""
    page = "scenarios/bridge/default/"

    assert page == targets()["scenario:bridge/default.sh"].url
    assert f"{page}#by-engine" == targets()["scenario:bridge/default.sh#by-engine"].url
    assert f"{page}#sh-3" == targets()["scenario:bridge/default.sh#3"].url


def test_a_step_leads_to_the_first_page_that_shows_it() -> None:
    """Other pages show it as well, and are not it."""
    assert "drivers/bridge/#bridge-default--start" == targets()["step:bridge/default/start"].url


def test_a_claim_leads_to_its_proof() -> None:
    """To the proof page where there is one, else to the scenario's; the tooltip is plain text."""
    without_page, with_page = targets(), targets({"docs/en/reference/proof.md": "reference/proof.md"})

    assert "scenarios/bridge/default/#claim-a" == without_page["claim:a"].url
    assert "reference/proof/#claim-a" == with_page["claim:a"].url
    assert without_page["claim:a"].title == "Not checked yet: docker0 is there. 28.5: not recorded yet"
    assert not without_page["claim:a"].proven


def test_a_proof_leads_back_to_the_sentences() -> None:
    """On every page that says it."""
    assert "drivers/bridge/#says-a" == targets()["page:docs/en/drivers/bridge.md#a"].url
    assert "#says-a" == targets()["page:docs/en/index.md#a"].url


def test_pages_may_be_files() -> None:
    """Without directory URLs, as where a site is read from a folder."""
    urls = [target.url for target in targets(directory_urls=False).values()]

    assert "scenarios/bridge/default.html#claim-a" in urls
    assert "index.html#says-a" in urls
    assert all(".html" in url for url in urls)
