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
from netdocs.wiring.site import Site, opened

log = logging.getLogger("mkdocs.hooks.netdocs")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Plan, play or reuse, and add the pages that are made or borrowed, not written."""
    root, docs = Path(config.config_file_path).resolve().parent, Path(config.docs_dir)
    try:
        site = Site.open(root, docs, os.environ, str(config.theme["language"]), log.info)
    except NetdocsError as error:
        raise PluginError(f"the pages and what they show do not fit:\n\n{error}\n") from error
    for path, text in site.pages().items():
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    for name, original in site.borrowed.items():
        folder = str(original)[: -len(name)]
        files.append(File(name, folder, config.site_dir, config.use_directory_urls))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Files) -> str:
    """Put notes and links to claims and scenarios in place."""
    try:
        return opened[Path(config.docs_dir)].finish(html, page.url, page.file.src_uri)
    except NetdocsError as error:
        raise PluginError(str(error)) from error
