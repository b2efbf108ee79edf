"""The tooling for other sites: the installed package, and `examples/minimal`, a site that has nothing else."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import cast

import docker
import pytest
from bs4 import BeautifulSoup

from netdocs.errors import AuthorError
from netdocs.lab import image
from netdocs.lab.payload import lab_payload
from netdocs.lab.site_options import SiteOptions, documents_folder, read_site_options, site_options
from netdocs.recording.fingerprint import player_digest
from support import ROOT

PARTS = ("hooks", "lab", "docs/overrides/assets/stylesheets")
"""The folders that pyproject.toml makes the package of."""
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as pip would install it, from a copy of the sources."""
    folder = tmp_path_factory.mktemp("package")
    for name in PARTS:
        shutil.copytree(
            ROOT / name, folder / "source" / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
        )
    for name in ("pyproject.toml", "requirements.in", "LICENSE"):
        shutil.copy(ROOT / name, folder / "source")
    argv = [sys.executable, "-c", BUILD, str(folder)]
    subprocess.run(argv, cwd=folder / "source", check=True, capture_output=True, timeout=120)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
        mode = archive.getinfo("netdocs/lab_files/engine").external_attr >> 16
    assert mode & stat.S_IXUSR, "lab/engine is run"
    return folder / "installed"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example, away from this repository."""
    return Path(shutil.copytree(ROOT / "examples" / "minimal", tmp_path / "minimal"))


def build(installed: Path, example: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environ = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "NETDOCS_MODE": "recorded",
        "NO_MKDOCS_2_WARNING": "1",
    }
    argv = [sys.executable, "-m", "mkdocs", "build", "--strict", *words]
    return subprocess.run(argv, cwd=example, env=environ, capture_output=True, text=True, check=False, timeout=120)


def test_the_example_is_built_by_the_installed_package(installed: Path, example: Path) -> None:
    """One block in mkdocs.yml is all: outputs, claims, the scenario's own page, and what they look like."""
    done = build(installed, example)
    assert done.returncode == 0, done.stderr
    page = BeautifulSoup((example / "site/index.html").read_text(encoding="utf-8"), "html.parser")

    assert "health_status: healthy shop-db-1" in page.get_text()
    assert {"claim-shop-waits", "claim-shop-recreates"} == {
        str(link["href"]).partition("#")[2] for link in page.select("a.nd-claim")
    }
    assert all((example / "site" / str(link["href"])).is_file() for link in page.select("link[href*=netdocs]"))
    assert len(page.select("link[href*=netdocs]")) == 2
    assert (example / "site/scenarios/shop/start/index.html").is_file()


def test_what_is_committed_is_what_the_scenario_prints_now(installed: Path, example: Path) -> None:
    """The recording was made from the scenario as it stands."""
    assert build(installed, example).returncode == 0
    text = (example / "site/index.html").read_text(encoding="utf-8")

    assert "has changed since" not in text


def test_labs_get_the_same_files(installed: Path) -> None:
    """So a play of the installed tooling is as good as one of this repository, and recordings are fresh for both."""
    modules = (
        "pathlib; from netdocs.lab.payload import lab_payload; from netdocs.recording.fingerprint import player_digest"
    )
    code = f"import {modules}; print(player_digest(lab_payload(pathlib.Path('/nowhere'))))"
    environ = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.strip() == player_digest(lab_payload(ROOT))


def test_a_page_that_is_wrong_stops_the_build(installed: Path, example: Path) -> None:
    """With its line."""
    page = example / "docs/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace('step="up"', 'step="upp"'), encoding="utf-8")
    done = build(installed, example)

    assert done.returncode != 0
    assert "docs/index.md:14: there is no such step" in done.stderr


def test_an_option_that_does_not_exist_is_told(installed: Path, example: Path) -> None:
    """By MkDocs, with those that do."""
    config = example / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("scenario_seconds", "seconds"), encoding="utf-8")
    done = build(installed, example)

    assert done.returncode != 0
    assert "mkdocs.yml: plugins: netdocs" in done.stderr
    assert "step_seconds" in done.stderr


@pytest.mark.parametrize(
    ("plugins", "options"),
    [
        ("[netdocs]", SiteOptions()),
        ("[search, netdocs: {mode: live}]", SiteOptions(mode="live")),
        ("{search: {}, netdocs: {engine: '26.1', step_seconds: 5}}", SiteOptions(engine="26.1", step_seconds=5)),
        ("{netdocs: }", SiteOptions()),
        ("[search]", SiteOptions(untrusted_authors=True)),
    ],
)
def test_commands_read_the_same_block(tmp_path: Path, plugins: str, options: SiteOptions) -> None:
    """Without MkDocs, past its tags."""
    text = f"site_url: !ENV [A, b]\nx: !!python/name:material.y\ndocs_dir: pages\nplugins: {plugins}\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    assert options == read_site_options(tmp_path)
    assert tmp_path / "pages" == documents_folder(tmp_path)


@pytest.mark.parametrize(
    ("block", "expected"),
    [({"engine": "19"}, "'19'"), ({"mode": "fast"}, "mode"), ({"step_seconds": 0}, "step_seconds"), ({"x": 1}, "`x`")],
)
def test_what_cannot_be_configured_is_named(block: dict[str, object], expected: str) -> None:
    """With what can be."""
    with pytest.raises(AuthorError) as caught:
        site_options(block, ROOT)

    (problem,) = caught.value.problems
    assert expected in problem.actual


def test_a_site_may_have_its_own_recipe_of_labs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another text is another image."""
    (tmp_path / "Dockerfile").write_text("FROM scratch\n", encoding="utf-8")
    monkeypatch.setattr(image, "image_id", lambda _client, tag: tag)
    client = cast("docker.DockerClient", None)

    site_image, default_image = (image.ensure_lab_image(client, tmp_path, "28.5", path) for path in ("Dockerfile", ""))
    assert site_image != default_image == image.ensure_lab_image(client, ROOT, "28.5")
