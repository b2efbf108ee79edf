"""One build of the site in one language, as its entry file sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from netdocs.core.links import Target, resolve
from netdocs.core.words import Words, date, words
from netdocs.effects.sources import read_pages
from netdocs.wiring.build import Book, make_plan, produce
from netdocs.wiring.markdown import Rendered, install, scenario_pages, targets
from netdocs.wiring.settings import from_environ


@dataclass(frozen=True, slots=True)
class Site:
    """A book, the words of one language, and where its links lead."""

    book: Book
    words: Words
    targets: Mapping[str, Target]
    rendered: Rendered

    @staticmethod
    def open(root: Path, docs: Path, environ: Mapping[str, str], language: str, say: Callable[[str], None]) -> Site:
        """Plan, play or reuse; after this the fences of the pages show the outcome. NetdocsError if any of it fails."""
        plan = make_plan(root, read_pages(root, docs))
        site = _site(produce(plan, from_environ(root, environ), say), words(language))
        install(site.book, site.words, site.rendered)
        return site

    def pages(self) -> dict[str, str]:
        """The Markdown of the pages that are made, not written, by their path below the documents' folder."""
        return scenario_pages(self.book, self.words)

    def finish(self, html: str, page_url: str) -> str:
        """A page's HTML with its links resolved and, if nothing was played, the notice that says so."""
        return self.notice() + resolve(html, page_url, self.targets)

    def notice(self) -> str:
        """The notice of a site made of recordings; empty for a live one."""
        dates = sorted(shown.recording.played for shown in self.book.shown.values())
        if self.book.live or not dates:
            return ""
        first, last = date(self.words, dates[0]), date(self.words, dates[-1])
        return f'<aside class="nd-notice">{escape(self.words.recordings_only.format(first=first, last=last))}</aside>\n'


def _site(book: Book, words: Words) -> Site:
    return Site(book, words, targets(book), set())
