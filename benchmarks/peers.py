"""Projects to build: the same pages as an author without this tooling would keep them, and made-up ones. Effects."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from netdocs.page.context import PageContext
from netdocs.recording.fingerprint import digest
from netdocs.recording.format import to_json
from netdocs.recording.model import CommandResult, Fingerprint, Recording, StepResult
from netdocs.site.markdown_export import to_markdown
from netdocs.site.site import Options, open_site

ROOT = Path(__file__).resolve().parents[1]
STEPS_OF_A_SCENARIO = 10
HOOKS = "\nhooks:\n"
OUTPUT = tuple(f"a line of output, number {number}" for number in range(10))


def pasted(project: Path, folder: Path) -> Path:
    """The pages of a project, scenario pages included, with their outputs as text: Material, no hook of ours."""
    build = open_site(Options(project, project / "docs" / "en"), {"NETDOCS_MODE": "recorded"}, datetime.now(UTC)).build
    for name in build.pages:
        write(folder / "docs" / name, to_markdown(PageContext(build, name)))
    return write_plain(folder, project, plain_settings(read_settings(project)))


def write_plain(folder: Path, project: Path, settings: Mapping[str, Any]) -> Path:
    """Settings without our hooks, and the texts of a project that its pages include."""
    write(folder / "mkdocs.yml", json.dumps(settings))  # JSON is YAML
    shutil.copytree(project / "docs" / "includes", folder / "docs_includes")
    return folder


def read_settings(project: Path) -> dict[str, Any]:
    """A project's mkdocs.yml."""
    with (project / "mkdocs.yml").open(encoding="utf-8") as file:
        return dict(yaml_load(file))


def plain_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
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


def synthetic_project(steps: int, folder: Path) -> Path:
    """A project of so many recorded steps, ten to a scenario, and a page for each scenario."""
    copy_tooling(folder)
    names = [f"scenario{number}" for number in range(steps // STEPS_OF_A_SCENARIO)]
    step_names = [f"step{number}" for number in range(STEPS_OF_A_SCENARIO)]
    for name in names:
        text = "".join([f"# Scenario {name}.\n", *(f"# %% {step}\ntrue\n" for step in step_names)])
        write(folder / f"snippets/made/{name}.sh", text)
        write(folder / f"docs/en/{name}.md", page(name, f"made/{name}", step_names))
        write(folder / f"recordings/28.5/made/{name}.sh.json", to_json(_recording(name, text)))
    write_settings(folder, names)
    return folder


def copy_tooling(folder: Path) -> None:
    """What a project needs besides its pages and scenarios."""
    for name in ("hooks", "lab", "docs/overrides", "docs/includes"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))


def write_settings(folder: Path, names: Sequence[str]) -> None:
    """A first page, and this site's mkdocs.yml with these pages and no others."""
    write(folder / "docs/en/index.md", "# Made up\n")
    before, _, rest = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")
    pages = "".join(f"  - {name}.md\n" for name in ("index", *names))
    write(folder / "mkdocs.yml", f"{before}\nnav:\n{pages}{rest[rest.index(HOOKS) :]}")


def page(title: str, session: str, steps: Iterable[str], drawings: Iterable[str] = ()) -> str:
    """A page that shows these steps of a scenario, and drawings, each by the first line of its fence."""
    begins = [*(f'```console exec="on" session="{session}" step="{step}"' for step in steps), *drawings]
    return "\n".join([f"# Page {title}\n", *(f"Some words.\n\n{begin}\n```\n" for begin in begins)])


def _recording(name: str, text: str) -> Recording:
    steps = [StepResult(f"step{n}", (), (_command(2 * n + 3),)) for n in range(STEPS_OF_A_SCENARIO)]
    facts = (f"made/{name}.sh", "28.5", "28.5.2", "6.12", "2026-01-01T00:00:00Z", 1.0)
    return Recording(*facts, Fingerprint(digest(text), "", ""), steps=(StepResult("_setup"), *steps))


def _command(line: int) -> CommandResult:
    return CommandResult(line, line, "docker1", ("true",), OUTPUT, seconds=0.1)


def write(path: Path, text: str) -> None:
    """A file, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
