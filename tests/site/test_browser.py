"""The built pages in a real browser."""

from __future__ import annotations

from itertools import product
from typing import Literal

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from browsing import KINDS, READY
from support import ROOT


@pytest.mark.parametrize("url", KINDS.values(), ids=KINDS)
def test_no_errors_and_no_other_host(page: Page, address: str, url: str) -> None:
    """A page loads without a word on the console and asks nobody but its own server."""
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + url, wait_until="networkidle")
    page.wait_for_function(READY)

    assert said == []
    assert [one for one in asked if not one.startswith((address.removesuffix("en/"), "data:"))] == []
    assert page.context.cookies() == []


def test_no_page_scrolls_sideways(page: Page, address: str, pages: dict[str, BeautifulSoup]) -> None:
    """Wide transcripts and tables scroll in boxes of their own, on every page, also on the smallest phone."""
    page.set_viewport_size({"width": 360, "height": 800})
    wide = {}
    for url in pages:
        page.goto(address + url, wait_until="load")
        if (found := page.evaluate("document.documentElement.scrollWidth")) > 360:
            wide[url] = found

    assert wide == {}


@pytest.mark.parametrize("url", ["", "drivers/bridge/", "drivers/host/", "drivers/none/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_pictures_fit_and_can_be_read(page: Page, address: str, url: str, width: int) -> None:
    """One drawing of each figure is seen, whole, and its text is no smaller than 11 px on a phone and 13 elsewhere."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + url, wait_until="networkidle")
    seen = page.evaluate(
        """() => [...document.querySelectorAll("figure.nd-picture .nd-scroll")].map(box => {
            const shown = [...box.querySelectorAll("svg")].filter(svg => svg.getBoundingClientRect().width);
            const scale = shown[0].getBoundingClientRect().width / shown[0].viewBox.baseVal.width;
            return [shown.length, box.scrollWidth - box.clientWidth, Math.round(130 * scale) / 10];
        })"""
    )

    assert seen
    assert [] == [one for one in seen if one[0] != 1 or one[1] > 0 or one[2] < (11 if width < 1000 else 13)]


def test_copying_a_transcript_gives_the_commands_only(page: Page, address: str) -> None:
    """The copy button of a block takes what one types: no prompt, no output."""
    page.goto(address + "drivers/bridge/", wait_until="networkidle")
    page.wait_for_function(READY)
    block = page.locator(".nd-transcript:visible").first
    block.hover()
    block.locator("button").first.click()
    page.wait_for_timeout(200)
    copied = page.evaluate("navigator.clipboard.readText()")

    assert copied == block.get_attribute("data-copy")
    assert "$ " not in copied
    assert copied.splitlines()[0].startswith("docker ")


def test_choosing_a_dialect_chooses_it_everywhere(page: Page, address: str) -> None:
    """CLI and Python tabs are linked over the page."""
    page.goto(address + "drivers/bridge/", wait_until="networkidle")
    labels = page.locator(".tabbed-labels label", has_text="Python")
    labels.first.click()
    page.wait_for_timeout(200)
    dialects = page.locator(".tabbed-set", has=page.locator(".tabbed-labels label", has_text="Python"))
    chosen = dialects.locator("> input:checked")

    assert labels.count() > 1
    assert chosen.count() == labels.count()
    for number in range(labels.count()):
        assert page.locator(f"label[for='{chosen.nth(number).get_attribute('id')}']").inner_text() == "Python"


def test_a_claim_leads_to_its_proof(page: Page, address: str) -> None:
    """Following proven words ends at the claim's row on the proof page, which says what the tooltip said."""
    page.goto(address + "drivers/bridge/", wait_until="networkidle")
    link = page.locator("a.nd-claim").first
    said = link.get_attribute("title")
    link.press("Enter")
    page.wait_for_url("**/reference/proof/#claim-*")

    row = page.locator("#" + page.url.rpartition("#")[2])

    assert "/reference/proof/" in page.url
    assert said is not None
    assert (row.locator("td").first.text_content() or "-") in said


def test_screenshots(browser: Browser, address: str) -> None:
    """Every kind of page, desktop and phone, light and dark, printed, is put below .cache for a person to look at."""
    folder = ROOT / ".cache" / "screenshots"
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme, width in product(schemes, (1280, 390)):
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
        page = context.new_page()
        for kind, url in KINDS.items():
            page.goto(address + url, wait_until="load")
            page.screenshot(path=folder / f"{kind}-{width}-{scheme}.png")

            if kind != "root":
                chosen = page.locator("html").get_attribute("data-md-color-scheme")
                assert chosen == {"light": "default", "dark": "slate"}[scheme]
            if (scheme, width) == ("light", 1280):
                page.pdf(path=folder / f"{kind}.pdf", format="A4")
        context.close()
