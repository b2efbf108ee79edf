"""An engine from Docker's own packages: a repository like theirs is made of Debian's and served on loopback.

A throw-away key signs it, as nothing in the recipe turns apt's checks off.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import tarfile
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.utils import formatdate
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from netdocs.errors import MachineError
from netdocs.lab import image
from netdocs.recording.model import Recording
from netdocs.recording.store import Store
from support import ROOT, netdocs, project, unavailable

SUITE, SERIES = "trixie", "26.1"
"""The release whose packages are renamed, and the engine that they hold."""
MAKE_PACKAGES = (ROOT / "tests" / "lab" / "docker_packages.sh").read_text(encoding="utf-8")
SCENARIO = """# What is installed.
# %% versions
docker version --format '{{.Server.Version}}'
dpkg-query --show --showformat '${Package} ${Version}\\n' docker-ce docker-ce-cli containerd.io
docker compose version --short
# claim of-docker: Debian's own package is not there.
! dpkg-query --show docker.io
# %% network
docker network create mynet
docker run --rm --network mynet busybox ip -4 addr show eth0
"""


@dataclass(frozen=True)
class Repository:
    """A repository that is being served."""

    address: str
    version: str
    key: str

    def listed(self, key: str = "") -> str:
        """A list of engines of which one comes from here."""
        docker = f'docker.version = "{self.version}"\ndocker.key = "{key or self.key}"'
        return f'["28.5"]\ndebian = "forky"\n["{SERIES}"]\ndebian = "{SUITE}"\n{docker}\n'


@pytest.fixture(scope="module")
def repository(client: Any) -> Iterator[Repository]:
    """Docker's packages as Debian's renamed, signed, at an address of this machine."""
    if missing := [program for program in ("gpg", "gpgconf") if not shutil.which(program)]:
        unavailable(f"no {' or '.join(missing)} to sign packages with")
    with tempfile.TemporaryDirectory(prefix="gpg-") as home, tempfile.TemporaryDirectory() as folder:
        pool = Path(folder, "pool")
        _unpack(_made_packages(client), pool)
        index = (pool / "Packages").read_bytes()
        with _signer(home) as gpg:
            _publish(Path(folder), index, gpg)
            listing = gpg("--with-colons", "--list-keys")
        key, version = (
            re.search(r"^fpr:+([0-9A-F]+)", listing, re.MULTILINE),
            re.search(rb"docker-ce\nVersion: 5:(.*?)-", index),
        )
        assert key
        assert version
        with _served(Path(folder)) as address:
            yield Repository(address, version[1].decode(), key[1])


def _made_packages(client: Any) -> bytes:
    """The packages and their index as a tar archive."""
    base = image.ensure_base(client, SUITE)
    maker = client.containers.create(base, ["sh", "-c", MAKE_PACKAGES], network_mode="host")
    try:
        maker.start()
        assert maker.wait(timeout=300)["StatusCode"] == 0, maker.logs().decode()[-2000:]
        return b"".join(maker.get_archive("/repository")[0])
    finally:
        maker.remove(force=True)


def _unpack(archive: bytes, pool: Path) -> None:
    pool.mkdir()
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar.getmembers():
            if file := tar.extractfile(member):
                (pool / Path(member.name).name).write_bytes(file.read())


@contextmanager
def _signer(home: str) -> Iterator[Any]:
    """A function that runs gpg with a new key of its own, which it leaves no agent of."""

    def gpg(*words: str) -> str:
        argv = ["gpg", "--homedir", home, "--batch", "--yes", *words]
        return subprocess.run(argv, check=True, capture_output=True, text=True).stdout

    try:
        gpg("--passphrase", "", "--quick-generate-key", "Nobody <nobody@example.com>", "rsa3072", "sign")
        yield gpg
    finally:
        subprocess.run(["gpgconf", "--homedir", home, "--kill", "all"], check=False)


def _publish(folder: Path, index: bytes, gpg: Any) -> None:
    """Put the index where apt looks for it, and sign it."""
    suite = folder / "dists" / SUITE
    name = f"stable/binary-{_architecture(index)}/Packages"
    (suite / name).parent.mkdir(parents=True)
    (suite / name).write_bytes(index)
    fields = f"Suite: {SUITE}\nCodename: {SUITE}\nDate: {formatdate(usegmt=True)}\nComponents: stable\n"
    digest = hashlib.sha256(index).hexdigest()
    release = f"{fields}Architectures: {_architecture(index)}\nSHA256:\n {digest} {len(index)} {name}\n"
    (suite / "Release").write_text(release, encoding="utf-8")
    gpg("--clearsign", "--output", str(suite / "InRelease"), str(suite / "Release"))
    gpg("--armor", "--output", str(folder / "gpg"), "--export")


def _architecture(index: bytes) -> str:
    architecture = re.search(rb"^Architecture: (\w+)", index, re.MULTILINE)
    assert architecture
    return architecture[1].decode()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The address at which the folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project."""
    return project(tmp_path / "p", {"x/a.sh": SCENARIO})


@contextmanager
def listing(folder: Path, text: str, client: Any) -> Iterator[None]:
    """The project has this list of engines; the image that it led to is removed in the end."""
    (folder / "lab" / "engines.toml").write_text(text, encoding="utf-8")
    try:
        yield
    finally:
        _remove_image(folder, client)


def _remove_image(folder: Path, client: Any) -> None:
    with suppress(MachineError):  # what was not built is not built now: this is told no address
        client.images.remove(image.ensure_lab_image(client, folder, SERIES), force=True)


def stages_left(client: Any) -> list[str]:
    """Images that building from Docker's packages left besides the one that was asked for."""
    stages = client.images.list(filters={"dangling": True, "label": f"{image.LABEL}=stage"})
    made_by = {stage.id: " ".join(layer["CreatedBy"] for layer in stage.history()) for stage in stages}
    return [stage for stage, commands in made_by.items() if "docker.asc" in commands]


def test_an_engine_is_recorded_from_them(folder: Path, repository: Repository, client: Any) -> None:
    """In the version that was asked for, with its own command and Compose; what made the image is gone."""
    with listing(folder, repository.listed(), client):
        image.ensure_lab_image(client, folder, SERIES, packages=f"{repository.address}/")
        code, printed = netdocs(folder, "record", "--engine", SERIES)

    assert code == 0, printed
    recording = Store(folder / "recordings").load(SERIES, "x/a.sh")
    assert isinstance(recording, Recording)
    assert recording.version.startswith(f"{SERIES}.")
    versions = recording.step("versions")
    assert versions is not None
    packages = "".join(command.output for command in versions.commands)
    assert packages.count(f" 5:{repository.version}-1~debian.13~trixie\n") == 2
    assert [claim.status for claim in recording.claims] == ["passed"]
    assert stages_left(client) == []


def test_what_another_key_has_signed_is_refused(
    folder: Path, repository: Repository, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though its own key comes from the same address."""
    monkeypatch.setenv("DOCKER_PACKAGES", repository.address)
    with listing(folder, repository.listed("0" * 40), client):
        code, printed = netdocs(folder, "record", "--engine", SERIES)

    assert code == 1
    assert "lab/docker-packages.Dockerfile: the image could not be built" in printed
    assert re.search(r"is not signed|NO_PUBKEY|[Mm]issing key", printed), printed
    assert stages_left(client) == []


def test_an_engine_without_a_source_is_told_and_the_others_play(
    folder: Path, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is asked of an address that nobody gave; `--engine all` does not even want one."""
    monkeypatch.delenv("DOCKER_PACKAGES", raising=False)
    code, printed = netdocs(folder, "record", "--engine", "29")
    scenario = folder / "snippets" / "x" / "a.sh"
    scenario.write_text("# Steady.\n# %% say\ndocker network ls\n", encoding="utf-8")
    result = netdocs(folder, "record", "--engine", "28.5")

    assert code == 1
    assert "lab/engines.toml: nothing says where Docker's packages for engine 29 are" in printed
    assert "DOCKER_PACKAGES=https://… make record ENGINE=29" in printed
    assert result[0] == 0, result[1]
