"""One scenario, three engines: what is recorded, what drifts, what only flickers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from netdocs.lab.engines import from_debian, load_engines
from netdocs.recording.model import Recording
from netdocs.recording.store import Store
from support import ROOT, build, netdocs, project

STEADY = """# Steady.
# %% say
docker network ls --format '{{.Name}}'
# claim steady-three: There are three networks.
[ "$(wc -l <<<"$out")" = 3 ]
"""
READ_ONLY = """# Read-only.
# %% mount
docker run --rm --init -v /etc/hostname:/name:ro busybox cat /name
# claim mounted: The container reads the file of its host.
[ "$out" = docker1 ]
"""
NEW_EACH_TIME = '# New each time.\n# %% say\necho "$RANDOM $RANDOM $RANDOM words"\n'
ONE_ENGINE = """# One engine.
# %% version
docker version --format '{{.Server.Version}}' | cut -d. -f1
# claim one-is-old [engine < 26]: The engine is old.
[ "$out" = 20 ]
# claim one-is-28: The engine is 28.
[ "$out" = 28 ]
"""


@pytest.fixture(scope="module")
def engines() -> tuple[str, ...]:
    """Every engine that needs nothing but Debian."""
    return from_debian(load_engines(ROOT))


def recording(folder: Path, engine: str, name: str) -> Recording:
    recording = Store(folder / "recordings").load(engine, name)
    assert isinstance(recording, Recording)
    return recording


def test_every_engine_is_the_one_its_name_says(tmp_path: Path, client: Any, engines: tuple[str, ...]) -> None:
    """`record --engine all` leaves a recording for each engine, printed by that very version."""
    folder = project(tmp_path / "p", {"x/a.sh": STEADY})
    code, printed = netdocs(folder, "record", "--engine", "all")

    assert code == 0, printed
    for engine in engines:
        assert recording(folder, engine, "x/a.sh").version.startswith(f"{engine}.")


PUBLISHED = {"bin", "dev", "etc", "home", "lib", "lib64", "proc", "root", "sys", "tmp", "usr", "var"}
"""What is at the root of the image `busybox` that Docker publishes; a reader's container has nothing else."""
LISTED = """# Root.
# %% list
docker run --rm busybox ls -1 /
"""


def test_busybox_has_no_folder_that_the_published_image_lacks(tmp_path: Path, client: Any) -> None:
    """A command that writes to such a folder would work here and fail for the reader who copies it."""
    folder = project(tmp_path / "p", {"x/a.sh": LISTED})
    code, printed = netdocs(folder, "record")
    recording = Store(folder / "recordings").load("28.5", "x/a.sh")

    assert code == 0, printed
    assert isinstance(recording, Recording)
    listed = {*recording.steps[1].commands[0].output.split()}
    assert "bin" in listed
    assert listed <= PUBLISHED


def test_every_engine_mounts_the_machines_files_read_only(tmp_path: Path, client: Any) -> None:
    """Old versions of runc take away the flags of what they mount so, which a user namespace has to allow."""
    folder = project(tmp_path / "p", {"x/a.sh": READ_ONLY})
    code, printed = netdocs(folder, "record", "--engine", "all")

    assert code == 0, printed


def test_recording_again_changes_nothing(tmp_path: Path, client: Any) -> None:
    """A committed recording changes only if what it says does, so its diff is what really changed."""
    folder = project(
        tmp_path / "p", {"x/a.sh": "# Ids.\n# %% run\ndocker run -d busybox sleep 9\ndate\nping -c1 router\n"}
    )
    path = Store(folder / "recordings").path("28.5", "x/a.sh")
    netdocs(folder, "record")
    before = path.read_bytes()
    code, printed = netdocs(folder, "record")

    assert code == 0, printed
    assert path.read_bytes() == before
    assert "written" not in printed


def test_a_false_claim_is_reported_as_false(tmp_path: Path, client: Any) -> None:
    """With the claim's file and line, its sentence, and what was seen."""
    folder = project(tmp_path / "p", {"x/a.sh": STEADY.replace("three networks", "two networks").replace("= 3", "= 2")})
    code, printed = build(folder)

    assert code != 0
    assert "snippets/x/a.sh:4: claim 'steady-three' is false on engine 28.5" in printed
    assert "expected: There are two networks." in printed


def test_a_claim_true_on_one_engine_only(tmp_path: Path, client: Any) -> None:
    """It passes there, is reported as false elsewhere, and one limited to other engines is not applicable."""
    folder = project(tmp_path / "p", {"x/a.sh": ONE_ENGINE})
    on_newest = netdocs(folder, "record", "--engine", "28.5")
    on_older = netdocs(folder, "record", "--engine", "26.1")

    assert on_newest[0] == 0, on_newest[1]
    claims = {claim.id: claim.status for claim in recording(folder, "28.5", "x/a.sh").claims}
    assert claims == {"one-is-old": "not applicable", "one-is-28": "passed"}
    assert on_older[0] == 1
    assert "snippets/x/a.sh:6: claim 'one-is-28' is false on engine 26.1" in on_older[1]


def test_what_differs_twice_is_drift(tmp_path: Path, client: Any) -> None:
    """A recording that no longer says what the engine prints is drift, with a diff a person can read."""
    folder = project(tmp_path / "p", {"x/a.sh": STEADY})
    netdocs(folder, "record")
    steady = netdocs(folder, "drift")
    store = Store(folder / "recordings")
    committed = store.load("28.5", "x/a.sh")
    assert isinstance(committed, Recording)
    step = committed.steps[-1]
    command = replace(step.commands[0], output_lines=("docker0", ""))
    store.save(replace(committed, steps=(*committed.steps[:-1], replace(step, commands=(command,)))))
    code, printed = netdocs(folder, "drift")

    assert steady[0] == 0, steady[1]
    assert code == 1
    assert "drift: x/a.sh on engine 28.5" in printed
    assert "\n-docker0\n+bridge\n" in printed


def test_what_is_new_each_time_is_a_flake(tmp_path: Path, client: Any) -> None:
    """A scenario that never prints the same twice is told from one that changed for good."""
    folder = project(tmp_path / "p", {"x/a.sh": NEW_EACH_TIME})
    netdocs(folder, "record")
    code, printed = netdocs(folder, "drift")

    assert code == 2
    assert "flake: x/a.sh on engine 28.5" in printed


def test_dialects_that_leave_different_things_behind(tmp_path: Path, client: Any) -> None:
    """Two dialects of one story end in the same state, or the build says what differs."""
    shell = "# Two.\n# %% make\ndocker network create blue\n"
    python = '"""Two."""\nimport docker\n# %% make\ndocker.from_env().networks.create("green")\n'
    code, printed = build(project(tmp_path / "p", {"x/a.sh": shell, "x/a.py": python}))

    assert code != 0
    assert "snippets/x/a.py: its two dialects leave engine 28.5 in different states" in printed
    assert "- docker1: network blue bridge local 172.18.0.0/16" in printed
    assert "+ docker1: network green bridge local 172.18.0.0/16" in printed
