"""MkDocs plugin for other sites: scenarios, claims and pictures on their pages. The work is in netdocs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from pymdownx.snippets import SnippetMissingError  # type: ignore[import-untyped]

import netdocs_serve
from netdocs.console import protect_handlers
from netdocs.errors import AuthorError, Diagnostic, NetdocsError
from netdocs.lab.site_options import SiteOptions, site_options
from netdocs.lab.tooling import STYLESHEETS, stylesheet_folder
from netdocs.page import extension
from netdocs.page.context import PageContext
from netdocs.site.site import Options, Site, open_site

NEEDED = ("attr_list", "def_list", "md_in_html", "tables", "pymdownx.superfences")
"""The extensions of Markdown that our pages are written in."""


class NoConfig(Config):  # type: ignore[no-untyped-call]  # of MkDocs, which has no types there
    """The block is checked in one place, site_options: commands read it too, without MkDocs."""


class NetdocsPlugin(BasePlugin[NoConfig]):  # type: ignore[no-untyped-call]
    """`plugins: netdocs`, with the options of `netdocs.lab.site_options`."""

    options: SiteOptions
    site: Site

    def load_config(self, options: Any, config_file_path: str | None = None) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the block; MkDocs prints the problem as that of the plugin."""
        self.config = NoConfig()
        try:
            path = Path(config_file_path or "mkdocs.yml").resolve()
            self.options = site_options(options, path.parent, path.name)
        except AuthorError as error:
            return [("netdocs", PluginError(f"\n{error}"))], []
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Be ready to end early, and to fail."""
        netdocs_serve.on_startup(command)

    def on_config(self, config: MkDocsConfig) -> None:
        """Plan, run or reuse; the fences of the pages show the outcome."""
        self.problems: list[Diagnostic] = []
        self.site = open_pages(config, self.options)
        for name in (*(name for name in NEEDED if name not in config.markdown_extensions), extension.__name__):
            config.markdown_extensions.append(name)
        config.extra_css[:0] = [f"assets/netdocs/{name}" for name in STYLESHEETS]

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Add the pages of scenarios, and what the blocks look like."""
        add_generated(files, config, self.site)
        for name in STYLESHEETS:
            text = (stylesheet_folder() / name).read_text(encoding="utf-8")
            files.append(File.generated(config, f"assets/netdocs/{name}", content=text))

    def on_page_markdown(self, _markdown: str, /, *, page: Page, config: MkDocsConfig, **_: Any) -> None:
        """Say which page the extension converts next."""
        convert_next(config, self.site, page, self.problems.append, check=self.options.untrusted_authors)

    def on_env(self, env: Any, **_: Any) -> None:  # noqa: ARG002
        """Say all that is wrong with any page at once."""
        raise_if_wrong(self.problems)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> None:
        """Follow scenarios and recordings too."""
        for folder in ("snippets", "recordings"):
            server.watch(str(_root(config) / folder))
        netdocs_serve.survive_config_errors(server)

    def on_build_error(self, *, error: Exception) -> None:
        """Tell of a disk that does not take or give something."""
        netdocs_serve.on_build_error(error)


def open_pages(config: MkDocsConfig, labs: SiteOptions | None = None) -> Site:
    """Everything that pages show; PluginError with all that does not fit."""
    protect_handlers("mkdocs")
    language = str(config.theme["language"]) if "language" in config.theme else "en"
    untrusted = labs is None or labs.untrusted_authors
    options = Options(
        _root(config),
        Path(config.docs_dir),
        language,
        config.use_directory_urls,
        labs or SiteOptions(),
        untrusted,
        str(config.extra.get("try_image") or ""),
    )
    try:
        return open_site(options, os.environ, datetime.now(UTC))
    except NetdocsError as error:
        raise PluginError(f"the pages and what they show do not fit:\n\n{error}\n") from error


def add_generated(files: Files, config: MkDocsConfig, site: Site) -> None:
    """Add the pages of scenarios."""
    for path, text in site.generated.items():
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))


def convert_next(
    config: MkDocsConfig, site: Site, page: Page, report: Callable[[Diagnostic], None], *, check: bool = True
) -> None:
    """Say which page the extension converts next, and to whom it tells what is wrong there."""
    options = {"build": site.build, "page": page.file.src_uri, "report": report, "check": check}
    config.mdx_configs[extension.__name__] = options
    render = page.render

    def render_reporting(*words: Any) -> None:
        with reporting_conversion_errors(PageContext(site.build, page.file.src_uri)):
            render(*words)

    page.render = render_reporting  # type: ignore[assignment,method-assign]


@contextmanager
def reporting_conversion_errors(page: PageContext) -> Iterator[None]:
    """Tell what Markdown cannot convert with the page's name, and its line where it is known."""
    try:
        yield
    except SnippetMissingError as error:
        path = re.search("'(.*)'", str(error))
        location = page.location(re.escape(path[1])) if path else page.location()
        hint = "name a file of docs/includes"
        raise_if_wrong([Diagnostic(location, "there is no such text to include", hint, actual=str(error))])
    except RecursionError:
        hint = "write it with fewer lists in lists, or quotations in quotations"
        raise_if_wrong([Diagnostic(page.location(), "this page is nested too deeply", hint)])


def raise_if_wrong(problems: list[Diagnostic]) -> None:
    """PluginError with everything that is wrong with pages."""
    if problems:
        error = NetdocsError(*problems)
        raise PluginError(f"pages are wrong:\n\n{error}\n") from error


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent
