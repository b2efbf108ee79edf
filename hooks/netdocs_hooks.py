"""MkDocs entry: opens the site, hands it to the Markdown extension and to templates. The work is in netdocs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, tostring

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from netdocs import sources
from netdocs.errors import Diagnostic
from netdocs.i18n.catalogue import theme_strings
from netdocs.lab.settings import FOLLOWS
from netdocs.page import extension
from netdocs.site import history, output
from netdocs.site.markdown_export import ListedPage, machine_files
from netdocs.site.page_cache import SiteCache
from netdocs.site.site import Site
from netdocs.site.summary import summary
from netdocs.site.theme_context import ThemeContext, language_link
from netdocs_plugin import add_generated, convert_next, open_pages, raise_if_wrong

STATE = "netdocs"
"""Where a build's state is in `config.extra`: MkDocs hands its configuration to every event, and to nobody else."""


@dataclass(slots=True)
class State:
    """What the events of one build share."""

    site: Site
    theme: ThemeContext
    problems: list[Diagnostic] = field(default_factory=list)
    """What is wrong with the pages that have been converted so far."""
    pages: list[Page] = field(default_factory=list)
    """Those of the navigation, in its order."""


def on_config(config: MkDocsConfig) -> None:
    """Plan, run or reuse; the fences of the pages show the outcome."""
    root, docs = Path(config.config_file_path).resolve().parent, Path(config.docs_dir)
    language, languages = str(config.theme["language"]), sources.languages(docs)
    site = open_pages(config)
    changes = history.last_changes(root, docs.relative_to(root).parts[0])
    theme = ThemeContext(site.build, theme_strings(language), config.site_url or "", languages, changes)
    config.extra[STATE] = State(site, theme)
    alternates = [alternate for alternate in config.extra.get("alternate") or () if alternate["lang"] in languages]
    config.extra["alternate"] = alternates if len(alternates) > 1 else None
    config.markdown_extensions.append(extension.__name__)
    # pymdownx takes these as below the working directory; `!relative` would help, but Zensical does not know it.
    snippets = config.mdx_configs["pymdownx.snippets"]
    snippets["base_path"] = [str(root / path) for path in snippets["base_path"]]


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages that are generated or stand in for translations."""
    state: State = config.extra[STATE]
    add_generated(files, config, state.site)
    for name, original in state.site.untranslated.items():
        files.append(File(name, str(original)[: -len(name)], config.site_dir, config.use_directory_urls))


def on_nav(nav: Navigation, config: MkDocsConfig, **_: Any) -> None:
    """Call sections, and pages that mkdocs.yml gives a title, what the reader's language calls them."""
    state: State = config.extra[STATE]
    for item in nav.items:
        if isinstance(item, Section | Page) and (title := state.theme.strings.sections.get(str(item.title))):
            item.title = title
    state.pages = nav.pages


def on_page_markdown(_markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Say which page the extension converts next; templates print what its front matter says as it is."""
    page.meta = {name: escape(value) if isinstance(value, str) else value for name, value in page.meta.items()}
    state: State = config.extra[STATE]
    convert_next(config, state.site, page, state.problems.append)


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Say what the theme shows of a page."""
    theme, source = config.extra[STATE].theme, page.file.src_uri
    page.meta.setdefault("description", escape(summary(html)))  # templates print it as it is
    page.meta.update(theme.facts(source, page.meta))
    if page.parent is None:  # beside a page of no section there is nothing to list
        page.meta.setdefault("hide", ["navigation"])
    page.edit_url = theme.edit_url(source, config.repo_url or "")


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> None:
    """Let templates ask, unless a page is wrong: then all that is wrong with any is said at once."""
    state: State = config.extra[STATE]
    raise_if_wrong(state.problems)
    env.globals["nd"] = state.theme
    for page in state.pages:
        if page.file.src_uri in state.site.untranslated:
            page.typeset = {"title": _in_source_language(page)}  # type: ignore[attr-defined]  # Material's name for it


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, **_: Any) -> None:  # noqa: ARG001
    """Let the language switch stay on the page."""
    _link_languages(config, page.url)


def on_template_context(context: TemplateContext, template_name: str, config: MkDocsConfig) -> None:
    """Tell the page for addresses that lead nowhere where the site is: it may be shown at any depth."""
    if template_name == "404.html":
        context["base_url"] = config.extra[STATE].theme.root
        _link_languages(config, "")


@event_priority(-50)  # after Material's search plugin has written its index, before the offline plugin reads it
def on_post_build(config: MkDocsConfig) -> None:
    """Write pages as Markdown, lists of them, the search index, and the page at `/`."""
    state: State = config.extra[STATE]
    folder, address, about = Path(config.site_dir), state.theme.address, config.site_description or ""
    cache: SiteCache = config.extra["netdocs_page_cache"]
    files = machine_files(
        state.site.build, config.site_name, about, address, _listed(state.pages), cached=cache.markdown
    )
    output.write(folder, files)
    output.split_search_index(folder, dict(_synonyms(state.pages)))
    if folder.name == state.site.build.language == sources.SOURCE_LANGUAGE:
        _write_root(config, folder)
    if not os.environ.get(FOLLOWS):  # MkDocs' server writes a script of its own into each page
        output.protect_pages(folder, state.site.build.language, cache.protected)


def _link_languages(config: MkDocsConfig, url: str) -> None:
    for alternate in config.extra["alternate"] or ():
        alternate["link"] = language_link(alternate["lang"], url)


def _listed(pages: list[Page]) -> Iterator[ListedPage]:
    for page in pages:
        section = str(page.parent.title) if page.parent else ""
        about, learn = unescape(page.meta["description"]), unescape(page.meta.get("learn", ""))
        yield ListedPage(page.file.src_uri, section, _title(page), about, learn, page.meta["reading_time"])


def _synonyms(pages: list[Page]) -> Iterator[tuple[str, list[str]]]:
    """What readers call the subject of a page, from its front matter, by the page's URL."""
    for page in pages:
        if synonyms := page.meta.get("search", {}).get("synonyms"):
            yield page.url, synonyms


def _title(page: Page) -> str:
    return unescape(Markup(page.title or "").striptags())  # noqa: S704  (its tags are taken off)


def _in_source_language(page: Page) -> Markup:
    """A page's title as HTML that says in which language it is."""
    span = Element("span", {"lang": sources.SOURCE_LANGUAGE})
    span.text = _title(page)
    return Markup(tostring(span, encoding="unicode"))  # noqa: S704  (the serialiser escapes)


def _write_root(config: MkDocsConfig, folder: Path) -> None:
    """The page at `/`, which leads to the reader's language, and the one for addresses that lead nowhere."""
    languages = config.extra["alternate"] or [{"lang": sources.SOURCE_LANGUAGE, "name": "English"}]
    root = config.theme.get_env().get_template("root.html").render(languages=languages, name=config.site_name)
    output.write(folder.parent, {"index.html": root, "404.html": (folder / "404.html").read_text(encoding="utf-8")})
