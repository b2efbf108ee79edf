"""Where the links lead that pages and proofs are full of: claims, scenarios, steps, pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netdocs.core import urls
from netdocs.core.fences import DRAWN
from netdocs.core.links import Target
from netdocs.core.proof import Row, tooltip
from netdocs.core.scenario import Scenario
from netdocs.core.words import Words
from netdocs.wiring.build import Book


def targets(book: Book, rows: tuple[Row, ...], pages: Mapping[str, str], words: Words) -> dict[str, Target]:
    """The target of every link; `pages` gives each page's path below the documents' folder by its full one."""
    proof = urls.url_of(urls.PROOF) if urls.PROOF in pages.values() else ""
    found = dict(_scenarios(book))
    found |= dict(_steps(book, pages))
    for row in rows:
        home = proof or urls.url_of(urls.scenario_page(row.session))
        found[f"claim:{row.claim.id}"] = Target(
            f"{home}#{urls.claim_anchor(row.claim.id)}", tooltip(row, words), row.proven
        )
        for page in row.pages:
            url = urls.url_of(pages[page])
            found[f"page:{page}#{row.claim.id}"] = Target(f"{url}#{urls.mention_anchor(row.claim.id)}")
    return found


def _scenarios(book: Book) -> Iterator[tuple[str, Target]]:
    for scenario in book.plan.scenarios:
        url = urls.url_of(urls.scenario_page(scenario.session))
        yield f"scenario:{scenario.name}", Target(url)
        yield f"scenario:{scenario.name}#by-engine", Target(f"{url}#by-engine")
        yield from (
            (f"scenario:{scenario.name}#{line}", Target(f"{url}#{urls.line_anchor(scenario.dialect, line)}"))
            for line in _claim_lines(scenario)
        )


def _claim_lines(scenario: Scenario) -> Iterator[int]:
    yield from (claim.line for claim in scenario.claims)


def _steps(book: Book, pages: Mapping[str, str]) -> Iterator[tuple[str, Target]]:
    """The first page that shows a step is where its output is."""
    for fence in reversed([fence for fence in book.plan.fences if fence.kind not in DRAWN]):
        url = urls.url_of(pages[fence.page])
        yield f"step:{fence.session}/{fence.step}", Target(f"{url}#{urls.step_anchor(fence.session, fence.step)}")
