"""The extension for builders that have no hooks: it opens the site itself, when the first page is converted. Wiring.

markdown_extensions:
  netdocs.site.extension: {root: ., docs_dir: docs/en, language: en, mode: recorded}
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from markdown import Markdown

from netdocs.page.context import Build, PageContext
from netdocs.page.extension import NetdocsExtension
from netdocs.site.site import Options, open_site


class StandaloneExtension(NetdocsExtension):
    """The extension with a build of its own."""

    def __init__(self, **options: Any) -> None:
        standalone: dict[str, list[Any]] = {
            "root": [".", "The project's folder"],
            "docs_dir": ["docs/en", "The documents' folder, below `root`"],
            "language": ["en", "The language of the pages"],
            "mode": ["auto", "auto, live or recorded"],
            "directory_urls": [True, "As `use_directory_urls`"],
        }
        super().__init__(**{name: value for name, value in options.items() if name not in standalone})
        self.config = {**self.config, **standalone}
        self.setConfigs({name: value for name, value in options.items() if name in standalone})

    def context(self, md: Markdown) -> PageContext:
        """The page a builder names, in the build of these options."""
        root = Path(self.getConfig("root")).resolve()
        docs, language = root / self.getConfig("docs_dir"), self.getConfig("language")
        options = Options(root, docs, language, bool(self.getConfig("directory_urls")))
        build = _build(options, self.getConfig("mode"))
        if name := _page_of_zensical(md):
            return PageContext(build, name, links_from_source=True)
        return PageContext(build, self.getConfig("page"))


@cache
def _build(options: Options, mode: str) -> Build:
    """Opened once for all pages: such a builder makes an extension for each, and has no place for what they share."""
    return open_site(options, {"NETDOCS_MODE": mode}, datetime.now(UTC)).build


def _page_of_zensical(md: Markdown) -> str:
    """The page's path as Zensical tells it, in a preprocessor that does nothing else; empty elsewhere.

    Zensical also rewrites every relative link, as if it had been written beside the page's source.
    """
    name = "rendering_context"
    return str(md.preprocessors[name].page.path) if name in md.preprocessors else ""  # type: ignore[attr-defined]


def makeExtension(**options: Any) -> StandaloneExtension:  # noqa: N802  (Python-Markdown's name)
    """For `extensions=["netdocs.site.extension"]`."""
    return StandaloneExtension(**options)
