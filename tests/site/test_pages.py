"""The built pages: everything asked for is there, everything linked to exists, nothing comes from elsewhere."""

from __future__ import annotations

import os
import re
from contextlib import closing
from itertools import takewhile
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from netdocs.build import parse_all
from netdocs.lab import outer_engine
from netdocs.lab.engines import DEFAULT_ENGINE, load_engines
from netdocs.lab.runner import run_tasks
from netdocs.lab.settings import Settings
from netdocs.page.fences import FIGURE_LANGUAGES, STEP_LANGUAGES, Fence, fences
from netdocs.page.link_syntax import claim_links
from netdocs.recording.compare import classify, equivalent
from netdocs.recording.fingerprint import digest
from netdocs.recording.model import Recording
from netdocs.recording.store import Store
from netdocs.run import make_tasks
from netdocs.scenario.model import Scenario
from netdocs.sources import read_pages, read_scenarios
from support import ROOT, unavailable

Pages = dict[str, BeautifulSoup]

DOCS = ROOT / "docs" / "en"
SOURCES = read_pages(ROOT, DOCS)
FOLDERS = {
    "index": "home",
    "solutions": "tasks",
    "firewall-modes": "firewall",
    "published-ports": "publish",
    "bridge-options": "bridge",
    "macvlan-modes": "macvlan",
    "repairs": "troubleshoot",
}
"""Pages that are not called as their folder of snippets/ is: parts of long ones; what solves a task is not on the page
of the tasks."""
PAGE_OF_STEP = {("errors/engine", "stored"): "lifecycle", ("errors/engine", "link-local"): "addresses"}
"""Steps that another page shows than that of their folder: what they answer is asked there."""


def fences_by_page() -> dict[str, tuple[Fence, ...]]:
    return {path: fences(path, text) for path, text in SOURCES.items()}


def scenarios() -> tuple[Scenario, ...]:
    return parse_all(read_scenarios(ROOT))


def html_of(source: str) -> str:
    path = PurePosixPath(source).relative_to("docs/en").with_suffix("")
    return "index.html" if str(path) == "index" else f"{path}/index.html"


def test_every_fence_became_a_block_with_its_dialects_or_engines(pages: Pages) -> None:
    """A page has a block for each of its fences, and in it each dialect of the step, or each engine."""
    all_scenarios, engines = scenarios(), load_engines(ROOT)
    assert fences_by_page()
    for source, on_page in fences_by_page().items():
        blocks = pages[html_of(source)].select(".nd-block")
        steps = [fence for fence in on_page if fence.language in STEP_LANGUAGES]

        assert len(blocks) == len(steps), source
        for fence, block in zip(steps, blocks, strict=True):
            dialects = sum(
                1 for scenario in all_scenarios if scenario.session == fence.session and scenario.step(fence.step)
            )

            assert len(block.select(".nd-step")) in (dialects, len(engines)), fence.location


def test_every_drawing_is_there_with_a_description_and_the_same_in_words(pages: Pages) -> None:
    """A figure for each fence; a drawing in it has title and description, and ids that nothing else on the page has."""
    for source, on_page in fences_by_page().items():
        page = pages[html_of(source)]
        figures = page.select("figure.nd-figure")
        named = [element["id"] for element in page.select("svg.nd-svg [id]")]

        assert len(figures) == len([fence for fence in on_page if fence.language in FIGURE_LANGUAGES]), source
        assert len(named) == len(set(named)), source
        for drawing in page.select("svg.nd-svg"):
            described = [element["id"] for element in drawing.select("title, desc")]
            assert str(drawing["aria-labelledby"]).split() == described, source
        for figure in figures:
            assert figure.select_one(".nd-not-run") or len(figure.select("details li")) > 1, source
            assert re.search(r"Docker Engine \d+\.\d+|Not run here", figure.text), source


def test_every_block_says_who_printed_it_and_when(pages: Pages) -> None:
    """The quiet line names engine, date, duration and scenario; where nothing was run, date and scenario.

    Of an engine that is yet to be recorded there is no date.
    """
    printed = r"Docker Engine \d+\.\d+\.\d+ on \d+ \w+ \d{4}, in <?[\d.]+ s\. (.*\. )?\S+/\S+\.(sh|py)"
    for url, page in pages.items():
        for block in page.select(".nd-step"):
            quiet, not_run = block.select_one(".nd-caption"), block.select_one(".nd-not-run")

            assert quiet is not None, url
            if not_run and "Not recorded yet on engine" in not_run.text:
                assert re.search(r"^\s*\S+/\S+\.(sh|py)", quiet.text), url
                continue
            assert re.search(r"^\d+ \w+ \d{4}\. \S+/\S+\.(sh|py)" if not_run else printed, quiet.text), url


def test_every_scenario_is_shown_on_the_page_of_its_folder() -> None:
    """`snippets/bridge/` is shown by `drivers/bridge.md`; others may show it too. The exceptions are named."""
    steps_on_pages = {
        (FOLDERS.get(stem := PurePosixPath(source).stem, stem), fence.session, fence.step)
        for source, on_page in fences_by_page().items()
        for fence in on_page
    }
    for scenario in scenarios():
        folder = scenario.session.partition("/")[0]
        steps = {
            (PAGE_OF_STEP.get((scenario.session, step.name), folder), scenario.session, step.name)
            for step in scenario.steps
            if not step.hidden
        }

        assert steps <= steps_on_pages, scenario.name


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
    assert scenarios()
    for scenario in scenarios():
        recording = store.load(DEFAULT_ENGINE, scenario.name)

        assert isinstance(recording, Recording), f"{scenario.name}: run make record"
        assert recording.fingerprint.scenario == digest(scenario.text), f"{scenario.name}: run make record"
    assert sorted(store.names(DEFAULT_ENGINE)) == sorted(scenario.name for scenario in scenarios())


def test_recordings_say_what_this_engine_printed(site: Path) -> None:
    """On the engine and kernel of a recording nothing has drifted; what differed once is played again to tell."""
    pairs = [pair for scenario in scenarios() if (pair := recorded_and_played(scenario))]
    if not pairs:
        unavailable("no scenario was played here on the engine and kernel of its recording")
    suspects = [committed.scenario for committed, played in pairs if not equivalent(committed, played)]
    for scenario in scenarios():
        if scenario.name not in suspects:
            continue
        pair = recorded_and_played(scenario)
        assert pair is not None
        # Compose attaches a container to its networks in a random order, so two plays may agree by chance.
        findings = (classify(*pair, play_again(scenario)) for _ in range(3))
        drifts = list(takewhile(lambda finding: finding is not None and finding.kind == "drift", findings))

        assert len(drifts) < 3, drifts[-1]


def recorded_and_played(scenario: Scenario) -> tuple[Recording, Recording] | None:
    """The committed recording and the last play here; None unless both were made by the same engine and kernel."""
    committed = Store(ROOT / "recordings").load(DEFAULT_ENGINE, scenario.name)
    played = Store(ROOT / ".cache" / "plays").load(DEFAULT_ENGINE, scenario.name)
    if not isinstance(committed, Recording) or not isinstance(played, Recording):
        return None
    return (committed, played) if (committed.version, committed.kernel) == (played.version, played.kernel) else None


def play_again(scenario: Scenario) -> Recording:
    """The recording of another play on this engine."""
    with closing(outer_engine.require_engine(ROOT, os.environ)) as client:
        settings = Settings(ROOT, "live")
        ((_, outcome),) = run_tasks(client, make_tasks(client, [scenario], settings), settings)
    assert outcome.recording is not None, outcome.problems
    return outcome.recording


BY_SCRIPT = "__"
"""What Material's places for its own scripts and switches begin with."""


def _in_language(language: str, page: str, pages: Pages) -> bool:
    """Whether a language will have the page: every language has every page, if it has a first one."""
    return (DOCS.parent / language / "index.md").is_file() and (
        page == "index" or page.endswith(".html") or f"{page}/index.html" in pages
    )


def test_every_link_and_anchor_resolves(site: Path, pages: Pages) -> None:
    """No link leads to a page or a place that is not there."""
    ids = {url: {tag["id"] for tag in page.select("[id]")} for url, page in pages.items()}
    unresolved, links = [], 0
    for url, page in pages.items():
        if url == "404.html":
            continue  # its links are absolute, for whatever address was not found
        for tag in page.select("a[href]"):
            address = urlsplit(str(tag["href"]))
            if address.scheme or address.netloc or address.fragment.startswith(BY_SCRIPT):
                continue
            links += 1
            target = normpath(PurePosixPath(url).parent / unquote(address.path)) if address.path else url
            if target.startswith("../"):  # the same page in another language, which is built after this one
                language, _, page_of_it = target.removeprefix("../").partition("/")
                written = page_of_it.removesuffix("/index.html") or "index"
                unresolved += [] if _in_language(language, written, pages) else [f"{url}: {tag['href']}"]
                continue
            if target.endswith(".md"):
                unresolved += [] if (site / target).is_file() else [f"{url}: {tag['href']}"]
                continue
            target = target if target.endswith(".html") else f"{target}/index.html".removeprefix("./")
            if target not in pages or (address.fragment and unquote(address.fragment) not in ids[target]):
                unresolved.append(f"{url}: {tag['href']}")

    assert links > 1000
    assert unresolved == []


def test_nothing_is_fetched_from_another_host(pages: Pages) -> None:
    """Scripts, styles, fonts and pictures are the site's own."""
    assert pages
    for url, page in pages.items():
        for tag in page.select("script[src], link[href], img[src], iframe[src]"):
            address = urlsplit(str(tag.get("src") or tag.get("href")))

            assert not address.netloc, f"{url}: {tag}"


def test_every_page_says_what_it_is_about(pages: Pages) -> None:
    """The description that search engines show is the page's own first sentence, and no two written pages share one."""
    about = {html_of(source): pages[html_of(source)].select_one("meta[name=description]") for source in SOURCES}
    texts = [str(tag["content"]) for tag in about.values() if tag]

    assert len(texts) == len(SOURCES)
    assert all(20 < len(text) <= 160 for text in texts), texts
    assert len(set(texts)) == len(texts)


def test_every_written_page_says_when_it_was_run_and_leads_to_its_markdown(site: Path, pages: Pages) -> None:
    """Below the text: the last run if the page shows one, and the page for machines."""
    for source, fences_of_page in fences_by_page().items():
        facts = pages[html_of(source)].select_one(".md-source-file")
        assert facts is not None, source
        link = facts.select_one("a[href$='.md']")

        assert link is not None, source
        assert (site / html_of(source)).parent.joinpath(str(link["href"])).resolve().is_file()
        played = any(fence.language in STEP_LANGUAGES and was_played(fence) for fence in fences_of_page)
        assert ("Docker Engine" in facts.text) == played, source


def was_played(fence: Fence) -> bool:
    """Whether the default engine runs the scenario of a fence: what is limited to a newer one has no run to tell of."""
    store = Store(ROOT / "recordings")
    recordings = [store.load(DEFAULT_ENGINE, f"{fence.session}.{dialect}") for dialect in ("sh", "py")]
    return any(isinstance(recording, Recording) and not recording.skipped_reason for recording in recordings)


def test_inline_handlers_are_nowhere(pages: Pages) -> None:
    """Scripts are files, Material's few aside: no element carries one in an attribute."""
    assert pages
    for url, page in pages.items():
        handlers = [(tag.name, name) for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]

        assert handlers == [], url
