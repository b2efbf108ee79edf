"""For everybody: what axe says, and what the keyboard reaches."""

from __future__ import annotations

from itertools import product
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from browsing import KINDS, READY, script


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, address: str, kind: str) -> None:
    """On every kind of page, in the light and in the dark, on a desk and on a phone."""
    axe = script("axe-core/axe.min.js").read_text(encoding="utf-8")
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme, width in product(schemes, (1280, 390)):
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(address + KINDS[kind], wait_until="load")
        page.wait_for_function(READY, timeout=90_000)
        page.evaluate(axe)
        found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        context.close()

        assert [(one["id"], one["nodes"][0]["html"], one["nodes"][0]["failureSummary"]) for one in found] == []


def test_axe_finds_nothing_in_what_opens(page: Page, address: str) -> None:
    """The search with results, and the panels of a phone."""
    axe = script("axe-core/axe.min.js").read_text(encoding="utf-8")
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address + "drivers/bridge/", wait_until="load")
    page.wait_for_function(READY, timeout=90_000)
    page.evaluate(axe)
    for panel in ("nd-nav", "nd-toc"):
        page.locator(f"[popovertarget={panel}]").click()
        assert page.locator(f"#{panel}").is_visible()
        assert page.evaluate("axe.run({resultTypes: ['violations']})")["violations"] == []
        page.keyboard.press("Escape")
        assert not page.locator(f"#{panel}").is_visible()
    page.keyboard.press("/")
    page.locator("#nd-query").fill("bridge")
    page.locator("#nd-found a").first.wait_for()

    assert page.evaluate("axe.run({resultTypes: ['violations']})")["violations"] == []


TABBED = """() => {
  const seen = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest("dialog:not([open])");
  const wanted = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter(seen);
  return wanted.filter(one => !one.dataset.reached && !(one.type === "radio" && !one.checked))
    .map(one => one.outerHTML.slice(0, 120));
}"""


@pytest.mark.parametrize("kind", ["home", "driver", "scenario"])
def test_the_keyboard_reaches_everything(page: Page, address: str, kind: str) -> None:
    """Tab goes to every link, button, tab and block that scrolls, and what it goes to is seen."""
    page.goto(address + KINDS[kind], wait_until="load")
    page.wait_for_function(READY, timeout=90_000)
    unseen = []
    for _ in range(1500):
        page.keyboard.press("Tab")
        outlined = page.evaluate(
            """() => {
              const at = document.activeElement;
              if (at === document.body || at.dataset.reached) return null;
              at.dataset.reached = "yes";
              const own = at.type === "radio" ? document.querySelector(`label[for="${at.id}"]`) : at;
              return getComputedStyle(own).outlineStyle !== "none" || own.outerHTML.slice(0, 120);
            }"""
        )
        if outlined is None:
            break
        if outlined is not True:
            unseen.append(outlined)

    assert unseen == []
    assert page.evaluate(TABBED) == []


def test_the_skip_link_comes_first(page: Page, address: str) -> None:
    """The first Tab offers to leave out the navigation."""
    page.goto(address, wait_until="load")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "nd-skip"


def test_without_a_script_everything_is_there(browser: Browser, address: str) -> None:
    """Text, tabs, folded lines, the menu of a phone; what needs a script is not offered."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address + "drivers/bridge/", wait_until="load")

    assert not page.locator(".nd-search-open").is_visible()
    assert page.locator(".nd-transcript").first.is_visible()
    page.locator(".tabbed-labels label", has_text="Python").first.click()
    assert page.locator(".nd-source").first.is_visible()
    page.locator("[popovertarget=nd-nav]").click()
    assert page.locator("#nd-nav a").first.is_visible()
    context.close()
