"""The small world of a lab: its LAN, its names, its limits."""

from __future__ import annotations

import pytest

from netdocs.recording.from_events import Outcome
from support import Play, outputs


def output(outcome: Outcome) -> str:
    return "".join(outputs(outcome))


@pytest.mark.parametrize("name", ["example.com", "server", "router", "client"])
@pytest.mark.parametrize("family", ["-4", "-6"])
def test_names_and_routes(play: Play, name: str, family: str) -> None:
    """Every machine is found by name and reached from docker1, over IPv4 and IPv6."""
    assert "1 received" in output(play(f"# Ping.\n# nodes: client server\n# %% all\nping {family} -c1 {name}\n"))


def test_the_server_says_who_asked(play: Play) -> None:
    """The page of example.com names the address the request came from: NAT is seen on it."""
    text = """# Web.
# nodes: server client
# %% all
curl -s4 example.com
curl -s6 example.com
docker run --rm busybox wget -qO- http://example.com/
"""
    answers = output(play(text)).splitlines()

    assert [line.rpartition(" ")[2] for line in answers] == ["192.0.2.11.", "2001:db8:1::11.", "192.0.2.11."]


def test_unknown_names_are_refused_at_once(play: Play) -> None:
    """The lab's DNS says "no such name" instead of leaving the asker to wait."""
    outcome = play("# DNS.\n# %% all\n# fails\ngetent hosts nowhere.example\n")

    assert outcome.problems == ()
    assert outcome.recording is not None
    assert outcome.recording.steps[-1].seconds < 2


def test_only_the_nodes_asked_for_run(play: Play) -> None:
    """Machines nobody asked for do not answer."""
    play_it = "# Alone.\n# %% all\n# fails\nping -c1 -W1 192.0.2.50\n# fails\nping -c1 -W1 203.0.113.10\n"

    assert "1 received" not in output(play(play_it))


def test_three_engines_are_three_hosts(play: Play) -> None:
    """Each Docker node has its own engine, reachable from docker1 as a context, and its own processes."""
    text = """# Three.
# nodes: docker2 docker3
# %% all
docker --context docker2 run -d --name there busybox sleep 60
docker ps -q | wc -l
docker --context docker2 ps --format '{{.Names}}'
docker --context docker3 info --format '{{.Name}} {{.Containers}}'
# on: docker2
pgrep -c dockerd
"""
    assert output(play(text)).splitlines()[1:] == ["0", "there", "docker3 0", "1"]


def test_a_lab_reaches_nothing_outside(play: Play) -> None:
    """The lab container has no interface to the machine it runs on, and no privilege to get one."""
    text = """# Outside.
# %% all
nsenter --target 1 --net ip -br link
# fails
mknod /tmp/disk b 254 0 && dd if=/tmp/disk of=/dev/null bs=512 count=1
# fails
ls /sys/class/net/enp0s3
# fails
ping -c1 -W1 198.51.100.1
"""
    printed = output(play(text))

    assert "Operation not permitted" in printed


def test_a_lab_has_limits(play: Play) -> None:
    """A lab is limited in memory and processes, whatever the version of its cgroups."""
    text = """# Limits.
# %% all
cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null || true
cat /sys/fs/cgroup/pids.max /sys/fs/cgroup/pids/pids.max 2>/dev/null || true
"""
    assert output(play(text)).split() == [str(2 * 1024**3), "4096"]


def test_a_kernel_feature_that_is_missing_is_a_reason_not_a_skip(play: Play) -> None:
    """A scenario that needs what the kernel lacks is recorded as not run, with the reason; where it has it, it runs."""
    outcome = play("# Needs.\n# needs: kernel ipvlan\n# %% all\necho ran\n")

    assert outcome.problems == ()
    assert outcome.recording is not None
    assert outcome.recording.skipped_reason == "this kernel has no ipvlan" or output(outcome) == "ran\n"


def test_an_engine_too_old_is_a_reason(play: Play) -> None:
    """A scenario limited to other engines is not run, and says so."""
    outcome = play("# Needs.\n# needs: engine >= 99\n# %% all\necho ran\n")

    assert outcome.recording is not None
    assert outcome.recording.skipped_reason == "this is engine 28.5, and the scenario needs engine >= 99"
