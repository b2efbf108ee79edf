"""The outer engine: where it is looked for, and what is said where none answers."""

from __future__ import annotations

import errno
import json
import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

import docker
import pytest
from docker.errors import DockerException
from requests.exceptions import ConnectionError as RequestsConnectionError
from urllib3.exceptions import HTTPError

from fake_engine import fake_engine
from netdocs.errors import Diagnostic, MachineError
from netdocs.lab import docker_context, no_engine, outer_engine
from netdocs.lab.docker_context import Endpoint, Tls, endpoint

ROOT = Path(__file__).parents[3]
NOWHERE = "unix:///nonexistent/docker.sock"


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration of the Docker CLI with a context `far` whose engine is nowhere; none is current."""
    folder = tmp_path / "docker"
    meta = folder / "contexts" / "meta" / sha256(b"far").hexdigest() / "meta.json"
    meta.parent.mkdir(parents=True)
    meta.write_text(json.dumps({"Name": "far", "Metadata": {}, "Endpoints": {"docker": {"Host": NOWHERE}}}))
    (folder / "config.json").write_text("{}")
    monkeypatch.setenv("DOCKER_CONFIG", str(folder))
    return folder


def diagnostic(root: Path) -> Diagnostic:
    with pytest.raises(MachineError) as caught:
        outer_engine.require_engine(root, os.environ)
    return caught.value.problems[0]


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, Endpoint("unix:///var/run/docker.sock")),
        ({"DOCKER_HOST": ""}, Endpoint("unix:///var/run/docker.sock")),
        ({"DOCKER_CONTEXT": "default"}, Endpoint("unix:///var/run/docker.sock")),
        ({"DOCKER_CONTEXT": "far"}, Endpoint(NOWHERE, "Docker context 'far'")),
        ({"DOCKER_CONTEXT": "gone"}, Endpoint("", "Docker context 'gone'", problem="there is no such context")),
        ({"DOCKER_HOST": "tcp://a:1", "DOCKER_CONTEXT": "far"}, Endpoint("tcp://a:1", "DOCKER_HOST")),
    ],
)
def test_an_engine_is_looked_for_where_the_cli_would(cli: Path, environ: dict[str, str], expected: Endpoint) -> None:
    """DOCKER_HOST counts more than a context; a configuration without config.json has contexts too."""
    assert expected == endpoint({"DOCKER_CONFIG": str(cli), **environ})


def test_the_current_context_of_the_cli_counts(cli: Path) -> None:
    """Where no variable says otherwise."""
    (cli / "config.json").write_text('{"currentContext": "far"}')

    assert Endpoint(NOWHERE, "Docker context 'far'") == endpoint({"DOCKER_CONFIG": str(cli)})


def test_the_configuration_is_that_of_the_user(cli: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without DOCKER_CONFIG it is ~/.docker."""
    (cli / "config.json").write_text('{"currentContext": "far"}')
    cli.rename(cli.parent / ".docker")
    monkeypatch.setenv("HOME", str(cli.parent))

    assert Endpoint(NOWHERE, "Docker context 'far'") == endpoint({})


@pytest.mark.parametrize("text", ["{", "[]", "\0"])
def test_a_damaged_configuration_may_have_named_another_engine(
    cli: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """The default one is asked, as the CLI does, but none is started."""
    (cli / "config.json").write_text(text)
    monkeypatch.setattr(docker_context, "DEFAULT_ADDRESS", NOWHERE)
    monkeypatch.setattr(docker, "from_env", refuse)
    monkeypatch.setattr(outer_engine, "is_root_on_debian", lambda: True)

    assert f"at {NOWHERE} (by default, because {cli / 'config.json'} cannot be read: " in diagnostic(tmp_path).actual


def refuse(**_: object) -> NoReturn:
    raise FileNotFoundError


@pytest.mark.parametrize("text", ["{", "[]", '{"Endpoints": {}}', '{"Endpoints": {"docker": 3}}'])
def test_a_damaged_context_is_told(cli: Path, text: str) -> None:
    """With the file that is wrong."""
    path = next(cli.rglob("meta.json"))
    path.write_text(text)

    assert (
        f"{path} describes no Docker endpoint" in endpoint({"DOCKER_CONFIG": str(cli), "DOCKER_CONTEXT": "far"}).problem
    )


def test_a_context_brings_its_keys(cli: Path) -> None:
    """From where `docker context create` puts them; the engine's certificate is verified unless the context says no."""
    folder = cli / "contexts" / "tls" / sha256(b"far").hexdigest() / "docker"
    folder.mkdir(parents=True)
    for name in ("ca.pem", "cert.pem", "key.pem"):
        (folder / name).write_text("")
    daemon = endpoint({"DOCKER_CONFIG": str(cli), "DOCKER_CONTEXT": "far"})
    files = [str(folder / name) for name in ("ca.pem", "cert.pem", "key.pem")]
    config = outer_engine.tls_config(daemon)

    assert Tls(files[0], files[1], files[2]) == daemon.tls
    assert config
    assert (files[0], tuple(files[1:]), True) == (config.ca_cert, config.cert, config.verify)


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate of 127.0.0.1 that nobody but itself has signed, and its key."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl here to make a certificate")
    cert, key = folder / "cert.pem", folder / "key.pem"
    folder.mkdir()
    argv = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(cert)]
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*argv, *subject], check=True, capture_output=True)
    return cert, key


@pytest.mark.filterwarnings("ignore:Unverified HTTPS request")
@pytest.mark.parametrize(
    ("trusted", "unverified", "expected"),
    [(True, False, ""), (False, False, "TLS fails"), (False, True, "")],
)
def test_the_engine_of_a_context_must_prove_itself(
    cli: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, trusted: bool, unverified: bool, expected: str
) -> None:
    """By a certificate that the context's CA has signed, unless the context skips that."""
    cert, key = certificate(tmp_path / "one")
    other, _ = certificate(tmp_path / "other")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(cert, key)
    folder = cli / "contexts" / "tls" / sha256(b"far").hexdigest() / "docker"
    folder.mkdir(parents=True)
    shutil.copy(cert if trusted else other, folder / "ca.pem")
    monkeypatch.setenv("DOCKER_CONTEXT", "far")
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):  # requests would ask these, and not the context
        monkeypatch.delenv(name, raising=False)
    with fake_engine(tls=server) as engine:
        docker = {"Host": engine.address, "SkipTLSVerify": unverified}
        next(cli.rglob("meta.json")).write_text(json.dumps({"Name": "far", "Endpoints": {"docker": docker}}))
        if expected:
            assert expected in diagnostic(tmp_path).actual
        else:
            with closing(outer_engine.require_engine(tmp_path, os.environ)) as client:
                assert "20.10.24" == client.version()["Version"]


def test_an_engine_that_hangs_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes the connection and never answers; none is started beside it."""
    monkeypatch.setattr(outer_engine, "ANSWER_SECONDS", 0.3)
    monkeypatch.setattr(outer_engine, "is_root_on_debian", lambda: True)
    began = time.monotonic()
    with fake_engine(silent_from="version") as engine:
        monkeypatch.setattr(docker_context, "DEFAULT_ADDRESS", engine.address)
        monkeypatch.setattr(docker, "from_env", lambda **options: docker_client(engine.address, options))
        problem = diagnostic(tmp_path)

    assert f"it takes the connection and does not answer\nat {engine.address} (the default)" == problem.actual
    assert time.monotonic() - began < 5


def docker_client(address: str, options: dict[str, Any]) -> docker.DockerClient:
    return docker.DockerClient(base_url=address, timeout=options["timeout"])


@pytest.mark.usefixtures("cli")
@pytest.mark.parametrize(
    ("name", "value", "actual"),
    [
        ("DOCKER_HOST", NOWHERE, f"nothing is there\nat {NOWHERE} (by DOCKER_HOST)"),
        ("DOCKER_CONTEXT", "far", f"nothing is there\nat {NOWHERE} (by Docker context 'far')"),
        ("DOCKER_CONTEXT", "gone", "there is no such context\nat nowhere (by Docker context 'gone')"),
    ],
)
def test_an_engine_somebody_named_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, actual: str
) -> None:
    """Where it does not answer none of ours is started: there is no lab/engine here to be run."""
    monkeypatch.setattr(outer_engine, "is_root_on_debian", lambda: True)
    monkeypatch.setenv(name, value)

    assert actual == diagnostic(tmp_path).actual
    assert outer_engine.connect_or_start(tmp_path, os.environ) is None


def test_a_welcome_engine_that_is_missing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A build that uses recordings instead says why."""
    monkeypatch.setenv("DOCKER_HOST", NOWHERE)
    outer_engine.connect_or_start(tmp_path, os.environ)

    assert "nothing is there" in caplog.text


def test_an_engine_that_stopped_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its socket is still there, and nobody listens."""
    path = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
    monkeypatch.setenv("DOCKER_HOST", f"unix://{path}")

    assert "refused" in diagnostic(tmp_path).actual


@pytest.mark.parametrize("host", ["127.0.0.1:2375:x", "tcp://127.0.0.1:port", "gopher://a"])
def test_what_is_no_address_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    """Whatever the SDK raises about it."""
    monkeypatch.setenv("DOCKER_HOST", host)

    assert "this is no address" in diagnostic(tmp_path).actual


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (socket.gaierror(-2, "Name or service not known"), "there is no machine of that name"),
        (OSError(errno.EHOSTUNREACH, "No route to host"), "its machine is unreachable"),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), "its machine is unreachable"),
        (TimeoutError(), "it takes the connection and does not answer"),
    ],
)
def test_an_engine_elsewhere_may_be_out_of_reach(error: OSError, reason: str) -> None:
    """In one line, whatever the SDK makes of it."""
    wrapped = RequestsConnectionError(HTTPError("Max retries exceeded", error))

    assert reason == no_engine.explain(Endpoint("tcp://far:2376", "DOCKER_HOST"), wrapped)[0]


def test_ssh_needs_a_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not among ours, because few need it."""
    monkeypatch.setenv("DOCKER_HOST", "ssh://root@127.0.0.1")

    assert "install it: `.venv/bin/pip install paramiko`" == diagnostic(tmp_path).hint


def test_a_socket_of_another_group_asks_for_permission() -> None:
    """As requests, urllib3 and the SDK wrap it."""
    protocol = HTTPError("Connection aborted.", PermissionError(13, "Permission denied"))
    wrapped = DockerException("Error while fetching server API version")
    wrapped.__cause__ = RequestsConnectionError(protocol)
    reason, hint = no_engine.explain(Endpoint("unix:///var/run/docker.sock"), wrapped)

    assert "no permission to use it" == reason
    assert "usermod -aG docker" in hint


@pytest.mark.parametrize(
    ("config", "environ"),
    [
        ("{}", {"DOCKER_HOST": NOWHERE}),
        ("{}", {"DOCKER_CONTEXT": "far"}),
        ('{"currentContext": "far"}', {}),
        ("{", {}),
    ],
)
def test_none_is_installed_by_hand_either(cli: Path, tmp_path: Path, config: str, environ: dict[str, str]) -> None:
    """`lab/engine start` leaves a machine alone whose user works with another engine."""
    (cli / "config.json").write_text(config)
    (tmp_path / "python3").symlink_to(sys.executable)
    for name in ("sh", "dirname"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    environment = {"PATH": str(tmp_path), "DOCKER_CONFIG": str(cli), **environ}  # where there is no dockerd
    argv = [str(ROOT / "lab" / "engine"), "install"]
    done = subprocess.run(argv, env=environment, capture_output=True, text=True, check=False, timeout=60)

    assert (1, True) == (done.returncode, "is set to another engine" in done.stderr), done.stderr


@pytest.mark.parametrize("release", ["ID=fedora\n", 'ID="arch"\nID_LIKE=""\nNAME="not debian"\n', None])
def test_other_systems_are_left_alone(tmp_path: Path, release: str | None) -> None:
    """Nothing is installed where apt-get is not the way."""
    path = tmp_path / "os-release"
    if release is not None:
        path.write_text(release, encoding="utf-8")

    assert not outer_engine.is_root_on_debian(path)


@pytest.mark.parametrize(
    "release", ["ID=debian\n", "ID=ubuntu\nID_LIKE=debian\n", 'ID=linuxmint\nID_LIKE="ubuntu debian"\n']
)
def test_debian_and_its_kin_are_known(tmp_path: Path, release: str) -> None:
    """For root, and for nobody else."""
    path = tmp_path / "os-release"
    path.write_text(release, encoding="utf-8")

    assert (os.geteuid() == 0) == outer_engine.is_root_on_debian(path)
