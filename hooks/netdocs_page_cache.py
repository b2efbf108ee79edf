"""MkDocs entry: pages of which nothing has changed since an earlier build are taken from it. The work is in netdocs.

A page has two digests: of all that its content is made of, and of that and all that the theme puts around it.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler
from mkdocs.utils.yaml import yaml_load

from netdocs.errors import Diagnostic
from netdocs.lab.settings import FOLLOWS
from netdocs.page import extension
from netdocs.page.context import Build, PageContext
from netdocs.page.page_inputs import build_digest, digest, narrowed
from netdocs.site import history
from netdocs.site.code_digest import code_digest, settings_text
from netdocs.site.markdown_export import to_markdown
from netdocs.site.page_cache import CachedPage, Finished, PageStore, SiteCache, toc_token
from netdocs.site.security_policy import protect
from netdocs_plugin import reporting_conversion_errors

STATE, NAV, SITE = "netdocs_page_cache", "netdocs_nav", "netdocs"
"""Where a build's state is in `config.extra`: this file's, the navigation, and that of netdocs_hooks.py."""
CACHE = ".cache"
DONE = "done.html"
"""The template of a page that needs none."""
ABOUT_ITSELF = frozenset({"description", "last_changed", "last_run", "reading_time", "markdown"})
"""What netdocs_hooks.py adds to a page's facts, and no other page shows."""


def on_config(config: MkDocsConfig) -> None:
    """Find what an earlier build has kept."""
    root, serving = Path(config.config_file_path).resolve().parent, bool(os.environ.get(FOLLOWS))
    if history.tracked(root, CACHE):
        problem = Diagnostic(CACHE, "what builds keep is in the repository", f"git rm -r --cached {CACHE}")
        raise PluginError(f"a page could be shown that nobody has checked:\n\n{problem}\n")
    with Path(config.config_file_path).open("rb") as file:  # with what the environment says
        written = [yaml_load(file), config.use_directory_urls, config.theme.name, config.site_url, config.repo_url]
    settings = settings_text(root, written, serving, config.extra[SITE].theme.languages)
    folder = f"{config.theme['language']}-serve" if serving else str(config.theme["language"])
    cache, base = root / CACHE, digest(code_digest(root), settings)
    config.extra[STATE] = SiteCache(PageStore(cache / "pages" / folder), cache / "templates", base)


@event_priority(-100)  # when every plugin has added its files
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Links lead to files."""
    state: SiteCache = config.extra[STATE]
    state.base = digest(state.base, [(file.src_uri, file.url, file.inclusion.name) for file in files])


def on_nav(nav: Navigation, config: MkDocsConfig, **_: Any) -> None:
    """Every page shows the navigation."""
    config.extra[NAV] = nav.items


def on_page_markdown(markdown: str, page: Page, **_: Any) -> None:
    """Let the page take its content from what is kept, if that was made of the same."""
    page.render = partial(_render, page, markdown)  # type: ignore[method-assign]


def _render(page: Page, markdown: str, config: MkDocsConfig, files: Files) -> None:
    state: SiteCache = config.extra[STATE]
    name, build = page.file.src_uri, narrowed(config.extra[SITE].site.build, page.file.src_uri)
    key = digest(state.base, name, markdown, build_digest(build))
    cached = state.store.load(name)
    if cached and cached.key == key:
        _restore(page, cached, files)
        state.pages[name] = cached
    elif reporting_conversion_errors(PageContext(build, name))(_convert)(page, config, files, build):
        state.add(name, _cached_page(page, key, build))


def _convert(page: Page, config: MkDocsConfig, files: Files, build: Build) -> bool:
    """Convert the page; whether it can be kept: one of which there is something to tell is told of every time."""
    options, problems = config.mdx_configs[extension.__name__], list[Diagnostic]()
    logger, counter = logging.getLogger("mkdocs"), CountHandler()
    config.mdx_configs[extension.__name__] = {**options, "build": build, "report": problems.append}
    logger.addHandler(counter)
    try:
        Page.render(page, config, files)
        cacheable = not problems
    except LookupError:  # it needs more than was thought
        cacheable = False
    finally:
        logger.removeHandler(counter)
        config.mdx_configs[extension.__name__] = options
    if not cacheable:  # told anew from the whole build, which knows what else could be meant
        Page.render(page, config, files)
    quiet = not logger.isEnabledFor(logging.INFO)
    return cacheable and not quiet and not counter.get_counts() and page.links_to_anchors is not None


def _restore(page: Page, cached: CachedPage, files: Files) -> None:
    page.content, page.toc = cached.html, get_toc(cached.toc)  # type: ignore[arg-type]
    page._title_from_render, page.present_anchor_ids = cached.title, set(cached.anchors)  # noqa: SLF001
    links = ((files.get_file_from_path(path), anchors) for path, anchors in cached.links.items())
    page.links_to_anchors = {file: anchors for file, anchors in links if file}


def _cached_page(page: Page, key: str, build: Build) -> CachedPage:
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    plain = to_markdown(PageContext(build, page.file.src_uri))
    title, toc = page._title_from_render, [toc_token(item) for item in page.toc]  # noqa: SLF001
    return CachedPage(key, page.content or "", toc, title, sorted(page.present_anchor_ids or ()), links, plain)


@event_priority(-100)  # when every page has its title
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Leave the theme out where a page is kept with it, and take along what it has in the search index."""
    state: SiteCache = config.extra[STATE]
    if state.compiled():
        env.bytecode_cache = FileSystemBytecodeCache(state.compiled())  # each by its name and what is in it
    theme_digest = digest(state.base, _navigation(config.extra[NAV]))
    for name, cached in state.pages.items():
        file = files.get_file_from_path(name)
        if file and (page := file.page):
            facts = (page.url, page.canonical_url, page.edit_url, page.title, page.meta, file.inclusion.name)
            state.keys[name] = digest(theme_digest, cached.key, json.dumps(facts, default=repr))
            if state.finished(name):
                page.content, page.meta["template"] = "", DONE
    if index := getattr(config.plugins.get("material/search"), "search_index", None):
        index.add_entry_from_context = partial(_index, index, index.add_entry_from_context, state)


def _navigation(items: Iterable[StructureItem]) -> list[Any]:
    """What pages show of the navigation."""
    return [_item(item) for item in items]


def _item(item: StructureItem) -> Any:
    if isinstance(item, Page):
        meta = {name: value for name, value in item.meta.items() if name not in ABOUT_ITSELF}
        return json.dumps([item.title, item.url, meta, getattr(item, "typeset", None)], default=repr)
    return [item.title, getattr(item, "url", ""), _navigation(getattr(item, "children", None) or ())]


def _index(index: Any, add: Callable[[Page], None], state: SiteCache, page: Page) -> None:
    name, before = page.file.src_uri, len(index.entries)
    if finished := state.finished(name):
        index.entries += finished.search
    else:
        add(page)
    state.search[name] = index.entries[before:]


@event_priority(-100)  # when no plugin changes a page any more
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The page with its policy, as it was kept or to be kept."""
    state: SiteCache = config.extra[STATE]
    name = page.file.src_uri
    if (finished := state.finished(name)) is None:
        html, hashes = (output, frozenset()) if os.environ.get(FOLLOWS) else protect(output)
        finished = Finished(state.keys.get(name, ""), html, sorted(hashes), state.search.get(name, []))
        state.finish(name, finished)
    state.protected[Path(page.file.abs_dest_path)] = finished.script_hashes
    return finished.html


def on_post_build(config: MkDocsConfig) -> None:
    """Keep what is new, and no page that is gone."""
    config.extra[STATE].save()
