"""The engine of a lab, used from outside."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import docker

from netdocs.commands.engine_socket import engine_socket
from netdocs.lab.containers import open_labs
from netdocs.protocol.events import ShellReady
from support import ROOT


def test_the_sdk_talks_to_the_engine_of_a_lab(client: Any, lab_image: str) -> None:
    """What an editor's cells do: the lab's engine answers, not the one that labs run on, streams included."""
    with open_labs(client, ROOT) as labs, labs.interactive(lab_image, ["docker1"]) as (lab, event):
        assert isinstance(event, ShellReady)
        with engine_socket(client.api, lab, event.inits["docker1"]) as address:
            path = Path(address.removeprefix("unix://"))
            assert path.parent.stat().st_mode & 0o077 == 0
            with closing(docker.DockerClient(base_url=address)) as inside:
                alpha = inside.containers.run("busybox", name="alpha", detach=True, tty=True)

                assert [container.name for container in inside.containers.list()] == ["alpha"]
                assert alpha.exec_run(["echo", "hello"]).output == b"hello\n"
                assert inside.info()["Name"] == "docker1"
    assert not path.exists()
