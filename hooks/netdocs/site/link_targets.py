"""Where the links lead that pages and proofs are full of: claims, scenarios, steps, pages. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from netdocs.i18n.strings import ContentStrings
from netdocs.page import urls
from netdocs.page.claims_table import ClaimRow, tooltip
from netdocs.page.fences import FIGURE_LANGUAGES
from netdocs.page.link_syntax import Target
from netdocs.page.plan import Plan


def link_targets(
    plan: Plan,
    rows: tuple[ClaimRow, ...],
    pages: Mapping[str, str],
    strings: ContentStrings,
    *,
    directory_urls: bool = True,
) -> dict[str, Target]:
    """The target of every address; `pages` gives each page's path below the documents' folder by its full one."""
    url_of = partial(urls.url_of, directory_urls=directory_urls)
    page_urls = {path: url_of(name) for path, name in pages.items()}
    session_urls = {session: url_of(urls.scenario_page(session)) for session in plan.sessions}
    proof = url_of(urls.PROOF_PAGE) if urls.PROOF_PAGE in pages.values() else ""
    return {
        **dict(_scenarios(plan, session_urls)),
        **dict(_steps(plan, page_urls)),
        **dict(_claims(rows, proof, session_urls, page_urls, strings)),
    }


def _scenarios(plan: Plan, session_urls: Mapping[str, str]) -> Iterator[tuple[str, Target]]:
    for scenario in plan.scenarios:
        address, url = f"scenario:{scenario.name}", session_urls[scenario.session]
        yield address, Target(url)
        yield f"{address}#by-engine", Target(f"{url}#by-engine")
        for claim in scenario.claims:
            yield f"{address}#{claim.line}", Target(f"{url}#{urls.line_anchor(scenario.dialect, claim.line)}")


def _steps(plan: Plan, page_urls: Mapping[str, str]) -> Iterator[tuple[str, Target]]:
    """The first page that shows a step is where its output is: of equal addresses the last one stays."""
    for fence in reversed([fence for fence in plan.fences if fence.language not in FIGURE_LANGUAGES]):
        anchor = urls.step_anchor(fence.session, fence.step)
        yield f"step:{fence.session}/{fence.step}", Target(f"{page_urls[fence.page]}#{anchor}")


def _claims(
    rows: tuple[ClaimRow, ...],
    proof: str,
    session_urls: Mapping[str, str],
    page_urls: Mapping[str, str],
    strings: ContentStrings,
) -> Iterator[tuple[str, Target]]:
    """Claims lead to the proof page (a site without one: to the scenario's), and from there to the pages."""
    for row in rows:
        name, home = row.claim.id, proof or session_urls[row.session]
        yield f"claim:{name}", Target(f"{home}#{urls.claim_anchor(name)}", tooltip(row, strings), row.proven)
        for page in row.pages:
            yield f"page:{page}#{name}", Target(f"{page_urls[page]}#{urls.mention_anchor(name)}")
