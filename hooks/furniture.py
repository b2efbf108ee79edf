"""MkDocs entry: what is around the pages, for templates to ask. The work is in netdocs.wiring."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from netdocs.wiring.around import Around, Said, around


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Begin, and leave out what no page loads."""
    paths = (Path(config.config_file_path).resolve().parent, Path(config.docs_dir), Path(config.site_dir))
    said = Said(config.site_url or "", config.site_name, config.site_description or "", config.repo_url or "")
    begun = around[config.docs_dir] = Around.of(*paths, said)
    for file in [file for file in files if begun.needless(file.src_uri)]:
        files.remove(file)


def on_nav(nav: Navigation, config: MkDocsConfig, **_: Any) -> None:
    """Remember the order of the pages."""
    for page in nav.pages:
        section = "".join(str(one.title) for one in list(page.ancestors)[-1:])
        around[config.docs_dir].order.append((section, page.file.src_uri))


def on_env(env: Any, config: MkDocsConfig, **_: Any) -> None:
    """Let templates ask."""
    env.globals["nd"] = around[config.docs_dir]


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Remember the finished page."""
    sought = not page.meta.get("search", {}).get("exclude")
    around[config.docs_dir].add(page.file.src_uri, page.url, str(page.title), html, sought=sought)
