"""What the templates ask for: strings, a page's facts, its translations. Wiring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import normpath
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from netdocs.i18n.formatting import date
from netdocs.i18n.strings import ThemeStrings
from netdocs.page.context import Build
from netdocs.page.fences import STEP_LANGUAGES
from netdocs.site.reading_time import reading_minutes


@dataclass(frozen=True, slots=True)
class ThemeContext:
    """One build in one language; `nd` in templates."""

    build: Build
    strings: ThemeStrings
    """What templates say that Material's own strings do not."""
    address: str
    """Where the site will be served, ending in a slash; empty if that is not known."""
    languages: tuple[str, ...]
    changes: Mapping[str, str]
    """The date of each file's last change, by its path below the project's root."""

    @property
    def script_strings(self) -> dict[str, str]:
        """What scripts say."""
        return self.strings.for_scripts()

    @property
    def root(self) -> str:
        """The path of the site on its server, ending in a slash, for pages that do not know where they are."""
        return urlsplit(self.address).path if self.address else f"/{self.build.language}/"

    def translations(self, url: str) -> list[tuple[str, str]]:
        """Each language the page is in, with its address there."""
        return [(language, urljoin(self.address, f"../{language}/{url}")) for language in self.languages]

    def facts(self, source: str, meta: Mapping[str, Any]) -> dict[str, str]:
        """What templates say of a page, given its front matter; a fact that is not known is empty."""
        return {
            "last_changed": self.last_changed(source),
            "last_run": self.last_run(source),
            "reading_time": self.reading_time(source, meta),
            "markdown": quote(source) if self.path(source) else "",
        }

    def edit_url(self, source: str, repository: str) -> str | None:
        """Where a page is edited; None if it is generated, or the repository is not known."""
        path = self.path(source)
        return f"{repository.rstrip('/')}/edit/main/{quote(path)}" if repository and path else None

    def reading_time(self, source: str, meta: Mapping[str, Any]) -> str:
        """How long a page that teaches something takes: what its author or its words say; empty for others."""
        page = self.build.pages.get(source)
        if page is None or not meta.get("learn"):
            return ""
        return self.strings.reading_time.format(minutes=meta.get("minutes") or reading_minutes(page.text))

    def last_changed(self, source: str) -> str:
        """When a page's text was changed last; empty if that is not known."""
        changed = self.changes.get(self.path(source), "")
        return self.strings.last_changed.format(date=date(self.build.strings, changed)) if changed else ""

    def last_run(self, source: str) -> str:
        """When, and on which engine, the newest of a page's outputs was printed; empty if it shows none."""
        path, result = self.path(source), self.build.result
        steps = (fence for fence in result.plan.fences if fence.page == path and fence.language in STEP_LANGUAGES)
        recordings = (sourced.recording for fence in steps for sourced in result.results_for(fence.session))
        played = (recording for recording in recordings if not recording.skipped_reason)
        newest = max(played, key=lambda recording: recording.recorded_at, default=None)
        if newest is None:
            return ""
        day = date(self.build.strings, newest.recorded_at)
        return self.strings.last_run.format(date=day, version=newest.display_version)

    def path(self, source: str) -> str:
        """The path below the project's root of a page that was written; empty for others."""
        page = self.build.pages.get(source)
        return page.path if page else ""


def language_link(language: str, url: str) -> str:
    """The same page in another language, from the site's root: every language has every page."""
    return normpath(f"../{language}/{url}") + ("/" if not url or url.endswith("/") else "")
