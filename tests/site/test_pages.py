"""The built pages: everything asked for is there, everything linked to exists, nothing comes from elsewhere."""

from __future__ import annotations

import os
import re
from contextlib import closing
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from netdocs.core.drift import judge, same
from netdocs.core.fences import DRAWN, KINDS, Fence, fences
from netdocs.core.keys import digest
from netdocs.core.links import claim_links
from netdocs.core.recording import Recording
from netdocs.core.scenario import Scenario
from netdocs.effects import outer
from netdocs.effects.image import DEFAULT_ENGINE, ENGINES
from netdocs.effects.sources import read_pages, read_scenarios
from netdocs.effects.store import Store
from netdocs.wiring.build import parse_all, tasks
from netdocs.wiring.perform import perform
from netdocs.wiring.settings import Settings
from support import ROOT

Pages = dict[str, BeautifulSoup]

DOCS = ROOT / "docs" / "en"
SOURCES = read_pages(ROOT, DOCS)


def wanted() -> dict[str, tuple[Fence, ...]]:
    return {path: fences(path, text) for path, text in SOURCES.items()}


def scenarios() -> tuple[Scenario, ...]:
    return parse_all(read_scenarios(ROOT))


def html_of(source: str) -> str:
    path = PurePosixPath(source).relative_to("docs/en").with_suffix("")
    return "index.html" if str(path) == "index" else f"{path}/index.html"


def test_every_fence_became_a_block_with_its_dialects_or_engines(pages: Pages) -> None:
    """A page has a block for each of its fences, and in it each dialect of the step, or each engine."""
    known = scenarios()
    for source, asked in wanted().items():
        blocks = pages[html_of(source)].select(".nd-block")
        steps = [fence for fence in asked if fence.kind in KINDS]

        assert len(blocks) == len(steps), source
        for fence, block in zip(steps, blocks, strict=True):
            dialects = sum(1 for one in known if one.session == fence.session and one.step(fence.step))

            assert len(block.select(".nd-step")) in (dialects, len(ENGINES)), fence.where


def test_every_drawing_is_there_with_a_description_and_the_same_in_words(pages: Pages) -> None:
    """A figure for each fence; a drawing in it has title and description, and ids that nothing else on the page has."""
    for source, asked in wanted().items():
        page = pages[html_of(source)]
        figures = page.select("figure.nd-picture")
        named = [element["id"] for element in page.select("svg.nd-svg [id]")]

        assert len(figures) == len([fence for fence in asked if fence.kind in DRAWN]), source
        assert len(named) == len(set(named)), source
        for drawing in page.select("svg.nd-svg"):
            described = [element["id"] for element in drawing.select("title, desc")]
            assert str(drawing["aria-labelledby"]).split() == described, source
        for figure in figures:
            assert figure.select_one(".nd-not-run") or len(figure.select("details li")) > 1, source
            assert re.search(r"Docker Engine \d+\.\d+|Not run here", figure.text), source


def test_every_block_says_who_printed_it_and_when(pages: Pages) -> None:
    """The quiet line names engine, date, duration and scenario; where nothing was run, date and scenario."""
    printed = r"Docker Engine \d+\.\d+\.\d+ on \d+ \w+ \d{4}, in <?[\d.]+ s\. (.*\. )?\S+/\S+\.(sh|py)"
    for url, page in pages.items():
        for block in page.select(".nd-step"):
            quiet, not_run = block.select_one(".nd-quiet"), block.select_one(".nd-not-run")

            assert quiet is not None, url
            assert re.search(r"^\d+ \w+ \d{4}\. \S+/\S+\.(sh|py)" if not_run else printed, quiet.text), url


def test_every_scenario_is_shown_on_the_page_of_its_folder() -> None:
    """`snippets/bridge/` is shown by `drivers/bridge.md`, `snippets/home/` by the home page; others may show it too."""
    shown = {
        (PurePosixPath(source).stem.replace("index", "home"), fence.session, fence.step)
        for source, asked in wanted().items()
        for fence in asked
    }
    for scenario in scenarios():
        folder = scenario.session.partition("/")[0]
        steps = {(folder, scenario.session, step.name) for step in scenario.steps if not step.hidden}

        assert steps <= shown, scenario.name


def test_every_claim_is_linked_from_a_page() -> None:
    """A proven sentence that no page says is of no use to a reader."""
    linked = {link.claim for path, text in SOURCES.items() for link in claim_links(path, text)}

    assert {claim.id for scenario in scenarios() for claim in scenario.claims} == linked


def test_both_dialects_tell_the_same_story() -> None:
    """A step of the Python dialect is one of the shell dialect too; only steps about Linux are the shell's alone."""
    by_name = {scenario.name: scenario for scenario in scenarios()}
    for name, scenario in by_name.items():
        if scenario.dialect == "py":
            shell = by_name[name.removesuffix(".py") + ".sh"]

            assert {step.name for step in scenario.steps if not step.hidden} <= {step.name for step in shell.steps}


def test_every_scenario_has_a_committed_recording(site: Path) -> None:
    """Where no engine is, the recordings stand in: each is there, of the scenario as it is now, and no other is."""
    store = Store(ROOT / "recordings")
    for scenario in scenarios():
        recording = store.load(DEFAULT_ENGINE, scenario.name)

        assert isinstance(recording, Recording), f"{scenario.name}: run make record"
        assert recording.key.scenario == digest(scenario.text), f"{scenario.name}: run make record"
    assert sorted(store.names(DEFAULT_ENGINE)) == sorted(scenario.name for scenario in scenarios())


def test_recordings_say_what_this_engine_printed(site: Path) -> None:
    """On the engine and kernel of a recording nothing has drifted; what differed once is played again to tell."""
    committed, played = Store(ROOT / "recordings"), Store(ROOT / ".cache" / "plays")
    suspects: list[Scenario] = []
    for scenario in scenarios():
        then, now = (store.load(DEFAULT_ENGINE, scenario.name) for store in (committed, played))
        assert isinstance(then, Recording)
        assert isinstance(now, Recording)
        if (then.version, then.kernel) == (now.version, now.kernel) and not same(then, now):
            suspects.append(scenario)
    for scenario in suspects:
        then, now = (store.load(DEFAULT_ENGINE, scenario.name) for store in (committed, played))
        assert isinstance(then, Recording)
        assert isinstance(now, Recording)
        finding = judge(then, now, play_again(scenario))

        assert finding is None or finding.kind == "flake", finding


def play_again(scenario: Scenario) -> Recording:
    client = outer.connect(ROOT, os.environ, wanted=True)
    assert client is not None
    with closing(client):
        settings = Settings(ROOT, "live")
        ((_, outcome),) = perform(client, tasks(client, [scenario], settings, print), settings, print)
    assert outcome.recording is not None, outcome.problems
    return outcome.recording


def test_every_link_and_anchor_resolves(site: Path, pages: Pages) -> None:
    """No link leads to a page or a place that is not there."""
    ids = {url: {tag["id"] for tag in page.select("[id]")} for url, page in pages.items()}
    for url, page in pages.items():
        if url == "404.html":
            continue  # its links are absolute, for whatever address was not found
        for tag in page.select("a[href]"):
            parts = urlsplit(str(tag["href"]))
            if parts.scheme or parts.netloc:
                continue
            target = normpath(PurePosixPath(url).parent / unquote(parts.path)) if parts.path else url
            if target.endswith(".md"):
                assert (site / target).is_file(), f"{url}: {tag['href']}"
                continue
            target = target if target.endswith(".html") else f"{target}/index.html".removeprefix("./")

            assert target in pages, f"{url}: {tag['href']}"
            assert not parts.fragment or unquote(parts.fragment) in ids[target] or parts.fragment == "__skip"


def test_nothing_is_fetched_from_another_host(pages: Pages) -> None:
    """Scripts, styles, fonts and pictures are the site's own."""
    for url, page in pages.items():
        for tag in page.select("script[src], link[href], img[src], iframe[src]"):
            address = urlsplit(str(tag.get("src") or tag.get("href")))

            assert not address.netloc, f"{url}: {tag}"
