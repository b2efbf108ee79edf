"""Labs: containers that live as long as one play, and that nothing survives."""

from __future__ import annotations

import io
import json
import tarfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docker
from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError

from netdocs.core.fold import Event
from netdocs.effects import owner

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

    def play(self, image: str, name: str, job: Mapping[str, Any]) -> Iterator[Event]:
        """Play one job in a lab of its own; its events as they come. The stream just ends if the lab does."""
        files = {**self.files, "job.json": json.dumps(job).encode()}
        with self._container(image, name, ["python3", "-m", "inside"], files) as lab:
            watchdog = threading.Timer(float(job["scenario_seconds"]) + START_SECONDS, self.remove, [lab])
            watchdog.daemon = True
            watchdog.start()
            try:
                yield from _events(self.client.api, lab)
            finally:
                watchdog.cancel()

    @contextmanager
    def hold(self, image: str, nodes: Sequence[str]) -> Iterator[tuple[str, Event]]:
        """A lab with these nodes for as long as the context lasts: its container's id and its first event."""
        with self._container(image, "by-hand", ["python3", "-m", "inside", "hold", *nodes], self.files) as lab:
            yield lab, next(_events(self.client.api, lab))

    @contextmanager
    def _container(self, image: str, name: str, command: list[str], files: Mapping[str, bytes]) -> Iterator[str]:
        api = self.client.api
        with self.guard:
            if self.closed.is_set():
                raise LabsClosedError
            lab = str(api.create_container(image, command, host_config=self._host_config(), **_settings(name))["Id"])
            self.living.add(lab)
        try:
            api.put_archive(lab, "/", _archive(files))
            yield lab
        finally:
            self.remove(lab)

    def _host_config(self) -> dict[str, Any]:
        """No network, no host devices, no privilege but the two capabilities that make namespaces and links."""
        api = self.client.api
        config: dict[str, Any] = api.create_host_config(
            network_mode="none",
            cap_add=["SYS_ADMIN", "NET_ADMIN"],
            security_opt=["seccomp=unconfined", "apparmor=unconfined"],
            tmpfs={"/lab/state": f"size={STATE_SIZE},exec"},
            mem_limit=MEMORY,
            memswap_limit=MEMORY,
            pids_limit=PIDS,
            nano_cpus=min(CPUS, self.cpus) * 10**9,
            log_config=docker.types.LogConfig(type="none"),
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
