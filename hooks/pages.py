"""MkDocs entry: plays what the pages ask for and puts it into them. The work is in netdocs.wiring."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from netdocs.core.errors import NetdocsError
from netdocs.wiring.site import Site

log = logging.getLogger("mkdocs.hooks.netdocs")
sites: dict[str, Site] = {}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Plan, play or reuse, and add the pages that are made, not written."""
    root = Path(config.config_file_path).parent
    try:
        site = Site.open(root, Path(config.docs_dir), os.environ, str(config.theme["language"]), log.info)
    except NetdocsError as error:
        raise PluginError(f"the pages and what they show do not fit:\n\n{error}\n") from error
    sites[config.docs_dir] = site
    for path, text in site.pages().items():
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Files) -> str:
    """Point links to claims and scenarios at their pages."""
    return sites[config.docs_dir].finish(html, page.url)
