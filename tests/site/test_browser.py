"""The built pages in a real browser."""

from __future__ import annotations

from itertools import product
from typing import Literal

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from browsing import PAGE_TYPES, READY, wait_until
from support import ROOT


@pytest.mark.parametrize("url", PAGE_TYPES.values(), ids=PAGE_TYPES)
def test_no_errors_and_no_other_host(page: Page, address: str, url: str) -> None:
    """A page loads without a word on the console and asks nobody but its own server."""
    messages: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(address + url, wait_until="networkidle")
    wait_until(page, READY)

    assert messages == []
    assert [url for url in requests if not url.startswith((address.removesuffix("en/"), "data:"))] == []
    assert page.context.cookies() == []


def test_no_page_scrolls_sideways(page: Page, address: str, pages: dict[str, BeautifulSoup]) -> None:
    """Wide transcripts and tables scroll in boxes of their own, on every page, also on the smallest phone."""
    page.set_viewport_size({"width": 360, "height": 800})
    wide = {}
    assert pages
    for url in pages:
        page.goto(address + url, wait_until="load")
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 360:
            wide[url] = width

    assert wide == {}


@pytest.mark.parametrize("url", ["", "drivers/bridge/", "drivers/host/", "drivers/none/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_pictures_fit_and_can_be_read(page: Page, address: str, url: str, width: int) -> None:
    """One drawing of each figure is seen, whole, and its text is no smaller than 11 px on a phone and 13 elsewhere."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + url, wait_until="networkidle")
    figures = page.evaluate(
        """() => [...document.querySelectorAll("figure.nd-figure .nd-scroll")].map(box => {
            const shown = [...box.querySelectorAll("svg")].filter(svg => svg.getBoundingClientRect().width);
            const scale = shown[0].getBoundingClientRect().width / shown[0].viewBox.baseVal.width;
            return [shown.length, box.scrollWidth - box.clientWidth, Math.round(130 * scale) / 10];
        })"""
    )

    assert figures
    assert [
        figure for figure in figures if figure[0] != 1 or figure[1] > 0 or figure[2] < (11 if width < 1000 else 13)
    ] == []


def test_copying_a_transcript_gives_the_commands_only(page: Page, address: str) -> None:
    """The copy button of a block takes what one types: no prompt, no output."""
    page.goto(address + "drivers/bridge/", wait_until="networkidle")
    wait_until(page, READY)
    block = page.locator(".nd-transcript:visible").first
    block.scroll_into_view_if_needed()
    page.evaluate("navigator.clipboard.writeText('nothing yet')")
    block.locator("button[data-md-type=copy]:visible").click()
    wait_until(page, "navigator.clipboard.readText().then(text => text !== 'nothing yet')")
    copied = page.evaluate("navigator.clipboard.readText()")

    assert copied == block.get_attribute("data-copy")
    assert "$ " not in copied
    assert copied.splitlines()[0].startswith("docker ")


def test_each_block_has_one_copy_button_and_outputs_have_none(page: Page, address: str) -> None:
    """Folded lines cut a transcript into parts; it is still copied as one."""
    page.goto(address + "reference/engines/", wait_until="networkidle")
    wait_until(page, READY)
    blocks = page.locator(".nd-transcript:visible")
    assert blocks.count() > 3
    for number in range(min(blocks.count(), 12)):
        blocks.nth(number).scroll_into_view_if_needed()
        blocks.nth(number).locator("button[data-md-type=copy]:visible").wait_for()

        assert blocks.nth(number).locator("button[data-md-type=copy]:visible").count() == 1
    assert page.locator(".nd-output button:visible").count() == 0


CHOSEN = """() => [...document.querySelectorAll(".tabbed-set")]
  .map(set => [...set.querySelectorAll(":scope > .tabbed-labels > label")])
  .every(labels => labels.every(label => !label.textContent.includes("Python") || label.control.checked))"""
"""True once every block that has a Python tab shows it."""


def test_choosing_a_dialect_chooses_it_everywhere(page: Page, address: str) -> None:
    """CLI and Python tabs are linked over the page."""
    page.goto(address + "drivers/bridge/", wait_until="networkidle")
    labels = page.locator(".tabbed-labels label", has_text="Python")
    labels.first.click()
    wait_until(page, CHOSEN)

    assert labels.count() > 1


def test_a_claim_leads_to_its_proof(page: Page, address: str) -> None:
    """Following proven words ends at the claim's row on the proof page, which says what the tooltip said."""
    page.goto(address + "drivers/bridge/", wait_until="networkidle")
    link = page.locator("a.nd-claim").first
    explanation = link.get_attribute("title")
    link.press("Enter")
    page.wait_for_url("**/reference/proof/#claim-*")

    row = page.locator("#" + page.url.rpartition("#")[2])

    assert "/reference/proof/" in page.url
    assert explanation is not None
    assert (row.locator("td").first.text_content() or "-") in explanation


def test_a_mark_and_an_abbreviation_are_explained(page: Page, address: str) -> None:
    """Where the pointer or the keyboard is, a tooltip says how the check went, or what the letters stand for."""
    page.goto(address + "drivers/bridge/", wait_until="networkidle")
    wait_until(page, READY)
    for selector in ("a.nd-claim", ".md-content abbr"):
        marked = page.locator(selector).first
        explanation = marked.get_attribute("title") or "-"
        marked.scroll_into_view_if_needed()
        marked.focus()
        tooltip = page.locator(".md-tooltip2--active")
        tooltip.wait_for()

        assert explanation in (tooltip.text_content() or "")
        page.locator("h1").click()
        tooltip.wait_for(state="detached")


def test_the_palette_follows_the_reader(page: Page, address: str) -> None:
    """System, light, dark, and back; the choice is still there on the next page."""
    page.goto(address, wait_until="networkidle")
    scheme = "document.body.dataset.mdColorScheme"
    choices = []
    for _ in range(3):
        page.locator("[data-md-component=palette] label:visible").click()
        choices.append((page.evaluate(scheme), page.evaluate("document.body.dataset.mdColorMedia")))
        if len(choices) == 2:
            page.goto(address + "drivers/none/", wait_until="networkidle")
            assert page.evaluate(scheme) == "slate"

    assert [choice for choice, _ in choices] == ["default", "slate", "default"]


def test_a_figure_can_be_enlarged(page: Page, address: str) -> None:
    """The button opens a dialog with the drawing in it; closed, the drawing is where it was, and so is the focus."""
    page.goto(address + "drivers/bridge/", wait_until="networkidle")
    wait_until(page, READY)
    figure = page.locator("figure.nd-figure").first
    figure.scroll_into_view_if_needed()
    figure.hover()
    figure.locator(".nd-enlarge").click()

    assert page.locator("dialog.nd-lightbox svg").is_visible()
    page.keyboard.press("Escape")
    page.locator("dialog.nd-lightbox").wait_for(state="detached")
    assert figure.locator("svg:visible").count() == 1
    assert page.evaluate("document.activeElement.matches('.nd-enlarge')")


def test_claims_are_filtered_and_sorted(page: Page, address: str) -> None:
    """Words leave the rows that have them, a result those that have it; a heading sorts, up and down."""
    page.goto(address + "reference/proof/", wait_until="networkidle")
    rows = page.locator("table.nd-claims tbody tr:not([hidden])")
    total = rows.count()
    page.locator(".nd-filter input").fill("macvlan")
    filtered = rows.count()
    assert 0 < filtered < total
    assert all("macvlan" in text.lower() for text in rows.all_text_contents())
    page.locator(".nd-filter input").fill("")
    page.locator(".nd-filter select").select_option("not-applicable")
    assert 0 < rows.count() < total
    page.locator("table.nd-claims th button").first.click()
    first = rows.first.locator("td").first.text_content()
    page.locator("table.nd-claims th button").first.click()

    assert rows.first.locator("td").first.text_content() != first


def test_screenshots(browser: Browser, address: str) -> None:
    """Every kind of page, desktop and phone, light and dark, printed, is put below .cache for a person to look at."""
    folder = ROOT / ".cache" / "screenshots"
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme, width in product(schemes, (1280, 390)):
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
        page = context.new_page()
        for kind, url in PAGE_TYPES.items():
            page.goto(address + url, wait_until="load")
            page.screenshot(path=folder / f"{kind}-{width}-{scheme}.png")

            if kind != "root":
                palette = page.locator("body").get_attribute("data-md-color-scheme")
                assert palette == {"light": "default", "dark": "slate"}[scheme]
            if (scheme, width) == ("light", 1280):
                page.pdf(path=folder / f"{kind}.pdf", format="A4")
        context.close()
