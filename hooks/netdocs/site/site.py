"""One build of the site in one language: from files to everything its pages show. Wiring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from netdocs.build import make_plan, run_or_load
from netdocs.i18n.catalogue import content_strings, theme_strings
from netdocs.i18n.message_files import read_messages
from netdocs.i18n.messages import Messages, title_context
from netdocs.lab.settings import from_environ
from netdocs.lab.site_options import SiteOptions
from netdocs.page import urls
from netdocs.page.claims_table import claim_rows
from netdocs.page.context import Build, SourcePage
from netdocs.page.fences import TRANSLATIONS, fences
from netdocs.page.link_syntax import claim_links
from netdocs.page.localise import localised_result, localised_rows
from netdocs.page.notices import recordings_notice
from netdocs.page.results import BuildResult
from netdocs.page.scenario_page import scenario_markdown
from netdocs.page.translation_state import LanguageState
from netdocs.site.language_states import language_states
from netdocs.site.link_targets import link_targets
from netdocs.site.translations import page_state, stated_digests
from netdocs.sources import SOURCE_LANGUAGE, read_pages, untranslated


@dataclass(frozen=True, slots=True)
class Options:
    """What a builder says of the site."""

    root: Path
    """The project."""
    docs: Path
    """The documents' folder."""
    language: str = SOURCE_LANGUAGE
    directory_urls: bool = True
    labs: SiteOptions = field(default_factory=SiteOptions)
    """What it says of its labs."""
    untrusted_authors: bool = True
    """Whether only files that do no harm may stand among the pages."""
    try_image: str = ""
    """What the image is called in which readers try the lab, without a tag; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Site:
    """What pages show, and the files that are generated or stand in for translations."""

    build: Build
    generated: Mapping[str, str]
    """Markdown of the pages of scenarios, by path below the documents' folder."""
    untranslated: Mapping[str, Path]
    """Files of the original that stand in for translations, likewise."""


def open_site(options: Options, environ: Mapping[str, str], now: datetime) -> Site:
    """Plan, run or reuse. NetdocsError if any of it fails."""
    untranslated_files, strings = untranslated(options.docs), content_strings(options.language)
    pages = _read_pages(options, untranslated_files)
    texts = {page.path: page.text for page in pages.values()}
    messages = read_messages(options.root, options.language)
    result = run_or_load(make_plan(options.root, texts), from_environ(options.root, environ, options.labs))
    rows = claim_rows(result.plan.scenarios, result.recordings, _mentions(texts))
    if options.language != SOURCE_LANGUAGE:
        result, rows = localised_result(result, messages), localised_rows(rows, messages)
    names = {page.path: name for name, page in pages.items()}
    targets = link_targets(result.plan, rows, names, strings, directory_urls=options.directory_urls)
    build = Build(
        result,
        rows,
        strings,
        options.language,
        now,
        targets,
        pages,
        SOURCE_LANGUAGE,
        theme_strings(options.language).untranslated,
        options.try_image,
        options.directory_urls,
        _translations(options, texts, result),
        recordings_notice(result, strings),
    )
    generated = _scenario_pages(build, messages)
    all_pages = {**pages, **{name: SourcePage("", text) for name, text in generated.items()}}
    return Site(replace(build, pages=all_pages), generated, untranslated_files)


def _read_pages(options: Options, untranslated_files: Mapping[str, Path]) -> dict[str, SourcePage]:
    """Every page by its path below the documents' folder: those of the language, and those that stand in."""

    def name(path: str, folder: Path) -> str:
        return (options.root / path).relative_to(folder).as_posix()

    pages = {
        name(path, options.docs): SourcePage(path, text)
        for path, text in read_pages(options.root, options.docs, any_file=not options.untrusted_authors).items()
    }
    if options.docs.name == SOURCE_LANGUAGE:
        return pages
    original = options.docs.parent / SOURCE_LANGUAGE
    for path, text in read_pages(options.root, original).items():
        page = name(path, original)
        if page in untranslated_files:
            pages[page] = SourcePage(path, text, untranslated=True)
        elif page in pages and stated_digests(pages[page].text):
            pages[page] = replace(pages[page], outdated=frozenset(page_state(text, pages[page].text).outdated))
    return pages


def _translations(options: Options, texts: Mapping[str, str], result: BuildResult) -> tuple[LanguageState, ...]:
    """How far each language is, if a page shows it."""
    has_table = any(fence.step == TRANSLATIONS for path, text in texts.items() for fence in fences(path, text))
    return language_states(options.root, options.docs.parent, result.plan.scenarios) if has_table else ()


def _scenario_pages(build: Build, messages: Messages) -> dict[str, str]:
    sessions = build.result.plan.sessions
    return {urls.scenario_page(session): _scenario_page(session, build, messages) for session in sessions}


def _scenario_page(session: str, build: Build, messages: Messages) -> str:
    result: BuildResult = build.result
    differing = dict.fromkeys(step for sourced in result.results_for(session) for step in sourced.differing)
    dialects = result.plan.dialects(session)
    title = messages.translate(title_context(session), dialects[0].title)
    return scenario_markdown(dialects, differing, build.strings, title)


def _mentions(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """The pages that link to each claim."""
    pages: dict[str, dict[str, None]] = {}
    for path, text in texts.items():
        for link in claim_links(path, text):
            pages.setdefault(link.claim, {})[path] = None
    return {claim: list(paths) for claim, paths in pages.items()}
