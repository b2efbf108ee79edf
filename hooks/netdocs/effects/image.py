"""Lab images: one for each engine series, built once from lab/Dockerfile."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docker

from netdocs.core.errors import MachineError, Problem
from netdocs.core.keys import digest
from netdocs.effects.outer import is_root_on_debian

ENGINES = {"28.5": "forky", "26.1": "trixie", "20.10": "bookworm"}
"""Engine series a lab can run, and the Debian release that ships it."""
DEFAULT_ENGINE = "28.5"
LABEL = "netdocs.image"

Say = Callable[[str], None]


def ensure(client: docker.DockerClient, root: Path, engine: str, say: Say) -> str:
    """The id of the lab image for `engine`, built first if this outer engine lacks it."""
    recipe = (root / "lab" / "Dockerfile").read_text(encoding="utf-8")
    tag = f"netdocs-lab:{engine}-{digest(recipe)[:12]}"
    if image := find(client, tag):
        return image
    suite = ENGINES[engine]
    base = find_base(client, suite, say)
    say(f"building the lab image for engine {engine} (Debian {suite}); this happens once and takes a minute")
    build(client, Recipe("lab/Dockerfile", recipe), tag, {"SUITE": suite, "BASE": base}, say)
    return find(client, tag)


def find(client: docker.DockerClient, tag: str) -> str:
    """The id of the image of that name; empty if this outer engine has none."""
    try:
        return str(client.images.get(tag).id)
    except docker.errors.ImageNotFound:
        return ""


def find_base(client: docker.DockerClient, suite: str, say: Say) -> str:
    """A minimal Debian: what is here, or made with mmdebstrap where that can be, or pulled.

    Making comes before pulling because it needs nothing but the package mirror the machine uses anyway.
    """
    own, official = f"netdocs-base:{suite}", f"debian:{suite}-slim"
    for tag in (own, official):
        if find(client, tag):
            return tag
    if is_root_on_debian():
        _bootstrap(client, suite, own, say)
        return own
    say(f"pulling {official}")
    client.images.pull(official)
    return official


def _bootstrap(client: docker.DockerClient, suite: str, tag: str, say: Say) -> None:
    if not shutil.which("mmdebstrap"):
        say("installing mmdebstrap")
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "mmdebstrap", "debian-archive-keyring")
    say(f"making a minimal Debian {suite} with mmdebstrap")
    # A mirror may lag behind: an index past its date is still signed.
    archive = _run(
        "mmdebstrap", "--quiet", "--variant=minbase", "--aptopt=Acquire::Check-Valid-Until false", suite, "-"
    )
    repository, _, name = tag.partition(":")
    client.api.import_image_from_data(archive, repository=repository, tag=name)


def _run(*argv: str) -> bytes:
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        problem = Problem(
            "lab/Dockerfile",
            f"`{' '.join(argv)}` exited {done.returncode}",
            "mend what it says and build again",
            output=done.stderr.decode(errors="replace"),
        )
        raise MachineError(problem)
    return done.stdout


@dataclass(frozen=True, slots=True)
class Recipe:
    """A Dockerfile: where it is, below the project's root, and what it says."""

    path: str
    text: str


def build(client: docker.DockerClient, recipe: Recipe, tag: str, arguments: dict[str, str], say: Say) -> None:
    """Build with the host's network, because an engine without a bridge has no other."""
    events = client.api.build(
        fileobj=io.BytesIO(recipe.text.encode()),
        tag=tag,
        buildargs=arguments,
        network_mode="host",
        rm=True,
        forcerm=True,
        decode=True,
        labels={LABEL: "lab"},
    )
    printed: list[str] = []
    for event in events:
        text = str(event.get("stream", "")).strip()
        printed.append(text)
        if text.startswith("Step "):
            say(f"{recipe.path}: {text.splitlines()[0]}")
        if "error" in event:
            raise MachineError(
                Problem(
                    recipe.path,
                    "the image could not be built",
                    "mend what the last lines say",
                    seen=str(event["error"]),
                    output="\n".join(printed),
                )
            )
