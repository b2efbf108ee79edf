"""Targets: where the links lead that pages and proofs are full of."""

from __future__ import annotations

from netdocs.core.fences import Fence
from netdocs.core.links import Target
from netdocs.core.parse import parse
from netdocs.core.plan import Plan
from netdocs.core.proof import rows
from netdocs.core.transcript import Shown
from netdocs.core.words import ENGLISH
from netdocs.wiring.build import Book
from netdocs.wiring.targets import targets
from samples import recording

SHELL = parse("snippets/bridge/default.sh", "# %% start\ntrue\n# claim a: `docker0` is there.\ntrue\n")
PAGES = {"docs/en/drivers/bridge.md": "drivers/bridge.md", "docs/en/index.md": "index.md"}


def found(**more: str) -> dict[str, Target]:
    """The targets of a site on whose pages the step and the claim are shown."""
    asks = [Fence(page, 3, "console", "bridge/default", "start", "") for page in PAGES]
    book = Book(Plan(tuple(asks), (SHELL,)), {SHELL.name: Shown(recording(), live=True, stale=False)})
    proofs = rows([SHELL], book.recordings, {"a": list(PAGES)})
    return targets(book, proofs, PAGES | more, ENGLISH)


def test_scenarios_lead_to_their_pages() -> None:
    """To the top, to where engines differ, to the line of a claim."""
    page = "scenarios/bridge/default/"

    assert page == found()["scenario:bridge/default.sh"].url
    assert f"{page}#by-engine" == found()["scenario:bridge/default.sh#by-engine"].url
    assert f"{page}#sh-3" == found()["scenario:bridge/default.sh#3"].url


def test_a_step_leads_to_the_first_page_that_shows_it() -> None:
    """Other pages show it as well, and are not it."""
    assert "drivers/bridge/#bridge-default--start" == found()["step:bridge/default/start"].url


def test_a_claim_leads_to_its_proof() -> None:
    """To the proof page where there is one, else to the scenario's; the tooltip is plain text."""
    without, with_page = found(), found(**{"docs/en/reference/proof.md": "reference/proof.md"})

    assert "scenarios/bridge/default/#claim-a" == without["claim:a"].url
    assert "reference/proof/#claim-a" == with_page["claim:a"].url
    assert without["claim:a"].title == "Not checked yet: docker0 is there. 28.5: not recorded"
    assert not without["claim:a"].proven


def test_a_proof_leads_back_to_the_sentences() -> None:
    """On every page that says it."""
    assert "drivers/bridge/#says-a" == found()["page:docs/en/drivers/bridge.md#a"].url
    assert "#says-a" == found()["page:docs/en/index.md#a"].url
