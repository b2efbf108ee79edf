"""What a page needs to know while it is drawn: everything of its build, and which page it is. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote

from netdocs.i18n.strings import ContentStrings
from netdocs.page.claims_table import ClaimRow
from netdocs.page.link_syntax import Target
from netdocs.page.results import BuildResult
from netdocs.page.translation_state import LanguageState
from netdocs.page.urls import relative_url, url_of


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page as it was written (or, for a scenario's page, generated)."""

    path: str
    """Below the project's root, for messages; empty for a generated page."""
    text: str
    untranslated: bool = False
    """Whether it stands in for a translation that does not exist yet."""
    outdated: frozenset[str] = frozenset()
    """Anchors of the sections whose original has changed since they were translated."""


@dataclass(frozen=True, slots=True)
class Build:
    """One build of the site in one language."""

    result: BuildResult
    rows: tuple[ClaimRow, ...]
    """Every claim and how it went."""
    strings: ContentStrings
    language: str
    now: datetime
    """The moment of the build: recordings are as old as they are then."""
    targets: Mapping[str, Target] = field(default_factory=dict)
    """Where links lead, by address: `claim:id`, `scenario:name`, `scenario:name#line`, `step:…`, `page:…`."""
    pages: Mapping[str, SourcePage] = field(default_factory=dict)
    """By path below the documents' folder."""
    source_language: str = "en"
    untranslated_notice: str = ""
    """What a page says that is not in `language`."""
    try_image: str = ""
    """What the image is called in which readers try the lab, without a tag; empty where there is none."""
    directory_urls: bool = True
    """MkDocs' `use_directory_urls`."""
    translations: tuple[LanguageState, ...] = ()
    """How far each language is, if a page shows it."""
    recordings_notice: str = ""
    """What every page says of a site that is made of recordings."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """A build, seen from one of its pages."""

    build: Build
    name: str
    """The page's path below the documents' folder, `drivers/bridge.md`."""
    links_from_source: bool = False
    """Whether links begin where the source is: some builders move them to where the page will be."""

    @property
    def strings(self) -> ContentStrings:
        """The words of the site's language."""
        return self.build.strings

    @property
    def source(self) -> SourcePage | None:
        """The page as it was written, if this build has it."""
        return self.build.pages.get(self.name)

    @property
    def caption_language(self) -> str:
        """The language of captions where it is not that of the page's prose; else empty."""
        return self.build.language if self.source and self.source.untranslated else ""

    def link(self, address: str) -> str:
        """The relative URL of an address of ours, `claim:id`; KeyError where it leads nowhere."""
        return self.relative(self.build.targets[address].url)

    def relative(self, url: str) -> str:
        """A URL below the site's root, as seen from this page."""
        if self.links_from_source:
            return relative_url(url, quote(self.name))
        return relative_url(url, url_of(self.name, directory_urls=self.build.directory_urls))

    def original(self, anchor: str) -> str:
        """The relative URL of a section of this page in the source language."""
        return self.in_language(self.build.source_language, self.name, anchor)

    def in_language(self, language: str, name: str, anchor: str = "") -> str:
        """The relative URL of a page, or a section of it, in any language: their folders are beside each other."""
        url = url_of(name, directory_urls=self.build.directory_urls) + (f"#{quote(anchor)}" if anchor else "")
        if language == self.build.language:
            return self.relative(url)
        own_url = url_of(self.name, directory_urls=self.build.directory_urls)
        return f"{'../' * (own_url.count('/') + 1)}{language}/{url}"

    def location(self, *patterns: str) -> str:
        """Where the page first has one of these regular expressions, as `path:line`; the path alone if nowhere.

        Letter case aside; earlier patterns before later ones; the line is that on which the match ends.
        """
        if self.source is None:
            return self.name
        path, text = self.source.path or self.name, self.source.text
        for pattern in patterns:
            if match := re.search(pattern, text, re.IGNORECASE | re.MULTILINE):
                return f"{path}:{text.count(chr(10), 0, match.end()) + 1}"
        return path
