"""Following a packet: where it was seen, in order, with the addresses it had there."""

from __future__ import annotations

from netdocs.core.observed import Journey
from support import Play


def followed(play: Play, text: str, asked: str) -> Journey:
    """The way that was seen at the end of step `all`, in a play without problems."""
    outcome = play(text)
    assert outcome.problems == ()
    assert outcome.recording is not None
    record = outcome.recording.step("all")
    look = record.look(asked) if record else None
    assert look is not None
    assert look.journey is not None
    return look.journey


def places(way: Journey) -> list[str]:
    return [f"{sight.space} {sight.interface} {sight.source}>{sight.target}" for sight in way.sightings]


def test_a_ping_goes_out_under_the_hosts_address(play: Play) -> None:
    """Through the cable and the bridge, then with another source; an answer comes back."""
    asked = "path alpha example.com"
    way = followed(play, f"# Out.\n# nodes: server\n# %% all [{asked}]\ndocker run -dit --name alpha busybox\n", asked)
    port = way.sightings[1].interface

    assert way.answered
    assert places(way) == [
        "docker1/alpha eth0 172.17.0.2>203.0.113.10",
        f"docker1 {port} 172.17.0.2>203.0.113.10",
        "docker1 docker0 172.17.0.2>203.0.113.10",
        "docker1 eth0 192.0.2.11>203.0.113.10",
        "router eth0 192.0.2.11>203.0.113.10",
        "router eth1 192.0.2.11>203.0.113.10",
        "server eth0 192.0.2.11>203.0.113.10",
    ]
    assert port.startswith("veth")


def test_a_connection_to_a_published_port_is_sent_on(play: Play) -> None:
    """The host puts the container's address and port in place of its own."""
    asked = "path client 192.0.2.11:8080"
    text = f"""# In.
# nodes: client
# %% all [{asked}]
docker run -dit --name alpha -p 8080:80 busybox httpd -f -p 80
until curl -s -o /dev/null http://192.0.2.11:8080; do sleep 0.05; done
"""
    way = followed(play, text, asked)

    assert way.answered
    assert places(way)[:2] == [
        "client eth0 192.0.2.50>192.0.2.11:8080",
        "docker1 eth0 192.0.2.50>192.0.2.11:8080",
    ]
    assert places(way)[-1] == "docker1/alpha eth0 192.0.2.50>172.17.0.2:80"


def test_a_packet_that_is_lost_is_followed_to_where_it_was(play: Play) -> None:
    """Without a route the LAN's router gets it, and nobody else."""
    asked = "path client 198.51.100.7"
    way = followed(play, f"# Lost.\n# nodes: client\n# %% all [{asked}]\ntrue\n", asked)

    assert not way.answered
    assert places(way) == ["client eth0 192.0.2.50>198.51.100.7", "router eth0 192.0.2.50>198.51.100.7"]


def test_where_nothing_leaves_the_play_fails(play: Play) -> None:
    """There is nothing to draw; the author is told what the command said."""
    outcome = play("# None.\n# %% all [path hermit 192.0.2.1]\ndocker run -dit --name hermit --network none busybox\n")
    (problem,) = outcome.problems

    assert problem.where == "snippets/test/case.sh:2"
    assert "Network is unreachable" in problem.seen


def test_following_leaves_nothing_behind(play: Play) -> None:
    """No process, no interface, no rule is there afterwards that was not before."""
    text = """# Clean.
# %% all [path alpha 192.0.2.1]
docker run -dit --name alpha busybox
before=$(ps -eo comm | sort; ls /sys/class/net; iptables-save | grep -v '^[#:]')
# %% after
[[ $(ps -eo comm | sort; ls /sys/class/net; iptables-save | grep -v '^[#:]') == "$before" ]]
"""
    assert play(text).problems == ()
