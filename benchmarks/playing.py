"""The rows that need engines: what is played, how fast, against what. Wiring."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import docker

from benchmarks import sample
from benchmarks.machine import busy_seconds
from benchmarks.measure import Cost
from benchmarks.peers import ROOT
from benchmarks.rows import Bench, with_verdict
from benchmarks.serving import Change, update_seconds
from benchmarks.table import Row
from netdocs.lab import image, outer_engine
from netdocs.lab.containers import Labs, open_labs
from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.isolation import host_config, without_masks
from netdocs.lab.runner import job_for
from netdocs.lab.settings import live
from netdocs.protocol.events import ShellReady
from netdocs.recording.model import Recording
from netdocs.scenario.model import NODES, Scenario

FIRST_PAGE_SECONDS, FIRST_PAGE_TARGET = 900, 120
"""After so long a first page is no longer waited for; in so long it should be there."""
WRITTEN = tuple(f"/machine/{folder}" for folder in ("var/lib/docker", "run", "tmp"))
"""What an engine writes to, which gives it memory to write to, as in a lab."""
# An engine alone: what `docker run` of the image and `dockerd` in its root take, with nothing of ours.
ENGINE_ALONE = """
for folder in proc sys dev; do mount --rbind /$folder /machine/$folder || exit; done
exec chroot /machine sh -c 'dockerd >/tmp/log 2>&1 &
    for try in $(seq 1500); do docker version >/dev/null 2>&1 && exit; sleep 0.02; done; cat /tmp/log; exit 1'
"""


def with_engines(bench: Bench, count: int) -> Iterator[Row]:
    """Every row that plays, with so many of the site's scenarios."""
    client = outer_engine.require_engine(ROOT, os.environ)
    lab_image = image.ensure_lab_image(client, ROOT, DEFAULT_ENGINE)
    with open_labs(client, ROOT) as labs:
        yield _lab_start(client, labs, lab_image, bench.times)
        chosen = sample.choose(count)
        yield from _sampled(bench, labs, lab_image, [s for s, _ in chosen], [r for _, r in chosen])
    yield _first_page(bench)


def _lab_start(client: docker.DockerClient, labs: Labs, lab_image: str, times: int) -> Row:
    pairs = [(_seconds_of_lab(labs, lab_image), _seconds_of_engine(client, lab_image)) for _ in range(times)]
    row = Row(
        "a lab, until its engine answers",
        "`docker run` of its image, and `dockerd` in it",
        "≤ 1.2",
        "s",
        [lab for lab, _ in pairs],
        [engine for _, engine in pairs],
    )
    return with_verdict(row, 1.2)


def _seconds_of_lab(labs: Labs, lab_image: str) -> float:
    start = time.monotonic()
    with _open_lab(labs, lab_image, [sample.MACHINE]):
        return time.monotonic() - start


@contextmanager
def _open_lab(labs: Labs, lab_image: str, machines: Sequence[str]) -> Iterator[tuple[str, Mapping[str, int]]]:
    """A lab with these machines: its container, and the first process of each."""
    with labs.interactive(lab_image, machines) as (lab, event):
        if not isinstance(event, ShellReady):
            raise TypeError(f"the lab has not started: {event}")
        yield lab, event.inits


def _seconds_of_engine(client: docker.DockerClient, lab_image: str) -> float:
    start = time.monotonic()
    seccomp = (ROOT / "lab" / "seccomp.json").read_text(encoding="utf-8")
    api, allowed = client.api, host_config("none", seccomp)
    config = api.create_host_config(network_mode="none", tmpfs=dict.fromkeys(WRITTEN, "exec"), **allowed)
    argv = ["sh", "-c", ENGINE_ALONE]
    engine = api.create_container(lab_image, argv, host_config=without_masks("none", config))["Id"]
    try:
        api.start(engine)
        status = api.wait(engine)["StatusCode"]
        seconds = time.monotonic() - start
        if status:
            raise RuntimeError(api.logs(engine).decode())
        return seconds
    finally:
        api.remove_container(engine, force=True)


def _sampled(
    bench: Bench, labs: Labs, lab_image: str, scenarios: Sequence[Scenario], recordings: Sequence[Recording]
) -> Iterator[Row]:
    site = sample.site_project(bench.work / "sample", scenarios)
    playing = replace(bench, environ={**bench.environ, "NETDOCS_MODE": "auto"})
    busy = busy_seconds()
    cold = playing.build(site)
    busy = busy_seconds() - busy
    peer = _plain_exec(bench, labs, lab_image, recordings)
    name, note = (
        f"cold live build of {len(scenarios)} scenarios",
        "scenarios from all over the site, typed at one machine",
    )
    row = Row(
        name, "plain markdown-exec, one after another on one engine", "≤ 0.7", "s", [cold.seconds], [peer.seconds]
    )
    yield with_verdict(row, 0.7, note)
    lower_bound = max(busy / (os.cpu_count() or 1), *(recording.seconds for recording in recordings))
    row = Row(name, "all processor time ÷ cores, or the longest scenario", "≤ 1.3", "s", [cold.seconds], [lower_bound])
    yield with_verdict(row, 1.3, "processor time of the whole machine while it was built, which had nothing else to do")
    again = [playing.build(site).seconds for _ in range(bench.times)]
    row = Row(
        "nothing changed, build of those scenarios",
        "plain markdown-exec, which runs all",
        "≤ 0.1",
        "s",
        again,
        [peer.seconds],
    )
    yield with_verdict(row, 0.1)
    yield _changed_scenario(playing, labs, lab_image, site, scenarios[0])


def _plain_exec(bench: Bench, labs: Labs, lab_image: str, recordings: Sequence[Recording]) -> Cost:
    with _open_lab(labs, lab_image, NODES) as (lab, inits):
        return bench.build(sample.exec_project(bench.work / "exec", recordings, lab, inits[sample.MACHINE]))


def _changed_scenario(bench: Bench, labs: Labs, lab_image: str, project: Path, scenario: Scenario) -> Row:
    step = next(step for step in scenario.steps if not step.hidden)
    change = Change(project / scenario.path, "echo measured-{number}", "/page0/", step.first)
    serving = {**bench.environ, "NETDOCS_LIVE_RELOAD": "1"}
    served = update_seconds(project, serving, (), change, bench.times)
    alone = [_seconds_alone(labs, lab_image, scenario) for _ in range(bench.times)]
    row = Row(
        "one scenario changed under `make serve`", "playing it alone", "≤ 1.5, only it is played", "s", served, alone
    )
    return with_verdict(row, 1.5)


def _seconds_alone(labs: Labs, lab_image: str, scenario: Scenario) -> float:
    start = time.monotonic()
    for _ in labs.play(lab_image, scenario.name, job_for(scenario, DEFAULT_ENGINE, live(ROOT, DEFAULT_ENGINE, {}))):
        pass
    return time.monotonic() - start


def _first_page(bench: Bench) -> Row:
    """From a fresh clone, packages fetched anew; what `make site` does after the first page is not waited for."""
    clone = bench.work / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    environ = {**os.environ, "PIP_NO_CACHE_DIR": "1"}
    with (bench.work / "log").open("wb") as log:
        start = time.monotonic()
        argv = ["make", "site"]
        with subprocess.Popen(argv, cwd=clone, env=environ, stdout=log, stderr=log, start_new_session=True) as process:
            try:
                seconds = _until(clone / "site" / "index.html", start)
            finally:
                os.killpg(process.pid, signal.SIGTERM)
    shutil.rmtree(clone)
    row = Row(
        "first `make site` in a fresh clone, until there is a first page",
        "nothing",
        f"< {FIRST_PAGE_TARGET} s",
        "s",
        [seconds],
    )
    return replace(
        row, passed=seconds < FIRST_PAGE_TARGET, note="Python, make and git were there; packages were fetched anew"
    )


def _until(path: Path, start: float) -> float:
    while not path.exists():
        if time.monotonic() - start > FIRST_PAGE_SECONDS:
            raise TimeoutError(f"{path} was not made")
        time.sleep(0.1)
    return time.monotonic() - start
