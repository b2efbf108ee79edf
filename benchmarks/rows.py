"""The rows of the table: what is built, against what, how often. Wiring."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.measure import Cost, run
from benchmarks.peers import ROOT, pasted, synthetic_project
from benchmarks.serving import Change, update_seconds
from benchmarks.table import Row, ratio

GROWTH = (10, 100, 1_000, 10_000)
MEMORY_STEPS = 1_000
PAGE = "guides/names"
LINE = "\nSentence number {number}."
"""What is added to it, over and over."""
MEBIBYTE = 1024 * 1024


@dataclass(slots=True)
class Bench:
    """What rows share: where they work, how often they measure, what they print."""

    work: Path
    times: int
    growth: tuple[int, ...] = GROWTH
    environ: dict[str, str] = field(
        default_factory=lambda: {"PYTHONPATH": "hooks", "NETDOCS_MODE": "recorded", "NO_MKDOCS_2_WARNING": "1"}
    )

    def build(self, project: Path, *words: str) -> Cost:
        """One build."""
        site, log = self.work / "built" / "en", self.work / "log"
        argv = (sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site), *words)
        return run(argv, project, self.environ, log)

    def copy(self) -> Path:
        """The project in a place of its own, its pages built once."""
        target = self.work / "site"
        if not target.exists():
            names = ("docs", "hooks", "lab", "recordings", "snippets", "locale", "mkdocs.yml", "mkdocs.ja.yml")
            for name in names:
                source = ROOT / name
                if source.is_dir():
                    shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
                elif source.exists():
                    shutil.copy(source, target / name)
            self.build(target)
        return target

    def pasted(self) -> Path:
        """The same pages with their outputs as text."""
        target = self.work / "pasted"
        return target if target.exists() else pasted(self.copy(), target)


def unchanged(bench: Bench) -> Row:
    """A build of which nothing has changed; the two in turn, so that a busy machine slows both."""
    site, peer = bench.copy(), bench.pasted()
    pairs = [(bench.build(site), bench.build(peer)) for _ in range(bench.times)]
    name, peer_name = "nothing changed, build (processor time)", "the same pages with outputs pasted in, no hook"
    row = Row(name, peer_name, "≤ 1.10", "s", [a.cpu_seconds for a, _ in pairs], [b.cpu_seconds for _, b in pairs])
    return with_verdict(row, 1.10)


def sentence(bench: Bench) -> Row:
    """A changed sentence under `serve`."""
    site, peer = bench.copy(), bench.pasted()
    live = {**bench.environ, "NETDOCS_LIVE_RELOAD": "1"}
    site_seconds, peer_seconds = (
        update_seconds(project, environ, words, Change(docs / f"{PAGE}.md", LINE, f"/{PAGE}/"), bench.times)
        for project, environ, words, docs in (
            (site, live, (), site / "docs/en"),
            (peer, bench.environ, ("--dirty",), peer / "docs"),
        )
    )
    name = "one sentence changed under `make serve`, until it is shown"
    row = Row(name, "the pasted site, `mkdocs serve --dirty`", "≤ 1.5, and ≤ 1 s here", "s", site_seconds, peer_seconds)
    note = "asked for as the page's own script asks; a browser's time to paint is not in it"
    return with_verdict(row, 1.5, note, also=max(site_seconds) <= 1)


def growth(bench: Bench) -> Iterator[Row]:
    """Projects of more and more steps; the first build of each, and one of which nothing has changed."""
    least: dict[str, float] = {}
    for steps in bench.growth:
        project = synthetic_project(steps, bench.work / f"synthetic-{steps}")
        other = pasted(project, bench.work / f"synthetic-{steps}-pasted")
        first, peer_cost = bench.build(project), bench.build(other)
        again = bench.build(project)
        for kind, cost in (("first build", first), ("nothing changed", again)):
            name, difference = f"{steps:,} recorded steps, {kind}", cost.cpu_seconds - peer_cost.cpu_seconds
            row = Row(name, "pasted text", "≤ 1 ms a step over it", "s", [cost.cpu_seconds], [peer_cost.cpu_seconds])
            if kind in least:
                milliseconds = (difference - least[kind]) * 1000 / (steps - bench.growth[0])
                note = f"{milliseconds:.2f} ms a step over pasted text, counted from {bench.growth[0]} steps"
                yield replace(row, passed=milliseconds <= 1, note=note)
            else:
                least[kind] = difference
                yield row
        if steps == MEMORY_STEPS:
            yield from _memory(first, again, peer_cost)
        shutil.rmtree(project)
        shutil.rmtree(other)


def _memory(first: Cost, again: Cost, peer_cost: Cost) -> Iterator[Row]:
    for kind, cost in (("first build", first), ("nothing changed", again)):
        name = f"peak memory at {MEMORY_STEPS:,} steps, {kind}"
        row = Row(name, "pasted text", "≤ 1.3", "MiB", [cost.peak_bytes / MEBIBYTE], [peer_cost.peak_bytes / MEBIBYTE])
        yield with_verdict(row, 1.3)


def second_language(bench: Bench) -> Iterator[Row]:
    """Both languages against one: each the first time, and with nothing changed."""
    project = bench.copy()
    for kind, from_cache in (("first build", False), ("nothing changed", True)):
        site, peer = [], []
        for _ in range(bench.times if from_cache else 1):
            english = _build_seconds(bench, project, "mkdocs.yml", from_cache=from_cache)
            japanese = _build_seconds(bench, project, "mkdocs.ja.yml", from_cache=True)
            site.append(english + japanese)
            peer.append(english)
        row = Row(f"a second language, {kind}", "one language", "≤ 2.1, nothing played twice", "s", site, peer)
        yield with_verdict(row, 2.1)


def _build_seconds(bench: Bench, project: Path, settings: str, *, from_cache: bool) -> float:
    if not from_cache:
        shutil.rmtree(project / ".cache", ignore_errors=True)
    return bench.build(project, "--config-file", settings).cpu_seconds


def with_verdict(row: Row, limit: float, note: str = "", *, also: bool = True) -> Row:
    """The row with its verdict."""
    return replace(row, passed=ratio(row) <= limit and also, note=note)
