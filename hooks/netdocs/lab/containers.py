"""Labs: containers that live as long as one play, and that nothing survives. Effects."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docker
from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError

from netdocs.lab import isolation, owner
from netdocs.lab.emulator import Emulator
from netdocs.lab.event_stream import read_events
from netdocs.lab.isolation import Isolation
from netdocs.lab.payload import archive_of, lab_payload
from netdocs.lab.tooling import lab_folder
from netdocs.protocol import events
from netdocs.protocol.events import Event
from netdocs.protocol.job import Job
from netdocs.protocol.job import encode as encode_job

log = logging.getLogger(f"mkdocs.hooks.{__name__}")

MEMORY = 2 * 1024**3
PIDS = 4096
CPUS = 2
"""Of one lab at most: bytes of memory; processes; processors."""
START_SECONDS = 180
"""How long a lab may take to start, beyond what its scenario may take; a lab that hangs is removed then."""
ENDING_SECONDS = 4
"""How long a build that ends waits for its labs to go."""
DOCKER_ERRORS = (docker.errors.DockerException, RequestException, HTTPError, OSError)


class LabsClosedError(Exception):
    """The build is ending; no lab is started any more."""


class LabOverdueError(Exception):
    """The lab did not end in its time, so it was removed."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"a lab did not end within {seconds:.0f} s")


def lab_seconds(task: Job, emulator: Emulator | None = None) -> float:
    """How long a lab may live with this job."""
    return task.scenario_seconds + START_SECONDS * (emulator.time_factor if emulator else 1)


@dataclass(frozen=True, slots=True)
class Labs:
    """The labs of one build: started here, all gone when `open_labs` is left."""

    client: docker.DockerClient
    files: Mapping[str, bytes]
    isolation: Isolation
    seccomp: str
    """lab/seccomp.json."""
    cpus: int
    """Processors of the outer engine."""
    running: set[str]
    lock: threading.Lock
    closed: threading.Event
    """Set when the build ends: no lab is started after that."""

    def play(self, image: str, name: str, task: Job, emulator: Emulator | None = None) -> Iterator[Event]:
        """Play one job in a lab of its own; its events as they come. The stream just ends if the lab does.

        LabOverdueError at its end if the lab had to be removed because it had not ended in time.
        With an emulator the lab is inside an emulated computer, and `image` is in the emulator already.
        """
        files = {**self.files, "job.json": encode_job(task).encode()}
        limit, overdue = lab_seconds(task, emulator), threading.Event()
        with self._for_job(image, name, files, emulator) as lab:

            def end() -> None:
                overdue.set()
                self.remove(lab)

            watchdog = threading.Timer(limit, end)
            watchdog.daemon = True
            watchdog.start()
            try:
                yield from read_events(self.client.api, lab)
            finally:
                watchdog.cancel()
                watchdog.join()  # it may be removing the lab
        if overdue.is_set():
            raise LabOverdueError(limit)

    @contextmanager
    def interactive(self, image: str, nodes: Sequence[str]) -> Iterator[tuple[str, Event]]:
        """A lab with these nodes for as long as the context lasts: its container's id and its first event."""
        command = ["python3", "-m", "agent", "shell", *nodes]
        with self._lab(image, "by-hand", command, self.files) as lab:
            yield lab, next(read_events(self.client.api, lab), events.StreamBroken("the lab ended without a word"))

    def missing_features(self, image: str, features: Sequence[str]) -> list[str]:
        """Those of the kernel features that labs of this image do without here; LookupError if the lab cannot say."""
        command = ["python3", "-m", "agent", "probe", *features]
        with self._lab(image, "features", command, self.files) as lab:
            for event in read_events(self.client.api, lab):
                if isinstance(event, events.MissingFeatures):
                    return list(event.features)
                raise LookupError(str(event))
        raise LookupError("the lab ended without a word")

    def _for_job(
        self, image: str, name: str, files: Mapping[str, bytes], emulator: Emulator | None
    ) -> AbstractContextManager[str]:
        if emulator is None:
            return self._lab(image, name, ["python3", "-m", "agent"], files)
        files = {**files, **emulator.files}
        archive = archive_of({f"lab/{path}": (data, 0) for path, data in files.items()})
        return self._container(emulator.image, name, emulator.command, archive, self._emulator_config(emulator))

    def _lab(
        self, image: str, name: str, command: list[str], files: Mapping[str, bytes]
    ) -> AbstractContextManager[str]:
        placed = {path: (data, user) for file, data in files.items() for path, user in [isolation.place(file)]}
        argv = isolation.command(self.isolation, command)
        return self._container(image, name, argv, archive_of(placed), self._lab_config())

    @contextmanager
    def _container(
        self, image: str, name: str, command: list[str], archive: bytes, host_config: Mapping[str, Any]
    ) -> Iterator[str]:
        api = self.client.api
        with self.lock:
            if self.closed.is_set():
                raise LabsClosedError("the build was ended")
            lab = str(api.create_container(image, command, host_config=host_config, **_container_config(name))["Id"])
            self.running.add(lab)
        try:
            api.put_archive(lab, "/", archive)
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

    def _emulator_config(self, emulator: Emulator) -> dict[str, Any]:
        """An ordinary process needs no capability at all, and none of the host's devices but for acceleration."""
        config: dict[str, Any] = self.client.api.create_host_config(
            cap_drop=["ALL"], security_opt=["no-new-privileges"], devices=emulator.devices, **self._limits()
        )
        return config

    def _lab_config(self) -> dict[str, Any]:
        """No host devices, and no privilege but what it takes to make a world."""
        allowed = isolation.host_config(self.isolation, self.seccomp)
        config: dict[str, Any] = self.client.api.create_host_config(**allowed, **self._limits())
        return isolation.without_masks(self.isolation, config)

    def remove(self, lab: str) -> None:
        """End a lab and everything in it; one that is gone already is none the worse for it."""
        with suppress(*DOCKER_ERRORS):
            self.client.api.remove_container(lab, force=True, v=True)
        self.running.discard(lab)


def _container_config(name: str) -> dict[str, Any]:
    return {
        "working_dir": "/lab",
        "environment": {"PYTHONPATH": "/lab", "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"},
        "labels": {owner.LABEL: owner.label(), "netdocs.scenario": name},
    }


@contextmanager
def open_labs(client: docker.DockerClient, root: Path, isolation: Isolation = "userns") -> Iterator[Labs]:
    """Labs for one build. Those of dead builds are removed first, those of this one last, come what may."""
    reap(client)
    seccomp = (lab_folder(root) / "seccomp.json").read_text(encoding="utf-8")
    labs = Labs(
        client,
        lab_payload(root),
        isolation,
        seccomp,
        int(client.info()["NCPU"]),
        set(),
        threading.Lock(),
        threading.Event(),
    )
    try:
        yield labs
    finally:
        labs.closed.set()
        _remove_all(labs)


def _remove_all(labs: Labs) -> None:
    """Remove every lab, all at once, but wait no longer than ENDING_SECONDS: an engine may hang, or have much to do."""
    end = time.monotonic() + ENDING_SECONDS
    if labs.lock.acquire(timeout=ENDING_SECONDS / 2):  # whoever has it is making one
        labs.lock.release()
    threads = [threading.Thread(target=labs.remove, args=[lab], daemon=True) for lab in tuple(labs.running)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    if labs.running:
        log.warning(f"{len(labs.running)} labs are still being removed; what is left then, the next start removes")


def reap(client: docker.DockerClient) -> int:
    """Remove the labs whose owners are dead; how many."""
    labs = client.api.containers(all=True, filters={"label": owner.LABEL})
    dead = [lab for lab in labs if owner.owner_is_gone(lab["Labels"][owner.LABEL])]
    for lab in dead:
        with suppress(*DOCKER_ERRORS):
            client.api.remove_container(lab["Id"], force=True, v=True)
    return len(dead)
