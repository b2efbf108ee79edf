"""GitHub's workflows: they call make and nothing else, may do what they must and no more, and know what is here."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from netdocs.lab.engines import from_debian, load_engines
from support import ROOT

PATHS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def workflow(path: Path) -> dict[str, Any]:
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


WRITING = {
    "image.push": {"packages"},
    "image.join": {"packages"},
    "publish.deploy": {"pages", "id-token"},
    "weekly.issue": {"issues"},
}
"""What some jobs may change."""
JOBS = {f"{path.stem}.{name}": job for path in PATHS for name, job in workflow(path)["jobs"].items()}


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from ((name, step) for name, job in JOBS.items() for step in job["steps"])


def test_there_are_five() -> None:
    assert ["check", "image", "nightly", "publish", "weekly"] == [path.stem for path in PATHS]


def test_what_runs_is_make() -> None:
    """So that each job can be run here with one command; a matrix names targets that are there."""
    commands = [step["run"] for _, step in steps() if "run" in step]
    targets = {command.split()[1] for command in commands} - {'"$TARGET"'}
    targets |= set(JOBS["nightly.long"]["strategy"]["matrix"]["target"])

    assert [] == [command for command in commands if not command.startswith("make ") or set(command) & set(";&|`\n")]
    assert [] == [target for target in targets if not re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)]


def test_variables_for_make_are_make_s() -> None:
    """A mistyped one would be passed over."""
    settings = {word.partition("=")[0] for _, step in steps() for word in step.get("run", "").split() if "=" in word}
    settings |= {variable for _, step in steps() if "run" in step for variable in step.get("env", {})}
    variables = set(re.findall(r"^([A-Z_]+) \?=", MAKEFILE, re.MULTILINE))

    assert settings - variables <= {"GH_TOKEN", "TARGET", "SITE_URL", "REPO_URL", "DIR"}


def test_actions_are_pinned_by_digest_and_say_their_version() -> None:
    """A tag can be moved to other code. The same action is the same everywhere."""
    texts = [path.read_text(encoding="utf-8") for path in PATHS]
    uses = [line.split("uses:")[1].strip() for text in texts for line in text.splitlines() if "uses:" in line]
    pinned = {use.split("@")[0]: use for use in uses}

    assert [] == [use for use in uses if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)]
    assert set(pinned.values()) == set(uses)


@pytest.mark.parametrize("name", JOBS)
def test_every_job_says_what_it_may_do_and_how_long(name: str) -> None:
    """Nothing is allowed for all jobs at once."""
    assert workflow(ROOT / ".github" / "workflows" / f"{name.partition('.')[0]}.yml")["permissions"] == {}
    assert set(JOBS[name]) >= {"permissions", "timeout-minutes"}
    writing = {permission for permission, kind in JOBS[name]["permissions"].items() if kind == "write"}
    assert writing == WRITING.get(name, set())


def test_no_token_stays_in_a_clone() -> None:
    clones = [step["with"] for _, step in steps() if "actions/checkout" in step.get("uses", "")]

    assert len(clones) >= 6
    assert {False} == {settings["persist-credentials"] for settings in clones}


def test_a_pull_request_sees_no_secret() -> None:
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")

    assert not re.search(r"secrets\.|github\.token|pull_request_target|workflow_run", text)


def test_shares_and_engines_are_all_there() -> None:
    """A matrix cannot ask the code."""
    play = JOBS["check.play"]
    shares = play["strategy"]["matrix"]["share"]

    assert shares == list(range(1, len(shares) + 1))
    assert f"${{{{ matrix.share }}}}/{len(shares)}" == next(s["env"]["SHARD"] for s in play["steps"] if "run" in s)
    engines = load_engines(ROOT)
    assert JOBS["weekly.drift"]["strategy"]["matrix"]["engine"] == list(from_debian(engines))
    for job in ("image.push", "image.join"):
        assert JOBS[job]["strategy"]["matrix"]["engine"] == list(from_debian(engines))
    assert JOBS["weekly.packages"]["strategy"]["matrix"]["engine"] == sorted(engines.keys() - from_debian(engines))


GH = """#!/bin/sh
echo "$1 $2 $3" >>"$LOG"
case "$1 $2" in
"issue list") echo "$OPEN" ;;
"issue edit" | "issue create") for last; do :; done; cp "$last" "$LOG.body" ;;
esac
"""


@pytest.mark.parametrize(("number", "call"), [("", "issue create --title"), ("7", "issue edit 7")])
def test_drift_is_told_in_one_issue(tmp_path: Path, number: str, call: str) -> None:
    """Opened once, then kept up to date; no longer than GitHub takes."""
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    (tmp_path / "drift").mkdir()
    for engine in ("20.10", "28.5"):
        (tmp_path / "drift" / f"{engine}.md").write_text(f"## Drift on engine {engine}\n" + "x" * 40_000, "utf-8")
    path = f"{tmp_path}:{os.environ['PATH']}"
    environ = {"PATH": path, "LOG": str(tmp_path / "log"), "OPEN": number}
    subprocess.run([ROOT / ".ci" / "drift-issue", tmp_path / "drift"], env=environ, check=True)

    assert call in (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    body = (tmp_path / "log.body").read_text(encoding="utf-8")
    assert "## Drift on engine 20.10" in body
    assert "## Drift on engine 28.5" in body
    assert len(body) == 64_000


def test_a_run_without_reports_says_so(tmp_path: Path) -> None:
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    environ = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "LOG": str(tmp_path / "log"), "OPEN": ""}
    subprocess.run([ROOT / ".ci" / "drift-issue", tmp_path / "drift"], env=environ, check=True)

    assert "No engine got as far as a report" in (tmp_path / "log.body").read_text(encoding="utf-8")


PROGRAM = """#!/bin/sh
echo "${0##*/} $*" >>"$LOG"
[ "$1" != version ] || echo arm64
"""


def published(tmp_path: Path, *words: str) -> tuple[int, list[str]]:
    """The exit code, and which commands of docker and make were run."""
    for name in ("docker", "make"):
        (tmp_path / name).write_text(PROGRAM, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    environ = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "LOG": str(tmp_path / "log")}
    done = subprocess.run([ROOT / ".ci" / "publish-image", *words], env=environ, capture_output=True, check=False)
    log = tmp_path / "log"
    return done.returncode, log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def test_an_image_is_pushed_for_its_kind_of_processor(tmp_path: Path) -> None:
    """Registries take no capitals."""
    assert published(tmp_path, "push", "ghcr.io/Net/Docs/lab", "28.5") == (
        0,
        [
            "make --no-print-directory image TRY_IMAGE=ghcr.io/net/docs/lab ENGINE=28.5",
            "docker version --format {{.Server.Arch}}",
            "docker tag ghcr.io/net/docs/lab:28.5 ghcr.io/net/docs/lab:28.5-arm64",
            "docker push ghcr.io/net/docs/lab:28.5-arm64",
        ],
    )


def test_both_kinds_get_one_tag(tmp_path: Path) -> None:
    """That of the engine, which the pages name."""
    tags = "ghcr.io/net/lab:28.5 ghcr.io/net/lab:28.5-amd64 ghcr.io/net/lab:28.5-arm64"

    assert published(tmp_path, "join", "ghcr.io/net/lab", "28.5")[1] == [
        f"docker buildx imagetools create --tag {tags}"
    ]


def test_an_image_without_a_registry_is_not_pushed(tmp_path: Path) -> None:
    """`netdocs/lab` would go to whoever has that name at Docker's own."""
    assert published(tmp_path, "push", "netdocs/lab", "28.5") == (2, [])
    assert published(tmp_path, "push", "", "28.5") == (2, [])
