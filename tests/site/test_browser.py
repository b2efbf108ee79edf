"""The built pages in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from support import ROOT

PAGES = (
    "",
    "drivers/bridge/",
    "drivers/host/",
    "drivers/none/",
    "reference/engines/",
    "reference/docs-checked/",
    "reference/proof/",
    "contribute/write-a-page/",
    "contribute/architecture/",
)
SCENARIO_PAGE = "scenarios/bridge/default/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page that collects what goes wrong on it."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("url", [*PAGES, SCENARIO_PAGE, "404.html"])
def test_no_errors_and_no_other_host(page: Page, address: str, url: str) -> None:
    """A page loads without a word on the console and asks nobody but its own server."""
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + url, wait_until="networkidle")

    assert said == []
    assert [one for one in asked if not one.startswith((address, "data:"))] == []


@pytest.mark.parametrize("url", [*PAGES, SCENARIO_PAGE])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_never_scrolls_sideways(page: Page, address: str, url: str, width: int) -> None:
    """Wide transcripts scroll in their own box."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + url, wait_until="networkidle")

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_copying_a_transcript_gives_the_commands_only(page: Page, address: str) -> None:
    """The copy button of a block takes what one types: no prompt, no output."""
    page.goto(address + "drivers/bridge/", wait_until="networkidle")
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
    chosen = page.locator(".tabbed-set > input:checked")

    assert labels.count() > 1
    assert chosen.count() == labels.count()
    for number in range(labels.count()):
        assert page.locator(f"label[for='{chosen.nth(number).get_attribute('id')}']").inner_text() == "Python"


def test_a_claim_leads_to_its_proof(page: Page, address: str) -> None:
    """Following proven words ends at the claim's row on the proof page, which says what the tooltip said."""
    page.goto(address + "drivers/bridge/", wait_until="networkidle")
    link = page.locator("a.nd-claim").first
    said = link.get_attribute("title")
    link.click()
    page.wait_for_load_state("networkidle")

    row = page.locator("#" + page.url.rpartition("#")[2])

    assert "/reference/proof/" in page.url
    assert said is not None
    assert row.locator("td").first.inner_text() in said


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_screenshots(browser: Browser, address: str, scheme: Literal["light", "dark"], width: int) -> None:
    """Every page type, desktop and phone, light and dark, is put below .cache/screenshots for a person to look at."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    for url in (*PAGES, SCENARIO_PAGE):
        page.goto(address + url, wait_until="networkidle")
        name = f"{url.strip('/').replace('/', '-') or 'home'}-{width}-{scheme}.png"
        page.screenshot(path=ROOT / ".cache" / "screenshots" / name, full_page=True)

        chosen = page.locator("body").get_attribute("data-md-color-scheme")
        assert chosen == {"light": "default", "dark": "slate"}[scheme]
    context.close()
