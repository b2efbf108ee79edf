"""The list of engines: what each is, where it comes from, and what is wrong with a list that says neither."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from netdocs.errors import AuthorError, MachineError
from netdocs.lab import image
from netdocs.lab.docker_packages import address_of, signing_key
from netdocs.lab.engines import DEFAULT_ENGINE, DockerPackages, Engine, from_debian, load_engines, parse_engines
from netdocs.recording.fingerprint import digest
from support import ROOT

KEY = "0123456789ABCDEF0123456789ABCDEF01234567"
DEBIAN = '["28.5"]\ndebian = "forky"\n'
DOCKER = f'["29"]\ndebian = "trixie"\ndocker.version = "29.4.3"\ndocker.key = "{KEY}"\n'
PACKAGES = DockerPackages("29.4.3", KEY)


def test_an_engine_comes_from_debian_or_from_docker() -> None:
    """In the order of the list."""
    engines = parse_engines(DEBIAN + DOCKER)

    assert list(engines.items()) == [("28.5", Engine("forky")), ("29", Engine("trixie", PACKAGES))]


def test_all_engines_are_those_that_need_only_debian() -> None:
    """Whoever asks for `all` meets no other source."""
    assert from_debian(parse_engines(DEBIAN + DOCKER)) == ("28.5",)
    assert from_debian(load_engines(ROOT)) == ("28.5", "26.1", "20.10")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (DEBIAN + '["29"\n', 3, "this is no TOML"),
        (DOCKER, 1, "the default engine is missing"),
        (DEBIAN + '["new"]\ndebian = "forky"\n', 3, "this is no series of engines"),
        (DEBIAN + '["29"]\n', 3, "engine 29 is described wrongly"),
        (DEBIAN + '["29"]\ndebian = "13"\n', 4, "engine 29 is described wrongly"),
        (DEBIAN + '["29"]\ndebian = "trixie"\nrelease = "x"\n', 3, "engine 29 is described wrongly"),
        (DEBIAN + DOCKER.replace(KEY, "abc"), 6, "engine 29 is described wrongly"),
        (DEBIAN + DOCKER + 'docker.address = "nowhere"\n', 7, "engine 29 is described wrongly"),
        (DEBIAN + DOCKER.replace("29.4.3", "29"), 5, "engine 29 is described wrongly"),
        (DEBIAN + DOCKER.replace("29.4.3", "28.4.3"), 5, "this version is of another series"),
        ('"28.5" = 3\n' + DOCKER, 1, "engine 28.5 is described wrongly"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(AuthorError) as caught:
        parse_engines(text)

    (problem,) = caught.value.problems
    assert (problem.location, problem.message) == (f"lab/engines.toml:{line}", message)


def test_the_environment_goes_before_the_list() -> None:
    """A mirror needs no change of a file."""
    listed = DockerPackages("29.4.3", KEY, "https://list.example/debian/")

    assert address_of("29", listed, "https://mirror.example/debian/") == "https://mirror.example/debian"
    assert address_of("29", listed, "") == "https://list.example/debian"


def test_where_nothing_says_where_it_is_told_how_to_say_it() -> None:
    with pytest.raises(MachineError) as caught:
        address_of("29", PACKAGES, "")

    assert "DOCKER_PACKAGES=https://… make record ENGINE=29" in str(caught.value)


def test_what_cannot_be_reached_is_named() -> None:
    """What, at which address, and what to do."""
    with socket.socket() as listener:  # bound and not listening: it refuses
        listener.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/debian"
        with pytest.raises(MachineError) as caught:
            signing_key("29", address)

    (problem,) = caught.value.problems
    assert problem.message == "Docker's packages for engine 29 cannot be reached"
    assert problem.expected == f"a key at {address}/gpg"
    assert "set DOCKER_PACKAGES" in problem.hint


class Images:
    """An outer engine that has images of any name, and tells which was asked for."""

    def __init__(self) -> None:
        self.images, self.requests = self, list[str]()

    def get(self, tag: str) -> Any:
        """An image."""
        self.requests.append(tag)
        return self

    id = "sha256:1"


def test_an_image_of_debians_is_named_after_its_dockerfile_alone() -> None:
    """Or every one of them would be built anew, and everything be played again."""
    images = Images()
    image.ensure_lab_image(images, ROOT, DEFAULT_ENGINE)  # type: ignore[arg-type]
    recipe = (ROOT / "lab" / "Dockerfile").read_text(encoding="utf-8")

    assert images.requests == [f"netdocs-lab:{DEFAULT_ENGINE}-{digest(recipe)[:12]}"]


def test_an_image_that_is_there_needs_no_address() -> None:
    """Whoever has it can play without the network it was built with."""
    images = Images()

    assert image.ensure_lab_image(images, ROOT, "29") == "sha256:1"  # type: ignore[arg-type]
    assert images.requests[0].startswith("netdocs-lab:29-")


def test_both_recipes_make_the_same_lab() -> None:
    """The same tools, and the same stages after them."""
    packages = DockerPackages("29.1.0", "0" * 40)
    debians, dockers = (image.lab_recipe(ROOT, Engine("trixie", docker)).text for docker in (None, packages))
    shared = debians[debians.index(image.TOOLS) :]

    assert "FROM scratch" in shared
    assert dockers.endswith(f"\\\n{shared}")
    assert "docker-ce=" in dockers
