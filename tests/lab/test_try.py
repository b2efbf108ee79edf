"""The lab at a reader's own terminal: exactly the command that a page offers, typed into a terminal."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from factories import command, recording
from netdocs.lab.engines import DEFAULT_ENGINE
from netdocs.lab.try_command import FLAGS, try_command
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


def test_the_picture_can_be_copied_out(run: Any, tmp_path: Path) -> None:
    """By the command that `look --svg` prints; into a file or a pipe goes the picture itself."""
    with run(copied("bridge/default", "start")) as terminal:
        terminal.until("docker1")
        argv = shlex.split(terminal.type("look --svg").split("terminal: ")[1].splitlines()[0])
        subprocess.run([*argv[:-1], tmp_path], check=True, capture_output=True, timeout=SECONDS)
        assert "\n1\n" in terminal.type("look --svg | grep -c '</svg>'")
        assert terminal.leave() == 0
    picture = (tmp_path / "network.svg").read_text(encoding="utf-8")
    assert picture.startswith("<svg ")
    assert ">alpha<" in picture


def test_a_second_terminal(run: Any) -> None:
    """At the machine it was opened for; it leaves the lab as it is, and starts none."""
    with run(copied("bridge/default", "start")) as first:
        first.until("docker1")
        (line,) = [line for line in first.type("panes").splitlines() if line.endswith(" on client")]
        with run(line.strip()) as second:
            second.until("client")
            assert "\nclient\n" in second.type("hostname", "client")
            assert "in the terminal in which you started this one" in second.type("reset", "client")
            assert second.leave() == 0
        assert "\nbeta\nalpha\n" in first.type("docker ps --format '{{.Names}}'")
        assert first.leave() == 0


def test_a_state_that_this_kernel_cannot_play_leaves_the_lab_alone(run: Any) -> None:
    """Where the kernel can play it, it is played."""
    with run(copied("bridge/default", "start")) as terminal:
        terminal.until("docker1")
        printed = terminal.type("at ipvlan/l2 create")
        assert "ipvlan/l2 create" in printed or "this kernel has no ipvlan, which ipvlan/l2 needs" in printed
        assert "docker1" in terminal.type("hostname")
        assert terminal.leave() == 0


def test_nothing_is_told_by_colour_or_position(run: Any) -> None:
    """No escape but those of the shell itself, and no line over 80 columns: for screen readers and small windows."""
    with run(try_command(NAME, DEFAULT_ENGINE, "bridge/default", "start")) as terminal:
        printed = terminal.until("docker1", plain=False)
        printed += "".join(terminal.type(word, plain=False) for word in ("help", "look", "tasks", "check", "panes"))
        assert terminal.leave() == 0
    assert set(re.findall(r"\x1b\[[?0-9;]*[a-zA-Z]", printed)) <= {"\x1b[?2004h", "\x1b[?2004l"}
    assert "\x07" not in printed
    assert [line for line in printed.splitlines() if len(line.rstrip("\r")) > 80 and "docker" not in line] == []


NEEDED = [flag for flag in FLAGS if "apparmor" not in flag and flag != "--rm"]


@pytest.mark.parametrize("flag", NEEDED)
def test_each_flag_that_is_left_out_is_named(flag: str, run: Any) -> None:
    """That one and no other; whether AppArmor is in use depends on the machine."""
    line = try_command(NAME, DEFAULT_ENGINE).replace(f" {flag} ", " ", 1)
    output = refused(line) if flag == "-it" else in_a_terminal(line, run)

    assert f"these flags are missing: {flag}; put them between" in output


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        ("--memory 256m", "this container may have 256 MiB of memory, and a lab needs 768: leave out `--memory`"),
        ("--pids-limit 50", "this container may have 50 processes, and a lab needs 512: leave out `--pids-limit`"),
        ("--user 1000", "this container does not run as root: leave out `--user`"),
    ],
)
def test_flags_that_are_too_much_are_named(flags: str, message: str, run: Any) -> None:
    """Before anything is started."""
    line = try_command(NAME, DEFAULT_ENGINE).replace(" --rm ", f" --rm {flags} ")

    assert f"netdocs: {message}" in in_a_terminal(line, run)


def in_a_terminal(line: str, run: Any) -> str:
    """What that command prints until it ends by itself."""
    with run(line) as terminal:
        return str(terminal.rest())


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


def test_the_image_is_as_small_as_the_page_says(client: Any) -> None:
    """In MB on the disk; no manuals and no lists of packages, but every licence."""
    assert client.images.get(TAG).attrs["Size"] < 430 * 10**6
    looks = "cd /machine/usr/share; ls -d man locale ../../var/cache/apt/* | wc -l; ls doc/*/copyright | wc -l"
    argv = ["docker", "run", "--rm", "--network", "none", "--entrypoint", "sh", TAG, "-c", looks]
    printed = subprocess.run(argv, capture_output=True, text=True, check=True, timeout=SECONDS).stdout.split()
    assert printed[0] == "0"
    assert int(printed[1]) > 100
