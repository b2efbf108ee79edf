"""One build of the site in one language, as its entry file sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from netdocs.core import scenario_page, urls
from netdocs.core.links import Target, claim_links, resolve
from netdocs.core.proof import Row, rows
from netdocs.core.words import Words, date, words
from netdocs.effects.sources import read_pages
from netdocs.wiring.build import Book, make_plan, produce
from netdocs.wiring.markdown import install
from netdocs.wiring.settings import from_environ
from netdocs.wiring.targets import targets


@dataclass(frozen=True, slots=True)
class Site:
    """A book, its proofs, the words of one language, and where links lead."""

    book: Book
    rows: tuple[Row, ...]
    words: Words
    targets: Mapping[str, Target]

    @staticmethod
    def open(root: Path, docs: Path, environ: Mapping[str, str], language: str, say: Callable[[str], None]) -> Site:
        """Plan, play or reuse; after this the fences of the pages show the outcome. NetdocsError if any of it fails."""
        texts, said = read_pages(root, docs), words(language)
        book = produce(make_plan(root, texts), from_environ(root, environ), say)
        proofs = rows(book.plan.scenarios, book.recordings, _mentions(texts))
        below = {path: (root / path).relative_to(docs).as_posix() for path in texts}
        install(book, proofs, said)
        return Site(book, proofs, said, targets(book, proofs, below, said))

    def pages(self) -> dict[str, str]:
        """The Markdown of the pages that are made, not written, by their path below the documents' folder."""
        sessions = dict.fromkeys(scenario.session for scenario in self.book.plan.scenarios)
        return {urls.scenario_page(session): self._scenario_page(session) for session in sessions}

    def _scenario_page(self, session: str) -> str:
        own = [row for row in self.rows if row.session == session]
        differing = dict.fromkeys(step for shown in self.book.session(session) for step in shown.differing)
        return scenario_page.page(self.book.plan.dialects(session), own, differing, self.words)

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


def _mentions(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """The pages that link to each claim."""
    found: dict[str, list[str]] = {}
    for path, text in texts.items():
        for link in claim_links(path, text):
            if path not in found.setdefault(link.claim, []):
                found[link.claim].append(path)
    return found
