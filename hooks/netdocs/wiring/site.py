"""One build of the site in one language, as its entry file sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from netdocs.core import scenario_page, urls
from netdocs.core.errors import AuthorError, Problem
from netdocs.core.finish import first_abbreviations, foreign, scrolling_tables
from netdocs.core.furniture import furniture
from netdocs.core.links import Target, claim_links, resolve
from netdocs.core.notes import NoSuchLineError, dress
from netdocs.core.proof import Row, rows
from netdocs.core.words import Words, date, words
from netdocs.effects.sources import ORIGINAL, read_pages, untranslated
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
    language: str
    texts: Mapping[str, str]
    """The text of every page by its path below the documents' folder."""
    sources: Mapping[str, str]
    """The path below the project's root of every page, by its path below the documents' folder."""
    borrowed: Mapping[str, Path]
    """Files of the original that stand in for translations."""

    @staticmethod
    def open(root: Path, docs: Path, environ: Mapping[str, str], language: str, say: Callable[[str], None]) -> Site:
        """Plan, play or reuse; after this the fences of the pages show the outcome. NetdocsError if any of it fails."""
        borrowed, said = untranslated(docs), words(language)
        original = docs.parent / ORIGINAL
        stand_ins = {
            path: text for path, text in _original(root, docs).items() if _below(root, path, original) in borrowed
        }
        texts = {**read_pages(root, docs), **stand_ins}
        below = {path: _below(root, path, original if path in stand_ins else docs) for path in texts}
        book = produce(make_plan(root, texts), from_environ(root, environ), say)
        proofs = rows(book.plan.scenarios, book.recordings, _mentions(texts))
        install(book, proofs, said)
        places = targets(book, proofs, below, said)
        by_name = {below[path]: text for path, text in texts.items()}
        sources = {name: path for path, name in below.items()}
        site = Site(book, proofs, said, places, language, by_name, sources, borrowed)
        opened[docs] = site
        return site

    def pages(self) -> dict[str, str]:
        """The Markdown of the pages that are made, not written, by their path below the documents' folder."""
        sessions = dict.fromkeys(scenario.session for scenario in self.book.plan.scenarios)
        return {urls.scenario_page(session): self._scenario_page(session) for session in sessions}

    def _scenario_page(self, session: str) -> str:
        own = [row for row in self.rows if row.session == session]
        differing = dict.fromkeys(step for shown in self.book.session(session) for step in shown.differing)
        return scenario_page.page(self.book.plan.dialects(session), own, differing, self.words)

    def finish(self, html: str, page_url: str, source: str = "") -> str:
        """A page's HTML with its notes and links in place and, if nothing was played, the notice that says so.

        `source` is its path below the documents' folder. AuthorError if a note fits no line.
        """
        try:
            dressed = dress(html, self.words)
        except NoSuchLineError as error:
            what, do = "a note is about something that no line of the block above it says", "write what a line says"
            raise AuthorError(Problem(self.sources.get(source, source), what, do, seen=repr(str(error)))) from error
        done = scrolling_tables(first_abbreviations(resolve(dressed, page_url, self.targets)))
        if source in self.borrowed:
            done = foreign(done, ORIGINAL, self.language, furniture(self.language).untranslated)
        return self.notice() + done

    def notice(self) -> str:
        """The notice of a site made of recordings; empty for a live one."""
        dates = sorted(shown.recording.played for shown in self.book.shown.values())
        if self.book.live or not dates:
            return ""
        first, last = date(self.words, dates[0]), date(self.words, dates[-1])
        return f'<aside class="nd-notice">{escape(self.words.recordings_only.format(first=first, last=last))}</aside>\n'


opened: dict[Path, Site] = {}
"""The sites of this process, by their documents' folders."""


def _below(root: Path, path: str, docs: Path) -> str:
    return (root / path).relative_to(docs).as_posix() if (root / path).is_relative_to(docs) else ""


def _original(root: Path, docs: Path) -> dict[str, str]:
    """The pages a translation falls back to; none for the original itself."""
    original = docs.parent / ORIGINAL
    return {} if docs == original else read_pages(root, original)


def _mentions(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """The pages that link to each claim."""
    found: dict[str, list[str]] = {}
    for path, text in texts.items():
        for link in claim_links(path, text):
            if path not in found.setdefault(link.claim, []):
                found[link.claim].append(path)
    return found
