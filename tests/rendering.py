"""Pages as the site renders them, without a builder: Markdown with the extensions of mkdocs.yml, and small builds."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from markdown import Markdown
from mkdocs.config import load_config

from factories import ENGLISH, NOW
from netdocs.errors import Diagnostic
from netdocs.page import extension
from netdocs.page.claims_table import claim_rows
from netdocs.page.context import Build, PageContext, SourcePage
from netdocs.page.link_syntax import Target
from netdocs.page.notices import recordings_notice
from netdocs.page.plan import Plan
from netdocs.page.results import BuildResult, SourcedRecording
from netdocs.recording.model import Recording
from netdocs.scenario.model import Scenario
from netdocs.scenario.parser import parse
from support import ROOT

PAGE = "drivers/bridge.md"
SHELL = parse("snippets/bridge/default.sh", "# %% start\ntrue\n")


@cache
def configured() -> tuple[list[str], dict[str, Any]]:
    """The Markdown extensions that mkdocs.yml lists, and their options."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    includes = config.mdx_configs["pymdownx.snippets"]
    absolute = {**includes, "base_path": [str(ROOT / path) for path in includes["base_path"]]}
    return config.markdown_extensions, {**config.mdx_configs, "pymdownx.snippets": absolute}


def markdown(options: dict[str, Any], name: str = extension.__name__) -> Markdown:
    """Markdown as the site has it, our extension with these options."""
    extensions, configs = configured()
    return Markdown(extensions=[*extensions, name], extension_configs={**configs, name: options})


def build_of(*recordings: Recording, scenarios: tuple[Scenario, ...] = (), **changes: Any) -> Build:
    """A live build of these recordings; links lead to pages called after what they lead to."""
    results = {recording.scenario: SourcedRecording(recording, live=True, stale=False) for recording in recordings}
    by_name = {scenario.name: scenario for scenario in (*scenarios, *map(_scenario_of, recordings))}
    by_name |= {scenario.name: scenario for scenario in scenarios}
    result = BuildResult(Plan((), tuple(by_name.values())), results, engine="28.5")
    rows = claim_rows(result.plan.scenarios, result.recordings, {})
    targets = {f"scenario:{name}": Target(f"scenarios/{name}/") for name in by_name}
    return replace(
        Build(result, rows, ENGLISH, "en", NOW, targets),
        **changes,
    )


def _scenario_of(recording: Recording) -> Scenario:
    return replace(
        SHELL, path=f"snippets/{recording.scenario}", dialect="py" if recording.scenario[-3:] == ".py" else "sh"
    )


def with_page(build: Build, text: str, **changes: Any) -> Build:
    """The build with `PAGE` of this text."""
    pages = {**build.pages, PAGE: SourcePage(f"docs/en/{PAGE}", text, **changes)}
    return replace(build, pages=pages, recordings_notice=recordings_notice(build.result, build.strings))


def page_of(build: Build, name: str = PAGE) -> PageContext:
    return PageContext(build, name)


def convert(text: str, build: Build, **changes: Any) -> str:
    """The page's HTML; AuthorError where something is wrong with it."""
    return markdown({"build": with_page(build, text, **changes), "page": PAGE}).convert(text)


def problems(text: str, build: Build) -> list[Diagnostic]:
    """Everything that is wrong with a page."""
    collected: list[Diagnostic] = []
    options = {"build": with_page(build, text), "page": PAGE, "report": collected.append}
    markdown(options).convert(text)
    return collected
