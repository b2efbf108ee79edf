"""An emulated computer, for scenarios that need what this machine's kernel lacks; lab/emulated boots it. Effects.

It is a process in a container, without a network device, without capabilities, without anything of the
host's: what ends a lab ends it too.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import docker

from netdocs.errors import Diagnostic, MachineError
from netdocs.lab import image
from netdocs.lab.tooling import lab_folder
from netdocs.recording.fingerprint import digest

log = logging.getLogger(f"mkdocs.hooks.{__name__}")

SUITE = "bookworm"
"""The Debian release whose kernel and QEMU are used, whatever release the lab is."""
ARCHITECTURE = "x86_64"
TIME_FACTOR = 10
"""How much longer everything may take: the emulated processor is that much slower, and more on a busy machine."""
KVM = "/dev/kvm"
"""Through which a computer is emulated by the processor itself."""
BOOTS = (
    "exec timeout 30 qemu-system-x86_64 -machine q35 -accel kvm -cpu host,arch-capabilities=off -m 256 -nodefaults"
    " -display none -nic none -no-reboot -kernel /kernel/boot/vmlinuz-* -append panic=-1"
)
"""Ends well if a kernel boots: it finds no root file system, panics and restarts, which ends QEMU."""
KVM_TIME_FACTOR = 2
"""As TIME_FACTOR, where the processor helps."""


@dataclass(frozen=True, slots=True)
class Emulator:
    """All that an emulated computer is made of."""

    image: str
    """Id of the image that holds it: QEMU, a kernel, and a lab image as its disk."""
    files: Mapping[str, bytes]
    """What is copied into the container besides the player, by its path there (below /lab)."""
    accelerated: bool = False
    """Whether it uses the processor's own means, through /dev/kvm."""

    @property
    def time_factor(self) -> int:
        """How much longer everything may take."""
        return KVM_TIME_FACTOR if self.accelerated else TIME_FACTOR

    @property
    def command(self) -> list[str]:
        """The container's first command."""
        return ["/lab/emulated/start.sh", str(self.time_factor), "kvm" if self.accelerated else "tcg"]

    @property
    def devices(self) -> list[str]:
        """What of the host's devices its container gets."""
        return [f"{KVM}:{KVM}:rw"] if self.accelerated else []


def ensure_emulator(client: docker.DockerClient, root: Path, engine: str, lab_image: str) -> Emulator:
    """The emulator for that engine's lab image, its own image built first if this outer engine lacks it."""
    _require_x86_64(str(client.info()["Architecture"]))
    recipe = (lab_folder(root) / "emulated" / "Dockerfile").read_text(encoding="utf-8")
    tag = f"netdocs-emulated:{engine}-{digest(recipe + lab_image)[:12]}"
    files = emulator_files(root)
    if image_id := image.image_id(client, tag):
        return Emulator(image_id, files)
    base = image.ensure_base(client, SUITE)
    log.info(f"building the emulated computer for engine {engine}: QEMU and Debian {SUITE}'s kernel; once, a minute")
    image.build(client, image.Dockerfile("lab/emulated/Dockerfile", recipe), tag, {"LAB": lab_image, "BASE": base})
    return Emulator(image.image_id(client, tag), files)


def require_acceleration(client: docker.DockerClient, computer: Emulator) -> None:
    """MachineError where no kernel boots with /dev/kvm: it may be missing, or be there and not work."""
    try:
        client.containers.run(
            computer.image, ["sh", "-c", BOOTS], devices=[f"{KVM}:{KVM}:rw"], network_mode="none", remove=True
        )
    except docker.errors.DockerException as error:
        message, expected = "labs cannot be played in emulated computers here", f"a kernel that boots by means of {KVM}"
        do = "turn on virtualisation on the outer engine's machine, or play with ISOLATION=userns"
        raise MachineError(Diagnostic("ISOLATION", message, do, expected, str(error))) from error


def emulator_files(root: Path) -> dict[str, bytes]:
    """The scripts that boot it."""
    scripts = (lab_folder(root) / "emulated").glob("*.sh")
    return {f"emulated/{path.name}": path.read_bytes() for path in scripts}


def _require_x86_64(architecture: str) -> None:
    if architecture != ARCHITECTURE:
        message = "no kernel can be emulated on this kind of processor"
        hint = "use an engine on a machine of the kind expected"
        raise MachineError(Diagnostic("KERNEL", message, hint, ARCHITECTURE, architecture))
