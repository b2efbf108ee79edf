"""What a browser refuses to load and run on our pages, and that they need none of it: served, and in a folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page

from browsing import PAGE_TYPES, READY, SEARCH, ask, served, wait_until
from netdocs.site.security_policy import hashes_in

POLICY = "meta[http-equiv=Content-Security-Policy]"
WATCH = """window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
    window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));"""


@pytest.fixture
def watched(page: Page) -> Iterator[Page]:
    """A page whose violations are kept, and which must have none, nor any error, at the end of the test."""
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.add_init_script(WATCH)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.set_default_timeout(90_000)
    yield page
    assert page.evaluate("window.violations") == []
    assert messages == []


@pytest.fixture(scope="session")
def attacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site with one page that holds what its author may not write."""
    folder = tmp_path_factory.mktemp("attacked") / "site"
    shutil.copytree(site.parent, folder)
    page = folder / "en" / "drivers" / "none" / "index.html"
    attack = """<script>window.ran = "inline"</script>
        <img src="missing.png" onerror="window.ran = 'handler'">
        <img src="http://127.0.0.1:9/spy.png"><iframe src="../bridge/"></iframe><object data="../bridge/"></object>
        <a id="attack" href="javascript:window.ran = 'link'">link</a>
        <form id="form" action="http://127.0.0.1:9/"></form><base href="http://127.0.0.1:9/">
        <script src="data:text/javascript,window.ran='data'"></script>
        <style>h1 { color: rgb(1, 2, 3) }</style></article>"""
    html = page.read_text(encoding="utf-8")
    page.write_text(attack.join(html.rpartition("</article>")[::2]), encoding="utf-8")
    return folder


def test_every_page_has_a_policy_before_it_loads_anything(site: Path, pages: dict[str, BeautifulSoup]) -> None:
    """In the head, with a hash for each script in it and no way around; the page at the root has one too."""
    documents = {**pages, "/": BeautifulSoup((site.parent / "index.html").read_text(encoding="utf-8"), "html.parser")}
    assert len(documents) > 20
    for url, page in documents.items():
        metas = page.select(f"head > {POLICY}")
        policy = str(metas[0]["content"])
        before = [tag.name for tag in metas[0].find_previous_siblings() if isinstance(tag, Tag)]
        inline = [script for script in page.select("script:not([src])") if script.get("type") != "application/json"]

        assert len(metas) == 1, url
        assert before == ["meta"], url
        assert len(hashes_in(policy)) == len(inline), url
        assert "unsafe" not in policy.replace("style-src-attr 'unsafe-inline'", ""), url


def test_hosts_send_one_policy_for_all_pages(site: Path, pages: dict[str, BeautifulSoup]) -> None:
    """It allows what any page's own does, and is short enough for Cloudflare's limit of 2,000 characters."""
    text = (site.parent / "_headers").read_text(encoding="utf-8")
    allowed = {source for page in pages.values() for source in hashes_in(str(page.select(POLICY)[0]["content"]))}

    assert text.startswith("/*\n  Content-Security-Policy: default-src 'self';")
    assert allowed <= hashes_in(text)
    assert "frame-ancestors 'none'" in text
    assert max(len(line) for line in text.splitlines()) < 2000


@pytest.mark.parametrize("url", PAGE_TYPES.values(), ids=PAGE_TYPES)
def test_no_kind_of_page_violates_its_policy(watched: Page, address: str, url: str) -> None:
    """Loaded and scrolled through."""
    answer = watched.goto(address + url, wait_until="networkidle")
    wait_until(watched, READY)
    watched.keyboard.press("End")
    watched.wait_for_timeout(200)

    assert answer is not None
    assert "script-src" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("url", [url for url in PAGE_TYPES.values() if url != "404.html"])
def test_no_kind_of_page_violates_its_policy_in_a_folder(watched: Page, site: Path, url: str) -> None:
    """Opened without a server; only a server shows the page for what is not there, so it has a server's addresses."""
    path = site / url
    watched.goto((path if path.is_file() else path / "index.html").as_uri(), wait_until="networkidle")
    wait_until(watched, READY)

    assert watched.evaluate("getComputedStyle(document.body).fontFamily") != "serif"


@pytest.mark.parametrize("delivery", ["served", "folder"])
def test_search_and_palette_keep_the_policy(watched: Page, site: Path, address: str, delivery: str) -> None:
    """A worker or the frame in its place answers, an answer can be shared, and the colours change."""
    root = address if delivery == "served" else site.as_uri() + "/"
    watched.goto(f"{root}drivers/bridge/index.html", wait_until="networkidle")
    wait_until(watched, READY)
    watched.locator("[data-md-component=palette] label:visible").click()
    watched.locator(SEARCH).click()
    results = ask(watched, "bad address")
    for control in ("[data-md-component=search-share]", ".md-search-result__item a"):
        watched.evaluate(f"document.querySelector('{control}').click()")  # a click elsewhere would close the search
    watched.wait_for_url("**/reference/errors/**")

    assert "reference/errors/" in results[0]
    assert watched.evaluate("document.body.dataset.mdColorMedia") == "(prefers-color-scheme: light)"


def test_figures_and_tabs_keep_the_policy(watched: Page, address: str) -> None:
    """What our own script does to a page."""
    watched.goto(address + "drivers/bridge/", wait_until="networkidle")
    wait_until(watched, READY)
    watched.locator(".tabbed-labels label", has_text="Python").first.click()
    figure = watched.locator("figure.nd-figure").first
    figure.hover()
    figure.locator(".nd-enlarge").click()
    watched.keyboard.press("Escape")
    watched.locator("dialog.nd-lightbox").wait_for(state="detached")


@pytest.mark.parametrize("delivery", ["header and meta", "meta", "folder"])
def test_what_is_injected_does_not_run(page: Page, attacked: Path, delivery: str) -> None:
    """No script, handler, link or form of it, no request to another host, no frame."""
    sent: list[str] = []
    page.on("requestfinished", lambda request: sent.append(request.url))
    page.on("requestfailed", lambda request: sent.extend([request.url] if request.failure != "csp" else []))
    page.add_init_script(WATCH)
    page.set_default_timeout(90_000)
    headers = attacked / "_headers"
    header = headers.read_text(encoding="utf-8")
    if delivery != "header and meta":
        headers.unlink()
    try:
        with served(attacked) as root:
            base = attacked.as_uri() + "/" if delivery == "folder" else root
            page.goto(f"{base}en/drivers/none/index.html", wait_until="networkidle")
            page.evaluate("document.getElementById('attack').click()")
            page.evaluate("document.getElementById('form').submit()")
            page.wait_for_timeout(300)

            refused = {violation.split()[0] for violation in page.evaluate("window.violations")}
            assert page.evaluate("window.ran") is None
            assert page.url.partition("#")[0].endswith("drivers/none/index.html")
            assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(1, 2, 3)"
    finally:
        headers.write_text(header, encoding="utf-8")

    assert [url for url in sent if ":9/" in url] == []
    expected = {"script-src-elem", "script-src-attr", "style-src-elem", "img-src", "frame-src", "object-src"}
    assert refused >= {*expected, "form-action", "base-uri"}
