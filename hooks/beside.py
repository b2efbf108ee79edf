"""MkDocs entry: abbreviations in any language, and the files that go with pages. The work is in netdocs.wiring."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig

from netdocs.wiring.abbreviations import Abbreviations
from netdocs.wiring.around import around

log = logging.getLogger("mkdocs.hooks.netdocs")


def on_config(config: MkDocsConfig) -> None:
    """Find abbreviations where no space follows, too."""
    config.markdown_extensions.append(Abbreviations())  # type: ignore[arg-type]


def on_post_build(config: MkDocsConfig) -> None:
    """Write search index, plain Markdown and the like, and say what a reader has to load."""
    said, over = around[config.docs_dir].write(config.extra.get("moved", {}))
    log.info(said)
    for page in over:
        log.warning(page)
