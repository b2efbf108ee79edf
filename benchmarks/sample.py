"""Some of the site's scenarios as a project of their own, and as plain markdown-exec would play them. Effects."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.peers import ROOT, copy_tooling, page, plain_settings, read_settings, write, write_plain, write_settings
from netdocs.build import parse_all
from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.isolation import shell_at
from netdocs.page.check_figures import fence_for
from netdocs.recording.model import Recording
from netdocs.recording.store import Store
from netdocs.scenario.model import Scenario
from netdocs.sources import read_scenarios

MACHINE = "docker1"
END = "END_OF_BLOCK"
# What an author has to write who plays every page on the same engine.
CLEAN_UP = """{
docker ps --all --quiet | xargs --no-run-if-empty docker rm --force --volumes
docker network prune --force; docker volume prune --force; docker swarm leave --force
} >/dev/null 2>&1
"""


def choose(count: int) -> list[tuple[Scenario, Recording]]:
    """So many shell scenarios that are typed at docker1 alone, from all over the site, with their recordings."""
    scenarios = {scenario.name: scenario for scenario in parse_all(read_scenarios(ROOT))}
    recordings = Store(ROOT / "recordings").load_all(DEFAULT_ENGINE, tuple(scenarios))
    fit = [
        (scenarios[name], recordings[name]) for name in sorted(recordings) if _fits(scenarios[name], recordings[name])
    ]
    return fit[:: max(1, len(fit) // count)][:count]


def _fits(scenario: Scenario, recording: Recording) -> bool:
    typed = {command.node for step in recording.steps for command in step.commands}
    # Whoever changes the daemon would change it for all pages after it.
    shared = "dockerd" not in scenario.text and "daemon.json" not in scenario.text
    return scenario.dialect == "sh" and typed == {MACHINE} and not scenario.requirements and shared


def site_project(folder: Path, scenarios: Sequence[Scenario]) -> Path:
    """A project with a page for each of these scenarios, and no recording."""
    copy_tooling(folder)
    (folder / "recordings").mkdir()  # mkdocs.yml watches it
    for number, scenario in enumerate(scenarios):
        write(folder / scenario.path, scenario.text)
        steps = [step.name for step in scenario.steps if not step.hidden]
        drawings = [fence_for(scenario, step, drawn) for step in scenario.steps for drawn in step.snapshots]
        write(folder / f"docs/en/page{number}.md", page(str(number), scenario.session, steps, drawings))
    write_settings(folder, [f"page{number}" for number in range(len(scenarios))])
    return folder


def exec_project(folder: Path, recordings: Sequence[Recording], lab: str, init: int) -> Path:
    """The same pages for plain markdown-exec: every scenario a block that runs on the engine of this lab."""
    argv = ["docker", "exec", "--interactive", lab, *shell_at(init, ["timeout", "300", "bash"])]
    write(folder / "on-docker1", f"exec {shlex.join(argv)}\n")
    for number, recording in enumerate(recordings):
        block = "\n".join(_block(folder / "on-docker1", recording))
        write(folder / f"docs/page{number}.md", f"# Page {number}\n\n{block}\n")
    write(folder / "docs/index.md", "# Made up\n")
    nav = [f"page{number}.md" for number in range(len(recordings))]
    settings = plain_settings({**read_settings(ROOT), "nav": ["index.md", *nav]})
    return write_plain(folder, ROOT, {**settings, "plugins": {**settings["plugins"], "markdown-exec": {}}})


def _block(runner: Path, recording: Recording) -> Iterator[str]:
    """One block for all steps, because plain markdown-exec keeps no shell from block to block."""
    yield '```bash exec="on" result="console"'
    yield f"sh {runner} 2>&1 <<'{END}'"
    yield from (command.text for step in recording.steps for command in step.commands)
    yield CLEAN_UP + END
    yield "true\n```"
