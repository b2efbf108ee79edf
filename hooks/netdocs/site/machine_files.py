"""The files for machines that go with the pages: each page as Markdown, and lists of them. Wiring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from netdocs.page.context import Build, PageContext
from netdocs.site import markdown_export


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page of the navigation, in its order."""

    source: str
    """Its path below the documents' folder."""
    section: str
    title: str
    about: str
    """What it is about, in a sentence."""
    learn: str = ""
    """What a reader will know after it, in a sentence."""
    reading_time: str = ""


def machine_files(
    build: Build,
    name: str,
    about: str,
    address: str,
    pages: Iterable[ListedPage],
    *,
    cached: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """The text of each file by its path below the site's root.

    `name` and `about` are the site's; `address` is where it is served, ending in a slash, or empty. `cached` has
    the Markdown, without `learn`, of pages that need not be written anew.
    """
    listed = list(pages)
    learn_lines = {page.source: f"{page.learn} {page.reading_time}".strip() for page in listed}
    markdown = {
        source: markdown_export.with_learn_line(
            (cached or {}).get(source) or markdown_export.to_markdown(PageContext(build, source)),
            learn_lines.get(source, ""),
        )
        for source, page in build.pages.items()
        if page.path
    }
    links = list(_links(listed, address))
    texts = {link.url: markdown[page.source] for link, page in zip(links, listed, strict=True)}
    return {
        **markdown,
        "llms.txt": markdown_export.llms_index(name, about, links),
        "llms-full.txt": markdown_export.llms_full(texts),
    }


def _links(pages: Iterable[ListedPage], address: str) -> Iterator[markdown_export.Link]:
    for page in pages:
        yield markdown_export.Link(page.section, page.title, f"{address}{quote(page.source)}", page.about)
