"""Projects to build: the same pages as an author without this tooling would keep them, and made-up ones. Effects."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from netdocs.page.context import PageContext
from netdocs.recording.fingerprint import digest
from netdocs.recording.format import to_json
from netdocs.recording.model import CommandResult, Fingerprint, Recording, StepResult
from netdocs.site.markdown_export import without_lesson
from netdocs.site.site import Options, open_site

ROOT = Path(__file__).resolve().parents[1]
STEPS_OF_A_SCENARIO = 10
OUTPUT = tuple(f"a line of output, number {number}" for number in range(10))


def pasted(project: Path, folder: Path) -> Path:
    """The pages of a project, scenario pages included, with their outputs as text: Material, no hook of ours."""
    build = open_site(Options(project, project / "docs" / "en"), {"NETDOCS_MODE": "recorded"}, datetime.now(UTC)).build
    for name in build.pages:
        _write(folder / "docs" / name, without_lesson(PageContext(build, name)))
    with (project / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = _plain(yaml_load(file))
    _write(folder / "mkdocs.yml", json.dumps(settings))  # JSON is YAML
    shutil.copytree(project / "docs" / "includes", folder / "docs_includes")
    return folder


def _plain(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings without what only this site has."""
    theme = {name: value for name, value in settings["theme"].items() if name not in ("custom_dir", "favicon", "logo")}
    extensions = settings["markdown_extensions"]
    snippets = {**extensions["pymdownx.snippets"], "base_path": ["docs_includes"]}
    return {
        "site_name": settings["site_name"],
        "theme": theme,
        "nav": settings["nav"],
        "plugins": {"search": settings["plugins"]["search"]},
        "markdown_extensions": {**extensions, "pymdownx.snippets": snippets},
    }


def made_up(steps: int, folder: Path) -> Path:
    """A project of so many recorded steps, ten to a scenario, and a page for each scenario."""
    for name in ("hooks", "lab", "docs/overrides", "docs/includes"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    names = [f"scenario{number}" for number in range(steps // STEPS_OF_A_SCENARIO)]
    for name in names:
        text = "".join(f"# %% step{number}\ntrue\n" for number in range(STEPS_OF_A_SCENARIO))
        _write(folder / f"snippets/made/{name}.sh", f"# Scenario {name}.\n{text}")
        _write(folder / f"docs/en/{name}.md", "\n".join(_page(name)))
        recorded = _recording(name, (folder / f"snippets/made/{name}.sh").read_text(encoding="utf-8"))
        _write(folder / f"recordings/28.5/made/{name}.sh.json", to_json(recorded))
    _write(folder / "docs/en/index.md", "# Made up\n")
    before, _, rest = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")
    pages = "".join(f"  - {name}.md\n" for name in ("index", *names))
    after = rest[rest.index("\nhooks:\n") :]
    _write(folder / "mkdocs.yml", f"{before}\nnav:\n{pages}{after}")
    return folder


def _page(name: str) -> Iterator[str]:
    yield f"# Page {name}\n"
    for number in range(STEPS_OF_A_SCENARIO):
        yield f'Some words on step {number}.\n\n```console exec="on" session="made/{name}" step="step{number}"\n```\n'


def _recording(name: str, text: str) -> Recording:
    steps = [StepResult(f"step{n}", (), (_command(2 * n + 3),)) for n in range(STEPS_OF_A_SCENARIO)]
    facts = (f"made/{name}.sh", "28.5", "28.5.2", "6.12", "2026-01-01T00:00:00Z", 1.0)
    return Recording(*facts, Fingerprint(digest(text), "", ""), steps=(StepResult("_setup"), *steps))


def _command(line: int) -> CommandResult:
    return CommandResult(line, line, "docker1", ("true",), OUTPUT, seconds=0.1)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
