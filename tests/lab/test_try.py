"""The lab at a reader's own terminal: exactly the command that a page offers, typed into a terminal."""

from __future__ import annotations

import shlex
import subprocess
from typing import Any

import pytest
from bs4 import BeautifulSoup

from factories import command, recording
from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.try_command import try_command
from netdocs.recording.model import StepResult
from rendering import build_of, convert
from terminals import NAME, SECONDS, TAG

pytestmark = pytest.mark.usefixtures("try_image")


def copied(session: str, step: str) -> str:
    """What the button under that step's block copies."""
    page = f'```console exec="on" session="{session}" step="{step}"\n```\n'
    recorded = recording(StepResult(step, (), (command("true", "x"),)), scenario=f"{session}.sh")
    soup = BeautifulSoup(convert(page, build_of(recorded, try_image=NAME)), "html.parser")
    return soup.select("details.nd-try code")[0].text


def refused(text: str) -> str:
    """The one line in which the image says why not."""
    argv = shlex.split(text)
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=SECONDS)
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("netdocs: ")]
    assert done.returncode == 2
    return line


def test_from_a_step_of_a_page_to_the_next(run: Any) -> None:
    """What was typed is shown, the state is that of the page, and one can go on, and to another machine."""
    with run(copied("bridge/default", "no-names")) as terminal:
        greeting = terminal.until("docker1")
        assert "docker1$ docker run -dit --name alpha busybox\n" in greeting
        assert "ping: bad address 'beta'" in greeting
        assert terminal.type("docker ps --format '{{.Names}}'").count("\nbeta\nalpha\n") == 1
        assert "holds: On the default bridge a container's name does not resolve." in terminal.type("check")
        assert "from 172.17.0.2: " in terminal.type("next")
        assert "\nclient\n" in terminal.type("on client", "client") + terminal.type("hostname", "client")
        assert "exit" in terminal.type("exit")
        assert "there is no machine 'docker2' here" in terminal.type("ssh docker2")
        assert terminal.leave() == 0


def engines_running(client: Any) -> int:
    """How many engines run in the container of this test."""
    (container,) = client.containers.list(filters={"ancestor": TAG})
    return sum("dockerd --host" in line[-1] for line in container.top()["Processes"])


def test_a_reader_changes_something_and_starts_over(run: Any, client: Any) -> None:
    """A check looks at things as they are now, `next` says what the page shows, `reset` brings the state back.

    What the state was before has ended by then.
    """
    with run(copied("bridge/default", "start")) as terminal:
        terminal.until("docker1")
        terminal.type("docker rm -f alpha beta")
        assert "# The page shows:\n#   NAMES     NETWORKS\n" in terminal.type("next")
        assert "does not hold: A container started without a network option" in terminal.type("check")
        terminal.type("reset")
        assert engines_running(client) == 1
        assert "\nbeta\nalpha\n" in terminal.type("docker ps --format '{{.Names}}'")
        assert terminal.leave() == 0


def test_a_lab_in_which_nothing_was_played(run: Any) -> None:
    """All six machines; the network and a packet's path as text; from there to a state of a page."""
    with run(try_command(NAME, DEFAULT_ENGINE)) as terminal:
        assert "Machines: router, docker1, docker2, docker3, client, server." in terminal.until("docker1")
        assert "no scenario is being played" in terminal.type("check")
        assert "\ndocker3\n  eth0 192.0.2.13/24 2001:db8:1::13/64 on lan\n" in terminal.type("look")
        assert "The answer came back to docker2." in terminal.type("path docker2 example.com")
        assert "# bridge/default start" in terminal.type("at bridge/default start")
        assert terminal.leave() == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("at bridge/defalt", "netdocs: there is no scenario 'bridge/defalt': do you mean bridge/default?"),
        ("at bridge/default nonames", "netdocs: there is no step 'nonames': do you mean no-names?"),
        ("jump", "netdocs: 'jump' is nothing to do here: say nothing, `list`, `help`, or a state of a page: "),
        ("", "netdocs: these flags are missing: -it --cap-add SYS_ADMIN --cap-add NET_ADMIN --cap-add SYS_PTRACE "),
    ],
)
def test_what_cannot_be_is_said_in_one_line(words: str, message: str) -> None:
    """With what to do instead, and before anything is started."""
    assert refused(f"docker run --rm {TAG} {words}").startswith(message)
