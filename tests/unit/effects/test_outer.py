"""The outer engine: where none is to be had, and what is said then."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from netdocs.effects import outer

NOWHERE = "unix:///nonexistent/docker.sock"


def test_an_engine_somebody_named_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where DOCKER_HOST names an engine that does not answer, none of ours is started."""
    monkeypatch.setenv("DOCKER_HOST", NOWHERE)

    assert outer.connect(tmp_path, os.environ, wanted=True) is None
    assert outer.connect(tmp_path, os.environ, wanted=False) is None


def test_the_error_says_where_was_looked(monkeypatch: pytest.MonkeyPatch) -> None:
    """With DOCKER_HOST its value is shown, without it the default address."""
    monkeypatch.setenv("DOCKER_HOST", NOWHERE)
    named = outer.no_engine().problems[0].seen
    monkeypatch.delenv("DOCKER_HOST")
    unnamed = outer.no_engine().problems[0].seen

    assert f"DOCKER_HOST={NOWHERE}" == named
    assert "nothing at the default address" == unnamed


@pytest.mark.parametrize("release", ["ID=fedora\n", 'ID="arch"\nID_LIKE=""\nNAME="not debian"\n', None])
def test_other_systems_are_left_alone(tmp_path: Path, release: str | None) -> None:
    """Nothing is installed where apt-get is not the way."""
    path = tmp_path / "os-release"
    if release is not None:
        path.write_text(release, encoding="utf-8")

    assert not outer.is_root_on_debian(path)


@pytest.mark.parametrize(
    "release", ["ID=debian\n", "ID=ubuntu\nID_LIKE=debian\n", 'ID=linuxmint\nID_LIKE="ubuntu debian"\n']
)
def test_debian_and_its_kin_are_known(tmp_path: Path, release: str) -> None:
    """For root, and for nobody else."""
    path = tmp_path / "os-release"
    path.write_text(release, encoding="utf-8")

    assert (os.geteuid() == 0) == outer.is_root_on_debian(path)
