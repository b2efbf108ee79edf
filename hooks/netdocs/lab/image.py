"""Lab images: one for each engine series, built once from a Dockerfile of lab/. Effects."""

from __future__ import annotations

import io
import logging
import re
import shutil
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import docker

from netdocs.errors import Diagnostic, MachineError
from netdocs.lab.docker_packages import address_of, signing_key
from netdocs.lab.engines import DockerPackages, Engine, load_engines
from netdocs.lab.outer_engine import is_root_on_debian
from netdocs.lab.tooling import lab_folder
from netdocs.recording.fingerprint import digest

log = logging.getLogger(f"mkdocs.hooks.{__name__}")

LABEL = "netdocs.image"
TOOLS = "        iproute2 "
"""The line of lab/Dockerfile at which lab/docker-packages.Dockerfile goes on: the rest of both is the same."""
SHORT_ID = 12
"""Characters of an image's id in what a build prints."""
# What the engine's builder prints after each step: ` ---> 3f2504e04f89`
_LAYER = re.compile(r"---> ([0-9a-f]{12})")


def ensure_lab_image(
    client: docker.DockerClient, root: Path, engine: str, dockerfile: str = "", packages: str = ""
) -> str:
    """The id of the lab image for `engine`, built first if this outer engine lacks it.

    A site may have a recipe of its own, at a path below its root. `packages` is the address of Docker's own packages,
    if the environment names one.
    """
    source = load_engines(root)[engine]
    recipe = lab_recipe(root, source, dockerfile)
    tag = f"netdocs-lab:{engine}-{_recipe_digest(recipe, source)[:12]}"
    if image := image_id(client, tag):
        return image
    arguments = _docker_arguments(engine, source.docker, packages) if source.docker else {}
    base = ensure_base(client, source.debian)
    log.info(f"building the lab image for engine {engine} (Debian {source.debian}); once, and it takes a minute")
    build(client, recipe, tag, {"SUITE": source.debian, "BASE": base, **arguments})
    return image_id(client, tag)


def lab_recipe(root: Path, source: Engine, site_recipe: str = "") -> Dockerfile:
    """How the lab image for such an engine is made; with Docker's own packages the tools and stages are the same."""
    if site_recipe:
        return Dockerfile(site_recipe, (root / site_recipe).read_text(encoding="utf-8"))
    text = (lab_folder(root) / "Dockerfile").read_text(encoding="utf-8")
    if not source.docker:
        return Dockerfile("lab/Dockerfile", text)
    engine = (lab_folder(root) / "docker-packages.Dockerfile").read_text(encoding="utf-8")
    return Dockerfile("lab/docker-packages.Dockerfile", engine + text[text.index(TOOLS) :])


def _recipe_digest(recipe: Dockerfile, source: Engine) -> str:
    """What an image is made of. The address is no part: what is signed by one key is the same at every mirror."""
    docker_part = f"\n{source.debian} {source.docker.version} {source.docker.key}" if source.docker else ""
    return digest(recipe.text + docker_part)


def _docker_arguments(engine: str, packages: DockerPackages, configured: str) -> dict[str, str]:
    """The build arguments for Docker's own packages; MachineError where these cannot be reached."""
    address = address_of(engine, packages, configured)
    key = signing_key(engine, address)
    return {"VERSION": packages.version, "FINGERPRINT": packages.key, "ADDRESS": address, "KEY": key}


def image_id(client: docker.DockerClient, tag: str) -> str:
    """The id of the image of that name; empty if this outer engine has none."""
    try:
        return str(client.images.get(tag).id)
    except docker.errors.ImageNotFound:
        return ""


def ensure_base(client: docker.DockerClient, suite: str) -> str:
    """A minimal Debian: what is here, or made with mmdebstrap where that can be, or pulled.

    Making comes before pulling because it needs nothing but the package mirror the machine uses anyway.
    """
    bootstrapped, official = f"netdocs-base:{suite}", f"debian:{suite}-slim"
    for tag in (bootstrapped, official):
        if image_id(client, tag):
            return tag
    if is_root_on_debian():
        _bootstrap(client, suite, bootstrapped)
        return bootstrapped
    log.info(f"pulling {official}")
    client.images.pull(official)
    return official


def _bootstrap(client: docker.DockerClient, suite: str, tag: str) -> None:
    if not shutil.which("mmdebstrap"):
        log.info("installing mmdebstrap")
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "mmdebstrap", "debian-archive-keyring")
    log.info(f"making a minimal Debian {suite} with mmdebstrap")
    # A mirror may lag behind: an index past its date is still signed.
    archive = _run(
        "mmdebstrap", "--quiet", "--variant=minbase", "--aptopt=Acquire::Check-Valid-Until false", suite, "-"
    )
    repository, _, name = tag.partition(":")
    client.api.import_image_from_data(archive, repository=repository, tag=name)


def _run(*argv: str) -> bytes:
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        problem = Diagnostic(
            "lab/Dockerfile",
            f"`{' '.join(argv)}` exited {done.returncode}",
            "mend what it says and build again",
            output=done.stderr.decode(errors="replace"),
        )
        raise MachineError(problem)
    return done.stdout


@dataclass(frozen=True, slots=True)
class Dockerfile:
    """A Dockerfile: where it is, below the project's root, and what it says."""

    path: str
    text: str


def build(
    client: docker.DockerClient, recipe: Dockerfile, tag: str, arguments: dict[str, str], context: bytes = b""
) -> None:
    """Build with the host's network, because an engine without a bridge has no other.

    `context` is a tar archive of the recipe, as `Dockerfile`, and of all that it copies.
    """
    events = client.api.build(
        fileobj=io.BytesIO(context or recipe.text.encode()),
        custom_context=bool(context),
        tag=tag,
        buildargs=arguments,
        network_mode="host",
        rm=True,
        forcerm=True,
        decode=True,
        labels={LABEL: "lab"},
    )
    printed: list[str] = []
    try:
        _follow(events, recipe.path, printed)
    finally:
        _remove_stages(client, printed)


def _follow(events: Iterable[dict[str, object]], path: str, printed: list[str]) -> None:
    """Log the steps of a build as they begin, and keep what it printed; MachineError if it fails."""
    for event in events:
        text = str(event.get("stream", "")).strip()
        printed.append(text)
        if text.startswith("Step "):
            log.info(f"{path}: {text.splitlines()[0]}")
        if "error" in event:
            message, hint = "the image could not be built", "mend what the last lines say"
            raise MachineError(
                Diagnostic(path, message, hint, actual=str(event["error"]), output="\n".join(filter(None, printed)))
            )


def _remove_stages(client: docker.DockerClient, printed: Iterable[str]) -> None:
    """Remove what the build leaves besides the image: stages, in which the same files are once more.

    What the build has not printed is a stage of another one, which may need it yet.
    """
    layer_ids = {match[1] for line in printed if (match := _LAYER.fullmatch(line))}
    for stage in client.images.list(filters={"dangling": True, "label": f"{LABEL}=stage"}):
        if str(stage.id).removeprefix("sha256:")[:SHORT_ID] in layer_ids:
            with suppress(docker.errors.APIError):
                client.images.remove(str(stage.id))
