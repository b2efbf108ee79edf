"""Labs: containers that live as long as one play, and that nothing survives."""

from __future__ import annotations

import io
import json
import tarfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docker
from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError

from netdocs.core.fold import Event
from netdocs.effects import emulated, owner
from netdocs.effects.emulated import Emulator

MEMORY = 2 * 1024**3
PIDS = 4096
CPUS = 2
START_SECONDS = 180
"""How long a lab may take to start, beyond what its scenario may take; a lab that hangs is removed then."""
STATE_SIZE = "1g"
"""Bytes of the tmpfs that holds the engines' data; it counts towards MEMORY."""
ENGINE_TROUBLE = (docker.errors.DockerException, RequestException, HTTPError, OSError)

INSIDE = ("hooks/netdocs/__init__.py", "hooks/netdocs/core/__init__.py", "hooks/netdocs/core/markers.py")
"""What a lab gets of this package; lab/inside comes along whole."""


def player_files(root: Path) -> dict[str, bytes]:
    """Everything that is copied into a lab, by its path there (below /lab)."""
    inside = [path for path in (root / "lab" / "inside").iterdir() if path.suffix in (".py", ".sh")]
    files = {f"inside/{path.name}": path.read_bytes() for path in inside}
    return files | {name.removeprefix("hooks/"): (root / name).read_bytes() for name in INSIDE}


class LabsClosedError(Exception):
    """The build is ending; no lab is started any more."""


@dataclass(frozen=True, slots=True)
class Labs:
    """The labs of one build: started here, all gone when `open_labs` is left."""

    client: docker.DockerClient
    files: Mapping[str, bytes]
    cpus: int
    """Processors of the outer engine."""
    living: set[str]
    guard: threading.Lock
    closed: threading.Event
    """Set when the build ends: no lab is started after that."""

    def play(self, image: str, name: str, job: Mapping[str, Any], emulator: Emulator | None = None) -> Iterator[Event]:
        """Play one job in a lab of its own; its events as they come. The stream just ends if the lab does.

        With an emulator the lab is inside an emulated computer, and `image` is in the emulator already.
        """
        files = {**self.files, "job.json": json.dumps(job).encode()}
        with self._for_job(image, name, files, emulator) as lab:
            start = START_SECONDS * (emulated.SLOWNESS if emulator else 1)
            watchdog = threading.Timer(float(job["scenario_seconds"]) + start, self.remove, [lab])
            watchdog.daemon = True
            watchdog.start()
            try:
                yield from _events(self.client.api, lab)
            finally:
                watchdog.cancel()

    @contextmanager
    def hold(self, image: str, nodes: Sequence[str]) -> Iterator[tuple[str, Event]]:
        """A lab with these nodes for as long as the context lasts: its container's id and its first event."""
        command = ["python3", "-m", "inside", "hold", *nodes]
        with self._container(image, "by-hand", command, self.files, self._lab_config()) as lab:
            yield lab, next(_events(self.client.api, lab))

    def missing_features(self, image: str, features: Sequence[str]) -> list[str]:
        """Those of the kernel features that labs of this image do without here; LookupError if the lab cannot say."""
        command = ["python3", "-m", "inside", "missing", *features]
        with self._container(image, "features", command, self.files, self._lab_config()) as lab:
            for event in _events(self.client.api, lab):
                if event["event"] == "missing":
                    return list(event["features"])
                raise LookupError(str(event.get("message", event)))
        raise LookupError("the lab ended without a word")

    def _for_job(
        self, image: str, name: str, files: Mapping[str, bytes], emulator: Emulator | None
    ) -> AbstractContextManager[str]:
        if emulator is None:
            return self._container(image, name, ["python3", "-m", "inside"], files, self._lab_config())
        files = {**files, **emulator.files}
        return self._container(emulator.image, name, [*emulated.COMMAND], files, self._emulator_config())

    @contextmanager
    def _container(
        self, image: str, name: str, command: list[str], files: Mapping[str, bytes], host_config: Mapping[str, Any]
    ) -> Iterator[str]:
        api = self.client.api
        with self.guard:
            if self.closed.is_set():
                raise LabsClosedError
            lab = str(api.create_container(image, command, host_config=host_config, **_settings(name))["Id"])
            self.living.add(lab)
        try:
            api.put_archive(lab, "/", _archive(files))
            yield lab
        finally:
            self.remove(lab)

    def _limits(self) -> dict[str, Any]:
        """No network, and no more than its share of the machine."""
        return {
            "network_mode": "none",
            "mem_limit": MEMORY,
            "memswap_limit": MEMORY,
            "pids_limit": PIDS,
            "nano_cpus": min(CPUS, self.cpus) * 10**9,
            "log_config": docker.types.LogConfig(type="none"),
        }

    def _emulator_config(self) -> dict[str, Any]:
        """An ordinary process needs no capability at all, and none of the host's devices."""
        config: dict[str, Any] = self.client.api.create_host_config(
            cap_drop=["ALL"], security_opt=["no-new-privileges"], **self._limits()
        )
        return config

    def _lab_config(self) -> dict[str, Any]:
        """No host devices, no privilege but the capabilities that make namespaces and links and join them.

        SYS_PTRACE is what runc 1.3 needs to start a container in another one's namespace: it reads /proc/PID/ns of
        a process that may not be traced by then. The lab has its own PID namespace: it sees only its own processes.
        """
        config: dict[str, Any] = self.client.api.create_host_config(
            cap_add=["SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE"],
            security_opt=["seccomp=unconfined", "apparmor=unconfined"],
            tmpfs={"/lab/state": f"size={STATE_SIZE},exec"},
            **self._limits(),
        )
        # An engine inside writes to /proc/sys and mounts a sysfs of its own; its cgroups are the lab's alone.
        return {**config, "MaskedPaths": [], "ReadonlyPaths": [], "CgroupnsMode": "private"}

    def remove(self, lab: str) -> None:
        """End a lab and everything in it; one that is gone already is none the worse for it."""
        with suppress(*ENGINE_TROUBLE):
            self.client.api.remove_container(lab, force=True, v=True)
        self.living.discard(lab)


def _settings(name: str) -> dict[str, Any]:
    return {
        "working_dir": "/lab",
        "environment": {"PYTHONPATH": "/lab", "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"},
        "labels": {owner.LABEL: owner.mine(), "netdocs.scenario": name},
    }


def _archive(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for name, data in files.items():
            member = tarfile.TarInfo(f"lab/{name}")
            member.size, member.mode = len(data), 0o755
            tar.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


def _events(api: docker.APIClient, lab: str) -> Iterator[Event]:
    """Start the container and read its events; what it prints beside them becomes a failure of the lab."""
    held, stray = b"", b""
    with closing(api.attach(lab, stream=True, logs=False, demux=True)) as stream:
        api.start(lab)
        for printed, complained in stream:
            stray = (stray + (complained or b""))[-20_000:]
            *lines, held = (held + (printed or b"")).split(b"\n")
            yield from map(json.loads, lines)
    if stray:
        yield {"event": "failed", "kind": "lab", "message": stray.decode(errors="replace")}


@contextmanager
def open_labs(client: docker.DockerClient, root: Path) -> Iterator[Labs]:
    """Labs for one build. Those of dead builds are removed first, those of this one last, come what may."""
    reap(client)
    labs = Labs(client, player_files(root), int(client.info()["NCPU"]), set(), threading.Lock(), threading.Event())
    try:
        yield labs
    finally:
        labs.closed.set()
        with labs.guard:
            for lab in tuple(labs.living):
                labs.remove(lab)


def reap(client: docker.DockerClient) -> int:
    """Remove the labs whose owners are dead; how many."""
    found = client.api.containers(all=True, filters={"label": owner.LABEL})
    dead = [container for container in found if owner.is_dead(container["Labels"][owner.LABEL])]
    for container in dead:
        with suppress(*ENGINE_TROUBLE):
            client.api.remove_container(container["Id"], force=True, v=True)
    return len(dead)
