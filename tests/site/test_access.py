"""For everybody: what axe says, and what the keyboard reaches."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from browsing import LANGUAGES, PAGE_TYPES, READY, ask, script, wait_until

OPENED = [(language, kind) for language in LANGUAGES for kind in PAGE_TYPES if (language, kind) != ("ja", "root")]
"""The kinds of pages in each language; the root of the site is in none."""


@pytest.mark.timeout(600)  # the proof page's 20,000 elements take axe up to a minute each time on a busy machine
@pytest.mark.parametrize(("language", "kind"), OPENED)
def test_axe_finds_nothing(browser: Browser, root: str, language: str, kind: str) -> None:
    """On every kind of page in every language, in the light and in the dark, on a desk and on a phone.

    Without animations, because Material turns a page dark after its first paint, and links take 125 ms to follow.
    """
    axe = script("axe-core/axe.min.js").read_text(encoding="utf-8")
    for width in (1280, 390):
        size: ViewportSize = {"width": width, "height": 900}
        context = browser.new_context(color_scheme="light", viewport=size, reduced_motion="reduce")
        page = context.new_page()
        page.goto(f"{root}{language}/{PAGE_TYPES[kind]}", wait_until="load")
        wait_until(page, READY, seconds=90)
        page.evaluate(axe)
        lasting = violations(page)
        page.emulate_media(color_scheme="dark")
        wait_until(page, DARK)
        lasting += violations(page)
        context.close()

        assert lasting == []


DARK = "document.body.dataset.mdColorScheme !== 'default'"
"""True once Material has followed to dark colours; the root's colours are the browser's, and follow at once."""


def violations(page: Page) -> list[tuple[str, str, str]]:
    """What axe finds on the page, each time it is asked: the rule, the first element that breaks it, and why.

    What is gone half a second later was a page that was still being laid out.
    """
    for _ in range(3):
        nodes = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        if not nodes:
            break
        page.wait_for_timeout(500)
    return [(rule["id"], rule["nodes"][0]["html"], rule["nodes"][0]["failureSummary"]) for rule in nodes]


def test_axe_finds_nothing_in_what_opens(page: Page, address: str) -> None:
    """The search with results, and the panels of a phone."""
    axe = script("axe-core/axe.min.js").read_text(encoding="utf-8")
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address + "drivers/bridge/", wait_until="load")
    wait_until(page, READY, seconds=90)
    page.evaluate(axe)
    page.locator("header label[for=__drawer]").click()
    page.wait_for_timeout(500)  # the drawer slides in
    assert page.locator(".md-sidebar--primary .md-nav__link:visible").count() > 3
    assert violations(page) == []
    page.locator(".md-overlay").click(position={"x": 380, "y": 400})
    page.wait_for_timeout(500)
    assert ask(page, "bridge")
    assert violations(page) == []


UNREACHED = """() => {
  const visible = element => element.checkVisibility({ visibilityProperty: true });
  // Of a group of radios the checked one is reached, and the arrows lead from it. Material takes its search's own
  // buttons out of the order while nothing is asked, and the arrows lead to results.
  const skipped = element => element.tabIndex < 0 || (element.type === "radio" && !element.checked)
    || element.closest(".md-search");
  return [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter(element => visible(element) && !skipped(element) && !element.dataset.reached)
    .map(element => element.outerHTML.slice(0, 120));
}"""

FOCUSED = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return "end";
  focused.dataset.reached = "yes";
  // Material's own: three radios behind one label
  if (focused.closest("[data-md-component=palette]")) return "";
  const shown = focused.type === "radio" ? document.querySelector(`label[for="${focused.id}"]`) : focused;
  return getComputedStyle(shown).outlineStyle !== "none" ? "" : shown.outerHTML.slice(0, 120);
}"""
"""Where the keyboard is: "end" behind the last element, "" at one that is outlined, else the one that is not."""


def walk(page: Page) -> list[str]:
    """Press Tab from the page's top to its end; what was focused without an outline."""
    unmarked: list[str] = []
    for _ in range(1500):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused == "end":
            return unmarked
        if focused:
            unmarked.append(focused)
    raise AssertionError("1500 times Tab, and no end")


@pytest.mark.parametrize("kind", ["home", "driver", "scenario"])
def test_the_keyboard_reaches_everything(page: Page, address: str, kind: str) -> None:
    """Tab goes to every link, button, tab and block that scrolls, and what it goes to is seen.

    Twice, for a block of code gets its button when it comes into view.
    """
    page.goto(address + PAGE_TYPES[kind], wait_until="load")
    wait_until(page, READY, seconds=90)

    assert walk(page) + walk(page) == []
    assert page.evaluate(UNREACHED) == []


def test_the_skip_link_comes_first(page: Page, address: str) -> None:
    """The first Tab offers to leave out the navigation, and what it leads to is the text."""
    page.goto(address + "drivers/bridge/", wait_until="load")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.matches('.md-skip')")
    assert page.evaluate("document.querySelector(document.activeElement.hash).closest('article') !== null")


def test_escape_puts_an_explanation_away(page: Page, address: str) -> None:
    """What a claim's popover covers can be read without leaving the claim."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address + "drivers/bridge/", wait_until="load")
    wait_until(page, READY, seconds=90)
    page.locator(".md-content a.nd-claim").first.focus()
    page.locator(".md-tooltip2--active").wait_for()
    page.keyboard.press("Escape")

    page.locator(".md-tooltip2--active").wait_for(state="detached")


def test_links_are_large_enough_for_fingers(page: Page, address: str) -> None:
    """Or have room around them: 24 pixels, of which axe's rule is not among those it asks by itself."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address + "drivers/bridge/", wait_until="load")
    wait_until(page, READY, seconds=90)
    page.evaluate(script("axe-core/axe.min.js").read_text(encoding="utf-8"))
    result = page.evaluate("axe.run({runOnly: ['target-size'], rules: {'target-size': {enabled: true}}})")

    assert result["passes"]
    assert [node["html"] for rule in result["violations"] for node in rule["nodes"]] == []


def test_without_a_script_everything_is_there(browser: Browser, address: str) -> None:
    """Text, tabs, folded lines, the menu of a phone; what needs a script is not offered."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(address + "drivers/bridge/", wait_until="load")

    assert not page.locator("header label.md-header__button[for=__search]").is_visible()
    assert not page.locator("[data-md-component=palette] label").first.is_visible()
    assert page.locator(".nd-transcript").first.is_visible()
    page.locator(".tabbed-labels label", has_text="Python").first.click()
    assert page.locator(".nd-source").first.is_visible()
    page.locator("header label[for=__drawer]").click()
    assert page.locator(".md-sidebar--primary .md-nav__link:visible").first.is_visible()
    page.goto(address + "reference/proof/", wait_until="load")
    assert page.locator("table.nd-claims td").first.is_visible()
    assert not page.locator(".nd-filter").first.is_visible()
    context.close()


def test_a_link_in_a_notice_is_seen_without_colour(page: Page, root: str) -> None:
    """Its words are underlined: a section that is older than the English one leads there, and no page need have one."""
    page.goto(f"{root}ja/", wait_until="load")
    page.evaluate(
        """() => document.querySelector(".md-content__inner").insertAdjacentHTML(
            "beforeend", "<aside class=nd-notice>x <a id=nd-tried href=#>y</a></aside>")"""
    )

    assert page.evaluate("getComputedStyle(document.getElementById('nd-tried')).textDecorationLine") == "underline"
