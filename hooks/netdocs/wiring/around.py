"""What is around a page's text: what templates ask for, and the files that go with the pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path
from statistics import median

from netdocs.core import plain_page, sections
from netdocs.core.fences import DRAWN, KINDS, Fence
from netdocs.core.furniture import Furniture, furniture
from netdocs.core.links import relative
from netdocs.core.picture import Wanted, in_text
from netdocs.core.proof import asked_for
from netdocs.core.recording import Recording
from netdocs.core.root_page import moved_page, root_page
from netdocs.core.words import date
from netdocs.effects import folder, history, sources
from netdocs.wiring.site import Site, opened

_TAG = re.compile(r"<[^>]+>")
BUDGET = 100_000
"""Bytes, compressed, that a page with all it loads may have."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the configuration says of the site."""

    address: str
    """Where it will be served, ending in a slash; empty if that is not known."""
    name: str
    about: str
    repository: str
    """Where the project is, for links that lead to its editor; empty if that is not known."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The same page in another language."""

    language: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class About:
    """What a template says of one page."""

    summary: str = ""
    changed: str = ""
    played: str = ""
    edit: str = ""
    markdown: str = ""
    translations: tuple[Translation, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was rendered."""

    source: str
    url: str
    title: str
    html: str
    sought: bool
    """Whether search finds it."""


@dataclass(frozen=True, slots=True)
class Around:
    """One site's furniture; `nd` in templates."""

    site: Site
    folder: Path
    """Where the site is built into."""
    config: Said
    languages: tuple[str, ...]
    changes: Mapping[str, str]
    pages: dict[str, Page] = field(default_factory=dict)
    """By source."""

    order: list[tuple[str, str]] = field(default_factory=list)
    """Section and source of the pages, in the order of the navigation."""

    @staticmethod
    def of(project: Path, docs: Path, built: Path, config: Said) -> Around:
        """The furniture of the site that was opened for these documents."""
        changes = history.last_changes(project, docs.relative_to(project).parts[0])
        return Around(opened[docs], built, config, sources.languages(docs), changes)

    def needless(self, source: str) -> bool:
        """Whether a file is of the theme's own look, which no template of ours loads."""
        return source.startswith(("assets/javascripts/", "assets/stylesheets/", "assets/images/"))

    @property
    def language(self) -> str:
        """The site's language."""
        return self.site.language

    @property
    def said(self) -> Furniture:
        """Its words."""
        return furniture(self.language)

    @property
    def script_words(self) -> dict[str, str]:
        """What scripts say."""
        return self.said.for_scripts()

    @property
    def root(self) -> str:
        """The path of the site on its server, without a slash at the end; for pages that do not know where they are."""
        if self.config.address:
            return "/" + self.config.address.partition("://")[2].partition("/")[2].rstrip("/")
        return f"/{self.language}" if self.folder.name == self.language else ""

    def section(self, title: str) -> str:
        """What this language calls a section of the navigation."""
        return self.said.sections.get(title, title)

    def borrowed(self, source: str) -> bool:
        """Whether the page is not in this language."""
        return source in self.site.borrowed

    def translations(self, url: str) -> tuple[Translation, ...]:
        """The page in every language there is, this one included, as seen from it."""
        up = "../" * (url.count("/") + 1)
        return tuple(Translation(one, furniture(one).name, f"{up}{one}/{url}") for one in self.languages)

    def add(self, source: str, url: str, title: str, html: str, *, sought: bool) -> None:
        """Remember a page that has been rendered."""
        self.pages[source] = Page(source, url, unescape(_TAG.sub("", title)), html, sought)

    def about(self, source: str, url: str) -> About:
        """What is to be said of a page; little of one that was made or is for addresses that lead nowhere."""
        page = self.pages.get(source)
        if page is None:
            return About()
        said, words = self.said, self.site.words
        path = self.site.sources.get(source, "")
        changed = self.changes.get(path, "")
        played = max(self._shown(source), key=lambda one: one.played, default=None)
        return About(
            escape(sections.summary(page.html)),
            said.changed.format(date=date(words, changed)) if changed else "",
            said.played.format(date=date(words, played.played), version=played.release) if played else "",
            f"{self.config.repository.rstrip('/')}/edit/main/{path}" if self.config.repository and path else "",
            relative(source, url) if source in self.site.texts else "",
            self.translations(url) if source in self.site.texts else (),
        )

    def _shown(self, source: str) -> Iterator[Recording]:
        """The recordings whose steps a page shows."""
        path = self.site.sources.get(source, "")
        for fence in self.site.book.plan.fences:
            if fence.page == path and fence.kind in KINDS:
                yield from (shown.recording for shown in self.site.book.session(fence.session))

    def write(self, moved: Mapping[str, str]) -> tuple[str, list[str]]:
        """Everything that goes with the pages; how much a reader loads, and what is over the budget.

        `moved` gives the new page of each that is no longer where it was.
        """
        plain = {source: self._plain(source) for source in self.site.texts}
        links = [self._link(section, source) for section, source in self.order]
        everything = {link.url: plain[source] for link, (_, source) in zip(links, self.order, strict=True)}
        sought = {page.url: (page.title, page.html) for page in self.pages.values() if page.sought}
        files = {
            **plain,
            "llms.txt": plain_page.overview(self.config.name, self.config.about, links),
            "llms-full.txt": plain_page.together(everything),
            "search/index.js": sections.index(sought),
            **{old: moved_page(relative(new, old), self.said) for old, new in moved.items()},
        }
        folder.write(self.folder, files)
        self._write_root()
        return self._weight()

    def _write_root(self) -> None:
        """The page at `/`, which leads to the reader's language, and the one for addresses that lead nowhere."""
        if self.folder.name == self.language == sources.ORIGINAL:
            names = {one: furniture(one).name for one in self.languages}
            lost = (self.folder / "404.html").read_text(encoding="utf-8")
            folder.write(self.folder.parent, {"index.html": root_page(names, self.config.name), "404.html": lost})

    def _link(self, section: str, source: str) -> plain_page.Link:
        page = self.pages[source]
        about = sections.summary(page.html)
        return plain_page.Link(self.section(section), page.title, f"{self.config.address}{source}", about)

    def _plain(self, source: str) -> str:
        def link(kind: str, name: str) -> str:
            target = self.site.targets.get(f"{kind}:{name}")
            return relative(target.url, source) if target else f"{kind}:{name}"

        return plain_page.plain(self.site.sources[source], self.site.texts[source], self._shows, link)

    def _shows(self, fence: Fence, every_engine: bool) -> str:
        """What stands for a fence: a transcript, a table of claims, or a picture in words."""
        words = self.site.words
        if fence.kind in DRAWN:
            recording = self.site.book.session(fence.session)[0].recording
            return in_text(recording, Wanted(fence.step, fence.look, fence.since), words)
        if fence.kind not in KINDS:
            return plain_page.proofs(asked_for(self.site.rows, fence.step), words)
        book = self.site.book
        shown = book.session(fence.session)
        if every_engine and any(fence.step in one.differing for one in shown):
            known = book.on_engines(shown[0].recording.scenario)
            return plain_page.step(tuple(known.values()), fence.step, words)
        return plain_page.step([one.recording for one in shown], fence.step, words)

    def _weight(self) -> tuple[str, list[str]]:
        shared = sum(folder.packed_sizes(self.folder, "assets/*.css").values())
        shared += folder.packed_sizes(self.folder, "assets/site.js").get("assets/site.js", 0)
        pages = folder.packed_sizes(self.folder, "*.html")
        heaviest = max(pages, key=lambda name: pages[name])
        found = sum(folder.packed_sizes(self.folder, "search/index.js").values())
        said = (
            f"compressed, in kB: {_kb(shared)} once, {_kb(median(pages.values()))} for half of the pages, "
            f"{_kb(pages[heaviest])} for the heaviest ({posixpath.dirname(heaviest)}), {_kb(found)} more for who "
            f"searches; the budget of a page is {_kb(BUDGET)}"
        )
        over = [name for name, size in pages.items() if size + shared > BUDGET]
        return said, [f"over the budget of {_kb(BUDGET)} kB: {name}, {_kb(pages[name] + shared)}" for name in over]


around: dict[str, Around] = {}
"""The furniture of the sites of this process, by their documents' folders."""


def _kb(size: float) -> str:
    return f"{size / 1000:.0f}"
