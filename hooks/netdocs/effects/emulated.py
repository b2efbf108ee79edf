"""A computer in software, for scenarios that need what this machine's kernel lacks: lab/emulated tells how it boots.

It is a process in a container, without a network device, without capabilities, without anything of the
host's: what ends a lab ends it too.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import docker

from netdocs.core.errors import MachineError, Problem
from netdocs.core.keys import digest
from netdocs.effects import image

SUITE = "bookworm"
"""The Debian release whose kernel and QEMU are used, whatever release the lab is."""
PROCESSOR = "x86_64"
SLOWNESS = 10
"""How much longer everything may take: the emulated processor is that much slower, and more on a busy machine."""
COMMAND = ("/lab/emulated/start.sh", str(SLOWNESS))


@dataclass(frozen=True, slots=True)
class Emulator:
    """All that an emulated computer is made of."""

    image: str
    """Id of the image that holds it: QEMU, a kernel, and a lab image as its disk."""
    files: Mapping[str, bytes]
    """What is copied into the container besides the player, by its path there (below /lab)."""


def ensure(client: docker.DockerClient, root: Path, engine: str, lab_image: str, say: image.Say) -> Emulator:
    """The emulator for that engine's lab image, its own image built first if this outer engine lacks it."""
    _refuse_other_processors(str(client.info()["Architecture"]))
    recipe = (root / "lab" / "emulated" / "Dockerfile").read_text(encoding="utf-8")
    tag = f"netdocs-emulated:{engine}-{digest(recipe + lab_image)[:12]}"
    files = emulator_files(root)
    if found := image.find(client, tag):
        return Emulator(found, files)
    base = image.find_base(client, SUITE, say)
    say(f"building the emulated computer for engine {engine}: QEMU and the kernel of Debian {SUITE}; once, a minute")
    image.build(client, image.Recipe("lab/emulated/Dockerfile", recipe), tag, {"LAB": lab_image, "BASE": base}, say)
    _remove_stages(client)
    return Emulator(image.find(client, tag), files)


def emulator_files(root: Path) -> dict[str, bytes]:
    """The scripts that boot it."""
    scripts = (root / "lab" / "emulated").glob("*.sh")
    return {f"emulated/{path.name}": path.read_bytes() for path in scripts}


def _refuse_other_processors(found: str) -> None:
    if found != PROCESSOR:
        what, do = (
            "no kernel can be borrowed on this kind of processor",
            "use an engine on a machine of the kind expected",
        )
        raise MachineError(Problem("KERNEL", what, do, PROCESSOR, found))


def _remove_stages(client: docker.DockerClient) -> None:
    """Remove what the build leaves besides the image: the unpacked disk, twice its size."""
    for stage in client.images.list(filters={"dangling": True, "label": f"{image.LABEL}=stage"}):
        with suppress(docker.errors.APIError):
            client.images.remove(str(stage.id))
